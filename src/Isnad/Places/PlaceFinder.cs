using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Semantics;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Places;

/// <summary>
/// Finds names of the gazetteers in a report whose words are analysed. There are so many of them that any word may be one: a name is
/// believed only where enough speaks for it (<see cref="PlaceEvidence"/>). Not safe to share between threads.
/// </summary>
internal sealed class PlaceFinder(LanguagePack pack, PlaceBook book)
{
    private const int LongestName = 6;
    private const int LeastLetters = 3;
    private const int LeastForNear = 5;
    private const int MostNear = 32;

    private readonly Lexicon _lexicon = pack.Lexicon;
    private readonly uint _the = pack.Lexicon.Clitic("the") ?? 0;
    private readonly uint _joining = (pack.Lexicon.Clitic("and") ?? 0) | (pack.Lexicon.Clitic("then") ?? 0);
    private readonly List<int> _numbers = [];
    private FoldedText _text = null!;
    private List<Token> _tokens = [];
    private List<Analysis>[] _analyses = [];
    private NameMention?[] _names = [];
    private ReportCountries _countries = null!;
    private int _nearLookups;

    /// <summary>Adds the names that it finds and believes to <paramref name="names"/>.</summary>
    public void Find(FoldedText text, List<Token> tokens, List<Analysis>[] analyses, NameMention?[] names, ReportCountries countries)
    {
        (_text, _tokens, _analyses, _names, _countries, _nearLookups) = (text, tokens, analyses, names, countries, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (names[i] is { } known && !(IsHeaded(i) && IsOnlyWord(known)))
            {
                if (IsDoubtful(known)) names[i] = Judge(known);
                if (names[i] is { } kept && IsPlace(kept)) BelieveHead(i);
                i = known.End - 1;
                continue;
            }
            if (tokens[i].Kind != TokenKind.Word || !MayBegin(i)) continue;
            if (At(i) is not { } found) continue;
            for (var k = i + 1; k < found.End; k++) names[k] = null;
            names[i] = found;
            BelieveHead(i);
            i = found.End - 1;
        }
    }

    /// <summary>
    /// Adds names of villages that no gazetteer has: what follows "the village of". Only the first word may be any noun; those after it are
    /// definite, or in no table.
    /// </summary>
    public void FindUnlisted(IEnumerable<FoundValue> values)
    {
        var taken = new bool[_tokens.Count];
        foreach (var value in values)
            for (var t = value.Start; t < value.End; t++) taken[t] = true;
        for (var i = 1; i < _tokens.Count; i++)
        {
            if (_names[i] is { } known) { i = known.End - 1; continue; }
            if (taken[i] || !IsWord(i) || KindBefore(i) is not { Denotes: Denotes.Place, Class: "settlement" } || HasArticle(i - 1) || !MayName(i)) continue;
            var end = i + 1;
            while (end < _tokens.Count && end < i + LongestUnlisted && IsWord(end) && !taken[end] && GoesOn(end)) end++;
            // "A small village": an adjective is no name, unless the name goes on.
            if (end == i + 1 && Best(i) is { } only && only.Is(Morph.Adj) && !only.Is(Morph.Def)) continue;
            for (var k = i + 1; k < end; k++) _names[k] = null;
            _names[i] = new NameMention(i, end, _tokens[i].Start, 0, [new NameEntry(NameKind.Unlisted, 0)]) { IsBelieved = true };
            BelieveHead(i);
            i = end - 1;
        }
    }

    /// <summary>Whether a token is a word that is the name of a place, and not one of the language.</summary>
    public bool IsName(int i) => IsWord(i) && _names[i] is { } name && IsPlace(name) && (name.IsBelieved || (name.End - name.Start == 1 && Commonness(i) < PlaceEvidence.Ordinary));

    private const int LongestUnlisted = 4;

    private bool IsWord(int i) => _tokens[i].Kind == TokenKind.Word;

    private bool HasArticle(int i) => Best(i) is { } best ? best.Is(Morph.Def) : book.Keys.ArticleOf(_text.Chars[_tokens[i].Start.._tokens[i].End]) > 0;

    private bool MayName(int i) =>
        Best(i) is not { } best ? _tokens[i].Length >= LeastLetters
        : (best.Clitics & ~_the) == 0 && best.Pronoun == 0 && best.IsAny(Morph.Nominal) && (best.Is(Morph.Def) || GoesOnAfter(i) || !best.Is(Morph.Adj)) && !IsAttribute(i) && pack.Meanings.KindOf(_lexicon.Lemmas[best.Lemma].Text)?.Denotes is not (Denotes.Person or Denotes.Force);

