using System.Net;
using System.Text.Json;
using Isnad.Ledger;
using Isnad.Ledger.Queries;

namespace Isnad.Tests.Server;

/// <summary>A server that many tests read from, and none writes to.</summary>
public sealed class SharedDesk : IAsyncLifetime
{
    internal DeskHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await DeskHost.Start();

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}

/// <summary>What is read over HTTP.</summary>
public sealed class ReadingTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private readonly DeskHost _desk = shared.Host;

    [Theory]
    [InlineData("/api/events?limit=7")]
    [InlineData("/api/reports?limit=3")]
    [InlineData("/api/sources?limit=9")]
    [InlineData("/api/figures?limit=11")]
    [InlineData("/api/search?text=%D9%81%D9%8A&limit=2")]
    public async Task PagesHoldEverythingOnce(string path)
    {
        using var visitor = _desk.Visitor();
        var whole = (await visitor.Json(path[..path.IndexOf("limit", StringComparison.Ordinal)] + "limit=1000")).GetProperty("items").EnumerateArray().Select(i => i.GetRawText()).ToList();
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await visitor.Json(cursor is null ? path : $"{path}&cursor={cursor}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        Assert.NotEmpty(whole);
        Assert.Equal(whole, seen);
    }

    [Fact]
    public async Task EventsAreTheLedgers()
    {
        using var visitor = _desk.Visitor();
        using var store = Store.Open(_desk.Data, Repository.CompiledPacks);
        var query = new EventQuery { From = new DateOnly(2021, 1, 1), Types = ["ASSAULT"] };
        var list = await visitor.Json("/api/events?from=2021-01-01&type=ASSAULT&limit=1000");
        Assert.Equal(EventList.Find(store, query).Select(e => $"E{e.Number}"), list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        Assert.Equal(EventList.Count(store, query), list.GetProperty("total").GetInt64());
        Assert.NotEqual(0, list.GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task OneEventOpensToItsClaims()
    {
        using var visitor = _desk.Visitor();
        var first = (await visitor.Json("/api/events?type=ASSAULT&limit=1")).GetProperty("items")[0];
        var whole = await visitor.Json($"/api/events/{first.GetProperty("id").GetString()}");
        Assert.Equal(first.GetProperty("id").GetString(), whole.GetProperty("id").GetString());
        Assert.Equal(first.GetProperty("first").GetString(), whole.GetProperty("first").GetString());
        var telling = whole.GetProperty("tellings")[0];
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", telling.GetProperty("published").GetString());
        Assert.NotEmpty(telling.GetProperty("claims")[0].GetProperty("words").GetString()!);
    }

    [Fact]
    public async Task PointsAreTheListAsColumns()
    {
        using var visitor = _desk.Visitor();
        var list = (await visitor.Json("/api/events?limit=1000")).GetProperty("items").EnumerateArray().ToList();
        var points = await visitor.Json("/api/events/points");
        Assert.Equal(list.Select(i => long.Parse(i.GetProperty("id").GetString()![1..])), points.GetProperty("n").EnumerateArray().Select(n => n.GetInt64()));
        Assert.Equal(list.Count(i => i.GetProperty("lat").ValueKind == JsonValueKind.Null), points.GetProperty("unplaced").GetInt32());
        var types = points.GetProperty("types");
        for (var i = 0; i < list.Count; i++)
        {
            var type = points.GetProperty("type")[i].GetInt32();
            Assert.Equal(list[i].GetProperty("type").GetString(), type < 0 ? null : types[type].GetString());
        }
        Assert.All(points.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array && p.Name is not ("types" or "modes" or "statuses" or "grades" or "precisions" or "places" or "actors")), p => Assert.Equal(list.Count, p.Value.GetArrayLength()));
    }

    [Fact]
    public async Task AReportHasTextReadingAndEvents()
    {
        using var visitor = _desk.Visitor();
        var whole = await visitor.Json("/api/reports/sample-01");
        var text = whole.GetProperty("report").GetProperty("text").GetString()!;
        var claims = whole.GetProperty("reading").GetProperty("claims").EnumerateArray().ToList();
        Assert.NotEmpty(claims);
        Assert.Equal(SampleTextOf("sample-01"), text);
        var events = whole.GetProperty("events").EnumerateObject().ToList();
        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.Contains(claims, c => c.GetProperty("id").GetString() == e.Name));
        var told = await visitor.Json($"/api/events/{events[0].Value.GetInt64()}");
        Assert.Contains(told.GetProperty("tellings").EnumerateArray(), t => t.GetProperty("report_id").GetString() == "sample-01");
    }

    [Theory]
    [InlineData("/api/situation?at=2021-03-10", "items")]
    [InlineData("/api/vocabulary", "types")]
    [InlineData("/api/counts", "reports")]
    [InlineData("/api/decisions", "items")]
    [InlineData("/api/places?text=Aleppo", "items")]
    [InlineData("/api/jobs", "items")]
    [InlineData("/api/accounts", "accounts")]
    [InlineData("/api/me", "user")]
    public async Task EveryAddressAnswersInJson(string path, string property)
    {
        using var visitor = _desk.Visitor();
        Assert.True((await visitor.Json(path)).TryGetProperty(property, out _));
    }

    [Theory]
    [InlineData("acled", "text/csv")]
    [InlineData("ged", "text/csv")]
    [InlineData("hxl", "text/csv")]
    [InlineData("csv", "text/csv")]
    [InlineData("plover", "application/x-ndjson")]
    [InlineData("geojson", "application/geo+json")]
    public async Task ExportsAreFiles(string format, string type)
    {
        using var visitor = _desk.Visitor();
        using var answer = await visitor.Get($"/api/export?as={format}&to=2030-01-01");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True((await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Length > 100);
    }

    [Theory]
    [InlineData("/api/events?form=2020-01-01", "form", "from")]
    [InlineData("/api/events?from=2020-13-01", "from", "2020-02-07")]
    [InlineData("/api/events?limit=0", "limit", "from 1 to 1000")]
    [InlineData("/api/events?limit=99999999999", "limit", "from 1 to 1000")]
    [InlineData("/api/events?near=1,2", "near", "35.9,36.8,10")]
    [InlineData("/api/events?near=99,2,3", "near", "-90 to 90")]
    [InlineData("/api/events?near=NaN,2,3", "near", "numbers")]
    [InlineData("/api/events?box=3,3,1,1", "box", "south below north")]
    [InlineData("/api/events?disputed=all", "disputed", "occurrence")]
    [InlineData("/api/events?news=yes", "news", "true")]
    [InlineData("/api/events?cursor=zzz", "cursor", "next")]
    [InlineData("/api/events?cursor=MSAyIDM", "cursor", "next")]
    [InlineData("/api/events?from=2020-01-01&from=2020-01-02", "from", "once")]
    [InlineData("/api/events/x", "x", "E12")]
    [InlineData("/api/search", "text", "missing")]
    [InlineData("/api/situation", "at", "missing")]
    [InlineData("/api/export?as=xls", "as", "acled")]
    [InlineData("/api/export?as=acled&grid=0", "grid", "above 0")]
    [InlineData("/api/counts?x=1", "x", "takes none")]
    [InlineData("/api/jobs?x=1", "x", "takes none")]
    public async Task BadInputIsToldWhereAndWhatToDo(string path, string where, string what)
    {
        using var visitor = _desk.Visitor();
        using var answer = await visitor.Get(path);
        var detail = await Visitor.Problem(answer, HttpStatusCode.BadRequest);
        Assert.Contains(where, detail, StringComparison.Ordinal);
        Assert.Contains(what, detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api")]
    [InlineData("/api/events/999999")]
    [InlineData("/api/reports/no-such")]
    [InlineData("/api/jobs/77")]
    [InlineData("/api/events/1/why/999999")]
    [InlineData("/api/events/1/who/2")]
    [InlineData("/openapi/v2.json")]
    public async Task WhatIsNotThereIsAProblemAndNeverThePage(string path)
    {
        using var visitor = _desk.Visitor();
        using var answer = await visitor.Get(path);
        await Visitor.Problem(answer, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnotherMethodIsRefusedWithThoseThatAreTaken()
    {
        using var visitor = _desk.Visitor();
        using var answer = await visitor.Write(HttpMethod.Put, "/api/events", "{}", "application/json");
        Assert.Contains("GET", await Visitor.Problem(answer, HttpStatusCode.MethodNotAllowed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatHasNotChangedIsNotSentAgain()
    {
        using var visitor = _desk.Visitor();
        using var first = await visitor.Get("/api/events?limit=5");
        var tag = first.Headers.ETag!.ToString();
        using var second = await visitor.Get("/api/events?limit=5", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var other = await visitor.Get("/api/events?limit=5", ("If-None-Match", "W/\"another\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task AnswersArePacked()
    {
        using var visitor = _desk.Visitor();
        using var answer = await visitor.Get("/api/events/points", ("Accept-Encoding", "br"));
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/health/live", "alive\n")]
    [InlineData("/health/ready", "ready\n")]
    public async Task HealthIsTold(string path, string text)
    {
        using var visitor = _desk.Visitor();
        using var answer = await visitor.Get(path);
        Assert.Equal(text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task EveryAddressIsDescribed()
    {
        using var visitor = _desk.Visitor();
        var paths = (await visitor.Json("/openapi/v1.json")).GetProperty("paths");
        foreach (var path in (string[])["/api/events", "/api/events/{event}", "/api/events/points", "/api/reports", "/api/figures", "/api/situation", "/api/sources", "/api/search", "/api/decisions", "/api/jobs", "/api/live", "/api/export", "/api/login", "/api/me"])
            Assert.True(paths.TryGetProperty(path, out _), path);
        var names = paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value.GetProperty("operationId").GetString()).ToList();
        Assert.Equal(names.Distinct().Count(), names.Count);
        Assert.All(paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject()), o => Assert.NotEmpty(o.Value.GetProperty("summary").GetString()!));
    }

    private static string SampleTextOf(string id) => Samples.SampleList.All.First(r => r.Id == id).Text;
}
