using System.Globalization;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Readings;
using Isnad.Text;

namespace Isnad.Values;

/// <summary>A value found in a sentence.</summary>
/// <param name="Start">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="From">First folded code unit.</param>
/// <param name="To">One past the last folded code unit.</param>
/// <param name="Kind">What it yields: a <see cref="ValueKind"/> as the grammar names it.</param>
/// <param name="Value">A <see cref="NumberValue"/> or a <see cref="TimeValue"/>.</param>
/// <param name="Clitics">Proclitics before it.</param>
/// <param name="Rule">Name of the rule.</param>
internal readonly record struct FoundValue(int Start, int End, int From, int To, ValueKind Kind, object Value, uint Clitics, string Rule)
{
    public NumberValue? Number => Value as NumberValue;
    public TimeValue? Time => Value as TimeValue;
}

/// <summary>Reads numbers and times out of sentences. Not safe to share between threads.</summary>
internal sealed class ValueReader
{
    /// <summary>Yields of this kind take their words, so that nothing else is read there, but are not reported.</summary>
    private const string Silent = "none";

    private readonly LanguagePack _pack;
    private readonly Grammar _grammar;
    private readonly Chart _chart;
    private readonly CountedWords _counted;
    private readonly int _digits, _range, _dayMonthYear, _monthYear, _dayMonth, _clock, _future;
    private readonly uint _the, _will;
    private readonly string _article = "";
    private FoldedText? _text;
    private readonly Dictionary<char, (uint Clitics, string Form, int Overlap, Attach Attach)[]> _openings;
    private readonly List<(Edge Edge, ValueKind? Kind, int Priority)> _candidates = [];
    private IReadOnlyList<List<Analysis>> _analyses = [];
    private List<Token> _tokens = [];
    private (int Token, uint Clitics, int From) _loose = (-1, 0, 0);

