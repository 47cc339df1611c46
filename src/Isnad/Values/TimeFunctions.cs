using Isnad.Readings;
using static Isnad.Values.ValueFunctions;

namespace Isnad.Values;

/// <summary>The functions of the time grammar, by name. docs/values.md says what each phrase means.</summary>
internal static class TimeFunctions
{
    public static void Register(Dictionary<string, ValueFunction> all)
    {
        all["day-offset"] = static (c, a) => Int(a[0]) is { } n ? DayOffset(c, n) : null;
        all["night-offset"] = static (c, a) => Int(a[0]) is { } n ? DayOffset(c, n) with { Precision = TimePrecision.PartOfDay } : null;
        all["weekday"] = static (c, a) => Int(a[0]) is { } n ? Calendar.Weekday(c, n) : null;
        all["night"] = static (_, a) => a[0] is TimeValue x && a[1] is TimeValue y ? Calendar.Night(x, y) : null;
        all["date"] = static (c, a) => Calendar.Date(c, Int(a[0]), Int(a[1]), a.Length > 2 ? YearOf(a[2]) : null);
        all["date-pair"] = static (c, a) => a[0] is NumberValue pair ? Calendar.Date(c, (int)pair.Low, (int)pair.High, null) : null;
        all["date-in"] = static (_, a) => Int(a[0]) is { } d && a[1] is TimeValue { Precision: TimePrecision.Month } m ? Calendar.DayIn(m, d) : null;
        all["date-in-this"] = static (c, a) => Int(a[0]) is { } d ? Calendar.DayIn(Calendar.Unit(c, TimeUnit.Month, 0), d) : null;
        all["week-in"] = static (_, a) => a[0] is TimeValue { Precision: TimePrecision.Month } m ? Calendar.WeekIn(m, WordOf(a[1]) == "last" ? 0 : Int(a[1])) : null;
        all["first-months"] = static (_, a) => UnitOf(a[0]) == TimeUnit.Month && Int(a[1]) is { } n and > 0 and < 12 && Int(a[2]) == 1 && a[3] is TimeValue { Precision: TimePrecision.Year, Start: { } s } ? new TimeValue(s, s.AddMonths(n).AddDays(-1), TimePrecision.Month) { IsDefinite = true } : null;
        all["hijri"] = static (c, a) => Calendar.HijriDate(c, Int(a[0]), Int(a[1]), a.Length > 2 ? Int(a[2]) : null);
        all["same-number"] = static (_, a) => Number(a[0]) is { } x && Number(a[1]) is { } y && x == y ? new NumberValue(x) : null;
        all["month"] = static (c, a) => Int(a[0]) is { } m ? Calendar.Month(c, m, a.Length > 1 ? YearOf(a[1]) : null) : null;
        all["year"] = static (_, a) => Int(a[0]) is { } y and >= 1000 and <= 2200 ? Calendar.Years(y, y) : Int(a[0]) is { } n and >= 30 and < 100 ? Calendar.Years(1900 + n, 1900 + n) : null;
        all["bare-year"] = static (_, a) => Int(a[0]) is { } y && IsYear(y) && (y % 100 != 0 || WordOf(a[1]) == "round") ? Calendar.Years(y, y) : null;
        all["years"] = static (_, a) => YearSpan(a[0], a[1], adjacent: a.Length > 2);
        all["calendar"] = static (c, a) => UnitOf(a[0]) is { } u and >= TimeUnit.Week && Int(a[1]) is { } n ? Calendar.Unit(c, u, n) : null;
        all["decade"] = static (_, a) => Int(a[0]) is { } n && Int(a[1]) is { } century ? Calendar.Years(century + n, century + 9 + n) : null;
        all["part"] = static (_, a) => a[0] is TimeValue { Precision: TimePrecision.Day or TimePrecision.PartOfDay } t ? t with { Precision = TimePrecision.PartOfDay } : null;
        all["clock"] = static (_, a) => a[0] is TimeValue { Precision: TimePrecision.Day or TimePrecision.PartOfDay } t ? t with { Precision = TimePrecision.Minute } : null;
        all["stage"] = static (_, a) => a[0] is TimeValue t ? Calendar.Stage(t, WordOf(a[1])) : null;
        all["season"] = static (_, a) => (a[1] is NumberValue { Bound: Bound.Between } two ? Int(two.High) : YearOf(a[1])) is { } y ? Calendar.Season(WordOf(a[0]), y) : null;
        all["season-turned"] = static (c, a) => Int(a[1]) is { } n ? Calendar.Season(c, WordOf(a[0]), n) : null;
        all["quarter"] = static (_, a) => Int(a[0]) is { } n && Int(a[1]) is { } of && a[2] is TimeValue t ? Calendar.Quarter(t, n, of) : null;
        all["last-quarter"] = static (_, a) => Int(a[0]) is { } of && a[1] is TimeValue t ? Calendar.Quarter(t, of, of) : null;
        all["turn"] = static (c, a) => a[0] is TimeValue t && Int(a[1]) is { } n ? Calendar.Turn(c, t, n) : null;
        all["ago"] = static (c, a) => a[0] is NumberValue n ? TimeSpans.Shift(c, n, -1) : null;
        all["ahead"] = static (c, a) => a[0] is NumberValue n ? TimeSpans.Shift(c, n, 1) : null;
        all["within"] = static (c, a) => a[0] is NumberValue n && c.IsAhead() ? TimeSpans.Shift(c, n, 1) : null;
        all["since-length"] = static (c, a) => a[0] is NumberValue n ? TimeSpans.Shift(c, n, -1)?.As(TimeRelation.Since) : null;
        all["stretch"] = static (c, a) => a[0] is NumberValue n && Int(a[1]) is { } way and not 0 ? TimeSpans.Stretch(c, n, Math.Sign(way)) : null;
        all["stretch-of"] = static (c, a) => Number(a[0]) is { } n && UnitOf(a[1]) is { } u && Int(a[2]) is { } way and not 0 ? TimeSpans.Stretch(c, new NumberValue(n) { Unit = Words.Of(u) }, Math.Sign(way)) : null;
        all["stretch-decades"] = static (c, a) => Years(Number(a[0]) is { } n ? n : 10, 1) is { } years && Int(a[1]) is { } way and not 0 ? TimeSpans.Stretch(c, years, Math.Sign(way)) : null;
        all["night-dates"] = static (_, a) => a[0] is TimeValue { Start: { } s, End: { } e } t && e == s.AddDays(1) ? t with { Precision = TimePrecision.PartOfDay, Relation = TimeRelation.At } : null;
        all["open"] = static (c, a) => Int(a[0]) is { } way and not 0 ? TimeSpans.Open(c, Math.Sign(way)) : null;
        all["from-event"] = static (_, a) => new TimeValue(null, null, TimePrecision.Unknown, Relation(a[1])) { Distance = a[0] as NumberValue };
        all["relation"] = static (_, a) => a[0] is TimeValue { Relation: TimeRelation.At or TimeRelation.Throughout } t ? t.As(Relation(a[1])) : null;
        all["span"] = static (_, a) => a[0] is TimeValue x && a[1] is TimeValue y ? TimeSpans.Between(x, y) : null;
        all["span-days"] = static (_, a) => Int(a[0]) is { } d && a[1] is TimeValue { IsDated: true } t ? TimeSpans.DaysTo(d, t) : null;
        all["span-range"] = static (c, a) => a[0] is NumberValue { Bound: Bound.Between } n && Calendar.Date(c, (int)n.High, Int(a[1]), a.Length > 2 ? YearOf(a[2]) : null) is { } t ? TimeSpans.DaysTo((int)n.Low, t) : null;
        all["both"] = static (_, a) => a[0] is TimeValue x && a[1] is TimeValue y ? TimeSpans.Both(x, y) : null;
        all["duration"] = static (_, a) => UnitOf(a[1]) is { } u ? InUnit(a[0], Words.Of(u)) : null;
        all["length-vague"] = static (_, a) => new NumberValue(2, double.NaN, Bound.Vague) { Unit = UnitOf(a[0]) is { } u ? Words.Of(u) : WordOf(a[0]) };
        all["duration-years"] = static (_, a) => Number(a[1]) is { } each ? Years(a[0], each) : null;
        all["duration-add"] = static (_, a) => a[0] is NumberValue { IsExact: true } n && n.Unit.Length > 0 && Number(a[1]) is { } p and < 1 ? n with { Low = n.Low + p, High = n.High + p } : null;
    }

