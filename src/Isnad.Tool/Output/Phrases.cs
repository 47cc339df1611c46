using System.Globalization;
using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>Numbers and times as people write them.</summary>
internal static class Phrases
{
    /// <summary>A number with its bound: <c>more than 370</c>.</summary>
    public static string Value(double? low, double? high, Bound bound) => bound switch
    {
        Bound.AtLeast => $"at least {One(low)}",
        Bound.MoreThan => $"more than {One(low)}",
        Bound.About => $"about {One(low ?? high)}",
        Bound.UpTo => $"up to {One(high)}",
        Bound.LessThan => $"fewer than {One(high)}",
        Bound.Vague => $"roughly {Both(low, high)}",
        _ => low.Equals(high) ? One(low) : Both(low, high),
    };

    /// <summary>The value of a figure, with currency and whether it counts families.</summary>
    public static string Value(FigureClaim figure)
    {
        var value = Value(figure.Low, figure.High, figure.Bound);
        if (figure.Currency is { } currency) value += " " + currency;
        if (string.Equals(figure.Per, "families", StringComparison.Ordinal)) value += " families";
        return value;
    }

    /// <summary>A time with its relation: <c>since 2019-12</c>.</summary>
    public static string Time(ClaimTime time)
    {
        var span = Interval(time);
        var relation = time.Relation switch
        {
            TimeRelation.At => "",
            TimeRelation.Throughout => "throughout ",
            TimeRelation.Since => "since ",
            TimeRelation.Until => "until ",
            TimeRelation.Before => "before ",
            _ => "after ",
        };
        if (span.Length == 0) span = time.Claim ?? (time.Where is { } where ? ReadingView.OneLine(where.Text) : "an unresolved time");
        return relation + span;
    }

    /// <summary>A date, or a date and time, as written in ISO 8601, easier to read.</summary>
    public static string Moment(string iso) =>
        iso.Length >= 16 && iso[10] == 'T' ? $"{iso[..10]} {iso[11..16]}{(iso.AsSpan(16).LastIndexOfAny('+', '-') is >= 0 and var at ? $" ({iso[(16 + at)..]})" : "")}" : iso;

    /// <summary>A number with separators.</summary>
    public static string One(double? number) => number switch
    {
        null => "?",
        { } n when Math.Abs(n - Math.Round(n)) < 1e-9 => n.ToString("#,0", CultureInfo.InvariantCulture),
        { } n => n.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    private static string Both(double? low, double? high) =>
        low.Equals(high) ? One(low) : $"{One(low)}\u2013{One(high)}";

    private static string Interval(ClaimTime time)
    {
        var start = Part(time.Start, time.Precision);
        var end = Part(time.End, time.Precision);
        if (start.Length == 0) return end;
        if (end.Length == 0 || string.Equals(start, end, StringComparison.Ordinal)) return start;
        return time.Relation is TimeRelation.Since or TimeRelation.After ? start : $"{start} \u2013 {end}";
    }

    private static string Part(string? date, TimePrecision precision) => (date, precision) switch
    {
        (null, _) => "",
        ({ Length: >= 4 }, TimePrecision.Year) => date[..4],
        ({ Length: >= 7 }, TimePrecision.Month) => date[..7],
        _ => date,
    };
}
