namespace Isnad.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte { Word, Number, Mark, Break }

/// <summary>A word, a run of digits, a punctuation mark or a line's end, in folded code units.</summary>
/// <param name="Start">First folded code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Spaced">Whether a blank or line end stands before it.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, bool Spaced)
{
    public int Length => End - Start;
}

/// <summary>A stretch of tokens that ends at a full stop, question mark or line's end.</summary>
internal readonly record struct Sentence(int Start, int End, int Line);
