using System.Globalization;
using Isnad.Readings;

namespace Isnad.Packs;

/// <summary>
/// Compares a reading with what is expected of it. Words are compared folded, entities by any name or mention. A claim whose
/// polarity is negated has the status <c>negated</c> here.
/// </summary>
internal sealed class SampleComparer(SampleReport sample, Reading reading, LanguagePack pack)
{
    /// <summary>The kinds of lines, in the order of reports.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["event", "figure", "state", "statement", "clause", "source"];

    private readonly SampleNames _names = new(reading, pack);
    private readonly List<string> _differences = [];

    /// <summary>Compares all kinds of claims, and the sources.</summary>
    public static SampleScore Compare(SampleReport sample, Reading reading, LanguagePack pack) =>
        new SampleComparer(sample, reading, pack).Compare([.. Kinds.Where(k => k != "clause")], false);

    /// <summary>
    /// Compares claims of some kinds. What did not happen, and figures of nothing, may be read without being expected: corpora
    /// list them only where a construction is about them.
    /// </summary>
    public static SampleScore Compare(ClaimCase c, Reading reading, LanguagePack pack) => new SampleComparer(c.Sample, reading, pack).Compare([.. c.Kinds.Where(k => k != "clause")], true);

    private SampleScore Compare(IReadOnlyList<string> kinds, bool listsNoAbsence)
    {
        var scores = kinds.Select(kind => kind == "source" ? CompareSources() : CompareClaims(kind, listsNoAbsence)).ToArray();
        return new SampleScore(sample.Place, scores, _differences);
    }

    private KindScore CompareClaims(string kind, bool listsNoAbsence)
    {
        var actual = reading.Claims.Where(c => KindOf(c) == kind).ToList();
        var pairs = new List<(ExpectedLine Line, Claim Claim, FieldComparison Comparison)>();
        foreach (var line in sample.Expected.Where(e => e.Kind == kind))
        {
            foreach (var claim in actual)
                if (IsAt(line, claim)) pairs.Add((line, claim, Differences(line, claim)));
        }
        var score = new KindScore(kind);
        var (taken, found) = (new HashSet<Claim>(ReferenceEqualityComparer.Instance), new Dictionary<ExpectedLine, List<string>>(ReferenceEqualityComparer.Instance));
        foreach (var (line, claim, comparison) in pairs.OrderBy(p => p.Comparison.Differences.Count))
        {
            if (found.ContainsKey(line) || taken.Contains(claim)) continue;
            taken.Add(claim);
            found.Add(line, [.. comparison.Differences.Select(d => $"{claim.Id}: {d}")]);
            if (comparison.Differences.Count == 0) score.Right++;
            foreach (var (field, count) in comparison.Fields) score.Count(field, count);
        }
        foreach (var line in sample.Expected.Where(e => e.Kind == kind))
        {
            score.Expected++;
            if (!found.TryGetValue(line, out var differences)) Note(line, "missing");
            else if (differences.Count > 0) Note(line, string.Join("; ", differences));
        }
        var extra = actual.Where(c => !taken.Contains(c) && !(listsNoAbsence && IsAbsence(c))).ToList();
        foreach (var claim in extra) _differences.Add($"{sample.Place}: extra {kind} {claim.Id}, line {LineOf(claim.Evidence[0])}: {Describe(claim)}");
        (score.Found, score.Extra) = (found.Count, extra.Count);
        return score;
    }

    private void Note(ExpectedLine line, string what) => _differences.Add($"{sample.File}:{line.Line}: {line.Kind} {line.Head} | {line.Name}: {what}");

    private static string KindOf(Claim claim) => claim switch { EventClaim => "event", FigureClaim => "figure", StateClaim => "state", _ => "statement" };

    private static bool IsAbsence(Claim claim) => claim is FigureClaim { High: 0 } || IsNegated(claim);

    private static bool IsNegated(Claim claim) => claim is { Polarity: Polarity.Negated, Status: not ClaimStatus.Denied };

    /// <summary>Whether a claim stands where the line says: in the line if it names one, with the same trigger, words, subject or content.</summary>
    private bool IsAt(ExpectedLine line, Claim claim)
    {
        var where = claim is StatementClaim said ? said.Content : claim.Evidence[0];
        if (line.Fields.ContainsKey("line") && LineOf(where).ToString(CultureInfo.InvariantCulture) != line["line"]) return false;
        return claim switch
        {
            EventClaim => Touches(claim.Evidence[0].Text, line["trigger"]),
            FigureClaim f => Touches(f.Words, line["words"]) && line.Head.StartsWith(Words.Of(f.Measure) + " ", StringComparison.Ordinal),
            StateClaim s => Words.Of(s.Predicate) == line.Head,
            StatementClaim s => Touches(s.Content.Text, line["content"]),
            _ => false,
        };
    }

