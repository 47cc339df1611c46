namespace Isnad.Packs;

/// <summary>How often a field is right in the claims found: what is expected, what is read, and what of it agrees.</summary>
internal readonly record struct FieldScore(int Right, int Expected, int Read)
{
    /// <summary>The harmonic mean of precision and recall; for a field with one value the share that is right.</summary>
    public double F1 => Expected + Read == 0 ? double.NaN : 2.0 * Right / (Expected + Read);

    public static FieldScore operator +(FieldScore a, FieldScore b) => new(a.Right + b.Right, a.Expected + b.Expected, a.Read + b.Read);
}

/// <summary>How a reading agrees with what is expected, for one kind of claim.</summary>
internal sealed class KindScore(string kind)
{
    private readonly Dictionary<string, FieldScore> _fields = new(StringComparer.Ordinal);

    /// <summary>The kind.</summary>
    public string Kind => kind;

    /// <summary>Claims expected.</summary>
    public int Expected { get; set; }

    /// <summary>Of these, claims found at their place, right in every field or not.</summary>
    public int Found { get; set; }

    /// <summary>Of these, claims right in every field.</summary>
    public int Right { get; set; }

    /// <summary>Claims read that are not expected.</summary>
    public int Extra { get; set; }

    /// <summary>The fields of the claims found, in the order in which they were compared first.</summary>
    public IReadOnlyDictionary<string, FieldScore> Fields => _fields;

    /// <summary>The harmonic mean of precision and recall. An event of another type is not the one expected.</summary>
    public double F1 => Expected + Found + Extra == 0 ? double.NaN : 2.0 * (_fields.TryGetValue("type", out var type) ? type.Right : Found) / (Expected + Found + Extra);

    /// <summary>Counts the fields of a claim that was found.</summary>
    public void Count(string field, FieldScore score) => _fields[field] = _fields.GetValueOrDefault(field) + score;

    /// <summary>Adds the counts of another reading.</summary>
    public void Add(KindScore other)
    {
        Expected += other.Expected;
        Found += other.Found;
        Right += other.Right;
        Extra += other.Extra;
        foreach (var (field, score) in other.Fields) Count(field, score);
    }
}

/// <summary>What is missing, wrong or too much in a reading of a sample.</summary>
internal sealed record SampleScore(string File, IReadOnlyList<KindScore> Kinds, IReadOnlyList<string> Differences)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{File}: {string.Join(", ", Kinds.Select(k => $"{k.Kind} {k.Right} right and {k.Found} found of {k.Expected}, {k.Extra} extra"))}";
}
