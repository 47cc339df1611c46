using System.Text;
using Isnad.Readings;
using Isnad.Tests.Fuzz;
using Isnad.Tests.Samples;

namespace Isnad.Tests.Laws;

/// <summary>What holds for the reading of every report.</summary>
public sealed class LawTests
{
    private static readonly ReadOptions WithValues = new() { Values = true };

    private readonly Reader _reader = new(Repository.CompiledPacks);

    private static IEnumerable<Report> Phrases() => Seeds.Phrases.Select(p => new Report { Text = p, Language = "ar", Published = "2021-03-10", Outlet = "x" });

    [Fact]
    public void ReadingsOfPhrasesKeepTheLaws()
    {
        var faults = new List<string>();
        foreach (var report in Phrases())
            faults.AddRange(ReadingLaws.Faults(_reader.Read(report, WithValues), report).Select(f => $"{report.Text}: {f}"));
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults.Take(40))}");
    }

    [Fact]
    public void ReadingsOfSamplesAreValid() => Assert.All(SampleList.All, report => Assert.Empty(Json.Faults(_reader.Read(report, WithValues))));

    [Fact]
    public void ReadingsOfPhrasesAreValid()
    {
        var some = Phrases().Where((_, i) => i % 12 == 0);
        Assert.All(some, report => Assert.Empty(Json.Faults(_reader.Read(report, WithValues))));
    }

    [Fact]
    public void TheSchemaRefusesWhatIsNoReading()
    {
        var reading = _reader.Read(SampleList.Reports[0].Report);
        Assert.Empty(Json.Faults(reading));
        Assert.NotEmpty(Json.Faults(reading with { Claims = [.. reading.Claims.Select(c => c with { Id = "x" })] }));
        Assert.NotEmpty(Json.Faults(reading with { Claims = [.. reading.Claims.Select(c => c with { Evidence = [] })] }));
        Assert.NotEmpty(Json.Faults(reading with { Claims = [.. reading.Claims.Select(c => c with { Sources = [] })] }));
    }

    [Fact]
    public void TheSameReportGivesTheSameBytes()
    {
        var reports = SampleList.All.Concat(new Mutator(5).Texts(200).Select(t => new Report { Text = t, Language = "ar", Published = "2021-03-10" })).ToArray();
        var once = Array.ConvertAll(reports, r => Json.Bytes(_reader.Read(r, WithValues)));
        // Again, in another order, by the reader that has read all of them: nothing of one report stays for the next.
        for (var i = reports.Length - 1; i >= 0; i--) Assert.Equal(once[i], Json.Bytes(_reader.Read(reports[i], WithValues)));
        // By two threads, each with a reader of its own.
        var both = new byte[reports.Length][];
        var threads = Enumerable.Range(0, 2).Select(n => new Thread(() =>
        {
            var reader = new Reader(Repository.CompiledPacks);
            for (var i = n; i < reports.Length; i += 2) both[i] = Json.Bytes(reader.Read(reports[i], WithValues));
        }, 16 << 20)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        for (var i = 0; i < reports.Length; i++) Assert.Equal(once[i], both[i]);
    }

    [Fact]
    public void AFreshCompilationGivesTheSameBytes()
    {
        var packs = Isnad.Packs.CompiledPacks.Compile(Repository.Packs, []);
        Assert.Equal(Repository.CompiledPacks.Hash, packs.Hash);
        var other = new Reader(packs);
        Assert.All(SampleList.All, r => Assert.Equal(Json.Text(_reader.Read(r, WithValues)), Json.Text(other.Read(r, WithValues))));
    }

    [Fact]
    public void AnUnrelatedParagraphChangesNothingBeforeIt()
    {
        // No name, number, time or speaker that the samples have.
        const string paragraph = "\nوتشتهر الفراشات بألوانها الزاهية، وتتغذى على رحيق الأزهار في الحدائق.";
        var faults = new List<string>();
        foreach (var report in SampleList.All)
        {
            var before = _reader.Read(report);
            var after = _reader.Read(report with { Id = report.Id, Text = report.Text + paragraph });
            var kept = after.Claims.Where(c => c.Evidence[0].InTitle || c.Evidence[0].Start < report.Text.Length).ToList();
            var (a, b) = (before.Claims.Select(c => Describe(before, c)).ToList(), kept.Select(c => Describe(after, c)).ToList());
            faults.AddRange(a.Except(b).Select(c => $"{report.Id}: no longer {c}"));
            faults.AddRange(b.Except(a).Select(c => $"{report.Id}: now {c}"));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void LoneSurrogatesAreReplacedOneForOne()
    {
        const string text = "قتل\ud800 12 جنديا\udc00 في حلب 💥.";
        var reading = _reader.Read(new Report { Text = text, Title = "\udfff عنوان", Language = "ar" }, WithValues);
        Assert.Equal(text.Length, reading.Report.Text.Length);
        Assert.Equal("قتل\ufffd 12 جنديا\ufffd في حلب 💥.", reading.Report.Text);
        Assert.Equal("\ufffd عنوان", reading.Report.Title);
        Assert.Contains(reading.Diagnostics, d => d.Code == "ISN1001");
        Assert.Empty(ReadingLaws.Faults(reading, new Report { Text = text, Title = "\udfff عنوان" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n\n\n")]
    [InlineData("َُِّ")]
    [InlineData("1234567890 ١٢٣ 1/2 2021-03-10")]
    [InlineData("\u202e\u202a\u2066")]
    [InlineData("12")]
    public void TextsWithoutWordsAreRead(string text)
    {
        var report = new Report { Text = text, Language = "ar" };
        var reading = _reader.Read(report, WithValues);
        Assert.Empty(ReadingLaws.Faults(reading, report));
        Assert.Empty(Json.Faults(reading));
        Assert.Empty(reading.Claims);
    }

    /// <summary>A claim with what its ids stand for, but without the ids.</summary>
    private static string Describe(Reading reading, Claim claim)
    {
        string Name(string? id) => reading.Entities.FirstOrDefault(e => e.Id == id)?.Name ?? "-";
        string Names(IEnumerable<string> ids) => string.Join(",", ids.Select(Name));
        var built = new StringBuilder();
        built.Append(claim.Evidence[0].Order).Append(' ').Append(claim.Evidence[0].Text).Append(' ').Append(claim.Key).Append(' ').Append(claim.Stance).Append(' ').Append(claim.Status).Append(' ')
            .Append(claim.Polarity).Append(' ').Append(claim.Assertion).Append(" time ").Append(claim.Time?.Start).Append("..").Append(claim.Time?.End).Append(" places ").Append(Names(claim.Places)).Append(" sources ")
            .AppendJoin(',', claim.Sources.Select(s => reading.Sources.First(o => o.Id == s)).Select(s => s.Id == "s0" ? "s0" : s.Name ?? Name(s.Entity))).Append(" evidence ").AppendJoin(',', claim.Evidence.Select(e => e.Text)).Append(' ');
        return claim switch
        {
            EventClaim e => $"{built}{e.Type} {e.Mode} A {Names(e.Agents)} T {Names(e.Targets)} I {Names(e.Instruments)} F {Names(e.From)} W {Names(e.Toward)}",
            FigureClaim f => $"{built}{f.Measure} {f.Low}..{f.High} {f.Bound} {f.Words} U {Name(f.Unit)} {f.Scope} {f.Per}",
            StateClaim s => $"{built}{s.Predicate} {Name(s.Subject)} O {Names(s.Objects)} {s.Office} H {Name(s.Holder)}",
            StatementClaim s => $"{built}{s.Content.Text} {s.Quoted}",
            _ => built.ToString(),
        };
    }
}
