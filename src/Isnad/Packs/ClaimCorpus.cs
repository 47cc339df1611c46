namespace Isnad.Packs;

/// <summary>A short report of a corpus of claims, with what must be read in it.</summary>
/// <param name="Construction">The construction that it shows, as the comment above it names it.</param>
/// <param name="Sample">The report and the lines expected; its file is the corpus with the line of the report.</param>
internal sealed record ClaimCase(string Construction, SampleReport Sample)
{
    /// <summary>Kinds of which the block lists all there are: events and figures always, others where it has one or says "nothing".</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];
}

/// <summary>
/// Corpora of claims, <c>corpora/claims-*.txt</c>: lines of text, under them, indented, what must be read, or <c>nothing</c>.
/// A comment <c># construction: N name</c> names what the blocks after it show.
/// </summary>
internal static class ClaimCorpus
{
    private const string Construction = "# construction:", Outlet = "# outlet:", Nothing = "nothing";

    /// <summary>Whether a file is a corpus of claims, by its name.</summary>
    public static bool Is(string file) => Path.GetFileName(file).StartsWith("claims", StringComparison.Ordinal);

    /// <summary>The blocks of a corpus.</summary>
    /// <exception cref="PackException">A line is none of the format; every such line is listed.</exception>
    public static IReadOnlyList<ClaimCase> Parse(string file, string text)
    {
        var cases = new List<ClaimCase>();
        var faults = new List<PackFault>();
        var (construction, outlet) = ("", (string?)null);
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length;)
        {
            if (lines[i].StartsWith(Construction, StringComparison.Ordinal)) construction = lines[i][Construction.Length..].Trim();
            if (lines[i].StartsWith(Outlet, StringComparison.Ordinal)) outlet = lines[i][Outlet.Length..].Trim();
            if (string.IsNullOrWhiteSpace(lines[i]) || lines[i][0] == '#') { i++; continue; }
            var (start, words) = (i, new List<string>());
            for (; i < lines.Length && lines[i].Length > 0 && lines[i][0] is not (' ' or '#'); i++) words.Add(lines[i].Trim());
            var (expected, says) = (new List<ExpectedLine>(), false);
            for (; i < lines.Length && lines[i].Length > 0 && lines[i][0] == ' '; i++)
            {
                says = true;
                if (lines[i].Trim() != Nothing && ExpectedLine.Read(file, i + 1, lines[i].Trim(), faults) is { } line) expected.Add(line);
            }
            if (words.Count == 0 || !says) { faults.Add(new PackFault(file, start + 1, 1, "a block is lines of text, then indented lines of what must be read, or 'nothing'")); continue; }
            cases.Add(Case(file, start + 1, construction, outlet, words, expected));
        }
        return faults.Count > 0 ? throw new PackException(faults) : cases;
    }

    private static ClaimCase Case(string file, int line, string construction, string? outlet, List<string> words, List<ExpectedLine> expected)
    {
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}:{line}");
        var report = new Report { Id = name, Outlet = outlet, Language = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file))), Published = ValueCorpus.Usual.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Text = string.Join('\n', words) };
        var kinds = SampleComparer.Kinds.Where(k => k is "event" or "figure" || expected.Exists(e => e.Kind == k) || (k == "state" && expected.Count == 0));
        return new ClaimCase(construction, new SampleReport(file, report, expected) { Line = line }) { Kinds = [.. kinds] };
    }
}
