using System.Text;
using Isnad.Intake;

namespace Isnad.Tests.Intake;

public sealed class ReportStreamTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("isnad-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<Arrival> Read(byte[] bytes, string name, IntakeOptions? options = null) =>
        [.. new ReportStream(options ?? new IntakeOptions()).ReadStream(new MemoryStream(bytes), name)];

    private static List<Arrival> Read(string text, string name) => Read(Encoding.UTF8.GetBytes(text), name);

    private static Report One(List<Arrival> arrivals)
    {
        var arrival = Assert.Single(arrivals);
        Assert.Null(arrival.Error);
        return arrival.Report!;
    }

    private string Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public void Ndjson_gives_every_field()
    {
        var report = One(Read("""{"id":7,"outlet":"o","url":null,"title":"t","language":"ar","published":"2020-02-07","fetched":"f","forwarded_from":"ff","translated_from":"en","revision_of":"6","other":{"text":[1]},"text":"a\n\u0628\"\\\/"}""", "-"));
        Assert.Equal(new Report
        {
            Id = "7",
            Outlet = "o",
            Title = "t",
            Language = "ar",
            Published = "2020-02-07",
            Fetched = "f",
            ForwardedFrom = "ff",
            TranslatedFrom = "en",
            RevisionOf = "6",
            Text = "a\nب\"\\/",
        }, report);
    }

    [Fact]
    public void A_lone_surrogate_reaches_the_reader()
    {
        Assert.Equal("x\ud800y\ud83d\ude00", One(Read("""{"text":"x\ud800y\ud83d\ude00"}""", "a.ndjson")).Text);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("-")]
    public void Plain_text_is_kept_exactly(string name)
    {
        const string text = "  سطر\r\nآخر\u202e \u0000 \n\n=== not a header\n";
        Assert.Equal(text, One(Read(text, name)).Text);
    }

    [Fact]
    public void A_header_gives_fields_and_what_follows_the_rule_is_no_text()
    {
        var report = One(Read("id: s1\noutlet: الميناء\npublished: 2021-03-10\ntitle: عنوان: فرعي\n\nسطر أول.\nسطر ثان.\n\n=== reading\nevent X\n", "a.txt"));
        Assert.Equal(new Report { Id = "s1", Outlet = "الميناء", Published = "2021-03-10", Title = "عنوان: فرعي", Text = "سطر أول.\nسطر ثان." }, report);
        Assert.Equal("note: this\n\nis text\n", One(Read("note: this\n\nis text\n", "a.txt")).Text);
    }

    [Fact]
    public void Encodings_with_marks_are_read()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            Assert.Equal("قال", One(Read([.. encoding.GetPreamble(), .. encoding.GetBytes("قال")], "a.txt")).Text);
            Assert.Equal("قال", One(Read([.. encoding.GetPreamble(), .. encoding.GetBytes("{\"text\":\"قال\"}\n")], "a.ndjson")).Text);
        }
    }

    [Fact]
    public void Ndjson_in_another_encoding_is_read_line_by_line()
    {
        var windows = Encodings.Named("windows-1256")!;
        var arrivals = Read(windows.GetBytes("{\"text\":\"قال\"}\n{\"text\":\"دعا\"}\n"), "a.ndjson", new IntakeOptions { Encoding = windows });
        Assert.Equal(["قال", "دعا"], arrivals.Select(a => a.Report!.Text));
    }

    [Fact]
    public void Json_arrays_and_objects_over_several_lines_are_read_with_their_lines()
    {
        var arrivals = Read("[\n  {\"text\": \"a ] } \\\" b\"},\n  {\"text\": 5},\n  7,\n  {\"text\":\n   \"c\"}\n]\n", "a.json");
        Assert.Equal(["a ] } \" b", null, null, "c"], arrivals.Select(a => a.Report?.Text));
        Assert.Equal([3L, 4L], arrivals.Where(a => a.Error is not null).Select(a => a.Error!.Line!.Value));
        Assert.Equal("x", One(Read("{\n  \"text\": \"x\"\n}\n", "-")).Text);
        Assert.Contains("does not end", Read("[{\"text\":\"a\"},", "a.json")[^1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_first_line_does_not_hide_the_others()
    {
        var arrivals = Read("{\"text\": \"a\n{\"text\": \"b\"}\n", "-");
        Assert.Equal(1, arrivals[0].Error!.Line);
        Assert.Equal("b", arrivals[1].Report!.Text);
    }

    [Fact]
    public void Bytes_in_a_line_that_are_no_utf8_cost_only_that_line()
    {
        var arrivals = Read([.. "{\"text\":\"a\"}\n{\"text\":\""u8, 0xC7, .. "\"}\n{\"text\":\"b\"}\n"u8], "a.ndjson");
        Assert.Equal(["a", null, "b"], arrivals.Select(a => a.Report?.Text));
        Assert.Equal(2, arrivals[1].Error!.Line);
        Assert.Contains("offset 22", arrivals[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_is_too_long_costs_only_itself()
    {
        var options = new IntakeOptions { LongestReport = 1 << 17 };
        var arrivals = Read(Encoding.UTF8.GetBytes($"{{\"text\":\"{new string('a', 1 << 19)}\"}}\n{{\"text\":\"b\"}}\n"), "a.ndjson", options);
        Assert.Equal([null, "b"], arrivals.Select(a => a.Report?.Text));
        Assert.Equal(1, arrivals[0].Error!.Line);
    }

    [Fact]
    public void Folders_are_read_in_ordinal_order_and_what_is_no_report_is_passed_over()
    {
        Put("b.txt", "b");
        Put("a/z.txt", "a/z");
        Put("a.txt", "a");
        Put("B.txt", "B");
        Put("picture.png", "x");
        Put(".hidden.txt", "x");
        Put("a/y/x.ndjson", "{\"text\":\"a/y/x\"}");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "loop"), _folder);
        var stream = new ReportStream(new IntakeOptions());
        Assert.Equal(["B", "a", "a/y/x", "a/z", "b"], stream.Read([_folder]).Select(a => a.Report!.Text));
        Assert.Equal(1, stream.PassedOver);
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_costs_only_itself()
    {
        Put("a/locked/x.txt", "x");
        Put("a/y.txt", "y");
        var locked = Path.Combine(_folder, "a", "locked");
        var found = FileWalk.Below(_folder, path => path == locked
            ? throw new UnauthorizedAccessException("denied") : new DirectoryInfo(path).GetFileSystemInfos()).ToList();
        Assert.Equal([(locked, "cannot list the folder: denied"), (Path.Combine(_folder, "a", "y.txt"), null)], found);
    }

    [Fact]
    public void Options_fill_in_what_reports_do_not_say()
    {
        var options = new IntakeOptions { Outlet = "O", Published = "2020-01-01" };
        var arrivals = Read("{\"text\":\"a\"}\n{\"text\":\"b\",\"outlet\":\"P\",\"published\":\"2021-01-01\"}\n"u8.ToArray(), "a.ndjson", options);
        Assert.Equal([("O", "2020-01-01"), ("P", "2021-01-01")], arrivals.Select(a => (a.Report!.Outlet!, a.Report.Published!)));
    }

    [Fact]
    public void A_seeded_storm_of_bytes_never_throws()
    {
        var random = new Random(20200207);
        var seed = Encoding.UTF8.GetBytes("[{\"id\":\"a\",\"text\":\"قال \\ud800 \\n الجيش\"},\n{\"text\":null}]\n{\"text\":\"ب\"}\nid: x\n\n===\n");
        var names = new[] { "a.txt", "a.json", "a.ndjson", "-" };
        for (var round = 0; round < 4000; round++)
        {
            var bytes = (byte[])seed.Clone();
            for (var i = random.Next(12); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var from = random.Next(bytes.Length);
            foreach (var arrival in Read(bytes[from..random.Next(from, bytes.Length)], names[round % names.Length]))
                Assert.True((arrival.Report is null) != (arrival.Error is null));
        }
    }
}
