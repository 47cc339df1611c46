using System.Diagnostics;
using System.Globalization;
using System.Text;
using Isnad.Ledger;
using Isnad.Tests.Tool;

namespace Isnad.Tests.Ledger;

/// <summary>An ingest that is killed at random moments loses nothing that it acknowledged, and doubles nothing.</summary>
public sealed class KillTests : IDisposable
{
    private const int Reports = 1500;

    /// <summary>Kills in the suite; <c>ISNAD_KILLS</c> asks for more.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("ISNAD_KILLS"), CultureInfo.InvariantCulture, out var n) ? n : 5;

    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Killed_at_any_moment_it_loses_and_doubles_nothing()
    {
        var archive = _tool.Write("archive.ndjson", Archive());
        var random = new Random(7);
        var left = Kills;
        for (var round = 0; left > 0; round++)
        {
            var data = Path.Combine(_tool.Folder, $"data-{round}");
            var acknowledged = new HashSet<string>(StringComparer.Ordinal);
            // A round ends when an ingest has come to its end; then another ledger is begun.
            var finished = false;
            while (!finished && left > 0)
            {
                finished = !KillOne(archive, data, random, acknowledged);
                if (!finished) left--;
                using var store = Open(data);
                if (store is null) continue;
                var there = store.Database.Rows("select id from reports", r => r.GetString(0));
                Assert.Equal(there.Count, there.Distinct().Count());
                Assert.Empty(acknowledged.Except(there));
            }
            Assert.Equal(0, ToolRun.Run("ingest", archive, "--data", data).Code);
            var audit = ToolRun.Run("audit", "--data", data);
            Assert.Contains($"{Reports} reports in {Reports} versions", audit.Output, StringComparison.Ordinal);
            Assert.EndsWith(" 0 faults\n", audit.Output, StringComparison.Ordinal);
            using var killed = Open(data)!;
            var before = Audit.Print(killed);
            killed.Rebuild();
            Assert.Equal(before, Audit.Print(killed));
        }
    }

    private static Store? Open(string data) => File.Exists(Path.Combine(data, Store.FileName)) ? Store.Open(data, Repository.CompiledPacks) : null;

    /// <summary>Starts an ingest and kills it after some reports and a moment; false if it was done before.</summary>
    private static bool KillOne(string archive, string data, Random random, HashSet<string> acknowledged)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var arg in (string[])[Path.Combine(AppContext.BaseDirectory, "Isnad.Tool.dll"), "ingest", archive, "--data", data, "-v"]) start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var most = random.Next(Reports);
        for (var i = 0; i < most && process.StandardOutput.ReadLine() is { } line; i++) Acknowledge(line, acknowledged);
        var done = process.WaitForExit(random.Next(120));
        if (!done) process.Kill();
        process.WaitForExit();
        // What it wrote before it was killed counts; a line that was cut off does not.
        foreach (var line in process.StandardOutput.ReadToEnd().Split('\n')[..^1]) Acknowledge(line, acknowledged);
        return !done;
    }

    private static void Acknowledge(string line, HashSet<string> acknowledged)
    {
        if (line.Split('\t') is [_, var id]) acknowledged.Add(id);
    }

    private static string Archive()
    {
        string[] towns = ["سراقب", "معرة النعمان", "تعز", "مأرب", "الموصل", "سبها"];
        var lines = new StringBuilder();
        for (var i = 0; i < Reports; i++)
            lines.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"r{i}\",\"outlet\":\"صحيفة {i % 40}\",\"published\":\"2021-{1 + (i / 28 % 12):00}-{1 + (i % 28):00}\",\"text\":\"قتل {1 + (i % 9)} مدنيين أمس في قصف على {towns[i % towns.Length]}، بحسب الدفاع المدني. وأصيب {i % 30} آخرون.\"}}\n");
        return lines.ToString();
    }
}
