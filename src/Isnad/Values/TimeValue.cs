using Isnad.Readings;

namespace Isnad.Values;

/// <summary>A unit of the calendar or the clock, from the finest.</summary>
internal enum TimeUnit : byte { Minute, Hour, Day, Week, Month, Season, Year }

/// <summary>What a grammar's functions may know: the day of publication, if any.</summary>
internal sealed record ValueContext(DateOnly? Published)
{
    /// <summary>Whether the sentence speaks of the future.</summary>
    public Func<bool> IsAhead { get; init; } = static () => false;
}

/// <summary>A time as words name it, resolved from the day of publication.</summary>
/// <param name="Start">First day; null if open or unresolved.</param>
/// <param name="End">Last day; null if open or unresolved.</param>
/// <param name="Precision">How finely stated.</param>
/// <param name="Relation">How a claim stands to it.</param>
internal sealed record TimeValue(DateOnly? Start, DateOnly? End, TimePrecision Precision, TimeRelation Relation = TimeRelation.At)
{
    /// <summary>Where a plain name (a weekday, a month) stands for the next one if the clause is about the future.</summary>
    public (DateOnly? Start, DateOnly? End)? Ahead { get; init; }

    /// <summary>Whether the words fix the year or stand to the day of publication without doubt.</summary>
    public bool IsDefinite { get; init; }

    /// <summary>Whether the words give the number of the day in its month.</summary>
    public bool IsDated { get; init; }

    /// <summary>Day of the week that the words name, 0 for none, 1 Saturday to 7 Friday.</summary>
    public int Weekday { get; init; }

    /// <summary>Days from publication, where the words say so ("today" 0, "yesterday" -1).</summary>
    public int? DayOffset { get; init; }

    /// <summary>Length of time to or from an event that the text names ("two days after ...").</summary>
    public NumberValue? Distance { get; init; }

    /// <summary>The same time standing otherwise to the claim.</summary>
    public TimeValue As(TimeRelation relation) => this with { Relation = relation };
}
