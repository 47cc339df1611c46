using System.Globalization;
using System.Text.Json;
using Isnad.Places;

namespace Isnad.Tool.Places;

/// <summary>Reads tables of places with P-codes: a CSV with a header, or JSON, an array of objects. Columns are known by their usual names.</summary>
internal static class OchaReader
{
    private static readonly string[] LatNames = ["lat", "latitude", "y", "point_y", "latitude_y"];
    private static readonly string[] LonNames = ["lon", "lng", "long", "longitude", "x", "point_x", "longitude_x"];

    public static void ReadCsv(TextReader from, PlaceSource to, PlaceRules rules)
    {
        var rows = Csv.Read(from).GetEnumerator();
        if (!rows.MoveNext()) throw new InvalidDataException("the file is empty");
        var header = rows.Current.Fields.Select(h => h.Trim().ToLowerInvariant()).ToArray();
        while (rows.MoveNext())
        {
            var (line, fields) = rows.Current;
            // A second line of tags as HXL has them is no row.
            if (fields.Length > 0 && fields.All(f => f.Length == 0 || f[0] == '#')) continue;
            if (fields.Length != header.Length) { to.Refuse(line, $"{fields.Length} fields, {header.Length} are expected"); continue; }
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < header.Length; i++) values[header[i]] = fields[i].Trim();
            Add(to, line, values, rules);
        }
    }

    public static void ReadJson(JsonElement root, PlaceSource to, PlaceRules rules)
    {
        if (root.ValueKind != JsonValueKind.Array) throw new InvalidDataException("the JSON is neither GeoJSON nor an array of places");
        var number = 0;
        foreach (var item in root.EnumerateArray())
        {
            number++;
            if (item.ValueKind != JsonValueKind.Object) { to.Refuse(number, "the element is no object"); continue; }
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            Flatten(item, "", values);
            Add(to, number, values, rules);
        }
    }

    /// <summary>The properties of an object and of those inside it, by their path: <c>name.en</c>.</summary>
    internal static void Flatten(JsonElement item, string prefix, Dictionary<string, string> values)
    {
        foreach (var property in item.EnumerateObject())
        {
            var name = prefix + property.Name.ToLowerInvariant();
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object: Flatten(property.Value, name + ".", values); break;
                case JsonValueKind.String: values[name] = property.Value.GetString() ?? ""; break;
                case JsonValueKind.Number: values[name] = property.Value.GetRawText(); break;
                case JsonValueKind.Array when property.Value.GetArrayLength() == 2 && property.Value[0].ValueKind == JsonValueKind.Number && property.Value[1].ValueKind == JsonValueKind.Number:
                    (values[name + ".lon"], values[name + ".lat"]) = (property.Value[0].GetRawText(), property.Value[1].GetRawText());
                    break;
                case JsonValueKind.Array:
                    values[name] = string.Join('|', property.Value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString() : v.ValueKind == JsonValueKind.Object && v.TryGetProperty("value", out var inner) ? inner.ToString() : "").Where(v => !string.IsNullOrEmpty(v)));
                    break;
            }
        }
    }

    internal static void Add(PlaceSource to, int line, Dictionary<string, string> values, PlaceRules rules)
    {
        var level = Level(values);
        var code = level > 0 ? First(values, $"adm{level}_pcode", $"admin{level}pcode", $"admin{level}_pcode") : "";
        if (code.Length == 0) code = First(values, "pcode", "p_code", "pcodes.ocha", "codes.pcode", "place_code", "code", "id");
        if (code.Length == 0) { to.Refuse(line, "there is no P-code (a column pcode, adm1_pcode to adm4_pcode, code or id)"); return; }
        var country = rules.Country(First(values, "adm0_pcode", "admin0pcode", "country", "iso3", "iso2", "countrycode", "country_code")) ?? (code.Length > 1 ? rules.Country(code[..2].ToUpperInvariant()) : null);
        if (country is null) { to.Refuse(line, $"no column tells the country, and the code '{code}' begins with no country's code"); return; }
        var (latText, lonText) = (Degrees(values, LatNames), Degrees(values, LonNames));
        if (PlaceRules.Degrees(latText, 90) is not { } lat) { to.Refuse(line, latText.Length == 0 ? "there is no latitude (a column lat or latitude)" : $"'{latText}' is no latitude"); return; }
        if (PlaceRules.Degrees(lonText, 180) is not { } lon) { to.Refuse(line, lonText.Length == 0 ? "there is no longitude (a column lon or longitude)" : $"'{lonText}' is no longitude"); return; }
        var common = First(values, level > 0 ? $"adm{level}_en" : "name.en", level > 0 ? $"admin{level}name_en" : "name_en", "name.en", "name_en", "name", "nameen", "village_en");
        var names = values.Where(v => v.Key.Contains("name", StringComparison.Ordinal) || v.Key.Contains("alias", StringComparison.Ordinal) || (level > 0 && v.Key.StartsWith($"adm{level}_", StringComparison.Ordinal) && !v.Key.EndsWith("pcode", StringComparison.Ordinal)))
            .OrderBy(v => v.Key.Contains("alias", StringComparison.Ordinal) ? 1 : 0).SelectMany(v => v.Value.Split('|'));
        var population = First(values, "population", "pop", "pop_total");
        rules.Add(to, line, new PlaceRow
        {
            Ref = $"pcode:{code}",
            Feature = level switch { 0 => values.ContainsKey("districtid") || values.ContainsKey("subdistrictid") ? "ADM3" : "PPL", 1 => "ADM1", >= 4 => "PPL", _ => "ADM2" },
            Country = country,
            Lat = lat,
            Lon = lon,
            Population = int.TryParse(population, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) ? count : 0,
            Name = common,
            Names = rules.LocalNames(names),
        });
    }

    /// <summary>The deepest level whose code the row has: 1 for governorates, 4 and more for villages; 0 if its columns do not tell.</summary>
    private static int Level(Dictionary<string, string> values)
    {
        for (var level = 5; level >= 1; level--)
            if (First(values, $"adm{level}_pcode", $"admin{level}pcode", $"admin{level}_pcode").Length > 0) return level;
        return 0;
    }

    private static string Degrees(Dictionary<string, string> values, string[] names)
    {
        foreach (var name in names)
            foreach (var (key, value) in values)
                if (value.Length > 0 && (key == name || key.EndsWith("." + name, StringComparison.Ordinal))) return value;
        return "";
    }

    private static string First(Dictionary<string, string> values, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (values.TryGetValue(name, out var value) && value.Length > 0) return value;
        return "";
    }
}
