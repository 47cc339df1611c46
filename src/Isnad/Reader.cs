using Isnad.Packs;
using Isnad.Readings;

namespace Isnad;

/// <summary>What to write besides the claims.</summary>
public sealed record ReadOptions
{
    /// <summary>Whether the reading lists every number and time recognised.</summary>
    public bool Values { get; init; }
}

/// <summary>Reads reports. One reader serves one thread at a time; it keeps buffers between reports.</summary>
public sealed class Reader(CompiledPacks packs)
{
    /// <summary>Version of the engine, as readings name it.</summary>
    public static string Version { get; } = typeof(Reader).Assembly.GetName().Version!.ToString(3);

    /// <summary>Reads one report. No text makes it throw.</summary>
    public Reading Read(Report report, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Reading { Report = report, ReportId = report.Id ?? "", EngineVersion = Version, Packs = packs.Hash };
    }

    /// <summary>Tells, in plain text, what each stage did with a report: folded, cut, matched, built, dropped, and why.</summary>
    public string Explain(Report report, bool clauses = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        return "";
    }
}
