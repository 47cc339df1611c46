using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Speech;

namespace Isnad.Claims;

/// <summary>What speakers tell of themselves: "we struck a ship", and "X: shelling of the airport" from those who shell.</summary>
internal sealed class SpeakerRoles(World world)
{
    /// <summary>Gives acts that speakers tell as their own to them. What "we" did in nobody's speech, other than to ask or accuse, is dropped.</summary>
    public void Set(List<EventDraft> events)
    {
        events.RemoveAll(e => IsFirstPerson(e) && e.Voice.IsOutlet && e.Type is not (EventType.Request or EventType.Accuse or EventType.Reject or EventType.Support or EventType.Threaten));
        foreach (var e in events)
        {
            if (e.Voice.Speakers is not [{ Phrase: { IsPronoun: false } speaker } first, ..] || speaker.Start >= e.Start) continue;
            if (IsFirstPerson(e) ? first.Kind is not (SourceKind.Document or SourceKind.Channel or SourceKind.Agency) && e.Agents.TrueForAll(a => a.IsPronoun) : IsAnnounced(e) && IsArmed(speaker))
            {
                e.Agents.Clear();
                e.Agents.Add(speaker);
            }
        }
    }

    /// <summary>Whether its verb says "I" or "we" and can say nothing else.</summary>
    private static bool IsFirstPerson(EventDraft e) =>
        e is { Noun: null, Clause.Verb.Analysis: var verb } && verb.IsAny(Morph.First) && !verb.IsAny(Morph.Second | Morph.Third);

    /// <summary>Whether an act of violence is told by its name alone, without a verb of its own and without who did it.</summary>
    private static bool IsAnnounced(EventDraft e) =>
        e is { Type: EventType.Assault, Noun.Demonym: < 0, Agents.Count: 0, Status: ClaimStatus.Happened, Targets.Count: > 0, Clause.Verb: null, Voice.Stance: Stance.States, Frame.Measure: null, IsGeneral: false };

    private bool IsArmed(Phrase phrase) =>
        PublicActors.IsArmed(phrase) || phrase.Nested().Any(p => p.Name?.As(NameKind.Actor) is { } actor && world.Actors[actor.Index].Role is "army" or "rebel" or "militia" or "jihadist" or "coalition");
}
