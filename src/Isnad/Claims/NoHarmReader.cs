using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Values;

namespace Isnad.Claims;

/// <summary>Finds where a text says that nobody was hurt: figures of none.</summary>
internal sealed class NoHarmReader(Meanings meanings, EventFrames frames)
{
    /// <summary>Adds the figures of none that a clause tells.</summary>
    public void Read(Clause clause, SentenceEvents told, List<FigureDraft> figures)
    {
        for (var k = 0; k < clause.Items.Count; k++)
        {
            if (clause.Items[k].Phrase is not { } phrase || HarmIn(phrase) is not { } harm) continue;
            if (NegationOf(clause, k, phrase, told) is not { } start) continue;
            var (measure, end, unit) = (harm.Measure!.Value, phrase.End, Unit(phrase));
            // "Neither dead nor wounded".
            for (var j = k + 1; j < clause.Items.Count && clause.Items[j].Start - end <= 1; j++)
            {
                if (clause.Items[j].Phrase is not { } next) continue;
                if (HarmIn(next) is not { } other) break;
                if (other.Measure != measure) (measure, unit) = (Measure.Casualties, null);
                end = next.End;
            }
            Add(clause, told, figures, measure, start, end, unit);
            return;
        }
        if (NobodyIn(clause) is { } nobody) Add(clause, told, figures, nobody.Measure, nobody.Start, nobody.End, null);
    }

    private static void Add(Clause clause, SentenceEvents told, List<FigureDraft> figures, Measure measure, int start, int end, Phrase? unit) => figures.Add(new FigureDraft
    {
        Measure = measure,
        Number = new NumberValue(0),
        Unit = unit,
        Clause = clause,
        Cause = told.Events.FindLast(e => e.Clause == clause && e.Type == EventType.Assault) ?? told.Events.FindLast(e => e.Type == EventType.Assault && e.Start < start),
        Start = start,
        End = end,
        From = told.Tokens[start].Start,
        WordsFrom = told.Tokens[start].Start,
        WordsTo = told.Tokens[end - 1].End,
        Rule = "figure.none",
        Sentence = clause.Sentence,
    });

    /// <summary>The word of harm in a phrase without a number.</summary>
    private CountWord? HarmIn(Phrase phrase)
    {
        foreach (var noun in phrase.Nested())
        {
            if (noun.Number is not null) return null;
            if (noun.Lemma is not { } lemma || meanings.CountOf("harm", lemma.Text) is not { } harm) continue;
            if (harm.Noun.Length == 0 || noun.AdjectiveLemmas.Contains(harm.Noun) || (noun.Genitive?.Lemma?.Text == harm.Noun)) return harm;
        }
        return null;
    }

    private static Phrase? Unit(Phrase phrase) => phrase.Nested().LastOrDefault(n => n.Kind?.Denotes == Denotes.Person);

    /// <summary>The token at which the negation of a harm begins, or null where none negates it.</summary>
    private int? NegationOf(Clause clause, int k, Phrase phrase, SentenceEvents told)
    {
        if (meanings.RoleOf(phrase.Preposition) == Role.Without) return Math.Max(clause.Items[0].Start, phrase.Start - (phrase.Preposition.Count(c => c == ' ') + 1));
        if (k > 0 && clause.Items[k - 1] is { Kind: PartKind.Particle, Function: "neg" or "negation-noun" } no && no.End == phrase.Start) return no.Start;
        // "The attack left no dead": the verb says that it came to nothing.
        var around = clause is { Verb: null, Link: Link.Relative, Parent: { } parent } && parent.End <= clause.Start ? parent : clause;
        return around.Verb is { Lemma: { } verb } && !around.Has("exception") && meanings.CountOf("occur", verb.Text) is not null
            && around.Items.FindLast(i => i.Kind == PartKind.Particle && i.Function is "neg-past" or "neg" && i.Start < around.Verb.Start) is { } particle ? particle.Start : null;
    }

    /// <summary>"Nobody was hurt": a negated verb of killing or wounding whose subject is anybody.</summary>
    private (Measure Measure, int Start, int End)? NobodyIn(Clause clause)
    {
        if (clause.Verb is not { Lemma: { } verb } at || clause.Has("exception") || clause.Subjects is not [{ Number: null } subject, ..]) return null;
        if (subject is not { Kind: { Denotes: Denotes.Quantity, Class: "one" }, Genitive: null, Group: null }) return null;
        if (clause.Items.FindLast(i => i.Kind == PartKind.Particle && i.Function is "neg-past" or "neg" && i.Start < at.Start) is not { } particle) return null;
        return frames.OfVerb(verb.Text, clause)?.Measure is { } measure and (Measure.Killed or Measure.Wounded) ? (measure, particle.Start, Math.Max(subject.End, at.End)) : null;
    }
}
