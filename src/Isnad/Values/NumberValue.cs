using Isnad.Readings;

namespace Isnad.Values;

/// <summary>A number or a range of numbers. NaN: unbounded on that side.</summary>
/// <param name="Low">Least.</param>
/// <param name="High">Greatest.</param>
/// <param name="Bound">Kind of bound.</param>
/// <param name="Unit">Currency code or unit of time; empty for a bare number.</param>
internal sealed record NumberValue(double Low, double High, Bound Bound = Bound.Exact, string Unit = "")
{
    /// <summary>A number that is exactly <paramref name="value"/>.</summary>
    public NumberValue(double value) : this(value, value) { }

    /// <summary>The scale that its words name last ("20 thousand": 1000), 1 if none.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Whether it is a single exact number.</summary>
    public bool IsExact => Bound == Bound.Exact;

    /// <summary>The least value or null.</summary>
    public double? LowOrNull => double.IsNaN(Low) ? null : Low;

    /// <summary>The greatest value or null.</summary>
    public double? HighOrNull => double.IsNaN(High) ? null : High;

    /// <summary>The same number with another bound, as record.md's table has it.</summary>
    public NumberValue? With(Bound bound)
    {
        if (Bound is Bound.Between && bound is Bound.About) return this;
        if (Bound is Bound.Vague && bound is Bound.About) return this;
        if (Bound is Bound.Vague) return bound is Bound.MoreThan or Bound.AtLeast ? this with { High = double.NaN, Bound = bound } : null;
        if (!IsExact) return null;
        return bound switch
        {
            Bound.AtLeast or Bound.MoreThan => this with { High = double.NaN, Bound = bound },
            Bound.UpTo or Bound.LessThan => this with { Low = double.NaN, Bound = bound },
            _ => this with { Bound = bound },
        };
    }
}

/// <summary>What a pack's word stands for: a number, or a name.</summary>
internal sealed record Atom(string Text, double Number);
