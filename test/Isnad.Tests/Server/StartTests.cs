using System.Net;
using Isnad.Server;
using Isnad.Server.Access;
using Isnad.Tests.Ledger;
using Isnad.Tests.Tool;
using Microsoft.Extensions.Configuration;

namespace Isnad.Tests.Server;

/// <summary>How a server starts, and when it must not.</summary>
public sealed class StartTests
{
    private const string Password = "a long enough phrase";

    [Theory]
    [InlineData("https://0.0.0.0:0")]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("https://*:0")]
    [InlineData("https://[::]:0")]
    [InlineData("http://127.0.0.1:0;https://192.0.2.1:0")]
    [InlineData("https://desk.example:0")]
    public void WithoutAccountsOnlyThisMachineIsServed(string urls)
    {
        using var folder = new LedgerFolder();
        var refusal = Assert.Throws<StartRefusal>(() => DeskHost.Build(folder.Path, folder.Path, ("Isnad:Urls", urls)));
        Assert.Contains("isnad accounts add", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Isnad:Hosts", "desk.example")]
    [InlineData("Isnad:Proxies", "127.0.0.1")]
    [InlineData("Kestrel:Endpoints:Other:Url", "https://0.0.0.0:0")]
    public void NoSettingLetsOthersInWithoutAccounts(string name, string value)
    {
        using var folder = new LedgerFolder();
        Assert.Throws<StartRefusal>(() => DeskHost.Build(folder.Path, folder.Path, ("Isnad:Urls", "http://127.0.0.1:0"), (name, value)));
    }

    [Theory]
    [InlineData("Isnad:Urls", "nonsense", "http://127.0.0.1:5210")]
    [InlineData("Isnad:Urls", "http://0.0.0.0:0", "unencrypted")]
    [InlineData("Isnad:Proxies", "my proxy", "10.0.0.0/8")]
    [InlineData("Isnad:Logs", "xml", "json")]
    [InlineData("Isnad:Limits:Writes", "0", "1 or more")]
    [InlineData("Isnad:Oidc:Authority", "https://id.example", "ClientId")]
    public void WhatIsSetWronglyIsTold(string name, string value, string what)
    {
        using var folder = new LedgerFolder();
        new AccountBook(folder.Path).Add("one", "editor", Password, DateTimeOffset.UtcNow);
        Assert.Contains(what, Assert.Throws<StartRefusal>(() => DeskHost.Build(folder.Path, folder.Path, (name, value))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithAccountsOthersAreServed()
    {
        await using var desk = await DeskHost.Start(folder => new AccountBook(folder).Add("one", "editor", Password, DateTimeOffset.UtcNow), ("Isnad:Urls", "http://0.0.0.0:0"), ("Isnad:Proxies", "127.0.0.1"));
        using var visitor = new Visitor(new Uri($"http://127.0.0.1:{desk.Address.Port}"));
        using var answer = await visitor.Get("/api/counts");
        await Visitor.Problem(answer, HttpStatusCode.Unauthorized);
        // Behind a proxy cookies go over encrypted connections only, and no other host can set them.
        using var me = await visitor.Get("/api/me", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9"), ("Host", "desk.example"));
        var cookie = Assert.Single(me.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-isnad-", cookie, StringComparison.Ordinal);
        foreach (var part in (string[])["secure", "httponly", "samesite=strict", "path=/"]) Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void FlagsWinOverTheEnvironmentAndThatOverFiles()
    {
        using var folder = new LedgerFolder();
        const string First = "ISNAD__TESTFIRST", Second = "ISNAD__TESTSECOND";
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), """{"Isnad":{"TestFirst":"file","TestSecond":"file","TestThird":"file"}}""");
        Environment.SetEnvironmentVariable(First, "environment");
        Environment.SetEnvironmentVariable(Second, "environment");
        try
        {
            var builder = new ConfigurationBuilder();
            DeskServer.Configuration(builder, new DeskStart(folder.Path, Repository.CompiledPacks) { Flags = new Dictionary<string, string?> { ["Isnad:TestFirst"] = "flag" } });
            var configuration = builder.Build();
            Assert.Equal("flag", configuration["Isnad:TestFirst"]);
            Assert.Equal("environment", configuration["Isnad:TestSecond"]);
            Assert.Equal("file", configuration["Isnad:TestThird"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable(First, null);
            Environment.SetEnvironmentVariable(Second, null);
        }
    }

    [Fact]
    public void AccountsAreAddedListedAndRemoved()
    {
        using var run = new ToolRun();
        var data = Path.Combine(run.Folder, "data");
        Assert.Equal(0, ToolRun.RunOn("a long enough phrase\n"u8.ToArray(), "accounts", "add", "sami", "--role", "coder", "--data", data).Code);
        var key = ToolRun.Run("accounts", "add", "feed", "--key", "--scope", "read", "--days", "30", "--data", data);
        Assert.StartsWith("isnad_", key.Output, StringComparison.Ordinal);
        var made = ToolRun.Run("accounts", "add", "mona", "--role", "editor", "--generate", "--data", data);
        var listed = ToolRun.Run("accounts", "list", "--data", data).Output;
        Assert.Contains("sami\tcoder", listed, StringComparison.Ordinal);
        Assert.Contains("feed\tkey for read", listed, StringComparison.Ordinal);
        var book = new AccountBook(data);
        Assert.NotNull(book.Login("SAMI", "a long enough phrase"));
        Assert.Null(book.Login("sami", "another phrase here"));
        Assert.NotNull(book.Login("mona", made.Output.Trim()));
        Assert.NotNull(book.KeyOf(key.Output.Trim(), DateOnly.FromDateTime(DateTime.UtcNow)));
        var file = Path.Combine(data, AccountBook.FileName);
        foreach (var secret in (string[])["a long enough phrase", made.Output.Trim(), key.Output.Trim().Split('_')[2]]) Assert.DoesNotContain(secret, File.ReadAllText(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(0, ToolRun.Run("accounts", "remove", "sami", "--data", data).Code);
        Assert.Null(book.Login("sami", "a long enough phrase"));
        Assert.Equal(1, ToolRun.Run("accounts", "remove", "sami", "--data", data).Code);
    }

    [Fact]
    public void AnAccountThatIsNoneIsRefused()
    {
        using var folder = new LedgerFolder();
        var book = new AccountBook(folder.Path);
        book.Add("sami", "coder", Password, DateTimeOffset.UtcNow);
        foreach (var name in (string[])["", "Sami", "a b", "<script>", new string('a', 65), "a\nb"]) Assert.Throws<ArgumentException>(() => book.Add(name, "coder", Password, DateTimeOffset.UtcNow));
        Assert.Throws<ArgumentException>(() => book.Add("mona", "king", Password, DateTimeOffset.UtcNow));
        Assert.Throws<ArgumentException>(() => book.Add("mona", "coder", "short", DateTimeOffset.UtcNow));
        Assert.Throws<ArgumentException>(() => book.AddKey("sami", ["read"], DateTimeOffset.UtcNow));
        Assert.Throws<ArgumentException>(() => book.AddKey("feed", [], DateTimeOffset.UtcNow));
        Assert.Throws<ArgumentException>(() => book.AddKey("feed", ["everything"], DateTimeOffset.UtcNow));
        Assert.Single(book.Accounts);
        Assert.Empty(book.Keys);
    }
}
