using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Joins the words of a sentence that tell one event: relative clauses, verbs of an act, casualties beside their cause.</summary>
internal sealed class EventMerger(Meanings meanings, EventFrames frames, RoleFiller roles)
{
    /// <summary>
    /// Relative clauses on an event noun fill it: who carried it out, what it hit, where it took place. A verb of the
    /// same type in such a clause tells the same event.
    /// </summary>
    public void MergeRelatives(SentenceEvents told)
    {
        foreach (var clause in told.Clauses)
        {
            if (clause.Link != Link.Relative || clause.Antecedent is not { } head || clause.Verb?.Lemma is not { } lemma) continue;
            if (told.Events.FindLast(e => e.Noun is not null && head.Contains(e.Noun)) is not { } noun) continue;
            var light = meanings.FramesOf(lemma.Text, FrameKind.Light);
            if (told.Events.Find(e => e.Clause == clause && e.Noun is null) is { } verb && verb.Type == noun.Type)
            {
                JoinNamed(verb.Targets.Where(t => !head.Contains(t)), noun.Targets);
                JoinNamed(verb.Places, noun.Places);
                JoinNamed(verb.Instruments, noun.Instruments);
                if (clause.Verb.Analysis.Pronoun != 0) JoinNamed(verb.Agents, noun.Agents);
                noun.Also.Add((verb.Start, verb.End));
                noun.Relatives.Add(clause);
                told.Events.Remove(verb);
            }
            else if (light.Count > 0 || meanings.CueOf("leads-act", lemma.Text) is not null)
            {
                if (clause.Verb.Analysis.Pronoun != 0 && (light.Count == 0 || light[0].Roles is RolePattern.Transitive)) JoinNamed(clause.Subjects.Concat(clause.Objects).Where(p => !head.Contains(p) && Participants.CanAct(p)), noun.Agents);
                roles.FillFromComplements(noun, clause);
                noun.Relatives.Add(clause);
            }
        }
    }

    /// <summary>"Placed him under arrest": a verb that tells an event only together with a phrase, in which a noun tells the same, is the noun's.</summary>
    public void MergeCompounds(SentenceEvents told)
    {
        for (var k = 0; k < told.Events.Count; k++)
        {
            var verb = told.Events[k];
            if (verb is not { Noun: null, Frame: { Kind: FrameKind.Noun, Roles: RolePattern.Modifiers }, Clause: { } clause } || verb.Rule.StartsWith(EventReader.Protesters, StringComparison.Ordinal)) continue;
            var noun = told.Events.Find(e => e.Clause == clause && e.Type == verb.Type && e.Noun is { } n && clause.Objects.Concat(clause.Complements).Concat(clause.IsPassive ? clause.Subjects : []).Any(p => p.Contains(n)));
            if (noun is null) continue;
            // "Used gas to disperse them": what is done is done, whatever it is for.
            if (clause.Complements.Find(c => c.Contains(noun.Noun)) is { } purpose && meanings.RoleOf(purpose.Preposition) == Role.Inner)
            {
                Join(noun.Targets, verb.Targets);
                Join(noun.Places, verb.Places);
                verb.Also.Add((noun.Start, noun.End));
                told.Events.Remove(noun);
                k = told.Events.IndexOf(verb);
                continue;
            }
            if (noun.Agents.Count == 0) noun.Agents.AddRange(verb.Agents);
            if (noun.Targets.Count == 0) noun.Targets.AddRange(verb.Targets);
            Join(verb.Places, noun.Places);
            if (noun.Mode.Length == 0) noun.Mode = verb.Mode;
            if (noun.Governor == verb) noun.Governor = verb.Governor;
            noun.Also.Add((verb.Start, verb.End));
            told.Events.RemoveAt(k--);
        }
    }

    /// <summary>"The bombing targeted a mosque": a verb of violence whose subject is an act of violence tells that act.</summary>
    public static void MergeSubjects(SentenceEvents told)
    {
        for (var k = 0; k < told.Events.Count; k++)
        {
            var verb = told.Events[k];
            if (verb is not { Noun: null, Type: EventType.Assault, Clause: { IsPassive: false } clause }) continue;
            var act = told.Events.FindLast(e => e is { Noun: { } noun, Type: EventType.Assault } && clause.Subjects.Exists(s => s.Contains(noun)));
            if (act is null) continue;
            Join(verb.Targets, act.Targets);
            Join(verb.Places, act.Places);
            act.Also.Add((verb.Start, verb.End));
            told.Events.RemoveAt(k--);
        }
    }

    /// <summary>"The support of the states and their aid to the kingdom": acts that "and" joins share who did them and to whom.</summary>
    public static void ShareJoined(SentenceEvents told)
    {
        foreach (var joined in told.Events)
        {
            if (joined.Noun?.JoinedTo is not { } head || told.Events.Find(e => e.Noun is { } noun && (noun == head || head.Contains(noun)) && e.Type == joined.Type) is not { } first) continue;
            if (first.Targets.Count == 0) Join(joined.Targets, first.Targets);
            else if (joined.Targets.Count == 0) Join(first.Targets, joined.Targets);
            if (joined.Agents.Count == 0) Join(first.Agents, joined.Agents);
        }
    }

