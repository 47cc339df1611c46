using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Isnad.Readings;
using Isnad.Tool.Output;
using Isnad.Writing;
using NJsonSchema;

namespace Isnad.Tests.Tool;

public sealed class OutputTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(ReadingSchema.Json).GetAwaiter().GetResult();

    private static string Written(Reading reading, bool withText = true)
    {
        var bytes = new ArrayBufferWriter<byte>();
        ReadingWriter.Write(reading, bytes, withText: withText);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static string Page(OutputFormat format, params Reading[] readings)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var reading in readings) format.Write(reading, bytes);
        return format.Head(readings.Length > 1) + Encoding.UTF8.GetString(bytes.WrittenSpan) + format.Tail(readings.Length);
    }

    [Fact]
    public void The_schema_takes_a_reading_with_every_member_filled()
    {
        Assert.Empty(Schema.Validate(Written(FullReading.Make())));
        Assert.Empty(Schema.Validate(Written(FullReading.Make(), withText: false)));
    }

    [Theory]
    [InlineData("\"kind\":\"place\"", "\"kind\":\"plaice\"")]
    [InlineData("\"status\":\"denied\"", "\"status\":\"maybe\"")]
    [InlineData("\"measure\":\"killed\"", "\"measure\":\"slain\"")]
    [InlineData("\"predicate\":\"links\"", "\"predicate\":\"joins\"")]
    [InlineData("\"bound\":\"at-least\"", "\"bound\":\"atleast\"")]
    [InlineData("\"rule\":", "\"role\":")]
    [InlineData("\"quoted\":true", "\"quoted\":\"true\"")]
    [InlineData("\"schema\":\"isnad/reading/1\"", "\"schema\":\"isnad/reading/2\"")]
    [InlineData("\"diagnostics\":", "\"diagnostic\":")]
    public void The_schema_refuses_what_the_format_does_not_have(string right, string wrong)
    {
        var json = Written(FullReading.Make());
        Assert.Contains(right, json, StringComparison.Ordinal);
        var at = json.IndexOf(right, StringComparison.Ordinal);
        Assert.NotEmpty(Schema.Validate(json[..at] + wrong + json[(at + right.Length)..]));
    }

    [Fact]
    public void The_schema_knows_every_word_of_the_vocabularies()
    {
        void All<T>() where T : struct, Enum
        {
            foreach (var value in Enum.GetValues<T>()) Assert.Contains($"\"{Words.Of(value)}\"", ReadingSchema.Json, StringComparison.Ordinal);
        }
        All<EntityKind>();
        All<PlacePrecision>();
        All<SourceKind>();
        All<Stance>();
        All<ClaimStatus>();
        All<Polarity>();
        All<Assertion>();
        All<TimePrecision>();
        All<TimeRelation>();
        All<TimeBasis>();
        All<Bound>();
        All<Distribution>();
        All<FigureScope>();
        All<Measure>();
        All<RelationType>();
        All<SectionKind>();
        All<ValueKind>();
        All<EventType>();
        All<Predicate>();
    }

    [Fact]
    public void Html_never_takes_a_report_for_markup()
    {
        var page = Page(new HtmlFormat(), FullReading.Hostile(), FullReading.Make());
        foreach (var tag in new[] { "<script>alert", "<img", "<b>Port", "<u>", "<s>", "<em>", "<r>", "onload=\"x", "\u0000" })
            Assert.DoesNotContain(tag, page, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, "<script"));
        Assert.Equal(1, Regex.Count(page, "</script>"));
        Assert.Equal(1, Regex.Count(page, "</title>"));
    }

    [Fact]
    public void Html_asks_nothing_of_the_network()
    {
        var page = Page(new HtmlFormat(), FullReading.Make());
        Assert.DoesNotMatch(new Regex("(src|href)=\"?(https?:|//)|url\\(|@import|<link"), page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_gives_the_whole_text_back_and_the_marks_of_each_claim()
    {
        var reading = FullReading.Make();
        var page = Page(new HtmlFormat(), reading);
        var article = Regex.Match(page, "<article.*?</article>", RegexOptions.Singleline).Value;
        var text = string.Concat(Regex.Matches(article, "<mark data-a=[^>]*>([^<]*)</mark>").Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)));
        Assert.Equal(reading.Report.Text.Replace("\n", "", StringComparison.Ordinal), text);
        Assert.Contains("dir=\"rtl\" lang=\"ar\"", article, StringComparison.Ordinal);
        foreach (var claim in reading.Claims)
        {
            Assert.Contains($"data-claim=\"{claim.Id}\"", page, StringComparison.Ordinal);
            foreach (var e in claim.Evidence)
                Assert.Contains($",{(e.InTitle ? "title" : "text")},{e.Start},{e.End}", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_tells_who_says_what_with_bounds_and_closed_isolates()
    {
        var text = Page(new TextFormat(100, colour: false), FullReading.Make());
        Assert.Contains("\u2068مرصد الجنوب لحقوق الإنسان\u2069 \u2190 via \u2068وكالة الساحل للأنباء\u2069 \u2190 \u2068صحيفة الميناء\u2069", text, StringComparison.Ordinal);
        Assert.Contains("at least 12", text, StringComparison.Ordinal);
        Assert.Contains("about 500", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        foreach (var line in text.Split('\n'))
        {
            Assert.Equal(line.Count(c => c == '\u2068'), line.Count(c => c == '\u2069'));
            Assert.True(DisplayWidth.Of(line) <= 100, line);
        }
    }

    [Fact]
    public void Text_lets_no_report_steer_the_terminal()
    {
        var reading = FullReading.Hostile() with { Report = new Report { Title = "a\u001b[31mred\u202eb\u2069c\r", Text = "" } };
        var text = Page(new TextFormat(100, colour: false), reading);
        Assert.StartsWith("a[31mredbc\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_object_or_an_array()
    {
        var one = Page(new JsonFormat(withText: true), FullReading.Make());
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(one).RootElement.ValueKind);
        Assert.Equal("[]\n", Page(new JsonFormat(withText: true)));
    }

    [Theory]
    [InlineData(370.0, null, Bound.MoreThan, "more than 370")]
    [InlineData(500000.0, 500000.0, Bound.About, "about 500,000")]
    [InlineData(null, 12.0, Bound.UpTo, "up to 12")]
    [InlineData(null, 12.0, Bound.LessThan, "fewer than 12")]
    [InlineData(5.0, 8.0, Bound.Between, "5\u20138")]
    [InlineData(20.0, 99.0, Bound.Vague, "roughly 20\u201399")]
    [InlineData(0.0, 0.0, Bound.Exact, "0")]
    [InlineData(2.5, 2.5, Bound.Exact, "2.5")]
    public void Figures_keep_their_bounds(double? low, double? high, Bound bound, string expected) =>
        Assert.Equal(expected, Phrases.Value(low, high, bound));
}
