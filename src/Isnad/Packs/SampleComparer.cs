using Isnad.Readings;
using Isnad.Text;

namespace Isnad.Packs;

/// <summary>How a reading agrees with a sample, for one kind of claim.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Expected">Claims expected.</param>
/// <param name="Found">Of these, claims found at their place, right in every field or not.</param>
/// <param name="Right">Of these, claims right in every field.</param>
/// <param name="Extra">Claims read that are not expected.</param>
internal readonly record struct KindScore(string Kind, int Expected, int Found, int Right, int Extra);

/// <summary>What is missing, wrong or too much in a reading of a sample.</summary>
internal sealed record SampleScore(string File, IReadOnlyList<KindScore> Kinds, IReadOnlyList<string> Differences)
{
    /// <summary>Whether the reading is what the sample expects, in every field.</summary>
    public bool IsRight => Differences.Count == 0;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{File}: {string.Join(", ", Kinds.Select(k => $"{k.Kind} {k.Right} right and {k.Found} found of {k.Expected}, {k.Extra} extra"))}";
}

/// <summary>Compares a reading with what a sample expects. Words are compared folded, entities by any name or mention.</summary>
internal sealed class SampleComparer(SampleReport sample, Reading reading, LanguagePack pack)
{
    private static readonly string[] Order = ["event", "figure", "state", "statement", "source"];

    private readonly Dictionary<string, Entity> _entities = reading.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Source> _sources = reading.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
    private readonly List<string> _differences = [];

    public static SampleScore Compare(SampleReport sample, Reading reading, LanguagePack pack) => new SampleComparer(sample, reading, pack).Compare();

    private SampleScore Compare()
    {
        var kinds = Order.Select(kind => kind == "source" ? CompareSources() : CompareClaims(kind)).ToArray();
        return new SampleScore(sample.File, kinds, _differences);
    }

    private KindScore CompareClaims(string kind)
    {
        var actual = reading.Claims.Where(c => KindOf(c) == kind).ToList();
        var pairs = new List<(int Wrong, ExpectedLine Line, Claim Claim, List<string> Differences)>();
        foreach (var line in sample.Expected.Where(e => e.Kind == kind))
        {
            foreach (var claim in actual)
            {
                if (!IsAt(line, claim)) continue;
                var differences = Differences(line, claim);
                pairs.Add((differences.Count, line, claim, differences));
            }
        }
        var (taken, found, right) = (new HashSet<Claim>(ReferenceEqualityComparer.Instance), new Dictionary<ExpectedLine, List<string>>(ReferenceEqualityComparer.Instance), 0);
        foreach (var (wrong, line, claim, differences) in pairs.OrderBy(p => p.Wrong))
        {
            if (found.ContainsKey(line) || taken.Contains(claim)) continue;
            taken.Add(claim);
            found.Add(line, [.. differences.Select(d => $"{claim.Id}: {d}")]);
            if (wrong == 0) right++;
        }
        var expected = 0;
        foreach (var line in sample.Expected.Where(e => e.Kind == kind))
        {
            expected++;
            if (!found.TryGetValue(line, out var differences)) Note(line, "missing");
            else if (differences.Count > 0) Note(line, string.Join("; ", differences));
        }
        var extra = actual.Where(c => !taken.Contains(c)).ToList();
        foreach (var claim in extra) _differences.Add($"{sample.File}: extra {kind} {claim.Id}, line {LineOf(claim.Evidence[0])}: {Describe(claim)}");
        return new KindScore(kind, expected, found.Count, right, extra.Count);
    }

    private void Note(ExpectedLine line, string what) =>
        _differences.Add($"{sample.File}:{line.Line}: {line.Kind} {line.Head} | {line[line.Fields.ContainsKey("trigger") ? "trigger" : line.Fields.ContainsKey("words") ? "words" : "subject"]}: {what}");

    private static string KindOf(Claim claim) => claim switch { EventClaim => "event", FigureClaim => "figure", StateClaim => "state", _ => "statement" };

    /// <summary>Whether a claim stands where the line says: same line, and the same trigger, words, subject or content.</summary>
    private bool IsAt(ExpectedLine line, Claim claim)
    {
        var where = claim is StatementClaim said ? said.Content : claim.Evidence[0];
        if (LineOf(where).ToString(System.Globalization.CultureInfo.InvariantCulture) != line["line"]) return false;
        return claim switch
        {
            EventClaim => Touches(claim.Evidence[0].Text, line["trigger"]),
            FigureClaim f => Touches(f.Words, line["words"]) && line.Head.StartsWith(Words.Of(f.Measure) + " ", StringComparison.Ordinal),
            StateClaim s => Words.Of(s.Predicate) == line.Head,
            StatementClaim s => Touches(s.Content.Text, line["content"]),
            _ => false,
        };
    }