    private FieldComparison Differences(ExpectedLine line, Claim claim)
    {
        var to = new FieldComparison();
        switch (claim)
        {
            case EventClaim e:
                var head = line.Head.Split(' ');
                to.Same("type", head[0], e.Type is { } type ? Words.Of(type) : "-");
                to.Same("mode", head.Length > 1 ? head[1] : "", e.Mode ?? "-");
                to.Same("status", head[^1], IsNegated(e) ? "negated" : Words.Of(e.Status));
                SameEntities(to, line, "agents", e.Agents);
                SameEntities(to, line, "targets", e.Targets);
                SameEntities(to, line, "places", e.Places);
                SameDate(to, line["date"], e.Time);
                break;
            case FigureClaim f:
                to.Same("figure", line.Head, string.Create(CultureInfo.InvariantCulture, $"{Words.Of(f.Measure)} {f.Low}..{f.High} {Words.Of(f.Bound)}"));
                to.Same("words", line["words"], f.Words);
                SameEntities(to, line, "unit", f.Unit is { } unit ? [unit] : []);
                SameEntities(to, line, "places", f.Places);
                SameDate(to, line["date"], f.Time);
                break;
            case StateClaim s:
                to.Check("subject", line.List("subject").Any(name => _names.IsNamed(s.Subject, name)), $"subject is {_names.Of(s.Subject)}, not {line["subject"]}");
                SameEntities(to, line, "object", s.Objects);
                SameEntities(to, line, "holder", s.Holder is { } holder ? [holder] : []);
                SameEntities(to, line, "from", s.From is { } from ? [from] : []);
                to.Same("office", line["office"], s.Office ?? "");
                break;
            case StatementClaim s:
                to.Check("content", _names.Fold(s.Content.Text) == _names.Fold(line["content"]), $"content is '{s.Content.Text}'");
                break;
        }
        to.Check("source", _names.AreChains(claim.Sources, line.Source), $"source is {string.Join(" ; ", claim.Sources.Select(_names.ChainOf))}, not {line.Source}");
        return to;
    }

    private KindScore CompareSources()
    {
        var left = reading.Sources.Where(s => s.Id != "s0").ToList();
        var score = new KindScore("source");
        foreach (var line in sample.Expected.Where(e => e.Kind == "source"))
        {
            score.Expected++;
            var (kind, chain) = Cut(line.Head);
            // In a chain each name has its kind before it; the first one's is cut off above.
            var names = chain.Split(" < ").Select((n, i) => i == 0 ? n : Cut(n).After);
            var found = left.FindIndex(s => Words.Of(s.Kind) == kind && _names.IsChain(s.Id, string.Join(" < ", names)));
            if (found < 0) { Note(line, "missing"); continue; }
            left.RemoveAt(found);
            score.Right++;
        }
        (score.Found, score.Extra) = (score.Right, left.Count);
        foreach (var source in left) _differences.Add($"{sample.Place}: extra source {source.Id} {Words.Of(source.Kind)} {_names.ChainOf(source.Id)}");
        return score;
    }

    private static (string First, string After) Cut(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (text[..at], text[(at + 1)..]) : (text, "");

    private void SameEntities(FieldComparison to, ExpectedLine line, string field, IReadOnlyList<string> ids)
    {
        var left = ids.ToList();
        var missing = new List<string>();
        var expected = line.List(field);
        foreach (var name in expected)
        {
            var at = left.FindIndex(id => _names.IsNamed(id, name));
            if (at >= 0) left.RemoveAt(at);
            else missing.Add(name);
        }
        to.Fields[field] = new FieldScore(expected.Length - missing.Count, expected.Length, ids.Count);
        if (missing.Count > 0) to.Differences.Add($"{field} lack {string.Join(" ; ", missing)}");
        if (left.Count > 0) to.Differences.Add($"{field} have {string.Join(" ; ", left.Select(_names.Of))} too much");
    }

    /// <summary>A date expected is the first day, or the month or year in which it lies.</summary>
    private static void SameDate(FieldComparison to, string expected, ClaimTime? time)
    {
        var start = time?.Start ?? "";
        to.Check("date", expected.Length == 0 ? start.Length == 0 : start.StartsWith(expected, StringComparison.Ordinal), $"date is {(start.Length > 0 ? start : "null")}, not {(expected.Length > 0 ? expected : "null")}");
    }

    private int LineOf(Evidence where) => where.InTitle ? 0 : 1 + reading.Report.Text.AsSpan(0, where.Start).Count('\n');

    private bool Touches(string actual, string expected)
    {
        var (a, b) = ($" {_names.Fold(actual)} ", $" {_names.Fold(expected)} ");
        return a.Contains(b.Trim(), StringComparison.Ordinal) || b.Contains(a.Trim(), StringComparison.Ordinal);
    }

    private string Describe(Claim claim) => claim switch
    {
        EventClaim e => $"{(e.Type is { } type ? Words.Of(type) : "-")} {e.Mode ?? "-"} {Words.Of(e.Status)} | {e.Evidence[0].Text}",
        FigureClaim f => string.Create(CultureInfo.InvariantCulture, $"{Words.Of(f.Measure)} {f.Low}..{f.High} {Words.Of(f.Bound)} | {f.Words}"),
        StateClaim s => $"{Words.Of(s.Predicate)} | {_names.Of(s.Subject)}",
        StatementClaim s => s.Content.Text,
        _ => "",
    };
}
