using System.Globalization;
using Isnad.Packs;

namespace Isnad.Morphology;

/// <summary>How likely an analysis is by itself and after another, as the pack weighs it. Immutable.</summary>
/// <remarks>
/// A condition is a list joined by <c>&amp;</c> of features, <c>-feature</c>, <c>func:NAME</c>, <c>clitic:NAME</c>,
/// <c>known</c> (the word has a meaning to the reader), <c>pronoun</c>; before a word also <c>start</c>, <c>mark</c>,
/// <c>number</c>, and <c>*</c> for anything.
/// </remarks>
internal sealed class ContextRules
{
    /// <summary>Pseudo-features of what is no word.</summary>
    internal const Morph Start = (Morph)(1UL << 60), Mark = (Morph)(1UL << 61), Digits = (Morph)(1UL << 62), Break = (Morph)(1UL << 63), Known = (Morph)(1UL << 59), HasPronoun = (Morph)(1UL << 58);

    private readonly record struct Condition(Morph All, Morph None, int Function, uint Clitics);
    private readonly record struct Pair(Condition Before, Condition Word, int Score);

    private readonly List<(Condition Word, int Score)> _priors = [];
    private readonly List<Pair> _pairs = [];
    private readonly Dictionary<string, int> _functions = new(StringComparer.Ordinal);

    public static ContextRules Compile(PackFolder pack, Lexicon lexicon)
    {
        var rules = new ContextRules();
        foreach (var row in pack.Table("morphology/context.tsv").Rows)
        {
            if (!int.TryParse(row["score"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score)) throw row.Error("score", "a whole number is expected");
            var word = rules.Parse(row, "word", lexicon);
            if (row["before"] == "*") rules._priors.Add((word, score));
            else rules._pairs.Add(new Pair(rules.Parse(row, "before", lexicon), word, score));
        }
        return rules;
    }

    /// <summary>Number of a function's name, 0 for none.</summary>
    public int FunctionOf(string name) => name.Length == 0 ? 0 : _functions.GetValueOrDefault(name);

    public int Prior(Morph features, int function, uint clitics)
    {
        var sum = 0;
        foreach (var (word, score) in _priors)
            if (Holds(word, features, function, clitics)) sum += score;
        return sum;
    }

    public int After(Morph before, int beforeFunction, uint beforeClitics, Morph features, int function, uint clitics)
    {
        var sum = 0;
        foreach (var pair in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pairs))
            if (Holds(pair.Word, features, function, clitics) && Holds(pair.Before, before, beforeFunction, beforeClitics)) sum += pair.Score;
        return sum;
    }

    private static bool Holds(in Condition c, Morph features, int function, uint clitics) =>
        (features & c.All) == c.All && (features & c.None) == 0 && (c.Function == 0 || c.Function == function) && (clitics & c.Clitics) == c.Clitics;

    private Condition Parse(Row row, string column, Lexicon lexicon)
    {
        Morph all = 0, none = 0;
        var function = 0;
        var clitics = 0u;
        foreach (var part in row[column].Split('&'))
        {
            var negative = part[0] == '-';
            var name = negative ? part[1..] : part;
            if (name.StartsWith("func:", StringComparison.Ordinal)) function = Function(name[5..]);
            else if (name.StartsWith("clitic:", StringComparison.Ordinal)) clitics |= lexicon.Clitic(name[7..]) ?? throw row.Error(column, $"'{name[7..]}' is no proclitic");
            else
            {
                var feature = name switch
                {
                    "start" => Start, "mark" => Mark, "number" => Digits, "break" => Break, "known" => Known, "pronoun" => HasPronoun, "dual" => Morph.Dual, "broken" => Morph.Broken,
                    _ => MorphNames.TryParse(name, out var f) ? f : throw row.Error(column, $"'{name}' is no feature"),
                };
                if (negative) none |= feature;
                else all |= feature;
            }
        }
        return new Condition(all, none, function, clitics);
    }

    private int Function(string name)
    {
        if (!_functions.TryGetValue(name, out var id)) _functions[name] = id = _functions.Count + 1;
        return id;
    }
}
