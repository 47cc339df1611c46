using Isnad.Ledger;
using Isnad.Readings;

namespace Isnad.Tests.Ledger;

/// <summary>People's joins, splits and grades hold, whatever comes later.</summary>
public sealed class DecisionTests : IDisposable
{
    private static readonly List<Reading> Readings = RandomNews.Make(11, 80);

    private readonly LedgerFolder _ledger = LedgerFolder.With(Readings);

    private Decisions Decide => new(_ledger.Store, "a tester", LedgerFolder.Now);

    public void Dispose() => _ledger.Dispose();

    /// <summary>Two events of different families and days, which nothing would join.</summary>
    private (long One, long Other) Pair()
    {
        var numbers = _ledger.EventsByClaim().Values.Distinct().ToList();
        return (numbers[0], numbers[^1]);
    }

    private void IsSound()
    {
        Assert.Empty(Audit.Run(_ledger.Store));
        var before = Audit.Rows(_ledger.Store).ToList();
        _ledger.Store.Rebuild();
        Assert.Equal(before, Audit.Rows(_ledger.Store).ToList());
    }

    [Fact]
    public void Joined_events_are_one_and_the_younger_number_leads_there()
    {
        var (one, other) = Pair();
        var tellings = _ledger.Store.TellingsOf(one).Count + _ledger.Store.TellingsOf(other).Count;
        Decide.Join([one, other], "the same");
        Assert.Equal(Math.Min(one, other), _ledger.Store.Event(Math.Max(one, other))!.Number);
        Assert.Equal(tellings, _ledger.Store.TellingsOf(Math.Min(one, other)).Count);
        Assert.Contains(_ledger.Store.Event(one, reasons: true)!.Tellings, t => t.Because.Any(b => b.Contains("a tester: the same", StringComparison.Ordinal)));
        IsSound();
    }

    [Fact]
    public void Whoever_takes_a_decision_back_has_what_it_put_out_of_force_again()
    {
        var (number, claims) = Big();
        Decide.Split(number, [claims[0]], "another");
        var parted = _ledger.Partition();
        var events = _ledger.EventsByClaim();
        var join = Decide.Join([events[claims[0]], events[claims[^1]]]);
        Assert.Equal("join", Assert.Single(Decide.All).Kind);
        Decide.Withdraw(join);
        Assert.Equal("split", Assert.Single(Decide.All).Kind);
        Assert.Equal(parted, _ledger.Partition());
        IsSound();
    }

    [Fact]
    public void What_a_join_made_one_stays_one_but_for_what_is_split_off()
    {
        var (number, claims) = Big();
        var other = _ledger.EventsByClaim().First(p => p.Value != number);
        Decide.Join([number, other.Value]);
        var joined = _ledger.Partition();
        // The join was made through this claim of the event.
        var split = Assert.Single(Decide.All).Claims.Single(claims.Contains);
        var taken = Decide.Split(number, [split]);
        var events = _ledger.EventsByClaim();
        Assert.Single(claims.Where(c => c != split).Append(other.Key).Select(c => events[c]).Distinct());
        Assert.NotEqual(events[other.Key], events[split]);
        IsSound();
        Decide.Withdraw(taken);
        Assert.Equal(joined, _ledger.Partition());
        IsSound();
    }

    /// <summary>An event of three tellings or more, and a claim of each.</summary>
    private (long Number, List<string> Claims) Big() =>
        _ledger.EventsByClaim().Values.Distinct().Select(n => (n, _ledger.Store.TellingsOf(n).ConvertAll(t => t.Telling.Id))).First(e => e.Item2.Count > 2);

    [Fact]
    public void An_event_is_not_joined_with_itself()
    {
        var (one, _) = Pair();
        Assert.Throws<ArgumentException>(() => Decide.Join([one, one]));
        Assert.Empty(Decide.All);
    }

    [Fact]
    public void A_join_holds_when_more_reports_come_and_when_they_are_read_again()
    {
        var (one, other) = Pair();
        var claims = _ledger.EventsByClaim().Where(p => p.Value == one || p.Value == other).Select(p => p.Key).ToList();
        Decide.Join([one, other]);
        _ledger.Store.Take(RandomNews.Make(12, 40).Select((r, i) => r with { ReportId = $"later-{i}", Report = r.Report with { Id = $"later-{i}" }, Claims = [.. r.Claims.Select(c => c with { Key = "later" + c.Key })] }), LedgerFolder.Now);
        _ledger.Store.Settle();
        var rereading = new Rereading(_ledger.Store);
        rereading.Replace([.. rereading.Numbers().Select(n => (n, _ledger.Store.ReadingOf(n).Reading with { EngineVersion = "another" }))], dry: false);
        _ledger.Store.Settle();
        var now = _ledger.EventsByClaim();
        Assert.Single(claims.Select(c => now[c]).Distinct());
        IsSound();
    }

    [Fact]
    public void Withdrawn_it_is_as_if_it_had_never_been()
    {
        var before = _ledger.Partition();
        var (one, other) = Pair();
        var decision = Decide.Join([one, other]);
        Assert.NotEqual(before, _ledger.Partition());
        Decide.Withdraw(decision);
        Assert.Equal(before, _ledger.Partition());
        IsSound();
    }

    [Fact]
    public void Split_claims_are_never_of_one_event_again()
    {
        var many = _ledger.EventsByClaim().GroupBy(p => p.Value).First(g => g.Count() > 2).Select(p => p.Key).Order(StringComparer.Ordinal).ToList();
        var number = _ledger.EventsByClaim()[many[0]];
        Decide.Split(number, [many[0]]);
        var now = _ledger.EventsByClaim();
        Assert.All(many.Skip(1), c => Assert.NotEqual(now[many[0]], now[c]));
        IsSound();
        // The later word stands.
        Decide.Join([now[many[0]], now[many[1]]]);
        now = _ledger.EventsByClaim();
        Assert.Equal(now[many[0]], now[many[1]]);
        IsSound();
    }

    [Fact]
    public void A_grade_of_a_person_stands_beside_the_proposed_one()
    {
        var (one, _) = Pair();
        var proposed = _ledger.Store.Event(one)!.Grade;
        Decide.Grade(one, "confirmed", "seen");
        Assert.Equal(("confirmed", proposed), (_ledger.Store.Event(one)!.Judged, _ledger.Store.Event(one)!.Grade));
        IsSound();
        Assert.Throws<ArgumentException>(() => Decide.Grade(one, "corroborated"));
        Assert.Throws<KeyNotFoundException>(() => Decide.Grade(99999, "confirmed"));
    }
}
