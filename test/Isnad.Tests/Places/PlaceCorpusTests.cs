using Isnad.Packs;
using Isnad.Tests.Laws;

namespace Isnad.Tests.Places;

/// <summary>The open corpus of places, read with the embedded gazetteer.</summary>
public sealed class PlaceCorpusTests(ITestOutputHelper output)
{
    private const string Open = "places.txt";

    /// <summary>
    /// Lines right of those expected: the open corpus, and one that somebody else wrote and that was opened when the rules stood, with what was reached on that
    /// day. A change that makes one of them wrong fails; one that makes more right raises the number here.
    /// </summary>
    [Theory]
    [InlineData(Open, 521)]
    [InlineData("places-sealed.txt", 334)]
    public void PlacesAreFoundAsReached(string corpus, int reached)
    {
        var score = PlaceCorpusScore.Of(Cases(corpus), Repository.WithGazetteer);
        output.WriteLine(score.ToString());
        foreach (var difference in score.Differences) output.WriteLine(difference);
        Assert.True(score.Right >= reached, $"{score}; {reached} were right\n{string.Join('\n', score.Differences)}");
    }

    [Fact]
    public void TheCorpusIsLargeEnough() => Assert.True(Cases(Open).Sum(c => c.Expected.Count) >= 530);

    [Fact]
    public void ReadingsWithTheGazetteerKeepTheLaws()
    {
        var reader = new Reader(Repository.WithGazetteer);
        foreach (var c in Cases(Open).Where((_, i) => i % 5 == 0))
            Assert.Empty(ReadingLaws.Faults(reader.Read(c.Report), c.Report));
    }

    [Theory]
    [InlineData("hello\n  word | SYR", "1")]
    [InlineData("hello\n  absent | SYR | settlement", "does not stand in the text")]
    [InlineData("hello", "a block is lines of text")]
    public void AFaultyCorpusIsRefused(string text, string message)
    {
        var thrown = Assert.Throws<PackException>(() => PlaceCorpus.Parse("ar/corpora/places.txt", text));
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<PlaceCase> Cases(string corpus)
    {
        var path = Path.Combine(Repository.Packs, "ar", "corpora", corpus);
        return PlaceCorpus.Parse(path, File.ReadAllText(path));
    }
}
