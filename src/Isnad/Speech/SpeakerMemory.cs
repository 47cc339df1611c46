using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Text;

namespace Isnad.Speech;

/// <summary>Who has spoken so far in a report, so that later words can take them up.</summary>
internal sealed class SpeakerMemory(SpeakerJudge judge)
{
    /// <summary>How many speakers back a word may reach.</summary>
    private const int Reach = 64;

    /// <summary>How many sentences back a verb without a subject may reach.</summary>
    private const int SentencesBack = 3;

    private readonly List<(Speaker Speaker, string Name, int Sentence)> _spoken = [];
    private FoldedText _text = null!;
    private List<Token> _tokens = null!;
    private Voice? _last;
    private int _lastSentence;

    /// <summary>Begins a report.</summary>
    public void Begin(FoldedText text, List<Token> tokens)
    {
        (_text, _tokens, _last) = (text, tokens, null);
        _spoken.Clear();
    }

    /// <summary>The last voice and its sentence.</summary>
    public (Voice Voice, int Sentence)? LastSpoken => _last is null ? null : (_last, _lastSentence);

    /// <summary>Notes who speaks in a sentence.</summary>
    public void Note(Voice voice, int sentence)
    {
        foreach (var speaker in voice.Speakers)
            if (_spoken.Count == 0 || _spoken[^1].Speaker != speaker) _spoken.Add((speaker, NameOf(speaker.Phrase), sentence));
        (_last, _lastSentence) = (voice, sentence);
    }

    /// <summary>The last voice, for a verb or participle without a subject, if it agrees; null if none did lately.</summary>
    public Voice? Last(Analysis word, int sentence)
    {
        if (_last is { IsOutlet: false } last && sentence - _lastSentence <= SentencesBack && Agrees(last, word)) return last;
        for (var k = _spoken.Count - 1; k >= 0 && k >= _spoken.Count - 4 && sentence - _spoken[k].Sentence <= SentencesBack; k--)
            if (Agrees(_spoken[k].Speaker.Phrase, word.Features, false)) return new Voice([_spoken[k].Speaker], Stance.States);
        return null;
    }

    private static bool Agrees(Voice voice, Analysis word) => Agrees(voice.Speakers[0].Phrase, word.Features, voice.Speakers.Count > 1);

    private static bool Agrees(Phrase phrase, Morph word, bool several)
    {
        if ((word & Morph.Third) == 0 && (word & (Morph.First | Morph.Second)) != 0) return false;
        var features = phrase.Office is { } office && !phrase.Features.HasFlag(Morph.Masdar) ? office.Features : phrase.Features;
        if (phrase.Group is { } group) features = group.Features;
        if (several) return true;
        var plural = (word & Morph.Plur) != 0 && (word & Morph.Sing) == 0;
        if (plural) return (features & Morph.Plur) != 0 || (features & Morph.Number) == 0 || phrase.Group is not null;
        if ((features & Morph.Dual) != 0 && (features & (Morph.Sing | Morph.Plur)) == 0) return (word & Morph.Dual) != 0;
        if ((word & Morph.Dual) != 0 && (word & Morph.Sing) == 0) return false;
        // A plural that is no person takes a verb in the feminine singular.
        if ((features & Morph.Plur) != 0 && (features & Morph.Sing) == 0) return (word & Morph.Fem) != 0 || (word & Morph.Gender) == 0;
        return (features & Morph.Gender) == 0 || (word & Morph.Gender) == 0 || (features & word & Morph.Gender) != 0;
    }

    /// <summary>
    /// The earlier speaker whom a phrase takes up: the same name or a part of it, or a definite description ("the source",
    /// "the spokesman", "the same agency"); null if there is none.
    /// </summary>
    public Speaker? Recall(Phrase phrase)
    {
        if (phrase.IsPersonName || judge.MaySpeak(phrase) && phrase.Lemma is null) return ByName(phrase);
        // A name of one word ("the Observatory") is also what a body named in full before is called.
        if (phrase is { Name: { } name, Lemma: { } called }) return name.End - name.Start == 1 && phrase.IsDefinite ? Called(called) : null;
        if (!phrase.IsDefinite || phrase.Genitive is not null && !judge.Is("same", phrase) || phrase.Number is not null) return null;
        var described = judge.Is("same", phrase) && phrase.Genitive is { } inner ? inner : phrase;
        return Described(described);
    }

    private Speaker? ByName(Phrase phrase)
    {
        var name = NameOf(phrase);
        for (var k = _spoken.Count - 1; k >= 0 && k >= _spoken.Count - Reach; k--)
        {
            var (speaker, known, _) = _spoken[k];
            if (known == name && name.Length > 0) return speaker;
            if (speaker.Phrase.IsPersonName && (known.EndsWith(" " + name, StringComparison.Ordinal) || (phrase.IsPersonName && known.StartsWith(name + " ", StringComparison.Ordinal)))) return speaker;
        }
        return null;
    }

    private Speaker? Described(Phrase phrase)
    {
        if (phrase.Lemma is not { } lemma) return null;
        if (Called(lemma) is { } called) return called;
        // "The statement", "the report": whoever issued it.
        if (judge.Is("document", phrase))
            for (var k = _spoken.Count - 1; k >= 0 && k >= _spoken.Count - Reach; k--)
                if (_spoken[k].Speaker.InDocument || _spoken[k].Speaker.Kind is SourceKind.Office or SourceKind.Monitor or SourceKind.Document) return _spoken[k].Speaker;
        // "The official", "the man": the last single person.
        if (phrase.Kind?.Denotes == Semantics.Denotes.Person && (phrase.Features & Morph.Plur) == 0)
            for (var k = _spoken.Count - 1; k >= 0 && k >= _spoken.Count - 4; k--)
                if (_spoken[k].Speaker is { Kind: SourceKind.Person or SourceKind.Office } holder && holder.Phrase.Office is { } office && office.Kind?.Class == phrase.Kind.Class) return holder;
        return null;
    }

    /// <summary>The last speaker, or one who passed speakers on, who was named by a noun.</summary>
    private Speaker? Called(Lemma lemma)
    {
        for (var k = _spoken.Count - 1; k >= 0 && k >= _spoken.Count - Reach; k--)
        {
            for (var link = _spoken[k].Speaker; link is not null; link = link.Via)
                if (IsCalled(link, lemma)) return link;
        }
        return null;
    }

    /// <summary>Whether a noun is the one by which a speaker was named.</summary>
    private bool IsCalled(Speaker speaker, Lemma lemma)
    {
        var named = speaker.Phrase.Office ?? speaker.Phrase.Group ?? speaker.Phrase;
        foreach (var part in named.Nested())
        {
            if (part.Lemma?.Text == lemma.Text) return true;
            if (part.Kind?.Denotes != Semantics.Denotes.Quantity) break;
        }
        return false;
    }

    /// <summary>The name of a person without office, folded; the words of another phrase.</summary>
    private string NameOf(Phrase phrase)
    {
        var from = phrase.NameFrom >= 0 ? phrase.NameFrom : phrase.From;
        var end = phrase.Office is { } office && office.Start > phrase.Head ? office.Start : phrase.End;
        return from < 0 || end <= 0 ? "" : _text.Chars[from.._tokens[end - 1].End].ToString();
    }
}
