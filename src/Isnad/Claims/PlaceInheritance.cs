using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Which places events without a place of their own take from what stands around them in the report.</summary>
internal sealed class PlaceInheritance(Meanings meanings, PlaceFineness fineness, ReportAnalysis report)
{
    private const int LinesBack = 3;
    private const int LinesBeside = 2;
    private const int EventsBack = 32;

    /// <summary>How many events before and after one are looked at for a finer telling of it.</summary>
    private const int EventsAround = 48;

    /// <summary>For each sentence, how often the report has turned to other news up to it.</summary>
    private readonly int[] _block = Blocks(report);

    /// <summary>"Tunis: protesters ...", "Yemen.. a leader killed": the place that opens a headline or sentence is that of its events, unless it speaks.</summary>
    public void Lead()
    {
        var events = report.Events.ToLookup(e => e.Sentence);
        for (var s = 0; s < report.Items.Count; s++)
        {
            if (report.Items[s] is not [{ Phrase: { Preposition: "", IsPlace: true, Name: not null, And: false } place }, .. var rest]) continue;
            var last = rest.Count == 0 || rest.TrueForAll(i => i is { Kind: PartKind.Mark, Mark: '.' }) ? s + 1 : rest[0] is { Kind: PartKind.Mark, Mark: ':' } ? s : -1;
            if (last < 0 || last >= report.Sentences.Count || report.Sentences[last].Line != report.Sentences[s].Line) continue;
            foreach (var e in events[last])
                if (EventPlaces.Of(e).Count == 0 && !e.Voice.Speakers.Any(v => v.Phrase == place)) e.Places.Add(place);
        }
    }

    /// <summary>
    /// "In Aden, the police said that ...": a place that opens a sentence is that of all that it tells, and of the sentences after it in the line up to the
    /// next such place, where they name none.
    /// </summary>
    public void Open()
    {
        var events = report.Events.ToLookup(e => e.Sentence);
        Phrase? open = null;
        for (var s = 0; s < report.Items.Count; s++)
        {
            if (s > 0 && report.Sentences[s].Line != report.Sentences[s - 1].Line) open = null;
            if (Opening(report.Items[s]) is { } place && fineness.Of(place) >= PlaceFineness.Area) open = place;
            if (open is null) continue;
            foreach (var e in events[s])
                if (EventPlaces.Ends(e).Count == 0 && fineness.Finest(e) <= PlaceFineness.Building && (EventPlaces.IsPhysical(e) || e.Type is EventType.Consult or EventType.Mobilize or EventType.Sanction)) { e.Places.Clear(); e.Places.Add(open); }
        }
    }

    private Phrase? Opening(List<SentencePart> items)
    {
        for (var k = 0; k < items.Count && k < 3; k++)
        {
            if (items[k].Kind == PartKind.Verb) return null;
            if (items[k].Phrase is { IsPlace: true } place && meanings.RoleOf(place.Preposition) == Role.Place) return place;
            if (items[k].Phrase is { } other && other.Kind?.Denotes != Denotes.Place) return null;
        }
        return null;
    }

    /// <summary>
    /// An act without a place of its own, or only with a building, happened where its clause or one around it says, or where the report has just told of such
    /// acts: first in its own sentence, then in its line, then, for violence and protest that took place, in the lines beside it.
    /// </summary>
    public void Inherit()
    {
        var events = report.Events;
        for (var i = 0; i < events.Count; i++)
        {
            var e = events[i];
            if (EventPlaces.Ends(e).Count > 0 || !EventPlaces.IsPhysical(e) && !IsSomewhere(e)) continue;
            var own = fineness.Finest(e);
            if (own > PlaceFineness.Building) continue;
            if (InClauses(e) is { } found) Set(e, EventPlaces.Spread(found));
            else if ((EventPlaces.IsPhysical(e) || e.Type is EventType.Consult or EventType.Aid) && Donor(i, own, true) is { } near) Set(e, [.. EventPlaces.Of(near)]);
            else if (!EventPlaces.IsPhysical(e)) continue;
            else if (InSentence(e) is { } other) Set(e, EventPlaces.Spread(other));
            else if (Donor(i, own, false) is { } donor) Set(e, [.. EventPlaces.Of(donor)]);
            else e.Places.RemoveAll(p => p.Genitive is null && p.Adjectives.Count == 0 && p.Complement is null);
        }
    }

