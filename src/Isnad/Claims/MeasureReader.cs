using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>What a phrase is a figure of if a number counts it, and what says so.</summary>
/// <param name="Measure">What is counted; null for nothing that is a figure.</param>
/// <param name="Cause">The event that made it.</param>
/// <param name="IsFrame">Whether a word of casualty or capture says so, so that a single person without a number counts too.</param>
/// <param name="Tally">The word that tells a running number ("rose to"), if one does.</param>
internal readonly record struct CountedAs(Measure? Measure, EventDraft? Cause, bool IsFrame, CountWord? Tally = null);

/// <summary>Finds what counted phrases are figures of: by their own noun, the noun or verb that governs them, or what the clause is about.</summary>
internal sealed class MeasureReader(Meanings meanings, EventFrames frames)
{
    /// <summary>What the phrase at an item of a clause is a figure of.</summary>
    public CountedAs Of(Phrase phrase, Phrase outer, Clause clause, SentenceEvents told)
    {
        var cause = CauseOf(phrase, outer, clause, told);
        var own = OwnMeasure(phrase);
        // "The number of those whom the army detained passed 500": the pronoun is the object, the number the main verb's.
        var tally = TallyOf(clause);
        for (var inner = clause; tally is null && inner is { Link: Link.Relative or Link.Coordinate, Parent: { } main }; inner = main)
            if (TallyOf(main) is { } rising && (clause.Verb?.Analysis.Pronoun > 0 || outer.Preposition.Length > 0 && outer.Preposition == rising.Preposition)) tally = rising;
        // The act decides what soldiers are a figure of; "the dead" are the dead whatever the act.
        if (own is not (null or Measure.Troops or Measure.Displaced or Measure.Detained)) return new(own == Measure.Wounded && IsIllness(phrase, outer, clause) ? null : own, cause, IsToldByItself(phrase, outer, clause, told), tally);
        if (Governor(phrase, outer) is { } governing && IsPeopleOrThing(phrase)) return new(governing, cause, true);
        if (FateIn(outer, phrase, clause) is { } fate && IsPeopleOrThing(phrase)) return new(fate, cause, true);
        if (tally is not null && CountedBy(clause, outer, phrase, tally, told) is { } counted) return new(counted, cause, false, tally);
        foreach (var (killing, attack) in told.VerbTolls)
            if (killing.Clause == clause && killing.Frame.Measure is { } verbal && killing.Targets.Contains(phrase) && IsPeopleOrThing(phrase)) return new(verbal, attack, true);
        if (IsLost(phrase, outer, clause)) return new(Measure.Killed, cause, true);
        if (IsPeopleOrThing(phrase) && told.Events.Find(e => e.Clause == clause && e.Noun is not null && e.Targets.Contains(phrase) && MeasureOf(e.Frame) is not null) is { } suffered) return new(MeasureOf(suffered.Frame), suffered, suffered.Type == EventType.Coerce);
        if (clause.Verb is not null && IsPeopleOrThing(phrase) && OfVerb(clause, phrase) is { } measure) return new(measure, cause, measure is not (Measure.Troops or Measure.Displaced), tally);
        if (PredicateAfter(outer, clause) is { } predicate && IsPeopleOrThing(phrase)) return new(predicate, cause, false);
        return new(own ?? (IsForceThatActs(phrase, clause, told) ? Measure.Troops : null), cause, false);
    }

    /// <summary>What the noun, what it is of, or its adjective says ("drones", "besieged civilians", "hundreds of the displaced").</summary>
    public Measure? OwnMeasure(Phrase phrase)
    {
        if (phrase.Number is { Kind: ValueKind.Money }) return Measure.Money;
        foreach (var adjective in phrase.AdjectiveLemmas)
            if (phrase.Kind?.Denotes is Denotes.Person or Denotes.Family or Denotes.Aircraft && meanings.KindOf(adjective)?.Measure is { } told && told is not (Measure.Troops or Measure.Posts)) return told;
        // "Drones": aircraft that are fired like missiles.
        if (phrase is { Kind.Denotes: Denotes.Aircraft, Genitive.Kind: { Denotes: Denotes.Aircraft, Measure: { } finer } }) return finer;
        if (phrase.Kind?.Measure is { } own) return own;
        if (phrase.Kind is null or { Denotes: Denotes.Quantity } && phrase.Group?.Kind?.Measure is { } group) return group;
        if (phrase.Kind is { Denotes: Denotes.Quantity } && phrase.Genitive is { } inner) return OwnMeasure(inner);
        return null;
    }

