using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Says whether an event has happened, is going on, planned, possible or denied.</summary>
internal sealed class StatusReader(Lexicon lexicon, Meanings meanings, EventFrames frames)
{
    private readonly uint _will = lexicon.Clitic("will") ?? 0;

    /// <summary>Sets the status of an event among those of its sentence.</summary>
    public void Read(EventDraft draft, SentenceEvents told)
    {
        var clause = draft.Clause!;
        draft.Status = ClaimStatus.Happened;
        if (draft.Noun is null)
        {
            ReadVerb(draft, clause, told.IsHeadline);
            if (draft.Status == ClaimStatus.Happened && draft.Polarity == Polarity.Affirmed && OuterStatus(clause) is { } outer) draft.Status = outer;
            return;
        }
        var isSubject = clause.Subjects.Exists(s => s.Contains(draft.Noun));
        if (clause.Verb?.Lemma is { } carrier && meanings.FramesOf(carrier.Text, FrameKind.Light).Count > 0 && (isSubject || IsGoverned(draft, clause)))
        {
            ReadVerb(draft, clause, true);
            if (draft.Status != ClaimStatus.Happened || draft.Polarity != Polarity.Affirmed) return;
        }
        if (StopsAround(draft, told)) { draft.Status = ClaimStatus.Ongoing; return; }
        if (IsPurpose(draft, clause)) { draft.Status = draft.Type == EventType.Retreat ? ClaimStatus.Sought : ClaimStatus.Planned; return; }
        if (clause.Verb is { } verb && !isSubject
            && InnerStatus(verb.Lemma!.Text, FrameKind.Verb, FrameKind.Governor, FrameKind.Phase) is { } status && IsGoverned(draft, clause))
        {
            draft.Status = clause.Has("neg-future") || IsNegated(clause) ? ClaimStatus.Denied : status;
            return;
        }
        if (OuterNoun(draft) is { } byNoun) { draft.Status = byNoun; return; }
        if (OuterStatus(clause) is { } fromOuter) draft.Status = fromOuter;
    }

    /// <summary>Sets the status that the form of a clause's verb gives to an event.</summary>
    public void ReadVerb(EventDraft draft, Clause clause, bool isHeadline)
    {
        var verb = clause.Verb!;
        var imperfect = verb.Analysis.Is(Morph.Imperf);
        if ((verb.Analysis.Clitics & _will) != 0 || clause.Has("future")) draft.Status = ClaimStatus.Planned;
        else if (clause.Has("neg-future")) draft.Status = ClaimStatus.Denied;
        else if (IsNegated(clause))
        {
            if (!clause.Has("exception")) draft.Polarity = Polarity.Negated;
        }
        else if (clause.Has("possible") || (clause.Has("assertive") && imperfect)) draft.Status = ClaimStatus.Possible;
        else if (clause.Opening == "if") draft.Status = ClaimStatus.Possible;
        else if (imperfect && !isHeadline && draft.Type is EventType.Assault or EventType.Coerce or EventType.Mobilize or EventType.Protest or EventType.Aid) draft.Status = ClaimStatus.Ongoing;
    }

    private static bool IsNegated(Clause clause) => clause.Has("neg-past") || clause.Has("neg") || clause.Has("neg-be");

    /// <summary>The status that a verb gives to what it governs, by the first kind of frame that says one.</summary>
    private ClaimStatus? InnerStatus(string lemma, params ReadOnlySpan<FrameKind> kinds)
    {
        foreach (var kind in kinds)
            foreach (var frame in meanings.FramesOf(lemma, kind))
                if (frame.Inner is { } inner) return inner;
        return null;
    }

    /// <summary>Whether an event noun is what the verb's clause is about, and no adjunct of time or cause.</summary>
    private bool IsGoverned(EventDraft draft, Clause clause)
    {
        if (clause.Objects.Exists(o => o.Contains(draft.Noun))) return true;
        var complement = clause.Complements.Find(c => c.Contains(draft.Noun));
        return complement is not null && meanings.RoleOf(complement.Preposition) is not (Role.Cause or Role.Place or Role.From);
    }

    /// <summary>"In order to" with an event noun: what is aimed at has not happened.</summary>
    private bool IsPurpose(EventDraft draft, Clause clause)
    {
        if (clause.Verb is null) return false;
        foreach (var complement in clause.Complements)
        {
            if (meanings.RoleOf(complement.Preposition) != Role.Inner || !complement.Contains(draft.Noun)) continue;
            if (clause.Verb.Lemma is { } lemma && TakesComplement(lemma.Text, complement.Preposition)) return false;
            return complement == draft.Noun || draft.Type != EventType.Assault || frames.IsCarrier(complement);
        }
        return false;
    }

    /// <summary>Whether a preposition after a verb belongs to the verb, or the verb tells of victims, so that it says no purpose.</summary>
    private bool TakesComplement(string lemma, string preposition) =>
        meanings.FramesOf(lemma, FrameKind.Verb).Concat(meanings.FramesOf(lemma, FrameKind.Governor)).Concat(meanings.FramesOf(lemma, FrameKind.Light)).Any(f => f.Roles == RolePattern.Victim || f.RoleOf(preposition) is not null);

    /// <summary>"A halt to the attack": what is to be stopped is going on.</summary>
    private static bool StopsAround(EventDraft draft, SentenceEvents told)
    {
        if (draft.Type != EventType.Assault) return false;
        foreach (var other in told.Events)
            if (other is { Type: EventType.Retreat, Mode: "ceasefire", Noun: { } stop } && stop != draft.Noun && stop.Contains(draft.Noun))
            {
                if (other.Agents.TrueForAll(draft.Clause!.Subjects.Contains)) { other.Agents.Clear(); other.Agents.AddRange(draft.Agents); }
                if (other.Places.Count == 0) other.Places.AddRange(draft.Places);
                return true;
            }
        return false;
    }

    /// <summary>The status that an event noun around this one gives: a call for a truce.</summary>
    private ClaimStatus? OuterNoun(EventDraft draft)
    {
        foreach (var item in draft.Clause!.Items)
        {
            for (var outer = item.Phrase; outer is not null; outer = outer.Genitive)
                if (outer.Genitive == draft.Noun && frames.OfNoun(outer)?.Inner is { } inner) return inner;
        }
        return null;
    }

    /// <summary>The status that the clause above gives to what it governs.</summary>
    private ClaimStatus? OuterStatus(Clause clause)
    {
        for (var c = clause; c.Parent is { } parent; c = parent)
        {
            if (c.Link is Link.Relative or Link.Main) return null;
            if (c.Link == Link.Coordinate) continue;
            if (c.Opening == "if") return ClaimStatus.Possible;
            // "It is expected that ...": a word without a verb governs the clause.
            if (parent.Verb is null && c.Link == Link.Complement)
            {
                foreach (var item in parent.Items)
                    if (item.Phrase?.Lemma is { } word && meanings.FramesOf(word.Text, FrameKind.Governor) is [{ Inner: { } status }, ..]) return status;
            }
            if (parent.Verb?.Lemma is not { } lemma || c.Link is not (Link.Complement or Link.Auxiliary)) continue;
            if (InnerStatus(lemma.Text, FrameKind.Governor, FrameKind.Verb, FrameKind.Phase) is { } inner) return parent.Has("neg") || parent.Has("neg-future") ? ClaimStatus.Denied : inner;
        }
        return null;
    }
}
