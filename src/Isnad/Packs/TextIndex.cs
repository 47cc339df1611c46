namespace Isnad.Packs;

/// <summary>Distinct strings, found by their code units: a hash table in two flat arrays. Immutable.</summary>
internal sealed class TextIndex
{
    private readonly Texts _texts;
    private readonly int[] _keys;   // ordinal -> id of the string
    private readonly int[] _slots;  // place in the table -> ordinal + 1, 0 if free

    private TextIndex(Texts texts, int[] keys, int[] slots) => (_texts, _keys, _slots) = (texts, keys, slots);

    /// <summary>Number of strings.</summary>
    public int Count => _keys.Length;

    /// <summary>Indexes distinct strings; each one's ordinal is its place in the list.</summary>
    public static TextIndex Build(IReadOnlyList<string> keys, Texts texts)
    {
        var slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(keys.Count * 2) + 2)];
        for (var i = 0; i < keys.Count; i++)
        {
            var at = Hash(keys[i]) & (uint)(slots.Length - 1);
            while (slots[at] != 0) at = (at + 1) & (uint)(slots.Length - 1);
            slots[at] = i + 1;
        }
        return new TextIndex(texts, [.. keys.Select(texts.Id)], slots);
    }

    /// <summary>The ordinal of a string, or -1.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var mask = (uint)(_slots.Length - 1);
        for (var at = Hash(text) & mask; _slots[at] is var slot && slot != 0; at = (at + 1) & mask)
            if (_texts.Span(_keys[slot - 1]).SequenceEqual(text)) return slot - 1;
        return -1;
    }

    /// <summary>Whether the string is there.</summary>
    public bool Contains(ReadOnlySpan<char> text) => Find(text) >= 0;

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }

    public void Write(PackOutput to)
    {
        to.Array(_keys);
        to.Array(_slots);
    }

    public static TextIndex Read(PackInput from) => new(from.Texts, from.Array<int>(), from.Array<int>());
}

/// <summary>A number for each of distinct strings. Immutable.</summary>
internal sealed class TextMap(TextIndex keys, int[] values)
{
    /// <summary>The number of a string, or -1.</summary>
    public int Find(ReadOnlySpan<char> text) => keys.Find(text) is var i and >= 0 ? values[i] : -1;

    public static TextMap Build(IReadOnlyDictionary<string, int> entries, Texts texts) =>
        new(TextIndex.Build([.. entries.Keys], texts), [.. entries.Values]);

    public void Write(PackOutput to)
    {
        keys.Write(to);
        to.Array(values);
    }

    public static TextMap Read(PackInput from) => new(TextIndex.Read(from), from.Array<int>());
}
