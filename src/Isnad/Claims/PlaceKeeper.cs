using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Which places an event keeps, and which it takes from its participants and from the rest of the report.</summary>
internal sealed class PlaceKeeper(Meanings meanings, PlaceFineness fineness, PlaceResolver places)
{
    private const int LinesBack = 3;
    private const int EventsBack = 32;

    /// <summary>Of several places the finest stays, with what is joined to it by "and"; of equally fine ones the first after the event.</summary>
    public void KeepFinest(EventDraft e)
    {
        AddOfParticipants(e);
        if (e.Places.Count == 0) return;
        // "X in the countryside of Y", "X, north of Y": it is X.
        e.Places.RemoveAll(outer => e.Places.Exists(inner => inner != outer && places.IsSetBeside(inner, outer)));
        // Where a movement leads, or begins, is its place; what stands after that only says where that is.
        var ends = e.Type == EventType.Retreat && e.FromPlaces.Count > 0 ? e.FromPlaces : e.TowardPlaces.Count > 0 ? e.TowardPlaces : e.FromPlaces;
        if (ends.Count > 0 && ends.Max(fineness.Of) is > 0 and var end && end >= Finest(e)) { e.Places.Clear(); return; }
        var ordered = e.Places.Distinct().Select(p => (Place: p, Fineness: fineness.Of(p))).OrderByDescending(p => p.Fineness).ThenBy(p => p.Place.Start < e.Start ? 1 : 0).ThenBy(p => p.Place.Start).ToList();
        var (first, best) = ordered[0];
        e.Places.Clear();
        if (best == 0) return;
        e.Places.Add(first);
        var head = first.JoinedTo ?? first;
        foreach (var (place, _) in ordered.Skip(1).OrderBy(p => p.Place.Start))
            if (place == head || place.JoinedTo == head) e.Places.Add(place);
    }

    /// <summary>"Tunis: protesters ...", "Yemen.. a leader killed": the place that opens a headline or sentence is that of its events, unless it speaks.</summary>
    public void Lead(ReportAnalysis report)
    {
        for (var s = 0; s < report.Items.Count; s++)
        {
            if (report.Items[s] is not [{ Phrase: { Preposition: "", IsPlace: true, Name: not null, And: false } place }, .. var rest]) continue;
            var last = rest.Count == 0 || rest.TrueForAll(i => i is { Kind: PartKind.Mark, Mark: '.' }) ? s + 1 : rest[0] is { Kind: PartKind.Mark, Mark: ':' } ? s : -1;
            if (last < 0 || last >= report.Sentences.Count || report.Sentences[last].Line != report.Sentences[s].Line) continue;
            foreach (var e in report.Events)
                if (e.Sentence == last && e.Places.Count + e.FromPlaces.Count + e.TowardPlaces.Count == 0 && !e.Voice.Speakers.Any(v => v.Phrase == place)) e.Places.Add(place);
        }
    }

    /// <summary>
    /// "Shelled the market of the city of X": the town inside what was hit is where it happened; failing that the town
    /// inside who did it ("the police of X").
    /// </summary>
    private void AddOfParticipants(EventDraft e)
    {
        if (!IsPhysical(e) || Finest(e) >= PlaceFineness.Town) return;
        var count = e.Places.Count;
        foreach (var target in e.Targets) AddInside(e.Places, target, PlaceFineness.Area);
        if (e.Places.Count > count || Finest(e) > PlaceFineness.Building) return;
        foreach (var agent in e.Agents) AddInside(e.Places, agent, PlaceFineness.Area);
    }

    private void AddInside(List<Phrase> places, Phrase phrase, int least)
    {
        foreach (var inner in phrase.Nested())
        {
            if (inner.IsPronoun) continue;
            if ((inner != phrase || inner.Kind?.Denotes == Denotes.Place) && inner.Name is not null | inner.Genitive is not null | inner.Adjectives.Count > 0 && inner.IsPlace && !inner.IsState && fineness.Of(inner) >= least)
            {
                places.Add(inner);
                places.AddRange(inner.Conjuncts.Where(c => c.IsPlace));
                return;
            }
            // "A base of the army" is where the base is, "a house in the village" in the village.
            if (inner.Complement is { IsPlace: true, IsState: false } part && inner.Participles.Count == 0 && inner.Kind?.Denotes is not (Denotes.Person or Denotes.Force) && fineness.Of(part) >= least) { places.Add(part); return; }
        }
    }

