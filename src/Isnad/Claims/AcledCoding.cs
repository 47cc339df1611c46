using Isnad.Readings;

namespace Isnad.Claims;

/// <summary>ACLED's code of a claim whose type or participants were put right by hand: from the entities alone, without the report's words.</summary>
public static class AcledCoding
{
    /// <summary>The event type and sub-event type, or null: what has not happened has none, and ACLED does not code everything.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="entity">The entity of an id.</param>
    public static (string EventType, string SubEventType)? Of(EventClaim claim, Func<string, Entity?> entity)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(entity);
        if (claim.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing) || claim.Polarity == Polarity.Negated) return null;
        var isMutual = claim.Agents.Count > 1 && claim.Targets.Count == 0;
        return Acled.Of(new AcledFacts(claim.Type, claim.Mode ?? "", Actors(claim.Agents, entity, true), Actors(claim.Targets, entity, false), isMutual, IsPlaced: claim.Places.Count > 0));
    }

    private static AcledActors Actors(IReadOnlyList<string> ids, Func<string, Entity?> entity, bool act)
    {
        var actors = AcledActors.None;
        foreach (var id in ids)
            if (entity(id) is { } one) actors |= Actor(one, entity, act);
        return actors;
    }

    private static AcledActors Actor(Entity one, Func<string, Entity?> entity, bool acts)
    {
        if (AcledReader.OfCode(one.Codes?.Interaction) is { } coded) return coded;
        if (one.Of is { } body && (acts || one.Class is "combatant" or "police") && AcledReader.OfCode(entity(body)?.Codes?.Interaction) is { } ofBody) return ofBody;
        return one switch
        {
            { Class: "protester" } => AcledActors.Protesters,
            { Class: "combatant" } or { Kind: EntityKind.ArmedGroup } => AcledActors.Armed,
            { Class: "police" } => AcledActors.State,
            { Kind: EntityKind.Place, Precision: PlacePrecision.Country } when acts => AcledActors.State,
            { Kind: EntityKind.People } or { Kind: EntityKind.Person } when !acts => AcledActors.Civilians,
            { Kind: EntityKind.Facility or EntityKind.Route } => AcledActors.Things,
            { Kind: EntityKind.Weapon } => AcledActors.Arms,
            _ => AcledActors.None,
        };
    }
}
