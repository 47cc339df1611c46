using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Semantics;

namespace Isnad.Clauses;

/// <summary>
/// Finds what a phrase after "and" is joined to: the phrase before it in the clause, or one inside that, which is most of
/// its kind ("the meeting of the minister and his visit to the camp": visit joins meeting, not minister).
/// </summary>
internal sealed class Coordination(Meanings meanings)
{
    /// <summary>Phrases that are looked back at, so that long lists cost linear time.</summary>
    private const int PhrasesBack = 10;

    private const int LeastScore = 2;

    private enum Class : byte { Unknown, Actor, Place, Event, Thing }

    /// <summary>Joins the phrases of a clause.</summary>
    public void Join(Clause clause)
    {
        var items = clause.Items;
        for (var k = 1; k < items.Count; k++)
        {
            if (items[k].Phrase is not { And: true, IsCue: false, IsCircumstantial: false, IsPronoun: false } phrase) continue;
            if (Best(items, k, phrase) is not { } found) continue;
            var (outer, joined) = found;
            phrase.JoinedTo = joined.JoinedTo ?? joined;
            phrase.JoinedTo.Conjuncts.Add(phrase);
            if (outer != joined && phrase.Start == outer.End) Lengthen(outer, joined, phrase.End);
            // A bare conjunct shares the preposition of what it is joined to.
            if (outer == joined && phrase.Preposition.Length == 0) phrase.Preposition = outer.Preposition;
        }
    }

    /// <summary>"The quarters of X and Y", "positions of the army and the police": one phrase with both.</summary>
    private static void Lengthen(Phrase outer, Phrase joined, int end)
    {
        foreach (var phrase in outer.Nested())
        {
            if (phrase == joined) break;
            if (phrase.Kind?.Denotes is Denotes.Place or Denotes.Site or Denotes.Facility && (phrase.Features & (Morph.Plur | Morph.Dual)) != 0 && !phrase.Features.HasFlag(Morph.Sing)) phrase.End = end;
        }
    }

    private (Phrase Outer, Phrase Joined)? Best(List<SentencePart> items, int k, Phrase phrase)
    {
        var own = ClassOf(phrase);
        (Phrase, Phrase)? best = null;
        var bestScore = LeastScore - 1;
        var passed = 0;
        for (var j = k - 1; j >= 0 && passed < PhrasesBack; j--)
        {
            if (items[j].Kind == PartKind.Verb || items[j] is { Kind: PartKind.Mark, Mark: ':' }) break;
            if (items[j].Phrase is not { IsCue: false, IsCircumstantial: false, IsPronoun: false } outer) continue;
            if (phrase.Preposition.Length > 0 && phrase.Preposition != outer.Preposition) { passed++; continue; }
            var depth = 0;
            foreach (var inner in outer.Group is null ? outer.Nested() : outer.Nested().Concat(outer.Group.Nested()))
            {
                var isPair = depth == 0 && phrase.Preposition.Length == 0 && outer.Conjuncts.Count == 0 && meanings.RoleOf(outer.Preposition) == Role.Between;
                var score = Score(inner, phrase, own) - passed + (isPair ? 4 : 0) + (depth == 0 && phrase.Preposition.Length > 0 ? 2 : 0);
                // Right after a genitive the genitive is nearer, but only if it is as good.
                if (inner.Name is not null && inner != outer && outer.Kind?.Denotes == Denotes.Person && outer.IsPersonName) score = 0;
                if (score > bestScore) (best, bestScore) = ((outer, inner), score);
                depth++;
            }
            passed++;
        }
        return best;
    }

    /// <summary>How well two phrases go together: the class of their heads first, then definiteness, number, names.</summary>
    private int Score(Phrase before, Phrase phrase, Class own)
    {
        var other = ClassOf(before);
        int score;
        if (own == other) score = own == Class.Unknown ? 2 : 4;
        else if (own == Class.Unknown || other == Class.Unknown) score = own == Class.Event || other == Class.Event ? 0 : 1;
        else if (before.IsState && own == Class.Actor || phrase.IsState && other == Class.Actor) score = 3;
        else return 0;
        if (before.Kind is { } a && phrase.Kind is { } b && a.Denotes == b.Denotes) score += a.Class == b.Class ? 2 : 1;
        if (before.IsDefinite == phrase.IsDefinite) score++;
        if ((before.Name is not null || before.IsPersonName) == (phrase.Name is not null || phrase.IsPersonName)) score++;
        if ((before.Number is not null) == (phrase.Number is not null)) score++;
        if (Count(before) == Count(phrase)) score++;
        if (before.Analysis.Pronoun != 0 && phrase.Analysis.Pronoun != 0) score++;
        return score;
    }

    private static Morph Count(Phrase phrase) => phrase.Features & Morph.Number & ~(phrase.Features.HasFlag(Morph.Sing) ? Morph.Plur : 0);

    private Class ClassOf(Phrase phrase)
    {
        if (phrase.IsPlace) return Class.Place;
        if (phrase.IsPersonName || phrase.Name?.Entries.Any(e => e.Kind is NameKind.Actor or NameKind.Person) == true) return Class.Actor;
        if (phrase.Kind is { } kind)
        {
            return kind.Denotes switch
            {
                Denotes.Person or Denotes.Force or Denotes.Body or Denotes.Family => Class.Actor,
                Denotes.Place => Class.Place,
                Denotes.Other or Denotes.Quantity => IsAction(phrase) ? Class.Event : Class.Unknown,
                _ => Class.Thing,
            };
        }
        if (IsAction(phrase)) return Class.Event;
        return phrase.Number is not null || phrase.Features.HasFlag(Morph.Human) ? Class.Actor : Class.Unknown;
    }

    private bool IsAction(Phrase phrase) =>
        phrase.Features.HasFlag(Morph.Masdar) || (phrase.Lemma is { } lemma && meanings.FramesOf(lemma.Text, FrameKind.Noun).Count > 0);
}
