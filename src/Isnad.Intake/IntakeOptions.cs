using System.Text;

namespace Isnad.Intake;

/// <summary>How to take reports in.</summary>
public sealed record IntakeOptions
{
    /// <summary>The encoding of every input; null: UTF-8, or what a byte order mark or the file itself declares.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The outlet of reports that name none.</summary>
    public string? Outlet { get; init; }

    /// <summary>The date of publication of reports that give none.</summary>
    public string? Published { get; init; }

    /// <summary>Bytes that one report may have at most; a longer one is an error, and nothing of it is kept in memory.</summary>
    public int LongestReport { get; init; } = 256 << 20;

    /// <summary>The report with what these options give for all.</summary>
    internal Report Complete(Report report) =>
        (report.Outlet is null && Outlet is not null) || (report.Published is null && Published is not null)
            ? report with { Outlet = report.Outlet ?? Outlet, Published = report.Published ?? Published }
            : report;
}
