using System.Globalization;
using System.IO.Compression;
using System.Text;
using Isnad.Places;

namespace Isnad.Tool.Places;

/// <summary>The compact table of the gazetteer that the project keeps: one place a line, compressed. What it leaves out of GeoNames is names in other scripts, elevations, time zones and dates.</summary>
internal static class PlaceTable
{
    public const string Extension = ".tsv.gz";

    private const string Header = "id\tfeature\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tname\tnames";

    public static void Write(string path, IEnumerable<PlaceRow> rows)
    {
        using var file = File.Create(path);
        using var packed = new GZipStream(file, CompressionLevel.SmallestSize);
        using var to = new StreamWriter(packed, new UTF8Encoding(false)) { NewLine = "\n" };
        to.WriteLine(Header);
        foreach (var row in rows)
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Ref[Gazetteer.NumberedPrefix.Length..]}\t{row.Feature}\t{row.Country}\t{row.Admin1}\t{row.Admin2}\t{row.Lat:0.#####}\t{row.Lon:0.#####}\t{row.Population}\t{row.Name}\t{string.Join('|', row.Names)}"));
    }

    /// <exception cref="InvalidDataException">It is no such table.</exception>
    public static void Read(string path, PlaceSource to)
    {
        using var file = File.OpenRead(path);
        using var packed = new GZipStream(file, CompressionMode.Decompress);
        using var from = new StreamReader(packed, Encoding.UTF8);
        if (from.ReadLine() != Header) throw new InvalidDataException($"the first line is not '{Header.Replace('\t', ' ')}'");
        for (var number = 2; from.ReadLine() is { } line; number++)
        {
            var f = line.Split('\t');
            if (f.Length != 10 || PlaceRules.Degrees(f[5], 90) is not { } lat || PlaceRules.Degrees(f[6], 180) is not { } lon || !int.TryParse(f[7], CultureInfo.InvariantCulture, out var population))
            {
                to.Refuse(number, "the line is not as 'isnad places build' writes it");
                continue;
            }
            to.Rows.Add(new PlaceRow
            {
                Ref = Gazetteer.NumberedPrefix + f[0],
                Feature = f[1],
                Country = f[2],
                Admin1 = f[3],
                Admin2 = f[4],
                Lat = lat,
                Lon = lon,
                Population = population,
                Name = f[8],
                Names = f[9].Length == 0 ? [] : f[9].Split('|'),
            });
        }
    }
}
