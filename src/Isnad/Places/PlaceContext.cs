using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>
/// What stands around a word of a report that may be the name of a place: a word for a kind of place, a preposition, a list of places.
/// Asked and changed while names are found (<see cref="PlaceFinder"/>).
/// </summary>
internal sealed class PlaceContext(LanguagePack pack)
{
    /// <summary>Words of the longest name.</summary>
    public const int LongestName = 6;

    private readonly Lexicon _lexicon = pack.Lexicon;
    private readonly uint _joining = (pack.Lexicon.Clitic("and") ?? 0) | (pack.Lexicon.Clitic("then") ?? 0);
    private readonly NounKind?[] _heads = new NounKind?[pack.Lexicon.Lemmas.Length];
    private readonly bool[] _asked = new bool[pack.Lexicon.Lemmas.Length];
    private FoldedText _text = null!;
    private List<Token> _tokens = [];
    private List<Analysis>[] _analyses = [];
    private NameMention?[] _names = [];

    /// <summary>Turns to a report. What is found later in <paramref name="names"/> counts as well.</summary>
    public void Begin(FoldedText text, List<Token> tokens, List<Analysis>[] analyses, NameMention?[] names) =>
        (_text, _tokens, _analyses, _names) = (text, tokens, analyses, names);

    /// <summary>Whether a token is a word.</summary>
    public bool IsWord(int i) => _tokens[i].Kind == TokenKind.Word;

    /// <summary>The analysis that is believed; null for a word in no table, and for no word.</summary>
    public Analysis? Best(int i) => i >= 0 && i < _analyses.Length && _analyses[i] is [var best, ..] ? best : null;

    /// <summary>What the word before a name says that it is, if the word may be one for a kind of place, building or site.</summary>
    public NounKind? KindBefore(int i)
    {
        if (i == 0 || _tokens[i - 1].Kind != TokenKind.Word) return null;
        foreach (var analysis in _analyses[i - 1])
            if (IsHead(analysis, out var kind)) return kind;
        return null;
    }

    /// <summary>Whether an analysis is of a noun that can stand before the name of a place.</summary>
    private bool IsHead(Analysis analysis, out NounKind kind)
    {
        kind = null!;
        if (!analysis.Is(Morph.Noun) || analysis.Pronoun != 0 || analysis.Cost > 1) return false;
        if (HeadKind(analysis.Lemma) is not { } found) return false;
        kind = found;
        return true;
    }

    /// <summary>What a lemma denotes before the name of a place; null for other words. Kept, since every word is asked.</summary>
    private NounKind? HeadKind(int lemma)
    {
        if (_asked[lemma]) return _heads[lemma];
        _asked[lemma] = true;
        var text = _lexicon.Lemmas[lemma].Text;
        return _heads[lemma] = (pack.Bearings.HeadOf(text) ?? pack.Meanings.KindOf(text)) is { Denotes: Denotes.Place or Denotes.Facility } kind ? kind : null;
    }

    /// <summary>Makes the reading of the word before a believed name the one that is believed, too.</summary>
    public void BelieveHead(int i)
    {
        if (i > 0 && Best(i - 1) is { } best && !best.IsAny(Morph.Prep)) PreferHead(i - 1);
        if (_names[i] is { } name && name.End - name.Start > 1) PreferHead(i);
    }

    private void PreferHead(int i)
    {
        if (!IsWord(i)) return;
        var list = _analyses[i];
        var at = list.FindIndex(a => IsHead(a, out _));
        if (at <= 0) return;
        list.Insert(0, list[at]);
        list.RemoveAt(at + 1);
    }

    /// <summary>Whether a word for a kind of place stands before it ("the town of").</summary>
    public bool IsHeaded(int i) => KindBefore(i) is { Denotes: Denotes.Place, Class: not ("natural" or "route") };

    /// <summary>Whether it is a hashtag.</summary>
    public bool IsTagged(int i) => i > 0 && _tokens[i - 1].Kind == TokenKind.Mark && _text[_tokens[i - 1].Start] == '#';

