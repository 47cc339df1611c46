namespace Isnad.Packs;

/// <summary>What the rows of a table with one key mean, made when it is first asked for. Safe to share between threads.</summary>
internal sealed class Keyed<T> where T : class
{
    private readonly Table _table;
    private readonly TextIndex _keys;
    private readonly Lists<int> _rows;
    private readonly Func<Row[], T?> _make;
    private readonly Slot?[] _made;

    private Keyed(Table table, TextIndex keys, Lists<int> rows, Func<Row[], T?> make)
    {
        (_table, _keys, _rows, _make) = (table, keys, rows, make);
        _made = new Slot?[keys.Count];
    }

    private sealed record Slot(T? Value);

    /// <summary>The table whose rows these are.</summary>
    public Table Table => _table;

    /// <summary>The meaning of a key, or null.</summary>
    public T? Find(ReadOnlySpan<char> key)
    {
        var at = _keys.Find(key);
        return at < 0 ? null : (_made[at] ??= new Slot(_make(RowsAt(at)))).Value;
    }

    private Row[] RowsAt(int key)
    {
        var numbers = _rows[key];
        var rows = new Row[numbers.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = _table.Rows[numbers[i]];
        return rows;
    }

    public static Keyed<T> Build(Table table, string column, Texts texts, Func<Row[], T?> make)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var key = table.Rows[i][column];
            if (!groups.TryGetValue(key, out var rows)) groups[key] = rows = [];
            rows.Add(i);
        }
        return new Keyed<T>(table, TextIndex.Build([.. groups.Keys], texts), Lists<int>.Build(groups.Values), make);
    }

    public void Write(PackOutput to)
    {
        _table.Write(to);
        _keys.Write(to);
        _rows.Write(to);
    }

    public static Keyed<T> Read(PackInput from, Func<Row[], T?> make) => new(Table.Read(from), TextIndex.Read(from), Lists<int>.Read(from), make);
}

/// <summary>Records of a table's rows, made when they are first asked for. Safe to share between threads.</summary>
internal sealed class Records<T>(Table table, Func<Row, T> make) : IReadOnlyList<T> where T : class
{
    private readonly T?[] _made = new T?[table.Rows.Count];

    public int Count => _made.Length;

    public T this[int index] => _made[index] ??= make(table.Rows[index]);

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public void Write(PackOutput to) => table.Write(to);

    public static Records<T> Read(PackInput from, Func<Row, T> make) => new(Table.Read(from), make);
}
