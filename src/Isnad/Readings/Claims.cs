namespace Isnad.Readings;

/// <summary>When, by the text. Null start or end: open or unresolved.</summary>
public sealed record ClaimTime
{
    /// <summary>First day (ISO date), or instant with minute precision.</summary>
    public string? Start { get; init; }
    /// <summary>Last day (inclusive).</summary>
    public string? End { get; init; }
    /// <summary>How finely stated.</summary>
    public required TimePrecision Precision { get; init; }
    /// <summary>How the claim stands to the interval.</summary>
    public required TimeRelation Relation { get; init; }
    /// <summary>Stated with the claim, or inherited.</summary>
    public TimeBasis Basis { get; init; }
    /// <summary>Id of the claim to whose time this one is relative.</summary>
    public string? Claim { get; init; }
    /// <summary>The words.</summary>
    public Evidence? Where { get; init; }
}

/// <summary>One assertion, by its source or sources, at one place in the text.</summary>
public abstract record Claim
{
    /// <summary>Local id, in text order.</summary>
    public required string Id { get; init; }
    /// <summary>Hash of report, kind, type, trigger and ordinal, by which people's decisions find the claim again.</summary>
    public required string Key { get; init; }
    /// <summary>Ids of the nearest speakers.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
    /// <summary>The speakers' stance.</summary>
    public Stance Stance { get; init; }
    /// <summary>The words that prove it; the first is the trigger.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
    /// <summary>Whether it happened.</summary>
    public ClaimStatus Status { get; init; }
    /// <summary>Affirmed or negated.</summary>
    public Polarity Polarity { get; init; }
    /// <summary>News, presupposed, or background.</summary>
    public Assertion Assertion { get; init; }
    /// <summary>When, or null if the report gives no time for it.</summary>
    public ClaimTime? Time { get; init; }
    /// <summary>Ids of the most specific places.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
    /// <summary>Id shared by the tellings of one happening.</summary>
    public string? Happening { get; init; }
    /// <summary>The rule that found it.</summary>
    public required string Rule { get; init; }
}

/// <summary>Who did what to whom.</summary>
public sealed record EventClaim : Claim
{
    /// <summary>PLOVER type; null where only an ACLED strategic development fits.</summary>
    public EventType? Type { get; init; }
    /// <summary>PLOVER mode.</summary>
    public string? Mode { get; init; }
    /// <summary>Ids of who did it.</summary>
    public IReadOnlyList<string> Agents { get; init; } = [];
    /// <summary>Ids of to whom or what.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];
    /// <summary>Ids of weapons and means.</summary>
    public IReadOnlyList<string> Instruments { get; init; } = [];
    /// <summary>Ids of the places that a movement leaves.</summary>
    public IReadOnlyList<string> From { get; init; } = [];
    /// <summary>Ids of the places that a movement makes for.</summary>
    public IReadOnlyList<string> Toward { get; init; } = [];
    /// <summary>How it applies to several places.</summary>
    public Distribution? Distribution { get; init; }
    /// <summary>PLOVER contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];
    /// <summary>ACLED event type and sub-event type.</summary>
    public (string EventType, string SubEventType)? Acled { get; init; }
}

/// <summary>How many.</summary>
public sealed record FigureClaim : Claim
{
    /// <summary>What is counted.</summary>
    public required Measure Measure { get; init; }
    /// <summary>Id of the entity counted.</summary>
    public string? Unit { get; init; }
    /// <summary>Least number, in units; null if unbounded.</summary>
    public double? Low { get; init; }
    /// <summary>Greatest number, in units; null if unbounded.</summary>
    public double? High { get; init; }
    /// <summary>Kind of bound.</summary>
    public Bound Bound { get; init; }
    /// <summary>The words of the number with its unit.</summary>
    public required string Words { get; init; }
    /// <summary>What it is a figure of.</summary>
    public FigureScope Scope { get; init; }
    /// <summary>For the displaced: <c>new</c> or <c>stock</c>.</summary>
    public string? Flow { get; init; }
    /// <summary><c>persons</c> or <c>families</c>.</summary>
    public string? Per { get; init; }
    /// <summary>ISO 4217 code, for money.</summary>
    public string? Currency { get; init; }
}

/// <summary>How things stand.</summary>
public sealed record StateClaim : Claim
{
    /// <summary>What holds between subject and objects.</summary>
    public required Predicate Predicate { get; init; }
    /// <summary>Entity id.</summary>
    public required string Subject { get; init; }
    /// <summary>Entity ids.</summary>
    public IReadOnlyList<string> Objects { get; init; } = [];
    /// <summary>Id of who holds the subject (a post, a base).</summary>
    public string? Holder { get; init; }
    /// <summary>Id of who held the object before.</summary>
    public string? From { get; init; }
    /// <summary>The words of an office.</summary>
    public string? Office { get; init; }
    /// <summary>Number of subjects, when the text counts them.</summary>
    public (double? Low, double? High, Bound Bound)? Count { get; init; }
}

/// <summary>What was said that is no event, figure or state.</summary>
public sealed record StatementClaim : Claim
{
    /// <summary>The words said.</summary>
    public required Evidence Content { get; init; }
    /// <summary>Whether they stand in quotation marks.</summary>
    public bool Quoted { get; init; }
    /// <summary>Ids of the entities spoken of.</summary>
    public IReadOnlyList<string> About { get; init; } = [];
}

/// <summary>A tie between two claims.</summary>
public sealed record Relation(RelationType Type, string From, string To, IReadOnlyList<Evidence> Evidence);
