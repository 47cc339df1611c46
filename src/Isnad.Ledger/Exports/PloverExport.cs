using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Isnad.Ledger.Events;

namespace Isnad.Ledger.Exports;

/// <summary>PLOVER 0.8, one JSON object a line.</summary>
internal sealed class PloverExport : IExportFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Begin(TextWriter output)
    {
    }

    public bool Write(LedgerEvent e, TextWriter output)
    {
        if (e.Type is null || e.First is null || e.Judged == "discounted" || e.Status is "denied" or "possible" || e.Family.StartsWith("to-", StringComparison.Ordinal)) return false;
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options)) Write(json, e);
        output.Write(Encoding.UTF8.GetString(bytes.WrittenSpan));
        output.Write('\n');
        return true;
    }

    public void End(TextWriter output)
    {
    }

    private static void Write(Utf8JsonWriter json, LedgerEvent e)
    {
        json.WriteStartObject();
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"E{e.Number}"));
        json.WriteBoolean("has_event", true);
        json.WriteString("date", Derived.Day(e.First));
        if (e.Last != e.First) json.WriteString("enddate", Derived.Day(e.Last));
        Parties(json, "actor", e.Agents);
        Parties(json, "recipient", e.Targets);
        json.WriteStartArray("event");
        json.WriteStringValue(e.Type);
        json.WriteEndArray();
        json.WriteStartArray("mode");
        if (e.Mode is { } mode) json.WriteStringValue(mode);
        json.WriteEndArray();
        json.WriteString("quad_code", Quad(e.Type!));
        if (e.Place is { } place) Location(json, place);
        var (killed, wounded, detained) = (Derived.Toll(e, "killed"), Derived.Toll(e, "wounded"), Derived.Toll(e, "detained"));
        if (killed?.Low is not null || wounded?.Low is not null || detained?.Low is not null)
        {
            json.WriteStartObject("size");
            if (killed?.Low is { } dead) json.WriteNumber("dead", dead);
            if (wounded?.Low is { } injured) json.WriteNumber("injured", injured);
            if (detained?.Low is { } arrested) json.WriteNumber("arrested", arrested);
            json.WriteEndObject();
        }
        json.WriteString("event_text", Derived.Notes(e));
        json.WriteString("cite_info", string.Join("; ", e.Tellings.Select(t => t.ReportId)));
        json.WriteString("coder", "isnad");
        json.WriteString("coded_date", Derived.Day(e.Known));
        json.WriteString("comment", $"{e.Judged ?? e.Grade}{(e.Disputes.Count > 0 ? ", disputed: " + string.Join(' ', e.Disputes.Select(d => d.About).Distinct()) : "")}");
        json.WriteEndObject();
    }

    private static void Parties(Utf8JsonWriter json, string name, IReadOnlyList<EventParty> parties)
    {
        json.WriteStartArray(name);
        foreach (var party in parties)
        {
            var codes = party.Plover?.Split(' ') ?? [];
            json.WriteStartObject();
            json.WriteString("code", codes.Length > 0 ? codes[0] : "");
            json.WriteString("sector", codes.Length > 1 ? codes[1] : party.Class switch { "civilian" or "child" or "woman" or "displaced" => "CVL", "journalist" => "JRN", "medic" => "MED", "police" => "COP", "combatant" => "UAF", "worker" => "LAB", _ => "UNK" });
            json.WriteString("entity_text", party.Name);
            json.WriteString("identifier_id", party.Key);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Location(Utf8JsonWriter json, EventPlace place)
    {
        json.WriteStartObject("event_loc");
        json.WriteString("extracted_place", place.Local ?? place.Name);
        json.WriteString("resolved_place", place.Name);
        if (place.Key.StartsWith("geonames:", StringComparison.Ordinal)) json.WriteString("geonameid", place.Key["geonames:".Length..]);
        if (place.Lat is { } lat && place.Lon is { } lon)
        {
            json.WriteNumber("lat", lat);
            json.WriteNumber("lon", lon);
        }
        if (place.Admin2 is { } district) json.WriteString("district", district);
        if (place.Admin1 is { } province) json.WriteString("province", province);
        json.WriteString("country", Country.Of(place.Country).Name);
        json.WriteString("country_code", place.Country);
        json.WriteNumber("resolution", place.Precision switch { "point" or "facility" => 5, "settlement" => 4, "district" => 3, "governorate" => 2, _ => 1 });
        json.WriteEndObject();
    }

    private static string Quad(string type) => type switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" => "Q1",
        "COOPERATE" or "AID" or "RETREAT" => "Q2",
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => "Q3",
        _ => "Q4",
    };
}