    private static int[] Blocks(ReportAnalysis report)
    {
        var block = new int[report.Items.Count];
        for (var s = 1; s < block.Length; s++) block[s] = block[s - 1] + (report.Turns.Contains(s) ? 1 : 0);
        return block;
    }

    /// <summary>Whether an act that is no violence takes place somewhere: a meeting, a rescue, a deployment.</summary>
    private static bool IsSomewhere(EventDraft e) => e.Type == EventType.Aid || e is { Type: EventType.Mobilize, Noun: null } or { Type: EventType.Consult, Mode: not "phone" } or { Type: EventType.Retreat, Mode: "ceasefire" };

    /// <summary>
    /// A headline whose place is a country or region is told in the body, where all tellings of such acts say the same place in it; an act in the body is
    /// told more finely where a definite noun takes it up in the lines after it.
    /// </summary>
    public void Refine()
    {
        for (var i = 0; i < report.Events.Count; i++)
        {
            var e = report.Events[i];
            if (!EventPlaces.IsPhysical(e) || e.Places.Count == 0 || e.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing)) continue;
            var own = fineness.Finest(e);
            if (own is <= PlaceFineness.Building or >= PlaceFineness.Landmark) continue;
            if (Finer(i, own) is { } finer) Set(e, [.. finer]);
        }
    }

    private List<Phrase>? Finer(int at, int own)
    {
        List<Phrase>? finer = null;
        var e = report.Events[at];
        var isHeadline = report.IsHeadline(e.Sentence);
        for (var i = Math.Max(0, at - EventsAround); i < Math.Min(report.Events.Count, at + EventsAround); i++)
        {
            var other = report.Events[i];
            if (other == e || other.Type != e.Type || other.Places.Count == 0 || other.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing)) continue;
            if (!(isHeadline ? IsLike(e, other) : other.PointsBack && other.Group == e.Group && other.Line - e.Line is >= 0 and <= LinesBeside && _block[other.Sentence] == _block[e.Sentence])) continue;
            if (fineness.Finest(other) is var fine && (fine <= own || fine < PlaceFineness.Town - 1) || !fineness.IsIn(other.Places, e.Places)) continue;
            if (finer is null) finer = other.Places;
            else if (!fineness.AreSame(finer, other.Places)) return null;
        }
        return finer;
    }

    /// <summary>Whether two acts are of one family, or one is told by its casualties alone.</summary>
    private static bool IsLike(EventDraft a, EventDraft b) =>
        a.Type != EventType.Assault || (a.Mode == "territory") == (b.Mode == "territory") && (a.Group == b.Group || a.Group.Length == 0 || b.Group.Length == 0 || a.Frame.Measure is not null || b.Frame.Measure is not null);

    private static void Set(EventDraft e, IEnumerable<Phrase> places)
    {
        e.Places.Clear();
        e.Places.AddRange(places);
    }

    // ---- what the clause of an act and those around it say ----

    /// <summary>The place that the clause of a claim or one of those around it names; null if they name none.</summary>
    public Phrase? InClauses(Draft e)
    {
        for (var clause = e.Clause; clause is not null; clause = e is not EventDraft act || EventPlaces.IsPhysical(act) ? Around(clause) : null)
        {
            if (clause is { Link: Link.Relative, Antecedent: { } head } && PlaceIn(head) is { } place) return place;
            if (Located(clause, e) is { } located) return located;
        }
        return null;
    }

    /// <summary>The place nearest to an act in the other clauses of its sentence, but for those that only tell who says so.</summary>
    public Phrase? InSentence(Draft e)
    {
        Phrase? best = null;
        foreach (var clause in report.Clauses[e.Sentence])
        {
            if (clause.Verb?.Lemma is { } lemma && meanings.Says(lemma.Text) || Located(clause, e) is not { } place) continue;
            if (best is null || Math.Abs(place.Start - e.Start) < Math.Abs(best.Start - e.Start)) best = place;
        }
        return best;
    }

    /// <summary>The clause whose place is also that of a clause in it; what somebody says happened elsewhere.</summary>
    private Clause? Around(Clause clause) =>
        clause.Link == Link.Complement && clause.Parent?.Verb?.Lemma is { } lemma && meanings.Says(lemma.Text) ? null : clause.Parent;

    /// <summary>The place under a preposition of place, else in who or what takes part; what follows the act comes first, then what is nearest.</summary>
    private Phrase? Located(Clause clause, Draft e)
    {
        Phrase? best = null;
        var rank = int.MaxValue;
        foreach (var item in clause.Items)
        {
            if (item.Phrase is not { IsCue: false, IsPronoun: false } phrase || PlaceIn(phrase) is not { } place) continue;
            var isDirect = meanings.RoleOf(phrase.Preposition) is Role.Place or Role.Instrument;
            var next = ((isDirect ? 0 : 1) * 2 + (place.Start < e.Start ? 1 : 0)) * 4096 + Math.Min(4095, Math.Abs(place.Start - e.Start));
            if (next < rank) (best, rank) = (place, next);
        }
        return best;
    }

    /// <summary>The place that a phrase is or names, unless it only says from where or whither.</summary>
    private Phrase? PlaceIn(Phrase phrase)
    {
        var role = meanings.RoleOf(phrase.Preposition);
        if (role is Role.From or Role.Toward or Role.About or Role.Between or Role.Except or Role.Without) return null;
        foreach (var inner in phrase.Nested())
        {
            var isLocated = inner == phrase && role is Role.Place or Role.Instrument;
            if (inner.IsPlace && (isLocated || !inner.IsState && (EventPlaces.IsNamed(inner) || inner is { Genitive: null, IsDefinite: true })) && fineness.Of(inner) >= PlaceFineness.Area) return inner;
            if (inner.Complement is { IsPlace: true } part && fineness.Of(part) >= PlaceFineness.Area && meanings.RoleOf(part.Preposition) is Role.Place or Role.Instrument) return part;
        }
        return null;
    }

    // ---- what other acts say ----

    private EventDraft? Donor(int i, int own, bool isNear)
    {
        var events = report.Events;
        var e = events[i];
        var reach = e.Type is EventType.Assault or EventType.Protest && e.Status is ClaimStatus.Happened or ClaimStatus.Ongoing ? LinesBack : 0;
        EventDraft? donor = null;
        var nearest = int.MaxValue;
        for (var j = Math.Max(0, i - EventsBack); j < Math.Min(events.Count, i + EventsBack); j++)
        {
            var lines = Math.Abs(events[j].Line - e.Line);
            if (j == i || lines > reach || isNear && events[j].Sentence != e.Sentence || _block[events[j].Sentence] != _block[e.Sentence] && !report.IsHeadline(e.Sentence) || !CanLend(events[j], e, own)) continue;
            // Nearer lines first, then nearer sentences, what was told before, acts of the same type, and nearer words.
            var distance = ((((lines * 64) + Math.Min(63, Math.Abs(events[j].Sentence - e.Sentence))) * 2 + (j > i ? 1 : 0)) * 2 + (events[j].Type == e.Type ? 0 : 1)) * EventsBack + Math.Abs(j - i);
            if (distance < nearest) (donor, nearest) = (events[j], distance);
        }
        return donor;
    }

    /// <summary>Whether the places of an event tell where another happened.</summary>
    private bool CanLend(EventDraft donor, EventDraft e, int own) =>
        EventPlaces.Of(donor) is { Count: > 0 } at && (EventPlaces.IsPhysical(donor) || donor.Sentence == e.Sentence && donor.Type is EventType.Consult or EventType.Aid or EventType.Mobilize)
        && (own == 0 ? at.Exists(p => fineness.Of(p) > 0) : at.Max(fineness.Of) > own);
}
