using Isnad.Intake;

namespace Isnad.Tool.Commands;

/// <summary>What was asked of <c>isnad read</c>.</summary>
internal sealed record ReadSettings
{
    public required IReadOnlyList<string> Inputs { get; init; }
    public string? Format { get; init; }
    public required IntakeOptions Intake { get; init; }
    public bool Values { get; init; }
    public bool WithText { get; init; }
    public int Jobs { get; init; }
    public string? Lang { get; init; }
    public string? Out { get; init; }
    public string? Packs { get; init; }
    public string? Data { get; init; }
}
