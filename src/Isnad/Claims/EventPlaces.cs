using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>What is asked of the places of events in more than one place.</summary>
internal static class EventPlaces
{
    /// <summary>Whether an event happens somewhere, so that its place can be taken from what stands around it.</summary>
    public static bool IsPhysical(EventDraft e) =>
        e.Type is EventType.Assault or EventType.Coerce or EventType.Protest or EventType.Retreat && e.Mode is not ("resign" or "ceasefire");

    /// <summary>Where an event is: its places, else where a movement leads, or where it begins.</summary>
    public static List<Phrase> Of(EventDraft e) => e.Places.Count > 0 ? e.Places : Ends(e);

    /// <summary>Where a movement leads, or where a retreat begins. From where one fires is not where it strikes.</summary>
    public static List<Phrase> Ends(EventDraft e) =>
        e.FromPlaces.Count > 0 && (e.Type == EventType.Retreat || e.TowardPlaces.Count == 0 && (e.Type != EventType.Assault || e.Mode == "abduct")) ? e.FromPlaces : e.TowardPlaces;

    /// <summary>A place with what is joined to it: "the quarters of X and Y" are X and Y.</summary>
    public static IEnumerable<Phrase> Spread(Phrase place)
    {
        if (place.JoinedTo is { } first && (first.IsPlace || first.Genitive?.IsPlace == true)) place = first;
        var isMany = place.Features.HasFlag(Morph.Dual) || place.Features.HasFlag(Morph.Plur) || place.Genitive?.Conjuncts.Count > 0;
        if (place is { Kind.Denotes: Denotes.Place, Genitive: { } named } && isMany && place.Adjectives.Count == 0 && IsName(named) && named.Conjuncts.TrueForAll(IsName))
            return [named, .. named.Conjuncts, .. place.Conjuncts.Where(IsName)];
        return [place, .. place.Conjuncts.Where(c => c.IsPlace)];
    }

    /// <summary>Whether a phrase tells a place by more than a word for a kind of place: by a name, by what it is of, or by an adjective.</summary>
    public static bool IsNamed(Phrase place) =>
        place.IsPlace && (place.Name is not null || place.Adjectives.Count > 0 || place.Genitive is { } inner && (inner.Name is not null || inner.IsUnknown || inner.IsPersonName || inner.IsPlace || inner.Genitive is null));

    private static bool IsName(Phrase place) => place.IsPlace || place.Name?.As(NameKind.Unlisted) is not null;
}
