using System.Net;
using System.Text.Json;
using Isnad.Server;
using Isnad.Server.Access;

namespace Isnad.Tests.Server;

/// <summary>A server with accounts: one of each role, and keys.</summary>
public sealed class GuardedDesk : IAsyncLifetime
{
    internal const string Password = "a long enough phrase";

    internal DeskHost Host { get; private set; } = null!;

    internal Dictionary<string, string> Keys { get; } = [];

    public async ValueTask InitializeAsync() => Host = await DeskHost.Start(folder =>
    {
        var book = new AccountBook(folder);
        foreach (var role in Scopes.Roles) book.Add(role, role, Password, DateTimeOffset.UtcNow);
        foreach (var scope in Scopes.All) Keys[scope] = book.AddKey($"{scope}-key", [scope], DateTimeOffset.UtcNow);
        Keys["old"] = book.AddKey("old-key", Scopes.All, DateTimeOffset.UtcNow.AddDays(-9), DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1));
    });

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}

/// <summary>Who may do what, and what is refused to whom.</summary>
public sealed class AccessTests(GuardedDesk guarded) : IClassFixture<GuardedDesk>
{
    /// <summary>What one must be allowed to do for each address that writes, or is not everybody's to read.</summary>
    private static readonly Dictionary<string, string?> Needed = new(StringComparer.Ordinal)
    {
        ["whoAmI"] = null,
        ["login"] = null,
        ["logout"] = null,
        ["isAlive"] = null,
        ["isReady"] = null,
        ["decide"] = Scopes.Decide,
        ["withdraw"] = Scopes.Decide,
        ["assignReview"] = Scopes.Manage,
        ["addReports"] = Scopes.Ingest,
        ["cancelJob"] = Scopes.Ingest,
        ["forgetReport"] = Scopes.Manage,
        ["listAccounts"] = Scopes.Manage,
    };

    private readonly DeskHost _desk = guarded.Host;

