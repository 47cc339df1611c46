using System.Runtime.InteropServices;

namespace Isnad.Packs;

/// <summary>The strings of compiled packs in one stretch of memory, each once. A string is made when it is first asked for.</summary>
/// <remarks>Grows only while packs are compiled; after that it is safe to share between threads.</remarks>
internal sealed class Texts
{
    private Dictionary<string, int>? _ids;
    private readonly List<string>? _added;
    private readonly char[] _chars;
    private readonly int[] _starts;
    private readonly string?[] _made;

    /// <summary>A pool to compile into.</summary>
    public Texts()
    {
        (_ids, _added) = (new Dictionary<string, int>(StringComparer.Ordinal), []);
        (_chars, _starts, _made) = ([], [], []);
    }

    private Texts(char[] chars, int[] starts)
    {
        (_chars, _starts) = (chars, starts);
        _made = new string?[Math.Max(0, starts.Length - 1)];
    }

    /// <summary>Number of strings.</summary>
    public int Count => _added?.Count ?? _made.Length;

    /// <summary>The string of that number.</summary>
    public string this[int id] => _added is not null ? _added[id] : _made[id] ??= new string(Span(id));

    /// <summary>Its code units, without making a string.</summary>
    public ReadOnlySpan<char> Span(int id) => _added is not null ? _added[id] : _chars.AsSpan(_starts[id].._starts[id + 1]);

    /// <summary>The number of a string; a new one gets a new number.</summary>
    /// <exception cref="InvalidOperationException">The pool was loaded and does not have the string.</exception>
    public int Id(string text)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids ??= Ids(), text, out var known);
        if (known) return id;
        if (_added is null) throw new InvalidOperationException("A loaded pool takes no new strings.");
        id = _added.Count;
        _added.Add(text);
        return id;
    }

    private Dictionary<string, int> Ids()
    {
        var ids = new Dictionary<string, int>(Count, StringComparer.Ordinal);
        for (var i = 0; i < Count; i++) ids[this[i]] = i;
        return ids;
    }

    public void Write(PackOutput to)
    {
        var starts = new int[Count + 1];
        for (var i = 0; i < Count; i++) starts[i + 1] = starts[i] + Span(i).Length;
        var chars = new char[starts[^1]];
        for (var i = 0; i < Count; i++) Span(i).CopyTo(chars.AsSpan(starts[i]));
        to.Array(chars);
        to.Array(starts);
    }

    public static Texts Read(PackInput from) => new(from.Array<char>(), from.Array<int>());
}
