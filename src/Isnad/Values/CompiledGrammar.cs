using System.Runtime.InteropServices;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Values;

/// <summary>The compiled form of a grammar: words in flat arrays, rules one by one.</summary>
internal sealed partial class Grammar
{
    /// <summary>A meaning of a word: the text of the atom that it stands for is -1 if there is none.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Meaning(ItemKind Kind, int Symbol, int Text, double Number, int Spelling);

    private enum ArgumentKind { Item, Number, Word }

    private Texts _texts = null!;
    private Lists<Meaning> _wordsAt = null!;
    private WordEntry[]?[] _entries = [];

    /// <summary>What a word of the trie means.</summary>
    public WordEntry[] EntriesAt(int value) => _entries[value] ??= MakeEntries(_wordsAt[value]);

    private WordEntry[] MakeEntries(ReadOnlySpan<Meaning> meanings)
    {
        var entries = new WordEntry[meanings.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var m = meanings[i];
            entries[i] = new WordEntry(m.Kind, m.Symbol, m.Text < 0 ? null : new Atom(_texts[m.Text], m.Number), _texts[m.Spelling]);
        }
        return entries;
    }

    private Meaning ToMeaning(WordEntry entry) =>
        new(entry.Kind, entry.Symbol, entry.Value is { } atom ? _texts.Id(atom.Text) : -1, entry.Value?.Number ?? 0, _texts.Id(entry.Spelling));

    public void Write(PackOutput to)
    {
        to.Many(_names, to.Text);
        to.Many(_yields, y =>
        {
            to.Int(y.Key);
            to.Text(y.Value.Kind);
            to.Int(y.Value.Priority);
        });
        Trie.Write(to);
        _wordsAt.Write(to);
        to.Many(_rules, rule => WriteRule(to, rule));
    }

    private void WriteRule(PackOutput to, Rule rule)
    {
        to.Text(rule.Name);
        to.Text(_names[rule.Category]);
        to.Array(rule.Items);
        to.Array(rule.Behind);
        to.Array(rule.Ahead);
        to.Text(ValueFunctions.NameOf(rule.Function));
        to.Text(rule.File);
        to.Int(rule.Line);
        to.Many(rule.Arguments, argument =>
        {
            var (kind, value) = argument.Constant switch
            {
                double number => (ArgumentKind.Number, number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
                string word => (ArgumentKind.Word, word),
                _ => (ArgumentKind.Item, ""),
            };
            to.Int((int)kind);
            to.Int(argument.Item);
            to.Text(value);
        });
    }

    public static Grammar Read(PackInput from)
    {
        var grammar = new Grammar { _texts = from.Texts };
        foreach (var name in from.Many(from.Text)) grammar.Symbol(name);
        foreach (var (category, kind, priority) in from.Many(() => (from.Int(), from.Text(), from.Int()))) grammar._yields[category] = (kind, priority);
        grammar._trie = DoubleArrayTrie.Read(from);
        grammar._wordsAt = Lists<Meaning>.Read(from);
        grammar._entries = new WordEntry[]?[grammar._wordsAt.Count];
        for (var rules = from.Int(); rules > 0; rules--) grammar.ReadRule(from);
        return grammar;
    }

    private void ReadRule(PackInput from)
    {
        var (name, category, items, behind, ahead) = (from.Text(), from.Text(), from.Array<Item>(), from.Array<Look>(), from.Array<Look>());
        var (functionName, file, line) = (from.Text(), from.Text(), from.Int());
        var function = ValueFunctions.Find(functionName) ?? throw new InvalidDataException($"there is no function '{functionName}'");
        var arguments = from.Many(() =>
        {
            var (kind, item, value) = ((ArgumentKind)from.Int(), from.Int(), from.Text());
            return new Argument(item, kind switch
            {
                ArgumentKind.Number => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
                ArgumentKind.Word => value,
                _ => null,
            });
        });
        AddRule(name, category, items, behind, ahead, function, arguments, file, line);
    }
}
