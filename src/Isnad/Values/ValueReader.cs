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
    private readonly LanguagePack _pack;
    private readonly Grammar _grammar;
    private readonly Chart _chart;
    private readonly int _digits, _range, _dayMonthYear, _monthYear, _clock, _dual, _dualForm, _counted;
    private readonly List<(Edge Edge, ValueKind Kind, int Priority)> _candidates = [];

    public ValueReader(LanguagePack pack)
    {
        _pack = pack;
        _grammar = pack.Grammar;
        _chart = new Chart(_grammar);
        _digits = _grammar.Symbol("digits");
        _range = _grammar.Symbol("digits-range");
        _dayMonthYear = _grammar.Symbol("digits-date");
        _monthYear = _grammar.Symbol("digits-month");
        _clock = _grammar.Symbol("digits-clock");
        _dual = _grammar.Symbol("dual");
        _dualForm = _grammar.Symbol("dual-form");
        _counted = _grammar.Symbol("counted");
    }

    /// <summary>The chart of the last sentence read, for explanations.</summary>
    public Chart Chart => _chart;

    /// <summary>Finds the values of a sentence; the longest wins, then the grammar's order.</summary>
    public void Read(FoldedText text, List<Token> tokens, Sentence sentence, IReadOnlyList<List<Analysis>> analyses, ValueContext context, List<FoundValue> found)
    {
        _chart.Begin(tokens, context);
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Number) AddDigits(text, tokens, i, context);
            else if (token.Kind is TokenKind.Word or TokenKind.Mark) AddWords(text, tokens, sentence, i);
            if (token.Kind == TokenKind.Word && analyses.Count > i) AddDual(token, i, analyses[i]);
        }
        _chart.Run();
        Choose(tokens, sentence, found);
    }

    private void Choose(List<Token> tokens, Sentence sentence, List<FoundValue> found)
    {
        _candidates.Clear();
        foreach (var edge in _chart.Edges)
            if (edge.Kind == ItemKind.Category && _grammar.YieldOf(edge.Symbol) is { } yield && Words.TryParse<ValueKind>(yield.Kind, out var kind))
                _candidates.Add((edge, kind, yield.Priority));
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
            var free = true;
            for (var i = edge.Start; i < edge.End && free; i++) free = !taken[i - sentence.Start];
            if (!free) continue;
            for (var i = edge.Start; i < edge.End; i++) taken[i - sentence.Start] = true;
            found.Add(new FoundValue(edge.Start, edge.End, edge.From, tokens[edge.End - 1].End, kind, edge.Value!, edge.Clitics, _grammar.Rules[edge.Rule].Name));
        }
        found.Sort(first, found.Count - first, Comparer<FoundValue>.Create(static (a, b) => a.Start - b.Start));
    }

    private void AddWords(FoldedText text, List<Token> tokens, Sentence sentence, int i)
    {
        var token = tokens[i];
        Walk(text, tokens, sentence, i, token.Start, 0, token.Start);
        if (token.Kind != TokenKind.Word) return;
        var word = text.Chars[token.Start..token.End];
        foreach (var row in _pack.Lexicon.CliticRows)
        {
            if (word.Length < row.Form.Length || !word.StartsWith(row.Form, StringComparison.Ordinal)) continue;
            var at = token.Start + row.Form.Length - row.Overlap;
            if (at == token.End)
            {
                // Proclitics written apart from a digit or a quotation mark ("the 17", "for «…").
                if (i + 1 < sentence.End && tokens[i + 1] is { Spaced: false, Kind: TokenKind.Number }) _loose = (i + 1, row.Clitics, token.Start);
                continue;
            }
            Walk(text, tokens, sentence, i, at, row.Clitics, FromOf(row, token.Start, at));
        }
    }

    private (int Token, uint Clitics, int From) _loose = (-1, 0, 0);

    /// <summary>Where a phrase begins that has these proclitics: the article belongs to it, the others do not.</summary>
    private int FromOf((uint Clitics, string Form, int Overlap, Attach Attach) row, int start, int at)
    {
        var the = _pack.Lexicon.Clitic("the") ?? 0;
        if ((row.Clitics & the) == 0) return at;
        foreach (var single in _pack.Lexicon.CliticRows)
            if (single.Clitics == the) return Math.Max(start, at - single.Form.Length);
        return at;
    }

    private void Walk(FoldedText text, List<Token> tokens, Sentence sentence, int i, int at, uint clitics, int from)
    {
        var trie = _grammar.Trie;
        var state = DoubleArrayTrie.Root;
        for (var t = i; t < sentence.End; t++)
        {
            if (t > i && tokens[t].Spaced)
            {
                state = trie.Step(state, ' ');
                if (state < 0) return;
            }
            for (var c = t == i ? at : tokens[t].Start; c < tokens[t].End; c++)
            {
                state = trie.Step(state, text[c]);
                if (state < 0) return;
            }
            var value = trie.ValueAt(state);
            if (value < 0) continue;
            foreach (var (symbol, atom) in _grammar.EntriesAt(value))
            {
                var kind = _grammar.NameOf(symbol)[0] == '{' ? ItemKind.WordClass : ItemKind.Literal;
                _chart.Add(new Edge(i, t + 1, from, kind, symbol, clitics, atom, -1));
            }
        }
    }

    private void AddDigits(FoldedText text, List<Token> tokens, int i, ValueContext context)
    {
        var token = tokens[i];
        var word = text.Chars[token.Start..token.End];
        var (clitics, from, start) = _loose.Token == i ? (_loose.Clitics, _loose.From, i - 1) : (0u, token.Start, i);
        void Put(int symbol, object value) => _chart.Add(new Edge(start, i + 1, from, ItemKind.Category, symbol, clitics, value, -1));
        if (DigitReader.Number(word) is { } number) Put(_digits, new NumberValue(number));
        else if (DigitReader.Range(word) is { } range) Put(_range, range);
        if (DigitReader.Date(word) is { } date) Put(_dayMonthYear, date);
        if (DigitReader.MonthYear(word) is { } month) Put(_monthYear, month);
        if (DigitReader.IsClock(word)) Put(_clock, new Atom(word.ToString(), double.NaN));
    }

    /// <summary>
    /// A dual that is nothing else counts by itself ("dual"); one that may also be a plural counts only beside the
    /// word two ("dual-form"); a singular counts only before the word one ("counted").
    /// </summary>
    private void AddDual(Token token, int i, List<Analysis> analyses)
    {
        var dual = -1;
        var single = -1;
        var other = false;
        for (var a = 0; a < analyses.Count; a++)
        {
            var analysis = analyses[a];
            if (analysis.Is(Morph.Noun | Morph.Dual | Morph.Abs) && !analysis.IsAny(Morph.Def) && analysis.Pronoun == 0) dual = a;
            else if (analysis.Is(Morph.Noun | Morph.Sing) && !analysis.IsAny(Morph.Def) && analysis.Pronoun == 0) single = a;
            if (!analysis.IsAny(Morph.Dual)) other = true;
        }
        if (dual >= 0) _chart.Add(new Edge(i, i + 1, token.Start + analyses[dual].StemStart, ItemKind.Category, other ? _dualForm : _dual, 0, new NumberValue(2), -1));
        if (single >= 0) _chart.Add(new Edge(i, i + 1, token.Start + analyses[single].StemStart, ItemKind.Category, _counted, 0, new NumberValue(1), -1));
    }
}
