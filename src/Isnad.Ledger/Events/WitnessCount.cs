using Isnad.Ledger.Digests;
using Isnad.Ledger.Merging;

namespace Isnad.Ledger.Events;

/// <summary>
/// Who vouches for the claims of one event. The far end of each chain is a witness; near-copies of one text vouch once, by whom the
/// text cites, else by whoever published it first.
/// </summary>
internal sealed class WitnessCount
{
    private const double CopiedText = 0.6;
    private const double CopiedSentence = 0.7;

    /// <summary>For outlets of copied texts: the witness instead.</summary>
    private readonly Dictionary<(string Report, string Witness), string> _instead = [];

    /// <summary>For reports that repeat another's words: the earliest of these.</summary>
    private readonly Dictionary<string, string> _copies = [];

    public WitnessCount(IReadOnlyList<(Telling Telling, Digest Digest)> tellings)
    {
        var ordered = tellings.OrderBy(t => t.Digest.Moment).ThenBy(t => t.Digest.Report, StringComparer.Ordinal).ToArray();
        var copyOf = new int[ordered.Length];
        for (var i = 0; i < ordered.Length; i++)
        {
            copyOf[i] = i;
            for (var j = 0; j < i; j++)
                if (AreCopies(ordered[i].Telling, ordered[j].Telling)) { Join(copyOf, i, j); }
        }
        foreach (var copies in Enumerable.Range(0, ordered.Length).GroupBy(i => Root(copyOf, i)))
        {
            if (copies.Count() < 2) continue;
            var members = copies.Select(i => ordered[i]).ToArray();
            var first = members[0].Digest.Voices[0].Witness;
            // A copy that credits the text tells whose words the others print without credit.
            var cited = members.Where(m => Voices(m).All(v => v.Via is not null)).SelectMany(Voices).Select(v => v.Witness).Order(StringComparer.Ordinal).FirstOrDefault();
            foreach (var (telling, digest) in members)
            {
                if (digest.Report != members[0].Digest.Report) _copies[digest.Report] = members[0].Digest.Report;
                var own = digest.Voices[0].Witness;
                var uncredited = Voices((telling, digest)).All(v => v.Via is null);
                _instead[(digest.Report, own)] = cited is not null && uncredited && !cited.EndsWith("@" + own, StringComparison.Ordinal) ? Heard(cited, members.Select(m => m.Digest.Voices[0].Witness), first) : first;
                foreach (var voice in digest.Voices)
                    if (voice.Witness.EndsWith("@" + own, StringComparison.Ordinal)) _instead[(digest.Report, voice.Witness)] = voice.Witness[..^own.Length] + first;
            }
        }
    }

    /// <summary>The witness that a source of a report stands for in this event.</summary>
    public string Of(Digest digest, Voice voice) => _instead.GetValueOrDefault((digest.Report, voice.Witness), voice.Witness);

    /// <summary>Id of the earliest report whose words a report repeats, or null.</summary>
    public string? CopyOf(string report) => _copies.GetValueOrDefault(report);

    /// <summary>The voices of a claim, without the outlet's own where it is a headline of what the text attributes.</summary>
    public static IEnumerable<Voice> VoicesOf(Telling telling, Digest digest, Told claim)
    {
        var headline = claim.InTitle && telling.Claims.Any(c => digest.Claims[c] is { Kind: "event", InTitle: false, Affirms: true } body && body.Voices.Any(v => digest.Voices[v].Via is not null));
        foreach (var voice in claim.Voices)
            if (!headline || digest.Voices[voice].Via is not null) yield return digest.Voices[voice];
    }

    /// <summary>The chain of a source, from the witness to the outlet.</summary>
    public static string ChainOf(Digest digest, Voice voice) => string.Join(" < ", StepsOf(digest, voice).Select(s => s.Name).Where(n => n.Length > 0));

    /// <summary>Those in the chain of a source, from the witness to the outlet.</summary>
    public static IReadOnlyList<ChainStep> StepsOf(Digest digest, Voice voice)
    {
        var steps = new List<ChainStep>();
        for (var at = voice; at is not null && steps.Count <= digest.Voices.Length; at = at.Via is { } via ? digest.Voices[via] : null) steps.Add(new ChainStep(at.Name, at.Kind));
        return steps;
    }

    private static IEnumerable<Voice> Voices((Telling Telling, Digest Digest) member) =>
        member.Telling.Claims.Select(c => member.Digest.Claims[c]).Where(c => c is { Kind: "event", Affirms: true }).SelectMany(c => c.Voices).Select(v => member.Digest.Voices[v]);

    // A nameless source that all copies heard through one of them.
    private static string Heard(string cited, IEnumerable<string> outlets, string first)
    {
        foreach (var outlet in outlets)
            if (cited.EndsWith("@" + outlet, StringComparison.Ordinal)) return cited[..^outlet.Length] + first;
        return cited;
    }

    private static bool AreCopies(Telling a, Telling b)
    {
        if (a.Report == b.Report) return true;
        if (Sketch.Shared(a.Text, b.Text) >= CopiedText) return true;
        foreach (var one in a.Sentences)
            foreach (var other in b.Sentences)
                if (Sketch.Shared(one, other) >= CopiedSentence) return true;
        return false;
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i) i = parent[i];
        return i;
    }

    private static void Join(int[] parent, int i, int j) => parent[Math.Max(Root(parent, i), Root(parent, j))] = Math.Min(Root(parent, i), Root(parent, j));
}
