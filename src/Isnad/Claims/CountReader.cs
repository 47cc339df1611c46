using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Values;

namespace Isnad.Claims;

/// <summary>How many a phrase counts.</summary>
/// <param name="Number">The number.</param>
/// <param name="NeedsFrame">Whether it counts only beside a word of casualty or capture, as a single person without a number does.</param>
internal readonly record struct Count(NumberValue Number, bool NeedsFrame);

/// <summary>Which phrases count something: by a number, as a dual, as "one of the guards", or as a single person.</summary>
internal static class CountReader
{
    /// <summary>How many a phrase counts, or null.</summary>
    public static Count? Of(Phrase phrase)
    {
        // A dual that no lexicon knows as a person or thing may be any plural.
        if (phrase.Number is { Rule: "number.same" } alone && alone.End - alone.Start == 1 && phrase.Head == alone.Start && phrase.Kind is null && phrase.Demonym < 0) return null;
        if (phrase.Number is { Kind: ValueKind.Number or ValueKind.Money } written) return written.Number is { LowOrNull: not 0 } number ? new(number, false) : null;
        if (phrase.Number is not null || phrase.Head < 0 || phrase.IsPronoun || phrase.IsCue || phrase.IsAny) return null;
        if (phrase.Kind is { Denotes: Denotes.Quantity, Class: "one" } && (phrase.Genitive ?? phrase.Group) is { } group && !group.IsPlace) return new(new NumberValue(1), true);
        if (phrase.Name is not null || phrase.IsPersonName || phrase.IsDefinite && phrase.Analysis.Pronoun == 0 && !IsOnlyFollowed(phrase)) return null;
        if (phrase.Kind?.Denotes is not Denotes.Person && !(phrase.Kind is null && phrase.Demonym >= 0 && phrase.DemonymToken == phrase.Head)) return null;
        if (phrase.Features.HasFlag(Morph.Dual) && !phrase.Features.HasFlag(Morph.Plur)) return new(new NumberValue(2), true);
        return phrase.Analysis.Pronoun == 0 && phrase.Features.HasFlag(Morph.Sing) && !phrase.Features.HasFlag(Morph.Plur) ? new(new NumberValue(1), true) : null;
    }

    /// <summary>"A man met his death": what follows the noun with a pronoun is no genitive of it.</summary>
    private static bool IsOnlyFollowed(Phrase phrase) => !phrase.Features.HasFlag(Morph.Def) && phrase.Genitive is { Kind: null, Name: null, Analysis.Pronoun: > 0 };

    /// <summary>What is counted: the noun, the group of which a number is taken, or for "others" what was counted before.</summary>
    public static Phrase? UnitOf(Phrase phrase, Phrase? before)
    {
        if (phrase.Kind?.Denotes == Denotes.Quantity) return phrase.Genitive ?? phrase.Group ?? before;
        // "One soldier", with the number in words after it, counts soldiers.
        if (phrase.Number is { } number && phrase.Head >= number.Start && number.End > phrase.Head + 1)
            return new Phrase { Start = phrase.Start, End = phrase.Head + 1, From = phrase.From, Head = phrase.Head, Analysis = phrase.Analysis, Lemma = phrase.Lemma, Kind = phrase.Kind };
        if (phrase.Head >= 0) return phrase;
        return phrase.Group ?? before;
    }

    /// <summary>The number with the bound that a tally gives it: what was exceeded, or approached; of "from 5 to 8" the end.</summary>
    public static NumberValue Bounded(NumberValue number, Phrase outer, CountWord? tally, Clause clause)
    {
        if (tally is null) return number;
        if (number.Bound == Bound.Between && outer.Preposition.Length == 0 && tally.Preposition.Length > 0) return new NumberValue(number.High);
        if (tally.Bound == Bound.Exact) return number;
        var bound = tally.Bound == Bound.MoreThan && (clause.Has("neg-past") || clause.Has("neg")) ? Bound.UpTo : tally.Bound;
        return number.With(bound) ?? number;
    }
}
