using Isnad.Morphology;
using Isnad.Text;

namespace Isnad.Values;

/// <summary>A stretch of tokens that a rule, a word or a number makes into a value.</summary>
/// <param name="Start">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="From">First folded code unit, after leading conjunctions and prepositions.</param>
/// <param name="Kind">What kind of item it can be.</param>
/// <param name="Symbol">Category, word class or literal.</param>
/// <param name="Clitics">Proclitics before it that no rule has consumed.</param>
/// <param name="Value">What it means.</param>
/// <param name="Rule">Index of the rule, -1 for words and digits.</param>
internal readonly record struct Edge(int Start, int End, int From, ItemKind Kind, int Symbol, uint Clitics, object? Value, int Rule);

/// <summary>
/// A bottom-up chart over the tokens of one sentence. Work is linear in the sentence's length: the number of edges
/// that start at one token is capped, with a count of what was dropped.
/// </summary>
/// <param name="grammar">The rules.</param>
/// <param name="fits">Whether the word at a token may be one that an item describes by its features.</param>
internal sealed class Chart(Grammar grammar, Func<int, Item, bool> fits)
{
    /// <summary>The most items that a rule can take.</summary>
    public const int ItemsPerRule = 12;

    private const int EdgesPerToken = 96;
    private const int LongestContext = 3;

    private readonly record struct Active(int Rule, int Next, int Start, int From, uint Clitics, int Values);

    private readonly List<Edge> _edges = [];
    private readonly List<List<int>> _starting = [];
    private readonly List<List<Active>> _waiting = [];
    private readonly List<(object? Value, int Before)> _values = [];
    private List<Token> _tokens = [];
    private ValueContext _context = new(null);
    private Sentence _sentence;
    private int _current;

    /// <summary>Edges in the order they were made.</summary>
    public List<Edge> Edges => _edges;

    /// <summary>How many edges the cap has dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>Empties the chart for another sentence.</summary>
    public void Begin(List<Token> tokens, Sentence sentence, ValueContext context)
    {
        for (var i = 0; i <= _sentence.End - _sentence.Start && i < _starting.Count; i++)
        {
            _starting[i].Clear();
            _waiting[i].Clear();
        }
        _edges.Clear();
        _values.Clear();
        _tokens = tokens;
        _sentence = sentence;
        _context = context;
        Dropped = 0;
        while (_starting.Count <= sentence.End - sentence.Start)
        {
            _starting.Add([]);
            _waiting.Add([]);
        }
    }

    /// <summary>Adds an edge, unless there is one like it or the token has its fill.</summary>
    public void Add(in Edge edge)
    {
        var starting = _starting[edge.Start - _sentence.Start];
        foreach (var i in starting)
        {
            var other = _edges[i];
            if (other.End == edge.End && other.Symbol == edge.Symbol && other.Kind == edge.Kind && other.Clitics == edge.Clitics
                && other.From == edge.From && Equals(other.Value, edge.Value)) return;
        }
        if (starting.Count >= EdgesPerToken) { Dropped++; return; }
        starting.Add(_edges.Count);
        _edges.Add(edge);
    }

    /// <summary>Whether the pack's words have this token, by itself, in a class: the one that is given, or any that a rule takes.</summary>
    public bool HasWord(int token, int? symbol = null)
    {
        foreach (var i in _starting[token - _sentence.Start])
            if (_edges[i].End == token + 1 && _edges[i].Kind == ItemKind.WordClass && (symbol is { } wanted ? _edges[i].Symbol == wanted : grammar.Takes(_edges[i].Symbol))) return true;
        return false;
    }

