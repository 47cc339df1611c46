using Isnad.Text;

namespace Isnad.Morphology;

/// <summary>An analysis of a word with its weight and its class.</summary>
internal readonly record struct Candidate(int Prior, int Class, Analysis Analysis);

/// <summary>Remembers what was made of words that came before: most words of news come again and again. Not safe to share between threads.</summary>
internal sealed class WordCache(Func<FoldedText, Token, Candidate[]> make)
{
    private const int LongestWord = 40;
    private const int MostWords = 1 << 15;

    private readonly Dictionary<string, Candidate[]> _words = new(StringComparer.Ordinal);

    /// <summary>What is made of a word; its spelling as given counts, and what it folds to.</summary>
    public Candidate[] Find(FoldedText text, Token token)
    {
        if (token.Length > LongestWord) return make(text, token);
        Span<char> key = stackalloc char[2 * LongestWord];
        text.Chars[token.Start..token.End].CopyTo(key);
        for (var i = 0; i < token.Length; i++) key[token.Length + i] = text.OriginalAt(token.Start + i);
        key = key[..(2 * token.Length)];
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(key, out var word)) return word;
        word = make(text, token);
        // What fills memory is forgotten all at once, which costs little and keeps the same bytes.
        if (_words.Count >= MostWords) _words.Clear();
        lookup[key] = word;
        return word;
    }
}
