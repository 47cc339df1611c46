using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Isnad.Readings;
using Isnad.Tool.Output;

namespace Isnad.Tests.Tool;

/// <summary>The page in the words of a pack: its direction, its words, and nothing of a report taken for markup.</summary>
public sealed class HtmlWordsTests
{
    private static readonly PageWords Arabic = PageWords.Of("ar")!;

    private static string Page(PageWords words, params Reading[] readings)
    {
        var format = new HtmlFormat(words);
        format.Begin(readings[0].Report);
        return Written(format, readings);
    }

    private static string Written(HtmlFormat format, params Reading[] readings)
    {
        var page = new StringBuilder(format.Head(readings.Length > 1));
        foreach (var reading in readings)
        {
            var to = new ArrayBufferWriter<byte>();
            format.Write(reading, to);
            page.Append(Encoding.UTF8.GetString(to.WrittenSpan));
        }
        return page.Append(format.Tail(readings.Length)).ToString();
    }

    [Fact]
    public void A_page_runs_in_the_direction_of_its_words_and_its_texts_in_their_own()
    {
        var arabic = Page(Arabic, FullReading.Make());
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", arabic, StringComparison.Ordinal);
        var own = Page(PageWords.Own, FullReading.Make());
        Assert.Contains("<html lang=\"en\" dir=\"ltr\">", own, StringComparison.Ordinal);
        foreach (var page in new[] { arabic, own })
            Assert.Contains("<article data-field=\"text\" dir=\"rtl\" lang=\"ar\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_has_the_words_of_its_language_and_no_others()
    {
        var page = Page(Arabic, FullReading.Make());
        foreach (var word in new[] { "إسناد", "الأحداث", "الأرقام", "من القائل، وعمن ينقل", "قتلى" })
            Assert.Contains(word, page, StringComparison.Ordinal);
        var shown = Regex.Replace(page, "<(style|script)>.*?</\\1>|<bdi lang=\"en\">.*?</bdi>|<code.*?</code>|<bdi>[^<]*</bdi>|<[^>]*>", " ", RegexOptions.Singleline);
        foreach (var word in Arabic.Keys.Where(k => k.Length > 3 && !k.Contains('{', StringComparison.Ordinal)))
            Assert.DoesNotMatch($@"(?<![\w-]){Regex.Escape(word)}(?![\w-])", shown);
    }

    [Fact]
    public void Numbers_and_dates_keep_their_direction()
    {
        var time = new ClaimTime { Start = "2020-11-17", End = "2020-11-19", Precision = TimePrecision.Day, Relation = TimeRelation.At };
        Assert.Equal("\u20662020-11-17\u2069 إلى \u20662020-11-19\u2069", Phrases.Time(time, Arabic));
        Assert.Equal("2020-11-17 \u2013 2020-11-19", Phrases.Time(time));
        Assert.Equal("\u206610\u2069 إلى \u206615\u2069", Phrases.Value(10, 15, Bound.Between, Arabic));
        Assert.Equal("\u206622\u2069 على الأقل", Phrases.Value(22, null, Bound.AtLeast, Arabic));
    }

    [Fact]
    public void No_report_is_taken_for_markup_in_any_words()
    {
        var page = Page(Arabic, FullReading.Hostile(), FullReading.Make());
        foreach (var tag in new[] { "<script>alert", "<img", "<b>Port", "<u>", "<s>", "<em>", "<r>", "onload=\"x", "\u0000" })
            Assert.DoesNotContain(tag, page, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, "<script"));
    }

    [Theory]
    [InlineData("ar", "x", "ar")]
    [InlineData("ar-SY", "x", "ar")]
    [InlineData("fr", "قتل", "en")]
    [InlineData("en", "قتل", "en")]
    [InlineData(null, "قتل ستة", "ar")]
    [InlineData(null, "Six were killed", "en")]
    public void The_first_report_decides_where_nobody_does(string? language, string text, string expected)
    {
        var format = new HtmlFormat(null, "ar");
        format.Begin(new Report { Text = text, Language = language });
        Assert.Contains($"<html lang=\"{expected}\"", format.Head(false), StringComparison.Ordinal);
    }

    [Fact]
    public void The_language_can_be_chosen_and_must_have_words()
    {
        var text = Encoding.UTF8.GetBytes("قتل 12 جنديا في حلب أمس.");
        Assert.Contains("<html lang=\"en\" dir=\"ltr\">", ToolRun.RunOn(text, "read", "--format", "html", "--lang", "en").Output, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", ToolRun.RunOn(text, "read", "--format", "html").Output, StringComparison.Ordinal);
        var refused = ToolRun.RunOn(text, "read", "--format", "html", "--lang", "xx");
        Assert.Equal(2, refused.Code);
        Assert.Contains("choose ar or en", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_of_the_page_has_one_in_the_pack()
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        needed.UnionWith(Of<EventType>().Concat(Of<ClaimStatus>()).Concat(Of<Measure>()).Concat(Of<Stance>()).Concat(Of<SourceKind>()).Concat(Of<Assertion>()));
        needed.UnionWith(Of<Predicate>().Select(p => p.Replace('-', ' ')));
        foreach (var file in Repository.Files("src/Isnad.Tool/Output", ".cs"))
            foreach (Match match in Regex.Matches(File.ReadAllText(file), "(?:Say|With|Also|Group|Count|Encoded|words\\)?)[(\\[](?:page, [^\"]*?)?\"([^\"]+)\""))
                needed.Add(match.Groups[1].Value.Replace("\\u2013", "\u2013", StringComparison.Ordinal));
        needed.UnionWith(HtmlText.Legend.Select(l => l.Word).Concat(HtmlFigures.Columns));
        foreach (var table in new[] { "frames", "compounds" })
        {
            var lines = File.ReadAllLines(Path.Combine(Repository.Root, "packs", "ar", "semantics", table + ".tsv"));
            var mode = Array.IndexOf(lines[0].Split('\t'), "mode");
            needed.UnionWith(lines.Skip(1).Select(l => l.Split('\t')[mode]).Where(m => m != "-"));
        }
        Assert.Contains("more than {0}", needed);
        Assert.Contains("held by", needed);
        Assert.Contains("Events", needed);
        Assert.Empty(needed.Except(Arabic.Keys).Order(StringComparer.Ordinal));
        foreach (var key in Arabic.Keys)
            Assert.Equal(Regex.Matches(key, @"\{\d\}").Select(m => m.Value).Order(StringComparer.Ordinal), Regex.Matches(Arabic[key], @"\{\d\}").Select(m => m.Value).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Of<T>() where T : struct, Enum => Enum.GetValues<T>().Select(Words.Of);
}