    /// <summary>"Targeted the car with two raids": the act under "with" beside a verb of violence is the same act.</summary>
    public void MergeInstruments(SentenceEvents told)
    {
        for (var k = 0; k < told.Events.Count; k++)
        {
            var means = told.Events[k];
            if (means is not { Type: EventType.Assault, Noun: { } noun, Clause: { } clause } || clause.Complements.Find(c => c.Contains(noun)) is not { } complement || meanings.RoleOf(complement.Preposition) != Role.Instrument) continue;
            if (told.Events.Find(e => e != means && e.Clause == clause && e is { Noun: null, Type: EventType.Assault } && !IsKilling(e) && e.Mode != "territory") is not { } act) continue;
            Join(means.Targets, act.Targets);
            Join(means.Places, act.Places);
            if (act.Agents.Count == 0) act.Agents.AddRange(means.Agents);
            if (act.Mode.Length == 0) act.Mode = means.Mode;
            act.Also.Add((means.Start, means.End));
            told.VerbTolls.Add((means, act));
            told.Drop(means, "the means of the act told beside it");
            told.Events.RemoveAt(k--);
        }
    }

    /// <summary>"The mine that they laid exploded": who laid, fired or sent the weapon, as a relative clause on it tells, did what it does.</summary>
    public void AddLayers(SentenceEvents told)
    {
        foreach (var e in told.Events)
        {
            if (e is not { Type: EventType.Assault, Clause: { } clause } || e.Agents.Count > 0) continue;
            foreach (var layer in told.Clauses)
            {
                if (layer is not { Link: Link.Relative, Antecedent: { } weapon, Verb: { } verb } || verb.Analysis.Pronoun == 0 || layer.Subjects.Count == 0) continue;
                if (!weapon.Nested().Any(n => n.Kind?.Denotes is Denotes.Weapon or Denotes.Aircraft)) continue;
                if (!e.Instruments.Contains(weapon) && !clause.Subjects.Exists(s => s.Contains(weapon)) && (e.Noun is null || !e.Noun.Contains(weapon)) && !clause.Complements.Exists(c => c.Contains(weapon))) continue;
                e.Agents.AddRange(layer.Subjects.Where(Participants.CanAct));
                break;
            }
        }
    }

    /// <summary>
    /// The toll of an act, as the object of a verb of result: victims and figures go to the act, there is no second
    /// event. Returns whether there is such an act.
    /// </summary>
    public static bool TieToll(Phrase noun, Clause clause, SentenceEvents told)
    {
        var cause = clause.Subjects.Select(s => told.Events.FindLast(e => e.Noun is not null && s.Contains(e.Noun))).FirstOrDefault(e => e is not null)
            ?? (clause.Link is Link.Relative or Link.Subordinate or Link.Coordinate or Link.Main ? told.Events.FindLast(e => e.Type is EventType.Assault) : null);
        if (cause is null) return false;
        if (noun.Genitive is { } victims) Join([victims], cause.Targets);
        told.Tolls.Add((noun, cause));
        return true;
    }

    /// <summary>
    /// Casualties beside the attack that caused them are one claim, with the attack as the trigger; several casualty
    /// words without an attack are one claim too.
    /// </summary>
    public void AbsorbCasualties(SentenceEvents told)
    {
        var accident = told.Clauses.Exists(c => c.Items.Exists(i => i.Phrase is { } p && p.Nested().Any(frames.IsAccident)));
        for (var k = 0; k < told.Events.Count; k++)
        {
            var killing = told.Events[k];
            if (killing.Type is not (EventType.Assault or null) || !IsKilling(killing) || killing.Polarity == Polarity.Negated) continue;
            if (AttackBeside(told.Events, k) is not { } attack)
            {
                if (killing.Type is null && killing.Targets.Exists(t => t.Kind?.Measure is Measure.Killed or Measure.Wounded) && !accident) killing.Type = EventType.Assault;
                continue;
            }
            if (killing.Agents.Count > 0 && attack.Agents.Count > 0 && killing.Noun is null && !IsKilling(attack) && killing.Clause != attack.Clause && killing.Agents[0] != attack.Agents[0] && !killing.Agents[0].IsPronoun) continue;
            Join(killing.Targets, attack.Targets);
            if (attack.Agents.Count == 0) attack.Agents.AddRange(killing.Agents.Where(a => !frames.IsEventPhrase(a)));
            Join(killing.Places, attack.Places);
            if (killing.Noun is not null) told.Tolls.Add((killing.Noun, attack));
            else told.VerbTolls.Add((killing, attack));
            attack.Also.Add((killing.Start, killing.End));
            attack.Absorbed.Add(killing);
            attack.Absorbed.AddRange(killing.Absorbed);
            told.Drop(killing, "casualties of the act told beside them");
            told.Events.RemoveAt(k--);
        }
    }

    /// <summary>The attack that caused the casualties of the event at <paramref name="k"/>: the nearest, or an earlier word of casualties.</summary>
    private static EventDraft? AttackBeside(List<EventDraft> events, int k)
    {
        var killing = events[k];
        EventDraft? attack = null;
        for (var j = 0; j < events.Count; j++)
        {
            var other = events[j];
            if (j == k || other.Type != EventType.Assault || other.Agents.Exists(killing.Targets.Contains) || killing.Agents.Exists(other.Targets.Contains) || other.Status != killing.Status || other.Frame.Mode == "territory") continue;
            if (IsKilling(other) && j > k) continue;
            if (attack is null || (IsKilling(attack) && !IsKilling(other)) || (IsKilling(attack) == IsKilling(other) && Math.Abs(other.Start - killing.Start) < Math.Abs(attack.Start - killing.Start))) attack = other;
        }
        return attack;
    }

    private static bool IsKilling(EventDraft e) => e.Frame.Roles == RolePattern.Victim || e.Frame.Measure is Measure.Killed or Measure.Wounded or Measure.Casualties;

    private static void JoinNamed(IEnumerable<Phrase> from, List<Phrase> to) => Join(from.Where(p => !p.IsPronoun), to);

    /// <summary>Adds what is not there yet.</summary>
    private static void Join(IEnumerable<Phrase> from, List<Phrase> to)
    {
        foreach (var phrase in from)
            if (!to.Contains(phrase)) to.Add(phrase);
    }
}
