using Isnad.Morphology;
using Isnad.Text;

namespace Isnad.Tests.Morphology;

/// <summary>Whole paradigms written by hand: Corpora/paradigm-tables.txt.</summary>
public sealed class ParadigmTableTests
{
    private const string Corpus = "test/Isnad.Tests/Corpora/paradigm-tables.txt";

    private static readonly Morph[] Open = [Morph.Ind | Morph.Sub | Morph.Jus, Morph.First | Morph.Second | Morph.Third, Morph.Gender, Morph.Number, Morph.Case, Morph.Cons | Morph.Abs];

    private readonly Analyser _analyser = new(Repository.Arabic.Lexicon);

    /// <summary>What one form must be.</summary>
    private sealed record Cell(int Line, string Lemma, Morph PartOfSpeech, string Form, string Meaning);

    public static TheoryData<string> Lemmas => [.. Read().Select(Name).Distinct()];

    [Theory]
    [MemberData(nameof(Lemmas))]
    public void EveryFormIsRead(string lemma)
    {
        var wrong = new List<string>();
        foreach (var cell in Read().Where(c => Name(c) == lemma))
        {
            var all = Analyse(cell.Form);
            if (!all.Exists(a => Is(a, cell))) wrong.Add($"{Corpus}:{cell.Line}: {cell.Form} must be {cell.Meaning} of {cell.Lemma}; it is {string.Join(" / ", all.Select(a => $"{Repository.Arabic.Lexicon.Lemmas[a.Lemma].Text} {MorphNames.Describe(a.Features)}"))}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void CorpusHasWhatItShould()
    {
        foreach (var partOfSpeech in new[] { Morph.Verb, Morph.Noun })
        {
            var words = Read().Where(c => c.PartOfSpeech == partOfSpeech).GroupBy(c => c.Lemma).Select(g => g.Count()).ToList();
            Assert.True(words.Count(forms => forms >= 40) >= 20);
            Assert.True(words.Count(forms => forms >= 18) >= 145);
        }
        Assert.True(Read().Count() >= 9000);
    }

    /// <summary>Whether an analysis is the form of a lemma that a cell tells; what an analysis leaves open fits.</summary>
    private static bool Is(Analysis a, Cell cell)
    {
        var lexicon = Repository.Arabic.Lexicon;
        var (features, clitics, pronoun) = Meaning(cell);
        var derived = features & (Morph.Masdar | Morph.ActivePart | Morph.PassivePart);
        var lemma = lexicon.Lemmas[a.Lemma];
        // Several verbs may make one word (arresting and a stop): the lemma names one of them.
        if (derived != 0 ? lemma.Root.Length == 0 : lemma.Text != cell.Lemma || (lemma.PartOfSpeech & cell.PartOfSpeech) == 0) return false;
        if (a.Clitics != clitics || (a.Pronoun == 0 ? "" : lexicon.Enclitics[a.Pronoun - 1].Name) != pronoun) return false;
        foreach (var category in Open)
            if ((features & category) != 0 && (a.Features & category) == 0) features &= ~category;
        return (features & Morph.Case) == (Morph.Acc | Morph.Gen) ? (a.Features & Morph.Case & features) != 0 && a.Is(features & ~Morph.Case) : a.Is(features);
    }

    private static (Morph Features, uint Clitics, string Pronoun) Meaning(Cell cell)
    {
        var (features, clitics, pronoun) = (Morph.None, 0u, "");
        foreach (var word in cell.Meaning.Split(' '))
        {
            if (word[0] == '+') pronoun = word[1..];
            else if (word[^1] == '+')
                foreach (var name in word.Split('+', StringSplitOptions.RemoveEmptyEntries)) clitics |= Repository.Arabic.Lexicon.Clitic(name) ?? throw new InvalidDataException($"{Corpus}:{cell.Line}: no proclitic '{name}'");
            else features |= MorphNames.Parse(word, out _) ?? throw new InvalidDataException($"{Corpus}:{cell.Line}: no feature '{word}'");
        }
        return (features, clitics, pronoun);
    }

    private List<Analysis> Analyse(string form)
    {
        var text = new FoldedText(form, Repository.Arabic.Fold);
        var found = new List<Analysis>();
        _analyser.Analyse(text, Assert.Single(Cutter.Tokens(text)), found);
        return found;
    }

    private static string Name(Cell cell) => $"{cell.Lemma} {MorphNames.Describe(cell.PartOfSpeech)}";

    private static IEnumerable<Cell> Read()
    {
        var columns = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var (number, lemma, partOfSpeech) = (0, "", Morph.None);
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, Corpus)))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.TrimStart('@').Trim().Split(" | ");
            if (line[0] == '@') columns[parts[0]] = parts[1..];
            else if (line[0] != ' ') (lemma, partOfSpeech) = (line.Split(' ')[0], MorphNames.Parse(line.Split(' ')[1], out _)!.Value);
            else
            {
                var (row, forms) = (columns[parts[0]], parts[1].Split(' '));
                if (row.Length != forms.Length) throw new InvalidDataException($"{Corpus}:{number}: {forms.Length} forms in {row.Length} columns");
                for (var i = 0; i < row.Length; i++)
                    if (forms[i] != "-") yield return new Cell(number, lemma, partOfSpeech, forms[i], row[i]);
            }
        }
    }
}
