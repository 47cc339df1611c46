using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>
/// Says whether an event has happened, is going on, planned, possible or denied. The nearest word that governs it decides: in its
/// phrase, in its clause, then in the clauses around.
/// </summary>
internal sealed class StatusReader(Lexicon lexicon, Meanings meanings, EventFrames frames)
{
    private readonly uint _will = lexicon.Clitic("will") ?? 0;
    private readonly GoverningWords _words = new(meanings, frames);

    /// <summary>Sets the status of an event among those of its sentence.</summary>
    public void Read(EventDraft draft, SentenceEvents told)
    {
        var clause = draft.Clause!;
        draft.Status = ClaimStatus.Happened;
        if (draft.Noun is { } noun)
        {
            ReadNoun(draft, noun, clause, told);
            return;
        }
        ReadVerb(draft, clause, told.IsHeadline);
        if (draft.Status is ClaimStatus.Happened or ClaimStatus.Ongoing && draft.Polarity == Polarity.Affirmed && OuterStatus(clause) is { } outer) Set(draft, outer);
        else if (draft.Polarity == Polarity.Negated && IsSaid(clause)) (draft.Status, draft.Polarity) = (ClaimStatus.Denied, Polarity.Affirmed);
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
        else if (clause.Opening == "in-order" && imperfect) draft.Status = ClaimStatus.Planned;
        else if (imperfect && !isHeadline && !IsPast(clause) && (draft.Type is EventType.Assault or EventType.Coerce or EventType.Mobilize or EventType.Protest or EventType.Aid || draft.Mode == "investigate")) draft.Status = ClaimStatus.Ongoing;
    }

    private void ReadNoun(EventDraft draft, Phrase noun, Clause clause, SentenceEvents told)
    {
        var at = clause.Items.FindIndex(i => i.Phrase is { } p && p.Contains(noun));
        var outer = at < 0 ? noun : clause.Items[at].Phrase!;
        if (StopsAround(draft, told)) { draft.Status = ClaimStatus.Ongoing; return; }
        if (_words.Around(outer, noun) is { } around and not ClaimStatus.Happened) { Set(draft, IsDoubted(clause) ? Flip(around) : around); return; }
        if ((at > 0 && IsAbsent(clause.Items[at - 1])) || meanings.HasSense(outer.Preposition, "without"))
        {
            if (clause.Verb?.Lemma is { } said && meanings.Says(said.Text)) draft.Status = ClaimStatus.Denied;
            else draft.Polarity = Polarity.Negated;
            return;
        }
        if (JoinedTo(clause, at, told) is { } fellow) { (draft.Status, draft.Polarity) = (fellow.Status, fellow.Polarity); return; }
        // "The ability to uncover the crime and arrest the culprits": what "and" joins is governed as the first of the row is.
        while (at > 0 && outer is { And: true, JoinedTo: { } first } && first != outer && clause.Items.FindIndex(i => i.Phrase == first) is var row and >= 0 && row < at && (outer.Preposition.Length == 0 || outer.Preposition == first.Preposition) && frames.OfNoun(first) is null && first.Features.HasFlag(Morph.Masdar))
            (outer, at) = (first, row);
        // "An operation to clear the town": what the carrier is governed by governs the act.
        if (at > 0 && outer.Preposition.Length > 0 && clause.Items[at - 1].Phrase is { And: false } carrier && meanings.RoleOf(outer.Preposition) == Role.Inner && carrier.Preposition.Length == 0 && frames.IsCarrier(carrier))
            (outer, at) = (carrier, at - 1);
        if (at > 0 && outer.Preposition.Length > 0 && clause.Items[at - 1].Phrase is { } before && !outer.And)
        {
            if (_words.Before(before, outer.Preposition) is { } byNoun and not ClaimStatus.Happened) { Set(draft, IsDoubted(clause) ? Flip(byNoun) : byNoun); return; }
            if (IsOf(before, outer)) return;
            if (_words.IsTaken(before, outer.Preposition))
            {
                // "To take part in the operation": what is taken part in is still to come.
                if (before.Preposition.Length > 0 && meanings.RoleOf(before.Preposition) == Role.Inner && before.Features.HasFlag(Morph.Masdar) && clause.Verb is not null) Set(draft, ClaimStatus.Planned);
                else if (OuterStatus(clause) is { } above) Set(draft, above);
                return;
            }
        }
        if (clause.Verb?.Lemma is { } verb)
        {
            if (ByVerb(draft, clause, outer, verb.Text, told.IsHeadline)) return;
        }
        else if (at > 0 && outer.Preposition.Length == 0 && clause.Items[at - 1].Phrase is { Preposition.Length: > 0 } expected && _words.Before(expected, "") is { } byTerm and not ClaimStatus.Happened) { Set(draft, byTerm); return; }
        else if (Predicate(clause, at) is { } predicate) { Set(draft, predicate); return; }
        if (OuterStatus(clause) is { } fromOuter) Set(draft, fromOuter);
    }

