using System.Globalization;
using Isnad.Readings;

namespace Isnad.Values;

/// <summary>Days, months, seasons and years as words name them.</summary>
internal static class Calendar
{
    private static readonly UmAlQuraCalendar Hijri = new();

    private static TimeValue Day(DateOnly? day) => new(day, day, TimePrecision.Day);

    /// <summary>Days since Saturday, from 1 for Saturday to 7 for Friday.</summary>
    public static int WeekdayOf(DateOnly day) => (((int)day.DayOfWeek + 1) % 7) + 1;

    /// <summary>A day of the week: the latest, and the next for what is to come.</summary>
    public static TimeValue Weekday(ValueContext context, int weekday)
    {
        if (context.Published is not { } p) return Day(null) with { Weekday = weekday };
        var back = (WeekdayOf(p) - weekday + 7) % 7;
        var ahead = p.AddDays(back == 0 ? 0 : 7 - back);
        return Day(p.AddDays(-back)) with { Weekday = weekday, Ahead = (ahead, ahead) };
    }

    /// <summary>A night between two days of the week.</summary>
    public static TimeValue? Night(TimeValue first, TimeValue second)
    {
        if (first.Weekday == 0 || second.Weekday != (first.Weekday % 7) + 1) return null;
        if (second.Start is not { } end) return first with { Precision = TimePrecision.PartOfDay };
        return new TimeValue(end.AddDays(-1), end, TimePrecision.PartOfDay) { IsDefinite = second.IsDefinite, Ahead = second.Ahead is { Start: { } s } ? (s.AddDays(-1), s) : null };
    }

    public static TimeValue? Date(ValueContext context, int? day, int? month, int? year)
    {
        if (day is not { } d || month is not { } m || m is < 1 or > 12 || d < 1 || d > 31) return null;
        if (year is { } y)
        {
            if (y is < 1000 or > 2200 || d > DateTime.DaysInMonth(y, m)) return null;
            return Day(new DateOnly(y, m, d)) with { IsDefinite = true, IsDated = true };
        }
        if (context.Published is not { } p) return Day(null) with { IsDated = true };
        if (Nearest(p, m, d, -1) is not { } past || Nearest(p, m, d, 1) is not { } ahead) return null;
        return Day(past) with { Ahead = (ahead, ahead), IsDated = true };
    }

    /// <summary>A day by its number in a month that is known.</summary>
    public static TimeValue? DayIn(TimeValue month, int day)
    {
        if (month.Start is not { } first || month.End is not { } last) return Day(null) with { IsDated = true };
        if (day < 1 || day > last.Day) return null;
        return Day(first.AddDays(day - 1)) with { IsDated = true, IsDefinite = true };
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

    /// <summary>The first to fourth week of a month; 0: the last.</summary>
    public static TimeValue? WeekIn(TimeValue month, int? n)
    {
        if (n is not (>= 0 and <= 4)) return null;
        if (month.Start is not { } first || month.End is not { } last) return new TimeValue(null, null, TimePrecision.Week);
        var start = n == 0 ? last.AddDays(-6) : first.AddDays(7 * (n.Value - 1));
        return new TimeValue(start, start.AddDays(6), TimePrecision.Week) { IsDefinite = true };
    }

    /// <summary>A day, month or year of the Islamic calendar; without a year the latest that is not after publication.</summary>
    public static TimeValue? HijriDate(ValueContext context, int? day, int? month, int? year)
    {
        if (month is < 1 or > 12 || year is < 1320 or > 1498) return null;
        var precision = day is not null ? TimePrecision.Day : month is not null ? TimePrecision.Month : TimePrecision.Year;
        if (year is { } y)
        {
            var (from, to) = (month ?? 1, month ?? 12);
            var length = Hijri.GetDaysInMonth(y, to);
            if (day < 1 || day > length) return null;
            DateOnly At(int m, int d) => DateOnly.FromDateTime(Hijri.ToDateTime(y, m, d, 0, 0, 0, 0));
            return new TimeValue(At(from, day ?? 1), At(to, day ?? length), precision) { IsDefinite = true };
        }
        if (context.Published is not { Year: > 1910 and < 2070 } p) return new TimeValue(null, null, precision);
        var now = Hijri.GetYear(p.ToDateTime(TimeOnly.MinValue));
        if (HijriDate(context, day, month, now) is not { } current) return null;
        if (current.Start > p) return HijriDate(context, day, month, now - 1) is { } before ? before with { IsDefinite = false, Ahead = (current.Start, current.End) } : null;
        var next = current.End >= p ? current : HijriDate(context, day, month, now + 1);
        return current with { IsDefinite = false, Ahead = (next?.Start, next?.End) };
    }

    public static TimeValue? Month(ValueContext context, int month, int? year)
    {
        if (month is < 1 or > 12) return null;
        if (year is { } y) return y is < 1000 or > 2200 ? null : Whole(y, month) with { IsDefinite = true };
        if (context.Published is not { } p) return new TimeValue(null, null, TimePrecision.Month);
        var ahead = Whole(month >= p.Month ? p.Year : p.Year + 1, month);
        return Whole(month <= p.Month ? p.Year : p.Year - 1, month) with { Ahead = (ahead.Start, ahead.End) };
    }

    private static TimeValue Whole(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), TimePrecision.Month);

    public static TimeValue Years(int from, int to) =>
        new(new DateOnly(from, 1, 1), new DateOnly(to, 12, 31), TimePrecision.Year) { IsDefinite = true };

