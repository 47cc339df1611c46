using System.Globalization;
using Isnad.Readings;

namespace Isnad.Tests.Ledger;

/// <summary>Reports about random happenings of a few towns and days, dense enough that much could be taken for one.</summary>
internal static class RandomNews
{
    private static readonly string[] Towns = ["الزيتونة", "تل الرمان", "رأس النبع", "الحصن", "وادي الصقر"];
    private static readonly string[] Actors = ["القوات الجوية", "كتائب الجبل", "لواء الساحل"];
    private static readonly string[] Modes = ["aerial", "heavy-weapons", "explosives", "firearms", "-"];
    private static readonly string[] Sources = ["", "مرصد الجنوب", "مصدر أمني", "مرصد الجنوب < وكالة الساحل", "وزارة الدفاع", "سكان"];
    private static readonly string[] Outlets = ["صحيفة المرفأ", "قناة الضفة", "شبكة النهر", "موقع السهل"];

    private const string Declarations = """
        place ريف الشمال | governorate | in SYR
        place الزيتونة | settlement | 35.51 36.22 | in ريف الشمال
        place تل الرمان | settlement | 35.60 36.30 | in ريف الشمال
        place رأس النبع | settlement | in ريف الشمال
        place الحصن | settlement | in ريف الشمال
        place وادي الصقر | settlement
        actor القوات الجوية | State Forces | of SYR
        actor كتائب الجبل | Rebel Groups
        actor لواء الساحل | Rebel Groups
        monitor مرصد الجنوب
        agency وكالة الساحل
        office وزارة الدفاع | of القوات الجوية
        anonymous مصدر أمني
        witness سكان
        people مدنيون | civilian
        people مقاتلون | combatant
        facility سوق الزيتونة
        facility مدرسة الحصن
        person كريم الحداد
        person سالم النجار
        """;

    /// <summary>So many reports; the same for the same seed.</summary>
    public static List<Reading> Make(int seed, int reports, int days = 20)
    {
        var random = new Random(seed);
        var lines = new List<string> { $"collection {seed}" };
        lines.AddRange(Declarations.Split('\n'));
        var first = new DateOnly(2021, 3, 1);
        for (var r = 0; r < reports; r++)
        {
            var day = first.AddDays(random.Next(days));
            lines.Add($"report r{r} | {Pick(random, Outlets)} | {Iso(day)}");
            for (var t = random.Next(1, 4); t > 0; t--) Telling(random, lines, day, t);
        }
        return Collection.Parse([.. lines], "random")[0].Readings;
    }

    private static void Telling(Random random, List<string> lines, DateOnly day, int number)
    {
        var town = Pick(random, Towns);
        var source = Pick(random, Sources) is { Length: > 0 } s ? $" | source {s}" : "";
        var when = random.Next(10) switch
        {
            < 4 => $" | when {Iso(day.AddDays(-random.Next(2)))}",
            4 => $" | when {Iso(day.AddDays(-7))}..{Iso(day)}",
            5 => $" | when {Iso(day.AddDays(-20))}..{Iso(day.AddDays(5))}",
            6 => $" | when {Iso(day.AddDays(-1))}..{Iso(day)}",
            _ => "",
        };
        var type = random.Next(8) switch { 0 => "COERCE arrest", 1 => "ASSAULT abduct", 2 => "ASSAULT territory", 3 => "ACCUSE", 4 => "CONSULT visit planned", _ => $"ASSAULT {Pick(random, Modes)}" };
        var status = type.Contains("planned", StringComparison.Ordinal) ? "" : random.Next(8) switch { 0 => " denied", 1 => " possible", _ => "" };
        var at = random.Next(6) switch { 0 => " | at ريف الشمال", 1 => $" | at {town} ; {Pick(random, Towns)}", 2 => "", _ => $" | at {town}" };
        var agents = random.Next(3) > 0 ? $" | agents {Pick(random, Actors)}" : "";
        var targets = random.Next(5) switch { 0 => " | targets مدنيون", 1 => " | targets سوق الزيتونة", 2 => " | targets مدرسة الحصن", 3 => $" | targets {(random.Next(2) == 0 ? "كريم الحداد" : "سالم النجار")}", _ => "" };
        var passing = random.Next(10) == 0 ? " | background" : "";
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"> أفادت الأنباء الواردة من {town} عن حادث رقم {random.Next(1000)} وقع هناك في وقت من الأوقات كما ورد في النبأ {number}."));
        lines.Add($"  event H{number} {type}{status}{when}{at}{agents}{targets}{source}{passing}");
        if (random.Next(2) == 0) lines.Add(string.Create(CultureInfo.InvariantCulture, $"  killed H{number} {random.Next(1, 12)}{source}"));
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
