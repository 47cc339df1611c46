using System.Globalization;
using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>Numbers and times as people write them.</summary>
internal static class Phrases
{
    /// <summary>A number with its bound: <c>more than 370</c>.</summary>
    public static string Value(double? low, double? high, Bound bound, PageWords? words = null)
    {
        words ??= PageWords.Own;
        return bound switch
        {
            Bound.AtLeast => words.With("at least {0}", Atom(low, words)),
            Bound.MoreThan => words.With("more than {0}", Atom(low, words)),
            Bound.About => words.With("about {0}", Atom(low ?? high, words)),
            Bound.UpTo => words.With("up to {0}", Atom(high, words)),
            Bound.LessThan => words.With("fewer than {0}", Atom(high, words)),
            Bound.Vague => words.With("roughly {0}", Both(low, high, words)),
            _ => Both(low, high, words),
        };
    }

    /// <summary>The value of a figure, with currency and whether it counts families.</summary>
    public static string Value(FigureClaim figure, PageWords? words = null)
    {
        words ??= PageWords.Own;
        var value = Value(figure.Low, figure.High, figure.Bound, words);
        if (figure.Currency is { } currency) value += " " + words.Atom(currency);
        if (string.Equals(figure.Per, "families", StringComparison.Ordinal)) value = words.With("{0} families", value);
        return value;
    }

    /// <summary>A time with its relation: <c>since 2019-12</c>.</summary>
    public static string Time(ClaimTime time, PageWords? words = null)
    {
        words ??= PageWords.Own;
        var span = Interval(time, words);
        if (span.Length == 0) span = time.Claim ?? (time.Where is { } where ? ReadingView.OneLine(where.Text) : words["an unresolved time"]);
        return time.Relation switch
        {
            TimeRelation.At => span,
            TimeRelation.Throughout => words.With("throughout {0}", span),
            TimeRelation.Since => words.With("since {0}", span),
            TimeRelation.Until => words.With("until {0}", span),
            TimeRelation.Before => words.With("before {0}", span),
            _ => words.With("after {0}", span),
        };
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

    private static string Atom(double? number, PageWords words) => words.Atom(One(number));

    private static string Both(double? low, double? high, PageWords words) =>
        low.Equals(high) ? Atom(low, words) : words.With("{0}\u2013{1}", Atom(low, words), Atom(high, words));

    private static string Interval(ClaimTime time, PageWords words)
    {
        var start = Part(time.Start, time.Precision);
        var end = Part(time.End, time.Precision);
        if (start.Length == 0) return end.Length == 0 ? "" : words.Atom(end);
        if (end.Length == 0 || string.Equals(start, end, StringComparison.Ordinal) || time.Relation is TimeRelation.Since or TimeRelation.After)
            return words.Atom(start);
        return words.With("{0} \u2013 {1}", words.Atom(start), words.Atom(end));
    }

    private static string Part(string? date, TimePrecision precision) => (date, precision) switch
    {
        (null, _) => "",
        ({ Length: >= 4 }, TimePrecision.Year) => date[..4],
        ({ Length: >= 7 }, TimePrecision.Month) => date[..7],
        _ => date,
    };
}
