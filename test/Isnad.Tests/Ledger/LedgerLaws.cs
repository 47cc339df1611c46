using Isnad.Ledger;
using Isnad.Ledger.Storage;
using Isnad.Readings;

namespace Isnad.Tests.Ledger;

/// <summary>What holds for every ledger, whatever came into it in which order.</summary>
public sealed class LedgerLaws
{
    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_reports_and_their_coming_again_do_not_matter(int seed)
    {
        var readings = RandomNews.Make(seed, 120);
        using var ledger = LedgerFolder.With(readings);
        Assert.True(ledger.Partition().Split('\n').Length < ledger.EventsByClaim().Count, "nothing was merged at all");
        var random = new Random(seed);
        var again = readings.Concat(readings.Take(40)).OrderBy(_ => random.Next()).ToList();
        using var other = new LedgerFolder();
        foreach (var batch in again.Chunk(random.Next(1, 60)))
        {
            other.Store.Take(batch, LedgerFolder.Now);
            if (random.Next(2) == 0) other.Store.Settle();
        }
        other.Store.Settle();
        Assert.Equal(ledger.Partition(), other.Partition());
        Assert.Empty(Audit.Run(other.Store));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_grew_report_by_report_is_what_a_rebuild_makes(int seed)
    {
        using var ledger = new LedgerFolder();
        foreach (var batch in RandomNews.Make(seed, 100).Chunk(7))
        {
            ledger.Store.Take(batch, LedgerFolder.Now);
            ledger.Store.Settle();
        }
        ledger.IsRebuilt();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_report_taken_down_leaves_nothing(int seed)
    {
        var readings = RandomNews.Make(seed, 80);
        var gone = readings.Where((_, i) => i % 4 == seed % 4).ToList();
        using var ledger = LedgerFolder.With(readings);
        foreach (var reading in gone) Assert.Equal(1, ledger.Store.Forget(reading.ReportId, new DateOnly(2022, 1, 1)));
        using var never = LedgerFolder.With(readings.Except(gone));
        Assert.Equal(never.Partition(), ledger.Partition());
        Assert.Empty(Audit.Run(ledger.Store));
        Assert.All(ledger.Store.Take(gone, LedgerFolder.Now), t => Assert.Equal(Taken.Barred, t));
        ledger.IsRebuilt();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_new_version_stands_in_place_of_the_old_one(int seed)
    {
        var readings = RandomNews.Make(seed, 60);
        // The same reports with other words for their claims, a day later.
        var revised = RandomNews.Make(seed + 1000, 60).Take(20).Select((r, i) => r with
        {
            ReportId = readings[i].ReportId,
            Report = r.Report with { Id = readings[i].ReportId, Fetched = "2021-12-01" },
        }).ToList();
        using var ledger = LedgerFolder.With(readings);
        Assert.All(ledger.Store.Take(revised, LedgerFolder.Now), t => Assert.Equal(Taken.Revised, t));
        ledger.Store.Settle();
        using var fresh = LedgerFolder.With(revised.Concat(readings.Skip(20)));
        Assert.Equal(fresh.Partition(), ledger.Partition());
        Assert.Empty(Audit.Run(ledger.Store));
        // An older version that comes late is kept, and changes nothing.
        using var late = LedgerFolder.With(revised.Concat(readings.Skip(20)));
        Assert.All(late.Store.Take(readings.Take(20), LedgerFolder.Now), t => Assert.Equal(Taken.Older, t));
        late.Store.Settle();
        Assert.Equal(fresh.Partition(), late.Partition());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_closed_ledger_is_the_same_when_opened(int seed)
    {
        using var ledger = LedgerFolder.With(RandomNews.Make(seed, 50));
        var print = Audit.Print(ledger.Store);
        ledger.Reopen();
        Assert.Equal(print, Audit.Print(ledger.Store));
        Assert.All(ledger.Store.Take(RandomNews.Make(seed, 50), LedgerFolder.Now), t => Assert.Equal(Taken.Known, t));
        Assert.Equal(print, Audit.Print(ledger.Store));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_event_has_two_tellings_that_contradict_each_other(int seed)
    {
        using var ledger = LedgerFolder.With(RandomNews.Make(seed, 150));
        foreach (var number in ledger.EventsByClaim().Values.Distinct())
        {
            var tellings = ledger.Store.TellingsOf(number);
            // No chaining: whatever is in one event agrees with every other telling of it. Neighbouring days may have less, by rule.
            foreach (var (one, _) in tellings)
                foreach (var (other, _) in tellings)
                    if (one != other && one.Home == other.Home) Assert.True(Isnad.Ledger.Merging.Affinity.Of(one, other) >= Isnad.Ledger.Merging.Affinity.Floor, $"{one.Id} and {other.Id} in E{number}");
        }
    }
}
