using System.Net;
using System.Text.Json;
using Isnad.Ledger;
using Isnad.Ledger.Review;
using Isnad.Server.Access;

namespace Isnad.Tests.Server;

/// <summary>What is written over HTTP: decisions, reports, and the news of it.</summary>
public sealed class WritingTests
{
    [Fact]
    public async Task EventsAreJoinedAndPartedAgain()
    {
        await using var desk = await DeskHost.Start();
        using var visitor = desk.Visitor();
        var tag = (await visitor.Get("/api/events")).Headers.ETag!.ToString();
        var (one, other) = await Two(visitor);
        using var made = await visitor.Post("/api/decisions", $$"""{"kind":"join","events":["E{{one}}",{{other}}],"note":"the same"}""");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var joined = await Visitor.Body(made);
        var stays = Assert.Single(joined.GetProperty("changed").EnumerateArray()).GetInt64();
        var gone = stays == one ? other : one;
        using var moved = await visitor.Get($"/api/events/{gone}");
        Assert.Equal(HttpStatusCode.PermanentRedirect, moved.StatusCode);
        Assert.Equal($"/api/events/{stays}", moved.Headers.Location?.ToString());
        using var again = await visitor.Get("/api/events", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        var number = joined.GetProperty("number").GetInt64();
        using var undone = await visitor.Delete($"/api/decisions/{number}");
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal([.. new[] { one, other }.Order()], (await Visitor.Body(undone)).GetProperty("changed").EnumerateArray().Select(e => e.GetInt64()).Order());
        var past = (await visitor.Json("/api/decisions")).GetProperty("items").EnumerateArray().Single(d => d.GetProperty("number").GetInt64() == number);
        Assert.True(past.GetProperty("withdrawn").GetBoolean());
        Assert.Equal(OpenAccess.Person, past.GetProperty("person").GetString());
        Assert.Equal("the same", past.GetProperty("note").GetString());
        using var twice = await visitor.Delete($"/api/decisions/{number}");
        await Visitor.Problem(twice, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnEventIsSplitAndGraded()
    {
        await using var desk = await DeskHost.Start();
        using var visitor = desk.Visitor();
        var (one, other) = await Two(visitor);
        using var joined = await visitor.Post("/api/decisions", $$"""{"kind":"join","events":[{{one}},{{other}}]}""");
        var whole = (await Visitor.Body(joined)).GetProperty("changed")[0].GetInt64();
        var tellings = (await visitor.Json($"/api/events/{whole}")).GetProperty("tellings").EnumerateArray().ToList();
        var claim = tellings[^1].GetProperty("claims").EnumerateArray().First(c => c.GetProperty("kind").GetString() == "event").GetProperty("key").GetString();
        using var split = await visitor.Post("/api/decisions", $$"""{"kind":"split","events":[{{whole}}],"claims":["{{claim}}"]}""");
        Assert.Equal(HttpStatusCode.Created, split.StatusCode);
        Assert.Equal(2, (await Visitor.Body(split)).GetProperty("changed").GetArrayLength());
        using var graded = await visitor.Post("/api/decisions", $$"""{"kind":"grade","events":[{{whole}}],"value":"confirmed"}""");
        Assert.Equal(HttpStatusCode.Created, graded.StatusCode);
        var numbers = (await Visitor.Body(graded)).GetProperty("changed").EnumerateArray().Select(e => e.GetInt64());
        Assert.Equal("confirmed", (await visitor.Json($"/api/events/{numbers.Single()}")).GetProperty("judged").GetString());
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "object")]
    [InlineData("{\"kind\":", "line 1")]
    [InlineData("{}", "kind")]
    [InlineData("{\"kind\":5}", "a number")]
    [InlineData("{\"kind\":\"marry\",\"events\":[1,2]}", "join")]
    [InlineData("{\"kind\":\"join\",\"events\":[1]}", "two events")]
    [InlineData("{\"kind\":\"join\",\"events\":[1,1]}", "two events")]
    [InlineData("{\"kind\":\"join\",\"events\":\"1\"}", "a list")]
    [InlineData("{\"kind\":\"join\",\"events\":[1,null]}", "E12")]
    [InlineData("{\"kind\":\"join\",\"events\":[1,-2]}", "E12")]
    [InlineData("{\"kind\":\"split\",\"events\":[1]}", "claims")]
    [InlineData("{\"kind\":\"split\",\"events\":[1],\"claims\":[]}", "claims")]
    [InlineData("{\"kind\":\"grade\",\"events\":[1],\"value\":\"true\"}", "confirmed")]
    [InlineData("{\"kind\":\"grade\",\"events\":[1],\"value\":\"confirmed\",\"note\":\"\\ud800\"}", "surrogate")]
    public async Task ADecisionThatIsNoneIsRefused(string body, string what)
    {
        var desk = await Hall.Desk.Value;
        using var visitor = desk.Visitor();
        using var answer = await visitor.Post("/api/decisions", body);
        Assert.Contains(what, await Visitor.Problem(answer, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecisionsOnWhatIsNotThereAreRefused()
    {
        var desk = await Hall.Desk.Value;
        using var visitor = desk.Visitor();
        using var join = await visitor.Post("/api/decisions", """{"kind":"join","events":[1,999999]}""");
        Assert.Contains("E999999", await Visitor.Problem(join, HttpStatusCode.NotFound), StringComparison.Ordinal);
        using var split = await visitor.Post("/api/decisions", """{"kind":"split","events":[1],"claims":["nothing"]}""");
        Assert.Contains("nothing", await Visitor.Problem(split, HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportsComeInByAJobAndGoAgain()
    {
        await using var desk = await DeskHost.Start();
        using var visitor = desk.Visitor();
        var before = (await visitor.Json("/api/counts")).GetProperty("reports").GetInt64();
        var lines = string.Join('\n', Enumerable.Range(1, 120).Select(i => JsonSerializer.Serialize(new { id = $"a/b c?{i}", published = "2021-05-02", text = "Text " + i }))) + "\n{\"id\":\"broken\"}\n";
        using var taken = await visitor.Post("/api/reports", lines, "application/x-ndjson");
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        var job = await visitor.Over(taken.Headers.Location!.ToString());
        Assert.Equal("done", job.GetProperty("state").GetString());
        Assert.Equal(121, job.GetProperty("total").GetInt64());
        Assert.Equal(121, job.GetProperty("done").GetInt64());
        Assert.Contains("body.ndjson:121", Assert.Single(job.GetProperty("errors").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal(before + 120, (await visitor.Json("/api/counts")).GetProperty("reports").GetInt64());

        const string Path = "/api/reports/a%2Fb%20c%3F7";
        Assert.Equal("a/b c?7", (await visitor.Json(Path)).GetProperty("report").GetProperty("id").GetString());
        using var forgotten = await visitor.Delete(Path);
        Assert.Equal(HttpStatusCode.OK, forgotten.StatusCode);
        using var gone = await visitor.Get(Path);
        await Visitor.Problem(gone, HttpStatusCode.NotFound);
        var audit = await File.ReadAllTextAsync(System.IO.Path.Combine(desk.Data, AuditLog.FileName), TestContext.Current.CancellationToken);
        Assert.Contains("\"did\":\"ingest\"", audit, StringComparison.Ordinal);
        Assert.Contains("\"did\":\"forget\",\"what\":\"a/b c?7\"", audit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"text\":5}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"id\":\"x\"}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "nonsense", HttpStatusCode.BadRequest)]
    [InlineData("application/xml", "<a/>", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/html", "<a/>", HttpStatusCode.UnsupportedMediaType)]
    public async Task WhatIsNoReportIsRefused(string type, string body, HttpStatusCode status)
    {
        var desk = await Hall.Desk.Value;
        using var visitor = desk.Visitor();
        using var answer = await visitor.Post("/api/reports", body, type);
        await Visitor.Problem(answer, status);
    }

    [Fact]
    public async Task ChangesAreToldToWhoListens()
    {
        await using var desk = await DeskHost.Start();
        using var visitor = desk.Visitor();
        using var news = await visitor.Get("/api/live");
        Assert.Equal("text/event-stream", news.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await news.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event: ledger", await Visitor.Line(reader));
        var state = await Visitor.Line(reader);
        using var taken = await visitor.Post("/api/reports", "A report.", "text/plain");
        var told = new List<string>();
        while (!told.Exists(l => l.Contains("\"state\":\"done\"", StringComparison.Ordinal)) || !told.Exists(l => l.StartsWith("data: {\"state\"", StringComparison.Ordinal) && l != state)) told.Add(await Visitor.Line(reader));
        Assert.Contains("event: job", told);
        Assert.Contains("event: ledger", told);
    }

    [Fact]
    public async Task AnotherProgramsWritesAreSeen()
    {
        await using var desk = await DeskHost.Start();
        using var visitor = desk.Visitor();
        using var first = await visitor.Get("/api/decisions");
        using (var store = Store.Open(desk.Data, Repository.CompiledPacks)) new Decisions(store, "elsewhere", DateTimeOffset.UtcNow).Grade(1, "confirmed");
        using var second = await visitor.Get("/api/decisions", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal("elsewhere", (await Visitor.Body(second)).GetProperty("items")[0].GetProperty("person").GetString());
    }

    [Fact]
    public async Task ManyReadAndWriteAtOnce()
    {
        await using var desk = await DeskHost.Start();
        using var visitor = desk.Visitor();
        using var warm = await visitor.Get("/api/counts");
        var writes = Enumerable.Range(0, 12).Select(async i =>
        {
            using var one = desk.Visitor();
            using var answer = await one.Post("/api/decisions", $$"""{"kind":"grade","events":[{{1 + (i % 5)}}],"value":"{{(i % 2 == 0 ? "confirmed" : "discounted")}}"}""");
            return answer.StatusCode;
        });
        var reads = Enumerable.Range(0, 60).Select(async i =>
        {
            using var answer = await visitor.Get(i % 2 == 0 ? "/api/events" : "/api/figures");
            return answer.StatusCode;
        });
        var statuses = await Task.WhenAll(writes.Concat(reads));
        Assert.Equal(12, statuses.Count(s => s == HttpStatusCode.Created));
        Assert.Equal(60, statuses.Count(s => s == HttpStatusCode.OK));
        using var store = Store.Open(desk.Data, Repository.CompiledPacks);
        Assert.Equal(12, DecisionHistory.Count(store, null));
        Assert.Empty(Audit.Run(store));
    }

    private static async Task<(long, long)> Two(Visitor visitor)
    {
        var items = (await visitor.Json("/api/events?limit=1000")).GetProperty("items").EnumerateArray()
            .Where(e => e.GetProperty("type").GetString() == "ASSAULT").Select(e => long.Parse(e.GetProperty("id").GetString()![1..])).ToList();
        return (items[0], items[^1]);
    }

    /// <summary>A desk for tests that change nothing.</summary>
    private static class Hall
    {
        public static readonly Lazy<Task<DeskHost>> Desk = new(() => DeskHost.Start());
    }
}
