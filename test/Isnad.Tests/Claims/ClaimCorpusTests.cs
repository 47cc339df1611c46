using Isnad.Packs;
using Isnad.Tests.Laws;

namespace Isnad.Tests.Claims;

/// <summary>Short reports, each of which shows a construction, with every claim that must be read in them.</summary>
public sealed class ClaimCorpusTests(ITestOutputHelper output)
{
    private const int Percent = 100;

    /// <summary>
    /// What each corpus has reached, in percent: F1 of its events, events right in every field, figures and states likewise.
    /// A change that makes one of them worse fails; one that makes them better raises the numbers here.
    /// </summary>
    public static TheoryData<string, int, int, int> Reached => new()
    {
        { "claims-constructions.txt", 76, 17, 29 },
        { "claims-figures.txt", 75, 30, 61 },
        { "claims-speech.txt", 89, 38, 63 },
        { "claims-status.txt", 81, 53, 62 },
        { "claims-times.txt", 86, 39, 55 },
    };

    /// <summary>Corpora that somebody else wrote and that were opened when the rules stood: what was reached on that day, less a little where
    /// events without a public actor, which such single sentences cannot prove, are no longer told.</summary>
    public static TheoryData<string, int, int, int> ReachedSealed => new()
    {
        { "claims-constructions-sealed.txt", 79, 24, 32 },
        { "claims-figures-sealed.txt", 74, 17, 24 },
        { "claims-speech-sealed.txt", 74, 16, 29 },
        { "claims-times-sealed.txt", 77, 20, 42 },
    };

    /// <summary>The open corpora.</summary>
    public static TheoryData<string> Open => [.. Files()];

    [Theory]
    [MemberData(nameof(Reached))]
    [MemberData(nameof(ReachedSealed))]
    public void NoCorpusGetsWorse(string corpus, int events, int rightEvents, int rightOthers)
    {
        var score = ClaimCorpusScore.Of(Cases(corpus), Repository.CompiledPacks);
        output.WriteLine(score.ToString());
        foreach (var difference in score.Differences) output.WriteLine(difference);
        var told = score.Total["event"];
        var others = score.Total.Values.Where(k => k.Kind is "figure" or "state").ToList();
        var (f1, right, rest) = (told.F1, (double)told.Right / told.Expected, (double)others.Sum(k => k.Right) / others.Sum(k => k.Expected));
        Assert.True(f1 * Percent >= events && right * Percent >= rightEvents && rest * Percent >= rightOthers,
            $"{corpus}: F1 of events {f1:P1}, right {right:P1}, figures and states right {rest:P1}; {events}, {rightEvents} and {rightOthers} are wanted");
    }

    [Fact]
    public void EveryOpenCorpusIsMeasured() => Assert.Equal(Files().Order(StringComparer.Ordinal), Reached.Select(r => r.Data.Item1).Order(StringComparer.Ordinal));

    /// <summary>Every word expected stands in its report, and every report's reading keeps the laws.</summary>
    [Theory]
    [MemberData(nameof(Open))]
    public void BlocksAreWhatTheyShouldBe(string corpus)
    {
        var faults = new List<string>();
        var reader = new Reader(Repository.CompiledPacks);
        foreach (var c in Cases(corpus))
        {
            if (c.Construction.Length == 0) faults.Add($"{c.Sample.Place}: no construction");
            foreach (var line in c.Sample.Expected)
                foreach (var field in line.Fields.Keys.Where(f => f is not ("line" or "date" or "source")))
                    foreach (var words in line.List(field))
                        if (!Stands(words, c.Sample.Report.Text)) faults.Add($"{c.Sample.File}:{line.Line}: '{words}' is nowhere in the report");
            faults.AddRange(ReadingLaws.Faults(reader.Read(c.Sample.Report), c.Sample.Report).Select(f => $"{c.Sample.Place}: {f}"));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>A reading without claims lacks what is expected; a block that expects nothing has too much of all that is read.</summary>
    [Fact]
    public void TheComparerSeesEveryDifference()
    {
        var c = Cases("claims-status.txt").First(x => x.Sample.Expected.Count > 1);
        var reading = new Reader(Repository.CompiledPacks).Read(c.Sample.Report);
        Assert.NotEmpty(reading.Claims);
        Assert.Equal(c.Sample.Expected.Count, SampleComparer.Compare(c, reading with { Claims = [] }, Repository.Arabic).Differences.Count);
        var nothing = c with { Sample = c.Sample with { Expected = [] }, Kinds = SampleComparer.Kinds };
        Assert.Equal(reading.Claims.Count + reading.Sources.Count - 1, SampleComparer.Compare(nothing, reading, Repository.Arabic).Differences.Count);
    }

    [Fact]
    public void ClausesAreCompared()
    {
        const string Text = "\n{0}\n  clause {1} passive | subject {2}\n";
        var c = ClaimCorpus.Parse("ar/corpora/claims.txt", string.Format(System.Globalization.CultureInfo.InvariantCulture, Text, "قتل ثلاثة رعاة أمس.", "قتل", "ثلاثة رعاة"))[0];
        Assert.Equal(["event", "figure", "clause"], c.Kinds);
        var report = new Isnad.Claims.ReportReader(Repository.Arabic).Read(c.Sample.Report.Text, 0, c.Sample.Report.PublishedOn);
        var right = new ClauseComparer(report, Repository.Arabic).Compare(c.Sample);
        Assert.Empty(right.Differences);
        var active = c.Sample with { Expected = [c.Sample.Expected[0] with { Head = "قتل" }] };
        Assert.Single(new ClauseComparer(report, Repository.Arabic).Compare(active).Differences);
    }

    [Fact]
    public void FaultsOfACorpusAreListed()
    {
        var e = Assert.Throws<PackException>(() => ClaimCorpus.Parse("claims.txt", "text\n\ntext\n  event A - happened | colour red\n  wish\n"));
        Assert.Equal([1, 4, 5], e.Faults.Select(f => f.Line));
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(Repository.Packs, "ar", "corpora"), "claims-*.txt").Select(f => Path.GetFileName(f)).Where(f => !f.Contains("sealed", StringComparison.Ordinal));

    private static IReadOnlyList<ClaimCase> Cases(string corpus)
    {
        var path = Path.Combine(Repository.Packs, "ar", "corpora", corpus);
        return ClaimCorpus.Parse(Repository.Name(path), File.ReadAllText(path));
    }

    /// <summary>Whether words stand in a text; a preposition before the article takes its first letter.</summary>
    private static bool Stands(string words, string text) => Folded(text).Contains(Folded(words), StringComparison.Ordinal) || Folded(text).Contains(Folded(words)[1..], StringComparison.Ordinal);

    private static string Folded(string words) => Repository.Arabic.Fold.Fold(words);
}