    /// <summary>Sets what the clause's verb, or an adjunct in it, makes of an event noun; false if the clauses around decide.</summary>
    private bool ByVerb(EventDraft draft, Clause clause, Phrase outer, string verb, bool isHeadline)
    {
        var isSubject = clause.Subjects.Contains(outer);
        var isObject = clause.Objects.Contains(outer);
        // "Nobody claimed responsibility for the attack": it happened all the same.
        if (outer.Preposition.Length > 0 && clause.Objects.Exists(o => o.Lemma is { } lemma && meanings.HasSense(lemma.Text, "responsibility"))) return true;
        var isLight = meanings.FramesOf(verb, FrameKind.Light).Count > 0 || meanings.FramesOf(verb, FrameKind.Result).Count > 0;
        if (isSubject || isObject || (outer.Preposition.Length > 0 && _words.Governs(verb, outer.Preposition)))
        {
            var inner = isSubject && !clause.IsPassive ? _words.OfPhase(verb) : _words.OfVerb(verb, outer.Preposition);
            if (inner is null && !isLight && !isSubject) return false;
            if (inner is null or ClaimStatus.Happened or ClaimStatus.Ongoing)
            {
                ReadVerb(draft, clause, isHeadline || !isLight);
                if (draft.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing) || draft.Polarity == Polarity.Negated) return true;
                if (inner == ClaimStatus.Ongoing) draft.Status = ClaimStatus.Ongoing;
                return inner is not null && OuterStatus(clause) is null;
            }
            Set(draft, clause.Has("neg-future") || IsNegated(clause) ? Flip(inner.Value) : inner.Value);
            return true;
        }
        if (outer.Preposition.Length == 0) return false;
        switch (meanings.RoleOf(outer.Preposition))
        {
            case Role.Inner when TakesComplement(verb, outer.Preposition): return false;
            case Role.Inner: draft.Status = draft.Mode == "ceasefire" ? ClaimStatus.Sought : ClaimStatus.Planned; return true;
            case Role.Instrument or Role.Toward: return false;
            // What is a cause, a time or a place is taken for granted.
            default: return true;
        }
    }

    /// <summary>Gives an event the status that a word gives to what it governs.</summary>
    private static void Set(EventDraft draft, ClaimStatus status) => draft.Status = status;

    /// <summary>What a negated governing word says: who does not rule a thing out thinks it possible.</summary>
    private static ClaimStatus Flip(ClaimStatus status) => status == ClaimStatus.Denied ? ClaimStatus.Possible : ClaimStatus.Denied;

    /// <summary>"No truth in the news of ...": a clause without a verb that is negated.</summary>
    private static bool IsDoubted(Clause clause) => clause.Verb is null && clause.Items.Exists(i => i.Function is "neg" or "neg-be");

    private static bool IsAbsent(SentencePart before) => before.Function == "negation-noun";

    /// <summary>The event to which "and" joins a noun under the same preposition: both are governed alike.</summary>
    private static EventDraft? JoinedTo(Clause clause, int at, SentenceEvents told)
    {
        if (at < 1 || clause.Items[at] is not { Phrase: { And: true } outer } || clause.Items[at - 1].Phrase is not { } before) return null;
        if (outer.Preposition.Length > 0 && outer.Preposition != before.Preposition) return null;
        return told.Events.FindLast(e => e.Clause == clause && e.Noun is { } noun && before.Contains(noun));
    }

    /// <summary>"The last moments of the bombing": after a definite noun that is no actor, the preposition of purpose before a definite event only joins.</summary>
    private bool IsOf(Phrase before, Phrase outer) =>
        meanings.RoleOf(outer.Preposition) == Role.Inner && outer.Preposition.Length == 1 && outer.Features.HasFlag(Morph.Def) && outer.Genitive is null && outer.Analysis.Pronoun == 0
        && (before.Features.HasFlag(Morph.Masdar) || (before.IsDefinite && before is { Name: null, Kind: null or { Denotes: not (Denotes.Person or Denotes.Force or Denotes.Body) } }));

    /// <summary>"The operation is under way", "talks are out of the question": what a predicate after the event says of it.</summary>
    private ClaimStatus? Predicate(Clause clause, int at)
    {
        for (var k = at + 1; at >= 0 && k < clause.Items.Count; k++)
        {
            if (clause.Items[k].Phrase is not { IsDefinite: false, Lemma: { } lemma } phrase || meanings.FramesOf(lemma.Text, FrameKind.Governor) is not [{ Inner: { } inner }, ..]) continue;
            if (phrase.Preposition.Length == 0 && inner is ClaimStatus.Ongoing or ClaimStatus.Denied or ClaimStatus.Possible && phrase.Features.HasFlag(Morph.Adj)) return inner;
            if (phrase.Preposition.Length == 0 && inner == ClaimStatus.Ongoing) return inner;
            if (meanings.RoleOf(phrase.Preposition) == Role.Except) return Flip(inner);
        }
        return null;
    }

    /// <summary>Whether a clause's verb is negated. Verbs that mean "go on" together with a negation are not.</summary>
    private bool IsNegated(Clause clause) =>
        (clause.Has("neg-past") || clause.Has("neg") || clause.Has("neg-be")) && (clause.Verb?.Lemma is not { } verb || !meanings.HasSense(verb.Text, "still"));

    /// <summary>Whether a past auxiliary carries the verb: "was shelling".</summary>
    private bool IsPast(Clause clause) => clause is { Link: Link.Auxiliary, Parent.Verb: { } auxiliary } && auxiliary.Analysis.Is(Morph.Perf) && meanings.CueOf("auxiliary", auxiliary.Lemma!.Text) is not null && _words.OfVerb(auxiliary.Lemma.Text) is null;

    /// <summary>Whether a clause is what somebody says.</summary>
    private bool IsSaid(Clause clause) =>
        clause is { Link: Link.Complement, Opening: "complement-speech" or "complement", Parent.Verb.Lemma: { } verb } && meanings.Says(verb.Text);

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

    /// <summary>The status that the clauses around give to a clause.</summary>
    private ClaimStatus? OuterStatus(Clause clause)
    {
        for (var c = clause; c.Parent is { } parent; c = parent)
        {
            if (c.Link is Link.Relative or Link.Main) return null;
            if (c.Link == Link.Coordinate)
            {
                // "He called on them to leave ... and they left": another tense, another statement.
                if (c.Verb is { } own && parent.Verb is { } other && own.Analysis.Is(Morph.Imperf) != other.Analysis.Is(Morph.Imperf)) return null;
                continue;
            }
            if (c.Opening == "if") return ClaimStatus.Possible;
            if (c.Link == Link.Auxiliary && parent.Has("possible")) return ClaimStatus.Possible;
            if (c.Link is not (Link.Complement or Link.Auxiliary)) continue;
            // "It is expected that ...", "the call that ...": the noun before the clause governs it.
            if (c.Link == Link.Complement && LastBefore(parent, c) is { } noun && _words.Before(noun, "") is { } byNoun) return byNoun;
            if (parent.Verb is null && c.Link == Link.Complement)
            {
                foreach (var item in parent.Items)
                    if (item.Phrase?.Lemma is { } word && meanings.FramesOf(word.Text, FrameKind.Governor) is [{ Inner: { } status }, ..]) return status;
            }
            if (parent.Verb?.Lemma is not { } lemma) continue;
            if (_words.OfVerb(lemma.Text) is { } inner && (inner is not (ClaimStatus.Happened or ClaimStatus.Ongoing) || c.Link == Link.Auxiliary))
            {
                if (inner is ClaimStatus.Happened or ClaimStatus.Ongoing && IsNegated(parent)) return ClaimStatus.Denied;
                return IsNegated(parent) || parent.Has("neg-future") ? Flip(inner) : inner;
            }
            if (meanings.Says(lemma.Text)) return null;
        }
        return null;
    }

    /// <summary>The phrase right before a clause in the clause around it.</summary>
    private static Phrase? LastBefore(Clause parent, Clause clause)
    {
        var last = parent.Items.FindLast(i => i.End <= clause.Start);
        return last is { Phrase: { } phrase } && last.End == clause.Start ? phrase : null;
    }
}
