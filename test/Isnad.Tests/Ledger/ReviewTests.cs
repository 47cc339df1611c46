using System.Text.Json;
using System.Text.Json.Nodes;
using Isnad.Ledger;
using Isnad.Ledger.Queries;
using Isnad.Ledger.Review;
using Isnad.Readings;
using Isnad.Tests.Laws;
using Isnad.Tests.Samples;

namespace Isnad.Tests.Ledger;

/// <summary>Decisions about claims: what follows from them, and what stays.</summary>
public sealed class ReviewTests : IDisposable
{
    private static readonly List<Reading> Readings = [.. SampleList.All.Select(r => new Reader(Repository.CompiledPacks).Read(r))];

    private readonly LedgerFolder _ledger = LedgerFolder.With(Readings);

    private Store Store => _ledger.Store;

    public void Dispose() => _ledger.Dispose();

    private ClaimReview As(string person) => new(Store, person, LedgerFolder.Now);

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private Reading Effective(string report) => Store.CorrectedOf(Store.Database.Number("select n from reports where id = $0 and current = 1", report));

    private Claim? Now(string report, string key) => Effective(report).Claims.FirstOrDefault(c => c.Key == key);

    private static (Reading Reading, EventClaim Claim) Violence => Readings.SelectMany(r => r.Claims.OfType<EventClaim>().Where(c => c.Type == EventType.Assault && c.Status == ClaimStatus.Happened && c.Places.Count > 0).Select(c => (r, c))).First();

    private static (Reading Reading, FigureClaim Claim) Killed => Readings.SelectMany(r => r.Claims.OfType<FigureClaim>().Where(c => c.Measure == Measure.Killed && c.Low > 1).Select(c => (r, c))).First();

    private void IsSound()
    {
        Assert.Empty(Audit.Run(Store));
        var before = Audit.Rows(Store).ToList();
        Store.Rebuild();
        Assert.Equal(before, Audit.Rows(Store).ToList());
        foreach (var reading in Readings)
            if (Store.Database.Value("select n from reports where id = $0", reading.ReportId) is long n) Assert.Empty(Isnad.Tests.Laws.Json.Faults(Store.CorrectedOf(n)));
    }

    [Fact]
    public void A_rejected_claim_counts_no_more_and_comes_back_with_its_event_number()
    {
        var (reading, claim) = Violence;
        var before = Audit.Print(Store);
        var number = _ledger.EventsByClaim()[claim.Key];
        var decision = As("coder").Decide([claim.Key], "reject", "it is an opinion")[0];
        Assert.Null(Now(reading.ReportId, claim.Key));
        Assert.DoesNotContain(claim.Key, _ledger.EventsByClaim().Keys);
        // The reader's own reading stays whole.
        Assert.Contains(Store.ReadingOf(Store.Database.Number("select n from reports where id = $0", reading.ReportId)).Reading.Claims, c => c.Key == claim.Key);
        IsSound();
        new Decisions(Store, "coder", LedgerFolder.Now).Withdraw(decision);
        Assert.Equal(number, _ledger.EventsByClaim()[claim.Key]);
        Assert.Equal(before, Audit.Print(Store));
        var past = Assert.Single(DecisionHistory.OfClaim(Store, claim.Key, null));
        Assert.Equal((true, "coder", "it is an opinion"), (past.Withdrawn, past.WithdrawnBy, past.Note));
    }

    [Fact]
    public void An_edited_figure_is_the_figure_that_events_and_lists_have()
    {
        var (reading, claim) = Killed;
        As("coder").Edit(claim.Key, Json("""{"low": 41, "high": 43, "bound": "between"}"""));
        var now = Assert.IsType<FigureClaim>(Now(reading.ReportId, claim.Key));
        Assert.Equal((41.0, 43.0, Bound.Between), (now.Low, now.High, now.Bound));
        Assert.Contains(FigureList.Find(Store, new FigureQuery { Measures = ["killed"], Limit = 0 }).SelectMany(s => s.Points), p => p.Key == claim.Key && p.High == 43);
        var past = Assert.Single(DecisionHistory.OfClaim(Store, claim.Key, null));
        Assert.Equal(claim.Low, (double)JsonNode.Parse(past.Before!)!["low"]!);
        Assert.Equal(43.0, (double)JsonNode.Parse(past.After!)!["high"]!);
        Assert.Throws<ArgumentException>(() => As("coder").Edit(claim.Key, Json("""{"low": 41}""")));
        IsSound();
    }