    [Fact]
    public async Task EveryRoleOnEveryAddress()
    {
        using var nobody = _desk.Visitor();
        using var reader = await _desk.LoggedIn("reader", GuardedDesk.Password);
        using var coder = await _desk.LoggedIn("coder", GuardedDesk.Password);
        using var editor = await _desk.LoggedIn("editor", GuardedDesk.Password);
        using var forged = _desk.Visitor(guarded.Keys[Scopes.Read][..^1] + (guarded.Keys[Scopes.Read][^1] == 'A' ? 'B' : 'A'));
        using var old = _desk.Visitor(guarded.Keys["old"]);
        var keys = Scopes.All.ToDictionary(s => s, s => _desk.Visitor(guarded.Keys[s]));
        List<(string Who, Visitor Visitor, IReadOnlyList<string>? Scopes)> people =
        [
            ("nobody", nobody, null), ("forged key", forged, null), ("old key", old, null),
            ("reader", reader, Scopes.Of("reader")), ("coder", coder, Scopes.Of("coder")), ("editor", editor, Scopes.Of("editor")),
            .. keys.Select(k => ($"key for {k.Key}", k.Value, (IReadOnlyList<string>?)[k.Key])),
        ];
        var faults = new List<string>();
        var tried = 0;
        foreach (var path in (await editor.Json("/openapi/v1.json")).GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
            {
                var name = operation.Value.GetProperty("operationId").GetString()!;
                if (!Needed.TryGetValue(name, out var needed))
                {
                    if (operation.Name == "get") needed = Scopes.Read;
                    else
                    {
                        faults.Add($"{operation.Name} {path.Name} ({name}): say in this test what one must be allowed to do");
                        continue;
                    }
                }
                if (name == "logout") continue;
                foreach (var (who, visitor, scopes) in people)
                {
                    var address = System.Text.RegularExpressions.Regex.Replace(path.Name, @"\{[^}]*\}", "999999");
                    using var answer = operation.Name == "get"
                        ? await visitor.Get(address)
                        : await visitor.Write(new HttpMethod(operation.Name.ToUpperInvariant()), address, operation.Name == "delete" ? null : "{}", "application/json");
                    var refused = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
                    var expected = needed is null ? (HttpStatusCode?)null : scopes is null ? HttpStatusCode.Unauthorized : scopes.Contains(needed) ? null : HttpStatusCode.Forbidden;
                    tried++;
                    if (expected is { } status ? answer.StatusCode != status : refused || answer.StatusCode >= HttpStatusCode.InternalServerError) faults.Add($"{operation.Name} {path.Name} by {who}: {answer.StatusCode}, not {expected?.ToString() ?? "let in"}");
                    if (refused) await Visitor.Problem(answer, answer.StatusCode);
                }
            }
        foreach (var visitor in keys.Values) visitor.Dispose();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(tried > 200, $"only {tried} were tried");
    }

    [Theory]
    [InlineData("POST", "/api/decisions", "{\"kind\":\"grade\",\"events\":[1],\"value\":\"confirmed\"}")]
    [InlineData("POST", "/api/reports", "{\"text\":\"x\"}")]
    [InlineData("DELETE", "/api/reports/sample-01", null)]
    [InlineData("POST", "/api/logout", "{}")]
    [InlineData("POST", "/api/login", "{\"user\":\"editor\",\"password\":\"a long enough phrase\"}")]
    public async Task WhatAnotherSiteSendsIsRefused(string method, string path, string? body)
    {
        using var editor = await _desk.LoggedIn("editor", GuardedDesk.Password);
        var token = (await editor.Json("/api/me")).GetProperty("antiforgery").GetString()!;
        StringContent? Content() => body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var without = await editor.Send(new HttpMethod(method), path, Content());
        await Visitor.Problem(without, HttpStatusCode.BadRequest);
        using var guessed = await editor.Send(new HttpMethod(method), path, Content(), (Forgery.Header, token[..^4] + "AAAA"));
        await Visitor.Problem(guessed, HttpStatusCode.BadRequest);
        using var foreign = await editor.Send(new HttpMethod(method), path, Content(), (Forgery.Header, token), ("Origin", "https://evil.example"));
        await Visitor.Problem(foreign, HttpStatusCode.Forbidden);
        using var cross = await editor.Send(new HttpMethod(method), path, Content(), (Forgery.Header, token), ("Sec-Fetch-Site", "cross-site"));
        await Visitor.Problem(cross, HttpStatusCode.Forbidden);
        using var another = await _desk.LoggedIn("coder", GuardedDesk.Password);
        using var borrowed = await another.Send(new HttpMethod(method), path, Content(), (Forgery.Header, token));
        Assert.True(borrowed.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{borrowed.StatusCode}");
    }

    [Fact]
    public async Task AFormIsNoWayIn()
    {
        using var editor = await _desk.LoggedIn("editor", GuardedDesk.Password);
        using var form = await editor.Send(HttpMethod.Post, "/api/decisions", new FormUrlEncodedContent(new Dictionary<string, string> { ["kind"] = "grade" }));
        await Visitor.Problem(form, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task ForgedCookiesAreNobodys()
    {
        using var editor = await _desk.LoggedIn("editor", GuardedDesk.Password);
        var session = Assert.Single(editor.Cookies.GetCookies(_desk.Address), c => c.Name.Contains("session", StringComparison.Ordinal));
        Assert.True(session.HttpOnly);
        foreach (var value in (string[])[session.Value[..^6] + "AAAAAA", "editor", "", new string('A', 4000)])
        {
            using var thief = _desk.Visitor();
            using var answer = await thief.Get("/api/events", ("Cookie", $"{session.Name}={value}"));
            await Visitor.Problem(answer, HttpStatusCode.Unauthorized);
        }
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer isnad__")]
    [InlineData("Bearer isnad_000000000000_AAAA")]
    [InlineData("Basic ZWRpdG9yOmEgbG9uZyBlbm91Z2ggcGhyYXNl")]
    [InlineData("nonsense")]
    public async Task WhatIsNoKeyOpensNothing(string header)
    {
        using var editor = await _desk.LoggedIn("editor", GuardedDesk.Password);
        using var answer = await editor.Get("/api/events", ("Authorization", header));
        await Visitor.Problem(answer, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("editor", "another long phrase")]
    [InlineData("nobody", "a long enough phrase")]
    [InlineData("read-key", "a long enough phrase")]
    public async Task AWrongPasswordAndAnUnknownNameAreAnsweredAlike(string user, string password)
    {
        using var visitor = _desk.Visitor();
        using var answer = await visitor.Post("/api/login", JsonSerializer.Serialize(new { user, password }));
        Assert.DoesNotContain(user, await Visitor.Problem(answer, HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASessionEndsWithLogoutRemovalAndAnotherPassword()
    {
        await using var desk = await DeskHost.Start(folder =>
        {
            var book = new AccountBook(folder);
            foreach (var name in (string[])["one", "two", "three"]) book.Add(name, "coder", GuardedDesk.Password, DateTimeOffset.UtcNow);
        });
        using var one = await desk.LoggedIn("one", GuardedDesk.Password);
        using var two = await desk.LoggedIn("two", GuardedDesk.Password);
        using var three = await desk.LoggedIn("three", GuardedDesk.Password);
        Assert.Equal("one", (await one.Json("/api/me")).GetProperty("user").GetString());
        using var leaving = await one.Post("/api/logout", "{}");
        Assert.Equal(HttpStatusCode.NoContent, leaving.StatusCode);
        desk.Book.Remove("two");
        desk.Book.Add("three", "reader", "another long phrase", DateTimeOffset.UtcNow, replace: true);
        foreach (var visitor in (Visitor[])[one, two, three])
        {
            using var answer = await visitor.Get("/api/counts");
            await Visitor.Problem(answer, HttpStatusCode.Unauthorized);
        }
        var audit = await File.ReadAllLinesAsync(Path.Combine(desk.Data, AuditLog.FileName), TestContext.Current.CancellationToken);
        Assert.Equal(3, audit.Count(l => l.Contains("\"did\":\"login\"", StringComparison.Ordinal)));
        Assert.Single(audit, l => l.Contains("\"who\":\"one\",\"did\":\"logout\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADecisionIsItsMakersToTakeBack()
    {
        using var coder = await _desk.LoggedIn("coder", GuardedDesk.Password);
        using var program = _desk.Visitor(guarded.Keys[Scopes.Decide]);
        using var editor = await _desk.LoggedIn("editor", GuardedDesk.Password);
        using var made = await coder.Post("/api/decisions", """{"kind":"grade","events":[2],"value":"confirmed"}""");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var number = (await Visitor.Body(made)).GetProperty("number").GetInt64();
        using var others = await program.Delete($"/api/decisions/{number}");
        Assert.Contains("coder", await Visitor.Problem(others, HttpStatusCode.Forbidden), StringComparison.Ordinal);
        using var withdrawn = await editor.Delete($"/api/decisions/{number}");
        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        var audit = await File.ReadAllTextAsync(Path.Combine(_desk.Data, AuditLog.FileName), TestContext.Current.CancellationToken);
        Assert.Contains($"\"who\":\"coder\",\"did\":\"grade\",\"what\":\"decision {number}\"", audit, StringComparison.Ordinal);
        Assert.Contains($"\"who\":\"editor\",\"did\":\"withdraw\",\"what\":\"decision {number}\"", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GuessingIsSlowedDown()
    {
        await using var desk = await DeskHost.Start(folder => new AccountBook(folder).Add("one", "coder", GuardedDesk.Password, DateTimeOffset.UtcNow), ("Isnad:Limits:Logins", "3"), ("Isnad:Limits:Writes", "5"));
        using var visitor = desk.Visitor();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var answer = await visitor.Post("/api/login", """{"user":"one","password":"guess"}""");
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) Assert.NotNull(answer.Headers.RetryAfter);
        }
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], statuses);
        using var more = await visitor.Post("/api/logout", "{}");
        await Visitor.Problem(more, HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:5210")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("169.254.169.254")]
    public async Task AnotherHostsNameIsNotAnswered(string host)
    {
        await using var desk = await DeskHost.Start();
        using var visitor = desk.Visitor();
        using var answer = await visitor.Get("/api/me", ("Host", host));
        await Visitor.Problem(answer, HttpStatusCode.MisdirectedRequest);
        using var page = await visitor.Get("/", ("Host", host));
        await Visitor.Problem(page, HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task WithoutAccountsNobodyComesThroughAProxy()
    {
        await using var desk = await DeskHost.Start();
        using var visitor = desk.Visitor();
        using var answer = await visitor.Get("/api/counts", ("X-Forwarded-For", "203.0.113.9"));
        await Visitor.Problem(answer, HttpStatusCode.Unauthorized);
        Assert.Equal("open", (await visitor.Json("/api/me")).GetProperty("access").GetString());
        desk.Book.Add("first", "editor", GuardedDesk.Password, DateTimeOffset.UtcNow);
        using var closed = await visitor.Get("/api/counts");
        await Visitor.Problem(closed, HttpStatusCode.Unauthorized);
    }
}
