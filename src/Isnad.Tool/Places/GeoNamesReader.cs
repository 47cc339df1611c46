using System.Globalization;
using Isnad.Places;

namespace Isnad.Tool.Places;

/// <summary>Reads a dump of GeoNames: 19 columns parted by tabs, without a header.</summary>
internal static class GeoNamesReader
{
    public const int Columns = 19;

    /// <summary>Feature classes of GeoNames whose codes are places: populated, administrative, spots, terrain, water, roads.</summary>
    private const string Classes = "PASTHRLUV";

    public static void Read(IEnumerable<string> lines, PlaceSource to, PlaceRules rules)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0) continue;
            var f = line.Split('\t');
            if (f.Length != Columns) { to.Refuse(number, $"{f.Length} columns, {Columns} are expected"); continue; }
            if (!int.TryParse(f[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0) { to.Refuse(number, $"'{f[0]}' is no GeoNames number"); continue; }
            if (PlaceRules.Degrees(f[4], 90) is not { } lat) { to.Refuse(number, $"'{f[4]}' is no latitude"); continue; }
            if (PlaceRules.Degrees(f[5], 180) is not { } lon) { to.Refuse(number, $"'{f[5]}' is no longitude"); continue; }
            if (f[6].Length != 1 || !Classes.Contains(f[6], StringComparison.Ordinal)) { to.Refuse(number, $"'{f[6]}' is no feature class"); continue; }
            if (rules.Country(f[8]) is not { } country) { to.Refuse(number, $"'{f[8]}' is no country code"); continue; }
            if (f[14].Length > 0 && !long.TryParse(f[14], NumberStyles.None, CultureInfo.InvariantCulture, out _)) { to.Refuse(number, $"'{f[14]}' is no number of inhabitants"); continue; }
            rules.Add(to, number, new PlaceRow
            {
                Ref = $"{Gazetteer.NumberedPrefix}{id.ToString(CultureInfo.InvariantCulture)}",
                Feature = f[7],
                Country = country,
                Admin1 = f[10],
                Admin2 = f[11],
                Lat = lat,
                Lon = lon,
                Population = (int)Math.Min(int.MaxValue, f[14].Length == 0 ? 0 : long.Parse(f[14], CultureInfo.InvariantCulture)),
                Name = f[2].Length > 0 ? f[2] : f[1],
                Names = rules.LocalNames(f[3].Split(',').Prepend(f[1])),
            });
        }
    }
}
