using System.Text.Json;

namespace Isnad.Tool.Places;

/// <summary>Reads GeoJSON: each feature with a point (or an area, whose middle is taken) and properties as <see cref="OchaReader"/> knows them.</summary>
internal static class GeoJsonReader
{
    public static bool IsGeoJson(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() is "FeatureCollection" or "Feature";

    public static void Read(JsonElement root, PlaceSource to, PlaceRules rules)
    {
        var features = root.TryGetProperty("features", out var list) ? list : default;
        if (features.ValueKind != JsonValueKind.Array) throw new InvalidDataException("the GeoJSON has no array 'features'");
        var number = 0;
        foreach (var feature in features.EnumerateArray())
        {
            number++;
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object) { to.Refuse(number, "the feature has no properties"); continue; }
            OchaReader.Flatten(properties, "", values);
            if (feature.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number) values.TryAdd("id", id.ToString());
            if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("coordinates", out var coordinates)) { to.Refuse(number, "the feature has no geometry"); continue; }
            var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
            Extend(coordinates, 0, ref west, ref south, ref east, ref north);
            if (west > east) { to.Refuse(number, "the geometry has no coordinates"); continue; }
            values["lat"] = ((south + north) / 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
            values["lon"] = ((west + east) / 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
            OchaReader.Add(to, number, values, rules);
        }
    }

    private const int DeepestNesting = 6;

    private static void Extend(JsonElement coordinates, int depth, ref double west, ref double south, ref double east, ref double north)
    {
        if (coordinates.ValueKind != JsonValueKind.Array || depth > DeepestNesting) return;
        if (coordinates.GetArrayLength() >= 2 && coordinates[0].ValueKind == JsonValueKind.Number && coordinates[1].ValueKind == JsonValueKind.Number)
        {
            var (lon, lat) = (coordinates[0].GetDouble(), coordinates[1].GetDouble());
            (west, south, east, north) = (Math.Min(west, lon), Math.Min(south, lat), Math.Max(east, lon), Math.Max(north, lat));
            return;
        }
        foreach (var inner in coordinates.EnumerateArray()) Extend(inner, depth + 1, ref west, ref south, ref east, ref north);
    }
}
