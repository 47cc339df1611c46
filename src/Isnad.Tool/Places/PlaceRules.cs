using System.Globalization;
using Isnad.Places;

namespace Isnad.Tool.Places;

/// <summary>What every row must fulfil, whatever format it came in.</summary>
internal sealed class PlaceRules(PlaceKeys keys, IReadOnlyDictionary<string, string> countries)
{
    private const int LongestName = 120;
    private const int MostNames = 24;

    /// <summary>The alpha-3 code of a country given by either code; null if there is none such.</summary>
    public string? Country(string code) => countries.GetValueOrDefault(code);

    /// <summary>Degrees; null if the text is no number, or out of bounds.</summary>
    public static double? Degrees(string text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most ? value : null;

    /// <summary>The names that are in the pack's letters: those in no other language's first, each once.</summary>
    public IReadOnlyList<string> LocalNames(IEnumerable<string> names)
    {
        var local = names.Select(n => n.Trim()).Where(n => n.Length is > 1 and <= LongestName && keys.IsLocal(n, false) && keys.Of(n).Length > 1).Distinct(StringComparer.Ordinal).ToList();
        return [.. local.OrderBy(n => keys.IsLocal(n, true) ? 0 : 1).DistinctBy(keys.Of).Take(MostNames)];
    }

    /// <summary>Adds a row if it is right, else tells why not.</summary>
    public void Add(PlaceSource to, int line, PlaceRow row)
    {
        if (row.Name.Length == 0 && row.Names.Count == 0) to.Refuse(line, "the place has no name");
        else if (row.Name.Length > LongestName) to.Refuse(line, $"the name has {row.Name.Length} letters, more than {LongestName}");
        else if (row is { Lat: 0, Lon: 0 }) to.Refuse(line, "the coordinates are 0, 0, which stands for unknown");
        else if (PlaceClass.Of(row.Feature, row.Population) is null) to.PassedOver++;
        else to.Rows.Add(row);
    }
}