    /// <summary>
    /// An act without a place of its own, or only with a building, happened where the report has just told of such acts: first
    /// in its own sentence, then in its line, then, for violence and protest that took place, in the lines beside it.
    /// </summary>
    public void Inherit(List<EventDraft> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            var e = events[i];
            if (e.TowardPlaces.Count > 0 || e.FromPlaces.Count > 0 || !IsPhysical(e)) continue;
            var own = Finest(e);
            if (own > PlaceFineness.Building) continue;
            var reach = e.Type is EventType.Assault or EventType.Protest && e.Status is ClaimStatus.Happened or ClaimStatus.Ongoing ? LinesBack : 0;
            EventDraft? donor = null;
            var nearest = int.MaxValue;
            for (var j = Math.Max(0, i - EventsBack); j < Math.Min(events.Count, i + EventsBack); j++)
            {
                var lines = Math.Abs(events[j].Line - e.Line);
                if (j == i || lines > reach || !CanLend(events[j], e, own)) continue;
                // Nearer lines first, then nearer sentences, what was told before, and nearer words.
                var distance = (((lines * 64) + Math.Min(63, Math.Abs(events[j].Sentence - e.Sentence))) * 2 + (j > i ? 1 : 0)) * EventsBack + Math.Abs(j - i);
                if (distance < nearest) (donor, nearest) = (events[j], distance);
            }
            if (donor is not null)
            {
                e.Places.Clear();
                e.Places.AddRange(donor.Places);
            }
            else if (own <= PlaceFineness.Building) e.Places.RemoveAll(p => p.Genitive is null && p.Adjectives.Count == 0 && p.Complement is null);
        }
    }

    /// <summary>
    /// "In Aden, the police said that ...": a place that opens a sentence is that of all that it tells, and of the sentences after it in the line up to the
    /// next such place, where they name none.
    /// </summary>
    public void Open(ReportAnalysis report)
    {
        Phrase? open = null;
        for (var s = 0; s < report.Items.Count; s++)
        {
            if (s > 0 && report.Sentences[s].Line != report.Sentences[s - 1].Line) open = null;
            if (Opening(report.Items[s], meanings) is { } place && fineness.Of(place) >= PlaceFineness.Area) open = place;
            if (open is null) continue;
            foreach (var e in report.Events)
                if (e.Sentence == s && e.FromPlaces.Count + e.TowardPlaces.Count == 0 && Finest(e) <= PlaceFineness.Building && (IsPhysical(e) || e.Type is EventType.Consult or EventType.Mobilize or EventType.Sanction)) { e.Places.Clear(); e.Places.Add(open); }
        }
    }

    private static Phrase? Opening(List<SentencePart> items, Meanings meanings)
    {
        for (var k = 0; k < items.Count && k < 3; k++)
        {
            if (items[k].Kind == PartKind.Verb) return null;
            if (items[k].Phrase is { IsPlace: true } place && meanings.RoleOf(place.Preposition) == Role.Place) return place;
            if (items[k].Phrase is { } other && other.Kind?.Denotes != Denotes.Place) return null;
        }
        return null;
    }

    /// <summary>Whether the places of an event tell where another happened.</summary>
    private bool CanLend(EventDraft donor, EventDraft e, int own) =>
        donor.Places.Count > 0 && (IsPhysical(donor) || donor.Sentence == e.Sentence && donor.Type is EventType.Consult or EventType.Aid) && (own == 0 || Finest(donor) > own);

    private int Finest(EventDraft e) => e.Places.Count == 0 ? 0 : e.Places.Max(fineness.Of);

    private static bool IsPhysical(EventDraft e) => e.Type is EventType.Assault or EventType.Coerce or EventType.Protest or EventType.Retreat && e.Mode is not ("resign" or "ceasefire");
}
