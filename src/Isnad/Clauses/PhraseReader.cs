using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Places;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Clauses;

/// <summary>Reads a sentence as a row of phrases, verbs, particles, times and marks. Not safe to share between threads.</summary>
internal sealed class PhraseReader
{
    private readonly Meanings _meanings;
    private readonly SentenceWords _words;
    private readonly NameJudge _names;
    private readonly NounPhraseReader _nouns;
    private readonly PhraseJoiner _joiner;
    private readonly Asides _asides;
    private readonly ParticipleReader _participles;

    /// <summary>The preposition that waits for its phrase, or nothing.</summary>
    private string _preposition = "";

    public PhraseReader(Lexicon lexicon, World world, Meanings meanings, Bearings bearings)
    {
        _meanings = meanings;
        _words = new SentenceWords(lexicon, world);
        _names = new NameJudge(_words, world, meanings);
        _nouns = new NounPhraseReader(_words, _names, meanings, bearings);
        _joiner = new PhraseJoiner(_words, _names, meanings);
        _asides = new Asides(_words, meanings);
        _words.BeginsAside = i => _asides.EndOf(i) > i;
        _participles = new ParticipleReader(lexicon, _words, meanings);
    }

    /// <summary>Sets the report to read sentences of.</summary>
    public void Begin(FoldedText text, List<Token> tokens, List<Analysis>[] analyses, NameMention?[] names, IReadOnlyList<FoundValue> values) =>
        _words.Begin(text, tokens, analyses, names, values);

    /// <summary>The items of a sentence, in order.</summary>
    public List<SentencePart> Read(Sentence sentence)
    {
        var items = new List<SentencePart>();
        _words.End = sentence.End;
        _preposition = "";
        for (var i = sentence.Start; i < sentence.End;)
        {
            var before = i;
            if ((i = _asides.EndOf(i)) > before) continue;
            var item = _preposition.Length == 0 && _participles.At(i, items) is { } participle ? participle : Next(ref i, items);
            if (item is { IsParticiple: true }) i = item.End;
            if (item is not null)
            {
                items.Add(item);
                // A preposition governs past the item of the "and" before it, and past a quotation mark.
                if (item.Kind is not PartKind.Phrase && item.Function != "prep" && item.Mark is not ('"' or '\u00ab')) _preposition = "";
            }
            if (i == before) i++;
        }
        _joiner.Join(items);
        return items;
    }

    private SentencePart? Next(ref int i, List<SentencePart> items)
    {
        if (_words.Values[i] is { } value)
        {
            if (value.Kind is ValueKind.Time or ValueKind.Duration)
            {
                i = value.End;
                return new SentencePart { Kind = PartKind.Time, Start = value.Start, End = value.End, Value = value, And = _words.Joins(value.Clitics) };
            }
            if (value.Kind is ValueKind.Number or ValueKind.Percent or ValueKind.Money) return Govern(_nouns.Counted(ref i, value));
        }
        if (_nouns.Bracketed(ref i) is { } bracketed) return Govern(bracketed);
        if (_words.KindOf(i) == TokenKind.Mark) { i++; return new SentencePart { Kind = PartKind.Mark, Start = i - 1, End = i, Mark = _words.MarkAt(i - 1) }; }
        if (!_words.IsWord(i)) { i++; return null; }
        if (_words.Names[i] is { } name && (_names.IsUsable(name, _preposition) || (name.End - name.Start > 1 && name.As(NameKind.Title) is not null))) return Govern(_nouns.Named(ref i, name));
        if (!LeadsPreposition(i) && _names.PersonName(i, false) is { } person) { i = person.End; return Govern(person); }
        if (_words.QualifyingVerb(i, items.Count > 0 && items[^1].Phrase is { IsDefinite: false, Name: null } qualified && qualified.End == i) is { } qualifying) return Word(PartKind.Verb, i, ++i, qualifying);
        if (FollowsSaying(items)) _words.PreferAction(i);
        else if (FollowsHarm(items)) _words.PreferVerb(i, IsHarm);
        if (_words.Best(i) is not { } best) return Govern(_nouns.Unknown(ref i));
        if (best.IsAny(Morph.Finite | Morph.Verb)) return Word(PartKind.Verb, i, ++i, best);
        if (best.IsAny(Morph.Prep)) return Preposition(ref i, best);
        if (best.IsAny(Morph.Nominal))
        {
            var isCircumstantial = IsCircumstantial(i, best);
            var nominal = _nouns.Nominal(ref i, waiting: _preposition);
            nominal.IsCircumstantial = isCircumstantial;
            return Govern(nominal);
        }
        if (best.IsAny(Morph.Dem) && i + 1 < _words.End && _words.Best(i + 1) is { } after && after.IsAny(Morph.Nominal) && after.Is(Morph.Def))
        {
            i++;
            var phrase = _nouns.Nominal(ref i);
            phrase.And |= _words.Joins(best.Clitics);
            if (phrase.Preposition.Length == 0) phrase.Preposition = _words.PrepositionIn(best.Clitics);
            return Govern(phrase);
        }
        return Word(PartKind.Particle, i, ++i, best);
    }

