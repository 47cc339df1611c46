using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Semantics;

/// <summary>What a word says of the number beside it.</summary>
/// <param name="Kind">Tally, count, fate, lose, harm, occur or disease: see packs/README.md.</param>
/// <param name="Measure">What the number is a figure of, if the word says so.</param>
/// <param name="Bound">The bound that the word gives the number.</param>
/// <param name="Preposition">The preposition under which the number stands; empty for the object.</param>
/// <param name="Noun">The noun with which the word says so; empty for none.</param>
internal sealed record CountWord(string Kind, Measure? Measure, Bound Bound, string Preposition, string Noun);

/// <summary>Words that tell numbers, or what became of those who are counted. Immutable.</summary>
internal sealed class CountWords
{
    private static readonly CountWord[] None = [];

    private readonly Keyed<CountWord[]> _words;

    private CountWords(Keyed<CountWord[]> words) => _words = words;

    /// <summary>The word's entry of that kind, or null.</summary>
    public CountWord? Find(string kind, string lemma)
    {
        foreach (var word in _words.Find(lemma) ?? None)
            if (word.Kind == kind) return word;
        return null;
    }

    /// <summary>What a verb tells together with a noun became of people ("met their death").</summary>
    public IEnumerable<CountWord> FatesOf(string verb) => (_words.Find(verb) ?? None).Where(w => w.Kind == "fate");

    public static CountWords Compile(PackFolder pack, Texts texts) => new(Keyed<CountWord[]>.Build(pack.Table("semantics/counts.tsv"), "lemma", texts, Make));

    public static CountWords Read(PackInput from) => new(Keyed<CountWord[]>.Read(from, Make));

    public void Write(PackOutput to) => _words.Write(to);

    private static CountWord[] Make(Row[] rows) => Array.ConvertAll(rows, row => new CountWord(row["kind"],
        Words.TryParse<Measure>(row["measure"], out var measure) ? measure : null,
        Words.TryParse<Bound>(row["bound"], out var bound) ? bound : Bound.Exact, row.Text("prep"), row.Text("noun")));
}
