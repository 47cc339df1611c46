using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>
/// Whether an event is one that readings are about: of political, armed, official or organised actors, or harmful to people. A club
/// that meets a player, a company that supports a fair and a film that is released are none.
/// </summary>
internal static class Relevance
{
    /// <summary>Why an event with its final participants is none to tell of, or null.</summary>
    public static string? Fault(EventDraft e, bool isLeisure)
    {
        if (e.Type is null or EventType.Protest || e.Mode == "ceasefire") return isLeisure && !e.Agents.Exists(IsPublic) ? "no public matter in a text about play, art or trade" : null;
        if (e.Type == EventType.Assault)
        {
            if (isLeisure && !HarmsPeople(e) && !e.Agents.Concat(e.Targets).Any(IsArmed)) return "no violence in a text about play, art or trade";
            if (e.Absorbed.Count > 0 || e.Instruments.Count > 0 || e.Places.Count > 0 || e.Targets.Count == 0) return null;
            return e.Targets.TrueForAll(IsThing) ? "no person, place or building is hit" : null;
        }
        if (!isLeisure && (e.IsTold || IsKnownOtherwise(e))) return null;
        // "The release of the prisoners": with some words the genitive is part of what tells the event.
        var participants = e.Agents.Concat(e.Targets).Concat(e.Instruments).Concat(e.Noun?.Genitive is { } genitive ? [genitive] : []);
        return participants.Any(isLeisure ? IsOfficial : IsPublic) ? null : "no public actor takes part";
    }

    /// <summary>
    /// What somebody asks for or refuses has its participants in that; who is asked, accused or refused may stand in another sentence;
    /// roads and water are cut somewhere; talks are held by those of whom the report is.
    /// </summary>
    private static bool IsKnownOtherwise(EventDraft e) =>
        e.Governor is { Type: not null } || (e.Noun is null && e.Agents.Count == 0 && e.Type is EventType.Accuse or EventType.Request or EventType.Reject or EventType.Threaten or EventType.Support)
        || (e.Type is EventType.Coerce or EventType.Retreat && e.Targets.Concat(e.Places).Any(t => t.IsPlace || t.IsSite || t.Kind?.Measure is Measure.Wounded or Measure.Killed)) || (e.Type is EventType.Consult && e.Frame.Roles == RolePattern.Mutual && e.Noun is not null && (e.Places.Count > 0 || e.Time is not null));

    /// <summary>A known word that names nobody and no place, building or arm: a question, an economy, a peace process.</summary>
    public static bool IsThing(Phrase phrase) =>
        phrase is { Kind: null, Name: null, IsPersonName: false, IsPronoun: false, Demonym: < 0, Number: null, Lemma: not null, Group: null } && phrase.Features.HasFlag(Morph.Noun) && !phrase.Features.HasFlag(Morph.Human) && !phrase.IsPlace
        && !phrase.Nested().Any(n => n.Name is not null || n.Kind?.Denotes is Denotes.Facility or Denotes.Vehicle or Denotes.Weapon or Denotes.Site or Denotes.Person);

    private static bool HarmsPeople(EventDraft e) =>
        e.Frame.Measure is Measure.Killed or Measure.Abducted || e.Mode is "suicide-attack" or "explosives" or "aerial" or "heavy-weapons" && e.Targets.Exists(t => t.Kind?.Denotes is Denotes.Person or Denotes.Place);

    /// <summary>A state, a force, an authority or one of its people, or somebody armed or held.</summary>
    private static bool IsOfficial(Phrase phrase) => phrase.Nested().Any(p =>
        p.IsState || p.Office is not null || (p.Name is { } name && name.Entries.Any(n => n.Kind is NameKind.Actor or NameKind.Country or NameKind.Person)) || IsArmed(p)
        || p.Kind is { Denotes: Denotes.Body, Class: "state" or "government" or "ministry" or "party" or "parliament" or "court" or "igo" } or { Denotes: Denotes.Person, Class: "official" or "prisoner" or "protester" or "displaced" });

    private static bool IsArmed(Phrase phrase) => phrase.Nested().Any(p => p.IsForceOrArm || p.Kind is { Class: "combatant" or "police" });

    /// <summary>"The Russians", "Russian forces": the adjective of a country by itself or of people and bodies, not of markets or wares.</summary>
    public static bool IsNationality(Phrase phrase) =>
        phrase.Demonym >= 0 && (phrase.Head == phrase.DemonymToken || phrase.Kind is { Denotes: Denotes.Person or Denotes.Force or Denotes.Body or Denotes.Vehicle or Denotes.Aircraft or Denotes.Weapon or Denotes.Quantity });

    /// <summary>Somebody of whom news of politics tell: named, armed, official or organised, or people whom others act upon.</summary>
    private static bool IsPublic(Phrase phrase)
    {
        if (phrase.IsPronoun || IsNationality(phrase) || phrase.IsPersonName || phrase.IsState) return true;
        if (phrase.Name is { } name && name.Entries.Any(n => n.Kind is NameKind.Actor or NameKind.Person or NameKind.Country or NameKind.Capital or NameKind.Office)) return true;
        if (IsOfficial(phrase)) return true;
        foreach (var p in phrase.Nested())
        {
            if (p.Group is { } group && IsPublic(group)) return true;
            switch (p.Kind)
            {
                case { Denotes: Denotes.Force or Denotes.Aircraft or Denotes.Facility or Denotes.Family }: return true;
                case { Denotes: Denotes.Body, Class: not ("company" or "media") }: return true;
                case { Denotes: Denotes.Person, Class: not ("unknown" or "worker") }: return true;
            }
        }
        return false;
    }
}
