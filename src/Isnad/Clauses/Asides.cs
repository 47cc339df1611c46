using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Clauses;

/// <summary>Wishes and blessings said in passing ("may God preserve him"): they tell nothing, and what stands around them belongs together.</summary>
internal sealed class Asides(SentenceWords words, Meanings meanings)
{
    private const int LongestWords = 8;

    /// <summary>One past the aside that begins at a token, with the marks that close it; the token itself if there is none.</summary>
    public int EndOf(int start)
    {
        var end = start;
        var at = start;
        var isMarked = words.KindOf(at) == TokenKind.Mark && words.MarkAt(at) is '-' or '(' or ',';
        if (isMarked) at++;
        if (at >= words.End || !words.IsWord(at)) return start;
        var state = DoubleArrayTrie.Root;
        for (var i = at; i < words.End && i < at + LongestWords && words.IsWord(i) && state >= 0; i++)
        {
            if (i > at && (state = meanings.Phrases.Step(state, ' ')) < 0) break;
            foreach (var c in words.Letters(i))
                if ((state = meanings.Phrases.Step(state, c)) < 0) break;
            if (state >= 0 && meanings.Phrases.ValueAt(state) is var value && value >= 0 && IsAside(value)) end = i + 1;
        }
        if (end == start) return start;
        if (isMarked && end < words.End && words.KindOf(end) == TokenKind.Mark && words.MarkAt(end) is '-' or ')' or ',') return end + 1;
        // A lone mark before it stays: it may close what stands before.
        return isMarked ? start : end;
    }

    private bool IsAside(int value)
    {
        foreach (var (kind, _) in meanings.PhrasesAt(value))
            if (kind == "aside") return true;
        return false;
    }
}
