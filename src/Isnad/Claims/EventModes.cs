using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Modes that the words of an event leave open: by the weapon, and by what is asked for, refused or threatened.</summary>
internal sealed class EventModes(Meanings meanings)
{
    /// <summary>Sets the modes of a report's events that have none of their own.</summary>
    public void Set(List<EventDraft> events)
    {
        foreach (var e in events)
        {
            if (e.Type == EventType.Assault && e.Mode is "" or "heavy-weapons" && WeaponOf(e) is { } weapon) e.Mode = weapon;
            if (e.Type == EventType.Assault && e.Mode is "" or "explosives" && IsSuicide(e)) e.Mode = "suicide-attack";
            if (e.Governor is not { Mode: "" } governor) continue;
            governor.Mode = governor.Type switch
            {
                EventType.Request or EventType.Reject => Content(e),
                EventType.Threaten => Threat(e),
                _ => "",
            };
        }
        foreach (var e in events)
            if (e is { Type: EventType.Request, Mode: "" }) e.Mode = "change";
    }

    /// <summary>Whether somebody blows himself up, or is called after it.</summary>
    private bool IsSuicide(EventDraft e) =>
        (e is { Noun: null, Mode: "explosives", Clause: { IsPassive: false } clause } && clause.Items.Exists(i => i.Function == "reflexive"))
        || e.Agents.Exists(a => a.Nested().Any(p => p.Lemma is { } lemma && meanings.HasSense(lemma.Text, "suicide")));

    /// <summary>What the planes or arms with which an act is done make of it.</summary>
    private static string? WeaponOf(EventDraft e)
    {
        foreach (var phrase in e.Instruments.Concat(e.Agents))
            foreach (var part in phrase.Nested())
                switch (part.Kind)
                {
                    case { Denotes: Denotes.Aircraft, Class: "aerial" or "drone" } aircraft:
                        return aircraft.Class;
                    case { Denotes: Denotes.Weapon, Class: { Length: > 0 } mode } when e.Mode.Length == 0 && e.Instruments.Contains(phrase):
                        return mode;
                }
        return null;
    }

    private static string Content(EventDraft content) => content.Type switch
    {
        EventType.Retreat when content.Mode != "access" => "yield",
        EventType.Concede => "yield",
        EventType.Aid => "assist",
        EventType.Consult or EventType.Agree or EventType.Support or EventType.Cooperate => "meet",
        _ => "change",
    };

    private static string Threat(EventDraft content) => content.Type switch
    {
        EventType.Assault => content.Mode == "territory" ? "territory" : "violence",
        EventType.Coerce => content.Mode switch { "arrest" => "arrest", "ban" => "ban", "deport" => "expel", _ => "restrict" },
        EventType.Sanction => content.Mode == "expel" ? "expel" : "relations",
        EventType.Mobilize => "violence",
        _ => "",
    };
}
