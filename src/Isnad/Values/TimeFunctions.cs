using System.Globalization;
using Isnad.Readings;
using static Isnad.Values.ValueFunctions;

namespace Isnad.Values;

/// <summary>The functions of the time grammar. docs/values.md says what each phrase means.</summary>
internal static class TimeFunctions
{
    private static readonly UmAlQuraCalendar Hijri = new();

    public static void Register(Dictionary<string, ValueFunction> all)
    {
        all["day-offset"] = static (c, a) => Number(a[0]) is { } n ? Day(c.Published?.AddDays((int)n)) with { DayOffset = (int)n, IsDefinite = true } : null;
        all["weekday"] = static (c, a) => Number(a[0]) is { } n ? Weekday(c, (int)n, WordOf(a[1])) : null;
        all["weekday-of"] = static (c, a) => Number(a[0]) is { } n && a[1] is TimeValue t ? WeekdayOf(t, (int)n) : null;
        all["night"] = static (c, a) => a[0] is TimeValue x && a[1] is TimeValue y ? Night(x, y) : null;
        all["date"] = static (c, a) => Date(c, Int(a[0]), Int(a[1]), a.Length > 2 ? Int(a[2]) : null, a.Length > 3 ? WordOf(a[3]) : "");
        all["hijri"] = static (_, a) => HijriDate(Int(a[0]), Int(a[1]), Int(a[2]));
        all["month"] = static (c, a) => Int(a[0]) is { } m ? Month(c, m, a.Length > 1 ? Int(a[1]) : null, a.Length > 2 ? WordOf(a[2]) : "") : null;
        all["year"] = static (_, a) => Int(a[0]) is { } y and >= 1000 and <= 2200 ? Year(y) : null;
        all["calendar"] = static (c, a) => UnitOf(a[0]) is { } u && Number(a[1]) is { } n ? Calendar(c, u, (int)n) : null;
        all["decade"] = static (_, a) => Number(a[0]) is { } n ? Years(1900 + (int)n, 1909 + (int)n) : null;
        all["part"] = static (_, a) => a[0] is TimeValue { Precision: TimePrecision.Day or TimePrecision.PartOfDay } t ? t with { Precision = TimePrecision.PartOfDay } : null;
        all["clock"] = static (_, a) => a[0] is TimeValue { Precision: TimePrecision.Day or TimePrecision.PartOfDay } t ? t with { Precision = TimePrecision.Minute } : null;
        all["stage"] = static (_, a) => a[0] is TimeValue t ? Stage(t, WordOf(a[1])) : null;
        all["season"] = static (c, a) => Int(a[1]) is { } y ? Season(WordOf(a[0]), y) : a[1] is TimeValue { Precision: TimePrecision.Year, Start: { } s } ? Season(WordOf(a[0]), s.Year) : null;
        all["quarter"] = static (_, a) => Number(a[0]) is { } n && Number(a[1]) is { } of && a[2] is TimeValue t ? Quarter(t, (int)n, (int)of) : null;
        all["ago"] = static (c, a) => a[0] is NumberValue n ? Shift(c, n, -1) : null;
        all["ahead"] = static (c, a) => a[0] is NumberValue n ? Shift(c, n, 1) : null;
        all["last"] = static (c, a) => a[0] is NumberValue n ? Stretch(c, n, -1) : null;
        all["next"] = static (c, a) => a[0] is NumberValue n ? Stretch(c, n, 1) : null;
        all["vague-past"] = static (c, _) => new TimeValue(null, c.Published, TimePrecision.Unknown, TimeRelation.Before);
        all["vague-future"] = static (c, _) => new TimeValue(c.Published, null, TimePrecision.Unknown, TimeRelation.After);
        all["from-event"] = static (_, a) => new TimeValue(null, null, TimePrecision.Unknown, Relation(a[1])) { Distance = a[0] as NumberValue };
        all["relation"] = static (_, a) => a[0] is TimeValue t && t.Relation is TimeRelation.At or TimeRelation.Throughout ? ((TimeValue)a[0]!).As(Relation(a[1])) : null;
        all["span"] = static (_, a) => a[0] is TimeValue x && a[1] is TimeValue y ? Between(x, y) : null;
        all["both"] = static (_, a) => a[0] is TimeValue x && a[1] is TimeValue y ? Both(x, y) : null;
        all["next-of"] = static (c, a) => a[0] is TimeValue t ? Turn(c, t, 1) : null;
        all["last-of"] = static (c, a) => a[0] is TimeValue t ? Turn(c, t, -1) : null;
        all["duration"] = static (_, a) => a[0] is NumberValue n && UnitOf(a[1]) is { } u ? n with { Unit = Words.Of(u) } : Number(a[0]) is { } one && UnitOf(a[1]) is { } unit ? new NumberValue(one) { Unit = Words.Of(unit) } : null;
        all["duration-add"] = static (_, a) => a[0] is NumberValue { IsExact: true } n && n.Unit.Length > 0 && Number(a[1]) is { } p and < 1 ? n with { Low = n.Low + p, High = n.High + p } : null;
    }

