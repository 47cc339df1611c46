using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Resolution;

namespace Isnad.Claims;

/// <summary>Ties the tellings of one happening in a report, and lets them share what each leaves out.</summary>
internal static class HappeningLinker
{
    private const int EventsBack = 64;
    private const int MostTargets = 24;

    public static void Link(List<EventDraft> events, EntityTable entities)
    {
        var count = 0;
        var merged = new List<(EventDraft, EventDraft)>();
        for (var i = 0; i < events.Count; i++)
        {
            var e = events[i];
            var earlier = Enumerable.Range(1, Math.Min(i, EventsBack)).Select(back => events[i - back]).FirstOrDefault(x => (x.Line != e.Line || (e.PointsBack && x.Sentence != e.Sentence)) && Same(x, e, entities));
            e.Happening = earlier?.Happening ?? count++;
            if (earlier is null) continue;
            earlier.IsTold = e.IsTold = true;
            Share(earlier, e);
            Share(e, earlier);
            // In one line the definite noun adds words to the claim; in another it is a claim of its own.
            if (earlier.Line == e.Line) merged.Add((e, earlier));
        }
        foreach (var (e, earlier) in merged)
        {
            foreach (var target in e.Targets)
                if (earlier.Targets.Count < MostTargets && !earlier.Targets.Contains(target)) earlier.Targets.Add(target);
            earlier.Also.Add((e.Start, e.End));
        }
        if (merged.Count > 0)
        {
            var gone = merged.Select(m => m.Item1).ToHashSet();
            events.RemoveAll(gone.Contains);
        }
    }

    private static bool Same(EventDraft a, EventDraft b, EntityTable entities)
    {
        if (a.Type != b.Type || a.Status != b.Status) return false;
        if (Conflict(a.Places, b.Places, entities) || Conflict(a.Agents, b.Agents, entities)) return false;
        if (a.Time is { } x && b.Time is { } y && x.Time!.Start != y.Time!.Start) return false;
        if (b.PointsBack && b.Noun is not null && b.Line - a.Line <= 3 && (a.Group == b.Group || (a.Group.Length == 0 && a.Noun is null && a.Mode != "territory"))) return true;
        return Meet(a.Agents, b.Agents, entities) && (Meet(a.Targets, b.Targets, entities) || Meet(a.Places, b.Places, entities));
    }

    private static bool Conflict(List<Phrase> a, List<Phrase> b, EntityTable entities) => a.Count > 0 && b.Count > 0 && !Meet(a, b, entities);

    private static bool Meet(List<Phrase> a, List<Phrase> b, EntityTable entities) =>
        a.Exists(x => b.Exists(y => entities.Resolve(x) is { } p && p == entities.Resolve(y)));

    private static void Share(EventDraft from, EventDraft to)
    {
        if (to.Places.Count == 0) to.Places.AddRange(from.Places);
        if (to.Agents.Count == 0) to.Agents.AddRange(from.Agents);
        if (to.Targets.Count == 0 && to.PointsBack) to.Targets.AddRange(from.Targets);
        if (to.Time is null && from.Time is not null) (to.Time, to.TimeInherited) = (from.Time, true);
    }
}
