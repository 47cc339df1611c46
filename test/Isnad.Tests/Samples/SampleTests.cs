using Isnad.Packs;
using Isnad.Tests.Laws;

namespace Isnad.Tests.Samples;

/// <summary>The samples: what a reader must read out of a whole report.</summary>
public sealed class SampleTests(ITestOutputHelper output)
{
    public static TheoryData<string> Samples => [.. SampleList.Reports.Select(s => s.Id)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void TheReadingObeysTheLaws(string id)
    {
        var sample = SampleList.Reports.Single(s => s.Id == id);
        var reading = new Reader(Repository.CompiledPacks).Read(sample.Report, new ReadOptions { Values = true });
        Assert.Empty(ReadingLaws.Faults(reading, sample.Report));
        var score = SampleComparer.Compare(sample, reading, Repository.Arabic);
        output.WriteLine(score.ToString());
        foreach (var difference in score.Differences) output.WriteLine(difference);
    }

    /// <summary>
    /// What each sample's reading has reached, claims and sources together: right in every field, found, and too many.
    /// A change that makes one of them worse fails; one that makes them better raises the numbers here.
    /// </summary>
    [Theory]
    [MemberData(nameof(Reached))]
    public void NoSampleGetsWorse(string id, int right, int found, int extra)
    {
        var sample = SampleList.Reports.Single(s => s.Id == id);
        var score = SampleComparer.Compare(sample, new Reader(Repository.CompiledPacks).Read(sample.Report), Repository.Arabic);
        var (r, f, e) = (score.Kinds.Sum(k => k.Right), score.Kinds.Sum(k => k.Found), score.Kinds.Sum(k => k.Extra));
        Assert.True(r >= right && f >= found && e <= extra, $"{id}: {r} right, {f} found, {e} extra; it had {right}, {found}, {extra}\n{string.Join('\n', score.Differences)}");
    }

    public static TheoryData<string, int, int, int> Reached => new()
    {
        { "sample-01", 15, 24, 4 },
        { "sample-02", 12, 34, 4 },
        { "sample-03", 12, 28, 4 },
        { "sample-04", 17, 28, 7 },
        { "sample-05", 16, 27, 2 },
        { "sample-06", 4, 14, 8 },
        { "sample-07", 2, 14, 13 },
        { "sample-08", 9, 22, 5 },
        { "sample-09", 10, 23, 5 },
        { "sample-10", 15, 31, 8 },
    };

    [Fact]
    public void SamplesAreWhatTheyShouldBe()
    {
        Assert.True(SampleList.Reports.Count >= 10);
        Assert.All(SampleList.Reports, s => Assert.True(s.Report.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length >= 120, $"{s.File} is shorter than 120 words"));
        Assert.All(SampleList.Reports, s => Assert.NotEmpty(s.Expected));
        Assert.Equal(SampleList.Reports.Count, SampleList.Reports.Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public void ExpectedWordsStandInTheirLines()
    {
        var faults = new List<string>();
        foreach (var sample in SampleList.Reports)
        {
            string[] lines = [sample.Report.Title ?? "", .. sample.Report.Text.Split('\n')];
            foreach (var expected in sample.Expected.Where(e => e.Kind != "source"))
            {
                var at = int.Parse(expected["line"], System.Globalization.CultureInfo.InvariantCulture);
                foreach (var field in (string[])["trigger", "words", "content"])
                    if (at >= lines.Length || !lines[at].Contains(expected[field], StringComparison.Ordinal)) faults.Add($"{sample.File}:{expected.Line}: '{expected[field]}' is not in line {at}");
                foreach (var name in (string[])["agents", "targets", "places", "unit", "subject", "object", "holder", "from"])
                    foreach (var words in expected.List(name))
                        if (!lines.Any(l => Folded(l).Contains(Folded(words), StringComparison.Ordinal))) faults.Add($"{sample.File}:{expected.Line}: '{words}' is nowhere in the report");
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public void TheComparerSeesEveryDifference()
    {
        var sample = SampleList.Reports[0];
        var reading = new Reader(Repository.CompiledPacks).Read(sample.Report);
        // A reading without claims lacks all of them; a sample without expectations has none of those read.
        var nothing = SampleComparer.Compare(sample, reading with { Claims = [], Sources = [reading.Sources[0]] }, Repository.Arabic);
        Assert.Equal(sample.Expected.Count, nothing.Differences.Count);
        var unexpected = SampleComparer.Compare(sample with { Expected = [] }, reading, Repository.Arabic);
        Assert.Equal(reading.Claims.Count + reading.Sources.Count - 1, unexpected.Differences.Count);
    }

    private static string Folded(string words) => Repository.Arabic.Fold.Fold(words);
}
