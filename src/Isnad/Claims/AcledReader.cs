using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>What decides an event's sub-event type of ACLED: who its participants are.</summary>
internal sealed class AcledReader(EntityTable entities, Meanings meanings)
{
    /// <summary>The codes of an event, or null: what has not happened has none.</summary>
    public (string EventType, string SubEventType)? Of(EventDraft e)
    {
        if (e.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing) || e.Polarity == Polarity.Negated) return null;
        var isMutual = e.Group == "clash" || (e.Agents.Count > 1 && e.Targets.Count == 0) || (e.Type == EventType.Support && e.Frame.Roles is RolePattern.Mutual or RolePattern.Modifiers);
        var isGrenade = e.Instruments.Concat(e.Noun is { } noun ? [noun] : []).Any(p => p.Nested().Any(n => n.Lemma is { } lemma && meanings.HasSense(lemma.Text, "grenade") && n.AdjectiveLemmas.Exists(a => meanings.HasSense(a, "grenade"))));
        return Acled.Of(new AcledFacts(e.Type, e.Mode, Actors(e.Agents, true), Actors(e.Targets, false), isMutual, isGrenade, e.Places.Count > 0));
    }

    private AcledActors Actors(List<Phrase> phrases, bool act)
    {
        var actors = AcledActors.None;
        foreach (var phrase in phrases) actors |= Actor(phrase, act);
        return actors;
    }

    private AcledActors Actor(Phrase phrase, bool acts)
    {
        var entity = entities.Resolve(phrase);
        for (var e = entity; e is not null; e = e.Kind is EntityKind.People && e.Class is "combatant" or "police" || e == entity && acts ? e.Of : null)
            if (OfCode(e.Codes?.Interaction) is { } coded) return coded;
        if (phrase.Nested().Any(n => n.Kind is { Class: "protester" })) return AcledActors.Protesters;
        switch (phrase.Kind ?? phrase.Group?.Kind ?? phrase.Genitive?.Kind)
        {
            case { Denotes: Denotes.Force, Class: "militia" or "rebels" } or { Class: "combatant" }: return AcledActors.Armed;
            case { Denotes: Denotes.Force } or { Class: "police" or "state" or "government" or "ministry" or "court" }: return AcledActors.State;
            case { Class: "official" } when acts: return AcledActors.State;
            case { Denotes: Denotes.Person or Denotes.Family }: return AcledActors.Civilians;
            case { Denotes: Denotes.Weapon }: return AcledActors.Arms;
            case { Denotes: Denotes.Aircraft }: return acts ? AcledActors.State : AcledActors.Things;
            case { Denotes: Denotes.Facility or Denotes.Site or Denotes.Vehicle }: return AcledActors.Things;
        }
        if (phrase.IsState && acts) return AcledActors.State;
        return entity?.Kind switch
        {
            EntityKind.ArmedGroup => AcledActors.Armed,
            EntityKind.Person when !acts => AcledActors.Civilians,
            EntityKind.Facility or EntityKind.Route => AcledActors.Things,
            EntityKind.Weapon => AcledActors.Arms,
            _ => AcledActors.None,
        };
    }

    internal static AcledActors? OfCode(string? interaction) => interaction switch
    {
        "State Forces" or "External/Other Forces" => AcledActors.State,
        "Rebel Groups" or "Political Militias" or "Identity Militias" => AcledActors.Armed,
        "Protesters" or "Rioters" => AcledActors.Protesters,
        "Civilians" => AcledActors.Civilians,
        _ => null,
    };
}
