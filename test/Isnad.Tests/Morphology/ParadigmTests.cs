using Isnad.Morphology;
using Isnad.Text;

namespace Isnad.Tests.Morphology;

/// <summary>Paradigms written by hand: Corpora/paradigms.txt.</summary>
public sealed class ParadigmTests
{
    private const string Corpus = "test/Isnad.Tests/Corpora/paradigms.txt";

    private static readonly Morph[] Open = [Morph.Ind | Morph.Sub | Morph.Jus, Morph.First | Morph.Second | Morph.Third, Morph.Gender, Morph.Number, Morph.Case, Morph.Cons | Morph.Abs];

    private readonly Analyser _analyser = new(Repository.Arabic.Lexicon);

    private sealed record Line(int Number, string Lemma, Morph PartOfSpeech, bool Negative, string[] Forms, Morph Features);

    public static TheoryData<string> Lemmas => [.. Read().Select(l => Name(l)).Distinct()];

    [Theory]
    [MemberData(nameof(Lemmas))]
    public void InflectsAsGrammarSays(string lemma)
    {
        var wrong = new List<string>();
        foreach (var line in Read().Where(l => Name(l) == lemma))
        {
            foreach (var form in line.Forms)
            {
                var all = Analyse(form).Where(a => IsOf(a, line)).ToList();
                if (all.Exists(a => Fits(a, line.Features)) != line.Negative) continue;
                var got = all.Count == 0 ? "not of this lemma" : string.Join(" / ", all.Select(a => MorphNames.Describe(a.Features)));
                wrong.Add($"{Corpus}:{line.Number}: {form} {(line.Negative ? "must not be" : "must be")} {MorphNames.Describe(line.Features)} of {line.Lemma}; it is {got}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void CorpusHasWhatItShould()
    {
        var lines = Read().ToList();
        Assert.True(lines.Where(l => !l.Negative).Sum(l => l.Forms.Length) >= 350);
        Assert.True(lines.Where(l => l.Negative).Sum(l => l.Forms.Length) >= 70);
    }

    private bool IsOf(Analysis a, Line line) =>
        Repository.Arabic.Lexicon.Lemmas[a.Lemma] is var lemma && lemma.Text == line.Lemma && (lemma.PartOfSpeech & line.PartOfSpeech) != 0;

    /// <summary>Whether an analysis has the features, or leaves open what they tell.</summary>
    private static bool Fits(Analysis a, Morph features)
    {
        foreach (var category in Open)
            if ((features & category) != 0 && (a.Features & category) == 0) features &= ~category;
        return a.Is(features);
    }

    private List<Analysis> Analyse(string form)
    {
        var text = new FoldedText(form, Repository.Arabic.Fold);
        var found = new List<Analysis>();
        _analyser.Analyse(text, Assert.Single(Cutter.Tokens(text)), found);
        return found;
    }

    private static string Name(Line line) => $"{line.Lemma} {MorphNames.Describe(line.PartOfSpeech)}";

    private static IEnumerable<Line> Read()
    {
        var (number, lemma, partOfSpeech) = (0, "", Morph.None);
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, Corpus)))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] != ' ')
            {
                var head = line.Split(' ');
                (lemma, partOfSpeech) = (head[0], Features(number, head[1]));
                continue;
            }
            var parts = line.Trim().Split(" | ");
            var negative = parts[0].StartsWith("! ", StringComparison.Ordinal);
            yield return new Line(number, lemma, partOfSpeech, negative, (negative ? parts[0][2..] : parts[0]).Split(' '), Features(number, parts[1]));
        }
    }

    private static Morph Features(int number, string words) =>
        MorphNames.Parse(words, out var unknown) ?? throw new InvalidDataException($"{Corpus}:{number}: '{unknown}' is no feature");
}
