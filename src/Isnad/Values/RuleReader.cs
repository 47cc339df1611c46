using System.Globalization;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Values;

/// <summary>Reads a rules file. packs/README.md describes the form.</summary>
internal sealed class RuleReader(Grammar grammar, string file, FoldTable fold, Func<string, uint?> clitic, uint leading)
{
    private readonly List<PackFault> _faults = [];
    private string _name = "", _category = "";
    private int _line;
    private readonly List<(List<List<Part>> Sequences, int Line)> _matches = [];

    /// <summary>An item, where it stands in the rule as written, and whether it is only looked at.</summary>
    private readonly record struct Part(Item Item, int Position, bool? Look);

    public void Read(string text)
    {
        foreach (var span in text.EnumerateLines())
        {
            _line++;
            var line = span.ToString();
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#') continue;
            var (word, rest) = Split(line.Trim());
            switch (word)
            {
                case "yield":
                    var (category, kind) = Split(rest);
                    grammar.AddYield(category, kind.Length > 0 ? kind : category);
                    break;
                case "rule":
                    _matches.Clear();
                    _name = rest;
                    var dot = rest.IndexOf('.', StringComparison.Ordinal);
                    _category = dot > 0 ? rest[..dot] : rest;
                    if (dot <= 0) Fault("a rule is named CATEGORY.NAME");
                    break;
                case "match":
                    _matches.Add((Expand(rest), _line));
                    break;
                case "make": Make(rest); break;
                case "e.g.":
                    var at = rest.IndexOf(" = ", StringComparison.Ordinal);
                    if (at < 0) Fault("an example is TEXT = VALUE");
                    else grammar.AddExample(new RuleExample(_name, rest[..at].Trim(), rest[(at + 3)..].Trim(), file, _line));
                    break;
                default: Fault($"'{word}' is none of yield, rule, match, make, e.g."); break;
            }
        }
        if (_faults.Count > 0) throw new PackException(_faults);
    }

    private void Make(string rest)
    {
        var (name, words) = Split(rest);
        var function = ValueFunctions.Find(name);
        if (function is null) { Fault($"there is no function '{name}'; there are {ValueFunctions.List}"); return; }
        var arguments = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (sequences, line) in _matches)
        {
            foreach (var sequence in sequences)
            {
                if (sequence.Count == 0) continue;
                var from = sequence.FindIndex(p => p.Look is null);
                var taken = sequence.FindAll(p => p.Look is null);
                if (from < 0 || taken.Count > Chart.ItemsPerRule) { Fault($"a rule takes 1 to {Chart.ItemsPerRule} items"); return; }
                if (sequence.FindLastIndex(p => p.Look is null) - from >= taken.Count) { Fault("only the ends of a rule may be looked at"); return; }
                // Arguments name items by their place in the rule as written; an item left out gives no value.
                var args = Array.ConvertAll(arguments, a => ToArgument(a, taken));
                grammar.AddRule(_name, _category, [.. taken.Select(p => p.Item)], Looks(sequence[..from]), Looks(sequence[(from + taken.Count)..]), function, args, file, line);
            }
        }
    }

    private static Look[] Looks(List<Part> parts) => [.. parts.Select(p => new Look(p.Item, p.Look == true))];

    private Argument ToArgument(string word, List<Part> sequence)
    {
        // "$-1" is the last item.
        if (word.StartsWith("$-", StringComparison.Ordinal) && int.TryParse(word.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var back))
            return new Argument(sequence.Count - back, null);
        if (word[0] == '$' && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return new Argument(sequence.FindIndex(s => s.Position == position), null);
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new Argument(-1, number) : new Argument(-1, word);
    }

    /// <summary>Every sequence of items that a match with optional items (<c>?</c>) allows.</summary>
    private List<List<Part>> Expand(string rest)
    {
        var sequences = new List<List<Part>> { new() };
        var position = 0;
        foreach (var word in Items(rest))
        {
            position++;
            var optional = word.EndsWith('?');
            var core = optional ? word[..^1] : word;
            bool? look = core[0] switch { '&' => true, '!' => false, _ => null };
            if (look is not null) core = core[1..];
            var longer = new List<List<Part>>();
            foreach (var sequence in sequences)
            {
                var early = !sequence.Exists(p => p.Look is null);
                if (ToItem(core, early, early && look is null) is { } item) longer.Add([.. sequence, new Part(item, position, look)]);
            }
            if (optional) longer.AddRange(sequences);
            sequences = longer;
        }
        return sequences;
    }

    private Item? ToItem(string word, bool early, bool first)
    {
        var required = 0u;
        var allowed = 0u;
        var glued = false;
        if (word[0] == '~') { glued = true; word = word[1..]; }
        while (true)
        {
            var plus = word.IndexOf('+', StringComparison.Ordinal);
            var mayBe = word.IndexOf('?', StringComparison.Ordinal);
            var cut = plus > 0 && (mayBe < 0 || plus < mayBe) ? plus : mayBe;
            if (cut <= 0 || word[0] is '<' or '{' or '"' or '[') break;
            var bit = clitic(word[..cut]);
            if (bit is null) { Fault($"'{word[..cut]}' is no proclitic of this pack"); return null; }
            if (word[cut] == '+') required |= bit.Value;
            else allowed |= bit.Value;
            word = word[(cut + 1)..];
        }
        Item Of(ItemKind kind, int symbol, Morph features = Morph.None) => new(kind, symbol, required, allowed, early ? leading & ~allowed & ~required : 0, glued, features);
        switch (word[0])
        {
            case '<' when word[^1] == '>': return Of(ItemKind.Category, grammar.Symbol(word[1..^1]));
            case '{' when word[^1] == '}': return Of(ItemKind.WordClass, grammar.Symbol(word));
            case '"' when word.Length > 2 && word[^1] == '"': return Of(ItemKind.Literal, grammar.LiteralSymbol(word[1..^1], fold.Fold(word[1..^1])));
            case '[' when word[^1] == ']' && !first && MorphNames.Parse(word[1..^1], out _) is { } features: return Of(ItemKind.Word, 0, features);
            default:
                Fault($"'{word}' is no item: <category>, {{class}}, \"literal\" or, not in the first place, [features]");
                return null;
        }
    }

    private static IEnumerable<string> Items(string text)
    {
        var start = -1;
        var close = '\0';
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (close != '\0') { if (c == close) close = '\0'; continue; }
            if (c == ' ')
            {
                if (start >= 0) yield return text[start..i];
                start = -1;
                continue;
            }
            if (start < 0) start = i;
            close = c switch { '"' => '"', '[' => ']', '{' => '}', '<' => '>', _ => '\0' };
        }
    }

    private void Fault(string message) => _faults.Add(new PackFault(file, _line, 1, message));

    private static (string Word, string Tail) Split(string line)
    {
        var at = line.IndexOf(' ', StringComparison.Ordinal);
        return at < 0 ? (line, "") : (line[..at], line[(at + 1)..].Trim());
    }
}
