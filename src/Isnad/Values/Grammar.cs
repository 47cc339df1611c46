using System.Globalization;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Values;

/// <summary>What an item of a rule matches.</summary>
internal enum ItemKind : byte { Category, WordClass, Literal, Word }

/// <summary>One place in a rule: what stands there and with which proclitics.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Symbol">Id of the category, word class or literal.</param>
/// <param name="Required">Proclitics that must be there.</param>
/// <param name="Allowed">Proclitics that may be there besides.</param>
/// <param name="Leading">Of these, what may stand before the whole phrase without being part of it.</param>
/// <param name="Glued">Whether no blank may stand before it.</param>
/// <param name="Features">For a word: what one of its analyses must have.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1)]
internal readonly record struct Item(ItemKind Kind, int Symbol, uint Required, uint Allowed, uint Leading, bool Glued, Morph Features);

/// <summary>What must, or must not, stand before or after a rule's items without being part of them.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1)]
internal readonly record struct Look(Item Item, bool Wanted);

/// <summary>A pack's word: its class, what it stands for, and its spelling with all marks.</summary>
internal readonly record struct WordEntry(ItemKind Kind, int Symbol, Atom? Value, string Spelling);

/// <summary>An argument of a rule's function: an item's value, a number or a word.</summary>
internal readonly record struct Argument(int Item, object? Constant);

/// <summary>A rule: a sequence of items makes a value of a category.</summary>
internal sealed record Rule(int Id, string Name, int Category, Item[] Items, Look[] Behind, Look[] Ahead, ValueFunction Function, Argument[] Arguments, string File, int Line);

/// <summary>An example under a rule: a text and what must come out.</summary>
internal readonly record struct RuleExample(string Rule, string Text, string Expected, string File, int Line);

/// <summary>A pack's grammar: words, rules, and what each category yields. Immutable.</summary>
internal sealed partial class Grammar
{
    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly Dictionary<long, List<Rule>> _byFirst = [];
    private readonly List<Rule> _rules = [];
    private readonly HashSet<int> _taken = [];
    private readonly List<RuleExample> _examples = [];
    private readonly Dictionary<int, (string Kind, int Priority)> _yields = [];
    private readonly SortedDictionary<string, List<WordEntry>> _words = new(StringComparer.Ordinal);
    private DoubleArrayTrie? _trie;

    public IReadOnlyList<Rule> Rules => _rules;
    public IReadOnlyList<RuleExample> Examples => _examples;
    public string NameOf(int symbol) => _names[symbol];
    public DoubleArrayTrie Trie => _trie!;

    /// <summary>The id of a category or class; new names get new ids.</summary>
    public int Symbol(string name)
    {
        if (_symbols.TryGetValue(name, out var id)) return id;
        _symbols[name] = id = _names.Count;
        _names.Add(name);
        return id;
    }

    /// <summary>What a category yields, or null.</summary>
    public (string Kind, int Priority)? YieldOf(int category) => _yields.TryGetValue(category, out var y) ? y : null;

    /// <summary>Whether some rule takes words of this class, more than to look at them.</summary>
    public bool Takes(int symbol) => _taken.Contains(symbol);

    /// <summary>Rules that may begin with an edge of this symbol.</summary>
    public List<Rule>? StartingWith(ItemKind kind, int symbol) => _byFirst.GetValueOrDefault(((long)kind << 32) | (uint)symbol);

    /// <summary>Adds the rows of a word table: columns class, value, form.</summary>
    public void AddWords(Table table, FoldTable fold)
    {
        foreach (var row in table.Rows)
        {
            var symbol = Symbol("{" + row["class"] + "}");
            var text = row["value"];
            var number = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : double.NaN;
            AddWord(fold.Fold(row["form"]), new WordEntry(ItemKind.WordClass, symbol, new Atom(text, number), row["form"]));
        }
    }

    private void AddWord(string folded, WordEntry entry)
    {
        if (!_words.TryGetValue(folded, out var list)) _words[folded] = list = [];
        if (!list.Contains(entry)) list.Add(entry);
    }

    /// <summary>Adds the rules of a file.</summary>
    public void AddRules(string file, string text, FoldTable fold, Func<string, uint?> clitic, uint leading)
    {
        var reader = new RuleReader(this, file, fold, clitic, leading);
        reader.Read(text);
    }

    /// <summary>Builds what look-up needs. No additions after this.</summary>
    public Grammar Complete(Texts texts)
    {
        _texts = texts;
        var keys = _words.Keys.ToArray();
        _trie = DoubleArrayTrie.Build(keys);
        _wordsAt = Lists<Meaning>.Build(_words.Values.Select(list => list.ConvertAll(ToMeaning)));
        _entries = new WordEntry[]?[keys.Length];
        return this;
    }

    internal int LiteralSymbol(string form, string folded)
    {
        var symbol = Symbol("\"" + folded + "\"");
        AddWord(folded, new WordEntry(ItemKind.Literal, symbol, null, form));
        return symbol;
    }

    internal void AddYield(string category, string kind) => _yields[Symbol(category)] = (kind, _yields.Count);

    internal void AddExample(RuleExample example) => _examples.Add(example);

    internal void AddRule(string name, string category, Item[] items, Look[] behind, Look[] ahead, ValueFunction function, Argument[] arguments, string file, int line)
    {
        var rule = new Rule(_rules.Count, name, Symbol(category), items, behind, ahead, function, arguments, file, line);
        _rules.Add(rule);
        foreach (var item in items)
            if (item.Kind == ItemKind.WordClass) _taken.Add(item.Symbol);
        var key = ((long)items[0].Kind << 32) | (uint)items[0].Symbol;
        if (!_byFirst.TryGetValue(key, out var list)) _byFirst[key] = list = [];
        list.Add(rule);
    }
}
