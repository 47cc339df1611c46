using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Packs;
using Isnad.Semantics;
using Isnad.Tests.Fuzz;

namespace Isnad.Tests.Experiments;

/// <summary>
/// What unvowelled writing leaves open: whether a verb is active or passive, and whether the genitive of a verbal noun did it
/// or suffered it. Clauses written before the engine was looked at; see docs/decisions/0006-voices-and-genitives.md.
/// </summary>
public sealed class VoiceTests(ITestOutputHelper output)
{
    private readonly ReportReader _reader = new(Repository.Arabic);

    /// <summary>Never a smaller share right than was reached.</summary>
    [Theory]
    [InlineData("voices.txt", 0.79)]
    [InlineData("genitives.txt", 0.71)]
    public void ReadsAsManyAsItHas(string corpus, double reached)
    {
        var cases = Seeds.Cases(corpus);
        Assert.Equal(200, cases.Count);
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var right = 0;
        foreach (var c in cases)
        {
            var expected = Assert.Single(c.Expected).Split(" | ");
            var wanted = expected.Length == 2 ? expected[0] : expected[1];
            var (got, detail) = expected.Length == 2 ? Voice(c, expected[1]) : Genitive(c, expected[0], expected[2]);
            if (got == wanted) right++;
            else output.WriteLine($"{c.File}:{c.Line}: {c.Text}  {c.Expected[0]}: {got} ({detail})");
            var kind = $"{wanted}, read {got}{(detail.Length > 0 ? ", " + detail : "")}";
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }
        foreach (var (kind, count) in kinds) output.WriteLine($"{count,4}  {kind}");
        var share = (double)right / cases.Count;
        Assert.True(share >= reached, $"{corpus}: {right} of {cases.Count} are right, a share of {reached} is wanted");
    }

    /// <summary>How a clause's verb is read, and what of its features is known.</summary>
    private (string Got, string Detail) Voice(ValueCase c, string word)
    {
        var report = Read(c);
        var at = Find(report, c.Text, word);
        foreach (var clause in report.Clauses.SelectMany(s => s))
        {
            if (clause.Verb is not { } verb || at < verb.Start || at >= verb.End) continue;
            var lemma = verb.Lemma!.Text;
            var frame = Repository.Arabic.Meanings.FramesOf(lemma, FrameKind.Verb).Any(f => f.Roles is RolePattern.Transitive or RolePattern.Victim);
            var phrases = clause.Subjects.Concat(clause.Objects).Where(p => !p.IsPronoun).ToList();
            var known = phrases.TrueForAll(Known);
            return (clause.IsPassive ? "passive" : "active", (frame ? "frame" : "no frame") + (known ? "" : ", class unknown"));
        }
        return ("no verb", report.Analyses[at].Count == 0 ? "unknown word" : "known word");
    }

    /// <summary>The role of a noun's genitive, and what of its features is known.</summary>
    private (string Got, string Detail) Genitive(ValueCase c, string noun, string genitive)
    {
        var report = Read(c);
        var at = Find(report, c.Text, noun + " " + genitive.Split(' ')[0]);
        var events = report.Events.FindAll(e => at >= e.Start && at < e.End);
        // The words of casualties may have gone to the act that caused them.
        if (events.Count == 0) events = report.Events.FindAll(e => e.Targets.Exists(p => Holds(p, at + 1) && p.Start > at));
        var agent = events.Exists(e => e.Agents.Exists(p => Holds(p, at + 1) && p.Start > at));
        var target = events.Exists(e => e.Targets.Concat(e.Places).Any(p => Holds(p, at + 1) && p.Start > at));
        var phrase = report.Items.SelectMany(s => s).Where(i => i.Phrase is not null).SelectMany(i => i.Phrase!.Nested()).LastOrDefault(p => p.Head == at + 1 || p.Start == at + 1);
        var framed = report.Analyses[at].Any(a => Repository.Arabic.Meanings.FramesOf(Repository.Arabic.Lexicon.Lemmas[a.Lemma].Text, FrameKind.Noun).Count > 0);
        var detail = (framed ? "frame" : "no frame") + (phrase is null || Known(phrase) ? "" : ", class unknown");
        if (report.Clauses.Exists(s => s.Exists(k => k.Verb is { } verb && at >= verb.Start && at < verb.End))) detail += ", taken for a verb";
        if (events.Count == 0) return ("no event", detail);
        return ((agent, target) switch { (true, true) => "both", (true, false) => "agent", (false, true) => "target", _ => "neither" }, detail);
    }

    private static bool Known(Phrase p) => p.Kind is not null || p.Name is not null || p.IsPersonName || p.Number is not null;

    private static bool Holds(Phrase p, int token) => token >= p.Start && token < p.End;

    private ReportAnalysis Read(ValueCase c) => _reader.Read(c.Text, 0, c.Published);

    /// <summary>The token in which <paramref name="words"/> begin, or which holds them after a proclitic.</summary>
    private static int Find(ReportAnalysis report, string text, string words)
    {
        for (var from = text.IndexOf(words, StringComparison.Ordinal); from >= 0; from = text.IndexOf(words, from + 1, StringComparison.Ordinal))
        {
            var to = from + words.Length;
            if (to < text.Length && char.IsLetter(text[to])) continue;
            if (from > 1 && text[from - 1] != ' ' && text[from - 2] != ' ') continue;
            return report.Tokens.FindIndex(t => report.Text.ToOriginal(t.Start, t.End) is var e && from >= e.Start && from < e.End);
        }
        throw new InvalidOperationException($"{words} does not stand in {text}");
    }
}
