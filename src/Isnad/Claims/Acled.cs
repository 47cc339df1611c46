using Isnad.Readings;

namespace Isnad.Claims;

/// <summary>Who takes part in an event, as ACLED tells them apart.</summary>
[Flags]
internal enum AcledActors
{
    /// <summary>Nobody, or nobody whose kind is known.</summary>
    None = 0,
    /// <summary>Forces and authorities of a state, and forces from outside.</summary>
    State = 1,
    /// <summary>Armed groups that are no state's.</summary>
    Armed = 2,
    /// <summary>People who protest.</summary>
    Protesters = 4,
    /// <summary>People who are not armed.</summary>
    Civilians = 8,
    /// <summary>Buildings, vehicles and other things.</summary>
    Things = 16,
    /// <summary>Arms and explosives.</summary>
    Arms = 32,
}

/// <summary>What decides the sub-event type.</summary>
/// <param name="Type">PLOVER type, or null where none fits.</param>
/// <param name="Mode">PLOVER mode, or nothing.</param>
/// <param name="Agents">Who acts.</param>
/// <param name="Targets">Who suffers.</param>
/// <param name="IsMutual">Whether several sides fight each other.</param>
/// <param name="IsGrenade">Whether the weapon is a hand grenade.</param>
/// <param name="IsPlaced">Whether the event has a place of its own.</param>
internal readonly record struct AcledFacts(EventType? Type, string Mode, AcledActors Agents, AcledActors Targets, bool IsMutual = false, bool IsGrenade = false, bool IsPlaced = false);

/// <summary>
/// The event types and sub-event types of the Armed Conflict Location and Event Data project (codebook of 2023) for what has happened,
/// from type, mode and who takes part.
/// </summary>
internal static class Acled
{
    public const string Battles = "Battles", Explosions = "Explosions/Remote violence", Violence = "Violence against civilians",
        Protests = "Protests", Riots = "Riots", Strategic = "Strategic developments";

    private const AcledActors Fighters = AcledActors.State | AcledActors.Armed;

    /// <summary>Every sub-event type with its event type.</summary>
    public static IReadOnlyDictionary<string, string> EventTypes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Armed clash"] = Battles,
        ["Government regains territory"] = Battles,
        ["Non-state actor overtakes territory"] = Battles,
        ["Chemical weapon"] = Explosions,
        ["Air/drone strike"] = Explosions,
        ["Suicide bomb"] = Explosions,
        ["Shelling/artillery/missile attack"] = Explosions,
        ["Remote explosive/landmine/IED"] = Explosions,
        ["Grenade"] = Explosions,
        ["Sexual violence"] = Violence,
        ["Attack"] = Violence,
        ["Abduction/forced disappearance"] = Violence,
        ["Peaceful protest"] = Protests,
        ["Protest with intervention"] = Protests,
        ["Excessive force against protesters"] = Protests,
        ["Violent demonstration"] = Riots,
        ["Mob violence"] = Riots,
        ["Agreement"] = Strategic,
        ["Arrests"] = Strategic,
        ["Change to group/activity"] = Strategic,
        ["Disrupted weapons use"] = Strategic,
        ["Headquarters or base established"] = Strategic,
        ["Looting/property destruction"] = Strategic,
        ["Non-violent transfer of territory"] = Strategic,
        ["Other"] = Strategic,
    };

    /// <summary>The event type and sub-event type, or null where ACLED does not code such an event.</summary>
    public static (string EventType, string SubEventType)? Of(AcledFacts facts) => SubEvent(facts) is { } sub ? (EventTypes[sub], sub) : null;

    private static string? SubEvent(AcledFacts facts) => facts.Type switch
    {
        EventType.Assault => Assault(facts),
        EventType.Protest => facts.Mode switch
        {
            "riot" or "vandalize" => "Violent demonstration",
            "strike" or "hunger" or "boycott" => null,
            _ => "Peaceful protest",
        },
        EventType.Coerce => facts.Mode switch
        {
            "arrest" => "Arrests",
            "seize" when Is(facts.Targets, AcledActors.Arms) => "Disrupted weapons use",
            "seize" when Is(facts.Targets, AcledActors.Things) => "Looting/property destruction",
            "curfew" or "martial-law" => "Other",
            "" when Is(facts.Targets, AcledActors.Arms) => "Disrupted weapons use",
            _ => null,
        },
        EventType.Support when facts.IsMutual => "Agreement",
        EventType.Concede => null,
        EventType.Retreat => facts.Mode switch
        {
            "ceasefire" => "Agreement",
            "withdraw" when facts.IsPlaced && (facts.Agents & Fighters) != 0 => "Non-violent transfer of territory",
            "withdraw" or "disarm" when (facts.Agents & Fighters) != 0 => "Change to group/activity",
            "release" => "Other",
            _ => null,
        },
        EventType.Mobilize => facts.Mode switch
        {
            "weapons" => "Other",
            _ when Is(facts.Targets, AcledActors.Things) => "Headquarters or base established",
            _ => "Change to group/activity",
        },
        null => "Change to group/activity",
        _ => null,
    };

    private static string Assault(AcledFacts facts) => facts.Mode switch
    {
        "unconventional" => "Chemical weapon",
        "aerial" or "drone" => "Air/drone strike",
        "suicide-attack" => "Suicide bomb",
        "heavy-weapons" => "Shelling/artillery/missile attack",
        "explosives" => facts.IsGrenade ? "Grenade" : "Remote explosive/landmine/IED",
        "territory" when Is(facts.Agents, AcledActors.State) => "Government regains territory",
        "territory" when Is(facts.Agents, AcledActors.Armed) => "Non-state actor overtakes territory",
        "abduct" => "Abduction/forced disappearance",
        "sexual" => "Sexual violence",
        _ when Is(facts.Targets, AcledActors.Protesters) => facts.Mode is "firearms" or "massacre" or "execute" or "targeted" ? "Excessive force against protesters" : "Protest with intervention",
        "crowd-control" => "Protest with intervention",
        _ when Is(facts.Agents, AcledActors.Protesters) => "Violent demonstration",
        "destroy" when (facts.Targets & (AcledActors.Civilians | Fighters)) == 0 => "Looting/property destruction",
        _ when facts.IsMutual || (facts.Targets & Fighters) != 0 || facts.Mode == "territory" => facts.Agents is AcledActors.Civilians && facts.Targets is AcledActors.Civilians or AcledActors.None ? "Mob violence" : "Armed clash",
        _ when facts.Agents == AcledActors.Civilians => "Mob violence",
        _ => "Attack",
    };

    private static bool Is(AcledActors actors, AcledActors kind) => (actors & kind) != 0;
}
