using System.Text.RegularExpressions;
using Isnad.Packs;
using Isnad.Readings;
using Isnad.Tests.Samples;

namespace Isnad.Tests.Laws;

/// <summary>What holds for one party holds for the other, and no name or code comes from a loaded word.</summary>
public sealed class NeutralityTests(ITestOutputHelper output)
{
    /// <summary>Two parties of one kind each, whose names have one gender and number and are written without each other's words.</summary>
    public static TheoryData<string, string> Pairs => new()
    {
        { "روسيا", "تركيا" },
        { "إيران", "فرنسا" },
        { "حركة حماس", "حركة الشباب" },
        { "حزب الله", "تنظيم القاعدة" },
        { "الجيش السوري", "الجيش التركي" },
    };

    /// <summary>Sentences with places for two parties.</summary>
    private static readonly string[] Frames =
    [
        "قصفت {0} أمس مواقع {1} قرب الحدود، ما أدى إلى مقتل ثلاثة جنود.",
        "اتهمت {0} أمس {1} بخرق الهدنة في المدينة.",
        "أعلنت {0} أن {1} ستنسحب من البلدة الأسبوع المقبل.",
        "نفت {0} أن تكون {1} قد هاجمت القافلة.",
        "دعت {0} إلى وقف القتال، بينما رفضت {1} التفاوض.",
        "سيطرت {0} على البلدة بعد انسحاب {1} منها.",
        "دارت اشتباكات بين {0} و{1} في ريف المدينة.",
    ];

    /// <summary>Exchanging two parties exchanges them in the reading and changes nothing else.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void SwappingTwoPartiesSwapsThemInTheReading(string one, string other)
    {
        var reader = new Reader(Repository.CompiledPacks);
        foreach (var frame in Frames)
        {
            var masculine = one.StartsWith("ال", StringComparison.Ordinal) || one.StartsWith("حزب", StringComparison.Ordinal);
            var template = masculine ? Masculine(frame) : frame;
            var (text, swapped) = (Fill(template, one, other), Fill(template, other, one));
            Assert.Equal(Told(reader, text, one, other), Told(reader, swapped, other, one));
        }
    }

    /// <summary>The samples with two of the parties that they name exchanged.</summary>
    [Fact]
    public void SwappingPartiesOfSamplesKeepsTheirClaims()
    {
        var reader = new Reader(Repository.CompiledPacks);
        var swaps = 0;
        foreach (var sample in SampleList.Reports)
        {
            foreach (var row in Pairs.Select(p => p.Data))
            {
                var (one, other) = row;
                if (!Names(sample.Report.Text, one) && !Names(sample.Report.Text, other)) continue;
                swaps++;
                var swapped = Swap(sample.Report.Text, one, other);
                var before = Told(reader, sample.Report.Text, one, other);
                var after = Told(reader, swapped, other, one);
                if (before != after) output.WriteLine($"{sample.File}, {one} and {other}:\n{before}\n{after}");
                Assert.Equal(before, after);
            }
        }
        Assert.True(swaps >= 3, $"{swaps} samples name one of the parties");
    }

    /// <summary>No entity is named by a loaded word or has a code from it: with a neutral word in its place the names and codes are the same.</summary>
    [Theory]
    [InlineData("قتل إرهابيون ثلاثة جنود في هجوم على حاجز قرب درنة.", "قتل مسلحون ثلاثة جنود في هجوم على حاجز قرب درنة.")]
    [InlineData("قصفت عصابات النظام بلدة سراقب.", "قصفت قوات النظام بلدة سراقب.")]
    [InlineData("طهرت القوات الحي من الإرهابيين.", "طهرت القوات الحي من المسلحين.")]
    public void LoadedWordsAreLabelsOnly(string loaded, string neutral)
    {
        var reader = new Reader(Repository.CompiledPacks);
        Reading Read(string text) => reader.Read(new Report { Text = text, Published = "2021-03-10" });
        var (a, b) = (Read(loaded), Read(neutral));
        Assert.Equal(b.Claims.OfType<EventClaim>().Select(c => (c.Type, c.Mode, c.Status, c.Agents.Count, c.Targets.Count)), a.Claims.OfType<EventClaim>().Select(c => (c.Type, c.Mode, c.Status, c.Agents.Count, c.Targets.Count)));
        Assert.Equal(b.Entities.Select(e => (e.Kind, e.Class, e.Codes)), a.Entities.Select(e => (e.Kind, e.Class, e.Codes)));
    }

    /// <summary>The claims of a text with the parties written 1 and 2.</summary>
    private static string Told(Reader reader, string text, string first, string second)
    {
        var reading = reader.Read(new Report { Text = text, Published = "2021-03-10" });
        var names = reading.Entities.ToDictionary(e => e.Id, e => Is(e, first) ? "1" : Is(e, second) ? "2" : e.Mentions.Count > 0 ? Normal(e.Mentions[0].Where.Text, first, second) : e.Kind.ToString());
        string Ids(IEnumerable<string> ids) => string.Join(',', ids.Select(i => names[i]));
        string Sources(Claim c) => string.Join(',', c.Sources.Select(s => reading.Sources.First(x => x.Id == s).Entity is { } e ? names[e] : ""));
        return string.Join('\n', reading.Claims.Select(c => c switch
        {
            EventClaim e => $"{e.Type} {e.Mode} {e.Status} {e.Polarity} {e.Assertion} {Ids(e.Agents)} | {Ids(e.Targets)} | {Sources(e)} | {e.Time?.Start}",
            FigureClaim f => $"{f.Measure} {f.Low} {f.High} {f.Bound} | {Sources(f)}",
            StateClaim s => $"{s.Predicate} {names[s.Subject]} {Ids(s.Objects)} {(s.From is { } from ? names[from] : "")} | {Sources(s)}",
            _ => $"statement | {Sources(c)}",
        }));
    }

    private static bool Is(Entity entity, string name) =>
        entity.Mentions.Any(m => Repository.Arabic.Fold.Fold(m.Where.Text) == Repository.Arabic.Fold.Fold(name));

    private static string Normal(string words, string first, string second) => words.Replace(first, "1", StringComparison.Ordinal).Replace(second, "2", StringComparison.Ordinal);

    private static bool Names(string text, string name) => Regex.IsMatch(text, $@"(?<!\p{{L}})[وفبكل]?{Regex.Escape(name)}(?!\p{{L}})");

    private static string Swap(string text, string one, string other)
    {
        const string Held = "\u0001";
        static string Put(string text, string from, string to) => Regex.Replace(text, $@"(?<!\p{{L}})([وفبكل]?){Regex.Escape(from)}(?!\p{{L}})", m => m.Groups[1].Value + to);
        return Put(Put(Put(text, one, Held), other, one), Held, other);
    }

    private static string Fill(string frame, string one, string other) => frame.Replace("{0}", one, StringComparison.Ordinal).Replace("{1}", other, StringComparison.Ordinal);

    /// <summary>The verbs of a frame in the masculine.</summary>
    private static string Masculine(string frame) =>
        Regex.Replace(frame, @"(?<!\p{L})(قصف|اتهم|أعلن|نف|دع|سيطر|رفض|هاجم)ت(?!\p{L})", m => m.Groups[1].Value switch { "نف" => "نفى", "دع" => "دعا", var stem => stem }).Replace("ستنسحب", "سينسحب", StringComparison.Ordinal).Replace("أن تكون", "أن يكون", StringComparison.Ordinal);
}
