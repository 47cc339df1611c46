using Isnad.Text;

namespace Isnad.Morphology;

/// <summary>An analysis of a word with its weight and its class.</summary>
internal readonly record struct Candidate(int Prior, int Class, Analysis Analysis);

/// <summary>Remembers what was made of words that came before: most words of news come again and again. Not safe to share between threads.</summary>
internal sealed class WordCache(Func<FoldedText, Token, Candidate[]> make)
{
    private const int LongestWord = 40;
    private const int MostWords = 1 << 15;

    // Words are found among the recent ones, then among those before; when the recent ones are many, they become those before.
    private Dictionary<string, Candidate[]> _recent = new(StringComparer.Ordinal);
    private Dictionary<string, Candidate[]> _before = new(StringComparer.Ordinal);

    /// <summary>What is made of a word; its spelling as given counts, and what it folds to.</summary>
    public Candidate[] Find(FoldedText text, Token token)
    {
        if (token.Length > LongestWord) return make(text, token);
        Span<char> key = stackalloc char[2 * LongestWord];
        text.Chars[token.Start..token.End].CopyTo(key);
        for (var i = 0; i < token.Length; i++) key[token.Length + i] = text.OriginalAt(token.Start + i);
        key = key[..(2 * token.Length)];
        var recent = _recent.GetAlternateLookup<ReadOnlySpan<char>>();
        if (recent.TryGetValue(key, out var word)) return word;
        if (!_before.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out word)) word = make(text, token);
        if (_recent.Count >= MostWords)
        {
            (_recent, _before) = (_before, _recent);
            _recent.Clear();
            recent = _recent.GetAlternateLookup<ReadOnlySpan<char>>();
        }
        recent[key] = word;
        return word;
    }
}
