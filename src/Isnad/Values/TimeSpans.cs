using Isnad.Readings;

namespace Isnad.Values;

/// <summary>Times by their distance from publication, and times made of two.</summary>
internal static class TimeSpans
{
    /// <summary>Some time before or after publication.</summary>
    public static TimeValue Open(ValueContext context, int sign) => sign < 0
        ? new TimeValue(null, context.Published, TimePrecision.Unknown, TimeRelation.Before)
        : new TimeValue(context.Published, null, TimePrecision.Unknown, TimeRelation.After);

    /// <summary>The day, week, month or year so long before or after publication.</summary>
    public static TimeValue? Shift(ValueContext context, NumberValue length, int sign)
    {
        if (Measure(length) is not { } unit) return Words.TryParse<TimeUnit>(length.Unit, out _) ? Open(context, sign) : null;
        var precision = Calendar.PrecisionOf(unit);
        if (context.Published is not { } p) return new TimeValue(null, null, precision) { IsDefinite = true };
        if (Back(p, unit, length.Low, sign) is not { } point) return null;
        var (start, end) = unit is TimeUnit.Month or TimeUnit.Year ? Calendar.Around(point, unit, 0) : (point, point);
        return new TimeValue(start, end, precision) { IsDefinite = true };
    }

    /// <summary>All the time from so long ago to publication, or from publication on.</summary>
    public static TimeValue? Stretch(ValueContext context, NumberValue length, int sign)
    {
        if (Measure(length) is not { } unit) return Words.TryParse<TimeUnit>(length.Unit, out _) ? Open(context, sign) : null;
        var precision = Calendar.PrecisionOf(unit);
        if (context.Published is not { } p) return new TimeValue(null, null, precision, TimeRelation.Throughout) { IsDefinite = true };
        if (Back(p, unit, length.Low, sign) is not { } point) return null;
        return new TimeValue(sign < 0 ? point : p, sign < 0 ? p : point, precision, TimeRelation.Throughout) { IsDefinite = true };
    }

    /// <summary>The unit of a length that is one number.</summary>
    private static TimeUnit? Measure(NumberValue length) =>
        Words.TryParse<TimeUnit>(length.Unit, out var unit) && length.Bound is not Bound.Vague && length.Low == length.High ? unit : null;

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

    /// <summary>From a day of a month to a date, in the same month or the one before.</summary>
    public static TimeValue? DaysTo(int day, TimeValue date)
    {
        if (date.Start is not { } end) return date.As(TimeRelation.Throughout);
        if (day < 1 || day > 31 || day == end.Day) return null;
        var month = new DateOnly(end.Year, end.Month, 1).AddMonths(day < end.Day ? 0 : -1);
        if (day > DateTime.DaysInMonth(month.Year, month.Month)) return null;
        return date with { Start = month.AddDays(day - 1), Relation = TimeRelation.Throughout, Ahead = null };
    }

    /// <summary>From the start of one time to the end of another.</summary>
    public static TimeValue? Between(TimeValue from, TimeValue to)
    {
        if (from.Relation is not TimeRelation.At || to.Relation is not TimeRelation.At) return null;
        if (from.Precision != to.Precision && from.Start is null) return null;
        var start = from.Start;
        if (start is { } s && to.End is { } e && !from.IsDefinite)
        {
            // "From December to March 2020": the first lies in the year before; "from Friday to Monday": in the week before.
            if (to.IsDefinite && from.Weekday == 0 && s.Year != e.Year) s = s.AddYears(e.Year - s.Year);
            if (s > e) s = from.Weekday != 0 && !from.IsDated ? s.AddDays(-7) : s.AddYears(-1);
            start = s;
        }
        if (start > to.End) return null;
        return new TimeValue(start, to.End, (TimePrecision)Math.Min((int)from.Precision, (int)to.Precision), TimeRelation.Throughout) { IsDefinite = true };
    }

    /// <summary>Two wordings of one time side by side: the finer, where it lies in the coarser.</summary>
    public static TimeValue? Both(TimeValue a, TimeValue b)
    {
        if (a.Relation != b.Relation) return null;
        var (fine, coarse) = a.Precision <= b.Precision ? (a, b) : (b, a);
        if (coarse.Precision <= TimePrecision.Day) return OneDay(a, b);
        if (fine.Start is not { } s || coarse.Start is not { } from || coarse.End is not { } to) return fine;
        if (s >= from && s <= to) return fine with { IsDefinite = true, Ahead = null };
        if (fine.IsDefinite) return null;
        if (fine.Weekday != 0 && coarse.Precision == TimePrecision.Week)
        {
            var day = from.AddDays(fine.Weekday - 1);
            return fine with { Start = day, End = day, Ahead = null, IsDefinite = true };
        }
        if (fine.Ahead is { Start: { } ahead, End: { } aheadEnd } && ahead >= from && ahead <= to)
            return fine with { Start = ahead, End = aheadEnd, Ahead = null, IsDefinite = true };
        return null;
    }

    /// <summary>Two wordings of one day. A date beats "today" and "today" a day of the week; what the words say besides is kept for the anchor.</summary>
    private static TimeValue? OneDay(TimeValue a, TimeValue b)
    {
        if (a.IsDated && b.IsDated) return null;
        if (a.DayOffset is not null && b.DayOffset is not null) return null;
        if (a.Weekday != 0 && b.Weekday != 0 && a.Weekday != b.Weekday) return null;
        var chosen = Rank(a) >= Rank(b) ? a : b;
        var weekday = a.Weekday != 0 ? a.Weekday : b.Weekday;
        var both = chosen with { Precision = (TimePrecision)Math.Min((int)a.Precision, (int)b.Precision), Weekday = weekday, DayOffset = a.DayOffset ?? b.DayOffset };
        // Of the two years that a date without one may lie in, the day of the week knows which.
        if (!both.IsDefinite && weekday != 0 && both.Start is { } day && Calendar.WeekdayOf(day) != weekday && both.Ahead is { Start: { } ahead } && Calendar.WeekdayOf(ahead) == weekday)
            return both with { Start = ahead, End = ahead, Ahead = null };
        return both;
    }

    private static int Rank(TimeValue time) => time.IsDated ? 3 : time.DayOffset is not null ? 2 : time.IsDefinite ? 1 : 0;
}
