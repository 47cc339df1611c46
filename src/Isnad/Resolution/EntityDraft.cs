using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;

namespace Isnad.Resolution;

/// <summary>An entity in the making.</summary>
internal sealed class EntityDraft
{
    public required string Key;
    public required EntityKind Kind;
    public string Name = "";
    public readonly List<KeyValuePair<string, string>> Names = [];
    public readonly List<Reference> Refs = [];
    public ActorCodes? Codes;
    public string? Class;
    public EntityDraft? Of;
    public string? Office;
    /// <summary>The words of a person's office or title, which decide whether the person acts in public.</summary>
    public Phrase? Holds;
    public string? Admin1, Admin2;
    public PlacePrecision? Precision;
    public string? Country;
    public double? Lat, Lon;
    public EntityDraft? Within;
    /// <summary>The place that it lies near, in which direction from it and how many kilometres away, if the text tells.</summary>
    public (EntityDraft To, string? Direction, double? Km)? Near;
    /// <summary>The places between which it lies.</summary>
    public readonly List<EntityDraft> Between = [];
    /// <summary>The road on which it lies.</summary>
    public EntityDraft? On;
    public readonly List<(int From, int To, string? By)> Mentions = [];
    /// <summary>The stretches of the mentions.</summary>
    public readonly HashSet<(int From, int To)> Known = [];
    public readonly List<(int From, int To, int Token)> Labels = [];
    /// <summary>Class of place that a definite description may take up ("the town").</summary>
    public string Head = "";
    public Morph Features;
    /// <summary>Lemma of the head of the words that it was first named with.</summary>
    public string Lemma = "";
}