    private static int? Int(object? argument) => Number(argument) is { } n && n == Math.Floor(n) && Math.Abs(n) < 1e6 ? (int)n : null;

    private static TimeUnit? UnitOf(object? argument) => Words.TryParse<TimeUnit>(WordOf(argument), out var unit) ? unit : null;

    private static TimeRelation Relation(object? argument) => Words.TryParse<TimeRelation>(WordOf(argument), out var r) ? r : TimeRelation.At;

    private static TimeValue Day(DateOnly? day) => new(day, day, TimePrecision.Day);

    /// <summary>Days since Saturday, from 1 for Saturday to 7 for Friday.</summary>
    internal static int WeekdayOf(DateOnly day) => (((int)day.DayOfWeek + 1) % 7) + 1;

    private static TimeValue Weekday(ValueContext context, int weekday, string which)
    {
        if (context.Published is not { } p) return Day(null) with { Weekday = weekday };
        var back = (WeekdayOf(p) - weekday + 7) % 7;
        var forth = back == 0 ? 7 : 7 - back;
        return which switch
        {
            "last" => Day(p.AddDays(back == 0 ? -7 : -back)) with { Weekday = weekday, IsDefinite = true },
            "next" => Day(p.AddDays(forth)) with { Weekday = weekday, IsDefinite = true },
            _ => Day(p.AddDays(-back)) with { Weekday = weekday, Ahead = (p.AddDays(back == 0 ? 0 : forth), p.AddDays(back == 0 ? 0 : forth)) },
        };
    }

    /// <summary>A weekday beside a date: they must agree, or the date must be open enough to be moved.</summary>
    private static TimeValue? WeekdayOf(TimeValue time, int weekday)
    {
        if (time.Precision is not (TimePrecision.Day or TimePrecision.PartOfDay)) return null;
        return time with { Weekday = weekday };
    }

    private static TimeValue? Night(TimeValue first, TimeValue second)
    {
        if (first.Weekday == 0 || second.Weekday != (first.Weekday % 7) + 1) return null;
        if (second.Start is not { } end) return first with { Precision = TimePrecision.PartOfDay };
        return new TimeValue(end.AddDays(-1), end, TimePrecision.PartOfDay) { Ahead = second.Ahead is { Start: { } s } ? (s.AddDays(-1), s) : null };
    }

    private static TimeValue? Date(ValueContext context, int? day, int? month, int? year, string which)
    {
        if (day is not { } d || month is not { } m || m is < 1 or > 12 || d < 1 || d > 31) return null;
        if (year is { } y)
        {
            if (y is < 1000 or > 2200 || d > DateTime.DaysInMonth(y, m)) return null;
            return Day(new DateOnly(y, m, d)) with { IsDefinite = true };
        }
        if (context.Published is not { } p) return Day(null);
        var past = Nearest(p, m, d, -1);
        var ahead = Nearest(p, m, d, 1);
        if (past is null || ahead is null) return null;
        return which switch
        {
            "next" => Day(ahead) with { IsDefinite = true },
            "last" => Day(past == p ? Nearest(p.AddDays(-1), m, d, -1) : past) with { IsDefinite = true },
            _ => Day(past) with { Ahead = (ahead, ahead) },
        };
    }

    private static DateOnly? Nearest(DateOnly p, int month, int day, int direction)
    {
        for (var i = 0; i < 9; i++)
        {
            var year = p.Year + (direction * i);
            if (year is < 1 or > 9998 || day > DateTime.DaysInMonth(year, month)) continue;
            var date = new DateOnly(year, month, day);
            if (direction < 0 ? date <= p : date >= p) return date;
        }
        return null;
    }

