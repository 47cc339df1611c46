using System.Text;
using System.Text.Json;

namespace Isnad.Tests.Tool;

public sealed class ReadCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    private string Archive()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 300; i++)
            lines.Append($"{{\"id\":\"r{i}\",\"outlet\":\"الميناء\",\"published\":\"2021-03-10\",\"text\":\"{new StringBuilder().Insert(0, $"قتل {i} مدنيا أمس في قصف على البلدة. ", 1 + i * 7 % 23)}\"}}\n");
        lines.Insert(lines.ToString().IndexOf("{\"id\":\"r7\"", StringComparison.Ordinal), "broken\n");
        return _tool.Write("archive.ndjson", lines.ToString());
    }

    [Theory]
    [InlineData("ndjson")]
    [InlineData("json")]
    [InlineData("text")]
    [InlineData("html")]
    public void Any_number_of_jobs_writes_the_same_bytes(string format)
    {
        var archive = Archive();
        var one = ToolRun.Run("read", archive, "--values", "--format", format, "--jobs", "1");
        var two = ToolRun.Run("read", archive, "--values", "--format", format, "--jobs", "2");
        var many = ToolRun.Run("read", archive, "--values", "--format", format, "--jobs", "7");
        Assert.Equal(1, one.Code);
        Assert.True(one.Bytes.AsSpan().SequenceEqual(two.Bytes));
        Assert.True(one.Bytes.AsSpan().SequenceEqual(many.Bytes));
        Assert.Equal(one.Error, two.Error);
        Assert.Contains($"{archive}:8: ", one.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Readings_come_in_the_order_of_the_reports()
    {
        var result = ToolRun.Run("read", Archive(), "--no-text", "--jobs", "3");
        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"r{i}"),
            result.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("report").GetProperty("id").GetString()));
        Assert.DoesNotContain("\"text\":\"قتل 1 مدنيا أمس في قصف على البلدة. ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_appears_only_when_it_is_complete()
    {
        var to = Path.Combine(_tool.Folder, "out.html");
        var result = ToolRun.Run("read", Archive(), "--format", "html", "--out", to);
        Assert.Equal(1, result.Code);
        Assert.Empty(result.Bytes);
        Assert.EndsWith("</html>\n", File.ReadAllText(to), StringComparison.Ordinal);
        Assert.Equal(["archive.ndjson", "out.html"], Directory.GetFiles(_tool.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Json_of_several_is_an_array_of_one_an_object()
    {
        var one = ToolRun.Run("read", "--format", "json", _tool.Write("a.txt", "قال الجيش"));
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(one.Bytes).RootElement.ValueKind);
        var two = ToolRun.Run("read", "--format", "json", _tool.Write("a.txt", "قال الجيش"), _tool.Write("b.txt", "قالت الوكالة"));
        Assert.Equal(2, JsonDocument.Parse(two.Bytes).RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData]
    [InlineData("read")]
    [InlineData("explain")]
    [InlineData("schema")]
    [InlineData("bench")]
    [InlineData("packs")]
    [InlineData("packs", "lint")]
    public void Every_command_has_help_with_examples(params string[] command)
    {
        var result = ToolRun.Run([.. command, "--help"]);
        Assert.Equal(0, result.Code);
        Assert.Contains("Examples:\n  isnad ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Isnad.Tool", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_version_and_explain_print()
    {
        Assert.Equal(Isnad.Writing.ReadingSchema.Json, ToolRun.Run("schema").Output);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", ToolRun.Run("--version").Output);
        Assert.Equal(0, ToolRun.Run("explain", "قال الجيش").Code);
    }

    [Fact]
    public void Bench_tells_speed_and_memory()
    {
        var result = ToolRun.Run("bench", _tool.Write("a.txt", "قتل خمسة مدنيين أمس. نعم.\nقال الجيش إنه انسحب؟ لا"), "--rounds", "1");
        Assert.Equal(0, result.Code);
        Assert.Contains("1 reports, 2 sentences", result.Output, StringComparison.Ordinal);
        Assert.Contains("sentences a second", result.Output, StringComparison.Ordinal);
        Assert.Contains("peak memory", result.Output, StringComparison.Ordinal);
    }
}
