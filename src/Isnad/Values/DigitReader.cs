using System.Globalization;
using Isnad.Readings;

namespace Isnad.Values;

/// <summary>Reads what runs of digits and separators can mean.</summary>
internal static class DigitReader
{
    /// <summary>A plain number: "12", "1,200", "2.5", "3,5", "1.200.000"; null for anything else.</summary>
    public static double? Number(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[Math.Min(word.Length, 64)];
        if (word.Length > plain.Length) return null;
        var commas = word.Count(',');
        var stops = word.Count('.');
        if (word.IndexOfAny('/', ':', '-') >= 0 || (commas > 0 && stops > 1)) return null;
        var groups = commas > 0 ? ',' : stops > 1 ? '.' : '\0';
        if (commas == 1 && stops == 0 && word.Length - word.IndexOf(',') != 4) groups = '\0';   // "3,5" is a decimal comma
        var n = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (groups != '\0' && word[i] == groups)
            {
                var next = word[(i + 1)..].IndexOfAny(',', '.');
                if ((next < 0 ? word.Length - i - 1 : next) != 3) return null;
                continue;
            }
            plain[n++] = word[i] == ',' ? '.' : word[i];
        }
        return n <= 18 && double.TryParse(plain[..n], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Two numbers joined by a hyphen, the first smaller: "5-8"; two years also by a slash.</summary>
    public static NumberValue? Range(ReadOnlySpan<char> word)
    {
        var at = word.IndexOf('-');
        if (word.Length == 9 && word[4] == '/') at = 4;
        if (at <= 0 || word[(at + 1)..].Contains('-')) return null;
        return Number(word[..at]) is { } low && Number(word[(at + 1)..]) is { } high && low < high
            ? new NumberValue(low, high, Bound.Between) : null;
    }

    /// <summary>A day in digits: year first, or day first; the month first only where nothing else fits.</summary>
    public static TimeValue? Date(ReadOnlySpan<char> word)
    {
        Span<Range> parts = stackalloc Range[4];
        var separator = word.Contains('/') ? '/' : word.Contains('-') ? '-' : '.';
        if (word.Split(parts, separator) != 3) return null;
        if (Part(word[parts[0]]) is not { } a || Part(word[parts[1]]) is not { } b || Part(word[parts[2]]) is not { } c) return null;
        var (year, month, day) = parts[0].End.Value - parts[0].Start.Value == 4 ? (a, b, c) : word[parts[2]].Length == 4 ? (c, b, a) : (0, 0, 0);
        if (month > 12 && day <= 12) (month, day) = (day, month);
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateOnly(year, month, day);
        return new TimeValue(date, date, TimePrecision.Day) { IsDefinite = true, IsDated = true };
    }

    /// <summary>A month in digits: "3/2020".</summary>
    public static TimeValue? MonthYear(ReadOnlySpan<char> word)
    {
        var at = word.IndexOf('/');
        if (at is < 1 or > 2 || word.Length - at != 5 || Part(word[..at]) is not (>= 1 and <= 12) || Part(word[(at + 1)..]) is not (>= 1900 and <= 2100)) return null;
        var first = new DateOnly(Part(word[(at + 1)..])!.Value, Part(word[..at])!.Value, 1);
        return new TimeValue(first, first.AddMonths(1).AddDays(-1), TimePrecision.Month) { IsDefinite = true };
    }

    /// <summary>A day and a month in digits, without a year: "18/3" is 18 to 3.</summary>
    public static NumberValue? DayMonth(ReadOnlySpan<char> word)
    {
        var at = word.IndexOf('/');
        return at is 1 or 2 && word.Length - at is 2 or 3 && Part(word[..at]) is >= 1 and <= 31 and var day && Part(word[(at + 1)..]) is >= 1 and <= 12 and var month
            ? new NumberValue(day, month, Bound.Between) : null;
    }

    /// <summary>Hours and minutes: "20:30".</summary>
    public static bool IsClock(ReadOnlySpan<char> word)
    {
        var at = word.IndexOf(':');
        return at is 1 or 2 && word.Length >= at + 3 && Part(word[..at]) is <= 24 && Part(word[(at + 1)..(at + 3)]) is < 60;
    }

    private static int? Part(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