    private bool GoesOnAfter(int i) => i + 1 < _tokens.Count && IsWord(i + 1) && GoesOn(i + 1);

    /// <summary>Whether a word can be a further one of a village's name.</summary>
    private bool GoesOn(int i) =>
        _names[i] is null or { Entries: [{ Kind: NameKind.Outlet or NameKind.Title or NameKind.Label }, ..] } && !IsAttribute(i)
        && (Best(i) is { } best ? best.Is(Morph.Def) && (best.Clitics & ~_the) == 0 && best.Pronoun == 0 && best.IsAny(Morph.Nominal) : _tokens[i].Length >= LeastLetters);

    /// <summary>Whether a word only qualifies a place: "nearby", "belonging to", a nationality.</summary>
    private bool IsAttribute(int i)
    {
        var word = _text.Chars[_tokens[i].Start.._tokens[i].End].ToString();
        return pack.Bearings.IsAttribute(word) || pack.Bearings.IsNear(word) || pack.Bearings.IsWithin(word) || _names[i]?.As(NameKind.Demonym) is not null;
    }

    /// <summary>Whether a name of the packs is of nothing but places, and all of it words of the language ("corner", "door").</summary>
    private bool IsDoubtful(NameMention name)
    {
        if (!Array.TrueForAll(name.Entries, e => e.Kind == NameKind.Place)) return false;
        if (name.End - name.Start > 1) return pack.World.GivenNames.Contains(_text.Chars[_tokens[name.Start].Start.._tokens[name.Start].End]) && Best(name.Start) is { Cost: 0 };
        return Commonness(name.Start) >= PlaceEvidence.Ordinary;
    }

    /// <summary>A doubtful name of the packs, believed, or null.</summary>
    private NameMention? Judge(NameMention name)
    {
        _numbers.Clear();
        foreach (var entry in name.Entries) _numbers.Add(entry.Index);
        // It does not speak for itself.
        var countries = name.Entries.Select(e => pack.World.Places[e.Index].Country).Distinct().ToList();
        if (countries.Count == 1) _countries.Forget(countries[0]);
        var believed = Believe(name.Start, name.End, name.From, name.Clitics, false);
        if (believed is not null && countries.Count == 1) _countries.Add(countries[0], ReportCountries.ByPlace);
        return believed;
    }

    /// <summary>Whether a known name names nobody by itself, so that after "the town of" it is rather a place.</summary>
    private static bool IsOnlyWord(NameMention name) => Array.TrueForAll(name.Entries, e => e.Kind is NameKind.Title or NameKind.Office or NameKind.Label or NameKind.Demonym);

    /// <summary>Whether a name within a longer one is a word that is also an outlet's ("the New").</summary>
    private static bool IsOutletInName(NameMention name) => name.End - name.Start == 1 && Array.TrueForAll(name.Entries, e => e.Kind == NameKind.Outlet);

    /// <summary>Whether it is worth looking: a word that is in no table, or that stands where places stand.</summary>
    private bool MayBegin(int i) => Best(i) is null || Best(i) is { Cost: > 1 } || IsHeaded(i) || IsTagged(i) || IsListed(i) || Preposition(i);

    private Analysis? Best(int i) => i >= 0 && i < _analyses.Length && _analyses[i] is [var best, ..] ? best : null;

    /// <summary>What the word before a name says that it is, if the word may be one for a kind of place, building or site.</summary>
    private NounKind? KindBefore(int i)
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

    private readonly NounKind?[] _heads = new NounKind?[pack.Lexicon.Lemmas.Length];
    private readonly bool[] _asked = new bool[pack.Lexicon.Lemmas.Length];

    /// <summary>What a lemma denotes before the name of a place; null for other words. Kept, since every word is asked.</summary>
    private NounKind? HeadKind(int lemma)
    {
        if (_asked[lemma]) return _heads[lemma];
        _asked[lemma] = true;
        var text = _lexicon.Lemmas[lemma].Text;
        return _heads[lemma] = (pack.Bearings.HeadOf(text) ?? pack.Meanings.KindOf(text)) is { Denotes: Denotes.Place or Denotes.Facility } kind ? kind : null;
    }