    private List<string> Differences(ExpectedLine line, Claim claim)
    {
        var to = new List<string>();
        switch (claim)
        {
            case EventClaim e:
                Same(to, "event", line.Head, $"{(e.Type is { } type ? Words.Of(type) : "-")} {e.Mode ?? "-"} {Words.Of(e.Status)}");
                SameEntities(to, line, "agents", e.Agents);
                SameEntities(to, line, "targets", e.Targets);
                SameEntities(to, line, "places", e.Places);
                SameDate(to, line["date"], e.Time);
                break;
            case FigureClaim f:
                Same(to, "figure", line.Head, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Words.Of(f.Measure)} {f.Low}..{f.High} {Words.Of(f.Bound)}"));
                Same(to, "words", line["words"], f.Words);
                SameEntities(to, line, "unit", f.Unit is { } unit ? [unit] : []);
                SameEntities(to, line, "places", f.Places);
                SameDate(to, line["date"], f.Time);
                break;
            case StateClaim s:
                var subjects = line.List("subject");
                if (!subjects.Any(name => IsNamed(s.Subject, name))) to.Add($"subject is {NameOf(s.Subject)}, not {line["subject"]}");
                SameEntities(to, line, "object", s.Objects);
                SameEntities(to, line, "holder", s.Holder is { } holder ? [holder] : []);
                SameEntities(to, line, "from", s.From is { } from ? [from] : []);
                Same(to, "office", line["office"], s.Office ?? "");
                break;
            case StatementClaim s:
                if (Fold(s.Content.Text) != Fold(line["content"])) to.Add($"content is '{s.Content.Text}'");
                break;
        }
        if (!claim.Sources.Any(id => IsChain(id, line["source"]))) to.Add($"source is {string.Join(" ; ", claim.Sources.Select(ChainOf))}, not {line["source"]}");
        return to;
    }

    private KindScore CompareSources()
    {
        var left = reading.Sources.Where(s => s.Id != "s0").ToList();
        int expected = 0, right = 0;
        foreach (var line in sample.Expected.Where(e => e.Kind == "source"))
        {
            expected++;
            var (kind, chain) = Cut(line.Head);
            // In a chain each name has its kind before it; the first one's is cut off above.
            var names = chain.Split(" < ").Select((n, i) => i == 0 ? n : Cut(n).After);
            var found = left.FindIndex(s => Words.Of(s.Kind) == kind && IsChain(s.Id, string.Join(" < ", names)));
            if (found < 0) { Note(line, "missing"); continue; }
            left.RemoveAt(found);
            right++;
        }
        foreach (var source in left) _differences.Add($"{sample.File}: extra source {source.Id} {Words.Of(source.Kind)} {ChainOf(source.Id)}");
        return new KindScore("source", expected, right, right, left.Count);
    }

    private static (string First, string After) Cut(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (text[..at], text[(at + 1)..]) : (text, "");

    private static void Same(List<string> to, string what, string expected, string actual)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal)) to.Add($"{what} is {actual}, not {expected}");
    }

    private void SameEntities(List<string> to, ExpectedLine line, string field, IReadOnlyList<string> ids)
    {
        var left = ids.ToList();
        var missing = new List<string>();
        foreach (var name in line.List(field))
        {
            var at = left.FindIndex(id => IsNamed(id, name));
            if (at >= 0) left.RemoveAt(at);
            else missing.Add(name);
        }
        if (missing.Count > 0) to.Add($"{field} lack {string.Join(" ; ", missing)}");
        if (left.Count > 0) to.Add($"{field} have {string.Join(" ; ", left.Select(NameOf))} too much");
    }

    /// <summary>A date of the sample is the first day, or the month or year in which it lies.</summary>
    private static void SameDate(List<string> to, string expected, ClaimTime? time)
    {
        var start = time?.Start ?? "";
        if (expected.Length == 0 ? start.Length > 0 : !start.StartsWith(expected, StringComparison.Ordinal)) to.Add($"date is {(start.Length > 0 ? start : "null")}, not {(expected.Length > 0 ? expected : "null")}");
    }

    private bool IsChain(string id, string expected)
    {
        if (expected == "-") return id == "s0";
        var at = id;
        foreach (var name in expected.Split(" < "))
        {
            if (!_sources.TryGetValue(at, out var source) || source.Id == "s0" || !IsSource(source, name)) return false;
            at = source.Via ?? "s0";
        }
        return at == "s0";
    }

    private bool IsSource(Source source, string name) =>
        (source.Entity is { } entity && IsNamed(entity, name)) || (source.Name is { } own && Fold(own) == Fold(name));

    private string ChainOf(string id)
    {
        if (id == "s0" || !_sources.TryGetValue(id, out var source)) return "-";
        var name = source.Entity is { } entity ? NameOf(entity) : source.Name ?? "?";
        return source.Via is null or "s0" ? name : $"{name} < {ChainOf(source.Via)}";
    }

    private bool IsNamed(string id, string name)
    {
        if (!_entities.TryGetValue(id, out var entity)) return false;
        var folded = Fold(name);
        return Fold(entity.Name) == folded || entity.Names.Any(n => Fold(n.Value) == folded) || entity.Mentions.Any(m => Fold(m.Where.Text) == folded);
    }

    private string NameOf(string id) => _entities.TryGetValue(id, out var entity) ? entity.Name : id;

    private int LineOf(Evidence where) => where.InTitle ? 0 : 1 + reading.Report.Text.AsSpan(0, where.Start).Count('\n');

    private bool Touches(string actual, string expected)
    {
        var (a, b) = ($" {Fold(actual)} ", $" {Fold(expected)} ");
        return a.Contains(b.Trim(), StringComparison.Ordinal) || b.Contains(a.Trim(), StringComparison.Ordinal);
    }

    private string Fold(string words) => pack.Fold.Fold(words);

    private string Describe(Claim claim) => claim switch
    {
        EventClaim e => $"{(e.Type is { } type ? Words.Of(type) : "-")} {e.Mode ?? "-"} {Words.Of(e.Status)} | {e.Evidence[0].Text}",
        FigureClaim f => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Words.Of(f.Measure)} {f.Low}..{f.High} {Words.Of(f.Bound)} | {f.Words}"),
        StateClaim s => $"{Words.Of(s.Predicate)} | {NameOf(s.Subject)}",
        StatementClaim s => s.Content.Text,
        _ => "",
    };
}
