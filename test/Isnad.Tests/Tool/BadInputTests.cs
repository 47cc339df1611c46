using System.Text;
using System.Text.Json;

namespace Isnad.Tests.Tool;

/// <summary>Bad input: an error that names file and line, the rest still read, exit code 1; 2 when nothing could start.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Good = "{\"id\":\"good\",\"text\":\"قال الجيش إن مدنيين قتلوا.\"}\n";

    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    private static JsonElement Reading(string line) => JsonDocument.Parse(line).RootElement;

    private static string Id(string line) => Reading(line).GetProperty("report").GetProperty("id").GetString()!;

    [Fact]
    public void Bytes_that_are_not_utf8_name_file_line_offset_and_the_way_out()
    {
        var windows = Isnad.Intake.Encodings.Named("windows-1256")!;
        var bad = _tool.Write("a.txt", [.. "one\n"u8, .. windows.GetBytes("قال الجيش")]);
        var good = _tool.Write("b.ndjson", Good);
        var result = ToolRun.Run("read", bad, good);
        Assert.Equal(1, result.Code);
        Assert.Contains($"{bad}:2: not UTF-8: byte 0xDE at offset 4", result.Error, StringComparison.Ordinal);
        Assert.Contains("--encoding windows-1256", result.Error, StringComparison.Ordinal);
        Assert.Equal("good", Id(Assert.Single(result.Lines)));
    }

    [Fact]
    public void Windows_1256_is_read_by_option_and_by_declaration()
    {
        var windows = Isnad.Intake.Encodings.Named("windows-1256")!;
        var bare = _tool.Write("a.txt", windows.GetBytes("قال الجيش"));
        var declared = _tool.Write("b.txt", windows.GetBytes("outlet: الميناء\nencoding: windows-1256\n\nقال الجيش\n"));
        var byOption = ToolRun.Run("read", "--encoding", "windows-1256", bare);
        Assert.Equal(0, byOption.Code);
        Assert.Equal("قال الجيش", Reading(byOption.Lines[0]).GetProperty("report").GetProperty("text").GetString());
        var byItself = ToolRun.Run("read", declared);
        Assert.Equal(0, byItself.Code);
        Assert.Equal("الميناء", Reading(byItself.Lines[0]).GetProperty("report").GetProperty("outlet").GetString());
    }

    [Fact]
    public void Broken_lines_are_named_and_the_others_read()
    {
        var file = _tool.Write("a.ndjson", Good + "{\"text\": \n\n[1,2]\n{\"id\":\"x\"}\n{\"text\":5}\n{\"text\":\"a\"} {}\n" + Good.TrimEnd());
        var result = ToolRun.Run("read", file);
        Assert.Equal(1, result.Code);
        Assert.Equal(["good", "good"], result.Lines.Select(Id));
        foreach (var (line, what) in new[] { (2, "broken JSON"), (4, "found an array"), (5, "no field 'text'"), (6, "'text' must be a string; found a number"), (7, "broken JSON") })
            Assert.Contains(result.Error.Split('\n'), e => e.StartsWith($"isnad: {file}:{line}: ", StringComparison.Ordinal) && e.Contains(what, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.txt", " \n\n")]
    [InlineData("a.ndjson", "")]
    [InlineData("a.json", "")]
    [InlineData("a.ndjson", "\n\n")]
    public void Empty_files_are_errors(string name, string text)
    {
        var result = ToolRun.Run("read", _tool.Write(name, text), _tool.Write("z.ndjson", Good));
        Assert.Equal(1, result.Code);
        Assert.Contains("is empty", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Lines);
    }

    [Fact]
    public void Missing_files_and_empty_folders_are_errors()
    {
        var missing = Path.Combine(_tool.Folder, "no.txt");
        var empty = Directory.CreateDirectory(Path.Combine(_tool.Folder, "empty")).FullName;
        var result = ToolRun.Run("read", missing, empty, _tool.Write("z.ndjson", Good));
        Assert.Equal(1, result.Code);
        Assert.Contains($"{missing}: there is no such file", result.Error, StringComparison.Ordinal);
        Assert.Contains($"{empty}: the folder is empty", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Lines);
    }

    [Fact]
    public void Lone_surrogates_do_not_stop_anything()
    {
        var result = ToolRun.Run("read", _tool.Write("a.ndjson", "{\"id\":\"s\",\"text\":\"a \\ud800 b \\udc00\\ud83d\\ude00\"}\n" + Good));
        Assert.Equal(0, result.Code);
        Assert.Equal(["s", "good"], result.Lines.Select(Id));
        Assert.Equal("a \ufffd b \ufffd\U0001f600", Reading(result.Lines[0]).GetProperty("report").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("(")]
    [InlineData("و")]
    [InlineData("7")]
    [InlineData("\u064e")]
    [InlineData("\u202e\u2067")]
    [InlineData("\"")]
    public void A_million_of_one_thing_is_read(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 1_000_000).ToString();
        var result = ToolRun.Run("read", "--no-text", "--format", "ndjson", _tool.Write("a.txt", text), _tool.Write("z.ndjson", Good));
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.Code);
        Assert.Equal(2, result.Lines.Length);
    }

    [Fact]
    public void Nested_json_is_an_error_with_its_line()
    {
        var deep = new string('[', 1_000_000);
        var file = _tool.Write("a.ndjson", $"{{\"text\":{deep}\n{deep}\n{{\"more\":{deep}\n{Good}");
        var result = ToolRun.Run("read", file);
        Assert.Equal(1, result.Code);
        Assert.Equal("good", Id(Assert.Single(result.Lines)));
        for (var line = 1; line <= 3; line++) Assert.Contains($"{file}:{line}: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_megabytes_in_one_line_are_read()
    {
        var text = new StringBuilder().Insert(0, "قال الجيش إن مدنيين قتلوا في القصف ", 320_000).ToString();
        var result = ToolRun.Run("read", "--no-text", "--format", "ndjson", _tool.Write("a.ndjson", $"{{\"id\":\"long\",\"text\":\"{text}\"}}\n{Good}"));
        Assert.Equal("", result.Error);
        Assert.Equal(["long", "good"], result.Lines.Select(Id));
    }

    [Theory]
    [InlineData("read", "--format", "xml", "x")]
    [InlineData("read", "--jobs", "0", "x")]
    [InlineData("read", "--published", "yesterday", "x")]
    [InlineData("read", "--encoding", "klingon", "x")]
    [InlineData("read", "--nonsense")]
    [InlineData("read", "--packs", "/nowhere", "x")]
    [InlineData("read", "--out", "/nowhere/x.json", "x")]
    [InlineData("nonsense")]
    [InlineData("packs", "lint", "--packs", "/nowhere")]
    [InlineData("explain", "missing.txt")]
    [InlineData("explain", "")]
    [InlineData("events", "--grade", "nonsense")]
    [InlineData("events", "--status", "nonsense")]
    [InlineData("events", "--disputed", "nonsense")]
    [InlineData("events", "--limit", "-3")]
    [InlineData("figures", "--measure", "nonsense")]
    [InlineData("figures", "--scope", "nonsense")]
    public void Nothing_starts_on_bad_options(params string[] args)
    {
        var result = ToolRun.Run(args);
        Assert.Equal(2, result.Code);
        Assert.StartsWith("isnad: ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Bytes);
    }

    [Fact]
    public void Standard_input_is_read_whatever_its_shape()
    {
        Assert.Equal("good", Id(Assert.Single(ToolRun.RunOn(Encoding.UTF8.GetBytes(Good), "read").Lines)));
        Assert.Equal(2, ToolRun.RunOn(Encoding.UTF8.GetBytes($"[{Good},\n{Good}]"), "read", "-").Lines.Length);
        var plain = ToolRun.RunOn(Encoding.UTF8.GetBytes("قال الجيش"), "read", "-", "--outlet", "O", "--published", "2020-02-07");
        var report = Reading(Assert.Single(plain.Lines)).GetProperty("report");
        Assert.Equal("O", report.GetProperty("outlet").GetString());
        Assert.Equal("2020-02-07", report.GetProperty("published").GetString());
        Assert.Equal(1, ToolRun.Run("read").Code);
    }
}
