namespace Isnad.Packs;

/// <summary>
/// A report with the reading that is expected of it: a header of <c>key: value</c> lines, an empty line, the text, and after
/// <c>=== reading</c> a line for each claim and source. Line 0 of the report is the title, line 1 the text's first.
/// </summary>
internal sealed record SampleReport(string File, Report Report, IReadOnlyList<ExpectedLine> Expected)
{
    private const string Divider = "=== reading";

    /// <summary>Line at which it begins in its file, if it is one of many; else 0.</summary>
    public int Line { get; init; }

    /// <summary>File and line.</summary>
    public string Place => Line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}") : File;

    /// <summary>The report's id, or the file's name.</summary>
    public string Id => Report.Id ?? File;

    /// <summary>Reads a sample.</summary>
    /// <exception cref="PackException">A line is none of the format; every such line is listed.</exception>
    public static SampleReport Parse(string file, string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var faults = new List<PackFault>();
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        var i = 0;
        for (; i < lines.Length && lines[i].Length > 0; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) header[lines[i][..colon]] = lines[i][(colon + 1)..].Trim();
            else faults.Add(new PackFault(file, i + 1, 1, "a header line is KEY: VALUE"));
        }
        var from = Math.Min(i + 1, lines.Length);
        var divider = Array.IndexOf(lines, Divider);
        if (divider < 0) faults.Add(new PackFault(file, lines.Length, 1, $"there is no line '{Divider}'"));
        var to = divider < 0 ? lines.Length : divider;
        var expected = new List<ExpectedLine>();
        for (var l = to + 1; l < lines.Length; l++)
            if (lines[l].Length > 0 && ReadLine(file, l + 1, lines[l], faults) is { } line) expected.Add(line);
        if (faults.Count > 0) throw new PackException(faults);
        string? Field(string key) => header.TryGetValue(key, out var value) && value.Length > 0 ? value : null;
        var report = new Report
        {
            Id = Field("id"),
            Outlet = Field("outlet"),
            Url = Field("url"),
            Title = Field("title"),
            Language = Field("language"),
            Published = Field("published"),
            Text = string.Join('\n', lines[from..to]).TrimEnd('\n'),
        };
        return new SampleReport(file, report, expected);
    }

    private static ExpectedLine? ReadLine(string file, int number, string line, List<PackFault> faults)
    {
        if (ExpectedLine.Read(file, number, line, faults) is not { } read) return null;
        foreach (var needed in (ReadOnlySpan<string>)(read.Kind == "source" ? [] : ["line", "source"]))
            if (!read.Fields.ContainsKey(needed)) faults.Add(new PackFault(file, number, 1, $"the field '{needed}' is missing"));
        return read;
    }
}
