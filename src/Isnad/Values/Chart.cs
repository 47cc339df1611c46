using System.Runtime.InteropServices;
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
internal sealed class Chart(Grammar grammar)
{
    private const int EdgesPerToken = 64;
    private const int ItemsPerRule = 12;

    private readonly record struct Active(int Rule, int Next, int Start, int From, uint Clitics, int Values);

    private readonly List<Edge> _edges = [];
    private readonly Dictionary<int, List<int>> _edgesFrom = [];
    private readonly Dictionary<int, List<Active>> _activeTo = [];
    private readonly List<(object? Value, int Before)> _values = [];
    private readonly Dictionary<int, int> _count = [];
    private readonly Stack<List<int>> _spareInts = [];
    private readonly Stack<List<Active>> _spareActives = [];
    private List<Token> _tokens = [];
    private ValueContext _context = new(null);
    private int _current;

    /// <summary>Edges in the order they were made.</summary>
    public List<Edge> Edges => _edges;

    /// <summary>How many edges the cap has dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>Empties the chart for another sentence.</summary>
    public void Begin(List<Token> tokens, ValueContext context)
    {
        _edges.Clear();
        _values.Clear();
        _count.Clear();
        foreach (var list in _edgesFrom.Values) { list.Clear(); _spareInts.Push(list); }
        foreach (var list in _activeTo.Values) { list.Clear(); _spareActives.Push(list); }
        _edgesFrom.Clear();
        _activeTo.Clear();
        _tokens = tokens;
        _context = context;
        Dropped = 0;
    }

    /// <summary>Adds an edge, unless there is one like it or the token has its fill.</summary>
    public void Add(Edge edge)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_count, edge.Start, out _);
        if (_edgesFrom.TryGetValue(edge.Start, out var starting))
        {
            foreach (var i in starting)
            {
                var other = _edges[i];
                if (other.End == edge.End && other.Symbol == edge.Symbol && other.Kind == edge.Kind && other.Clitics == edge.Clitics
                    && other.From == edge.From && Equals(other.Value, edge.Value)) return;
            }
        }
        if (count >= EdgesPerToken) { Dropped++; return; }
        count++;
        var index = _edges.Count;
        _edges.Add(edge);
        if (starting is null) _edgesFrom[edge.Start] = starting = _spareInts.TryPop(out var spare) ? spare : [];
        starting.Add(index);
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
                    if (Fits(rule.Items[0], edge))
                        Advance(rule, 0, edge.Start, edge.From, edge.Clitics & ~rule.Items[0].Required, -1, edge);
            }
            if (!_activeTo.TryGetValue(edge.Start, out var waiting)) continue;
            foreach (var active in CollectionsMarshal.AsSpan(waiting))
            {
                var rule = grammar.Rules[active.Rule];
                if (Fits(rule.Items[active.Next], edge))
                    Advance(rule, active.Next, active.Start, active.From, active.Clitics, active.Values, edge);
            }
        }
    }

    private bool Fits(Item item, Edge edge) =>
        item.Kind == edge.Kind && item.Symbol == edge.Symbol
        && (edge.Clitics & item.Required) == item.Required && (edge.Clitics & ~item.Required & ~item.Allowed) == 0
        && (!item.Glued || !_tokens[edge.Start].Spaced);

    private void Advance(Rule rule, int at, int start, int from, uint clitics, int values, Edge edge)
    {
        // The values so far are a linked list, so that alternatives share their beginnings.
        var chain = _values.Count;
        _values.Add((edge.Value, values));
        if (at + 1 == rule.Items.Length)
        {
            Complete(rule, start, edge.End, from, clitics, chain);
            return;
        }
        if (!_activeTo.TryGetValue(edge.End, out var list)) _activeTo[edge.End] = list = _spareActives.TryPop(out var spare) ? spare : [];
        if (list.Count >= EdgesPerToken * 4) { Dropped++; return; }
        list.Add(new Active(rule.Id, at + 1, start, from, clitics, chain));
        if (!_edgesFrom.TryGetValue(edge.End, out var following)) return;
        for (var i = 0; i < following.Count; i++)
        {
            // An edge that is still to be looked at will find the waiting rule itself.
            if (following[i] > _current) break;
            var next = _edges[following[i]];
            if (Fits(rule.Items[at + 1], next)) Advance(rule, at + 1, start, from, clitics, chain, next);
        }
    }

    private void Complete(Rule rule, int start, int end, int from, uint clitics, int chain)
    {
        Span<int> links = stackalloc int[ItemsPerRule];
        var n = rule.Items.Length;
        for (var i = n - 1; i >= 0; i--)
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
