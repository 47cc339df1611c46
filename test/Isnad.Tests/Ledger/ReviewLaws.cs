using System.Text.Json;
using Isnad.Ledger;
using Isnad.Ledger.Review;
using Isnad.Ledger.Storage;
using Isnad.Readings;

namespace Isnad.Tests.Ledger;

/// <summary>What holds for every ledger with decisions about claims, whatever came into it in which order.</summary>
public sealed class ReviewLaws
{
    public static TheoryData<int> Seeds => [1, 2, 3];

    /// <summary>Random decisions about random claims, each in one line that any ledger with these reports can be told.</summary>
    private static List<(string Kind, string Claim, string? After)> Decided(List<Reading> readings, int seed)
    {
        var random = new Random(seed);
        var list = new List<(string, string, string?)>();
        foreach (var claim in readings.SelectMany(r => r.Claims).Where(_ => random.Next(4) == 0))
            list.Add(random.Next(4) switch
            {
                0 => ("reject", claim.Key, null),
                1 => ("accept", claim.Key, null),
                2 when claim is EventClaim => ("edit", claim.Key, """{"time": {"start": "2021-03-07", "end": "2021-03-07"}}"""),
                2 when claim is FigureClaim => ("edit", claim.Key, """{"low": 777, "high": 777, "bound": "exact"}"""),
                _ => ("unsure", claim.Key, null),
            });
        return list;
    }

    private static void Decide(Store store, (string Kind, string Claim, string? After) decision)
    {
        var review = new ClaimReview(store, "a tester", LedgerFolder.Now);
        if (decision.After is { } after) review.Edit(decision.Claim, JsonDocument.Parse(after).RootElement);
        else review.Decide([decision.Claim], decision.Kind);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_reports_and_decisions_does_not_matter(int seed)
    {
        var readings = RandomNews.Make(seed, 60);
        var decisions = Decided(readings, seed);
        using var ledger = LedgerFolder.With(readings);
        var untouched = ledger.Partition();
        foreach (var decision in decisions) Decide(ledger.Store, decision);
        Assert.NotEqual(untouched, ledger.Partition());
        ledger.IsRebuilt();
        var random = new Random(seed + 50);
        using var other = new LedgerFolder();
        var waiting = decisions.OrderBy(_ => random.Next()).ToList();
        foreach (var batch in readings.OrderBy(_ => random.Next()).Chunk(9))
        {
            other.Store.Take(batch, LedgerFolder.Now);
            if (random.Next(2) == 0) other.Store.Settle();
            var keys = batch.SelectMany(r => r.Claims).Select(c => c.Key).ToHashSet();
            foreach (var decision in waiting.Where(d => keys.Contains(d.Claim)).ToList()) Decide(other.Store, decision);
        }
        other.Store.Settle();
        Assert.Equal(ledger.Partition(), other.Partition());
        Assert.Equal(Facts(ledger), Facts(other));
        other.IsRebuilt();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void All_taken_back_it_is_as_if_nobody_had_decided(int seed)
    {
        var readings = RandomNews.Make(seed, 60);
        using var ledger = LedgerFolder.With(readings);
        var (before, facts) = (ledger.Partition(), Facts(ledger));
        foreach (var decision in Decided(readings, seed)) Decide(ledger.Store, decision);
        var random = new Random(seed);
        foreach (var past in DecisionHistory.List(ledger.Store, null, limit: 10_000).OrderBy(_ => random.Next())) new Decisions(ledger.Store, "a tester", LedgerFolder.Now).Withdraw(past.Number);
        Assert.Equal(before, ledger.Partition());
        Assert.Equal(facts, Facts(ledger));
        ledger.IsRebuilt();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Decisions_outlive_a_new_version_and_a_new_reading(int seed)
    {
        var readings = RandomNews.Make(seed, 50);
        using var ledger = LedgerFolder.With(readings);
        foreach (var decision in Decided(readings, seed)) Decide(ledger.Store, decision);
        var facts = Facts(ledger);
        // The same words fetched again a day later are a new version with the same claims.
        var again = readings.Take(25).Select(r => r with { Report = r.Report with { Fetched = "2021-12-01", Url = "https://example.org/" + r.ReportId } }).ToList();
        Assert.All(ledger.Store.Take(again, LedgerFolder.Now), t => Assert.Equal(Taken.Revised, t));
        var rereading = new Rereading(ledger.Store);
        rereading.Replace([.. rereading.Numbers().Select(n => (n, ledger.Store.ReadingOf(n).Reading with { EngineVersion = "another" }))], dry: false);
        ledger.Store.Settle();
        Assert.Equal(facts, Facts(ledger));
        ledger.IsRebuilt();
    }

    /// <summary>Figures and the review's states by claim, whatever the rows of reports.</summary>
    private static string Facts(LedgerFolder ledger) => string.Join('\n',
        ledger.Store.Database.Rows("select p.id, f.claim, f.measure, f.low, f.high, f.first from figures f join reports p on p.n = f.report", r => $"{r.GetString(0)} {r.GetInt32(1)} {r.GetString(2)} {r.GetValue(3)} {r.GetValue(4)} {r.GetValue(5)}")
            .Concat(ledger.Store.Database.Rows("select claim, doubt, weight from queue", r => $"{r.GetString(0)} {r.GetInt32(1)} {r.GetInt32(2)}")).Order(StringComparer.Ordinal));

    [Fact]
    public void A_ledger_of_before_the_review_is_brought_forward()
    {
        using var ledger = LedgerFolder.With(RandomNews.Make(5, 40));
        var rows = Audit.Rows(ledger.Store).ToList();
        ledger.Store.Database.Run("""
            drop table queue; drop table verdicts; drop table assignments; drop index decisions_by_report; drop index decisions_by_person; drop index decided_by_decision;
            alter table decisions drop column report; alter table decisions drop column before; alter table decisions drop column after;
            alter table decisions drop column adjudicates; alter table decisions drop column withdrawn_by; alter table decisions drop column withdrawn_at;
            alter table decisions drop column displaced_by; alter table decisions drop column follows;
            alter table events add column print blob not null default x'00';
            pragma user_version = 1
            """);
        ledger.Reopen();
        Assert.Equal(rows, Audit.Rows(ledger.Store).ToList());
        Assert.NotEmpty(ReviewQueue.Find(ledger.Store, new ReviewQuery()));
    }
}
