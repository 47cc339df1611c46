using System.Diagnostics;
using System.Text;

namespace Isnad.Tests.Fuzz;

/// <summary>Time is linear in the length of a text, whatever it is made of. Runs alone, as other tests would take its cores.</summary>
[Collection(nameof(GrowthTests))]
public sealed class GrowthTests
{
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
        // Four times the length takes four times as long. What takes more than nine times as long, also in the shortest of five
        // runs of each, grows faster; the first step that does ends the test, before the next one takes minutes.
        var before = Measure(1_250);
        foreach (var length in (int[])[5_000, 20_000, 80_000, 320_000])
        {
            var time = Measure(length);
            if (time > 0.15 && time > before * 9 && Shortest(length) is > 0.15 and var shortest && shortest > Shortest(length / 4) * 9)
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
}

/// <summary>What is measured by the clock runs beside no other test.</summary>
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
public sealed class RunsAlone;
