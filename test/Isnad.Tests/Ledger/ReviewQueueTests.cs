using System.Text.Json;
using Isnad.Ledger;
using Isnad.Ledger.Exports;
using Isnad.Ledger.Review;
using Isnad.Readings;
using Isnad.Tests.Samples;

namespace Isnad.Tests.Ledger;

/// <summary>What people are to look at, who codes it, what coders may know of each other, and how far they agree.</summary>
public sealed class ReviewQueueTests : IDisposable
{
    private static readonly List<Reading> Readings = [.. SampleList.All.Select(r => new Reader(Repository.CompiledPacks).Read(r))];

    private readonly LedgerFolder _ledger = LedgerFolder.With(Readings);

    private Store Store => _ledger.Store;

    public void Dispose() => _ledger.Dispose();

    private ClaimReview As(string person) => new(Store, person, LedgerFolder.Now);

    private IReadOnlyList<ReviewRow> Queue(string queue = "unreviewed", string? person = null, int limit = 0) => ReviewQueue.Find(Store, new ReviewQuery { Queue = queue, Person = person, Limit = limit });

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    [Fact]
    public void The_queue_begins_with_what_is_most_in_doubt_and_matters_most()
    {
        var rows = Queue();
        Assert.Equal(Readings.Sum(r => r.Claims.Count(c => c is not StatementClaim)), rows.Count);
        Assert.Equal(rows.Select(r => r.Score).OrderDescending(), rows.Select(r => r.Score));
        Assert.All(rows, r => Assert.Equal(r.Doubt, Math.Clamp(r.Why.Where(w => !IsWeight(w)).Sum(w => w.Points), 1, 100)));
        Assert.All(rows, r => Assert.Equal(r.Weight, Math.Clamp(r.Why.Where(IsWeight).Sum(w => w.Points), 1, 20)));
        var (first, second) = (Queue(limit: 5), ReviewQueue.Find(Store, new ReviewQuery { Limit = 5, Offset = 5 }));
        Assert.Equal(rows.Take(10).Select(r => r.Key), first.Concat(second).Select(r => r.Key));
        Assert.All(rows.Where(r => r.Claim.Sources.All(s => Readings.First(x => x.ReportId == r.Report).Sources.First(y => y.Id == s).Kind == SourceKind.Anonymous)), r => Assert.Contains(r.Why, w => w.Code == "anonymous"));
    }

    private static bool IsWeight(Doubt doubt) => doubt.Code is "violence" or "coercion" or "control" or "casualties" or "number" or "other" or "killed" or "headline";

    [Fact]
    public void A_claim_goes_from_queue_to_queue_and_back()
    {
        var key = Queue(limit: 1)[0].Key;
        As("one").Decide([key], "unsure");
        Assert.DoesNotContain(Queue(), r => r.Key == key);
        Assert.Equal(key, Assert.Single(Queue("unsure")).Key);
        As("one").Decide([key], "reject");
        Assert.Empty(Queue("unsure"));
        Assert.Equal((key, "rejected"), (Queue("done")[0].Key, Queue("done")[0].State));
        As("one").Decide([key], "reopen");
        Assert.Contains(Queue(), r => r.Key == key);
        Assert.Empty(Queue("done"));
        As("lead").Assign([key], "two");
        // Whoever decided before is a coder, too; after the reopening both are to decide.
        Assert.Equal(key, Assert.Single(Queue("mine", "two")).Key);
        As("two").Decide([key], "accept");
        Assert.Empty(Queue("mine", "two"));
        Assert.Throws<KeyNotFoundException>(() => As("one").Decide(["no such claim"], "accept"));
        Assert.Throws<ArgumentException>(() => As("one").Decide([key], "like"));
    }

    [Fact]
    public void The_second_coder_does_not_learn_what_the_first_decided()
    {
        var figure = Queue().First(r => r.Claim is FigureClaim { Low: > 1 });
        var number = As("one").Edit(figure.Key, Json("""{"low": 500, "high": 501}"""), "misread");
        Assert.Equal(500, Low(null));
        As("lead").Assign([figure.Key], "two");
        // Nothing stands before both have decided, so nothing that is derived tells.
        Assert.Equal(((FigureClaim)figure.Claim).Low, Low(null));
        Assert.Empty(DecisionHistory.OfClaim(Store, figure.Key, "two"));
        Assert.Empty(DecisionHistory.List(Store, "two"));
        Assert.Null(DecisionHistory.Find(Store, number, "two"));
        Assert.Equal(0, DecisionHistory.Count(Store, "two"));
        Assert.Empty(DecisionHistory.OfReport(Store, figure.Report, "two"));
        Assert.Equal(("open", ((FigureClaim)figure.Claim).Low), (ReviewQueue.Claim(Store, figure.Key, "two")!.State, ((FigureClaim)ReviewQueue.Claim(Store, figure.Key, "two")!.Claim).Low));
        Assert.Equal(figure.Key, Assert.Single(Queue("mine", "two")).Key);
        Assert.Empty(Queue("mine", "one"));
        Assert.Single(DecisionHistory.List(Store, "lead"));
        // Nobody else decides on it meanwhile, and nobody settles it yet.
        Assert.Throws<ArgumentException>(() => As("three").Decide([figure.Key], "accept"));
        Assert.Throws<ArgumentException>(() => As("lead").Decide([figure.Key], "accept", adjudicates: true));
        As("two").Decide([figure.Key], "accept");
        Assert.Equal(2, DecisionHistory.OfClaim(Store, figure.Key, "two").Count);
        Assert.Equal(figure.Key, Assert.Single(Queue("disagreements")).Key);
        Assert.Equal(((FigureClaim)figure.Claim).Low, Low(null));
        // An editor takes one version.
        As("lead").Decide([figure.Key], "accept", adjudicates: true, adopts: "one");
        Assert.Equal(500, Low(null));
        Assert.Empty(Queue("disagreements"));
        Assert.Equal("edited", ReviewQueue.Claim(Store, figure.Key, null)!.State);

        double? Low(string? viewer) => ((FigureClaim)Store.CorrectedOf(Store.Database.Number("select n from reports where id = $0", figure.Report), viewer).Claims.First(c => c.Key == figure.Key)).Low;
    }

