using Isnad.Ledger.Digests;

namespace Isnad.Ledger.Merging;

/// <summary>How a telling is fixed in time.</summary>
internal enum Timing
{
    /// <summary>A day, or a night between two, is told.</summary>
    Definite,
    /// <summary>No day is told: it is news of the day of publication or of the two days before.</summary>
    Soft,
    /// <summary>A longer stretch is told.</summary>
    Vague,
    /// <summary>Nothing tells when.</summary>
    None,
}

/// <summary>What one report tells of one happening: all of its claims about it, condensed to what merging compares.</summary>
internal sealed class Telling
{
    /// <summary>Days before publication that news without a day may be of.</summary>
    public const int NewsReach = 2;

    /// <summary>The smallest key of its event claims: the same in every run, whatever the order of reports.</summary>
    public required string Id { get; init; }
    /// <summary>Row of the report version.</summary>
    public required long Report { get; init; }
    /// <summary>Ordinal among the tellings of the report.</summary>
    public required int Ordinal { get; init; }
    /// <summary>See <see cref="Merging.Family"/>.</summary>
    public required string Family { get; init; }
    /// <summary>How it is fixed in time.</summary>
    public required Timing Timing { get; init; }
    /// <summary>First day; 0 without a time.</summary>
    public required int First { get; init; }
    /// <summary>Last day; 0 without a time.</summary>
    public required int Last { get; init; }
    /// <summary>The day under which it is kept: the first day told, else the day of publication, else 0.</summary>
    public required int Home { get; init; }
    /// <summary>Hour, if told.</summary>
    public int? Hour { get; init; }
    /// <summary>Types told.</summary>
    public required string?[] Types { get; init; }
    /// <summary>Modes told.</summary>
    public required string[] Modes { get; init; }
    /// <summary>The most specific places, without those that contain another of them.</summary>
    public required Spot[] Places { get; init; }
    /// <summary>Keys and sides of who is told to have done it.</summary>
    public required Actor[] Agents { get; init; }
    /// <summary>Keys and sides of whom it was done to, of those who can act.</summary>
    public required Actor[] Against { get; init; }
    /// <summary>Named persons done to.</summary>
    public required Named[] Persons { get; init; }
    /// <summary>Buildings and the like done to.</summary>
    public required Named[] Facilities { get; init; }
    /// <summary>Classes of people done to.</summary>
    public required string[] Classes { get; init; }
    /// <summary>Killed, wounded and others: least and greatest of what is told, of the whole.</summary>
    public required Count[] Counts { get; init; }
    /// <summary>Whether it is told only in passing.</summary>
    public required bool Passing { get; init; }
    /// <summary>Sketches of the sentences that tell it.</summary>
    public required byte[][] Sentences { get; init; }
    /// <summary>Sketch of its report.</summary>
    public required byte[] Text { get; init; }
    /// <summary>Claims, as indices in the report's digest: events first, then their figures.</summary>
    public required int[] Claims { get; init; }
    /// <summary>Keys of its event claims.</summary>
    public required string[] Keys { get; init; }

    /// <summary>Whether it tells enough to stand for one happening: one place finer than a province, or a named person.</summary>
    public bool IsSpecific => Persons.Length > 0 || (Merging.Family.IsLocal(Family) ? Places.Length == 1 && Places[0].IsFine : Agents.Length > 0);
}

/// <summary>A place, with what contains it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Precision">Its precision, as the reading writes it; null for facilities and routes.</param>
/// <param name="Around">Keys of the containing places, and <c>admin1:</c> and <c>country:</c> keys.</param>
internal sealed record Spot(string Key, string Name, string? Precision, string[] Around)
{
    /// <summary>Whether it is finer than a province.</summary>
    public bool IsFine => Precision is not ("governorate" or "country" or "region");
}

/// <summary>Somebody who acts.</summary>
internal readonly record struct Actor(string Key, string? Side, string Name);

/// <summary>Something with a name, and the words of that name.</summary>
internal sealed record Named(string Key, string Name, string[] Words);

/// <summary>A number told.</summary>
internal readonly record struct Count(string Measure, double Low, double High);
