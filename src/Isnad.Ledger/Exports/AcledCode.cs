using Isnad.Ledger.Events;

namespace Isnad.Ledger.Exports;

/// <summary>What ACLED's codes of actors and disorder follow from.</summary>
internal static class AcledCode
{
    /// <summary>ACLED's number for a kind of actor; empty if it is none of theirs.</summary>
    public static string Inter(EventParty? party) => party switch
    {
        null => "",
        { Interaction: "State Forces" } => "1",
        { Interaction: "Rebel Groups" } => "2",
        { Interaction: "Political Militias" } => "3",
        { Interaction: "Identity Militias" } => "4",
        { Interaction: "Rioters" } => "5",
        { Interaction: "Protesters" } or { Class: "protester" } => "6",
        { Interaction: "External/Other Forces" } => "8",
        _ when Derived.IsCivilian(party) => "7",
        _ => "",
    };

    /// <summary>The type of disorder that an event type and a sub-event type belong to.</summary>
    public static string Disorder(string type, string subType) => type switch
    {
        "Strategic developments" => type,
        "Protests" when subType.StartsWith("Excessive", StringComparison.Ordinal) => "Political violence; Demonstrations",
        "Protests" or "Riots" when subType != "Mob violence" => "Demonstrations",
        _ => "Political violence",
    };
}
