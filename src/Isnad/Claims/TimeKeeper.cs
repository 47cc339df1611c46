using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Semantics;
using Isnad.Values;

namespace Isnad.Claims;

/// <summary>Says which of the times that a sentence gives is the time of which claim.</summary>
internal sealed class TimeKeeper(Meanings meanings, EventFrames frames)
{
    /// <summary>Gives the claims of a sentence the times that stand with them.</summary>
    public void Attach(SentenceEvents told, IEnumerable<Draft> drafts)
    {
        if (!told.Clauses.Exists(c => c.Items.Exists(IsTime))) return;
        var owners = new Dictionary<SentencePart, EventDraft>();
        foreach (var clause in told.Clauses)
            for (var k = 0; k < clause.Items.Count; k++)
                if (IsTime(clause.Items[k]) && !IsMeasureOfRank(clause, k) && OwnerOf(clause, k, told) is { } owner) owners[clause.Items[k]] = owner;
        foreach (var draft in drafts)
        {
            if (TimeOf(draft, told, owners) is not { } time) continue;
            draft.Time = time.Value;
            if (draft is EventDraft e && time.Value?.Time is { Distance: not null }) e.TimeFrom = ReckonedFrom(e, time, told);
        }
        foreach (var meeting in told.Events) ShareDuring(meeting, told);
    }

    /// <summary>What is done "during the meeting" is done when the meeting is held.</summary>
    private void ShareDuring(EventDraft meeting, SentenceEvents told)
    {
        if (meeting.Noun is null || meeting.Clause!.Items.Find(i => i.Phrase?.Contains(meeting.Noun) ?? false)?.Phrase is not { } outer || meanings.RoleOf(outer.Preposition) != Role.During) return;
        if (told.Events.Find(e => e.Clause == meeting.Clause && e.Noun is null) is not { } act) return;
        if (meeting.Time is null) (meeting.Time, meeting.TimeInherited) = (act.Time, act.Time is not null);
        else if (act.Time is null) (act.Time, act.TimeInherited) = (meeting.Time, true);
    }

    private static bool IsTime(SentencePart item) => item is { Kind: PartKind.Time, Value.Time: not null };

    /// <summary>"The heaviest shelling in six months" tells how long there was none like it, not since when it goes on.</summary>
    private static bool IsMeasureOfRank(Clause clause, int k)
    {
        if (clause.Items[k].Value?.Time?.Relation != TimeRelation.Since) return false;
        for (var j = k - 1; j >= 0 && clause.Items[j].Kind is PartKind.Phrase; j--)
            if (clause.Items[j].Phrase!.Nested().Any(n => n.Features.HasFlag(Morph.Elative))) return true;
        return false;
    }

    /// <summary>
    /// The event noun whose own time the item at <paramref name="k"/> is: it stands right after a noun without the article ("Sunday's
    /// attack"), or after a noun that the clause's verb governs and that has begun a phrase of its own ("accused them of shelling the market yesterday").
    /// </summary>
    private EventDraft? OwnerOf(Clause clause, int k, SentenceEvents told)
    {
        var time = clause.Items[k];
        for (var j = k - 1; j >= 0; j--)
        {
            var item = clause.Items[j];
            if (item.Kind == PartKind.Verb || IsTime(item) || item is { Kind: PartKind.Mark, Mark: ',' }) return null;
            if (item.Phrase is not { } phrase) continue;
            foreach (var noun in phrase.Nested().Reverse())
            {
                if (noun.Features.HasFlag(Morph.Def) || told.Events.Find(e => e.Noun == noun) is not { } told1) continue;
                if (noun.End == time.Start || (j == k - 1 && phrase.End == time.Start)) return told1;
                if (told1.Governor is { } governor && governor.Clause == clause && governor.Noun is null) return told1;
            }
            if (frames.IsEventPhrase(phrase)) return null;
        }
        return null;
    }