    public ValueReader(LanguagePack pack)
    {
        _pack = pack;
        _grammar = pack.Grammar;
        _chart = new Chart(_grammar, Fits);
        _counted = new CountedWords(_grammar);
        _digits = _grammar.Symbol("digits");
        _range = _grammar.Symbol("digits-range");
        _dayMonthYear = _grammar.Symbol("digits-date");
        _monthYear = _grammar.Symbol("digits-month");
        _dayMonth = _grammar.Symbol("digits-day");
        _clock = _grammar.Symbol("digits-clock");
        _future = _grammar.Symbol("{future}");
        _the = pack.Lexicon.Clitic("the") ?? 0;
        _will = pack.Lexicon.Clitic("will") ?? 0;
        _openings = pack.Lexicon.CliticRows.GroupBy(r => r.Form[0]).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var row in pack.Lexicon.CliticRows)
            if (_the != 0 && row.Clitics == _the) _article = row.Form;
    }

    /// <summary>The chart of the last sentence read, for explanations.</summary>
    public Chart Chart => _chart;

    /// <summary>Finds the values of a sentence; the longest wins, then the grammar's order.</summary>
    public void Read(FoldedText text, List<Token> tokens, Sentence sentence, IReadOnlyList<List<Analysis>> analyses, ValueContext context, List<FoundValue> found)
    {
        _analyses = analyses;
        _tokens = tokens;
        _text = text;
        _loose = (-1, 0, 0);
        // A day of publication at an end of the calendar is no day that anything can be counted from.
        var published = context.Published is { Year: > 1600 and < 2400 } ? context.Published : null;
        context = new ValueContext(published) { IsAhead = () => IsAhead(sentence) };
        _chart.Begin(tokens, sentence, context);
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (tokens[i].Kind == TokenKind.Number) AddDigits(text, i, sentence);
            else AddWords(text, i, sentence);
        }
        _counted.Add(_chart, tokens, sentence, analyses);
        _chart.Run();
        Choose(sentence, found);
    }

    private void Choose(Sentence sentence, List<FoundValue> found)
    {
        _candidates.Clear();
        foreach (var edge in _chart.Edges)
        {
            if (edge.Kind != ItemKind.Category || _grammar.YieldOf(edge.Symbol) is not { } yield) continue;
            if (Words.TryParse<ValueKind>(yield.Kind, out var kind)) _candidates.Add((edge, kind, yield.Priority));
            else if (yield.Kind == Silent) _candidates.Add((edge, null, yield.Priority));
        }
        if (_candidates.Count == 0) return;
        _candidates.Sort(static (a, b) =>
        {
            var byLength = (b.Edge.End - b.Edge.Start) - (a.Edge.End - a.Edge.Start);
            if (byLength != 0) return byLength;
            if (a.Priority != b.Priority) return a.Priority - b.Priority;
            if (a.Edge.From != b.Edge.From) return a.Edge.From - b.Edge.From;
            return a.Edge.Rule - b.Edge.Rule;
        });
        var first = found.Count;
        Span<bool> taken = sentence.End - sentence.Start <= 1024 ? stackalloc bool[sentence.End - sentence.Start] : new bool[sentence.End - sentence.Start];
        foreach (var (edge, kind, _) in _candidates)
        {
            var place = taken[(edge.Start - sentence.Start)..(edge.End - sentence.Start)];
            if (place.Contains(true)) continue;
            place.Fill(true);
            if (kind is { } reported)
                found.Add(new FoundValue(edge.Start, edge.End, edge.From, _tokens[edge.End - 1].End, reported, edge.Value!, edge.Clitics, _grammar.Rules[edge.Rule].Name));
        }
        found.Sort(first, found.Count - first, Comparer<FoundValue>.Create(static (a, b) => a.Start - b.Start));
    }

    private void AddWords(FoldedText text, int i, Sentence sentence)
    {
        var token = _tokens[i];
        Walk(text, sentence, i, i, token.Start, 0, token.Start);
        if (token.Kind != TokenKind.Word) return;
        // A conjunction written apart from its word.
        if (_loose.Token == i) Walk(text, sentence, i - 1, i, token.Start, _loose.Clitics, _loose.From);
        var word = text.Chars[token.Start..token.End];
        if (!_openings.TryGetValue(word[0], out var rows)) return;
        foreach (var row in rows)
        {
            if (word.Length < row.Form.Length || !word.StartsWith(row.Form, StringComparison.Ordinal)) continue;
            var at = token.Start + row.Form.Length - row.Overlap;
            if (at < token.End) Walk(text, sentence, i, i, at, row.Clitics, FromOf(row.Clitics, token.Start, at));
            else if (i + 1 < sentence.End && _tokens[i + 1].Kind is TokenKind.Number or TokenKind.Word)
                _loose = (i + 1, row.Clitics, (row.Clitics & _the) != 0 ? token.End - _article.Length : _tokens[i + 1].Start);
        }
    }

    /// <summary>Where a phrase begins that has these proclitics: the article belongs to it, the others do not.</summary>
    private int FromOf(uint clitics, int start, int at) => (clitics & _the) == 0 ? at : Math.Max(start, at - _article.Length);

    private void Walk(FoldedText text, Sentence sentence, int first, int i, int at, uint clitics, int from)
    {
        var trie = _grammar.Trie;
        var state = DoubleArrayTrie.Root;
        for (var t = i; t < sentence.End; t++)
        {
            if (t > i && _tokens[t].Spaced)
            {
                state = trie.Step(state, ' ');
                if (state < 0) return;
            }
            for (var c = t == i ? at : _tokens[t].Start; c < _tokens[t].End; c++)
            {
                state = trie.Step(state, text[c]);
                if (state < 0) return;
            }
            var value = trie.ValueAt(state);
            if (value < 0) continue;
            foreach (var entry in _grammar.EntriesAt(value))
                if (t > i || IsSpelt(text, at, _tokens[t].End, entry.Spelling))
                    _chart.Add(new Edge(first, t + 1, from, entry.Kind, entry.Symbol, clitics, entry.Value, -1));
        }
    }

    /// <summary>Marks may be left out, but not be other ones than the pack's.</summary>
    private bool IsSpelt(FoldedText text, int at, int end, string spelling)
    {
        if (spelling.Length != end - at) return true;
        for (var i = 0; i < spelling.Length; i++)
        {
            var (written, plain) = (text.OriginalAt(at + i), text[at + i]);
            if (written != spelling[i] && written != plain && spelling[i] != plain && _pack.Fold.Fold(spelling[i]) == plain) return false;
        }
        return true;
    }

    private void AddDigits(FoldedText text, int i, Sentence sentence)
    {
        var token = _tokens[i];
        // Digits joined to a name ("F-16", "M4", "X2") count nothing.
        if (_loose.Token != i && !token.Spaced && i > sentence.Start
            && (_tokens[i - 1].Kind == TokenKind.Word || (i > sentence.Start + 1 && !_tokens[i - 1].Spaced && _tokens[i - 2].Kind == TokenKind.Word && text[_tokens[i - 1].Start] == '-')))
            return;
        var word = text.Chars[token.Start..token.End];
        var (clitics, from, start) = _loose.Token == i ? (_loose.Clitics, _loose.From, i - 1) : (0u, token.Start, i);
        void Put(int symbol, object value) => _chart.Add(new Edge(start, i + 1, from, ItemKind.Category, symbol, clitics, value, -1));
        if (DigitReader.Number(word) is { } number) Put(_digits, new NumberValue(number));
        else if (DigitReader.Range(word) is { } range) Put(_range, range);
        if (DigitReader.Date(word) is { } date) Put(_dayMonthYear, date);
        if (DigitReader.MonthYear(word) is { } month) Put(_monthYear, month);
        if (DigitReader.DayMonth(word) is { } dayMonth) Put(_dayMonth, dayMonth);
        if (DigitReader.IsClock(word)) Put(_clock, new Atom(word.ToString(), double.NaN));
    }

    /// <summary>Whether the word at a token may be one with an item's features and proclitics. A word that no lexicon has may be any noun.</summary>
    private bool Fits(int i, Item item)
    {
        if (_tokens[i].Kind != TokenKind.Word) return false;
        if (item.Features == Morph.None) return true;
        if (i >= _analyses.Count || _analyses[i].Count == 0)
            return item.Required == (IsDefinite(i) ? _the : 0) && !_chart.HasWord(i) && (item.Features & ~(Morph.Nominal | Morph.Number | Morph.Gender)) == 0;
        var fits = false;
        foreach (var analysis in _analyses[i])
        {
            if (analysis.IsAny(Morph.Prep | Morph.Conj | Morph.Part | Morph.Pron | Morph.Dem | Morph.Rel)) return false;
            fits |= analysis.Is(item.Features & ~Morph.PartOfSpeech) && ((item.Features & Morph.PartOfSpeech) == 0 || analysis.IsAny(item.Features & Morph.PartOfSpeech)) && (analysis.Clitics & item.Required) == item.Required && (analysis.Clitics & ~item.Required & ~item.Allowed) == 0;
        }
        return fits;
    }

    private bool IsDefinite(int i) => _tokens[i].Length > _article.Length + 1 && _text is { } text
        && text.Chars[_tokens[i].Start..].StartsWith(_article, StringComparison.Ordinal);

    /// <summary>Whether the sentence speaks of the future: a verb has the proclitic of the future, or a word says so.</summary>
    private bool IsAhead(Sentence sentence)
    {
        for (var i = sentence.Start; i < sentence.End && i < _analyses.Count; i++)
        {
            if (_chart.HasWord(i, _future)) return true;
            var verb = false;
            var other = false;
            foreach (var analysis in _analyses[i])
            {
                verb |= analysis.IsAny(Morph.Imperf) && (analysis.Clitics & _will) != 0;
                other |= analysis.IsAny(Morph.Nominal);
            }
            if (verb && !other) return true;
        }
        return false;
    }
}
