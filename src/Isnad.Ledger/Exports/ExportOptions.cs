using Isnad.Ledger.Queries;

namespace Isnad.Ledger.Exports;

/// <summary>What to export, and how.</summary>
public sealed record ExportOptions
{
    /// <summary>Which events.</summary>
    public EventQuery Query { get; init; } = new();
    /// <summary>For the public: coordinates blurred to a grid, private persons and words of reports withheld.</summary>
    public bool Public { get; init; }
    /// <summary>Width of the grid's cells in degrees.</summary>
    public double Grid { get; init; } = 0.1;
    /// <summary>Whether vague numbers are written as ACLED does: tens 10, hundreds 100.</summary>
    public bool AcledVague { get; init; }
    /// <summary>Only what is new or has changed since a release of this name.</summary>
    public string? SinceRelease { get; init; }
    /// <summary>Name under which what is exported is kept as a release.</summary>
    public string? Release { get; init; }
}

/// <summary>What an export wrote.</summary>
/// <param name="Written">Rows written.</param>
/// <param name="LeftOut">Events that the format has no place for.</param>
/// <param name="Unchanged">Events passed over because they are as they were in the release.</param>
/// <param name="Gone">Numbers of events of the release that are no more.</param>
public sealed record ExportResult(long Written, long LeftOut, long Unchanged, IReadOnlyList<long> Gone);
