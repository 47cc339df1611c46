using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Says of words that can tell an event where they tell no definite happening.</summary>
internal sealed class EventJudge(Meanings meanings, EventFrames frames)
{
    /// <summary>Why an event noun tells none here, or null.</summary>
    public string? Fault(EventDraft draft, EventNoun at, SentenceEvents told)
    {
        var (noun, outer) = (at.Noun, at.Outer);
        if (!draft.PointsBack && EventFrames.IsPartOfName(outer, noun)) return "part of the name of a body, building or thing";
        if (frames.IsAccident(noun) && draft.Agents.Count + draft.Targets.Count == 0) return "an accident";
        if (IsGeneral(at, draft)) return "a kind of happening, none in particular";
        if (draft.Mode == "territory" && draft.Agents.Count == 0 && draft.Places.Count == 0 && draft.Targets.Count == 0) return "control of nobody over nothing";
        // To stop a drama is no ceasefire: what is stopped must be violence.
        if (draft is { Type: EventType.Retreat, Mode: "ceasefire" } && noun.Genitive is { } stopped && frames.OfNoun(stopped) is not { Type: EventType.Assault } && !frames.IsCarrier(stopped) && stopped.Kind?.Denotes is not Denotes.Weapon) return "no violence is stopped";
        if (Movements.LacksForces(draft) && draft.Agents.Count + draft.Targets.Count > 0) return "no force, weapon or state moves";
        if (meanings.LabelOf(noun.Lemma!.Text) is not null && noun.Genitive is null && draft.Agents.Count == 0 && draft.Targets.Count == 0) return "a loaded word without an act";
        if (draft.Type is EventType.Agree or EventType.Support && noun.Kind?.Denotes == Denotes.Agreement && outer.Preposition.Length > 0) return "an agreement that is only referred to";
        if (noun.Genitive is { } genitive && Relevance.IsThing(genitive) && !frames.IsEventPhrase(genitive) && draft.Frame.Genitive == Genitive.Agent && draft.Type is not (EventType.Protest or EventType.Assault)) return "a thing does nothing of the kind";
        // "In cooperation with": how something else is done.
        if (draft.Type == EventType.Cooperate && meanings.RoleOf(outer.Preposition) == Role.Instrument && outer == noun) return "a manner of doing something else";
        return draft.Type == EventType.Assault && IsStopped(draft, at, told) ? "the violence that is stopped is no act of its own" : null;
    }

    /// <summary>
    /// "All forms of violence", "any attack", "the policy of closure", "against terrorism": the words around make it general, unless it has
    /// participants of its own.
    /// </summary>
    private bool IsGeneral(EventNoun at, EventDraft draft)
    {
        if (draft.PointsBack) return false;
        foreach (var phrase in at.Outer.Nested())
        {
            if (phrase == at.Noun) break;
            if (phrase.Lemma is { } around && meanings.HasSense(around.Text, "general")) return true;
        }
        // "Terrorist acts", "the attacks": many, and none of those told of.
        draft.IsGeneral = meanings.HasSense(at.Noun.Lemma!.Text, "general-event") || (draft.Group == "blast" && at.Noun.Features.HasFlag(Morph.Plur) && at.Noun.Number is null);
        if (meanings.RoleOf(at.Outer.Preposition) != Role.Target || at.Outer != at.Noun || draft.Type != EventType.Assault) return false;
        // What one stands or acts against is general unless it is told of.
        return at.Noun.Features.HasFlag(Morph.Plur) && draft.Agents.Count + draft.Targets.Count + draft.Places.Count == 0;
    }

    /// <summary>"An end to the fire": the words in the genitive of a ceasefire, or right after one, tell what is stopped.</summary>
    private bool IsStopped(EventDraft draft, EventNoun at, SentenceEvents told)
    {
        foreach (var phrase in at.Outer.Nested())
        {
            if (phrase == at.Noun) break;
            if (frames.OfNoun(phrase) is { Type: EventType.Retreat, Mode: "ceasefire" } && at.Noun.Genitive?.Kind?.Denotes is Denotes.Weapon or Denotes.Other) return true;
        }
        return at.Outer == at.Noun && told.Events.Exists(e => e.Clause == draft.Clause && e is { Type: EventType.Retreat, Mode: "ceasefire" } && e.Noun?.End == at.Outer.Start);
    }
}