    [Fact]
    public void Words_of_the_report_become_a_participant_and_hold_when_it_is_read_again()
    {
        var (reading, claim) = Violence;
        var text = reading.Report.Text;
        var words = text.Split([' ', '\n', '،', '.'], StringSplitOptions.RemoveEmptyEntries).First(w => w.Length > 5 && !reading.Entities.Any(e => e.Mentions.Any(m => m.Where.Text.Contains(w, StringComparison.Ordinal))));
        var at = text.IndexOf(words, StringComparison.Ordinal);
        As("coder").Edit(claim.Key, Json($$"""{"agents": [{"start": {{at}}, "end": {{at + words.Length}}, "text": "{{words}}"}], "places": []}"""));
        Check();
        var rereading = new Rereading(Store);
        // Ids of entities change when a report is read again.
        Reading Shifted(Reading r) => r with { EngineVersion = "another", Entities = [new Entity { Id = "e999", Kind = EntityKind.Organisation, Name = "nobody" }, .. r.Entities] };
        rereading.Replace([.. rereading.Numbers().Select(n => (n, Shifted(Store.ReadingOf(n).Reading)))], dry: false);
        Store.Settle();
        Check();
        IsSound();

        void Check()
        {
            var effective = Effective(reading.ReportId);
            var now = Assert.IsType<EventClaim>(effective.Claims.First(c => c.Key == claim.Key));
            Assert.Equal(words, effective.Entities.First(e => e.Id == Assert.Single(now.Agents)).Name);
            Assert.Empty(now.Places);
        }
    }

    [Fact]
    public void Another_type_takes_its_mode_and_its_code_along()
    {
        var (reading, claim) = Readings.SelectMany(r => r.Claims.OfType<EventClaim>().Where(c => c is { Type: EventType.Assault, Mode: not null, Acled: not null }).Select(c => (r, c))).First();
        As("coder").Edit(claim.Key, Json("""{"type": "PROTEST"}"""));
        var now = Assert.IsType<EventClaim>(Now(reading.ReportId, claim.Key));
        Assert.Equal((EventType.Protest, null, "Protests"), (now.Type, now.Mode, now.Acled?.EventType));
        Assert.Throws<ArgumentException>(() => As("coder").Edit(claim.Key, Json("""{"mode": "aerial"}""")));
        IsSound();
    }

    [Fact]
    public void An_added_claim_is_an_event_until_it_is_withdrawn()
    {
        var before = Audit.Print(Store);
        var report = Readings[0];
        var words = report.Report.Text[..12];
        var claim = $$"""{"kind": "event", "type": "ASSAULT", "mode": "aerial", "evidence": [{"start": 0, "end": 12, "text": "{{words}}"}], "time": {"start": "2021-03-01", "end": "2021-03-01"}, "places": [{"kind": "place", "name": "Elsewhere", "ref": "geonames:1", "lat": 35.5, "lon": 36.5, "precision": "settlement", "country": "SYR"}]}""";
        var (number, key) = As("coder").Add(report.ReportId, Json(claim));
        var happening = Store.Event(_ledger.EventsByClaim()[key])!;
        Assert.Equal(("aerial", "Elsewhere", "Air/drone strike"), (happening.Mode, happening.Place?.Name, happening.AcledSubType));
        var (_, toll) = As("coder").Add(report.ReportId, Json($$"""{"kind": "figure", "measure": "killed", "low": 9, "high": 9, "with": "{{key}}", "evidence": [{"start": 0, "end": 12, "text": "{{words}}"}]}"""));
        Assert.Equal(9, Store.Event(_ledger.EventsByClaim()[key])!.Tolls.Single(t => t.Measure == "killed").High);
        As("other").Decide([key], "accept");
        IsSound();
        foreach (var past in DecisionHistory.List(Store, null)) new Decisions(Store, "coder", LedgerFolder.Now).Withdraw(past.Number);
        Assert.Equal(before, Audit.Print(Store));
        Assert.Equal(3, DecisionHistory.List(Store, null).Count(d => d.Withdrawn));
        Assert.NotEqual(toll, key);
    }