    /// <summary>How finely a time is stated in a unit.</summary>
    public static TimePrecision PrecisionOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Minute or TimeUnit.Hour or TimeUnit.Day => TimePrecision.Day,
        TimeUnit.Week => TimePrecision.Week,
        TimeUnit.Month => TimePrecision.Month,
        TimeUnit.Year => TimePrecision.Year,
        _ => TimePrecision.Unknown,
    };

    /// <summary>The week, month or year so many from that of publication.</summary>
    public static TimeValue Unit(ValueContext context, TimeUnit unit, int offset)
    {
        if (context.Published is not { } p) return new TimeValue(null, null, PrecisionOf(unit)) { IsDefinite = true };
        var (start, end) = Around(p, unit, offset);
        return new TimeValue(start, end, PrecisionOf(unit)) { IsDefinite = true };
    }

    public static (DateOnly Start, DateOnly End) Around(DateOnly p, TimeUnit unit, int offset)
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

    /// <summary>The beginning, middle or end of a month, year, decade or week.</summary>
    public static TimeValue? Stage(TimeValue time, string stage)
    {
        if (time.Precision is not (TimePrecision.Week or TimePrecision.Month or TimePrecision.Season or TimePrecision.Year)) return null;
        if (time.Start is not { } start || time.End is not { } end) return time;
        var (from, to) = Stage(start, end, time.Precision, stage);
        return time with { Start = from, End = to, Ahead = time.Ahead is { Start: { } s, End: { } e } ? Stage(s, e, time.Precision, stage) : null };
    }

    private static (DateOnly?, DateOnly?) Stage(DateOnly start, DateOnly end, TimePrecision precision, string stage)
    {
        // Days of a week, days of a month, months of a season or year, years of a decade: how many are early, where the middle lies, how many are late.
        var (early, from, to, late) = precision switch { TimePrecision.Week => (3, 2, 4, 3), TimePrecision.Month => (10, 10, 20, 10), TimePrecision.Season => (1, 1, 2, 1), _ => (3, 4, 8, 3) };
        var each = precision < TimePrecision.Season ? 0 : end.Year > start.Year + 1 ? 12 : 1;
        DateOnly Plus(DateOnly day, int n) => each == 0 ? day.AddDays(n) : day.AddMonths(n * each);
        return stage switch
        {
            "early" => (start, Plus(start, early).AddDays(-1)),
            "mid" => (Plus(start, from), Plus(start, to).AddDays(-1)),
            _ => (Plus(end.AddDays(1), -late), end),
        };
    }

    public static TimeValue? Season(string season, int year)
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

    /// <summary>The last season of that name before publication, or the next after it.</summary>
    public static TimeValue? Season(ValueContext context, string season, int way)
    {
        if (context.Published is not { } p) return new TimeValue(null, null, TimePrecision.Season);
        for (var i = -1; i <= 1; i++)
        {
            var time = Season(season, p.Year - (Math.Sign(way) * i));
            if (way < 0 ? time?.End < p : way > 0 ? time?.Start > p : time?.Start <= p && time.End >= p) return time;
        }
        return Season(season, p.Year + Math.Sign(way));
    }

    /// <summary>A quarter, third or half of a year; a half of a month.</summary>
    public static TimeValue? Quarter(TimeValue whole, int n, int of)
    {
        if (n < 1 || n > of || of is < 2 or > 4) return null;
        if (whole.Start is not { } start || whole.End is not { } end) return whole with { Precision = whole.Precision == TimePrecision.Year ? TimePrecision.Season : whole.Precision };
        if (whole.Precision == TimePrecision.Month && of == 2) return whole with { Start = n == 1 ? start : start.AddDays(15), End = n == 1 ? start.AddDays(14) : end, Ahead = null };
        if (whole.Precision != TimePrecision.Year || end.Year != start.Year) return null;
        var months = 12 / of;
        var from = start.AddMonths((n - 1) * months);
        return new TimeValue(from, from.AddMonths(months).AddDays(-1), TimePrecision.Season) { IsDefinite = true };
    }

    /// <summary>"Last", "next", "this": the time of that name so many before (less than 0) or after publication.</summary>
    public static TimeValue? Turn(ValueContext context, TimeValue time, int way)
    {
        if (context.Published is not { } p || time.Start is not { } start || time.End is not { } end) return time;
        if (time.IsDefinite) return way == 0 || way < 0 == start <= p ? time : null;
        if (way == 0) return time with { IsDefinite = true, Ahead = null };
        var further = Math.Abs(way) - 1;
        TimeValue At(DateOnly s, DateOnly e) => time with { Start = s, End = e, IsDefinite = true, Ahead = null };
        if (time.Weekday != 0 && !time.IsDated)
        {
            var day = way < 0 ? (start == p ? start.AddDays(-7) : start) : start.AddDays(7);
            day = day.AddDays(Math.Sign(way) * 7 * further);
            return At(day, day);
        }
        if (time.Ahead is not { Start: { } aheadStart, End: { } aheadEnd }) return way < 0 && end < p ? time with { IsDefinite = true } : null;
        var inside = start <= p && end >= p;
        var years = inside ? Math.Sign(way) : 0;
        var (s, e) = way < 0 ? (start, end) : (aheadStart, aheadEnd);
        years += Math.Sign(way) * further;
        if (time.Precision != TimePrecision.Month) return At(s.AddYears(years), e.AddYears(years));
        var month = Whole(s.Year + years, s.Month);
        return time.End!.Value.Day - time.Start!.Value.Day < 27 ? At(s.AddYears(years), e.AddYears(years)) : At(month.Start!.Value, month.End!.Value);
    }
}