    /// <summary>The verb or verbal noun of a clause that tells a number of its subject ("reached", "rise of"), or null.</summary>
    private CountWord? TallyOf(Clause clause)
    {
        if (clause.Verb?.Lemma is { } verb && meanings.CountOf("tally", verb.Text) is { } byVerb) return byVerb;
        foreach (var item in clause.Items)
            if (item.Phrase is { Lemma: { } lemma } noun && noun.Features.HasFlag(Morph.Masdar) && meanings.CountOf("tally", lemma.Root) is { } byNoun) return byNoun;
        return null;
    }

    /// <summary>"The number of the dead rose to 19": the subject says what is counted.</summary>
    private Measure? CountedBy(Clause clause, Phrase outer, Phrase phrase, CountWord tally, SentenceEvents all)
    {
        if (outer != phrase || clause.Verb is { } verb && outer.Start < verb.Start) return null;
        if (outer.Preposition.Length > 0 && outer.Preposition != tally.Preposition) return null;
        foreach (var topic in TopicsOf(clause))
        {
            if (topic == outer || topic.Start > outer.Start) continue;
            Measure? told = null;
            var counts = false;
            foreach (var noun in topic.Nested())
            {
                counts |= noun.Lemma is { } lemma && meanings.CountOf("count", lemma.Text) is not null;
                if (noun.Number is null && (OwnMeasure(noun) ?? (counts ? frames.OfNoun(noun)?.Measure : null)) is { } measure and not (Measure.Weapons or Measure.Vehicles or Measure.Buildings or Measure.Strikes)) told ??= measure;
            }
            // "The number of those whom the army detained": the relative clause says it.
            if (told is null && counts && clause.Verb is not null) told = RelativeMeasure(topic, clause, all);
            if (told is not null && (counts || told is Measure.Killed or Measure.Wounded or Measure.Casualties)) return told;
        }
        return null;
    }

    private Measure? RelativeMeasure(Phrase topic, Clause clause, SentenceEvents all)
    {
        foreach (var other in all.Clauses)
            if (other.Parent == clause && other is { Link: Link.Relative, Verb.Lemma: { } verb } && other.Start >= topic.Start && frames.OfVerb(verb.Text, other) is { } frame) return MeasureOf(frame);
        return null;
    }

    /// <summary>Subjects and topics of a clause and, for a relative one, of the clause around it.</summary>
    private static IEnumerable<Phrase> TopicsOf(Clause clause)
    {
        var own = clause.Items.Select(i => i.Phrase).OfType<Phrase>().Where(p => p.Preposition.Length == 0);
        for (var inner = clause; inner is { Link: Link.Relative or Link.Coordinate, Parent: { } parent }; inner = parent) own = own.Concat(parent.Subjects);
        return own;
    }

    /// <summary>The noun of casualty or capture in whose genitive a phrase stands.</summary>
    private Measure? Governor(Phrase phrase, Phrase outer)
    {
        Measure? governor = null;
        foreach (var p in outer.Nested())
        {
            if (p == phrase) break;
            if (p.Kind?.Measure is Measure.Killed or Measure.Wounded) return p.Kind.Measure;
            if (frames.OfNoun(p) is { } frame && MeasureOf(frame) is { } measure) governor = measure;
        }
        return governor;
    }

    /// <summary>"Met their death", "took the lives of 32": a verb together with a noun tells what became of people.</summary>
    private Measure? FateIn(Phrase outer, Phrase phrase, Clause clause)
    {
        if (clause.Verb?.Lemma is not { } verb) return null;
        foreach (var word in meanings.FatesOf(verb.Text))
        {
            foreach (var item in clause.Items)
            {
                if (item.Phrase is not { } held) continue;
                if (held == phrase && held.Group?.Lemma?.Text == word.Noun) return word.Measure;
                if (held.Nested().FirstOrDefault(n => n != phrase && n.Lemma?.Text == word.Noun) is { } noun
                    && (noun.Contains(phrase) || held == phrase || !clause.Complements.Contains(outer) && !noun.Nested().Any(n => n.Number is not null))) return word.Measure;
            }
        }
        return null;
    }

