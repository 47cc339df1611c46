namespace Isnad.Packs;

/// <summary>A claim, clause or source that must be read in a report.</summary>
/// <param name="Line">Line in the file that says so.</param>
/// <param name="Kind"><c>event</c>, <c>figure</c>, <c>state</c>, <c>statement</c>, <c>clause</c> or <c>source</c>.</param>
/// <param name="Head">The words after the kind, up to the first bar.</param>
/// <param name="Fields">The fields after it, by name.</param>
internal sealed record ExpectedLine(int Line, string Kind, string Head, IReadOnlyDictionary<string, string> Fields)
{
    private static readonly Dictionary<string, string[]> KnownFields = new(StringComparer.Ordinal)
    {
        ["event"] = ["line", "trigger", "agents", "targets", "places", "date", "source"],
        ["figure"] = ["line", "words", "unit", "places", "date", "source"],
        ["state"] = ["line", "subject", "object", "from", "holder", "office", "source"],
        ["statement"] = ["line", "content", "source"],
        ["clause"] = ["line", "subject", "object", "complement"],
        ["source"] = [],
    };

    /// <summary>A field, or an empty string.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field, "");

    /// <summary>The chain of its source as written; <c>-</c>, the outlet's own voice, if none is.</summary>
    public string Source => Fields.GetValueOrDefault("source", "-");

    /// <summary>The words by which a person knows the line.</summary>
    public string Name => this["trigger"] is { Length: > 0 } trigger ? trigger : this["words"] is { Length: > 0 } words ? words : this["content"] is { Length: > 0 } content ? content : this["subject"];

    /// <summary>The names in a field that lists several.</summary>
    public string[] List(string field) => this[field].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads a line <c>KIND HEAD | FIELD WORDS | ...</c>; null, and a fault, if it is none.</summary>
    public static ExpectedLine? Read(string file, int number, string line, List<PackFault> faults)
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
        return new ExpectedLine(number, kind, blank < 0 ? "" : parts[0][(blank + 1)..].Trim(), fields);
    }
}