    /// <summary>Whether it goes on a list of places: "X and", "X,".</summary>
    public bool IsListed(int i)
    {
        var joined = Best(i) is { } own ? (own.Clitics & _joining) != 0 : Joins(_text[_tokens[i].Start]);
        // "X, then Y": the word before joins them.
        if (!joined && i > 1 && Best(i - 1) is { } before && before.IsAny(Morph.Conj) && _lexicon.Lemmas[before.Lemma].Function == "and-or") return EndsPlace(i - 1);
        var marked = i > 0 && _tokens[i - 1].Kind == TokenKind.Mark && _text[_tokens[i - 1].Start] is ',' or '/';
        if (!joined && !marked) return false;
        return EndsPlace(marked ? i - 1 : i);
    }

    /// <summary>Whether the name of a place ends before a token.</summary>
    private bool EndsPlace(int end)
    {
        for (var k = end - 1; k >= 0 && k >= end - LongestName; k--)
            if (_names[k] is { } name) return name.End == end && IsPlace(name);
        return false;
    }

    private bool Joins(char first)
    {
        foreach (var row in _lexicon.CliticRowsFrom(first))
            if ((row.Clitics & _joining) != 0) return true;
        return false;
    }

    /// <summary>Whether a name is one of a place.</summary>
    public static bool IsPlace(NameMention name) => name.IsBelieved || Array.Exists(name.Entries, e => e.Kind is NameKind.Place or NameKind.Capital or NameKind.Country);

    /// <summary>Whether a preposition of place governs it: its own, or the word before.</summary>
    public bool IsGoverned(int i)
    {
        if (Best(i - 1) is { } before && before.IsAny(Morph.Prep) && before.Pronoun == 0)
        {
            var preposition = _lexicon.Lemmas[before.Lemma].Text;
            // "A raid on X", "the march on X".
            if (IsOfPlace(preposition) || pack.Meanings.RoleOf(preposition) == Role.Target && Best(i - 2) is { } act && act.IsAny(Morph.Noun) && pack.Meanings.TellsEvent(_lexicon.Lemmas[act.Lemma])) return true;
        }
        foreach (var row in _lexicon.CliticRowsFrom(_text[_tokens[i].Start]))
            if (row.Form.Length < _tokens[i].Length && StartsWith(i, row.Form) && Array.Exists(_lexicon.Proclitics, p => (p.Bit & row.Clitics) != 0 && p.Order == 2 && IsOfPlace(row.Form[^1..]))) return true;
        return false;
    }

    /// <summary>The folded letters of a token.</summary>
    public ReadOnlySpan<char> Letters(int i) => _text.Chars[_tokens[i].Start.._tokens[i].End];

    /// <summary>Whether a word begins with folded letters.</summary>
    public bool StartsWith(int i, string form) => Letters(i).StartsWith(form, StringComparison.Ordinal);

    private bool IsOfPlace(string preposition) => pack.Meanings.RoleOf(preposition) is Role.Place or Role.From or Role.Toward or Role.Instrument or Role.Inner or Role.Between;

    /// <summary>How much a word is one of the language's: 0 for one that no table has.</summary>
    public int Commonness(int i)
    {
        if (Best(i) is not { } best) return 0;
        // "The town", "the area": the word for a kind of place is no place.
        foreach (var analysis in _analyses[i])
            if (analysis.Cost <= best.Cost && analysis.Pronoun == 0 && (analysis.Lemma == best.Lemma || analysis.Is(Morph.Noun)) && HeadKind(analysis.Lemma) is { Denotes: Denotes.Place, Class: not "natural" }) return PlaceEvidence.Generic;
        // After a preposition stands no finite verb.
        if (best.Cost > 1 || best.IsAny(Morph.Derived) || (best.IsAny(Morph.Verb) && IsGoverned(i))) return PlaceEvidence.Rare;
        if (best.Pronoun != 0 && IsGoverned(i)) return PlaceEvidence.Bare;
        // Nor does an adjective without its noun.
        if (!best.IsAny(Morph.Noun) && best.Is(Morph.Adj) && (IsGoverned(i) || IsListed(i))) return PlaceEvidence.Bare;
        return pack.Meanings.Knows(_lexicon.Lemmas[best.Lemma]) || best.IsAny(Morph.Verb | Morph.Prep | Morph.Conj | Morph.Part | Morph.Adv) ? PlaceEvidence.Known : PlaceEvidence.Ordinary;
    }
}
