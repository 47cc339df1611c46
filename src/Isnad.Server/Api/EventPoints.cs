using System.Globalization;
using System.Text.Json;
using Isnad.Ledger.Queries;

namespace Isnad.Server.Api;

/// <summary>Many events as columns: words that come again are written once and told by their index.</summary>
internal static class EventPoints
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static void Write(Utf8JsonWriter json, IEnumerable<EventRow> events)
    {
        var rows = events.ToList();
        json.WriteStartObject();
        json.WriteNumber("total", rows.Count);
        json.WriteNumber("unplaced", rows.Count(r => r.Lat is null));
        var types = Words(json, "types", rows, r => r.Type);
        var modes = Words(json, "modes", rows, r => r.Mode);
        var statuses = Words(json, "statuses", rows, r => r.Status);
        var grades = Words(json, "grades", rows, r => r.Judged ?? r.Grade);
        var precisions = Words(json, "precisions", rows, r => r.PlacePrecision);
        var actors = Words(json, "actors", rows, r => r.Agents);
        var places = Places(json, rows);
        Numbers(json, "n", rows, (r, j) => j.WriteNumberValue(r.Number));
        Numbers(json, "lat", rows, (r, j) => Degrees(j, r.Lat));
        Numbers(json, "lon", rows, (r, j) => Degrees(j, r.Lon));
        Numbers(json, "first", rows, (r, j) => Day(j, r.First));
        Numbers(json, "last", rows, (r, j) => Day(j, r.Last));
        Numbers(json, "type", rows, (r, j) => j.WriteNumberValue(Index(types, r.Type)));
        Numbers(json, "mode", rows, (r, j) => j.WriteNumberValue(Index(modes, r.Mode)));
        Numbers(json, "status", rows, (r, j) => j.WriteNumberValue(Index(statuses, r.Status)));
        Numbers(json, "grade", rows, (r, j) => j.WriteNumberValue(Index(grades, r.Judged ?? r.Grade)));
        Numbers(json, "disputed", rows, (r, j) => j.WriteNumberValue(r.Disputes.Length > 0 ? 1 : 0));
        Numbers(json, "precision", rows, (r, j) => j.WriteNumberValue(Index(precisions, r.PlacePrecision)));
        Numbers(json, "place", rows, (r, j) => j.WriteNumberValue(PlaceOf(r) is { } place ? places[place] : -1));
        Numbers(json, "killed_low", rows, (r, j) => Number(j, r.KilledLow));
        Numbers(json, "killed_high", rows, (r, j) => Number(j, r.KilledHigh));
        Numbers(json, "witnesses", rows, (r, j) => j.WriteNumberValue(r.Witnesses));
        Numbers(json, "agents", rows, (r, j) => j.WriteNumberValue(Index(actors, r.Agents)));
        json.WriteEndObject();
    }

    private static Dictionary<string, int> Words(Utf8JsonWriter json, string name, List<EventRow> rows, Func<EventRow, string?> word)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray(name);
        foreach (var row in rows)
            if (word(row) is { } text && numbers.TryAdd(text, numbers.Count)) json.WriteStringValue(text);
        json.WriteEndArray();
        return numbers;
    }

    private static Dictionary<(string, string?, string?, string?), int> Places(Utf8JsonWriter json, List<EventRow> rows)
    {
        var numbers = new Dictionary<(string Name, string? Local, string? Country, string? Admin1), int>();
        json.WriteStartArray("places");
        foreach (var row in rows)
        {
            if (PlaceOf(row) is not { } place || !numbers.TryAdd(place, numbers.Count)) continue;
            json.WriteStartObject();
            json.WriteString("name", place.Name);
            json.WriteString("local", place.Local);
            json.WriteString("country", place.Country);
            json.WriteString("admin1", place.Admin1);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return numbers;
    }

    private static (string Name, string? Local, string? Country, string? Admin1)? PlaceOf(EventRow row) => row.Place is { } name ? (name, row.PlaceLocal, row.Country, row.Admin1) : null;

    private static int Index(Dictionary<string, int> words, string? word) => word is null ? -1 : words[word];

    private static void Numbers(Utf8JsonWriter json, string name, List<EventRow> rows, Action<EventRow, Utf8JsonWriter> write)
    {
        json.WriteStartArray(name);
        foreach (var row in rows) write(row, json);
        json.WriteEndArray();
    }

    private static void Degrees(Utf8JsonWriter json, double? degrees) => Number(json, degrees is { } d ? Math.Round(d, 4) : null);

    private static void Number(Utf8JsonWriter json, double? number)
    {
        if (number is { } n) json.WriteNumberValue(n);
        else json.WriteNullValue();
    }

    private static void Day(Utf8JsonWriter json, string? day)
    {
        if (day is null) json.WriteNullValue();
        else json.WriteNumberValue(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - Epoch);
    }
}
