using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>
/// What words ask of those who take part, so as to tell an event: roads, shops and borders are closed by authorities, an account or a season
/// is closed by anybody; weapons and captives are handed over in war, letters every day.
/// </summary>
internal sealed class Restrictions(Meanings meanings, EventFrames frames)
{
    /// <summary>Whether an event has what its word asks for.</summary>
    public bool AreMet(EventDraft e)
    {
        foreach (var need in meanings.NeedsOf(e.Noun?.Lemma is { } noun && e.Noun.Name is null ? noun.Text : e.Frame.Lemma))
            if (!IsMet(need, e)) return false;
        return true;
    }

    private bool IsMet(Need need, EventDraft e) => need.IsOfAgent
        ? e.Agents.Count == 0 || e.Agents.Exists(a => Is(a, need.Kinds))
        : Patients(e).Any(p => Is(p, need.Kinds));

    /// <summary>All that an act may be done to, the genitive and object of its noun, and what its verb governs.</summary>
    private static IEnumerable<Phrase> Patients(EventDraft e)
    {
        var named = e.Noun is { } noun
            ? new[] { noun.Genitive, noun.Object }.OfType<Phrase>()
            : e.Clause!.IsPassive ? e.Clause.Subjects.Concat(e.Clause.Complements) : e.Clause.Objects.Concat(e.Clause.Complements);
        return e.Targets.Concat(e.Places).Concat(e.TowardPlaces).Concat(e.FromPlaces).Concat(e.Instruments).Concat(named);
    }

    /// <summary>Whether a phrase, or what it only counts or carries, denotes one of the kinds. A pronoun and an unknown word may denote anything.</summary>
    private bool Is(Phrase phrase, IReadOnlyList<string> kinds)
    {
        if (phrase.IsPronoun || phrase.IsUnknown) return true;
        if (phrase.Group is { } group) return Is(group, kinds);
        if (phrase.IsPersonName) return kinds.Contains("person");
        if (phrase.Name is { } name && phrase.Head == name.Start) return name.Entries.Any(n => kinds.Contains(KindOf(n.Kind))) || (phrase.IsState && kinds.Contains("body"));
        if (phrase.Genitive is { } counted && (phrase.Kind?.Denotes == Denotes.Quantity || frames.IsCarrier(phrase))) return Is(counted, kinds);
        if (kinds.Contains("event") && frames.OfNoun(phrase) is not null) return true;
        if (phrase.Head == phrase.DemonymToken && phrase.Demonym >= 0) return kinds.Contains("person");
        if (phrase.Kind is not { } kind) return kinds.Contains("person") && phrase.Features.HasFlag(Morphology.Morph.Human) && phrase.Number is not null;
        return kinds.Contains(kind.Denotes.ToString().ToLowerInvariant()) || (kind.Class.Length > 0 && kinds.Contains(kind.Class));
    }

    private static string KindOf(NameKind kind) => kind switch
    {
        NameKind.Place or NameKind.Country or NameKind.Capital or NameKind.Unlisted => "place",
        NameKind.Person or NameKind.Demonym => "person",
        NameKind.Actor or NameKind.Outlet => "body",
        NameKind.Agreement => "agreement",
        _ => "",
    };
}
