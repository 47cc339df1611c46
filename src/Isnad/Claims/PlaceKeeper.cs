using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Which of the places beside it an event keeps, and which it takes from its participants.</summary>
internal sealed class PlaceKeeper(PlaceFineness fineness, PlaceResolver places)
{
    /// <summary>Of several places the finest stays, with what is joined to it by "and"; of equally fine ones the first after the event.</summary>
    public void KeepFinest(EventDraft e)
    {
        AddOfParticipants(e);
        if (e.Places.Count == 0) return;
        // "X in the countryside of Y", "X, north of Y": it is X.
        e.Places.RemoveAll(outer => e.Places.Exists(inner => inner != outer && places.IsSetBeside(inner, outer) && fineness.Of(inner) > PlaceFineness.Building));
        // Where a movement leads, or begins, is its place; what stands after that only says where that is.
        var ends = EventPlaces.Ends(e);
        if (ends.Count > 0 && ends.Max(fineness.Of) is > 0 and var end && end >= fineness.Finest(e)) { e.Places.Clear(); return; }
        var ordered = e.Places.Distinct().Select(p => (Place: p, Fineness: fineness.Of(p))).OrderByDescending(p => p.Fineness).ThenBy(p => p.Place.Start < e.Start ? 1 : 0).ThenBy(p => p.Place.Start).ToList();
        var (first, best) = ordered[0];
        e.Places.Clear();
        if (best == 0) return;
        e.Places.Add(first);
        var head = first.JoinedTo ?? first;
        foreach (var (place, _) in ordered.Skip(1).OrderBy(p => p.Place.Start))
            if (place == head || place.JoinedTo == head) e.Places.Add(place);
    }

    /// <summary>
    /// "Shelled the market of the city of X": the town inside what was hit is where it happened; failing that the town
    /// inside who did it ("the police of X").
    /// </summary>
    private void AddOfParticipants(EventDraft e)
    {
        if (!EventPlaces.IsPhysical(e)) return;
        var finest = fineness.Finest(e);
        var hit = new List<Phrase>();
        foreach (var target in e.Targets) AddInside(hit, target, e.Type == EventType.Assault);
        if (hit.Count == 0 && finest < PlaceFineness.Area) hit.AddRange(e.Targets.SelectMany(t => t.Nested().Where(PlaceFineness.IsLandmark).Take(1)));
        // "The outskirts of X, north of Y": the second only says where the first is.
        e.Places.AddRange(finest >= PlaceFineness.Town ? hit.FindAll(inner => e.Places.Exists(outer => places.IsSetBeside(inner, outer))) : hit);
        if (hit.Count > 0 || finest > PlaceFineness.Building) return;
        foreach (var agent in e.Agents) AddInside(e.Places, agent, false);
    }

    private void AddInside(List<Phrase> found, Phrase phrase, bool isHit)
    {
        foreach (var inner in phrase.Nested())
        {
            if (inner.IsPronoun) continue;
            if (IsNamedPlace(inner, isHit && inner == phrase) && fineness.Of(inner) >= PlaceFineness.Area)
            {
                found.AddRange(EventPlaces.Spread(inner));
                return;
            }
            // "A base of the army" is where the base is, "a house in the village" in the village.
            if (inner.Complement is { IsPlace: true, IsState: false } part && inner.Participles.Count == 0 && inner.Kind?.Denotes is not (Denotes.Person or Denotes.Force) && fineness.Of(part) >= PlaceFineness.Area) { found.Add(part); return; }
        }
    }

    /// <summary>Whether a phrase names a place that is no state; a capital that is hit is a city.</summary>
    private static bool IsNamedPlace(Phrase phrase, bool isHit) =>
        EventPlaces.IsNamed(phrase) && (!phrase.IsState || isHit && phrase.Name is { } city && city.As(NameKind.Capital) is not null && city.As(NameKind.Country) is null);
}
