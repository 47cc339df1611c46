namespace Isnad.Tool.Commands;

/// <summary>Counts sentences as the measurements define them, apart from how the reader cuts them.</summary>
internal static class SentenceCount
{
    /// <summary>Stretches with more than two words that end at a full stop, a question or exclamation mark, or a line's end.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        int sentences = 0, words = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (c is '.' or '!' or '?' or '\u061f' or '\n')
            {
                if (words > 2) sentences++;
                words = 0;
                inWord = false;
            }
            else if (char.IsWhiteSpace(c)) inWord = false;
            else if (!inWord)
            {
                inWord = true;
                words++;
            }
        }
        return words > 2 ? sentences + 1 : sentences;
    }
}
