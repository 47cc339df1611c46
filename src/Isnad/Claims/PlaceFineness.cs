using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>How fine a place is that a phrase names, and whether two can be the same place told with other words.</summary>
internal sealed class PlaceFineness(EntityTable entities)
{
    /// <summary>From here on a place is a town or finer.</summary>
    public const int Town = 6;
    /// <summary>A quarter, airport, camp, base or crossing with a name, in or near a town.</summary>
    public const int Landmark = Town + 1;
    /// <summary>A building or post without a name of its own.</summary>
    public const int Building = 1;
    /// <summary>From here on a place is smaller than a country.</summary>
    public const int Area = 3;

    /// <summary>0 for a description that names no place ("the country", "two towns"), up to <see cref="Town"/> for a town or point and <see cref="Landmark"/> for what lies in one.</summary>
    public int Of(Phrase place)
    {
        if (place.Name is null && place.Genitive is null && place.JoinedTo?.Genitive is null && place.RelativeEnd < 0 && place.Group is null && place.Lemma is not null)
        {
            if (place.Adjectives.Count > 0 && place.IsDefinite) return place.IsSite || place.Demonym < 0 ? Building : 4;
            // "The town" is as fine as the town that it takes up.
            var taken = place.IsDefinite && !place.IsSite ? entities.Resolve(place) : null;
            return taken is { Kind: EntityKind.Place } && (taken.Refs.Count > 0 || taken.Mentions.Exists(m => m.By is null && m.From != place.From)) ? Of(taken) : place.IsSite ? Building : 0;
        }
        // "Before the eyes of their parents": no name.
        if (place is { Name: null, Kind.Denotes: Denotes.Place, Genitive: { Name: null, Analysis.Pronoun: not 0 } }) return 0;
        if (IsLandmark(place)) return Landmark;
        if (place.IsSite && place.Name is null) return place.Genitive is { } name && (name.Name is not null && name.IsPlace || name.Lemma is null) ? Town - 1 : Building;
        return entities.Resolve(place) is { } entity ? Of(entity) : 0;
    }

    /// <summary>Whether a phrase names an airport, camp, crossing, base or the like, by which people know where it is.</summary>
    public static bool IsLandmark(Phrase place) =>
        place is { Name: null, Kind: { Denotes: Denotes.Facility, Class: "camp" or "crossing" or "infrastructure" or "post" or "prison" }, Genitive: { Number: null } named }
        && (named.Name is not null || named.IsUnknown || named.IsPersonName);

    private static int Of(EntityDraft entity)
    {
        if (entity.Kind == EntityKind.Facility) return Building;
        if (entity.Kind is not (EntityKind.Place or EntityKind.Route)) return 0;
        if (entity.Head == "near") return Town - 1;
        return entity.Precision switch
        {
            PlacePrecision.Settlement when entity.Head is "quarter" => Landmark,
            PlacePrecision.Point or PlacePrecision.Settlement => Town,
            PlacePrecision.District => 4,
            PlacePrecision.Region when entity.Head is "route" or "natural" or "mountain" or "valley" or "lake" or "island" => Town - 1,
            PlacePrecision.Governorate or PlacePrecision.Region => Area,
            PlacePrecision.Country => 2,
            // In no gazetteer: a village that the text names is as fine as any.
            _ => entity.Head is "quarter" ? Landmark : entity.Head is "settlement" or "unlisted" or "" ? Town : entity.Head is "natural" or "route" ? Town - 1 : entity.Head is "district" ? 4 : 3,
        };
    }

    /// <summary>How fine the finest place of an event is; 0 for none.</summary>
    public int Finest(EventDraft e) => e.Places.Count == 0 ? 0 : e.Places.Max(Of);

    /// <summary>Whether one of two lists of places can lie in the other: they share one, or one is coarser and of the same country.</summary>
    public bool CanBeOne(List<Phrase> a, List<Phrase> b)
    {
        if (a.Count == 0 || b.Count == 0) return true;
        foreach (var x in a)
            foreach (var y in b)
                if (CanBeOne(x, y)) return true;
        return false;
    }

    /// <summary>Whether two lists have a place in common.</summary>
    public bool AreSame(List<Phrase> a, List<Phrase> b) => Participants.Meet(a, b, entities);

    /// <summary>Whether one of a list of places is known to lie in one of another.</summary>
    public bool IsIn(List<Phrase> inner, List<Phrase> outer) =>
        inner.Exists(a => outer.Exists(b => entities.Resolve(a) is { } p && entities.Resolve(b) is { } q && (PlaceResolver.IsWithin(p, q)
            || p.Country is not null && p.Country == q.Country && (q.Precision == PlacePrecision.Country || q.Admin1 is not null && p.Admin1 == q.Admin1))));

    private bool CanBeOne(Phrase a, Phrase b)
    {
        var (x, y) = (Of(a), Of(b));
        if (x == 0 || y == 0) return true;
        if (entities.Resolve(a) is not { } p || entities.Resolve(b) is not { } q) return true;
        if (p == q) return true;
        for (var outer = p.Within; outer is not null; outer = outer.Within)
            if (outer == q) return true;
        for (var outer = q.Within; outer is not null; outer = outer.Within)
            if (outer == p) return true;
        if (p.Country is not null && q.Country is not null && p.Country != q.Country) return false;
        if (Math.Min(x, y) >= Area && p.Admin1 is not null && q.Admin1 is not null && p.Admin1 != q.Admin1) return false;
        return x != y && Math.Min(x, y) <= 4;
    }
}
