using Isnad.Text;

namespace Isnad.Places;

/// <summary>A trie that lies in a mapped file.</summary>
internal readonly ref struct TrieView(ReadOnlySpan<ushort> codes, ReadOnlySpan<DoubleArrayTrie.Unit> units, ReadOnlySpan<int> values)
{
    private readonly ReadOnlySpan<ushort> _codes = codes;
    private readonly ReadOnlySpan<DoubleArrayTrie.Unit> _units = units;
    private readonly ReadOnlySpan<int> _values = values;

    /// <summary>The state reached from <paramref name="state"/> by <paramref name="c"/>, or -1.</summary>
    public int Step(int state, char c)
    {
        if (c >= _codes.Length || _codes[c] is 0) return -1;
        var next = _units[state].Base + _codes[c];
        return (uint)next < (uint)_units.Length && _units[next].Check == state ? next : -1;
    }

    /// <summary>The value of the key that ends at <paramref name="state"/>, or -1.</summary>
    public int ValueAt(int state) => _values[state];

    /// <summary>The value of a whole key, or -1.</summary>
    public int Find(ReadOnlySpan<char> key)
    {
        var state = DoubleArrayTrie.Root;
        foreach (var c in key)
            if ((state = Step(state, c)) < 0) return -1;
        return _values[state];
    }

    /// <summary>Adds the values of all keys that differ from <paramref name="key"/> by one letter put in, left out, changed, or two neighbours exchanged.</summary>
    public void Near(ReadOnlySpan<char> key, List<int> values)
    {
        var state = DoubleArrayTrie.Root;
        for (var i = 0; i <= key.Length && state >= 0; i++)
        {
            if (i < key.Length) Follow(state, key[(i + 1)..], values);
            if (i + 1 < key.Length && Step(state, key[i + 1]) is >= 0 and var second && Step(second, key[i]) is >= 0 and var first) Follow(first, key[(i + 2)..], values);
            for (var c = 0; c < _codes.Length; c++)
            {
                if (_codes[c] == 0 || Step(state, (char)c) is not (>= 0 and var next)) continue;
                Follow(next, key[i..], values);
                if (i < key.Length && c != key[i]) Follow(next, key[(i + 1)..], values);
            }
            if (i < key.Length) state = Step(state, key[i]);
        }
    }

    private void Follow(int state, ReadOnlySpan<char> rest, List<int> values)
    {
        foreach (var c in rest)
            if ((state = Step(state, c)) < 0) return;
        if (_values[state] is >= 0 and var value && !values.Contains(value)) values.Add(value);
    }
}
