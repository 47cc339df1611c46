namespace Isnad.Readings;

/// <summary>A stretch of the report and the words that it covers, exactly as given.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Text">The words covered.</param>
/// <param name="InTitle">Whether the stretch is in the report's title rather than in its text.</param>
public readonly record struct Evidence(int Start, int End, string Text, bool InTitle = false)
{
    /// <summary>Position for ordering: the title stands before the text.</summary>
    public long Order => (InTitle ? 0L : 1L << 40) + Start;
}
