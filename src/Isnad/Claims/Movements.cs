using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Tells deployments, visits, flight and takings apart by who moves.</summary>
internal static class Movements
{
    /// <summary>Who moves decides what a movement is: forces deploy, officials visit, the displaced flee.</summary>
    public static void SetType(EventDraft draft)
    {
        if (draft.Frame.Roles != RolePattern.Motion || draft.Agents.Count == 0 || draft.Type is not (EventType.Mobilize or EventType.Consult or EventType.Retreat)) return;
        var mover = draft.Agents[0];
        var official = mover.IsPersonName || mover.Kind is { Denotes: Denotes.Person, Class: "official" } || mover.Kind is { Denotes: Denotes.Body, Class: not ("media" or "company") } || mover.Name?.As(NameKind.Person) is not null;
        if (draft.Type == EventType.Retreat)
        {
            if (official && draft.Mode is "return" or "") draft.Type = null;
            return;
        }
        if (official)
        {
            (draft.Type, draft.Mode) = (EventType.Consult, "visit");
            draft.Targets.AddRange(draft.TowardPlaces.Where(p => p.Name?.As(NameKind.Country) is not null));
        }
        else if (mover.Kind is { Denotes: Denotes.Force or Denotes.Vehicle or Denotes.Aircraft } or { Class: "combatant" } || mover.Demonym >= 0 || mover.Name is not null) draft.Type = EventType.Mobilize;
        else if (draft.Type == EventType.Mobilize) draft.Type = null;
    }

    /// <summary>Only forces, weapons or states mobilize or withdraw; a newspaper that publishes does not.</summary>
    public static bool LacksForces(EventDraft draft)
    {
        if (draft.Type is not (EventType.Mobilize or EventType.Retreat) || draft.Mode is "release" or "resign" or "ceasefire" or "access") return false;
        // What is deployed must be able to fight: to publish a letter is no deployment.
        if (draft.Type == EventType.Mobilize && draft.Frame.Genitive == Genitive.Target && draft.Targets.Count + draft.Instruments.Count > 0
            && !draft.Targets.Concat(draft.Instruments).Any(p => p.Nested().Any(n => n.IsForceOrArm || n.Kind?.Class is "combatant" or "police" or "child"))) return true;
        return !draft.Agents.Concat(draft.Targets).Concat(draft.Instruments).Any(CanMove);
    }

    /// <summary>A force that enters a town in the course of fighting takes it.</summary>
    public static void EnterByForce(EventDraft e, SentenceEvents told)
    {
        if (e is not { Type: EventType.Mobilize, Noun: null, TowardPlaces.Count: > 0, Clause.Objects.Count: > 0 } || !e.Clause.Objects.Contains(e.TowardPlaces[0])) return;
        if (!told.Events.Exists(other => other != e && other.Type == EventType.Assault)) return;
        (e.Type, e.Mode) = (EventType.Assault, "territory");
        e.Places.InsertRange(0, e.TowardPlaces);
        e.TowardPlaces.Clear();
    }

    private static bool CanMove(Phrase phrase) =>
        PublicActors.IsNationality(phrase) || phrase.IsPronoun || phrase.IsPersonName || phrase.Name?.Entries.Any(e => e.Kind is NameKind.Actor or NameKind.Country or NameKind.Capital or NameKind.Person) == true
        || phrase.Nested().Any(n => n.IsForceOrArm || n.Kind is { Denotes: Denotes.Person, Class: not ("unknown" or "worker") } or { Denotes: Denotes.Family or Denotes.Place or Denotes.Facility } or { Denotes: Denotes.Body, Class: "party" or "state" } or { Measure: Measure.Wounded or Measure.Killed or Measure.Detained } || PublicActors.IsNationality(n));
}