    /// <summary>What the verb of a clause makes of the phrase that suffers, or does, what it tells.</summary>
    private Measure? OfVerb(Clause clause, Phrase phrase)
    {
        var lemma = clause.Verb!.Lemma!.Text;
        var frame = frames.OfCompound(lemma, clause.Objects) ?? frames.OfCompound(lemma, clause.Complements) ?? frames.OfVerb(lemma, clause);
        if (frame is null || MeasureOf(frame) is not { } measure) return null;
        // Who is brought down is no aircraft, and what is seized is not detained.
        var isPerson = phrase.Kind?.Denotes is Denotes.Person or Denotes.Family;
        if (isPerson ? measure is Measure.Vehicles or Measure.Buildings or Measure.Weapons : frame.Mode == "seize" && phrase.Head >= 0) return null;
        bool Is(IEnumerable<Phrase> phrases) => phrases.Any(p => p == phrase || p.Contains(phrase) && p.Kind?.Denotes == Denotes.Quantity);
        var isVictim = frame.Roles switch
        {
            RolePattern.Victim => Is(clause.IsPassive || clause.Objects.Count == 0 ? clause.Subjects : clause.Objects),
            RolePattern.Motion => Is(clause.Subjects) || Is(clause.Objects),
            RolePattern.Prepositional or RolePattern.Modifiers => clause.IsPassive && Is(clause.Subjects) || frame.Mode == "release" && clause.Objects.Concat(clause.Subjects).Any(o => o != phrase && o.Contains(phrase)) || Is(clause.Complements.Where(c => (frame.RoleOf(c.Preposition) ?? meanings.RoleOf(c.Preposition)) == Role.Target)),
            // A force that nobody suffers from has itself suffered: "were killed in the raid ten gunmen".
            RolePattern.Transitive => Is(clause.IsPassive ? clause.Subjects : clause.Objects) || clause.Objects.TrueForAll(frames.IsEventPhrase) && (!phrase.IsDefinite || phrase.Kind?.Class == "one") && clause.Verb.Analysis.IsAny(Morph.Pass) && Is(clause.Subjects),
            _ => false,
        };
        return isVictim || !frames.IsEventPhrase(phrase) && Is(clause.Complements.Where(c => meanings.RoleOf(c.Preposition) == Role.Except)) ? measure : null;
    }

    /// <summary>A verb of killing or wounding, or such a noun without a genitive.</summary>
    public bool IsCasualtyWord(SentencePart item, Clause clause) =>
        item.Kind == PartKind.Verb ? frames.OfVerb(item.Lemma!.Text, clause)?.Measure is Measure.Killed or Measure.Wounded
        : item.Phrase is { Genitive: null, Number: null } noun && frames.OfNoun(noun)?.Measure is Measure.Killed or Measure.Wounded;

    /// <summary>"The army lost seven soldiers": what a force loses of its own.</summary>
    private bool IsLost(Phrase phrase, Phrase outer, Clause clause) =>
        clause is { IsPassive: false, Verb.Lemma: { } verb } && meanings.CountOf("lose", verb.Text) is not null && (clause.Objects.Contains(outer) || outer.And && outer.Preposition.Length == 0) && clause.Subjects.Count > 0 && outer.Start > clause.Verb.Start
        && (phrase.Group?.Kind ?? phrase.Kind) is { Class: "combatant" or "police" } or { Denotes: Denotes.Force };

    /// <summary>What a frame's victims are a figure of; where it does not say, by its mode.</summary>
    private static Measure? MeasureOf(Frame frame) => frame.Measure ?? (frame.Type, frame.Mode) switch
    {
        (EventType.Coerce, "arrest" or "seize") => Measure.Detained,
        (EventType.Retreat, "release") => Measure.Other,
        (EventType.Assault, "abduct") => Measure.Abducted,
        (EventType.Coerce, "deport") => Measure.Displaced,
        (EventType.Mobilize, _) => Measure.Troops,
        _ => null,
    };

