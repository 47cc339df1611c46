using System.Globalization;

namespace Isnad.Intake;

/// <summary>One input, or one line of it, that could not be taken in.</summary>
/// <param name="File">The file or folder as it was given; <c>-</c> for standard input.</param>
/// <param name="Line">The line, counted from 1, if it is known.</param>
/// <param name="Message">What was found, what was expected, and what to do.</param>
public sealed record IntakeError(string File, long? Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Line is { } line
            ? string.Create(CultureInfo.InvariantCulture, $"{File}:{line}: {Message}")
            : $"{File}: {Message}";
}