    private SentencePart? TimeOf(Draft draft, SentenceEvents told, Dictionary<SentencePart, EventDraft> owners)
    {
        foreach (var (time, owner) in owners)
            if (owner == draft || draft is FigureDraft { Cause: { } cause } && cause == owner) return time;
        if (draft is EventDraft { Noun: { } named } act)
            foreach (var relative in told.Clauses)
                if ((act.Relatives.Contains(relative) || TellsResultOf(relative, named) || relative is { Link: Link.Coordinate, Parent: { } first } && TellsResultOf(first, named) && frames.OfVerb(relative.Verb!.Lemma!.Text, relative) is not { Type: not null }) && relative.Items.Find(IsTime) is { } own) return own;
        if (draft is EventDraft e && IsVerbal(e) && told.Clauses.Find(c => c is { Link: Link.Relative, Antecedent.Kind.Denotes: Denotes.Document } && c.Parent == e.Clause && c.Items.Exists(IsTime)) is { } published)
            return published.Items.Find(IsTime);
        if (draft is EventDraft { Noun: not null } noun && !SharesTimeOfClause(noun, told)) return null;
        for (var clause = draft.Clause; clause is not null; clause = ContinuedBy(clause, draft))
        {
            SentencePart? best = null;
            for (var k = 0; k < clause.Items.Count; k++)
            {
                var item = clause.Items[k];
                if (!IsTime(item) || item.Value!.Value.Time!.Relation == TimeRelation.Until || owners.ContainsKey(item) || IsMeasureOfRank(clause, k)) continue;
                if (best is null || Math.Abs(item.Start - draft.Start) < Math.Abs(best.Start - draft.Start)) best = item;
            }
            if (best is not null) return best;
        }
        return null;
    }

    /// <summary>"The attack, which killed two on Friday": a relative clause that tells no act of its own.</summary>
    private bool TellsResultOf(Clause clause, Phrase noun) =>
        clause is { Link: Link.Relative, Antecedent: { } head, Verb.Lemma: { } verb } && (head.Contains(noun) || noun.Contains(head)) && frames.OfNoun(head) is not null
        && frames.OfVerb(verb.Text, clause) is not { Type: not null };

    /// <summary>The clause whose time holds for a clause without one: that which it continues, or the saying that a view is given in.</summary>
    private Clause? ContinuedBy(Clause clause, Draft draft) => clause.Link switch
    {
        Link.Auxiliary or Link.Fragment or Link.Coordinate => clause.Parent,
        Link.Complement when draft is EventDraft e && IsVerbal(e) => clause.Parent,
        // "Was killed on Wednesday after he had opened fire": one fight.
        Link.Complement when draft is EventDraft { Noun: null, Type: EventType.Assault } && (IsViolence(clause.Parent) || clause.Parent is { Verb: null, Link: Link.Subordinate }) => clause.Parent,
        Link.Subordinate when clause.Opening is "after" or "when" or "while" or "before" && draft is EventDraft { Noun: null, Type: EventType.Assault } && IsViolence(clause.Parent) => clause.Parent,
        _ => null,
    };

    private bool IsViolence(Clause? clause) => clause?.Verb?.Lemma is { } verb && frames.OfVerb(verb.Text, clause) is { Type: EventType.Assault };

