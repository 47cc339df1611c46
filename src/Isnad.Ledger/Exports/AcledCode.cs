using Isnad.Ledger.Events;

namespace Isnad.Ledger.Exports;

/// <summary>ACLED's event type and sub-event type of an event, from its PLOVER type and mode and from who is on its sides.</summary>
internal static class AcledCode
{
    private const string Remote = "Explosions/Remote violence";
    private const string Strategic = "Strategic developments";
    private const string Civilians = "Violence against civilians";

    public static (string Type, string SubType)? Of(LedgerEvent e) => (e.Type, e.Mode) switch
    {
        ("ASSAULT", "aerial" or "drone") => (Remote, "Air/drone strike"),
        ("ASSAULT", "heavy-weapons") => (Remote, "Shelling/artillery/missile attack"),
        ("ASSAULT", "explosives") => (Remote, "Remote explosive/landmine/IED"),
        ("ASSAULT", "suicide-attack") => (Remote, "Suicide bomb"),
        ("ASSAULT", "unconventional") => (Remote, "Chemical weapon"),
        ("ASSAULT", "territory") => ("Battles", e.Agents.Any(a => a.Interaction == "State Forces") ? "Government regains territory" : "Non-state actor overtakes territory"),
        ("ASSAULT", "abduct") => (Civilians, "Abduction/forced disappearance"),
        ("ASSAULT", "sexual") => (Civilians, "Sexual violence"),
        ("ASSAULT", "crowd-control") => ("Protests", e.Tolls.Any(t => t.Measure is "killed" or "wounded" && t.High is not 0) ? "Excessive force against protesters" : "Protest with intervention"),
        ("ASSAULT", "destroy") => (Strategic, "Looting/property destruction"),
        ("ASSAULT", _) => e.Targets.Any(Derived.IsCivilian) || !Sides(e) ? (Civilians, "Attack") : ("Battles", "Armed clash"),
        ("PROTEST", "riot" or "vandalize") => ("Riots", "Violent demonstration"),
        ("PROTEST", _) => ("Protests", "Peaceful protest"),
        ("COERCE", "arrest") => (Strategic, "Arrests"),
        ("COERCE", "seize") or ("RETREAT", "withdraw") => (Strategic, "Non-violent transfer of territory"),
        ("RETREAT", "ceasefire") or ("AGREE", _) => (Strategic, "Agreement"),
        ("RETREAT", "disarm") => (Strategic, "Disrupted weapons use"),
        ("MOBILIZE", _) => (Strategic, "Other"),
        _ => null,
    };

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

    public static string Disorder(string type, string subType) => type switch
    {
        Strategic => Strategic,
        "Protests" when subType.StartsWith("Excessive", StringComparison.Ordinal) => "Political violence; Demonstrations",
        "Protests" or "Riots" when subType != "Mob violence" => "Demonstrations",
        _ => "Political violence",
    };

    // Two armed sides: both as agents, or one against the other.
    private static bool Sides(LedgerEvent e) => e.Agents.Count(Derived.IsArmed) > 1 || (e.Agents.Any(Derived.IsArmed) && e.Targets.Any(Derived.IsArmed));
}
