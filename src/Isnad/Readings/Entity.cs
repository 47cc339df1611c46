namespace Isnad.Readings;

/// <summary>One mention of an entity.</summary>
/// <param name="Where">The words.</param>
/// <param name="By">How it was found, if not by name: <c>description</c> or <c>pronoun</c>.</param>
public readonly record struct Mention(Evidence Where, string? By = null);

/// <summary>An entry of the knowledge base that an entity may be, with a score of 0 to 100.</summary>
public readonly record struct Reference(string Ref, int Score);

/// <summary>A loaded word that somebody in the report used of an entity.</summary>
/// <param name="Where">The word.</param>
/// <param name="Source">Id of the source who used it.</param>
public readonly record struct Label(Evidence Where, string Source);

/// <summary>Codes of the field's coding schemes.</summary>
public sealed record ActorCodes(string? Plover, string? Acled, string? Interaction);

/// <summary>A place's position relative to another.</summary>
/// <param name="To">Id of the place it is relative to.</param>
/// <param name="Direction">Compass direction (<c>N</c>, <c>NE</c> ...) or null.</param>
/// <param name="Km">Distance in kilometres or null.</param>
public sealed record Nearness(string To, string? Direction, double? Km);

/// <summary>A thing that the report names or describes.</summary>
public sealed record Entity
{
    /// <summary>Local id, in text order of the first mention.</summary>
    public required string Id { get; init; }
    /// <summary>What kind of thing.</summary>
    public required EntityKind Kind { get; init; }
    /// <summary>Preferred name: the knowledge base's where known, else the words of the report.</summary>
    public required string Name { get; init; }
    /// <summary>Names by language.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Names { get; init; } = [];
    /// <summary>Candidates in the knowledge base, best first. Empty: unknown there. Several: honest doubt.</summary>
    public IReadOnlyList<Reference> Refs { get; init; } = [];
    /// <summary>Codes, for actors.</summary>
    public ActorCodes? Codes { get; init; }
    /// <summary>Class of a population (civilian, combatant, child ...).</summary>
    public string? Class { get; init; }
    /// <summary>Id of the organisation whose members a population is.</summary>
    public string? Of { get; init; }
    /// <summary>A person's office, as the text gives it.</summary>
    public string? Office { get; init; }
    /// <summary>Id of a person's organisation.</summary>
    public string? Affiliation { get; init; }
    /// <summary>Latitude in degrees, WGS 84.</summary>
    public double? Lat { get; init; }
    /// <summary>Longitude in degrees, WGS 84.</summary>
    public double? Lon { get; init; }
    /// <summary>How finely the place is known; null for what is no place.</summary>
    public PlacePrecision? Precision { get; init; }
    /// <summary>ISO 3166-1 alpha-3 code.</summary>
    public string? Country { get; init; }
    /// <summary>First-level division.</summary>
    public string? Admin1 { get; init; }
    /// <summary>Second-level division.</summary>
    public string? Admin2 { get; init; }
    /// <summary>Id of the containing place.</summary>
    public string? Within { get; init; }
    /// <summary>Position relative to another place.</summary>
    public Nearness? Near { get; init; }
    /// <summary>Ids of the places between which it lies.</summary>
    public IReadOnlyList<string> Between { get; init; } = [];
    /// <summary>Id of the route on which it lies.</summary>
    public string? On { get; init; }
    /// <summary>Loaded words used of it.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];
    /// <summary>Where the report speaks of it, in text order.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];
}
