using Isnad.Packs;

namespace Isnad.Text;

/// <summary>An immutable trie in two arrays. A walk costs one addition and one comparison a code unit.</summary>
/// <remarks>Keys are folded strings; values are non-negative. Safe to share between threads.</remarks>
internal sealed class DoubleArrayTrie
{
    /// <summary>The state in which every walk begins.</summary>
    public const int Root = 0;

    /// <summary>Where a state's children are (the child with code c at <paramref name="Base"/> + c), and its parent, -1 if free.</summary>
    internal readonly record struct Unit(int Base, int Check);

    private readonly ushort[] _codes;  // code unit -> dense code, 0 for none; ends after the last one that has a code
    private readonly Unit[] _units;
    private readonly int[] _value;     // state -> value, -1 if no key ends here

    private DoubleArrayTrie(ushort[] codes, Unit[] units, int[] value)
    {
        _codes = codes;
        _units = units;
        _value = value;
    }

    /// <summary>Code unit to dense code, 0 for none.</summary>
    internal ReadOnlySpan<ushort> Codes => _codes;

    /// <summary>The states.</summary>
    internal ReadOnlySpan<Unit> Units => _units;

    /// <summary>State to value, -1 if no key ends there.</summary>
    internal ReadOnlySpan<int> Values => _value;

    /// <summary>Number of states, for statistics.</summary>
    public int Size => _units.Length;

    /// <summary>The state reached from <paramref name="state"/> by <paramref name="c"/>, or -1.</summary>
    public int Step(int state, char c)
    {
        var codes = _codes;
        if (c >= codes.Length) return -1;
        var code = codes[c];
        if (code == 0) return -1;
        var units = _units;
        var next = units[state].Base + code;
        return (uint)next < (uint)units.Length && units[next].Check == state ? next : -1;
    }

    /// <summary>The value of the key that ends at <paramref name="state"/>, or -1.</summary>
    public int ValueAt(int state) => _value[state];

    /// <summary>The value of a whole key, or -1.</summary>
    public int Find(ReadOnlySpan<char> key)
    {
        var state = Root;
        foreach (var c in key)
        {
            state = Step(state, c);
            if (state < 0) return -1;
        }
        return _value[state];
    }

    /// <summary>Builds a trie of keys in ordinal order, each once; the value of a key is its index.</summary>
    public static DoubleArrayTrie Build(IReadOnlyList<string> keys)
    {
        var codes = new ushort[char.MaxValue + 1];
        var alphabet = new bool[char.MaxValue + 1];
        foreach (var key in keys)
            foreach (var c in key) alphabet[c] = true;
        ushort count = 0;
        for (var c = 0; c < alphabet.Length; c++)
            if (alphabet[c]) codes[c] = ++count;
        var builder = new Builder(keys, codes, count);
        return builder.Build();
    }

    /// <summary>Writes the trie as it is in memory.</summary>
    public void Write(PackOutput to)
    {
        to.Array(_codes);
        to.Array(_units);
        to.Array(_value);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static DoubleArrayTrie Read(PackInput from) => new(from.Array<ushort>(), from.Array<Unit>(), from.Array<int>());

    private sealed class Builder(IReadOnlyList<string> keys, ushort[] codes, int alphabet)
    {
        private readonly List<int> _base = [0];
        private readonly List<int> _check = [-2];
        private readonly List<int> _value = [-1];
        private readonly List<(int Code, int From, int To)> _children = new(256);
        private int _firstFree = 1;

        public DoubleArrayTrie Build()
        {
            var queue = new Queue<(int State, int From, int To, int Depth)>();
            queue.Enqueue((Root, 0, keys.Count, 0));
            while (queue.TryDequeue(out var node))
            {
                _children.Clear();
                for (var i = node.From; i < node.To;)
                {
                    var key = keys[i];
                    if (key.Length == node.Depth) { _value[node.State] = i++; continue; }
                    var c = key[node.Depth];
                    var j = i + 1;
                    while (j < node.To && keys[j][node.Depth] == c) j++;
                    _children.Add((codes[c], i, j));
                    i = j;
                }
                if (_children.Count == 0) continue;
                _children.Sort(static (a, b) => a.Code - b.Code);
                var offset = FindOffset();
                _base[node.State] = offset;
                foreach (var (code, from, to) in _children)
                {
                    var state = offset + code;
                    _check[state] = node.State;
                    queue.Enqueue((state, from, to, node.Depth + 1));
                }
                while (_firstFree < _check.Count && _check[_firstFree] != -1) _firstFree++;
            }
            // Nothing can be reached beyond the last state in use.
            var size = _check.FindLastIndex(c => c != -1) + 1;
            var units = new Unit[size];
            for (var i = 0; i < size; i++) units[i] = new Unit(_base[i], _check[i]);
            return new DoubleArrayTrie(codes[..(Array.FindLastIndex(codes, c => c != 0) + 1)], units, [.. _value.Take(size)]);
        }

        private int FindOffset()
        {
            var first = _children[0].Code;
            for (var at = Math.Max(_firstFree, first + 1); ; at++)
            {
                var offset = at - first;
                Reserve(offset + alphabet + 1);
                var fits = true;
                foreach (var (code, _, _) in _children)
                {
                    if (_check[offset + code] == -1) continue;
                    fits = false;
                    break;
                }
                if (!fits) continue;
                // A crowded stretch is not searched again from its start.
                if (at - _firstFree > 4096) _firstFree += (at - _firstFree) / 2;
                return offset;
            }
        }

        private void Reserve(int size)
        {
            while (_check.Count < size)
            {
                _base.Add(0);
                _check.Add(-1);
                _value.Add(-1);
            }
        }
    }
}
