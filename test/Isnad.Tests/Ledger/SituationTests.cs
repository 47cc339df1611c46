using Isnad.Ledger.Situations;
using Isnad.Readings;

namespace Isnad.Tests.Ledger;

/// <summary>How things stood on a day, by what was known on another.</summary>
public sealed class SituationTests
{
    private static DateOnly Day(int day) => new(2021, 6, day);

    private static Reading Report(string id, int published, params Claim[] claims) => new()
    {
        Report = new Report { Id = id, Outlet = "صحيفة " + id, Published = $"2021-06-{published:00}", Language = "ar", Text = "نص التقرير" },
        ReportId = id,
        EngineVersion = "by hand",
        Packs = "none",
        Entities =
        [
            new Entity { Id = "e1", Kind = EntityKind.Place, Name = "الحصن", Precision = PlacePrecision.Settlement, Country = "SYR" },
            new Entity { Id = "e2", Kind = EntityKind.Organisation, Name = "الجيش" },
            new Entity { Id = "e3", Kind = EntityKind.ArmedGroup, Name = "الكتائب" },
            new Entity { Id = "e4", Kind = EntityKind.Facility, Name = "نقاط مراقبة" },
        ],
        Sources = [new Source { Id = "s0", Kind = SourceKind.Outlet, Name = "صحيفة " + id }],
        Claims = [.. claims.Select((c, i) => c with { Id = $"c{i + 1}", Key = $"{id}-{i}" })],
    };

    private static ClaimTime On(int day, TimeRelation relation = TimeRelation.At) => new() { Start = $"2021-06-{day:00}", End = $"2021-06-{day:00}", Precision = TimePrecision.Day, Relation = relation };

    private static StateClaim Holds(string holder, ClaimTime? time) =>
        new() { Id = "", Key = "", Sources = ["s0"], Evidence = [new Evidence(0, 2, "نص")], Rule = "by hand", Predicate = Predicate.Controls, Subject = holder, Objects = ["e1"], Time = time };

    private static EventClaim Takes(string agent, int day) =>
        new() { Id = "", Key = "", Sources = ["s0"], Evidence = [new Evidence(0, 2, "نص")], Rule = "by hand", Type = EventType.Assault, Mode = "territory", Agents = [agent], Places = ["e1"], Time = On(day), Happening = "h1" };

    private static Standing? Control(LedgerFolder ledger, int at, int? known = null) =>
        SituationQuery.Ask(ledger.Store, Day(at), known is { } k ? Day(k) : null).Standings.SingleOrDefault(s => s.Predicate == "controls");

    [Fact]
    public void Who_holds_a_place_changes_on_the_day_it_was_taken()
    {
        using var ledger = LedgerFolder.With([Report("a", 2, Holds("e3", On(1, TimeRelation.Since))), Report("b", 12, Takes("e2", 10)), Report("c", 15, Holds("e2", null))]);
        Assert.Equal(("الكتائب", false), (Control(ledger, 9)!.HolderName, Control(ledger, 9)!.Contested));
        var after = Control(ledger, 11)!;
        Assert.Equal(("الجيش", Day(10).DayNumber, 2), (after.HolderName, after.Since, after.Witnesses));
        Assert.Equal(["b-0", "c-0"], after.Claims);
    }

    [Fact]
    public void By_what_was_known_the_day_before_the_report_nothing_had_changed()
    {
        using var ledger = LedgerFolder.With([Report("a", 2, Holds("e3", On(1, TimeRelation.Since))), Report("b", 12, Takes("e2", 10))]);
        Assert.Equal("الكتائب", Control(ledger, 11, known: 11)!.HolderName);
        Assert.Equal("الجيش", Control(ledger, 11, known: 12)!.HolderName);
        Assert.Null(Control(ledger, 11, known: 1));
    }

    [Fact]
    public void Two_sides_said_to_hold_it_at_once_contest_it()
    {
        using var ledger = LedgerFolder.With([Report("a", 10, Holds("e3", On(10))), Report("b", 11, Holds("e2", On(11)))]);
        var now = Control(ledger, 12)!;
        Assert.Equal(("الجيش", true), (now.HolderName, now.Contested));
        Assert.Contains("!a-0", now.Claims);
    }

    [Fact]
    public void Whoever_withdraws_holds_it_no_longer()
    {
        var leaves = new EventClaim { Id = "", Key = "", Sources = ["s0"], Evidence = [new Evidence(0, 2, "نص")], Rule = "by hand", Type = EventType.Retreat, Mode = "withdraw", Agents = ["e3"], From = ["e1"], Time = On(20), Happening = "h1" };
        using var ledger = LedgerFolder.With([Report("a", 2, Holds("e3", On(1, TimeRelation.Since))), Report("b", 21, leaves)]);
        Assert.NotNull(Control(ledger, 19));
        Assert.Null(Control(ledger, 20));
    }

    [Fact]
    public void Posts_stand_with_their_number_and_their_holder()
    {
        var posts = new StateClaim { Id = "", Key = "", Sources = ["s0"], Evidence = [new Evidence(0, 2, "نص")], Rule = "by hand", Predicate = Predicate.Stationed, Subject = "e4", Objects = ["e1"], Holder = "e2", Count = (12, 12, Bound.Exact) };
        using var ledger = LedgerFolder.With([Report("a", 5, posts)]);
        var post = Assert.Single(SituationQuery.Ask(ledger.Store, Day(6)).Standings);
        Assert.Equal(("stationed", "الجيش", 12.0), (post.Predicate, post.HolderName, post.Low));
        Assert.Empty(SituationQuery.Ask(ledger.Store, Day(4)).Standings);
    }

    [Fact]
    public void A_running_total_is_told_by_claimant_until_the_claimant_says_another()
    {
        FigureClaim Total(double value) => new() { Id = "", Key = "", Sources = ["s0"], Evidence = [new Evidence(0, 2, "نص")], Rule = "by hand", Measure = Measure.Displaced, Low = value, High = value, Words = "نص", Scope = FigureScope.Cumulative, Places = ["e1"] };
        var again = Report("b", 9, Total(700));
        using var ledger = LedgerFolder.With([Report("a", 5, Total(500)), again with { Report = again.Report with { Outlet = "صحيفة a" }, Sources = [new Source { Id = "s0", Kind = SourceKind.Outlet, Name = "صحيفة a" }] }, Report("c", 9, Total(900))]);
        Assert.Equal([500.0], SituationQuery.Ask(ledger.Store, Day(6)).Tallies.Select(t => t.Current!.Low!.Value));
        Assert.Equal([700.0, 900.0], SituationQuery.Ask(ledger.Store, Day(10)).Tallies.Select(t => t.Current!.Low!.Value).Order());
    }
}
