using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>The status that words give to what they govern: verbs, nouns, adjectives.</summary>
internal sealed class GoverningWords(Meanings meanings, EventFrames frames)
{
    private static readonly FrameKind[] OfNouns = [FrameKind.Governor, FrameKind.Noun], OfVerbs = [FrameKind.Governor, FrameKind.Verb, FrameKind.Phase];

    /// <summary>The status that a verb gives to its object or complement, or null.</summary>
    public ClaimStatus? OfVerb(string lemma) => Inner(lemma, OfVerbs, null);

    /// <summary>The status that a verb gives as one that only begins, goes on or ends, so that it gives it to its subject too; or null.</summary>
    public ClaimStatus? OfPhase(string lemma) =>
        meanings.FramesOf(lemma, FrameKind.Governor).Concat(meanings.FramesOf(lemma, FrameKind.Phase)).Concat(meanings.FramesOf(lemma, FrameKind.Light)).Any(f => f.Inner == ClaimStatus.Ongoing) ? ClaimStatus.Ongoing : null;

    /// <summary>Whether a verb's complement under a preposition is what it governs.</summary>
    public bool Governs(string verb, string preposition)
    {
        foreach (var kind in (ReadOnlySpan<FrameKind>)[FrameKind.Verb, FrameKind.Governor, FrameKind.Light, FrameKind.Result, FrameKind.Phase])
            foreach (var frame in meanings.FramesOf(verb, kind))
                if (frame.RoleOf(preposition) is Role.Inner or Role.Topic || (frame.Prepositions.Count == 0 && frame.Inner is not null && meanings.RoleOf(preposition) is Role.Instrument or Role.Toward or Role.Target or Role.About)) return true;
        return false;
    }

    /// <summary>The status that the words around a noun in its phrase give it, the nearest first: its own adjectives, then the nouns whose genitive it is.</summary>
    public ClaimStatus? Around(Phrase outer, Phrase noun)
    {
        if (OfAdjectives(noun) is { } own) return own;
        ClaimStatus? found = null;
        foreach (var phrase in outer.Nested())
        {
            if (phrase == noun) break;
            if ((OfGenitive(phrase) ?? OfAdjectives(phrase)) is { } status) found = status;
        }
        return found;
    }

    /// <summary>The status that a noun in the phrase before gives to what stands under a preposition after it ("a call for"), or null.</summary>
    public ClaimStatus? Before(Phrase before, string preposition)
    {
        ClaimStatus? found = null;
        foreach (var phrase in before.Nested())
        {
            if (OfNoun(phrase, preposition) is { } status) found = status;
            // "The words of its staff: ...": what is said is not governed by what stands before the saying.
            else if (preposition.Length == 0 && phrase.Lemma is { } word && meanings.CueOf("say-noun", word.Text) is not null) found = null;
        }
        return found;
    }

    /// <summary>Whether a noun in the phrase before takes a preposition as its verb does, without saying whether a thing happened ("the exposure to").</summary>
    public bool IsTaken(Phrase before, string preposition)
    {
        foreach (var phrase in before.Nested())
        {
            if (phrase.Lemma is not { } lemma || phrase.Name is not null) continue;
            if (Governs(lemma.Text, preposition) || (phrase.Features.HasFlag(Morph.Masdar) && lemma.Root.Length > 0 && Governs(lemma.Root, preposition))) return true;
        }
        return false;
    }

    /// <summary>The status that a noun gives to its genitive: "the work on" gives one only to what stands under its preposition.</summary>
    private ClaimStatus? OfGenitive(Phrase phrase) =>
        phrase.Lemma is { Root: { Length: > 0 } root } lemma && phrase.Features.HasFlag(Morph.Masdar) && meanings.FramesOf(lemma.Text, FrameKind.Governor).Count == 0 && meanings.FramesOf(root, FrameKind.Governor) is { Count: > 0 } governors && governors.All(NeedsPreposition)
            ? null : OfNoun(phrase, "");

    /// <summary>The status that a noun gives to its genitive, or to what stands under a preposition that it takes.</summary>
    public ClaimStatus? OfNoun(Phrase phrase, string preposition)
    {
        if (phrase.Lemma is not { } lemma || phrase.Name is not null) return null;
        if (frames.OfNoun(phrase) is { Inner: { } compound, Kind: FrameKind.Noun } frame && Takes(frame, preposition)) return compound;
        if (Inner(lemma.Text, OfNouns, preposition) is { } own) return own;
        return phrase.Features.HasFlag(Morph.Masdar) && lemma.Root.Length > 0 ? Inner(lemma.Root, OfVerbs, preposition) ?? (preposition.Length == 0 ? OfPhase(lemma.Root) : null) : null;
    }

    private ClaimStatus? OfAdjectives(Phrase phrase)
    {
        foreach (var adjective in phrase.AdjectiveLemmas)
            foreach (var frame in meanings.FramesOf(adjective, FrameKind.Governor))
                if (frame.Inner is { } inner) return inner;
        foreach (var (_, root, passive) in phrase.Participles)
            if (passive && meanings.FramesOf(root, FrameKind.Governor) is [{ Prepositions.Count: 0, Inner: { } inner and (ClaimStatus.Planned or ClaimStatus.Possible or ClaimStatus.Denied) }, ..]) return inner;
        return null;
    }

    /// <summary>The status that a verb gives to its object, or to what stands under a preposition after it: "resolved on" is not "held" a meeting.</summary>
    public ClaimStatus? OfVerb(string lemma, string preposition)
    {
        foreach (var kind in OfVerbs)
            foreach (var frame in meanings.FramesOf(lemma, kind))
                if (frame.Inner is { } inner && (preposition.Length > 0 ? frame.RoleOf(preposition) is not (null or Role.Target or Role.Place) || frame.Prepositions.Count == 0 || !NeedsPreposition(frame) : !NeedsPreposition(frame))) return inner;
        return null;
    }

    /// <summary>Whether a word governs only what stands under its preposition.</summary>
    private static bool NeedsPreposition(Frame frame)
    {
        if (frame.Roles != RolePattern.Prepositional) return false;
        foreach (var (_, role) in frame.Prepositions)
            if (role is Role.Inner or Role.Topic) return true;
        return false;
    }

    private ClaimStatus? Inner(string lemma, FrameKind[] kinds, string? preposition)
    {
        foreach (var kind in kinds)
            foreach (var frame in meanings.FramesOf(lemma, kind))
                if (frame.Inner is { } inner && (preposition is null || Takes(frame, preposition))) return inner;
        return null;
    }

    /// <summary>Whether a frame's word takes a preposition; one that names none takes those that mark no time, place or cause.</summary>
    private bool Takes(Frame frame, string preposition)
    {
        if (preposition.Length == 0) return true;
        if (frame.RoleOf(preposition) is { } role) return role is Role.Inner or Role.Topic;
        return frame.Prepositions.Count == 0 && meanings.RoleOf(preposition) is Role.Instrument or Role.Inner or Role.Toward or Role.Target or Role.About or Role.From;
    }
}
