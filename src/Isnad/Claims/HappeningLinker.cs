using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Resolution;

namespace Isnad.Claims;

/// <summary>
/// Ties the tellings of one happening in a report, and lets them share what each leaves out: a definite noun takes up the last
/// happening of its family, a headline is told again in the body, and tellings with the same participants are one.
/// </summary>
internal sealed class HappeningLinker(EntityTable entities)
{
    private const int EventsBack = 48;
    private const int MostTargets = 24;

    private readonly PlaceFineness _places = new(entities);

    /// <summary>Numbers the happenings of a report's events, in text order.</summary>
    public void Link(List<EventDraft> events)
    {
        var count = 0;
        var merged = new List<(EventDraft, EventDraft)>();
        for (var i = 0; i < events.Count; i++)
        {
            var e = events[i];
            var earlier = Earlier(events, i);
            e.Happening = earlier?.Happening ?? count++;
            if (earlier is null) continue;
            earlier.IsTold = e.IsTold = true;
            Share(earlier, e);
            Share(e, earlier);
            // In one line the definite noun adds words to the claim; in another line, or said by somebody else, it is a claim of its own.
            if (earlier.Line == e.Line && (e.Voice.IsOutlet || IsOneVoice(e, earlier))) merged.Add((e, earlier));
        }
        Refine(events);
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

    private EventDraft? Earlier(List<EventDraft> events, int i)
    {
        var e = events[i];
        for (var back = 1; back <= Math.Min(i, EventsBack); back++)
        {
            var x = events[i - back];
            if ((x.Line != e.Line || (IsConfirmed(e) && x.Sentence != e.Sentence) || (e.PointsBack && (x.Sentence != e.Sentence || (x.Group == e.Group && x.Clause != e.Clause)))) && Same(x, e)) return x;
        }
        return null;
    }

    private bool Same(EventDraft a, EventDraft b)
    {
        if (a.Type != b.Type || a.Status != b.Status || a.Polarity != b.Polarity) return false;
        if (!_places.CanBeOne(a.Places, b.Places) || Conflict(a.Agents, b.Agents)) return false;
        if (a.Time is { } x && b.Time is { } y && x.Time!.Start != y.Time!.Start) return false;
        if (b.PointsBack && b.Noun is not null && b.Line - a.Line <= 4 && IsTakenUp(a, b)) return true;
        if (a.Line == 0 && b.Line is 1 or 2 && a.Type == EventType.Assault && !Conflict(a.Targets, b.Targets) && (Participants.Meet(a.Targets, b.Targets, entities) || Participants.Meet(a.Agents, b.Agents, entities) || ShareWord(a, b))) return true;
        if (IsConfirmed(b) && (Participants.Meet(a.Targets, b.Targets, entities) || Participants.Meet(a.Places, b.Places, entities))) return true;
        return Participants.Meet(a.Agents, b.Agents, entities) && (Participants.Meet(a.Targets, b.Targets, entities) || Participants.Meet(a.Places, b.Places, entities));
    }

    /// <summary>"Confirmed the shelling of the town": an act that somebody confirms has been told.</summary>
    private static bool IsConfirmed(EventDraft e) => e.Noun is not null && e.Voice.Stance == Stance.Confirms;

    /// <summary>Whether a definite noun can take up an earlier event: of its family, or told by a verb or by its casualties alone.</summary>
    private static bool IsTakenUp(EventDraft a, EventDraft b) =>
        a.Group == b.Group || (a.Mode != "territory" && (a.Group.Length == 0 || a.Frame.Measure is not null));

    private static bool ShareWord(EventDraft a, EventDraft b) => a.Group.Length > 0 && a.Group == b.Group;

    private bool Conflict(List<Phrase> a, List<Phrase> b) => a.Count > 0 && b.Count > 0 && a.Exists(IsNamed) && b.Exists(IsNamed) && !Participants.Meet(a, b, entities);

    /// <summary>Whether a phrase names somebody, so that another name is somebody else.</summary>
    private bool IsNamed(Phrase phrase) => phrase.IsPersonName || phrase.Name is not null || phrase.Demonym >= 0 || entities.Resolve(phrase) is { Refs.Count: > 0 };

    private static bool IsOneVoice(EventDraft a, EventDraft b) => a.Voice.Speakers.SequenceEqual(b.Voice.Speakers);

    /// <summary>Gives one telling what only the other has. Who did it is not taken from somebody else's mouth: it is what the sides dispute.</summary>
    private static void Share(EventDraft from, EventDraft to)
    {
        if (to.Places.Count == 0) to.Places.AddRange(from.Places);
        if (to.Agents.Count == 0 && (from.Voice.IsOutlet || IsOneVoice(from, to))) to.Agents.AddRange(from.Agents.Where(a => !to.Targets.Contains(a)));
        if (to.Targets.Count == 0 && to.PointsBack) to.Targets.AddRange(from.Targets);
        if (to.Time is null && from.Time is not null) (to.Time, to.TimeInherited) = (from.Time, true);
    }

    /// <summary>All tellings of a happening are where the one says that tells it most finely.</summary>
    private void Refine(List<EventDraft> events)
    {
        var finest = new Dictionary<int, (List<Phrase> Places, int Fineness)>();
        foreach (var e in events)
        {
            if (!e.IsTold || e.Places.Count == 0) continue;
            var fineness = e.Places.Max(_places.Of);
            if (!finest.TryGetValue(e.Happening, out var best) || fineness > best.Fineness) finest[e.Happening] = ([.. e.Places], fineness);
        }
        foreach (var e in events)
        {
            if (!e.IsTold || !finest.TryGetValue(e.Happening, out var best)) continue;
            if (e.Places.Count > 0 && (e.Places.Max(_places.Of) >= best.Fineness || !_places.CanBeOne(e.Places, best.Places))) continue;
            e.Places.Clear();
            e.Places.AddRange(best.Places);
        }
    }
}
