using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Isnad.Server.Jobs;

namespace Isnad.Tests.Server;

/// <summary>What somebody who means harm would send.</summary>
public sealed class HostileTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Script = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'&{{7*7}}";

    private readonly DeskHost _desk = shared.Host;

    [Fact]
    public async Task WhatLooksLikeAPageStaysData()
    {
        await using var desk = await DeskHost.Start();
        using var visitor = desk.Visitor();
        var report = JsonSerializer.Serialize(new { id = Script, outlet = Script, url = "javascript:alert(1)", title = Script, language = Script, published = "2021-03-10", fetched = Script, forwarded_from = Script, translated_from = Script, text = Script + " " + Samples.SampleList.All.First(r => r.Id == "sample-01").Text });
        using var taken = await visitor.Post("/api/reports", report);
        await visitor.Over(taken.Headers.Location!.ToString());
        using var decided = await visitor.Post("/api/decisions", JsonSerializer.Serialize(new { kind = "grade", events = (int[])[1], value = "confirmed", note = Script }));
        Assert.Equal(HttpStatusCode.Created, decided.StatusCode);
        var whole = await visitor.Json("/api/reports/" + Uri.EscapeDataString(Script));
        foreach (var field in (string[])["id", "outlet", "title", "language", "fetched", "forwarded_from", "translated_from"]) Assert.Equal(Script, whole.GetProperty("report").GetProperty(field).GetString());
        string[] paths = ["/api/reports", "/api/reports/" + Uri.EscapeDataString(Script), "/api/events", "/api/decisions", "/api/sources", "/api/search?text=alert", "/api/figures", "/api/jobs", "/api/events/points", "/api/me",
            "/api/events?type=" + Uri.EscapeDataString(Script), "/api/" + Uri.EscapeDataString(Script), "/api/events/" + Uri.EscapeDataString(Script), "/api/events?" + Uri.EscapeDataString(Script) + "=1", "/api/export?as=geojson", "/api/export?as=csv"];
        foreach (var path in paths)
        {
            using var answer = await visitor.Get(path, ("Accept", "text/html"));
            Assert.DoesNotContain("html", answer.Content.Headers.ContentType!.MediaType!, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/map?at=2021-03-10")]
    [InlineData("/report/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/event/12")]
    public async Task EveryOtherAddressIsThePageUnchanged(string path)
    {
        using var visitor = _desk.Visitor();
        using var answer = await visitor.Get(path);
        Assert.Equal(DeskHost.Page, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (var (name, value) in new[] { ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Content-Type-Options", "nosniff") })
            Assert.Equal(value, Assert.Single(answer.Headers.GetValues(name)));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task HashedFilesAreKeptForEverAndPacked()
    {
        using var visitor = _desk.Visitor();
        using var answer = await visitor.Get("/assets/app-1a2b3c.js", ("Accept-Encoding", "br"));
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        using var again = await visitor.Get("/assets/app-1a2b3c.js", ("If-None-Match", answer.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var missing = await visitor.Get("/assets/app-000000.js");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData("/../accounts.json")]
    [InlineData("/assets/../../isnad.db")]
    [InlineData("/assets/..%2f..%2fisnad.db")]
    [InlineData("/assets/%2e%2e/%2e%2e/isnad.db")]
    [InlineData("/..%5c..%5cisnad.db")]
    [InlineData("//etc/passwd")]
    [InlineData("/assets//etc/passwd")]
    [InlineData("/%00/isnad.db")]
    [InlineData("/api/reports/../../../etc/passwd")]
    [InlineData("/api/reports/..%2f..%2f..%2fetc%2fpasswd")]
    public async Task NoAddressLeadsOutOfTheDesk(string path)
    {
        var (status, body) = await Raw($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        Assert.True(status is 400 or 404 || body.Contains("<title>desk</title>", StringComparison.Ordinal), $"{path}: {status}");
        Assert.DoesNotContain("SQLite format", body, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABodyThatIsTooLongIsRefused()
    {
        using var visitor = _desk.Visitor();
        using var decision = await visitor.Post("/api/decisions", "{\"kind\":\"" + new string('x', 300 << 10) + "\"}");
        await Visitor.Problem(decision, HttpStatusCode.RequestEntityTooLarge);
        using var login = await visitor.Post("/api/login", "{\"user\":\"" + new string('x', 2 << 20) + "\"}");
        await Visitor.Problem(login, HttpStatusCode.RequestEntityTooLarge);
        using var note = await visitor.Post("/api/decisions", JsonSerializer.Serialize(new { kind = "grade", events = (int[])[1], value = "confirmed", note = new string('x', 5000) }));
        await Visitor.Problem(note, HttpStatusCode.BadRequest);
        using var deep = await visitor.Post("/api/decisions", "{\"kind\":" + new string('[', 5000) + new string(']', 5000) + "}");
        await Visitor.Problem(deep, HttpStatusCode.BadRequest);
        // Only the length is told, and nothing sent: it must be refused before.
        var (status, _) = await Raw($"POST /api/reports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {JobEndpoints.LongestReports + 1}\r\nConnection: close\r\n\r\n");
        Assert.True(status is 400 or 413, $"{status}");
    }

    [Fact]
    public async Task AQueryThatIsTooLongIsRefused()
    {
        using var visitor = _desk.Visitor();
        using var answer = await visitor.Get("/api/search?text=" + new string('x', 3000));
        Assert.Contains("2000", await Visitor.Problem(answer, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    private async Task<(int Status, string Body)> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_desk.Address.Host, _desk.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var text = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (int.Parse(text.AsSpan(9, 3)), text);
    }
}