    [Fact]
    public void Coders_who_agree_need_nobody_to_settle_it()
    {
        var keys = Queue(limit: 6).Select(r => r.Key).ToList();
        As("lead").Assign(keys, "one");
        As("lead").Assign(keys, "two");
        As("one").Decide(keys, "accept");
        As("two").Decide(keys.Take(4).ToList(), "accept");
        As("two").Decide([keys[4]], "reject");
        Assert.All(keys.Take(4), k => Assert.Equal("accepted", ReviewQueue.Claim(Store, k, null)!.State));
        Assert.Equal("disagreed", ReviewQueue.Claim(Store, keys[4], null)!.State);
        Assert.Equal("waiting", ReviewQueue.Claim(Store, keys[5], null)!.State);
        var verdict = Agreement.Of(Store)[0];
        Assert.Equal(("verdict", 5, 4, 80.0), (verdict.Field, verdict.Claims, verdict.Agreed, verdict.Percent));
        Assert.Equal(0, verdict.Kappa!.Value, 6);
        Assert.Empty(Agreement.Of(Store, "three"));
        // Who changes their mind after seeing the other does not change the agreement.
        As("two").Decide([keys[4]], "accept");
        Assert.Equal("accepted", ReviewQueue.Claim(Store, keys[4], null)!.State);
        Assert.Equal(4, Agreement.Of(Store)[0].Agreed);
        As("lead").Unassign([keys[5]], "two");
        Assert.Equal("accepted", ReviewQueue.Claim(Store, keys[5], null)!.State);
        Assert.Empty(Audit.Run(Store));
    }

    [Fact]
    public void Agreement_is_measured_field_by_field()
    {
        var row = Queue().First(r => r.Claim is EventClaim { Status: ClaimStatus.Happened, Targets.Count: > 0 });
        As("one").Edit(row.Key, Json("""{"status": "possible"}"""));
        As("lead").Assign([row.Key], "two");
        As("two").Edit(row.Key, Json("""{"targets": []}"""));
        var fields = Agreement.Of(Store).ToDictionary(f => f.Field);
        Assert.Equal((1, 0, 0, 1), (fields["verdict"].Agreed, fields["status"].Agreed, fields["targets"].Agreed, fields["agents"].Agreed));
    }

    [Theory]
    // Cohen's own kind of table: 20 both yes, 15 both no, 5 and 10 apart: 0.4.
    [InlineData(20, 5, 10, 15, 0.4)]
    [InlineData(10, 0, 0, 10, 1)]
    [InlineData(5, 5, 5, 5, 0)]
    public void Kappa_is_Cohens(int yes, int yesNo, int noYes, int no, double kappa)
    {
        var pairs = Enumerable.Repeat(("y", "y"), yes).Concat(Enumerable.Repeat(("y", "n"), yesNo)).Concat(Enumerable.Repeat(("n", "y"), noYes)).Concat(Enumerable.Repeat(("n", "n"), no)).ToList();
        Assert.Equal(kappa, Agreement.Measure("verdict", pairs).Kappa!.Value, 6);
    }

    [Fact]
    public void Reviewed_reports_are_annotations_in_words_of_the_report()
    {
        var export = new StringWriter();
        Assert.Equal(0, Export.Write(Store, Export.Annotations, new ExportOptions(), export, LedgerFolder.Now).Written);
        var done = Queue().Where(r => r.Report == Readings[0].ReportId).ToList();
        As("one").Decide(done.Skip(1).Select(r => r.Key).ToList(), "accept");
        Assert.Equal((0, 1), (Export.Write(Store, Export.Annotations, new ExportOptions(), export, LedgerFolder.Now) is var r ? (r.Written, r.LeftOut) : default));
        As("one").Decide([done[0].Key], "reject");
        export = new StringWriter { NewLine = "\n" };
        Assert.Equal(1, Export.Write(Store, Export.Annotations, new ExportOptions(), export, LedgerFolder.Now).Written);
        var annotation = Json(export.ToString());
        Assert.Equal(Readings[0].ReportId, annotation.GetProperty("id").GetString());
        var effective = Store.CorrectedOf(1);
        Assert.Equal(effective.Claims.Count(c => c is EventClaim { Type: not null } && (c.Polarity == Polarity.Affirmed || c.Status == ClaimStatus.Denied)), annotation.GetProperty("events").GetArrayLength());
        var words = $"{Readings[0].Report.Title}\n{Readings[0].Report.Text}";
        foreach (var happening in annotation.GetProperty("events").EnumerateArray())
        {
            Assert.Equal("line trigger type status agents targets places date speaker via", string.Join(' ', happening.EnumerateObject().Select(p => p.Name)));
            Assert.Contains(happening.GetProperty("trigger").GetString()!, words, StringComparison.Ordinal);
        }
        Assert.Throws<ArgumentException>(() => Export.Write(Store, Export.Annotations, new ExportOptions { Public = true }, export, LedgerFolder.Now));
        foreach (var figure in annotation.GetProperty("figures").EnumerateArray())
            Assert.Equal("line words measure low high bound unit places speaker", string.Join(' ', figure.EnumerateObject().Select(p => p.Name)));
    }
}
