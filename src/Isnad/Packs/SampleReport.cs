namespace Isnad.Packs;

/// <summary>A claim or source that a sample says must be read.</summary>
/// <param name="Line">Line in the sample's file.</param>
/// <param name="Kind"><c>event</c>, <c>figure</c>, <c>state</c>, <c>statement</c> or <c>source</c>.</param>
/// <param name="Head">The words after the kind, up to the first bar.</param>
/// <param name="Fields">The fields after it, by name.</param>
internal sealed record ExpectedLine(int Line, string Kind, string Head, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A field, or an empty string.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field, "");

    /// <summary>The names in a field that lists several.</summary>
    public string[] List(string field) => this[field].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>
/// A report with the reading that is expected of it: a header of <c>key: value</c> lines, an empty line, the text, and after
/// <c>=== reading</c> a line for each claim and source. Line 0 of the report is the title, line 1 the text's first.
/// </summary>
internal sealed record SampleReport(string File, Report Report, IReadOnlyList<ExpectedLine> Expected)
{
    private const string Divider = "=== reading";

    private static readonly Dictionary<string, string[]> KnownFields = new(StringComparer.Ordinal)
    {
        ["event"] = ["line", "trigger", "agents", "targets", "places", "date", "source"],
        ["figure"] = ["line", "words", "unit", "places", "date", "source"],
        ["state"] = ["line", "subject", "object", "from", "holder", "office", "source"],
        ["statement"] = ["line", "content", "source"],
        ["source"] = [],
    };

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
        var parts = line.Split(" | ");
        var blank = parts[0].IndexOf(' ', StringComparison.Ordinal);
        var kind = blank < 0 ? parts[0] : parts[0][..blank];
        if (!KnownFields.TryGetValue(kind, out var known))
        {
            faults.Add(new PackFault(file, number, 1, $"'{kind}' is none of {string.Join(", ", KnownFields.Keys)}"));
            return null;
        }
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.AsSpan(1))
        {
            var cut = part.IndexOf(' ', StringComparison.Ordinal);
            var name = cut < 0 ? part : part[..cut];
            if (cut < 0 || Array.IndexOf(known, name) < 0) faults.Add(new PackFault(file, number, 1, $"'{name}' is no field of a {kind} ({string.Join(", ", known)}), or is empty"));
            else if (!fields.TryAdd(name, part[(cut + 1)..].Trim())) faults.Add(new PackFault(file, number, 1, $"the field '{name}' stands twice"));
        }
        foreach (var needed in (ReadOnlySpan<string>)(kind == "source" ? [] : ["line", "source"]))
            if (!fields.ContainsKey(needed)) faults.Add(new PackFault(file, number, 1, $"the field '{needed}' is missing"));
        return new ExpectedLine(number, kind, blank < 0 ? "" : parts[0][(blank + 1)..].Trim(), fields);
    }
}