    /// <summary>Whether a word follows a verb of saying and its subject, with nothing that parts or joins clauses between them.</summary>
    private bool FollowsSaying(List<SentencePart> items)
    {
        var k = items.Count - 1;
        while (k >= 0 && items[k] is { Kind: PartKind.Phrase, Phrase: { IsCue: false } phrase } && (k < items.Count - 1 || phrase.IsDefinite || phrase.IsPersonName)) k--;
        return k >= 0 && items[k] is { Kind: PartKind.Verb, IsParticiple: false, Lemma: { } verb } && _meanings.Says(verb.Text);
    }

    /// <summary>"A man was killed and three were wounded": whether a verb of harm and who suffers it stand right before.</summary>
    private bool FollowsHarm(List<SentencePart> items)
    {
        var k = items.Count - 1;
        while (k >= 0 && items[k].Kind is PartKind.Phrase or PartKind.Time || k > 0 && items[k] is { Kind: PartKind.Mark, Mark: ',' }) k--;
        return k >= 0 && k < items.Count - 1 && items[k] is { Kind: PartKind.Verb, IsParticiple: false, Lemma: { } verb } && items[k].Analysis.Is(Morph.Perf) && IsHarm(verb);
    }

    private bool IsHarm(Lemma verb) => _meanings.FramesOf(verb.Text, FrameKind.Verb).Any(f => f.Measure is Measure.Killed or Measure.Wounded or Measure.Detained or Measure.Abducted or Measure.Casualties);

    /// <summary>Whether an indefinite adjective without a noun says in what state somebody acts ("backed by tanks").</summary>
    private bool IsCircumstantial(int i, Analysis best)
    {
        if (!best.Is(Morph.Adj) || best.Is(Morph.Def) || _preposition.Length > 0 || best.Clitics != 0 || best.Pronoun != 0) return false;
        var isParticiple = best.IsAny(Morph.ActivePart | Morph.PassivePart);
        var isOblique = best.IsAny(Morph.Plur | Morph.Dual) && best.IsAny(Morph.Acc | Morph.Gen) && !best.Is(Morph.Nom);
        if (!best.Is(Morph.Indef | Morph.Acc) && !(isParticiple && (isOblique || (best.Is(Morph.Fem | Morph.Sing) && IsGoverning(i + 1))))) return false;
        return !_words.Analyses[i].Exists(a => a.Is(Morph.Noun) && !a.IsAny(Morph.Def) && a.Cost <= best.Cost && _meanings.KindOf(_words.LemmaOf(a).Text) is not null);
    }

    /// <summary>Whether a preposition of several words begins at a token, so that its first word begins no name.</summary>
    private bool LeadsPreposition(int i) =>
        i + 1 < _words.End && _words.Best(i) is { } first && first.Is(Morph.Prep) && _meanings.LeadsPreposition(_words.LemmaOf(first).Text)
        && _words.Best(i + 1) is { } second && _meanings.RoleOf(_words.LemmaOf(first).Text + " " + _words.LemmaOf(second).Text) != Role.None;

    /// <summary>Whether a preposition stands at a token, by itself or on its word.</summary>
    private bool IsGoverning(int i) => i < _words.End && _words.IsWord(i) && _words.Best(i) is { } next && (next.IsAny(Morph.Prep) || _words.PrepositionIn(next.Clitics).Length > 0);

    /// <summary>A preposition: it waits for its phrase, or already has a pronoun.</summary>
    private SentencePart? Preposition(ref int i, Analysis best)
    {
        var form = _words.LemmaOf(best).Text;
        if (form.Length == 0) form = _words.PrepositionIn(best.Clitics);
        var start = i++;
        if (best.Pronoun != 0)
        {
            return new SentencePart
            {
                Kind = PartKind.Phrase,
                Start = start,
                End = i,
                And = _words.Joins(best.Clitics),
                Phrase = new Phrase { Start = start, End = i, From = _words.StartOf(start), Head = start, Analysis = best, IsPronoun = true, Preposition = form, IsDefinite = true },
            };
        }
        // "From before" is one preposition in two words only where the pack says so; else the last one governs.
        for (var length = _meanings.LeadsPreposition(_words.LemmaOf(best).Text) ? 3 : 0; length >= 2; length--)
        {
            if (start + length > _words.End) continue;
            var phrase = string.Join(' ', Enumerable.Range(start, length).Select(t => _words.Best(t) is { } a ? _words.LemmaOf(a).Text : ""));
            if (_meanings.RoleOf(phrase) == Role.None) continue;
            form = phrase;
            i = start + length;
            break;
        }
        _preposition = form;
        if (!_words.Joins(best.Clitics)) return null;
        var particle = Word(PartKind.Particle, start, i, best);
        particle.Lemma = particle.Lemma! with { Function = "prep" };
        return particle;
    }

    private SentencePart Word(PartKind kind, int start, int end, Analysis best) =>
        new() { Kind = kind, Start = start, End = end, Analysis = best, Lemma = _words.LemmaOf(best), And = _words.Joins(best.Clitics) };

    /// <summary>A phrase as an item, under the preposition that waits for it.</summary>
    private SentencePart Govern(Phrase phrase)
    {
        if (phrase.Preposition.Length == 0) phrase.Preposition = _preposition;
        _preposition = "";
        return SentencePart.Of(phrase);
    }
}
