namespace Isnad.Readings;

/// <summary>A stretch of the report of one kind.</summary>
public readonly record struct Section(SectionKind Kind, int Start, int End, bool InTitle = false);

/// <summary>Something that the reader could not do, or that a person should look at.</summary>
/// <param name="Code">Stable code, <c>ISN</c> and four digits.</param>
/// <param name="Where">The words concerned, if any.</param>
/// <param name="Message">What was found and what it means.</param>
public readonly record struct Diagnostic(string Code, Evidence? Where, string Message);

/// <summary>A recognised number, time or duration.</summary>
public sealed record RecognisedValue
{
    /// <summary>What kind.</summary>
    public required ValueKind Kind { get; init; }
    /// <summary>The words.</summary>
    public required Evidence Where { get; init; }
    /// <summary>Least value; null if unbounded.</summary>
    public double? Low { get; init; }
    /// <summary>Greatest value; null if unbounded.</summary>
    public double? High { get; init; }
    /// <summary>Kind of bound; for numbers.</summary>
    public Bound Bound { get; init; }
    /// <summary>Currency (ISO 4217) or unit of time.</summary>
    public string? Unit { get; init; }
    /// <summary>The interval, for times.</summary>
    public ClaimTime? Time { get; init; }
}

/// <summary>What the reader writes for one report.</summary>
public sealed record Reading
{
    /// <summary>Version of the format.</summary>
    public const string Schema = "isnad/reading/1";

    /// <summary>The report as given.</summary>
    public required Report Report { get; init; }
    /// <summary>The report's id, its own or derived.</summary>
    public required string ReportId { get; init; }
    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }
    /// <summary>Hash of the packs and the gazetteer.</summary>
    public required string Packs { get; init; }
    /// <summary>Id of the place of the dateline.</summary>
    public string? Dateline { get; init; }
    /// <summary>The parts of the report, in order.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];
    /// <summary>Entities in text order.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];
    /// <summary>Sources; the first is the outlet.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];
    /// <summary>Claims in text order.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];
    /// <summary>Ties between claims.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];
    /// <summary>What could not be done.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
    /// <summary>Every value recognised, if asked for.</summary>
    public IReadOnlyList<RecognisedValue>? Values { get; init; }
}