    /// <summary>
    /// Whether the time of its clause is an event noun's: where the clause has no verb, or one that only carries, begins or announces the event; not where
    /// the verb tells an act of its own, or the noun only says after what, or for what, something was.
    /// </summary>
    private bool SharesTimeOfClause(EventDraft e, SentenceEvents told)
    {
        var clause = e.Clause!;
        if (clause.Verb is null) return true;
        if (e.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing) && (e.Governor is not null || e.Status is ClaimStatus.Denied or ClaimStatus.Sought or ClaimStatus.Possible)) return false;
        if (told.VerbTolls.Any(t => t.Attack == e && t.Killing.Clause == clause)) return true;
        if (told.Events.Exists(v => v != e && v.Clause == clause && v.Noun is null && v.Type is not null)) return false;
        var outer = clause.Items.Find(i => i.Phrase is { } p && p.Contains(e.Noun))?.Phrase;
        if (outer is null) return e.Noun!.IsObject;
        if (!frames.IsCarried(outer, e.Noun!) && frames.OfNoun(outer) is null) return false;
        // "The arrival of troops in an operation to free the area": only the first is of that day.
        if (!outer.And && told.Events.Exists(o => o != e && o.Clause == clause && o.Noun is { } first && o.Start < e.Start && !outer.Contains(first))) return false;
        if (clause.Subjects.Contains(outer) || clause.Objects.Contains(outer) || outer.Preposition.Length == 1) return true;
        return meanings.RoleOf(outer.Preposition) is not (Role.Cause or Role.None or Role.Under) || told.Tolls.Exists(t => t.Cause == e);
    }

    /// <summary>The event from which a time is reckoned: "two days after the attack".</summary>
    private static EventDraft? ReckonedFrom(EventDraft e, SentencePart time, SentenceEvents told) =>
        told.Events.Where(o => o != e && o.Noun is not null && o.Start >= time.End && o.Start <= time.End + 3).MinBy(o => o.Start);

    /// <summary>Whether an act is done in words, so that it is of the day on which they are said.</summary>
    private static bool IsVerbal(EventDraft e) =>
        e.Type is EventType.Accuse or EventType.Support or EventType.Request or EventType.Reject or EventType.Threaten or EventType.Concede;

    // ---- over the report ----

    private const int EventsBack = 48;
    private const int LinesBack = 5;
    private const int Rounds = 2;

    /// <summary>A headline tells what one of so many lines after it tells.</summary>
    private const int LinesOfNews = 3;

    /// <summary>Lets claims without a time take it from another telling of the same scene; nothing takes the day of publication.</summary>
    public void Inherit(ReportAnalysis report)
    {
        var events = report.Events;
        foreach (var e in events) Reckon(e);
        var byHappening = events.Where(IsDated).GroupBy(e => e.Happening).ToDictionary(g => g.Key, g => g.First());
        // What one telling takes over it may hand on, to the headline above all.
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < events.Count; i++)
            {
                var e = events[i];
                if (e.Time is not null || e.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing)) continue;
                var donor = e.Happening >= 0 && byHappening.TryGetValue(e.Happening, out var told) ? told : Donor(i, report);
                if (donor is not null) (e.Time, e.TimeInherited, e.TimeFrom) = (donor.Time, true, donor.TimeFrom);
            }
    }

    /// <summary>"Two days after the attack" is a day where the attack has one.</summary>
    private static void Reckon(EventDraft e)
    {
        if (e is not { TimeFrom.Time.Time: { Start: { } start, Precision: TimePrecision.Day or TimePrecision.PartOfDay or TimePrecision.Minute }, Time: { Time: { Start: null, Distance: { IsExact: true } distance } time } found }) return;
        var count = (int)Math.Clamp(distance.Low, 0, 100_000) * (time.Relation == TimeRelation.Before ? -1 : 1);
        DateOnly? day = distance.Unit switch
        {
            "minute" or "hour" => null,
            "day" => start.AddDays(count),
            "week" => start.AddDays(7 * count),
            "month" => start.AddMonths(count),
            "year" when count is > -1000 and < 1000 => start.AddYears(count),
            _ => null,
        };
        if (day is not null) e.Time = found with { Value = time with { Start = day, End = day, Precision = TimePrecision.Day } };
    }

    private EventDraft? Donor(int i, ReportAnalysis report)
    {
        var events = report.Events;
        var e = events[i];
        var isHeadline = report.IsHeadline(e.Sentence);
        for (var j = i + 1; isHeadline && j < Math.Min(events.Count, i + EventsBack); j++)
        {
            // A headline tells what the first lines tell.
            if (events[j].Line == e.Line || events[j].Type != e.Type) continue;
            if (events[j].Line - e.Line > LinesOfNews) break;
            if (IsDated(events[j]) && IsHeadlineOf(e, events[j], report.Entities)) return events[j];
        }
        for (var back = 1; back <= EventsBack; back++)
        {
            if (i - back >= 0 && IsDated(events[i - back]) && IsOneScene(events[i - back], e, report)) return events[i - back];
            if (i + back < events.Count && IsDated(events[i + back]) && IsOneScene(events[i + back], e, report)) return events[i + back];
        }
        return null;
    }

    private static bool IsDated(EventDraft e) =>
        e is { Time.Time: { Start: not null, Relation: TimeRelation.At, Precision: TimePrecision.Day or TimePrecision.PartOfDay or TimePrecision.Minute } }
        && e.Status is ClaimStatus.Happened or ClaimStatus.Ongoing;

    private static bool IsHeadlineOf(EventDraft title, EventDraft body, EntityTable entities)
    {
        if (AreElsewhere(title, body, entities) || Conflict(title.Agents, body.Agents, entities)) return false;
        if (title.Group.Length > 0 ? title.Group == body.Group : title.Frame.Lemma == body.Frame.Lemma) return true;
        return Meet(title.Agents, body.Agents, entities) || Meet(title.Targets, body.Targets, entities) || Meet(title.Places, body.Places, entities);
    }

    /// <summary>
    /// Acts in words by one speaker are of one day unless they say otherwise; and so is what one party goes on to do in the sentence right after.
    /// </summary>
    private bool IsOneScene(EventDraft donor, EventDraft e, ReportAnalysis report)
    {
        if (IsSameHappening(donor, e, report.Entities)) return true;
        if (IsReactionOfTheDay(donor, e, report)) return true;
        if (GoesOn(donor, e)) return true;
        if (!Meet(donor.Agents, e.Agents, report.Entities) && !(IsVerbal(e) && e.Voice.Speakers.Any(s => s.Phrase is { } speaker && Meet(donor.Agents, [speaker], report.Entities)))) return false;
        var isSpoken = IsVerbal(e) && (IsVerbal(donor) || donor.Type == EventType.Consult) || e.Type == EventType.Consult && IsVerbal(donor);
        if (isSpoken) return donor.Assertion != Assertion.Background && e.Assertion == Assertion.Asserted;
        if (donor.Sentence == e.Sentence) return donor.Start < e.Start && e is { Noun: null, Clause.Link: Link.Coordinate };
        return donor.Sentence + 1 == e.Sentence && donor.Line == e.Line && donor.Type != EventType.Consult && e.Noun is null && e.Clause is { Parent: null, Verb.And: true };
    }

    /// <summary>Violence of one kind without a conflict of place or party, where one telling points back or both name a party or place.</summary>
    private static bool IsSameHappening(EventDraft donor, EventDraft e, EntityTable entities)
    {
        if (donor.Type != e.Type || donor.Type is not (EventType.Assault or EventType.Consult or EventType.Protest) || Math.Abs(donor.Line - e.Line) > LinesBack) return false;
        if (IsTollOf(donor, e)) return true;
        if (donor.Type == EventType.Assault && Meet(donor.Agents, e.Agents, entities) && Meet(donor.Targets, e.Targets, entities) && !AreElsewhere(donor, e, entities)) return true;
        if (donor.Group.Length > 0 ? donor.Group != e.Group : donor.Frame.Lemma != e.Frame.Lemma) return false;
        if (AreElsewhere(donor, e, entities) || Conflict(donor.Agents, e.Agents, entities)) return false;
        return donor.PointsBack || e.PointsBack || Meet(donor.Agents, e.Agents, entities) && donor.Agents.Count > 0 || Meet(donor.Targets, e.Targets, entities) || Meet(donor.Places, e.Places, entities);
    }

    /// <summary>What came of the violence told just before ("from this resulted ..."), and what the protesters of the sentence before did.</summary>
    private bool GoesOn(EventDraft donor, EventDraft e) =>
        donor.Sentence < e.Sentence && e.Sentence - donor.Sentence <= 1 && donor.Status == ClaimStatus.Happened
        && (donor.Type == EventType.Protest && e.Agents.Exists(a => a.Kind?.Class == "protester") && e.Clause is { Parent: null } or { Link: Link.Coordinate }
            || donor.Type == EventType.Assault && e.Type == EventType.Assault && e.Agents.Count == 0 && e.Clause is { Verb.Lemma: { } verb } clause
                && meanings.FramesOf(verb.Text, FrameKind.Result).Count > 0 && clause.Items.Exists(i => i.Analysis.IsAny(Morph.Dem)));

    /// <summary>Who reacts to what happened on the day of the report does so on that day, as he cannot before it.</summary>
    private static bool IsReactionOfTheDay(EventDraft donor, EventDraft e, ReportAnalysis report) =>
        IsVerbal(e) && e.Assertion == Assertion.Asserted && report.Anchor is { } day && donor.Time?.Time is { Start: { } start } && start == day
        && donor.Type == EventType.Assault && donor.Governor == e;

    /// <summary>Deaths told without a place, a party or a time of their own are those of the violence told before.</summary>
    private static bool IsTollOf(EventDraft donor, EventDraft e) =>
        e is { Type: EventType.Assault, Agents.Count: 0, Places.Count: 0, Frame: { Roles: RolePattern.Victim } or { Genitive: Genitive.Victim } }
        && donor.Type == EventType.Assault && donor.Mode != "territory" && donor.Start < e.Start && e.Line - donor.Line <= 2;

    /// <summary>Whether two events name towns or regions, and others; a square or a building may lie in any.</summary>
    private static bool AreElsewhere(EventDraft a, EventDraft b, EntityTable entities) =>
        a.Places.Exists(IsKnownPlace) && b.Places.Exists(IsKnownPlace) && !new PlaceFineness(entities).CanBeOne(a.Places, b.Places);

    private static bool IsKnownPlace(Phrase place) => place.IsPlace && place.Nested().Any(n => n.Name is not null);

    private static bool Conflict(List<Phrase> a, List<Phrase> b, EntityTable entities) => a.Count > 0 && b.Count > 0 && !Meet(a, b, entities);

    private static bool Meet(List<Phrase> a, List<Phrase> b, EntityTable entities) =>
        a.Exists(x => b.Exists(y => x.Nested().Any(n => entities.Resolve(n) is { } p && y.Nested().Any(m => entities.Resolve(m) == p))));
}