    /// <summary>Applies the rules until nothing new comes.</summary>
    public void Run()
    {
        for (_current = 0; _current < _edges.Count; _current++)
        {
            var edge = _edges[_current];
            if (grammar.StartingWith(edge.Kind, edge.Symbol) is { } rules)
            {
                foreach (var rule in rules)
                    if (Fits(rule.Items[0], edge) && Looks(rule.Behind, edge.Start, behind: true))
                        Advance(rule, 0, edge.Start, edge.From, edge.Clitics & rule.Items[0].Leading, -1, edge);
            }
            var waiting = _waiting[edge.Start - _sentence.Start];
            for (var i = 0; i < waiting.Count; i++)
            {
                var active = waiting[i];
                var rule = grammar.Rules[active.Rule];
                if (Fits(rule.Items[active.Next], edge))
                    Advance(rule, active.Next, active.Start, active.From, active.Clitics, active.Values, edge);
            }
        }
    }

    private bool Fits(in Item item, in Edge edge) =>
        item.Kind == edge.Kind && item.Symbol == edge.Symbol
        && (edge.Clitics & item.Required) == item.Required && (edge.Clitics & ~item.Required & ~item.Allowed & ~item.Leading) == 0
        && (!item.Glued || !_tokens[edge.Start].Spaced);

    private void Advance(Rule rule, int at, int start, int from, uint clitics, int values, in Edge edge)
    {
        // The values so far are a linked list, so that alternatives share their beginnings.
        var chain = _values.Count;
        _values.Add((edge.Value, values));
        if (++at == rule.Items.Length)
        {
            if (Looks(rule.Ahead, edge.End, behind: false)) Complete(rule, start, edge.End, from, clitics, chain);
            return;
        }
        if (rule.Items[at].Kind == ItemKind.Word)
        {
            if (edge.End < _sentence.End && fits(edge.End, rule.Items[at]))
                Advance(rule, at, start, from, clitics, chain, new Edge(edge.End, edge.End + 1, 0, ItemKind.Word, 0, 0, null, -1));
            return;
        }
        var waiting = _waiting[edge.End - _sentence.Start];
        if (waiting.Count >= EdgesPerToken * 4) { Dropped++; return; }
        waiting.Add(new Active(rule.Id, at, start, from, clitics, chain));
        var following = _starting[edge.End - _sentence.Start];
        for (var i = 0; i < following.Count; i++)
        {
            // An edge that is still to be looked at will find the waiting rule itself.
            if (following[i] > _current) break;
            var next = _edges[following[i]];
            if (Fits(rule.Items[at], next)) Advance(rule, at, start, from, clitics, chain, next);
        }
    }

    /// <summary>Whether what must stand there does, and what must not does not. Only words and digits are looked at, not what rules make of them.</summary>
    private bool Looks(Look[] looks, int at, bool behind)
    {
        foreach (var look in looks)
            if (Stands(look.Item, at, behind) != look.Wanted) return false;
        return true;
    }

    private bool Stands(in Item item, int at, bool behind)
    {
        if (item.Kind == ItemKind.Word)
        {
            var token = behind ? at - 1 : at;
            return token >= _sentence.Start && token < _sentence.End && fits(token, item);
        }
        for (var start = behind ? at - 1 : at; start >= _sentence.Start && start >= at - LongestContext; start--)
        {
            foreach (var i in _starting[start - _sentence.Start])
            {
                var edge = _edges[i];
                if ((!behind || edge.End == at) && Fits(item, edge)) return true;
            }
            if (!behind) return false;
        }
        return false;
    }

    private void Complete(Rule rule, int start, int end, int from, uint clitics, int chain)
    {
        Span<int> links = stackalloc int[ItemsPerRule];
        for (var i = rule.Items.Length - 1; i >= 0; i--)
        {
            links[i] = chain;
            chain = _values[chain].Before;
        }
        var arguments = new object?[rule.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = rule.Arguments[i];
            arguments[i] = argument.Item >= 0 ? _values[links[argument.Item]].Value : argument.Constant;
        }
        if (rule.Function(_context, arguments) is { } value)
            Add(new Edge(start, end, from, ItemKind.Category, rule.Category, clitics, value, rule.Id));
    }
}