    /// <summary>Makes the reading of the word before a believed name the one that is believed, too.</summary>
    private void BelieveHead(int i)
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
    private bool IsHeaded(int i) => KindBefore(i) is { Denotes: Denotes.Place, Class: not ("natural" or "route") };

    private bool IsTagged(int i) => i > 0 && _tokens[i - 1].Kind == TokenKind.Mark && _text[_tokens[i - 1].Start] == '#';

    /// <summary>Whether it goes on a list of places: "X and", "X,".</summary>
    private bool IsListed(int i)
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

    private static bool IsPlace(NameMention name) => name.IsBelieved || Array.Exists(name.Entries, e => e.Kind is NameKind.Place or NameKind.Capital or NameKind.Country);

    /// <summary>Whether a preposition of place governs it: its own, or the word before.</summary>
    private bool Preposition(int i)
    {
        if (Best(i - 1) is { } before && before.IsAny(Morph.Prep) && before.Pronoun == 0 && IsOfPlace(_lexicon.Lemmas[before.Lemma].Text)) return true;
        foreach (var row in _lexicon.CliticRowsFrom(_text[_tokens[i].Start]))
            if (row.Form.Length < _tokens[i].Length && StartsWith(i, row.Form) && Array.Exists(_lexicon.Proclitics, p => (p.Bit & row.Clitics) != 0 && p.Order == 2 && IsOfPlace(row.Form[^1..]))) return true;
        return false;
    }

    private bool StartsWith(int i, string form) => _text.Chars[_tokens[i].Start.._tokens[i].End].StartsWith(form, StringComparison.Ordinal);

    private bool IsOfPlace(string preposition) => pack.Meanings.RoleOf(preposition) is Role.Place or Role.From or Role.Toward or Role.Instrument or Role.Inner or Role.Between;

    private NameMention? At(int i)
    {
        var best = (End: 0, From: 0, Clitics: 0u);
        var token = _tokens[i];
        Try(i, token.Start, 0, ref best);
        foreach (var row in _lexicon.CliticRowsFrom(_text[token.Start]))
            if (token.Length > row.Form.Length + 1 && StartsWith(i, row.Form) && ((row.Clitics & _the) == 0 || row.Overlap > 0 || row.Clitics != _the)) Try(i, token.Start + row.Form.Length - row.Overlap, row.Clitics, ref best);
        if (best.End > 0) return Believe(i, best.End, best.From, best.Clitics, false);
        // One letter amiss, after "the town of": only if the context tells where it must lie.
        if (IsHeaded(i) && Best(i) is null or { Cost: > 1 } && token.Length >= LeastForNear && _nearLookups++ < MostNear)
        {
            _numbers.Clear();
            book.FindNear(Key(i), _numbers);
            if (_numbers.Count > 0) return Believe(i, i + 1, token.Start, 0, true);
        }
        return null;
    }

    private string Key(int i) => book.Keys.Of(_text.Chars[_tokens[i].Start.._tokens[i].End].ToString());

    /// <summary>Walks a name from a cut of a word; the longest wins, then the one with the fewest proclitics.</summary>
    private void Try(int i, int at, uint clitics, ref (int End, int From, uint Clitics) best)
    {
        for (var layer = 0; layer < book.Layers.Count; layer++)
        {
            var trie = book.Layers[layer].Trie;
            var state = DoubleArrayTrie.Root;
            for (var t = i; t < _tokens.Count && t < i + LongestName; t++)
            {
                if (_tokens[t].Kind != TokenKind.Word && !(t > i && _tokens[t].Kind == TokenKind.Mark && _text[_tokens[t].Start] == '-')) break;
                if (t > i && _names[t] is { } other && !IsPlace(other) && !IsOnlyWord(other) && !IsOutletInName(other)) break;
                var from = t == i ? at : _tokens[t].Start;
                if (_tokens[t].Kind == TokenKind.Mark) continue;
                var word = _text.Chars[from.._tokens[t].End];
                for (var c = from + book.Keys.ArticleOf(word); c < _tokens[t].End && state >= 0; c++)
                    if (book.Keys.Map(_text[c]) is not '\0' and var letter) state = trie.Step(state, letter);
                if (state < 0) break;
                if (trie.ValueAt(state) is not (>= 0 and var value)) continue;
                if (t == i && word.Length < LeastLetters) continue;
                if (t + 1 < best.End || (t + 1 == best.End && best.From != at)) continue;
                if (t + 1 > best.End) _numbers.Clear();
                best = (t + 1, at, clitics);
                foreach (var item in book.Layers[layer].At(value))
                    if (PlaceBook.Number(layer, item >> 1) is var number && !_numbers.Contains(number)) _numbers.Add(number);
            }
        }
    }

