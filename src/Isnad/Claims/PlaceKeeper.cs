using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Which places an event keeps, and which it takes from the rest of the report.</summary>
internal static class PlaceKeeper
{
    private const int LinesBack = 3;
    private const int EventsBack = 32;

    /// <summary>Of several places the finest stays, with what is joined to it by "and"; of equally fine ones the first after the event.</summary>
    public static void KeepFinest(EventDraft e, PlaceFineness fineness)
    {
        if (e.Places.Count == 0) return;
        var ordered = e.Places.Distinct().Select(p => (Place: p, Fineness: fineness.Of(p))).OrderByDescending(p => p.Fineness).ThenBy(p => p.Place.Start < e.Start ? 1 : 0).ThenBy(p => p.Place.Start).ToList();
        var (first, best) = ordered[0];
        e.Places.Clear();
        if (best == 0) return;
        e.Places.Add(first);
        var head = first.JoinedTo ?? first;
        foreach (var (place, _) in ordered.Skip(1).OrderBy(p => p.Place.Start))
            if (place == head || place.JoinedTo == head) e.Places.Add(place);
    }

    /// <summary>Violence without a place of its own happened where the report has just told of violence.</summary>
    public static void Inherit(List<EventDraft> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            var e = events[i];
            if (e.Places.Count > 0 || e.TowardPlaces.Count > 0 || e.FromPlaces.Count > 0 || !IsPhysical(e)) continue;
            EventDraft? donor = null;
            for (var j = i - 1; j >= Math.Max(0, i - EventsBack) && e.Line - events[j].Line <= LinesBack && donor is null; j--)
                if (IsPhysical(events[j]) && events[j].Places.Count > 0) donor = events[j];
            for (var j = i + 1; j < Math.Min(events.Count, i + EventsBack) && events[j].Line - e.Line <= LinesBack && donor is null; j++)
                if (IsPhysical(events[j]) && events[j].Places.Count > 0) donor = events[j];
            if (donor is not null) e.Places.AddRange(donor.Places);
        }
    }

    private static bool IsPhysical(EventDraft e) => e.Type is EventType.Assault or EventType.Coerce or EventType.Protest;
}
