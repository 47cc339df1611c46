using System.Text.Json;
using Isnad.Tests.Tool;

namespace Isnad.Tests.Ledger;

/// <summary>The ledger by the command line.</summary>
public sealed class LedgerCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    private string Data => Path.Combine(_tool.Folder, "data");

    public void Dispose() => _tool.Dispose();

    private ToolResult Isnad(params string[] args) => ToolRun.Run([.. args, "--data", Data]);

    [Fact]
    public void Samples_go_in_once_and_can_be_asked()
    {
        var samples = Path.Combine(Repository.Root, "samples");
        Assert.Contains("10 added", Isnad("ingest", samples, "--dry-run").Error, StringComparison.Ordinal);
        Assert.Contains("10 added", Isnad("ingest", samples).Error, StringComparison.Ordinal);
        Assert.Contains("0 added, 0 revised, 0 older versions, 10 known", Isnad("ingest", samples).Error, StringComparison.Ordinal);
        var syria = JsonDocument.Parse(Isnad("events", "--place", "SYR", "--format", "json").Output).RootElement;
        Assert.True(syria.GetArrayLength() > 0);
        Assert.All(syria.EnumerateArray(), e => Assert.Equal("SYR", e.GetProperty("country").GetString()));
        var first = syria[0].GetProperty("id").GetString()!;
        Assert.StartsWith(first, Isnad("events", first).Output, StringComparison.Ordinal);
        Assert.StartsWith("measure,scope,of,place", Isnad("figures", "--measure", "killed", "--format", "csv").Output, StringComparison.Ordinal);
        Assert.NotEqual("[]", Isnad("sources", "--format", "json").Output.Trim());
        // The word stands in the reports with what is written together with it, too.
        Assert.Contains("sample-01", Isnad("search", "مرصد").Output, StringComparison.Ordinal);
        Assert.Contains("no report holds", Isnad("search", "كلمةلاوجودلها").Error, StringComparison.Ordinal);
        Assert.Contains("controls", Isnad("situation", "--at", "2021-03-12").Output, StringComparison.Ordinal);
        Assert.Contains("FeatureCollection", Isnad("export", "--format", "geojson").Output, StringComparison.Ordinal);
        Assert.Contains("0 changed", Isnad("reread").Error, StringComparison.Ordinal);
        Assert.Contains("nothing has changed", Isnad("rebuild").Error, StringComparison.Ordinal);
        var copy = Path.Combine(_tool.Folder, "copy.db");
        Assert.Equal(0, Isnad("backup", copy).Code);
        Assert.Equal(2, Isnad("backup", copy).Code);
        Assert.Equal(0, Isnad("forget", "sample-01").Code);
        Assert.DoesNotContain("sample-01", Isnad("search", "مرصد").Output, StringComparison.Ordinal);
        Assert.EndsWith("0 faults\n", Isnad("audit").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_done_is_said_in_one_line()
    {
        foreach (var (args, words) in (ValueTuple<string[], string>[])[(["events"], "there is no ledger"), (["events", "--near", "1,2"], "latitude"), (["situation", "--at", "tomorrow"], "not a date"), (["export", "--format", "xls"], "choose")])
        {
            var result = Isnad(args);
            Assert.Equal(2, result.Code);
            Assert.Contains(words, result.Error, StringComparison.Ordinal);
        }
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "isnad.db"), "this is no database, but a text of some length, so that nobody takes it for an empty file");
        Assert.Equal(2, Isnad("events").Code);
    }
}