    private static TimeValue? HijriDate(int? day, int? month, int? year)
    {
        if (month is not { } m || m is < 1 or > 12 || year is not { } y || y is < 1320 or > 1498) return null;
        var length = Hijri.GetDaysInMonth(y, m);
        if (day is { } d)
            return d >= 1 && d <= length ? Day(DateOnly.FromDateTime(Hijri.ToDateTime(y, m, d, 0, 0, 0, 0))) with { IsDefinite = true } : null;
        return new TimeValue(DateOnly.FromDateTime(Hijri.ToDateTime(y, m, 1, 0, 0, 0, 0)),
            DateOnly.FromDateTime(Hijri.ToDateTime(y, m, length, 0, 0, 0, 0)), TimePrecision.Month) { IsDefinite = true };
    }

    private static TimeValue? Month(ValueContext context, int month, int? year, string which)
    {
        if (month is < 1 or > 12) return null;
        if (year is { } y) return y is < 1000 or > 2200 ? null : Whole(y, month) with { IsDefinite = true };
        if (context.Published is not { } p) return new TimeValue(null, null, TimePrecision.Month);
        var past = Whole(month <= p.Month ? p.Year : p.Year - 1, month);
        var ahead = Whole(month >= p.Month ? p.Year : p.Year + 1, month);
        return which switch
        {
            "next" => (month == p.Month ? Whole(p.Year + 1, month) : ahead) with { IsDefinite = true },
            "last" => (month == p.Month ? Whole(p.Year - 1, month) : past) with { IsDefinite = true },
            _ => past with { Ahead = (ahead.Start, ahead.End) },
        };
    }

