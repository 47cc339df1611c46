namespace Isnad.Readings;

/// <summary>The modes of each type of event (PLOVER, with <c>territory</c> for a place taken by force).</summary>
public static class TypeModes
{
    private static readonly Dictionary<EventType, string[]> Modes = new()
    {
        [EventType.Consult] = Split("visit third-party multilateral phone"),
        [EventType.Retreat] = Split("withdraw release return disarm ceasefire access resign"),
        [EventType.Request] = Split("assist change yield meet"),
        [EventType.Accuse] = Split("disapprove investigate allege"),
        [EventType.Reject] = Split("assist change yield meet"),
        [EventType.Threaten] = Split("restrict ban arrest relations rights expel territory violence"),
        [EventType.Protest] = Split("demo riot strike hunger boycott obstruct vandalize"),
        [EventType.Sanction] = Split("convict expel withdraw discontinue"),
        [EventType.Mobilize] = Split("troops weapons police militia"),
        [EventType.Coerce] = Split("seize restrict ban censor curfew martial-law arrest deport withhold misinformation cyber"),
        [EventType.Assault] = Split(
            "abduct beat torture execute sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control cleansing massacre unconventional territory"),
    };

    /// <summary>The modes of a type; empty if it has none.</summary>
    public static IReadOnlyList<string> Of(EventType type) => Modes.TryGetValue(type, out var modes) ? modes : [];

    private static string[] Split(string words) => words.Split(' ');
}
