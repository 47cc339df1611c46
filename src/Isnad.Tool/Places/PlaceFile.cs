using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Isnad.Tool.Places;

/// <summary>Reads a file of places, whatever its format.</summary>
internal static class PlaceFile
{
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is of no format that is known.</exception>
    public static PlaceSource Read(string path, PlaceRules rules)
    {
        var source = new PlaceSource(Path.GetFileName(path));
        if (path.EndsWith(PlaceTable.Extension, StringComparison.OrdinalIgnoreCase)) PlaceTable.Read(path, source);
        else if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) ReadZip(path, source, rules);
        else
        {
            using var stream = File.OpenRead(path);
            Read(Path.GetExtension(path), stream, source, rules);
        }
        return source;
    }

    private static void Read(string extension, Stream stream, PlaceSource source, PlaceRules rules)
    {
        switch (extension.ToLowerInvariant())
        {
            case ".txt" or ".tsv": GeoNamesReader.Read(Lines(stream), source, rules); break;
            case ".csv": OchaReader.ReadCsv(new StreamReader(stream, Encoding.UTF8), source, rules); break;
            case ".json" or ".geojson": ReadJson(stream, source, rules); break;
            default: throw new InvalidDataException($"'{extension}' is no format of places; .txt and .zip (GeoNames dumps), .csv and .json (tables with P-codes), .geojson are");
        }
    }

    private static void ReadZip(string path, PlaceSource source, PlaceRules rules)
    {
        using var zip = ZipFile.OpenRead(path);
        // A dump of GeoNames has its readme beside it.
        var entry = zip.Entries.Where(e => Path.GetExtension(e.Name).ToLowerInvariant() is ".txt" or ".csv" or ".json" or ".geojson" && !e.Name.StartsWith("readme", StringComparison.OrdinalIgnoreCase)).MaxBy(e => e.Length)
            ?? throw new InvalidDataException("the archive holds no file of places (.txt, .csv, .json, .geojson)");
        using var stream = entry.Open();
        Read(Path.GetExtension(entry.Name), stream, source, rules);
    }

    private static void ReadJson(Stream stream, PlaceSource source, PlaceRules rules)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            if (GeoJsonReader.IsGeoJson(document.RootElement)) GeoJsonReader.Read(document.RootElement, source, rules);
            else OchaReader.ReadJson(document.RootElement, source, rules);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"the JSON cannot be read: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
        }
    }

    private static IEnumerable<string> Lines(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
