using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Removes from the roles of an event what cannot stand in them, and moves what stands in a role that the kind of event gives another name.</summary>
internal sealed class RoleSettler(EventFrames frames)
{
    public void Settle(EventDraft draft)
    {
        KeepActors(draft);
        SettleTargets(draft);
        if (draft is { Type: EventType.Assault, Mode: "explosives" or "suicide-attack" or "heavy-weapons" or "aerial" or "drone" or "destroy" }) AddBuildings(draft);
        // What is sent or deployed is the means, not the target.
        if (draft.Type == EventType.Mobilize) MoveTargets(draft, draft.Instruments, t => t.IsForceOrArm);
        // What is fired or set off is the means, unless it is destroyed.
        if (draft.Type == EventType.Assault && draft.Mode != "destroy") MoveTargets(draft, draft.Instruments, t => t.Kind is { Denotes: Denotes.Weapon } && t.Name is null);
        // The place that is taken is the place of the taking.
        if (draft.Mode != "territory" || !draft.Targets.Exists(t => t.IsPlace)) return;
        draft.Places.Clear();
        MoveTargets(draft, draft.Places, t => t.IsPlace);
    }

    private static void MoveTargets(EventDraft draft, List<Phrase> to, Predicate<Phrase> which)
    {
        foreach (var target in draft.Targets)
            if (which(target) && !to.Contains(target)) to.Add(target);
        draft.Targets.RemoveAll(which);
    }

    /// <summary>Only who can act stays an agent: what a weapon does its owner does, and the weapon is the instrument.</summary>
    private static void KeepActors(EventDraft draft)
    {
        for (var i = 0; i < draft.Agents.Count; i++)
        {
            var agent = draft.Agents[i];
            if (Participants.CanAct(agent)) continue;
            draft.Agents.RemoveAt(i);
            if (agent.Nested().FirstOrDefault(n => n.Kind?.Denotes is Denotes.Weapon or Denotes.Vehicle or Denotes.Aircraft) is { } weapon)
            {
                if (!draft.Instruments.Contains(weapon)) draft.Instruments.Add(weapon);
                if (weapon.Genitive is { } owner && Participants.CanAct(owner) && owner.Kind?.Denotes != Denotes.Weapon && !draft.Agents.Contains(owner)) { draft.Agents.Insert(i, owner); continue; }
            }
            i--;
        }
    }

    /// <summary>
    /// Bare words for the dead and wounded name nobody: whose they are does ("dead of the militia"). What is joined to a counted group is a
    /// target as the group is.
    /// </summary>
    private void SettleTargets(EventDraft draft)
    {
        for (var i = 0; i < draft.Targets.Count; i++)
        {
            var target = draft.Targets[i];
            foreach (var joined in target.Nested().SelectMany(n => n.Conjuncts).Concat(target.Group?.Conjuncts ?? []))
                if (!draft.Targets.Contains(joined) && !frames.IsEventPhrase(joined)) draft.Targets.Add(joined);
            if (draft.Type == EventType.Assault && IsToll(target))
            {
                draft.Targets.RemoveAt(i);
                if ((target.Group ?? target.Complement) is { } whose && !draft.Targets.Contains(whose) && !IsToll(whose)) draft.Targets.Insert(i, whose);
                i--;
            }
            else if (!CanSuffer(target, draft)) draft.Targets.RemoveAt(i--);
        }
    }

    /// <summary>A market or a station where a bomb goes off, or on which shells fall, is hit.</summary>
    private static void AddBuildings(EventDraft draft)
    {
        foreach (var place in draft.Places)
            if (place.IsSite && place.Name is null && place.Kind is { Denotes: Denotes.Facility, Class: not ("camp" or "crossing") } && !draft.Targets.Contains(place)) draft.Targets.Add(place);
    }

    /// <summary>"The dead", "12 wounded", "a number of victims".</summary>
    private static bool IsToll(Phrase phrase)
    {
        var counted = phrase;
        while (counted.Kind?.Denotes == Denotes.Quantity && (counted.Group ?? counted.Genitive) is { } inner) counted = inner;
        return counted.Kind?.Measure is Measure.Killed or Measure.Wounded or Measure.Casualties && counted.Genitive is null && counted.Adjectives.Count == 0 && !counted.IsPersonName && counted.Name is null && counted.Demonym < 0;
    }

    private bool CanSuffer(Phrase phrase, EventDraft draft)
    {
        if (phrase.IsPronoun || phrase.Name is not null || phrase.IsPersonName || phrase.Number is not null) return true;
        if (draft.Type is EventType.Coerce or EventType.Mobilize or EventType.Aid) return phrase.Analysis.Pronoun == 0 || !frames.IsEventPhrase(phrase);
        if (draft.Type == EventType.Assault && frames.OfNoun(phrase) is { Type: EventType.Protest }) return true;
        return phrase.Kind is not null ? phrase.Kind.Denotes != Denotes.Document : !frames.IsEventPhrase(phrase) && !phrase.Features.HasFlag(Morph.Masdar);
    }
}
