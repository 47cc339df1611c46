using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Isnad.Packs;
using Isnad.Places;
using Isnad.Tool.Output;
using Isnad.Tool.Places;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad places find</c>: places of a name.</summary>
internal static class PlacesFind
{
    private const int UsualLimit = 20;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Option<string?> packs, Option<string?> data)
    {
        var name = new Argument<string>("NAME") { Description = "A name, in the pack's letters or in ASCII, or a reference (geonames:164816)." };
        var near = new Option<string?>("--near") { Description = "Order by distance to a point (LAT,LON) or to the first place of a name.", HelpName = "LAT,LON|NAME" };
        var country = new Option<string?>("--country") { Description = "Only places of a country (ISO 3166 code of two or three letters).", HelpName = "CODE" };
        var limit = new Option<int>("--limit") { Description = $"How many at most; {UsualLimit} without it.", HelpName = "N", DefaultValueFactory = _ => UsualLimit };
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 100_000)) result.AddError($"--limit {value}: give a number from 1 to 100000.");
        });
        var json = new Option<bool>("--json") { Description = "Write one JSON object a line." };
        var command = new Command("find", "List the places of a name.") { name, near, country, limit, json, data };
        command.SetAction(parsed => Run(parsed.GetValue(name)!, parsed.GetValue(near), parsed.GetValue(country), parsed.GetValue(limit), parsed.GetValue(json), parsed.GetValue(packs), parsed.GetValue(data)));
        return command;
    }

    private static int Run(string name, string? near, string? country, int limit, bool json, string? named, string? data)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            Console.Error.WriteLine("isnad: the name is empty");
            return 2;
        }
        if (PackPlace.Load(named, data) is not { } packs) return 2;
        var pack = packs.Language(null);
        var search = new PlaceSearch(pack, new PlaceBook(pack, packs.Gazetteers));
        if (country is not null && PlaceFiles.RulesFor(pack).Country(country.ToUpperInvariant()) is var code)
        {
            if (code is null)
            {
                Console.Error.WriteLine($"isnad: --country {country}: there is no such country code; write two or three letters, as SY or SYR");
                return 2;
            }
            country = code;
        }
        if (!TryPoint(near, search, out var point))
        {
            Console.Error.WriteLine($"isnad: --near {near}: neither LAT,LON in degrees (35.86,36.81) nor a place that is known");
            return 2;
        }
        var (places, isNear) = search.Find(name);
        places.RemoveAll(p => country is not null && p.Country != country);
        if (point is { } to) places = [.. places.OrderBy(p => Distance(p, to) ?? double.MaxValue)];
        if (places.Count == 0)
        {
            Console.Error.WriteLine($"isnad: no place is called '{name}'");
            return 1;
        }
        if (isNear) Console.Error.WriteLine($"isnad: no place is called '{name}'; these differ by one letter");
        Write(places.Take(limit), point, json);
        if (places.Count > limit) Console.Error.WriteLine($"{places.Count - limit} more; --limit N shows more");
        return 0;
    }

    private static double? Distance(Place place, (double Lat, double Lon) to) =>
        place.Lat is { } lat && place.Lon is { } lon ? Place.Kilometres(lat, lon, to.Lat, to.Lon) : null;

    private static bool TryPoint(string? near, PlaceSearch search, out (double Lat, double Lon)? point)
    {
        point = null;
        if (near is null) return true;
        if (near.Split(',') is [var lat, var lon] && PlaceRules.Degrees(lat, 90) is { } y && PlaceRules.Degrees(lon, 180) is { } x) point = (y, x);
        else if (search.Find(near).Places.Find(p => p.Lat is not null) is { } place) point = (place.Lat!.Value, place.Lon!.Value);
        return point is not null;
    }

    private static void Write(IEnumerable<Place> places, (double, double)? point, bool json)
    {
        using var output = Console.OpenStandardOutput();
        using var text = new StreamWriter(output);
        foreach (var place in places)
        {
            var km = point is { } to ? Distance(place, to) : null;
            if (json) text.WriteLine(ToJson(place, km));
            else text.WriteLine(string.Join("  ", ((string?[])[place.Ref, place.Class, place.Name, place.NameEn, place.Admin2, place.Admin1, place.Country,
                place.Lat is { } lat ? string.Create(CultureInfo.InvariantCulture, $"{lat:0.#####},{place.Lon:0.#####}") : null, place.Population > 0 ? $"{place.Population} inhabitants" : null,
                km is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d:0.#} km") : null]).Where(f => !string.IsNullOrEmpty(f))));
        }
    }

    private static string ToJson(Place place, double? km)
    {
        using var buffer = new MemoryStream();
        using (var to = new Utf8JsonWriter(buffer, Json)) PlaceJson.Write(to, place, km);
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
