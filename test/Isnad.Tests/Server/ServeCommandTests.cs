using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Isnad.Tests.Tool;

namespace Isnad.Tests.Server;

/// <summary>The commands that serve, as processes of their own.</summary>
public sealed class ServeCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(240);

    [Fact]
    public async Task ServePrintsItsAddressAndMakesTheLedger()
    {
        using var run = new ToolRun();
        var data = Path.Combine(run.Folder, "new");
        await Served(["serve", "--data", data, "--urls", "http://127.0.0.1:0"], async (address, client) =>
        {
            Assert.Equal("ready\n", await client.GetStringAsync(address + "/health/ready", TestContext.Current.CancellationToken));
            var counts = await client.GetFromJsonAsync<JsonElement>(address + "/api/counts", TestContext.Current.CancellationToken);
            Assert.Equal(0, counts.GetProperty("reports").GetInt64());
        });
        Assert.True(File.Exists(Path.Combine(data, "isnad.db")));
    }

    [Fact]
    public async Task DemoHasTheSamples() => await Served(["demo", "--no-browser"], async (address, client) =>
    {
        var counts = await client.GetFromJsonAsync<JsonElement>(address + "/api/counts", TestContext.Current.CancellationToken);
        Assert.Equal(Samples.SampleList.Reports.Count, counts.GetProperty("reports").GetInt64());
        Assert.True(counts.GetProperty("events").GetInt64() > 0);
    });

    [Theory]
    [InlineData("http://0.0.0.0:0", "isnad accounts add")]
    [InlineData("nonsense", "not an address")]
    public void WhatMustNotBeServedIsRefused(string urls, string what)
    {
        using var run = new ToolRun();
        var result = ToolRun.Run("serve", "--data", Path.Combine(run.Folder, "new"), "--urls", urls);
        Assert.Equal(2, result.Code);
        Assert.Contains(what, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    private static async Task Served(string[] args, Func<string, HttpClient, Task> ask)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Isnad.Tool.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
            if (line is null) Assert.Fail(await errors);
            using var client = new HttpClient { Timeout = Patience };
            await ask(line![line!.IndexOf("http", StringComparison.Ordinal)..], client);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
