namespace Isnad.Packs;

/// <summary>A place that must be found in a block of a corpus of places, or that must not.</summary>
/// <param name="Line">Line in the file.</param>
/// <param name="Words">The words of the place.</param>
/// <param name="Occurrence">Which of the places where those words stand, from 1.</param>
/// <param name="IsNone">Whether no place stands there.</param>
/// <param name="Country">ISO 3166-1 alpha-3 code; <c>-</c> for none.</param>
/// <param name="Admin1">First-level division, or empty.</param>
/// <param name="Precisions">The precisions that are right; empty if any is.</param>
/// <param name="Conditions">What else must hold.</param>
internal sealed record ExpectedPlace(int Line, string Words, int Occurrence, bool IsNone, string Country, string Admin1, string[] Precisions, string[] Conditions);

/// <summary>A short report of a corpus of places, with what must be found in it.</summary>
internal sealed record PlaceCase(string File, int Line, Report Report, IReadOnlyList<ExpectedPlace> Expected);

/// <summary>Corpora of places, <c>corpora/places*.txt</c>: lines of text, under them, indented, the places that they name.</summary>
internal static class PlaceCorpus
{
    private const string Outlet = "@outlet ";

    /// <summary>Whether a file is a corpus of places, by its name.</summary>
    public static bool Is(string file) => Path.GetFileName(file).StartsWith("places", StringComparison.Ordinal);

    /// <summary>The blocks of a corpus.</summary>
    /// <exception cref="PackException">A line is none of the format; every such line is listed.</exception>
    public static IReadOnlyList<PlaceCase> Parse(string file, string text)
    {
        var (cases, faults) = (new List<PlaceCase>(), new List<PackFault>());
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length;)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || lines[i][0] == '#') { i++; continue; }
            var (start, outlet, words, expected) = (i, (string?)null, new List<string>(), new List<ExpectedPlace>());
            for (; i < lines.Length && lines[i].Length > 0 && lines[i][0] is not ' '; i++)
            {
                if (lines[i].StartsWith(Outlet, StringComparison.Ordinal)) outlet = lines[i][Outlet.Length..].Trim();
                else words.Add(lines[i].Trim());
            }
            for (; i < lines.Length && lines[i].Length > 0 && lines[i][0] == ' '; i++)
                if (Read(file, i + 1, lines[i].Trim(), faults) is { } place) expected.Add(place);
            if (words.Count == 0 || expected.Count == 0) faults.Add(new PackFault(file, start + 1, 1, "a block is lines of text, then indented lines of the places in them"));
            var body = string.Join('\n', words);
            foreach (var place in expected)
                if (At(body, place.Words, place.Occurrence) < 0) faults.Add(new PackFault(file, place.Line, 1, $"'{place.Words}' does not stand in the text{(place.Occurrence > 1 ? $" {place.Occurrence} times" : "")}"));
            cases.Add(new PlaceCase(file, start + 1, new Report { Id = $"{file}:{start + 1}", Outlet = outlet, Language = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file))), Published = ValueCorpus.Usual.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Text = body }, expected));
        }
        return faults.Count > 0 ? throw new PackException(faults) : cases;
    }

    /// <summary>Where words stand in a text for the nth time, or -1.</summary>
    public static int At(string text, string words, int occurrence)
    {
        var at = -1;
        for (var n = 0; n < occurrence; n++)
            if ((at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) < 0) return -1;
        return at;
    }

    private static ExpectedPlace? Read(string file, int line, string text, List<PackFault> faults)
    {
        var fields = text.Split('|', StringSplitOptions.TrimEntries);
        var (words, occurrence) = (fields[0], 1);
        if (words.LastIndexOf('#') is > 0 and var mark && int.TryParse(words.AsSpan(mark + 1), out var n)) (words, occurrence) = (words[..mark].Trim(), n);
        if (words.StartsWith('!')) return new ExpectedPlace(line, words[1..].Trim(), occurrence, true, "", "", [], []);
        if (fields.Length < 3)
        {
            faults.Add(new PackFault(file, line, 1, "a place is WORDS | COUNTRY[/ADMIN1] | PRECISION, and conditions"));
            return null;
        }
        var where = fields[1].Split('/', 2);
        return new ExpectedPlace(line, words, occurrence, false, where[0], where.Length > 1 ? where[1] : "", fields[2] == "*" ? [] : fields[2].Split(',', StringSplitOptions.TrimEntries), fields[3..]);
    }
}
