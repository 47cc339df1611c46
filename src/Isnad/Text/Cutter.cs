namespace Isnad.Text;

/// <summary>Cuts a folded text into tokens, sentences and quotations.</summary>
internal static class Cutter
{
    /// <summary>Tokens in order. A number keeps its separators ("1,200", "2.5", "5/3/2020", "20:30").</summary>
    public static List<Token> Tokens(FoldedText text)
    {
        var chars = text.Chars;
        var tokens = new List<Token>((chars.Length / 5) + 4);
        var i = 0;
        var spaced = true;
        while (i < chars.Length)
        {
            var c = chars[i];
            if (c == ' ') { spaced = true; i++; continue; }
            var start = i;
            if (c == '\n') { tokens.Add(new Token(i, ++i, TokenKind.Break, true)); spaced = true; continue; }
            if (char.IsAsciiDigit(c))
            {
                i++;
                while (i < chars.Length && (char.IsAsciiDigit(chars[i]) || (IsSeparator(chars[i]) && i + 1 < chars.Length && char.IsAsciiDigit(chars[i + 1])))) i++;
                tokens.Add(new Token(start, i, TokenKind.Number, spaced));
            }
            else if (SymbolAt(chars, i) is var symbol and > 0)
            {
                i += symbol;
                tokens.Add(new Token(start, i, TokenKind.Mark, spaced));
            }
            else if (IsLetter(c))
            {
                i++;
                while (i < chars.Length && IsLetter(chars[i])) i++;
                tokens.Add(new Token(start, i, TokenKind.Word, spaced));
            }
            else tokens.Add(new Token(start, ++i, TokenKind.Mark, spaced));
            spaced = false;
        }
        return tokens;
    }

    /// <summary>A longer stretch without a stop is cut here, so that work stays linear in a report's length.</summary>
    public const int LongestSentence = 320;

    /// <summary>Sentences in order; breaks are in none of them.</summary>
    public static List<Sentence> Sentences(FoldedText text, List<Token> tokens)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        var line = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Break)
            {
                if (i > start) sentences.Add(new Sentence(start, i, line));
                line++;
                start = i + 1;
            }
            else if (i - start >= LongestSentence)
            {
                sentences.Add(new Sentence(start, i, line));
                start = i;
            }
            else if (token is { Kind: TokenKind.Mark, Spaced: true } && i > start && IsSymbol(text, token) && !IsSymbol(text, tokens[i - 1]))
            {
                // A symbol between two stretches of text begins the second one.
                sentences.Add(new Sentence(start, i, line));
                start = i;
            }
            else if (token.Kind == TokenKind.Mark && EndsSentence(text, tokens, i))
            {
                var end = i + 1;
                while (end < tokens.Count && tokens[end].Kind == TokenKind.Mark && IsClosing(text, tokens, end)) end++;
                sentences.Add(new Sentence(start, end, line));
                start = end;
                i = end - 1;
            }
        }
        if (start < tokens.Count) sentences.Add(new Sentence(start, tokens.Count, line));
        return sentences;
    }

    /// <summary>Code units of the pictorial symbol at a place, 0 if there is none. Posts set their items apart with them.</summary>
    private static int SymbolAt(ReadOnlySpan<char> chars, int i)
    {
        if (chars[i] < 0x2000 || System.Text.Rune.DecodeFromUtf16(chars[i..], out var rune, out var length) != System.Buffers.OperationStatus.Done) return 0;
        return System.Text.Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.OtherSymbol ? length : 0;
    }

    private static bool IsSymbol(FoldedText text, Token token) => token.Kind == TokenKind.Mark && SymbolAt(text.Chars, token.Start) > 0;

    private static bool EndsSentence(FoldedText text, List<Token> tokens, int i)
    {
        var c = text[tokens[i].Start];
        if (c is '?' or '!') return true;
        if (c != '.') return false;
        if (i == 0) return true;
        var before = tokens[i - 1];
        if (i + 1 >= tokens.Count) return true;
        var after = tokens[i + 1];
        // A stop between single letters is an abbreviation; one glued to what follows is part of a name or address.
        if (before is { Kind: TokenKind.Word, Length: 1 } && after.Kind == TokenKind.Word && (!after.Spaced || after.Length == 1)) return false;
        return after.Spaced || after.Kind != TokenKind.Word || !IsAscii(text, after);
    }

    private static bool IsAscii(FoldedText text, Token token) => text[token.Start] < 128;

    private static bool IsClosing(FoldedText text, List<Token> tokens, int i) =>
        !tokens[i].Spaced && text[tokens[i].Start] is '"' or '\u00bb' or ')' or ']' or '.' or '!' or '?';

    private static bool IsSeparator(char c) => c is '.' or ',' or '/' or ':' or '-';

    private static bool IsLetter(char c) =>
        char.IsAsciiLetter(c) || (c >= 128 && (char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark));
}