    [Theory]
    [InlineData("""{"kind": "event", "type": "ASSAULT", "evidence": [{"start": 0, "end": 4, "text": "none"}]}""", "not 'none'")]
    [InlineData("""{"kind": "event", "type": "ASSAULT", "evidence": [{"start": 0, "end": 9000000}]}""", "outside")]
    [InlineData("""{"kind": "event", "type": "ASSAULT", "evidence": []}""", "evidence")]
    [InlineData("""{"kind": "event", "evidence": [{"start": 0, "end": 4}]}""", "type")]
    [InlineData("""{"kind": "event", "type": "EXPLODE", "evidence": [{"start": 0, "end": 4}]}""", "EXPLODE")]
    [InlineData("""{"kind": "event", "type": "PROTEST", "mode": "aerial", "evidence": [{"start": 0, "end": 4}]}""", "no mode of PROTEST")]
    [InlineData("""{"kind": "event", "type": "PROTEST", "agents": ["e99999"], "evidence": [{"start": 0, "end": 4}]}""", "e99999")]
    [InlineData("""{"kind": "event", "type": "PROTEST", "time": {"start": "2021-03-09", "end": "2021-03-01"}, "evidence": [{"start": 0, "end": 4}]}""", "before it begins")]
    [InlineData("""{"kind": "event", "type": "PROTEST", "colour": "red", "evidence": [{"start": 0, "end": 4}]}""", "colour")]
    [InlineData("""{"kind": "event", "type": "PROTEST", "contexts": ["sport"], "evidence": [{"start": 0, "end": 4}]}""", "sport")]
    [InlineData("""{"kind": "figure", "measure": "killed", "low": 7, "high": 2, "evidence": [{"start": 0, "end": 4}]}""", "between 7 and 2")]
    [InlineData("""{"kind": "figure", "measure": "killed", "evidence": [{"start": 0, "end": 4}]}""", "number")]
    [InlineData("""{"kind": "state", "predicate": "controls", "evidence": [{"start": 0, "end": 4}]}""", "object")]
    [InlineData("""{"kind": "rumour", "evidence": [{"start": 0, "end": 4}]}""", "rumour")]
    [InlineData("[]", "kind")]
    public void What_cannot_be_a_claim_is_refused_and_changes_nothing(string claim, string words)
    {
        var before = Audit.Print(Store);
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => As("coder").Add(Readings[0].ReportId, Json(claim))).Message, StringComparison.Ordinal);
        Assert.Equal(before, Audit.Print(Store));
        Assert.Empty(DecisionHistory.List(Store, null));
    }

    [Fact]
    public void A_report_taken_down_takes_the_text_of_its_decisions_along()
    {
        var (reading, claim) = Killed;
        As("coder").Edit(claim.Key, Json("""{"low": 41, "high": 43}"""), "a note with words of the report");
        As("editor").Assign([claim.Key], "second");
        Store.Forget(reading.ReportId, new DateOnly(2022, 1, 1));
        var past = Assert.Single(DecisionHistory.List(Store, null));
        Assert.Equal((null, null, null, true, 0), (past.Before, past.After, past.Note, past.Withdrawn, past.Claims.Count));
        Assert.Equal(0, Store.Database.Number("select count(*) from assignments"));
        IsSound();
    }

    [Fact]
    public void Decisions_without_their_claim_are_listed_and_kept()
    {
        var (reading, claim) = Violence;
        As("coder").Decide([claim.Key], "reject");
        var rereading = new Rereading(Store);
        rereading.Replace([.. rereading.Numbers().Select(n => (n, Store.ReadingOf(n).Reading is var r && r.ReportId == reading.ReportId ? r with { Claims = [.. r.Claims.Where(c => c.Key != claim.Key)], Relations = [] } : r))], dry: false);
        Store.Settle();
        Assert.Equal(claim.Key, Assert.Single(new Decisions(Store, null, LedgerFolder.Now).Dangling()).Claims[0]);
        IsSound();
        // Read again as it was, the decision finds its claim.
        rereading.Replace([.. rereading.Numbers().Select(n => (n, Store.ReadingOf(n).Reading.ReportId == reading.ReportId ? reading : Store.ReadingOf(n).Reading))], dry: false);
        Store.Settle();
        Assert.Empty(new Decisions(Store, null, LedgerFolder.Now).Dangling());
        Assert.Null(Now(reading.ReportId, claim.Key));
        IsSound();
    }
}
