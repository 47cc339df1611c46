using Isnad.Packs;
using Isnad.Tests.Fuzz;

namespace Isnad.Tests.Values;

/// <summary>Phrases and the numbers and times in them: every block of the corpora is a test, named by file and line.</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData("numbers.txt", 600)]
    [InlineData("times.txt", 600)]
    public void ReadsEveryPhrase(string corpus, int atLeast)
    {
        var cases = Seeds.Cases(corpus);
        Assert.True(cases.Count >= atLeast, $"{corpus} has {cases.Count} phrases, {atLeast} are wanted");
        var wrong = new List<string>();
        foreach (var c in cases)
        {
            var got = ValueCorpus.Read(Repository.Arabic, c, corpus == "times.txt");
            if (!got.SequenceEqual(c.Expected)) wrong.Add($"{c.File}:{c.Line}: {c.Text}\n    expected {string.Join(" ; ", c.Expected)}\n    got      {string.Join(" ; ", got)}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Count} phrases are read otherwise than expected\n{string.Join('\n', wrong)}");
    }

    /// <summary>Phrases that somebody else wrote and that were opened when the grammars stood: never fewer right than on that day.</summary>
    [Theory]
    [InlineData("numbers-sealed.txt", 494, 509)]
    [InlineData("times-sealed.txt", 611, 621)]
    public void ReadsTheSealedPhrases(string corpus, int right, int of)
    {
        var cases = Seeds.Cases(corpus);
        Assert.Equal(of, cases.Count);
        var wrong = cases.Where(c => !ValueCorpus.Read(Repository.Arabic, c, corpus == "times-sealed.txt").SequenceEqual(c.Expected)).Select(c => $"{c.File}:{c.Line}: {c.Text}").ToList();
        Assert.True(of - wrong.Count >= right, $"{of - wrong.Count} of {of} are right, {right} were on first opening\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("numbers.txt")]
    [InlineData("times.txt")]
    public void ExpectedWordsAreInThePhrase(string corpus) => Assert.All(Seeds.Cases(corpus), c =>
        Assert.All(c.Expected, e => Assert.True(e.Contains(" | ", StringComparison.Ordinal) && c.Text.Contains(e[(e.IndexOf(" | ", StringComparison.Ordinal) + 3)..], StringComparison.Ordinal), $"{c.File}:{c.Line}: {e}")));

    [Fact]
    public void EveryExampleOfARuleRuns()
    {
        var faults = PackLint.RunExamples(Repository.Arabic).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(Repository.Arabic.Grammar.Examples.Count >= 40);
    }
}
