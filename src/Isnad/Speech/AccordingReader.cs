using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Speech;

/// <summary>"According to X", "as X announced", "quoting X": before the clauses are read.</summary>
/// <param name="Cue">The words of attribution.</param>
/// <param name="Named">Who is named; empty for "as he put it".</param>
/// <param name="HandedOnBy">Who passes it on, nearest first.</param>
/// <param name="Stance">How they stand to it.</param>
/// <param name="End">One past the last token that belongs to it.</param>
internal sealed record According(FoundCue Cue, List<Phrase> Named, List<Phrase> HandedOnBy, Stance Stance, int End)
{
    /// <summary>Whether it tells that somebody hands on what another says ("quoting X").</summary>
    public bool Quotes => Cue.Kind == "from";

    /// <summary>Whether its speaker's words are a document's.</summary>
    public bool InDocument { get; init; }

    /// <summary>Whether only the words in quotation marks before it are meant ("as he put it").</summary>
    public bool OfWording { get; init; }
}

/// <summary>Finds phrases of attribution and takes them out of the sentence's clauses.</summary>
internal sealed class AccordingReader(Meanings meanings, Lexicon lexicon, SpeakerJudge judge, DocumentReader documents)
{
    /// <summary>Finds the phrases of attribution of a sentence; their items are marked, those of their verbs removed.</summary>
    public List<According> Find(SentenceSpeech speech)
    {
        var found = new List<According>();
        foreach (var cue in speech.Cues)
        {
            var according = cue.Kind switch
            {
                "according" or "from" => ByPhrase(speech, cue),
                "according-clause" => ByVerb(speech, cue, false),
                "as-clause" => ByVerb(speech, cue, true),
                _ => null,
            };
            if (according is not null) found.Add(according);
        }
        return found;
    }

    private According? ByPhrase(SentenceSpeech speech, FoundCue cue)
    {
        var items = speech.Items;
        var k = items.FindIndex(i => i.Phrase is not null && i.End > cue.End && i.Start >= cue.Start && i.Start <= cue.End + 1);
        if (k < 0) k = items.FindIndex(i => i.Phrase is not null && i.End >= cue.End && i.Start >= cue.Start && i.Start <= cue.End + 1);
        if (k < 0) return null;
        for (var between = cue.End; between < items[k].Start; between++)
            if (speech.MarkAt(between) is not (' ' or ':' or '"' or '\u00ab')) return null;
        // The head of the phrase may be the cue's own last word: "on the word of the ambassador".
        var phrase = items[k].Phrase!.Nested().FirstOrDefault(p => p.Start >= cue.End) ?? items[k].Phrase!;
        var words = documents.IsDocument(phrase) ? documents.Of(items[k].Phrase!) : (DocumentWords?)null;
        var stance = StanceOf(phrase, cue.Stance);
        if (words is { } document)
        {
            var named = document.Issuer is { } issuer ? Conjoined(items, ref k, issuer) : document.OfLastSpeaker ? [] : judge.CanSpeak(phrase) && judge.Is("document", phrase) ? [phrase] : null;
            // A document published by a paper that names no issuer: the paper's own.
            if (named is null or [{ }] && document.Issuer is null && document.HandedOnBy is [var only, ..] && !document.OfLastSpeaker) named = [only];
            if (named is null) return phrase.Analysis.Pronoun != 0 ? Mark(speech, cue, [], [], stance, k, k + 1) with { OfWording = true } : null;
            return Mark(speech, cue, named, [.. document.HandedOnBy.Where(p => !named.Contains(p))], stance, k, k + 1) with { OfWording = document.OfLastSpeaker, InDocument = true };
        }
        // A body that nobody knows, set off by commas: "according to the Red Crescent,".
        var isSetOff = speech.MarkAt(cue.Start - 1) == ',' || cue.Start <= speech.FirstWord;
        if (!judge.MaySpeak(phrase) && !(isSetOff && judge.MayBeBody(phrase))) return null;
        // "According to" also means "in conformity with": a law, a plan, an agreement say nothing.
        if (cue.Kind == "according" && !judge.CanSpeak(phrase) && !isSetOff && (!phrase.IsDefinite || phrase.Lemma is not null)) return null;
        var first = k;
        var speakers = Conjoined(items, ref k, phrase);
        return Mark(speech, cue, speakers, [], stance, first, k + 1);
    }

    private Stance StanceOf(Phrase phrase, Stance stance)
    {
        foreach (var part in phrase.Nested())
            if (part.Lemma is { } lemma && meanings.CueOf("say-noun", lemma.Text) is { } own and not Stance.States) return own;
        return stance;
    }

