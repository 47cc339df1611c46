using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>
/// Whether an event is one that readings are about: of political, armed, official or organised actors, or harmful to people. A club
/// that meets a player, a company that supports a fair and a film that is released are none.
/// </summary>
internal sealed class Relevance(PublicActors actors, Restrictions restrictions)
{
    /// <summary>Why an event with its final participants is none to tell of, or null.</summary>
    public string? Fault(EventDraft e, Topic topic, bool isAccident)
    {
        var isLeisure = topic == Topic.Leisure;
        if (isAccident && e is { Type: EventType.Assault, Mode: "", Agents.Count: 0, Instruments.Count: 0, Frame.Measure: Measure.Killed or Measure.Wounded or Measure.Casualties }) return "what an accident did";
        if (!restrictions.AreMet(e)) return "nothing of the kind that the word is about";
        if (e.Agents.Count > 0 && e.Type is EventType.Assault or EventType.Coerce or EventType.Threaten && e.Agents.TrueForAll(actors.IsInert) && e.Absorbed.Count == 0) return "no person or body does it";
        if (e.Type is null or EventType.Protest || e.Mode == "ceasefire") return isLeisure && !e.Agents.Exists(a => actors.IsPublic(a) || PublicActors.IsPlural(a)) ? "no public matter in a text about play, art or trade" : null;
        if (e.Type == EventType.Assault)
        {
            if (isLeisure && !HarmsPeople(e) && !e.Agents.Concat(e.Targets).Any(PublicActors.IsArmed)) return "no violence in a text about play, art or trade";
            if (e.Absorbed.Count > 0 || e.Instruments.Count > 0 || e.Places.Count > 0 || e.Targets.Count == 0) return null;
            return e.Targets.TrueForAll(IsThing) ? "no person, place or building is hit" : null;
        }
        // Where arms and arrests are told of, whoever acts is part of it.
        if (topic == Topic.Conflict && e.Type is EventType.Coerce or EventType.Sanction or EventType.Threaten or EventType.Aid or EventType.Reject && IsSerious(e)) return null;
        Func<Phrase, bool> counts = isLeisure ? p => actors.IsPlainlyOfficial(p) || (p.IsState && e.Type is not (EventType.Consult or EventType.Retreat or EventType.Mobilize)) : actors.IsPublic;
        var isVoiced = !isLeisure && e.Agents.Exists(a => MayAct(a, e.Type));
        // Families meet among themselves; who arrests, sentences and frees is an authority, whatever it is called.
        if (e.Type == EventType.Consult && e.Agents.Count > 0 && e.Agents.Concat(e.Targets).All(p => p.Kind?.Denotes == Denotes.Family)) return "a family meets";
        var isFormal = !isLeisure && e.Mode is "arrest" or "deport" or "convict" or "curfew" or "martial-law" or "release" or "expel";
        if (e.Agents.Count > 0 && !isVoiced && !isFormal && (isLeisure || e.Governor is not { Type: not null }) && e.Frame.Measure is not (Measure.Displaced or Measure.Returned) && !e.Agents.Exists(counts.Invoke)) return "nobody public does it";
        if (isVoiced || !isLeisure && (e.IsTold || IsKnownOtherwise(e))) return null;
        // "The release of the prisoners": with some words the genitive is part of what tells the event.
        var participants = e.Agents.Concat(e.Targets).Concat(e.Instruments).Concat(e.Noun?.Genitive is { } genitive ? [genitive] : []);
        return participants.Any(p => counts(p) || (!isLeisure && PublicActors.IsActedUpon(p))) || (isFormal && e.Targets.Count > 0) ? null : "no public actor takes part";
    }

    /// <summary>Whether somebody takes part who is a person, a body or unknown, or the event happens somewhere.</summary>
    private static bool IsSerious(EventDraft e) => e.Agents.Concat(e.Targets).Any(p => Participants.CanAct(p)) || e.Places.Count + e.FromPlaces.Count + e.TowardPlaces.Count > 0 || e.Governor is not null;

    /// <summary>
    /// Whether those who are no public actors may do it all the same: people together, except to meet, praise and agree among themselves; a person with a
    /// name who asks, accuses or refuses; whom nothing is known of.
    /// </summary>
    private bool MayAct(Phrase agent, EventType? type) => type switch
    {
        EventType.Consult or EventType.Support or EventType.Cooperate or EventType.Agree => agent.IsUnknown || agent.IsPersonName,
        _ => agent.IsUnknown || agent.IsPersonName || PublicActors.IsPlural(agent),
    };

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
}
