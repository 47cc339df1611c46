using System.Diagnostics;
using System.Text;
using Isnad.Tests.Laws;

namespace Isnad.Tests.Fuzz;

/// <summary>No text makes the reader throw, lose a position or break the format; and time grows with length only.</summary>
public sealed class FuzzTests
{
    private static readonly ReadOptions WithValues = new() { Values = true };

    public static TheoryData<int> RandomSeeds => [1, 2, 3, 4, 5, 6];

    [Theory]
    [MemberData(nameof(RandomSeeds))]
    public void BrokenTextsAreRead(int seed)
    {
        var reader = new Reader(Repository.CompiledPacks);
        var mutator = new Mutator(seed * 7919);
        var faults = new List<string>();
        for (var i = 0; i < 500; i++)
        {
            var text = mutator.Next();
            var report = new Report { Text = text, Title = i % 3 == 0 ? mutator.Next() : null, Language = "ar", Published = i % 4 == 0 ? null : "2021-03-10", Outlet = "x" };
            try
            {
                var reading = reader.Read(report, WithValues);
                faults.AddRange(ReadingLaws.Faults(reading, report).Take(3).Select(f => $"{seed}/{i}: {f}: {Show(report)}"));
                if (i % 10 == 0) faults.AddRange(Json.Faults(reading).Take(3).Select(f => $"{seed}/{i}: schema: {f}: {Show(report)}"));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                faults.Add($"{seed}/{i}: {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0].Trim()}: {Show(report)}");
                reader = new Reader(Repository.CompiledPacks);
            }
        }
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults.Take(25))}");
    }

    [Theory]
    [MemberData(nameof(Growing))]
    public void TimeGrowsWithLength(string name, string piece)
    {
        var reader = new Reader(Repository.CompiledPacks);
        double Measure(int length)
        {
            var built = new StringBuilder(length + piece.Length);
            while (built.Length < length) built.Append(piece);
            var report = new Report { Text = built.ToString(), Language = "ar", Published = "2021-03-10" };
            var clock = Stopwatch.StartNew();
            reader.Read(report);
            return clock.Elapsed.TotalSeconds;
        }
        double Shortest(int length) => Enumerable.Range(0, 5).Min(_ => Measure(length));
        Measure(500);
        // Four times the length takes four times as long. What takes more than a second and more than nine times as long, also in the shortest of five
        // runs of each, grows faster; the first step that does ends the test, before the next one takes minutes.
        var before = Measure(1_250);
        foreach (var length in (int[])[5_000, 20_000, 80_000, 320_000])
        {
            var time = Measure(length);
            if (time > 1 && time > before * 9 && Shortest(length) is > 1 and var shortest && shortest > Shortest(length / 4) * 9)
                Assert.Fail($"{name}: {before:F3} s for {length / 4} characters, {time:F3} s for {length}");
            before = time;
        }
    }

    public static TheoryData<string, string> Growing => new()
    {
        { "and", "و" }, { "ands apart", "و " }, { "brackets", "(" }, { "quotes", "\"" }, { "opening quotes", "\u00ab" }, { "digits", "7" }, { "numbers", "12 " },
        { "words", "قصف الجيش " }, { "a line", "قتل 12 جنديا في حلب أمس، وقال المرصد إن " }, { "relative clauses", "الذي قصف " }, { "that", "قال إن " }, { "sentences", "قصف الجيش حلب. " },
        { "lines", "قصف الجيش حلب\n" }, { "names", "سوريا " }, { "genitives", "مدير " }, { "diacritics", "\u064b" }, { "stops", "." }, { "commas", "\u060c" },
        { "number words", "مئة وخمسة وعشرون ألفا و" }, { "days", "الثلاثاء " }, { "blanks", "   " }, { "line ends", "\n" },
    };

    private static string Show(Report report)
    {
        var built = new StringBuilder();
        foreach (var c in report.Title is null ? report.Text : $"[{report.Title}] {report.Text}")
        {
            if (built.Length > 300) { built.Append('…'); break; }
            if (char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format) built.Append($"\\u{(int)c:x4}");
            else built.Append(c);
        }
        return built.ToString();
    }
}
