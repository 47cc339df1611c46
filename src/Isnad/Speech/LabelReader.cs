using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Speech;

/// <summary>Finds the speaker who stands before a colon without a verb: "The ministry: ...", "X at the forum: ...".</summary>
internal sealed class LabelReader(Meanings meanings, SpeakerJudge judge, SubjectReader subjects, DocumentReader documents)
{
    /// <summary>Words before the colon.</summary>
    private const int LongestLabel = 14;

    /// <summary>Words after the colon in which the first person tells that the place before it speaks.</summary>
    private const int FirstWords = 6;

    /// <summary>The colon's token, who speaks after it, and whether he is rather the subject of the verb there; or null.</summary>
    public (int Colon, Voice Voice, bool IsSubject)? Read(SentenceSpeech speech)
    {
        var first = speech.Items.FindIndex(i => i.Kind != PartKind.Mark);
        if (first < 0 || speech.Items[first] is not { Phrase: { IsPronoun: false, Preposition: "", IsCue: false } phrase } || !judge.CanSpeak(phrase)) return null;
        var colon = -1;
        for (var k = first + 1; k < speech.Items.Count && colon < 0; k++)
        {
            var item = speech.Items[k];
            if (item is { Kind: PartKind.Mark, Mark: ':' }) colon = k;
            else if (item.Kind is PartKind.Verb || item is { Kind: PartKind.Particle, Function: "complement" or "complement-speech" } || item.Start - phrase.Start > LongestLabel) return null;
        }
        if (colon < 0 || speech.Items[colon].End >= speech.Sentence.End) return null;
        if (phrase.IsPlace && !SpeaksInFirstPerson(speech, speech.Items[colon].End)) return null;
        // A number or a document before a colon is a heading, not a speaker.
        if (phrase.Number is not null || judge.Is("via-noun", phrase) && phrase.Name is null && phrase.Genitive is null) return null;
        var (named, via) = (new List<Phrase> { phrase }, new List<Phrase>());
        for (var k = first + 1; k < colon; k++)
        {
            if (speech.Items[k].Phrase is not { IsPronoun: false } next) continue;
            var role = meanings.RoleOf(next.Preposition);
            if (next is { And: true, Preposition: "" } && judge.CanSpeak(next)) named.Add(next);
            else if (role is Role.Inner or Role.Toward or Role.Partner && judge.MediaKind(next) is not null) via.Add(next);
            else if (role == Role.Place && documents.IsDocument(next)) via.AddRange(documents.Of(next).HandedOnBy);
        }
        var isSubject = colon + 1 < speech.Items.Count && speech.Items[colon + 1] is { Kind: PartKind.Verb, Analysis: var verb } && verb.Is(Morph.Imperf | Morph.Third) && !verb.IsAny(Morph.First)
            && !(colon + 2 < speech.Items.Count && speech.Items[colon + 2].Phrase is { Preposition: "" } subject && judge.CanSpeak(subject));
        return (speech.Items[colon].Start, subjects.Voice(named, via, Stance.States, phrase.Start, phrase.End, false), isSubject);
    }

    private static bool SpeaksInFirstPerson(SentenceSpeech speech, int from)
    {
        for (var t = from; t < speech.Sentence.End && t < from + FirstWords; t++)
            if (speech.Tokens[t].Kind == TokenKind.Word && speech.Analyses[t] is [var best, ..] && best.Is(Morph.Verb | Morph.First) && !best.IsAny(Morph.Third)) return true;
        return false;
    }
}
