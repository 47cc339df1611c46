using Isnad.Readings;

namespace Isnad.Ledger.Digests;

/// <summary>Sketches of the sentences that claims stand in, each made once.</summary>
internal sealed class SentenceTable(Report report, Func<string, byte[]> sketch)
{
    private readonly Dictionary<(bool, int), int> _indices = [];

    public List<byte[]> Sketches { get; } = [];

    /// <summary>The index of the sketch of the sentence around a stretch.</summary>
    public int? At(Evidence evidence)
    {
        var text = evidence.InTitle ? report.Title : report.Text;
        if (text is null || evidence.Start >= text.Length) return null;
        var start = evidence.Start;
        while (start > 0 && !Ends(text, start - 1)) start--;
        if (_indices.TryGetValue((evidence.InTitle, start), out var known)) return known;
        var end = evidence.Start;
        while (end < text.Length && !Ends(text, end)) end++;
        Sketches.Add(sketch(text[start..end]));
        return _indices[(evidence.InTitle, start)] = Sketches.Count - 1;
    }

    // A full stop inside a number or an abbreviation has no blank after it.
    private static bool Ends(string text, int i) =>
        text[i] is '\n' || (text[i] is '.' or '!' or '?' or '\u061f' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
}
