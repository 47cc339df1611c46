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
    private const int LeastLetters = 3;
    private const int LeastForNear = 5;
    private const int MostNear = 32;
    private const int LongestUnlisted = 4;

    private readonly Lexicon _lexicon = pack.Lexicon;
    private readonly uint _the = pack.Lexicon.Clitic("the") ?? 0;
    private readonly PlaceContext _context = new(pack);
    private readonly List<int> _numbers = [];
    private readonly HashSet<string> _surnames = new(StringComparer.Ordinal);
    private FoldedText _text = null!;
    private List<Token> _tokens = [];
    private NameMention?[] _names = [];
    private ReportCountries _countries = null!;
    private int _nearLookups;

    /// <summary>Adds the names that it finds and believes to <paramref name="names"/>.</summary>
    public void Find(FoldedText text, List<Token> tokens, List<Analysis>[] analyses, NameMention?[] names, ReportCountries countries)
    {
        _context.Begin(text, tokens, analyses, names);
        (_text, _tokens, _names, _countries, _nearLookups) = (text, tokens, names, countries, 0);
        FindSurnames();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (names[i] is { } known && !(_context.IsHeaded(i) && IsOnlyWord(known)))
            {
                if (_surnames.Count > 0 && known.End == i + 1 && !_context.IsGoverned(i) && Array.TrueForAll(known.Entries, e => e.Kind == NameKind.Place) && _surnames.Contains(text.Chars[known.From..tokens[i].End].ToString())) names[i] = null;
                else if (IsDoubtful(known)) names[i] = Judge(known);
                if (names[i] is { } kept && PlaceContext.IsPlace(kept)) _context.BelieveHead(i);
                i = known.End - 1;
                continue;
            }
            if (tokens[i].Kind != TokenKind.Word || !MayBegin(i)) continue;
            if (At(i) is not { } found) continue;
            for (var k = i + 1; k < found.End; k++) names[k] = null;
            names[i] = found;
            _context.BelieveHead(i);
            i = found.End - 1;
        }
    }

    /// <summary>Words that follow given names in the report and are no places there: where they stand alone, they are these persons.</summary>
    private void FindSurnames()
    {
        _surnames.Clear();
        for (var i = 1; i < _tokens.Count; i++)
            if (_names[i] is { } name && name.End == i + 1 && IsSurname(name) && IsDoubtful(name) && Judge(name) is null) _surnames.Add(_text.Chars[name.From.._tokens[i].End].ToString());
    }

    /// <summary>
    /// Adds names of places that no gazetteer has: what follows "the village of", "the hill of". Only the first word may be any noun; those after it are
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
            if (taken[i] || !_context.IsWord(i) || _context.KindBefore(i) is not { Denotes: Denotes.Place } head || HasArticle(i - 1) || !MayName(i, head.Class)) continue;
            var end = i + 1;
            while (end < _tokens.Count && end < i + LongestUnlisted && _context.IsWord(end) && !taken[end] && GoesOn(end)) end++;
            // "A small village": an adjective is no name, unless the name goes on.
            if (end == i + 1 && _context.Best(i) is { } only && only.Is(Morph.Adj) && !only.Is(Morph.Def)) continue;
            for (var k = i + 1; k < end; k++) _names[k] = null;
            _names[i] = new NameMention(i, end, _tokens[i].Start, 0, [new NameEntry(NameKind.Unlisted, 0)]) { IsBelieved = true };
            _context.BelieveHead(i);
            i = end - 1;
        }
    }

    /// <summary>Whether a token is a word that is the name of a place, and not one of the language.</summary>
    public bool IsName(int i) => _context.IsWord(i) && _names[i] is { } name && PlaceContext.IsPlace(name) && (name.IsBelieved || (name.End - name.Start == 1 && _context.Commonness(i) < PlaceEvidence.Ordinary));

    private bool HasArticle(int i) => _context.Best(i) is { } best ? best.Is(Morph.Def) : book.Keys.ArticleOf(_context.Letters(i)) > 0;

    /// <summary>Whether a word may begin the name of such a place: any noun that of a town, one that tells no act that of a quarter, a word in no table that of another.</summary>
    private bool MayName(int i, string head) =>
        _context.Best(i) is not { } best ? _tokens[i].Length >= LeastLetters && head is not "country"
        : (head == "settlement" && IsVerbByChance(best)) || (head == "settlement" || head == "quarter" && best.Is(Morph.Def) && !pack.Meanings.TellsEvent(_lexicon.Lemmas[best.Lemma])) && (best.Clitics & ~_the) == 0 && best.Pronoun == 0 && best.IsAny(Morph.Nominal) && (best.Is(Morph.Def) || GoesOnAfter(i) || !best.Is(Morph.Adj)) && !IsAttribute(i) && pack.Meanings.KindOf(_lexicon.Lemmas[best.Lemma].Text)?.Denotes is not (Denotes.Person or Denotes.Force);

    /// <summary>Whether a word is a verb with a proclitic only by its first letters: after "the town of" stands no "will" without a pronoun.</summary>
    private static bool IsVerbByChance(Analysis best) => best.IsAny(Morph.Verb) && best.Clitics != 0 && best.Pronoun == 0;

    private bool GoesOnAfter(int i) => i + 1 < _tokens.Count && _context.IsWord(i + 1) && GoesOn(i + 1);

    /// <summary>Whether a word can be a further one of a village's name.</summary>
    private bool GoesOn(int i) =>
        _names[i] is null or { Entries: [{ Kind: NameKind.Outlet or NameKind.Title or NameKind.Label }, ..] } && !IsAttribute(i)
        && (_context.Best(i) is { } best ? best.Is(Morph.Def) && (best.Clitics & ~_the) == 0 && best.Pronoun == 0 && best.IsAny(Morph.Nominal) : _tokens[i].Length >= LeastLetters);

    /// <summary>Whether a word only qualifies a place: "nearby", "belonging to", a nationality.</summary>
    private bool IsAttribute(int i)
    {
        var word = _context.Letters(i).ToString();
        return pack.Bearings.IsAttribute(word) || pack.Bearings.IsNear(word) || pack.Bearings.IsWithin(word) || _names[i]?.As(NameKind.Demonym) is not null;
    }

    /// <summary>Whether a name of the packs is of nothing but places, and all of it words of the language ("corner", "door").</summary>
    private bool IsDoubtful(NameMention name)
    {
        if (!Array.TrueForAll(name.Entries, e => e.Kind == NameKind.Place)) return false;
        // "The plain of X" is no person called Plain.
        if (name.End - name.Start > 1) return _context.KindBefore(name.Start + 1) is null && pack.World.GivenNames.Contains(_context.Letters(name.Start)) && _context.Best(name.Start) is { Cost: 0 };
        return _context.Commonness(name.Start) >= PlaceEvidence.Ordinary || IsSurname(name);
    }

    /// <summary>Whether a name of places may be a family's: after a given name; if it has a preposition of its own, only after two.</summary>
    private bool IsSurname(NameMention name) => FollowsGivenName(name.Start) && ((name.Clitics & ~_the) == 0 || FollowsGivenName(name.Start - 1));

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
    private bool MayBegin(int i) => _context.Best(i) is null || _context.Best(i) is { Cost: > 1 } || _context.IsHeaded(i) || _context.IsTagged(i) || _context.IsListed(i) || _context.IsGoverned(i);

    private bool FollowsGivenName(int i) =>
        i > 0 && _tokens[i - 1].Kind == TokenKind.Word && pack.World.GivenNames.Contains(_context.Letters(i - 1)) && !(_context.Best(i - 1) is { Cost: 0 } before && before.IsAny(Morph.Prep));

    private NameMention? At(int i)
    {
        var best = (End: 0, From: 0, Clitics: 0u);
        var token = _tokens[i];
        Try(i, token.Start, 0, ref best);
        foreach (var row in _lexicon.CliticRowsFrom(_text[token.Start]))
            if (token.Length > row.Form.Length + 1 && _context.StartsWith(i, row.Form) && ((row.Clitics & _the) == 0 || row.Overlap > 0 || row.Clitics != _the)) Try(i, token.Start + row.Form.Length - row.Overlap, row.Clitics, ref best);
        if (best.End > 0) return Believe(i, best.End, best.From, best.Clitics, false);
        // One letter amiss, after "the town of": only if the context tells where it must lie.
        if (_context.IsHeaded(i) && _context.Best(i) is null or { Cost: > 1 } && token.Length >= LeastForNear && _nearLookups++ < MostNear)
        {
            _numbers.Clear();
            book.FindNear(Key(i), _numbers);
            if (_numbers.Count > 0) return Believe(i, i + 1, token.Start, 0, true);
        }
        return null;
    }

    private string Key(int i) => book.Keys.Of(_context.Letters(i).ToString());

    /// <summary>Walks a name from a cut of a word; the longest wins, then the one with the fewest proclitics.</summary>
    private void Try(int i, int at, uint clitics, ref (int End, int From, uint Clitics) best)
    {
        for (var layer = 0; layer < book.Layers.Count; layer++)
        {
            var trie = book.Layers[layer].Trie;
            var state = DoubleArrayTrie.Root;
            for (var t = i; t < _tokens.Count && t < i + PlaceContext.LongestName; t++)
            {
                if (_tokens[t].Kind != TokenKind.Word && !(t > i && _tokens[t].Kind == TokenKind.Mark && _text[_tokens[t].Start] == '-')) break;
                if (t > i && _names[t] is { } other && !PlaceContext.IsPlace(other) && !IsOnlyWord(other) && !IsOutletInName(other)) break;
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
        var head = _context.KindBefore(i);
        var evidence = new PlaceEvidence
        {
            Head = _context.IsHeaded(i) ? head!.Class : "",
            IsSited = head is { Denotes: Denotes.Facility } or { Class: "route" },
            IsTagged = _context.IsTagged(i),
            IsGoverned = _context.IsGoverned(i),
            IsListed = _context.IsListed(i),
            Words = end - i,
            Common = end - i == 1 ? _context.Commonness(i) : Enumerable.Range(i, end - i).Max(_context.Commonness) >= PlaceEvidence.Known && !isNear ? PlaceEvidence.Ordinary / 3 : 0,
            IsPersonal = end - i > 1 ? !_context.IsHeaded(i) && pack.World.GivenNames.Contains(_context.Letters(i)) : (pack.World.GivenNames.Contains(words) || pack.World.FamilyNames.Contains(words)),
            FollowsGivenName = FollowsGivenName(i),
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
