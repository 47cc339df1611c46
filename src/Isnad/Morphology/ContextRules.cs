using System.Globalization;
using System.Runtime.InteropServices;
using Isnad.Packs;

namespace Isnad.Morphology;

/// <summary>How likely an analysis is by itself and after another, as the pack weighs it. Immutable.</summary>
/// <remarks>
/// A condition is a list joined by <c>&amp;</c> of features, <c>-feature</c>, <c>func:NAME</c>, <c>clitic:NAME</c>, <c>-clitic:NAME</c>,
/// <c>known</c> (the word has a meaning to the reader), <c>pronoun</c>, <c>pronoun:1</c> (of the first person); before a word also <c>start</c>, <c>mark</c>,
/// <c>number</c>, and <c>*</c> for anything.
/// </remarks>
internal sealed class ContextRules
{
    /// <summary>Pseudo-features of what is no word.</summary>
    internal const Morph Start = (Morph)(1UL << 60), Mark = (Morph)(1UL << 61), Digits = (Morph)(1UL << 62), Break = (Morph)(1UL << 63), Known = (Morph)(1UL << 59), HasPronoun = (Morph)(1UL << 58), FirstPronoun = (Morph)(1UL << 57);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal readonly record struct Condition(Morph All, Morph None, int Function, uint Clitics, uint NoClitics)
    {
        public bool Holds(Morph features, int function, uint clitics) =>
            (features & All) == All && (features & None) == 0 && (Function == 0 || Function == function) && (clitics & Clitics) == Clitics && (clitics & NoClitics) == 0;
    }

    /// <summary>A weight of a word, or of two neighbours.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal readonly record struct Weight(Condition Before, Condition Word, int Score);

    private readonly Dictionary<string, int> _functions = new(StringComparer.Ordinal);

    private ContextRules()
    {
    }

    /// <summary>Weights of words by themselves.</summary>
    public Weight[] Priors { get; private init; } = [];

    /// <summary>Weights of a word after another.</summary>
    public Weight[] Pairs { get; private init; } = [];

    public static ContextRules Compile(PackFolder pack, Lexicon lexicon)
    {
        var parser = new ContextRules();
        var (priors, pairs) = (new List<Weight>(), new List<Weight>());
        foreach (var row in pack.Table("morphology/context.tsv").Rows)
        {
            if (!int.TryParse(row["score"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score)) throw row.Error("score", "a whole number is expected");
            var word = parser.Parse(row, "word", lexicon);
            if (row["before"] == "*") priors.Add(new Weight(default, word, score));
            else pairs.Add(new Weight(parser.Parse(row, "before", lexicon), word, score));
        }
        return new ContextRules(parser._functions) { Priors = [.. priors], Pairs = [.. pairs] };
    }

    private ContextRules(IEnumerable<KeyValuePair<string, int>> functions)
    {
        foreach (var (name, id) in functions) _functions[name] = id;
    }

    /// <summary>Number of a function's name, 0 for none.</summary>
    public int FunctionOf(string name) => name.Length == 0 ? 0 : _functions.GetValueOrDefault(name);

    public void Write(PackOutput to)
    {
        to.Array(Priors);
        to.Array(Pairs);
        to.Many(_functions, f =>
        {
            to.Text(f.Key);
            to.Int(f.Value);
        });
    }

    public static ContextRules Read(PackInput from)
    {
        var (priors, pairs) = (from.Array<Weight>(), from.Array<Weight>());
        return new ContextRules(from.Many(() => KeyValuePair.Create(from.Text(), from.Int()))) { Priors = priors, Pairs = pairs };
    }

    private Condition Parse(Row row, string column, Lexicon lexicon)
    {
        Morph all = 0, none = 0;
        var function = 0;
        var (clitics, noClitics) = (0u, 0u);
        foreach (var part in row[column].Split('&'))
        {
            var negative = part[0] == '-';
            var name = negative ? part[1..] : part;
            if (name.StartsWith("func:", StringComparison.Ordinal)) function = Function(name[5..]);
            else if (name.StartsWith("clitic:", StringComparison.Ordinal)) (negative ? ref noClitics : ref clitics) |= lexicon.Clitic(name[7..]) ?? throw row.Error(column, $"'{name[7..]}' is no proclitic");
            else
            {
                var feature = name switch
                {
                    "start" => Start,
                    "mark" => Mark,
                    "number" => Digits,
                    "break" => Break,
                    "known" => Known,
                    "pronoun" => HasPronoun,
                    "pronoun:1" => FirstPronoun,
                    "dual" => Morph.Dual,
                    "broken" => Morph.Broken,
                    _ => MorphNames.TryParse(name, out var f) ? f : throw row.Error(column, $"'{name}' is no feature"),
                };
                if (negative) none |= feature;
                else all |= feature;
            }
        }
        return new Condition(all, none, function, clitics, noClitics);
    }

    private int Function(string name)
    {
        if (!_functions.TryGetValue(name, out var id)) _functions[name] = id = _functions.Count + 1;
        return id;
    }
}
