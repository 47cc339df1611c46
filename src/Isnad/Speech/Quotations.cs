using Isnad.Text;

namespace Isnad.Speech;

/// <summary>Quotation marks: what stands between them is speech if it is long enough, else a name or a word held at a distance.</summary>
internal static class Quotations
{
    /// <summary>Words from which on a quotation is speech.</summary>
    private const int FewestWords = 4;

    /// <summary>How far a quotation's end is looked for.</summary>
    private const int LongestQuotation = 400;

    /// <summary>Whether a quotation that opens at a token is speech.</summary>
    public static bool IsSpeech(SentenceSpeech speech, int open)
    {
        // A mark at the end of a word closes.
        if (open + 1 >= speech.Tokens.Count || !speech.Tokens[open].Spaced && (speech.Tokens[open + 1].Spaced || speech.MarkAt(open + 1) is '.' or ',' or ';' or ')')) return false;
        var words = 0;
        for (var t = open + 1; t < speech.Tokens.Count && speech.Tokens[t].Kind != TokenKind.Break; t++)
        {
            if (speech.Tokens[t].Kind == TokenKind.Word && ++words >= FewestWords) return true;
            if (speech.MarkAt(t) is '"' or '\u00bb' or '\u00ab') return false;
        }
        return false;
    }

    /// <summary>The token that closes a quotation, or the end of its line.</summary>
    public static int CloseOf(FoldedText text, List<Token> tokens, int open)
    {
        var isPlain = text[tokens[open].Start] == '"';
        var depth = 1;
        var t = open + 1;
        for (; t < tokens.Count && t < open + LongestQuotation && tokens[t].Kind != TokenKind.Break; t++)
        {
            if (tokens[t].Kind != TokenKind.Mark) continue;
            var mark = text[tokens[t].Start];
            if (isPlain ? mark == '"' : mark == '\u00bb' && --depth == 0) return t;
            // Some close a quotation with the mark that opens one.
            if (!isPlain && mark == '\u00ab' && !tokens[t].Spaced && (t + 1 >= tokens.Count || tokens[t + 1].Spaced || tokens[t + 1].Kind != TokenKind.Word)) return t;
            if (!isPlain && mark == '\u00ab') depth++;
        }
        return t;
    }

    /// <summary>The opening mark of the quotation that ends at a token or right before it, if it is speech.</summary>
    public static int? OpenBefore(SentenceSpeech speech, int at)
    {
        while (at > speech.Sentence.Start && speech.MarkAt(at) is ',' or '.' or '-') at--;
        if (speech.MarkAt(at) is not ('"' or '\u00bb' or '\u00ab')) return null;
        for (var t = at - 1; t >= speech.Sentence.Start; t--)
            if (speech.MarkAt(t) is '"' or '\u00ab') return t;
        return null;
    }
}
