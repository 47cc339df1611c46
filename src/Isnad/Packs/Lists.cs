namespace Isnad.Packs;

/// <summary>Lists of plain values, one after another in one array. Immutable.</summary>
internal sealed class Lists<T> where T : unmanaged
{
    private readonly int[] _starts;
    private readonly T[] _items;

    private Lists(int[] starts, T[] items) => (_starts, _items) = (starts, items);

    /// <summary>Number of lists.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Number of values in all lists.</summary>
    public int Total => _items.Length;

    /// <summary>The values of a list.</summary>
    public ReadOnlySpan<T> this[int list] => _items.AsSpan(_starts[list], _starts[list + 1] - _starts[list]);

    public static Lists<T> Build(IEnumerable<IReadOnlyList<T>> lists)
    {
        var starts = new List<int> { 0 };
        var items = new List<T>();
        foreach (var list in lists)
        {
            items.AddRange(list);
            starts.Add(items.Count);
        }
        return new Lists<T>([.. starts], [.. items]);
    }

    public void Write(PackOutput to)
    {
        to.Array(_starts);
        to.Array(_items);
    }

    public static Lists<T> Read(PackInput from) => new(from.Array<int>(), from.Array<T>());
}
