using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Isnad.Claims;
using Isnad.Packs;
using Isnad.Writing;

namespace Isnad.Bench;

/// <summary>Times hostile texts at doubling lengths: each doubling must no more than double the time.</summary>
internal static class Growth
{
    private static readonly string News = Load();

    private static readonly (string Name, Func<int, string> Make)[] Texts =
    [
        ("the same letter", n => Repeat("\u0648", n)),
        ("words of one letter", n => Repeat("\u0648 ", n)),
        ("open brackets", n => Repeat("(", n)),
        ("nested brackets", n => Repeat("(", n / 2) + Repeat(")", n / 2)),
        ("nested quotes", n => Repeat("\u00ab \u0642\u0627\u0644 ", n)),
        ("straight quotes", n => Repeat("\" \u0642\u0627\u0644 ", n)),
        ("digits", n => Repeat("7", n)),
        ("short numbers", n => Repeat("77 ", n)),
        ("diacritics", n => Repeat("\u064e", n)),
        ("a letter with diacritics", n => "\u0648" + Repeat("\u064e", n)),
        ("full stops", n => Repeat(". ", n)),
        ("stops without blanks", n => Repeat(".", n)),
        ("lines", n => Repeat("\u0648\n", n)),
        ("commas", n => Repeat("\u0642\u0627\u0644\u060c ", n)),
        ("ever new persons", n => Each(n, i => $"\u0642\u0627\u0644 \u0645\u062d\u0645\u062f {Name(i)}: ")),
        ("ever new events", n => Each(n, i => $"\u0642\u0635\u0641 \u0627\u0644\u062c\u064a\u0634 \u0642\u0631\u064a\u0629 {Name(i)} \u0648\u0642\u062a\u0644 {i % 90} \u0645\u062f\u0646\u064a\u0627.\n")),
        ("officials of countries", n => Each(n, i => $"\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631 \u0627\u0644\u0641\u0631\u0646\u0633\u064a \u0645\u062d\u0645\u062f {Name(i)} \u0641\u064a \u0628\u0644\u0627\u062f\u0647 ")),
        ("according to ever new", n => Each(n, i => $"\u0648\u0641\u0642\u0627 \u0644\u0645\u062d\u0645\u062f {Name(i)} ")),
        ("quotations", n => Each(n, i => $"\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064a\u0633 \u00ab{Name(i)} {Name(i + 1)} {Name(i + 2)} {Name(i + 3)} {Name(i + 4)}\u00bb. ")),
        ("its, his, hers", n => Each(n, i => $"\u0642\u062a\u0644 \u0645\u062d\u0645\u062f {Name(i)} \u0648\u0642\u0635\u0641 \u0642\u0631\u064a\u062a\u0647 ")),
        ("one line of news", n => Repeat(News.Replace('\n', ' ').Replace('.', ' '), n)),
        ("sentences of news", n => Repeat(News, n)),
    ];

    public static int Run(string[] args)
    {
        var packs = args is [var file, ..] && File.Exists(file) ? CompiledPacks.Load(file) : CompiledPacks.Compile(Folder("packs"), []);
        var most = args is [_, var length, ..] ? int.Parse(length, CultureInfo.InvariantCulture) : 1 << 20;
        Console.WriteLine("milliseconds for texts of N, 2N, 4N, 8N characters; the last doubling; the stage that took most");
        foreach (var (name, make) in Texts)
        {
            if (args is [_, _, var only, ..] && !name.Contains(only, StringComparison.Ordinal)) continue;
            var line = new StringBuilder($"{name,-26}");
            double last = 0, ratio = 0;
            var slowest = "";
            for (var n = most / 8; n <= most; n *= 2)
            {
                var (time, stage) = Time(packs, make(n));
                (ratio, last, slowest) = (last > 0 ? time / last : 0, time, stage);
                line.Append(CultureInfo.InvariantCulture, $"{time,10:0}");
            }
            Console.WriteLine(line.Append(CultureInfo.InvariantCulture, $"{ratio,8:0.0}x  {slowest}"));
        }
        return 0;
    }

    private static (double Time, string Stage) Time(CompiledPacks packs, string text)
    {
        var ticks = new long[Enum.GetValues<Stage>().Length];
        var (stage, since) = (-1, 0L);
        var reader = new Reader(packs)
        {
            Begins = next =>
            {
                var now = Stopwatch.GetTimestamp();
                if (stage >= 0) ticks[stage] += now - since;
                (stage, since) = ((int)next, now);
            },
        };
        var processor = Environment.CpuUsage.TotalTime;
        var reading = reader.Read(new Report { Text = text, Published = "2020-03-05" });
        reader.Begins(Stage.Write);
        ReadingWriter.Write(reading, new ArrayBufferWriter<byte>());
        reader.Begins(Stage.Write);
        return ((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds, ((Stage)Array.IndexOf(ticks, ticks.Max())).ToString());
    }

    private static string Repeat(string text, int length)
    {
        var built = new StringBuilder(length + text.Length);
        while (built.Length < length) built.Append(text);
        return built.ToString(0, length);
    }

    private static string Each(int length, Func<int, string> make)
    {
        var built = new StringBuilder(length + 100);
        for (var i = 0; built.Length < length; i++) built.Append(make(i));
        return built.ToString(0, length);
    }

    // A word that no lexicon has, another for each number.
    private static string Name(int i)
    {
        Span<char> letters = stackalloc char[7];
        letters.Fill('\u0638');
        for (var at = 1; at < letters.Length; at += 1, i /= 8) letters[at] = "\u0636\u063a\u0638\u062b\u0630\u062e\u0634\u0632"[i % 8];
        return new string(letters);
    }

    private static string Load() => string.Concat(Directory.EnumerateFiles(Folder("samples"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    internal static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