    /// <summary>A speaker and those joined to it by "and".</summary>
    private List<Phrase> Conjoined(List<SentencePart> items, ref int k, Phrase first)
    {
        var all = new List<Phrase> { first };
        while (k + 1 < items.Count && items[k + 1] is { Phrase: { And: true, IsPronoun: false } next } && items[k + 1].Start == items[k].End && (next.Preposition.Length == 0 || next.Preposition == first.Preposition) && judge.CanSpeak(next))
        {
            all.Add(next);
            k++;
        }
        return all;
    }

    /// <summary>"As the police announced", "by what the agency reported from X".</summary>
    private According? ByVerb(SentenceSpeech speech, FoundCue cue, bool mayBeAlso)
    {
        var items = speech.Items;
        var k = speech.ItemFrom(cue.End);
        while (k < items.Count && items[k] is { Kind: PartKind.Phrase, Phrase.IsPronoun: true } or { Kind: PartKind.Time }) k++;
        if (k >= items.Count || items[k].Start > cue.End + 1 || VerbAt(speech, items[k]) is not { } lemma) return null;
        var verb = items[k];
        var handsOn = meanings.CueOf("via-verb", lemma);
        var stands = meanings.CueOf("stand-verb", lemma);
        if ((StanceOfVerb(lemma) ?? handsOn ?? stands) is not { } stance) return null;
        // A verb that looks like a noun has its subject as a genitive.
        if (verb.Phrase is { Genitive: { } subject } misread)
        {
            (misread.Genitive, misread.End, verb.End) = (null, subject.Start, subject.Start);
            items.Insert(k + 1, SentencePart.Of(subject));
        }
        var (named, via, end) = (new List<Phrase>(), new List<Phrase>(), k + 1);
        Phrase? quoted = null;
        var inDocument = false;
        for (var at = k + 1; at < items.Count; at++)
        {
            var item = items[at];
            if (item.Kind == PartKind.Time) { end = at + 1; continue; }
            if (item.Phrase is not { } phrase) break;
            var role = meanings.RoleOf(phrase.Preposition);
            if (phrase.IsPronoun) { end = at + 1; continue; }
            if (phrase.Preposition.Length == 0 && named.Count == 0 && judge.MaySpeak(phrase))
            {
                named = Conjoined(items, ref at, phrase);
                end = at + 1;
            }
            else if (handsOn is not null && role == Role.About && quoted is null && judge.MaySpeak(phrase)) { quoted = phrase; end = at + 1; }
            else if (role is Role.Inner or Role.Partner or Role.Toward && judge.MediaKind(phrase) is not null) { via.Add(phrase); end = at + 1; }
            else if (role == Role.Place && documents.IsDocument(phrase))
            {
                var document = documents.Of(phrase);
                inDocument = true;
                if (named.Count == 0) named.Add(document.Issuer ?? phrase);
                else if (document.Issuer is { } issuer && issuer != named[0]) via.Add(issuer);
                via.AddRange(document.HandedOnBy);
                end = at + 1;
            }
            else break;
        }
        // "As", meaning "also", opens a clause of its own: something else is said in it.
        if (mayBeAlso && (end < items.Count && items[end] is not { Kind: PartKind.Mark } || cue.Start <= speech.FirstWord)) return null;
        if (quoted is not null) { via.InsertRange(0, named); named = [quoted]; }
        var according = Mark(speech, cue, named, via, stance, k, end) with { InDocument = inDocument };
        speech.Items.RemoveAll(i => i.Start >= cue.Start && i.End <= verb.End);
        return according;
    }

    /// <summary>The verb of saying or publishing that a word is; one that only looks like a noun too.</summary>
    private string? VerbAt(SentenceSpeech speech, SentencePart item)
    {
        if (item.Kind == PartKind.Verb) return item.Lemma?.Text;
        if (item.Phrase is not { IsPronoun: false, Preposition: "", Name: null }) return null;
        foreach (var analysis in speech.Analyses[item.Start])
            if (analysis.IsAny(Morph.Finite) && lexicon.Lemmas[analysis.Lemma].Text is var lemma && (StanceOfVerb(lemma) ?? meanings.CueOf("via-verb", lemma) ?? meanings.CueOf("stand-verb", lemma)) is not null) return lemma;
        return null;
    }

    private Stance? StanceOfVerb(string lemma) => meanings.CueOf("say-verb", lemma) ?? meanings.CueOf("say-clause", lemma) ?? meanings.CueOf("express-verb", lemma);

    private static According Mark(SentenceSpeech speech, FoundCue cue, List<Phrase> named, List<Phrase> via, Stance stance, int from, int to)
    {
        var last = cue.End;
        for (var k = from; k < to && k < speech.Items.Count; k++)
        {
            if (speech.Items[k].Phrase is { } phrase) phrase.IsCue = true;
            last = Math.Max(last, speech.Items[k].End);
        }
        return new According(cue, named, via, stance, last);
    }
}
