using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Semantics;

namespace Isnad.Speech;

/// <summary>What is told of a document or an occasion of speaking: "a statement issued by X and carried by Y", "an interview with Y".</summary>
/// <param name="Issuer">Whose words it holds.</param>
/// <param name="HandedOnBy">Who published it or was spoken to, nearest first.</param>
/// <param name="OfLastSpeaker">Whether a pronoun gives it to somebody named before ("his statement").</param>
/// <param name="End">One past the last item that belongs to it.</param>
internal readonly record struct DocumentWords(Phrase? Issuer, List<Phrase> HandedOnBy, bool OfLastSpeaker, int End);

/// <summary>Reads who stands behind a document or an occasion of speaking.</summary>
internal sealed class DocumentReader(Meanings meanings, Lexicon lexicon, SpeakerJudge judge, EventFrames frames)
{
    private const int LongestChain = 3;

    private readonly Dictionary<Phrase, DocumentWords> _known = [];

    /// <summary>
    /// Takes what is told of the documents and occasions of a sentence out of its items, before the clauses are read: "in a
    /// statement [issued by the ministry and carried by the agency]".
    /// </summary>
    public void TakeOut(SentenceSpeech speech)
    {
        _known.Clear();
        var items = speech.Items;
        for (var k = 0; k < items.Count; k++)
        {
            if (items[k] is not { Phrase: { IsPronoun: false } phrase }) continue;
            CutSaying(speech, items[k], phrase);
            if (!IsDocument(phrase)) continue;
            PartNews(items, k, phrase);
            // "A statement that the agency carried": the verb looks like a noun with a pronoun.
            if (phrase.Genitive is { Genitive: null, Analysis.Pronoun: not 0 } carried && Verb(speech.Analyses, carried.Start) is { Pronoun: not 0 }) Part(items, k, phrase, carried);
            var words = Read(items, k, speech.Analyses);
            _known[phrase] = words;
            if (phrase.Preposition.Length == 0 && words.End == k + 1) continue;
            for (var at = k + 1; at < words.End; at++)
                if (items[at].Phrase is { } taken) taken.IsCue = true;
            speech.Report.SetAside.AddRange(items.GetRange(k + 1, words.End - k - 1));
            items.RemoveRange(k + 1, words.End - k - 1);
        }
    }

    /// <summary>Whose words the last document before a token of the sentence holds, or null.</summary>
    public Phrase? IssuerBefore(int token)
    {
        Phrase? found = null;
        var at = -1;
        foreach (var (document, words) in _known)
            if (document.Start < token && document.Start > at && words.Issuer is not null) (found, at) = (words.Issuer, document.Start);
        return found;
    }

    /// <summary>"Quoted a source as saying": "his saying" is no part of the source's name.</summary>
    private void CutSaying(SentenceSpeech speech, SentencePart item, Phrase phrase)
    {
        var last = item.End - 1;
        if (last <= phrase.Head || phrase.Name is { } name && name.End > last) return;
        if (!speech.Analyses[last].Exists(a => a.Pronoun != 0 && (lexicon.Enclitics[a.Pronoun - 1].Features & Morph.Third) != 0 && a.IsAny(Morph.Noun) && meanings.CueOf("say-noun", lexicon.Lemmas[a.Lemma].Text) is not null && meanings.CueOf("document", lexicon.Lemmas[a.Lemma].Text) is null)) return;
        for (var part = phrase; part is not null; part = part.Genitive)
        {
            if (part.End == item.End) part.End = last;
            if (part.Genitive?.Head == last) part.Genitive = null;
        }
        item.End = last;
    }

    /// <summary>"Announced in a statement the killing of ...": what is announced is no genitive of the statement.</summary>
    private void PartNews(List<SentencePart> items, int k, Phrase phrase)
    {
        if (meanings.RoleOf(phrase.Preposition) != Role.Place || phrase.Genitive is not { } news || frames.OfNoun(news) is null || IsDocument(news)) return;
        if (items.FindLastIndex(k, i => i.Kind == PartKind.Verb && meanings.Says(i.Lemma?.Text ?? "")) < 0) return;
        Part(items, k, phrase, news);
    }

    /// <summary>Makes the genitive of a phrase an item of its own.</summary>
    private static void Part(List<SentencePart> items, int k, Phrase phrase, Phrase genitive)
    {
        (phrase.Genitive, phrase.End, phrase.IsDefinite) = (null, genitive.Start, phrase.Features.HasFlag(Morph.Def));
        items[k].End = genitive.Start;
        items.Insert(k + 1, SentencePart.Of(genitive));
    }

    /// <summary>What was told of a document of the sentence.</summary>
    public DocumentWords Of(Phrase document) => _known.TryGetValue(document, out var words) ? words : new DocumentWords(null, [], false, 0);