    private static int? Int(object? argument) => Number(argument) is { } n && n == Math.Floor(n) && Math.Abs(n) < 1e6 ? (int)n : null;

    private static bool IsYear(int n) => n is >= 1900 and <= 2100;

    /// <summary>A year as a number or as a time.</summary>
    private static int? YearOf(object? argument) => argument is TimeValue { Precision: TimePrecision.Year, Start: { } start } ? start.Year : Int(argument);

    private static TimeUnit? UnitOf(object? argument) => Words.TryParse<TimeUnit>(WordOf(argument), out var unit) ? unit : null;

    private static TimeRelation Relation(object? argument) => Words.TryParse<TimeRelation>(WordOf(argument), out var r) ? r : TimeRelation.At;

    private static TimeValue DayOffset(ValueContext context, int days)
    {
        var day = context.Published?.AddDays(days);
        return new TimeValue(day, day, TimePrecision.Day) { DayOffset = days, IsDefinite = true };
    }

    private static TimeValue? YearSpan(object? first, object? last, bool adjacent)
    {
        var (from, to) = first is NumberValue { Bound: Bound.Between } range ? (Int(range.Low), Int(range.High)) : (YearOf(first), YearOf(last));
        if (from is not { } x || to is not { } y || !IsYear(x) || !IsYear(y) || x >= y || (adjacent && y != x + 1)) return null;
        return Calendar.Years(x, y).As(TimeRelation.Throughout);
    }

    /// <summary>Decades and centuries, in years.</summary>
    private static NumberValue? Years(object? number, double each) => InUnit(number, Words.Of(TimeUnit.Year)) is { } n
        ? n with { Low = n.Low * each, High = n.High * each } : null;
}
