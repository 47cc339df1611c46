namespace Isnad.Intake;

/// <summary>What one input brought: a report, or why there is none. Exactly one of the two is set.</summary>
public readonly record struct Arrival
{
    private Arrival(Report? report, IntakeError? error)
    {
        Report = report;
        Error = error;
    }

    /// <summary>The report, or null.</summary>
    public Report? Report { get; }

    /// <summary>Why there is no report, or null.</summary>
    public IntakeError? Error { get; }

    /// <summary>A report that came in.</summary>
    public static Arrival Of(Report report) => new(report, null);

    /// <summary>An input that failed.</summary>
    public static Arrival Failed(string file, long? line, string message) => new(null, new IntakeError(file, line, message));
}