    /// <summary>Whether a phrase names a document or an occasion of speaking.</summary>
    public bool IsDocument(Phrase phrase) => judge.Is("say-noun", phrase) || judge.Is("document", phrase) || phrase.Kind?.Denotes == Denotes.Document;

    /// <summary>Reads on from the item that names the document.</summary>
    private DocumentWords Read(List<SentencePart> items, int k, List<Analysis>[] analyses)
    {
        var phrase = items[k].Phrase!;
        var handedOn = new List<Phrase>();
        Phrase? issuer = null;
        var named = phrase;
        var ofLast = false;
        // "The text of the statement of the ministry": the first one inside that can speak.
        while (named.Genitive is { } inner)
        {
            if (!IsDocument(inner) && judge.MaySpeak(inner)) { Take(inner, ref issuer, handedOn, judge.MediaKind(inner) is not null && !judge.Is("say-noun", phrase)); break; }
            named = inner;
        }
        foreach (var part in phrase.Nested())
        {
            ofLast |= part.Analysis.Pronoun != 0;
            if (part.Complement is { } complement && judge.MaySpeak(complement)) Take(complement, ref issuer, handedOn, false);
        }
        var end = k + 1;
        for (var links = 0; links < LongestChain && end < items.Count; links++)
        {
            if (Prepositional(items[end]) is { } by)
            {
                // "A letter of X to Y": Y is only addressed.
                if (issuer is null || judge.MediaKind(by) is not null || meanings.RoleOf(by.Preposition) != Role.Inner) Take(by, ref issuer, handedOn, judge.MediaKind(by) is not null);
                end++;
            }
            else if (items[end] is { Kind: PartKind.Phrase, Phrase: { IsPronoun: true } own } && meanings.RoleOf(own.Preposition) == Role.Inner) { ofLast = true; end++; }
            else if (Carried(items, end, analyses) is { } carried)
            {
                Take(carried.By, ref issuer, handedOn, carried.HandsOn);
                end = carried.End;
            }
            else if (items[end].Kind == PartKind.Time) end++;
            else break;
        }
        return new DocumentWords(issuer, handedOn, ofLast && issuer is null, end);
    }

    private static void Take(Phrase phrase, ref Phrase? issuer, List<Phrase> handedOn, bool handsOn)
    {
        if (!handsOn && issuer is null) issuer = phrase;
        else if (issuer != phrase && !handedOn.Contains(phrase)) handedOn.Add(phrase);
    }

    /// <summary>"To the agency", "with the channel", "by the ministry", "from the army".</summary>
    private Phrase? Prepositional(SentencePart item)
    {
        if (item.Phrase is not { IsPronoun: false, Preposition.Length: > 0, And: false } phrase || !judge.MayBeBody(phrase)) return null;
        if (phrase.Kind?.Class == "journalist" && phrase.Name is null && !phrase.IsPersonName) return null;
        return meanings.RoleOf(phrase.Preposition) switch
        {
            Role.Inner or Role.About or Role.From => phrase,
            Role.Partner or Role.Toward when judge.MediaKind(phrase) is not null => phrase,
            _ => null,
        };
    }

    /// <summary>"That the ministry issued", "carried by the agency".</summary>
    private (Phrase By, bool HandsOn, int End)? Carried(List<SentencePart> items, int k, List<Analysis>[] analyses)
    {
        if (items[k] is { Kind: PartKind.Particle, Function: "relative" }) k++;
        if (k + 1 >= items.Count || items[k] is not { Kind: PartKind.Verb or PartKind.Phrase, And: false } verb) return null;
        if (Verb(analyses, verb.Start) is not { } form) return null;
        var handsOn = meanings.CueOf("via-verb", VerbOf(form)) is not null;
        // With the document as its object ("issued it"), or passive with "by".
        var next = items[k + 1].Phrase;
        if (next is null || !judge.MaySpeak(next)) return null;
        var byVerb = form.Pronoun != 0 && next.Preposition.Length == 0;
        var byPreposition = meanings.RoleOf(next.Preposition) is Role.About or Role.Agent or Role.From;
        return byVerb || byPreposition ? (next, handsOn, k + 2) : null;
    }

    /// <summary>The verb of issuing or publishing that a word is a form or a participle of, or null.</summary>
    private Analysis? Verb(List<Analysis>[] analyses, int token)
    {
        foreach (var analysis in analyses[token])
            if (VerbOf(analysis) is { Length: > 0 } verb && (meanings.CueOf("issue-verb", verb) ?? meanings.CueOf("via-verb", verb)) is not null) return analysis;
        return null;
    }

    private string VerbOf(Analysis form) =>
        form.IsAny(Morph.Verb) ? lexicon.Lemmas[form.Lemma].Text : form.IsAny(Morph.ActivePart | Morph.PassivePart) ? lexicon.Lemmas[form.Lemma].Root : "";
}
