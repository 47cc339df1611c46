using System.Net;
using System.Text.Json;
using Isnad.Server.Access;
using Isnad.Tests.Ledger;

namespace Isnad.Tests.Server;

/// <summary>Claims and their review over HTTP: who may do what, and what coders do not learn of each other.</summary>
public sealed class ReviewEndpointTests : IAsyncLifetime
{
    private readonly Dictionary<string, Visitor> _people = new(StringComparer.Ordinal);
    private DeskHost _desk = null!;

    public async ValueTask InitializeAsync()
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        _desk = await DeskHost.Start(folder =>
        {
            var book = new AccountBook(folder);
            foreach (var (name, scopes) in (ValueTuple<string, string[]>[])[("reader", [Scopes.Read]), ("one", [Scopes.Read, Scopes.Decide]), ("two", [Scopes.Read, Scopes.Decide]), ("lead", Scopes.All)]) keys[name] = book.AddKey(name, scopes, LedgerFolder.Now);
        });
        foreach (var (name, key) in keys) _people[name] = _desk.Visitor(key);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values) person.Dispose();
        await _desk.DisposeAsync();
    }

    private Task<JsonElement> Get(string who, string path) => _people[who].Json(path);

    private async Task<(HttpStatusCode Status, JsonElement Body)> Post(string who, string path, string body)
    {
        using var answer = await _people[who].Post(path, body);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
    }

    private async Task<HttpStatusCode> Delete(string who, long decision)
    {
        using var answer = await _people[who].Delete($"/api/decisions/{decision}");
        return answer.StatusCode;
    }

    private async Task<string> FigureKey() =>
        (await Get("lead", "/api/review?kind=figure&limit=50")).GetProperty("items").EnumerateArray().First(r => r.GetProperty("what").GetString()!.StartsWith("killed", StringComparison.Ordinal)).GetProperty("key").GetString()!;

    [Fact]
    public async Task A_figure_is_put_right_and_put_back()
    {
        var key = await FigureKey();
        var (status, made) = await Post("one", "/api/decisions", $$"""{"kind": "edit", "claims": ["{{key}}"], "after": {"low": 41, "high": 43, "bound": "between"}, "note": "misread"}""");
        Assert.Equal(HttpStatusCode.Created, status);
        var claim = await Get("reader", $"/api/claims/{key}");
        Assert.Equal(("edited", 43, "killed 41-43"), (claim.GetProperty("state").GetString(), claim.GetProperty("claim").GetProperty("high").GetInt32(), claim.GetProperty("what").GetString()));
        Assert.Equal("misread", claim.GetProperty("decisions")[0].GetProperty("note").GetString());
        Assert.Equal(41, claim.GetProperty("decisions")[0].GetProperty("after").GetProperty("low").GetInt32());
        var report = await Get("reader", $"/api/reports/{claim.GetProperty("report").GetString()}");
        Assert.Contains(report.GetProperty("reading").GetProperty("claims").EnumerateArray(), c => c.GetProperty("key").GetString() == key && c.GetProperty("high").GetInt32() == 43);
        var number = made.GetProperty("number").GetInt64();
        // A decision is its maker's, or an editor's, to take back.
        Assert.Equal(HttpStatusCode.Forbidden, await Delete("two", number));
        Assert.Equal(HttpStatusCode.OK, await Delete("lead", number));
        claim = await Get("reader", $"/api/claims/{key}");
        Assert.Equal(("open", "lead"), (claim.GetProperty("state").GetString(), claim.GetProperty("decisions")[0].GetProperty("withdrawn_by").GetString()));
    }

    [Fact]
    public async Task The_queue_goes_page_by_page()
    {
        var first = await Get("one", "/api/review?limit=3");
        var second = await Get("one", $"/api/review?limit=3&cursor={first.GetProperty("next").GetString()}");
        var keys = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(r => r.GetProperty("key").GetString()!).ToList();
        Assert.Equal(6, keys.Distinct().Count());
        Assert.All(first.GetProperty("items").EnumerateArray(), r => Assert.True(r.GetProperty("why").GetArrayLength() > 0 && r.GetProperty("why")[0].TryGetProperty("code", out _)));
        Assert.Equal(keys[0], (await Get("one", "/api/review/next")).GetProperty("key").GetString());
        await Post("one", "/api/decisions", $$"""{"kind": "accept", "claims": ["{{keys[0]}}"]}""");
        Assert.Equal(keys[1], (await Get("one", "/api/review/next")).GetProperty("key").GetString());
        Assert.Equal(keys[0], (await Get("one", "/api/review?queue=done")).GetProperty("items")[0].GetProperty("key").GetString());
        Assert.Equal(first.GetProperty("total").GetInt32(), (await Get("one", "/api/claims?limit=1")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Nothing_that_a_second_coder_can_ask_tells_what_the_first_decided()
    {
        var key = await FigureKey();
        var before = await Get("two", $"/api/claims/{key}");
        var report = before.GetProperty("report").GetString();
        var events = (await Get("two", "/api/events?limit=1000")).GetRawText();
        var figures = (await Get("two", "/api/figures?limit=1000")).GetRawText();
        await Post("one", "/api/decisions", $$"""{"kind": "edit", "claims": ["{{key}}"], "after": {"low": 98765, "high": 98765}, "note": "secret-word"}""");
        Assert.Equal(HttpStatusCode.OK, (await Post("lead", "/api/review/assign", $$"""{"claims": ["{{key}}"], "to": "two"}""")).Status);
        string[] asked =
        [
            $"/api/claims/{key}", "/api/claims?limit=1000", "/api/decisions", $"/api/reports/{report}", "/api/reports", "/api/review?queue=all&limit=1000", "/api/review?queue=mine", "/api/review?queue=done", "/api/review?queue=disagreements",
            "/api/review/agreement", "/api/events?limit=1000", "/api/figures?limit=1000", "/api/counts", "/api/review/next?queue=mine",
        ];
        foreach (var path in asked)
        {
            var answer = (await Get("two", path)).GetRawText();
            Assert.DoesNotContain("98765", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("secret-word", answer, StringComparison.Ordinal);
        }
        Assert.Equal(events, (await Get("two", "/api/events?limit=1000")).GetRawText());
        Assert.Equal(figures, (await Get("two", "/api/figures?limit=1000")).GetRawText());
        var now = await Get("two", $"/api/claims/{key}");
        Assert.Equal(("open", 0), (now.GetProperty("state").GetString(), now.GetProperty("decisions").GetArrayLength()));
        Assert.Equal(before.GetProperty("claim").GetRawText(), now.GetProperty("claim").GetRawText());
        Assert.Equal(key, (await Get("two", "/api/review/next?queue=mine")).GetProperty("key").GetString());
        // The first coder's decision is no business of the second's, not even by its number.
        Assert.Equal(HttpStatusCode.NotFound, await Delete("two", 1));
        Assert.Equal(HttpStatusCode.Created, (await Post("two", "/api/decisions", $$"""{"kind": "accept", "claims": ["{{key}}"]}""")).Status);
        Assert.Contains("secret-word", (await Get("two", $"/api/claims/{key}")).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("disagreed", (await Get("two", $"/api/claims/{key}")).GetProperty("state").GetString());
        // Only an editor settles it.
        Assert.Equal(HttpStatusCode.Forbidden, (await Post("two", "/api/decisions", $$"""{"kind": "accept", "claims": ["{{key}}"], "settle": true}""")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Post("lead", "/api/decisions", $$"""{"kind": "accept", "claims": ["{{key}}"], "settle": true, "as": "one"}""")).Status);
        Assert.Contains("98765", (await Get("two", "/api/figures?limit=1000")).GetRawText(), StringComparison.Ordinal);
        var agreement = await Get("lead", "/api/review/agreement?coder=one&coder=two");
        Assert.Equal(("verdict", 1), (agreement.GetProperty("items")[0].GetProperty("field").GetString(), agreement.GetProperty("items")[0].GetProperty("agreed").GetInt32()));
    }

    [Theory]
    [InlineData("reader", """{"kind": "accept", "claims": ["KEY"]}""", HttpStatusCode.Forbidden, "")]
    [InlineData("one", """{"kind": "accept", "claims": ["nothing"]}""", HttpStatusCode.NotFound, "there is no claim nothing")]
    [InlineData("one", """{"kind": "accept", "claims": []}""", HttpStatusCode.BadRequest, "claims")]
    [InlineData("one", """{"kind": "like", "claims": ["KEY"]}""", HttpStatusCode.BadRequest, "like")]
    [InlineData("one", """{"kind": "edit", "claims": ["KEY"], "after": {"high": "many"}}""", HttpStatusCode.BadRequest, "high")]
    [InlineData("one", """{"kind": "edit", "claims": ["KEY"]}""", HttpStatusCode.BadRequest, "after")]
    [InlineData("one", """{"kind": "add", "report": "nowhere", "after": {"kind": "event"}}""", HttpStatusCode.NotFound, "nowhere")]
    [InlineData("one", """{"kind": "add", "report": "sample-01", "after": {"kind": "event", "type": "ASSAULT", "evidence": [{"start": 0, "end": 3, "text": "<b>"}]}}""", HttpStatusCode.BadRequest, "<b>")]
    [InlineData("one", """{"kind": "accept", "claims": ["KEY"], "settle": "yes"}""", HttpStatusCode.BadRequest, "settle")]
    public async Task What_cannot_be_decided_is_refused_in_words(string who, string body, HttpStatusCode status, string words)
    {
        var (answered, problem) = await Post(who, "/api/decisions", body.Replace("KEY", await FigureKey(), StringComparison.Ordinal));
        Assert.Equal(status, answered);
        Assert.Contains(words, problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        Assert.Equal(0, (await Get("lead", "/api/decisions")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Only_editors_say_who_codes_what()
    {
        var body = $$"""{"claims": ["{{await FigureKey()}}"], "to": "one"}""";
        Assert.Equal(HttpStatusCode.Forbidden, (await Post("one", "/api/review/assign", body)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post("reader", "/api/review/assign", body)).Status);
        Assert.Equal(1, (await Post("lead", "/api/review/assign", body)).Body.GetProperty("given").GetInt32());
        Assert.Equal(0, (await Post("lead", "/api/review/assign", body)).Body.GetProperty("given").GetInt32());
        Assert.Equal(1, (await Post("lead", "/api/review/assign", body.Replace("\"to\"", "\"from\"", StringComparison.Ordinal))).Body.GetProperty("taken").GetInt32());
    }
}
