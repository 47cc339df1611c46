namespace Isnad.Readings;

/// <summary>Who says so. Every chain of <see cref="Via"/> ends at the report's own outlet, <c>s0</c>.</summary>
public sealed record Source
{
    /// <summary>Local id; <c>s0</c> is the outlet.</summary>
    public required string Id { get; init; }
    /// <summary>What kind of speaker.</summary>
    public required SourceKind Kind { get; init; }
    /// <summary>Name, where no entity stands for the speaker.</summary>
    public string? Name { get; init; }
    /// <summary>Id of the speaker's entity.</summary>
    public string? Entity { get; init; }
    /// <summary>Id of the source that passes it on; null only for the outlet itself.</summary>
    public string? Via { get; init; }
    /// <summary>The words of attribution.</summary>
    public Evidence? Cue { get; init; }
}
