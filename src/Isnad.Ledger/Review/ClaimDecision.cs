namespace Isnad.Ledger.Review;

/// <summary>What a person decided about one claim. It is never overwritten; to take it back is recorded beside it.</summary>
public sealed record ClaimDecision
{
    /// <summary>The kinds.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["accept", "reject", "unsure", "edit", "add", "reopen"];

    /// <summary>Number of the decision, in the order of all.</summary>
    public required long Number { get; init; }
    /// <summary><c>accept</c>, <c>reject</c>, <c>unsure</c>, <c>edit</c>, <c>add</c> or <c>reopen</c>.</summary>
    public required string Kind { get; init; }
    /// <summary>Key of the claim.</summary>
    public required string Claim { get; init; }
    /// <summary>Of an edit: the fields as they were, as JSON.</summary>
    public string? Before { get; init; }
    /// <summary>Of an edit: the fields as they are to be; of an addition: the whole claim.</summary>
    public string? After { get; init; }
    /// <summary>Who decided.</summary>
    public string? Person { get; init; }
    /// <summary>Of an adjudication: whose version it takes; null for the adjudicator's own.</summary>
    public string? Adopts { get; init; }
    /// <summary>Whether it settles what coders saw differently.</summary>
    public bool Adjudicates { get; init; }
    /// <summary>Why.</summary>
    public string? Note { get; init; }
    /// <summary>When, ISO 8601.</summary>
    public required string Made { get; init; }
}

/// <summary>How a claim stands in the review.</summary>
public static class ReviewState
{
    /// <summary>Nobody has decided, or it was opened again.</summary>
    public const string Open = "open";
    /// <summary>It is right as the reader had it.</summary>
    public const string Accepted = "accepted";
    /// <summary>It is right as a person put it.</summary>
    public const string Edited = "edited";
    /// <summary>It is wrong and counts no more.</summary>
    public const string Rejected = "rejected";
    /// <summary>A person could not tell.</summary>
    public const string Unsure = "unsure";
    /// <summary>It is coded by several people blind to each other, and not all have decided: nothing stands yet.</summary>
    public const string Waiting = "waiting";
    /// <summary>Its coders see it differently, and nobody has settled it: nothing stands.</summary>
    public const string Disagreed = "disagreed";

    /// <summary>Whether it needs nobody any more.</summary>
    public static bool IsDone(string state) => state is Accepted or Edited or Rejected;
}