    private static TimeValue Whole(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), TimePrecision.Month);

    private static TimeValue Year(int year) => Years(year, year);

    private static TimeValue Years(int from, int to) =>
        new(new DateOnly(from, 1, 1), new DateOnly(to, 12, 31), TimePrecision.Year) { IsDefinite = true };

    private static TimeValue? Calendar(ValueContext context, TimeUnit unit, int offset)
    {
        var precision = unit switch
        {
            TimeUnit.Day => TimePrecision.Day, TimeUnit.Week => TimePrecision.Week,
            TimeUnit.Month => TimePrecision.Month, TimeUnit.Year => TimePrecision.Year, _ => TimePrecision.Unknown,
        };
        if (precision == TimePrecision.Unknown) return null;
        if (context.Published is not { } p) return new TimeValue(null, null, precision) { IsDefinite = true };
        var (start, end) = Around(p, unit, offset);
        return new TimeValue(start, end, precision) { IsDefinite = true };
    }

    private static (DateOnly Start, DateOnly End) Around(DateOnly p, TimeUnit unit, int offset)
    {
        switch (unit)
        {
            case TimeUnit.Week:
                var saturday = p.AddDays(1 - WeekdayOf(p) + (7 * offset));
                return (saturday, saturday.AddDays(6));
            case TimeUnit.Month:
                var month = new DateOnly(p.Year, p.Month, 1).AddMonths(offset);
                return (month, month.AddMonths(1).AddDays(-1));
            case TimeUnit.Year:
                return (new DateOnly(p.Year + offset, 1, 1), new DateOnly(p.Year + offset, 12, 31));
            default:
                return (p.AddDays(offset), p.AddDays(offset));
        }
    }

    private static TimeValue? Stage(TimeValue time, string stage)
    {
        if (time.Start is not { } start || time.End is not { } end) return time.Precision is TimePrecision.Month or TimePrecision.Year ? time : null;
        var (from, to) = (time.Precision, stage) switch
        {
            (TimePrecision.Month, "early") => (start, start.AddDays(9)),
            (TimePrecision.Month, "mid") => (start.AddDays(10), start.AddDays(19)),
            (TimePrecision.Month, "late") => (end.AddDays(-9), end),
            (TimePrecision.Year, "early") => (start, start.AddMonths(3).AddDays(-1)),
            (TimePrecision.Year, "mid") => (start.AddMonths(4), start.AddMonths(8).AddDays(-1)),
            (TimePrecision.Year, "late") => (start.AddMonths(9), end),
            (TimePrecision.Week, "early") => (start, start.AddDays(2)),
            (TimePrecision.Week, "mid") => (start.AddDays(2), start.AddDays(4)),
            (TimePrecision.Week, "late") => (end.AddDays(-2), end),
            _ => (DateOnly.MinValue, DateOnly.MinValue),
        };
        return from == DateOnly.MinValue ? null : time with { Start = from, End = to, Ahead = null };
    }

    private static TimeValue? Season(string season, int year)
    {
        if (year is < 1000 or > 2200) return null;
        var (from, to) = season switch
        {
            "spring" => (new DateOnly(year, 3, 1), new DateOnly(year, 5, 31)),
            "summer" => (new DateOnly(year, 6, 1), new DateOnly(year, 8, 31)),
            "autumn" => (new DateOnly(year, 9, 1), new DateOnly(year, 11, 30)),
            _ => (new DateOnly(year - 1, 12, 1), new DateOnly(year, 3, 1).AddDays(-1)),
        };
        return new TimeValue(from, to, TimePrecision.Season) { IsDefinite = true };
    }

    private static TimeValue? Quarter(TimeValue year, int n, int of)
    {
        if (year.Precision != TimePrecision.Year || n < 1 || n > of || of is < 2 or > 4) return null;
        if (year.Start is not { } start) return year with { Precision = TimePrecision.Season };
        var months = 12 / of;
        var from = start.AddMonths((n - 1) * months);
        return new TimeValue(from, from.AddMonths(months).AddDays(-1), TimePrecision.Season) { IsDefinite = true };
    }

    private static TimeValue? Shift(ValueContext context, NumberValue length, int sign)
    {
        if (!Words.TryParse<TimeUnit>(length.Unit, out var unit)) return null;
        if (length.Bound is Bound.Vague || double.IsNaN(length.Low) || length.Low != length.High)
            return sign < 0 ? new TimeValue(null, context.Published, TimePrecision.Unknown, TimeRelation.Before)
                : new TimeValue(context.Published, null, TimePrecision.Unknown, TimeRelation.After);
        var precision = unit switch
        {
            TimeUnit.Minute or TimeUnit.Hour or TimeUnit.Day => TimePrecision.Day,
            TimeUnit.Week => TimePrecision.Week, TimeUnit.Month => TimePrecision.Month, TimeUnit.Year => TimePrecision.Year, _ => TimePrecision.Unknown,
        };
        if (context.Published is not { } p) return new TimeValue(null, null, precision) { IsDefinite = true };
        if (Back(p, unit, length.Low, sign) is not { } point) return null;
        var (start, end) = unit switch
        {
            TimeUnit.Month => Around(point, TimeUnit.Month, 0),
            TimeUnit.Year => Around(point, TimeUnit.Year, 0),
            _ => (point, point),
        };
        return new TimeValue(start, end, precision) { IsDefinite = true };
    }

    private static TimeValue? Stretch(ValueContext context, NumberValue length, int sign)
    {
        if (!Words.TryParse<TimeUnit>(length.Unit, out var unit)) return null;
        if (length.Bound is Bound.Vague || double.IsNaN(length.Low) || length.Low != length.High)
            return sign < 0 ? new TimeValue(null, context.Published, TimePrecision.Unknown, TimeRelation.Before)
                : new TimeValue(context.Published, null, TimePrecision.Unknown, TimeRelation.After);
        var precision = unit switch
        {
            TimeUnit.Minute or TimeUnit.Hour or TimeUnit.Day => TimePrecision.Day,
            TimeUnit.Week => TimePrecision.Week, TimeUnit.Month => TimePrecision.Month, TimeUnit.Year => TimePrecision.Year, _ => TimePrecision.Unknown,
        };
        if (context.Published is not { } p) return new TimeValue(null, null, precision, TimeRelation.Throughout) { IsDefinite = true };
        if (Back(p, unit, length.Low, sign) is not { } point) return null;
        return new TimeValue(sign < 0 ? point : p, sign < 0 ? p : point, precision, TimeRelation.Throughout) { IsDefinite = true };
    }

    /// <summary>The day so long before or after: months and years by the calendar, half a month 15 days, hours whole days.</summary>
    private static DateOnly? Back(DateOnly p, TimeUnit unit, double length, int sign)
    {
        if (length is < 0 or > 100_000) return null;
        var whole = (int)Math.Floor(length);
        var rest = length - whole;
        try
        {
            return unit switch
            {
                TimeUnit.Minute => p.AddDays(sign * (int)Math.Ceiling(length / 1440)),
                TimeUnit.Hour => p.AddDays(sign * (int)Math.Ceiling(length / 24)),
                TimeUnit.Day => p.AddDays(sign * (int)Math.Ceiling(length)),
                TimeUnit.Week => p.AddDays(sign * (int)Math.Ceiling(length * 7)),
                TimeUnit.Month => p.AddMonths(sign * whole).AddDays(sign * (int)Math.Round(rest * 30, MidpointRounding.AwayFromZero)),
                TimeUnit.Year => p.AddYears(sign * whole).AddMonths(sign * (int)Math.Round(rest * 12, MidpointRounding.AwayFromZero)),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static TimeValue? Between(TimeValue from, TimeValue to)
    {
        if (from.Relation is not TimeRelation.At || to.Relation is not TimeRelation.At) return null;
        if (from.Precision != to.Precision && from.Start is null) return null;
        var start = from.Start;
        if (start is { } s && to.End is { } e && s > e)
        {
            // "From December to March 2020": the first lies in the year before.
            start = s.AddYears(-1);
            if (start > e || from.IsDefinite) return null;
        }
        return new TimeValue(start, to.End, (TimePrecision)Math.Min((int)from.Precision, (int)to.Precision), TimeRelation.Throughout) { IsDefinite = true };
    }

    /// <summary>Two wordings of one time side by side: the finer, where it lies in the coarser.</summary>
    private static TimeValue? Both(TimeValue a, TimeValue b)
    {
        if (a.Relation != b.Relation) return null;
        var (fine, coarse) = a.Precision <= b.Precision ? (a, b) : (b, a);
        if (fine.Precision is TimePrecision.Day or TimePrecision.PartOfDay or TimePrecision.Minute && coarse.Precision is TimePrecision.Day or TimePrecision.PartOfDay or TimePrecision.Minute)
        {
            var precision = (TimePrecision)Math.Min((int)a.Precision, (int)b.Precision);
            // A dated day beats a weekday or "today"; a weekday that contradicts "today" is left to the anchor.
            if (a.DayOffset is not null && b.Weekday != 0 && !b.IsDefinite) return a with { Weekday = b.Weekday, Precision = precision };
            if (b.DayOffset is not null && a.Weekday != 0 && !a.IsDefinite) return b with { Weekday = a.Weekday, Precision = precision };
            var chosen = b.IsDefinite && b.DayOffset is null ? b : a.IsDefinite && a.DayOffset is null ? a : b.Weekday == 0 ? b : a;
            var weekday = a.Weekday != 0 ? a.Weekday : b.Weekday;
            if (chosen.Start is { } day && weekday != 0 && WeekdayOf(day) != weekday && !chosen.IsDefinite) return null;
            return chosen with { Precision = precision, Weekday = weekday };
        }
        if (fine.Start is not { } s || coarse.Start is not { } from || coarse.End is not { } to) return fine;
        if (s >= from && s <= to) return fine with { IsDefinite = true, Ahead = null };
        if (fine.Weekday != 0 && coarse.Precision == TimePrecision.Week)
        {
            var day = from.AddDays(fine.Weekday - 1);
            return fine with { Start = day, End = day, Ahead = null, IsDefinite = true };
        }
        if (fine.Ahead is { Start: { } ahead } && ahead >= from && ahead <= to)
            return fine with { Start = fine.Ahead.Value.Start, End = fine.Ahead.Value.End, Ahead = null, IsDefinite = true };
        // A day and month, then "of last year".
        if (coarse.Precision == TimePrecision.Year && !fine.IsDefinite && fine.End is { } e)
        {
            var years = from.Year - s.Year;
            return fine with { Start = s.AddYears(years), End = e.AddYears(years), Ahead = null, IsDefinite = true };
        }
        return null;
    }

    /// <summary>The next or the last time of that name.</summary>
    private static TimeValue? Turn(ValueContext context, TimeValue time, int direction)
    {
        if (context.Published is not { } p || time.Start is not { } start || time.End is not { } end) return time;
        if (time.Weekday != 0 && !time.IsDefinite)
            return Weekday(context, time.Weekday, direction < 0 ? "last" : "next") with { Precision = time.Precision };
        if (time.IsDefinite) return (direction < 0) == (start <= p) ? time : null;
        if (time.Precision == TimePrecision.Month)
        {
            var month = Month(context, start.Month, null, direction < 0 ? "last" : "next");
            return month;
        }
        if (time.Precision is TimePrecision.Day or TimePrecision.PartOfDay)
            return Date(context, start.Day, start.Month, null, direction < 0 ? "last" : "next") is { } d ? d with { Precision = time.Precision } : null;
        return direction < 0 == (end < p) ? time : null;
    }
}
