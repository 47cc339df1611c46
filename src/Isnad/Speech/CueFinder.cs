using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Speech;

/// <summary>Words of attribution or layout, as the pack lists them, at a place in a report.</summary>
/// <param name="Kind">Kind of cue, as in the pack.</param>
/// <param name="Stance">How those who are named beside it stand to what they say.</param>
/// <param name="Start">First token.</param>
/// <param name="End">One past the last token that is wholly of the cue; the next one may begin with a proclitic of it.</param>
internal readonly record struct FoundCue(string Kind, Stance Stance, int Start, int End);

/// <summary>Finds cues of one or more words.</summary>
internal sealed class CueFinder(Meanings meanings)
{
    private const int LongestCue = 6;

    /// <summary>The cues of a stretch of tokens, in order; none overlaps another.</summary>
    public List<FoundCue> Find(FoldedText text, List<Token> tokens, int from, int to)
    {
        var found = new List<FoundCue>();
        for (var t = from; t < to; t++)
        {
            if (tokens[t].Kind != TokenKind.Word || Longest(text, tokens, t, to) is not { } match) continue;
            foreach (var (kind, stance) in meanings.PhrasesAt(match.Value)) found.Add(new FoundCue(kind, stance, t, match.End));
            t = Math.Max(t, match.End - 1);
        }
        return found;
    }

    private (int End, int Value)? Longest(FoldedText text, List<Token> tokens, int t, int to)
    {
        (int End, int Value)? best = null;
        // A conjunction may stand before the cue's first word.
        for (var skip = 0; skip <= 1 && skip < tokens[t].Length - 1; skip++)
        {
            if (Walk(text, tokens, t, to, skip) is { } match && (best is null || match.End > best.Value.End)) best = match;
        }
        return best;
    }

    private (int End, int Value)? Walk(FoldedText text, List<Token> tokens, int t, int to, int skip)
    {
        (int End, int Value)? best = null;
        var state = DoubleArrayTrie.Root;
        for (var i = t; i < to && i < t + LongestCue; i++)
        {
            if (i > t && tokens[i].Spaced && (state = meanings.Phrases.Step(state, ' ')) < 0) break;
            for (var c = tokens[i].Start + (i == t ? skip : 0); c < tokens[i].End; c++)
            {
                if ((state = meanings.Phrases.Step(state, text[c])) < 0) return best;
                if (i > t && c + 1 < tokens[i].End && meanings.Phrases.ValueAt(state) is var within and >= 0) best = (i, within);
            }
            if (meanings.Phrases.ValueAt(state) is var value and >= 0) best = (i + 1, value);
        }
        return best;
    }
}
