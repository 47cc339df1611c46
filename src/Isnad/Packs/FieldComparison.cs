namespace Isnad.Packs;

/// <summary>How the fields of a claim agree with those of a line.</summary>
internal sealed class FieldComparison
{
    /// <summary>What differs, in words.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>The counts of each field.</summary>
    public Dictionary<string, FieldScore> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Compares a field of one value.</summary>
    public void Same(string field, string expected, string actual) =>
        Check(field, string.Equals(expected, actual, StringComparison.Ordinal), $"{field} is {actual}, not {expected}");

    /// <summary>Counts a field of one value, and notes what differs if it is wrong.</summary>
    public void Check(string field, bool right, string difference)
    {
        Fields[field] = new FieldScore(right ? 1 : 0, 1, 1);
        if (!right) Differences.Add(difference);
    }
}
