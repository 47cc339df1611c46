namespace Isnad;

/// <summary>A half-open stretch <c>[Start, End)</c> of UTF-16 code units.</summary>
public readonly record struct Extent(int Start, int End)
{
    /// <summary>Number of code units covered.</summary>
    public int Length => End - Start;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this stretch.</summary>
    public bool Contains(Extent other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two stretches share at least one code unit.</summary>
    public bool Overlaps(Extent other) => Start < other.End && other.Start < End;
}