    /// <summary>"25 thousand civilians are besieged", "14 workers among the missing": what is said of the phrase after it.</summary>
    private Measure? PredicateAfter(Phrase outer, Clause clause)
    {
        for (var k = clause.Items.FindIndex(i => i.Phrase == outer) + 1; k > 0 && k < clause.Items.Count && clause.Items[k].Phrase is { And: false } next; k++)
        {
            if (next.Kind?.Measure is Measure.InNeed && next.Preposition.Length > 0) return Measure.InNeed;
            var isPredicate = next.Preposition.Length == 0 ? next is { IsDefinite: false, Number: null } : next.Genitive is not null && next.IsDefinite;
            if (isPredicate && next.Nested().Last() is { Number: null } last && OwnMeasure(last) is { } measure and not (Measure.Troops or Measure.Weapons or Measure.Vehicles or Measure.Buildings or Measure.Posts)) return measure;
        }
        return null;
    }

    /// <summary>Fighters, policemen, gunmen that attack, move or hold a place.</summary>
    private static bool IsForceThatActs(Phrase phrase, Clause clause, SentenceEvents told)
    {
        var kind = phrase.Group?.Kind ?? (phrase.Kind is { Denotes: Denotes.Quantity } ? phrase.Genitive?.Kind : phrase.Kind);
        if (kind is not { Denotes: Denotes.Person, Class: "combatant" or "police" } and not { Denotes: Denotes.Force } && phrase.Group?.Name?.As(Knowledge.NameKind.Actor) is null) return false;
        return told.Events.Exists(e => e.Clause == clause && e.Type is EventType.Assault or EventType.Mobilize or EventType.Retreat or EventType.Coerce && (e.Agents.Contains(phrase) || e.Instruments.Contains(phrase)));
    }

    /// <summary>"230 infections with the virus": a hurt that a disease does is none.</summary>
    private bool IsIllness(Phrase phrase, Phrase outer, Clause clause) =>
        phrase.Lemma is { } lemma && (meanings.IsDisease(lemma.Text) || phrase.Group?.Lemma is { } from && meanings.IsDisease(from.Text)
            || clause.Items.Exists(i => i.Phrase is { } near && near.Start >= outer.Start && near.Start - outer.End <= 1 && near.Nested().Any(n => n.Lemma is { } l && meanings.IsDisease(l.Text))));

    /// <summary>"A dead and two wounded in a clash": a single person whom a headline, or a verb of falling or result, tells as dead or wounded.</summary>
    private bool IsToldByItself(Phrase phrase, Phrase outer, Clause clause, SentenceEvents told) =>
        outer == phrase && outer.Preposition.Length == 0 && phrase.Kind is { Denotes: Denotes.Person, Measure: Measure.Killed or Measure.Wounded }
        && (clause.Verb is null ? told.IsHeadline : meanings.CountOf("occur", clause.Verb.Lemma!.Text) is not null);

    private static EventDraft? CauseOf(Phrase phrase, Phrase outer, Clause clause, SentenceEvents told)
    {
        var events = told.Events;
        return told.Tolls.Find(t => outer.Contains(t.Victims)).Cause
            ?? events.Find(e => e.Clause == clause && (e.Targets.Contains(phrase) || (e.Noun is not null && outer.Contains(e.Noun))))
            ?? (clause is { Link: Link.Relative, Antecedent: { } head } ? events.Find(e => e.Noun is { } noun && (head.Contains(noun) || noun.Contains(head))) : null)
            ?? events.FindLast(e => e.Clause == clause && e.Type == EventType.Assault)
            ?? (clause.Link is Link.Coordinate or Link.Relative or Link.Subordinate or Link.Fragment && clause.Parent is { } parent ? events.FindLast(e => e.Clause == parent && e.Type == EventType.Assault && e.Start < phrase.Start) : null);
    }

    private static bool IsPeopleOrThing(Phrase phrase) =>
        phrase.Head < 0 || phrase.Kind?.Denotes is Denotes.Quantity or Denotes.Person or Denotes.Force or Denotes.Family or Denotes.Vehicle or Denotes.Weapon or Denotes.Aircraft or Denotes.Facility or Denotes.Body || phrase.Kind is null || phrase.Demonym >= 0;
}
