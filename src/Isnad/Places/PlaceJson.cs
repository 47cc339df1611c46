using System.Text.Json;

namespace Isnad.Places;

/// <summary>A place as JSON: the same for the command and for the server.</summary>
internal static class PlaceJson
{
    /// <summary>Writes a place as an object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="place">The place.</param>
    /// <param name="km">Its distance from where it is looked for, if that was asked.</param>
    public static void Write(Utf8JsonWriter json, Place place, double? km = null)
    {
        json.WriteStartObject();
        json.WriteString("ref", place.Ref);
        json.WriteString("class", place.Class);
        json.WriteString("name", place.NameEn);
        if (place.Name.Length > 0) json.WriteString("local", place.Name);
        if (place.Country.Length > 0) json.WriteString("country", place.Country);
        if (place.Admin1.Length > 0) json.WriteString("admin1", place.Admin1);
        if (place.Admin2.Length > 0) json.WriteString("admin2", place.Admin2);
        if (place.Lat is { } lat && place.Lon is { } lon)
        {
            json.WriteNumber("lat", lat);
            json.WriteNumber("lon", lon);
        }
        if (place.Population > 0) json.WriteNumber("population", place.Population);
        json.WriteNumber("layer", place.Layer);
        if (km is { } d) json.WriteNumber("km", Math.Round(d, 1));
        json.WriteEndObject();
    }
}
