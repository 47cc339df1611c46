using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Isnad.Readings;
using Isnad.Server;
using Isnad.Server.Access;
using Isnad.Tests.Ledger;
using Isnad.Tests.Samples;
using Microsoft.AspNetCore.Builder;

namespace Isnad.Tests.Server;

/// <summary>A server of its own on a free port, over a ledger with the samples.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    /// <summary>What the test's page is.</summary>
    public const string Page = "<!doctype html><title>desk</title><script type=\"module\" src=\"/assets/app-1a2b3c.js\"></script>";

    private static readonly List<Reading> Samples = [.. SampleList.All.Select(r => new Reader(Repository.CompiledPacks).Read(r))];

    private readonly LedgerFolder _folder;
    private readonly WebApplication _app;

    private DeskHost(LedgerFolder folder, WebApplication app) => (_folder, _app, Address) = (folder, app, new Uri(DeskServer.Addresses(app)[0]));

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Folder of the ledger.</summary>
    public string Data => _folder.Path;

    /// <summary>Accounts of the ledger.</summary>
    public AccountBook Book => new(Data);

    /// <summary>Starts a server.</summary>
    /// <param name="prepare">Does something to the folder before.</param>
    /// <param name="flags">Settings.</param>
    public static async Task<DeskHost> Start(Action<string>? prepare = null, params (string Name, string Value)[] flags)
    {
        var folder = LedgerFolder.With(Samples);
        prepare?.Invoke(folder.Path);
        var web = Path.Combine(folder.Path, "web");
        Directory.CreateDirectory(Path.Combine(web, "assets"));
        await File.WriteAllTextAsync(Path.Combine(web, "index.html"), Page).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(web, "assets", "app-1a2b3c.js"), new string(';', 4000)).ConfigureAwait(false);
        var app = Build(folder.Path, web, [("Isnad:Urls", "http://127.0.0.1:0"), ("Isnad:Limits:Logins", "1000"), .. flags]);
        await app.StartAsync().ConfigureAwait(false);
        return new DeskHost(folder, app);
    }

    /// <summary>Makes a server, or fails as the program would.</summary>
    public static WebApplication Build(string data, string web, params (string Name, string Value)[] flags)
    {
        var named = new Dictionary<string, string?> { ["Isnad:Logs"] = "json" };
        foreach (var (name, value) in flags) named[name] = value;
        return DeskServer.Build(new DeskStart(data, Repository.CompiledPacks) { WebFolder = web, Flags = named });
    }

    /// <summary>Somebody who comes with a browser or a program.</summary>
    public Visitor Visitor(string? key = null) => new(Address, key);

    /// <summary>Somebody who has logged in.</summary>
    public async Task<Visitor> LoggedIn(string user, string password)
    {
        var visitor = Visitor();
        using var answer = await visitor.Post("/api/login", $$"""{"user":"{{user}}","password":"{{password}}"}""").ConfigureAwait(false);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _folder.Dispose();
    }
}

/// <summary>A client that keeps cookies, follows no redirects, and fetches the token it needs to write.</summary>
internal sealed class Visitor : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly HttpClient _client;

    public Visitor(Uri address, string? key = null)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, UseCookies = true }) { BaseAddress = address, Timeout = Patience };
        if (key is not null) _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    /// <summary>Sends what a page would send: with the token that it has from <c>/api/me</c>.</summary>
    public async Task<HttpResponseMessage> Post(string path, string body, string type = "application/json") => await Write(HttpMethod.Post, path, body, type).ConfigureAwait(false);

    public async Task<HttpResponseMessage> Delete(string path) => await Write(HttpMethod.Delete, path, null, null).ConfigureAwait(false);

    public async Task<HttpResponseMessage> Write(HttpMethod method, string path, string? body, string? type)
    {
        var me = await Json("/api/me").ConfigureAwait(false);
        var token = me.GetProperty("antiforgery").GetString();
        return await Send(method, path, body is null ? null : new StringContent(body, Encoding.UTF8, type!), token is null ? [] : [(Forgery.Header, token)]).ConfigureAwait(false);
    }

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(_client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
    }

    /// <summary>An answer that must be JSON.</summary>
    public async Task<JsonElement> Json(string path)
    {
        using var answer = await Get(path).ConfigureAwait(false);
        var text = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {text}");
        return Parse(answer, text);
    }

    /// <summary>A job when it is over, of which the server tells its listeners.</summary>
    public async Task<JsonElement> Over(string path)
    {
        using var live = await Get("/api/live").ConfigureAwait(false);
        using var news = new StreamReader(await live.Content.ReadAsStreamAsync().ConfigureAwait(false));
        // Whoever has been told how the ledger stands is a listener, and misses nothing that comes after.
        await Line(news).ConfigureAwait(false);
        JsonElement job;
        while ((job = await Json(path).ConfigureAwait(false)).GetProperty("ended").ValueKind == JsonValueKind.Null) await Line(news).ConfigureAwait(false);
        return job;
    }

    /// <summary>The next line that the server tells its listeners.</summary>
    public static async Task<string> Line(StreamReader news)
    {
        string? line;
        do line = await news.ReadLineAsync().WaitAsync(Patience).ConfigureAwait(false);
        while (line is { Length: 0 } or [':', ..]);
        return line ?? throw new EndOfStreamException("the server tells nothing more");
    }

    /// <summary>The body of an answer.</summary>
    public static async Task<JsonElement> Body(HttpResponseMessage answer) => Parse(answer, await answer.Content.ReadAsStringAsync().ConfigureAwait(false));

    /// <summary>An answer that must be a problem of some status, which says what is wrong.</summary>
    public static async Task<string> Problem(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
        Assert.True(answer.StatusCode == status, $"{answer.RequestMessage?.RequestUri}: {answer.StatusCode}, not {status}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        return problem.RootElement.GetProperty("detail").GetString()!;
    }

    private static JsonElement Parse(HttpResponseMessage answer, string text)
    {
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public void Dispose() => _client.Dispose();
}
