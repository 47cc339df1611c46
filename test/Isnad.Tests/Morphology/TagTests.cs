using Isnad.Packs;

namespace Isnad.Tests.Morphology;

/// <summary>Words that may be several things, by the analysis that stands first: <c>corpora/tags.txt</c>.</summary>
public sealed class TagTests
{
    private const string Corpus = "packs/ar/corpora/tags.txt";

    /// <summary>The words right so far. A change that makes it worse fails; raise the number when it gets better.</summary>
    private const int Right = 452;

    [Fact]
    public void TheFirstAnalysisIsMeant()
    {
        var cases = TagCorpus.Parse(Corpus, File.ReadAllText(Path.Combine(Repository.Root, Corpus)));
        Assert.True(cases.Count >= 480);
        var wrong = TagCorpus.Wrong(Repository.Arabic, cases);
        Assert.True(cases.Count - wrong.Count >= Right,
            $"{cases.Count - wrong.Count} of {cases.Count} words are read as meant, {Right} were:\n{string.Join('\n', wrong.Select(w => $"{Corpus}:{w.Case.Line}: {w.Case.Word} is {w.Case.Expected}, read {w.Read}"))}");
    }
}