    private NameMention? Believe(int i, int end, int from, uint clitics, bool isNear)
    {
        var words = _text.Chars[from.._tokens[end - 1].End].ToString();
        var head = KindBefore(i);
        var evidence = new PlaceEvidence
        {
            Head = IsHeaded(i) ? head!.Class : "",
            IsSited = head is { Denotes: Denotes.Facility } or { Class: "route" },
            IsTagged = IsTagged(i),
            IsGoverned = Preposition(i),
            IsListed = IsListed(i),
            Words = end - i,
            Common = end - i == 1 ? Commonness(i) : Enumerable.Range(i, end - i).Max(Commonness) >= PlaceEvidence.Known && !isNear ? PlaceEvidence.Ordinary / 3 : 0,
            IsPersonal = end - i > 1 ? !IsHeaded(i) && pack.World.GivenNames.Contains(_text.Chars[_tokens[i].Start.._tokens[i].End]) : (pack.World.GivenNames.Contains(words) || pack.World.FamilyNames.Contains(words)),
            FollowsGivenName = i > 0 && _tokens[i - 1].Kind == TokenKind.Word && pack.World.GivenNames.Contains(_text.Chars[_tokens[i - 1].Start.._tokens[i - 1].End]),
            IsNear = isNear,
            Countries = _countries,
            Around = Around(end),
        };
        var entries = new List<(NameEntry Entry, int Score)>();
        foreach (var number in _numbers)
            if (evidence.Score(book.At(number)) is >= PlaceEvidence.Enough and var score) entries.Add((new NameEntry(NameKind.Place, number), score));
        if (entries.Count == 0) return null;
        return new NameMention(i, end, from, clitics, [.. entries.OrderByDescending(e => e.Score).Select(e => e.Entry)]) { IsBelieved = true };
    }

    /// <summary>How much a word is one of the language's: 0 for one that no table has.</summary>
    private int Commonness(int i)
    {
        if (Best(i) is not { } best) return 0;
        // "The town", "the area": the word for a kind of place is no place.
        if (pack.Meanings.KindOf(_lexicon.Lemmas[best.Lemma].Text) is { Denotes: Denotes.Place, Class: not "natural" }) return PlaceEvidence.Generic;
        // After a preposition stands no finite verb.
        if (best.Cost > 1 || best.IsAny(Morph.Derived) || (best.IsAny(Morph.Verb) && Preposition(i))) return PlaceEvidence.Rare;
        if (best.Pronoun != 0 && Preposition(i)) return PlaceEvidence.Bare;
        // Nor does an adjective without its noun.
        if (!best.IsAny(Morph.Noun) && best.Is(Morph.Adj) && Preposition(i)) return PlaceEvidence.Bare;
        return pack.Meanings.Knows(_lexicon.Lemmas[best.Lemma]) || best.IsAny(Morph.Verb | Morph.Prep | Morph.Conj | Morph.Part | Morph.Adv) ? PlaceEvidence.Known : PlaceEvidence.Ordinary;
    }

    /// <summary>Places that are named right after a name: "X in the countryside of Y".</summary>
    private List<Place> Around(int end)
    {
        const int Ahead = 5;
        var around = new List<Place>();
        for (var t = end; t < _tokens.Count && t < end + Ahead && _tokens[t].Kind is TokenKind.Word or TokenKind.Mark; t++)
        {
            if (_tokens[t].Kind == TokenKind.Mark && _text[_tokens[t].Start] is '.' or '?' or '!' or ';') break;
            if (_names[t] is not { } name) continue;
            foreach (var entry in name.Entries)
            {
                if (entry.Kind == NameKind.Place) around.Add(book.At(entry.Index));
                else if (entry.Kind == NameKind.Country) around.Add(OfCountry(entry.Index));
            }
        }
        return around;
    }

    private Place OfCountry(int index)
    {
        var known = pack.World.Countries[index];
        return new Place { Ref = "iso:" + known.Iso3, Class = "country", Country = known.Iso3, Admin1 = "", NameEn = known.NameEn, Name = known.Name, Layer = 0 };
    }
}
