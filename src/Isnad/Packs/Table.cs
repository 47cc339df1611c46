namespace Isnad.Packs;

/// <summary>One fault in a pack: where and what.</summary>
public readonly record struct PackFault(string File, int Line, int Column, string Message)
{
    /// <summary>Whether the pack is usable in spite of it and no rule is broken.</summary>
    public bool IsWarning { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}: {(IsWarning ? "warning: " : "")}{Message}";
}

/// <summary>Thrown when a pack cannot be used; lists every fault found.</summary>
public sealed class PackException(IReadOnlyList<PackFault> faults)
    : Exception(string.Join('\n', faults.Select(f => f.ToString())))
{
    /// <summary>The faults, in file and line order.</summary>
    public IReadOnlyList<PackFault> Faults { get; } = faults;
}

/// <summary>A line of a table.</summary>
internal readonly struct Row(Table table, int index)
{
    public int Line => table.LineOf(index);

    public string this[string column] =>
        table.ColumnOf(column) is var i && i >= 0 ? table.Field(index, i) : throw Error(column, $"there is no column '{column}'");

    /// <summary>The field, or an empty string where it holds <c>-</c>.</summary>
    public string Text(string column) => this[column] is var text && text == "-" ? "" : text;

    /// <summary>The alternatives of a field.</summary>
    public string[] List(string column) => this[column] is var text && text == "-" ? [] : text.Split('|');

    public PackException Error(string column, string message) =>
        new([new PackFault(table.Name, Line, Math.Max(0, table.ColumnOf(column)) + 1, message)]);
}

/// <summary>A tab-separated table of a pack, its first line naming the columns. Immutable.</summary>
internal sealed class Table
{
    private readonly string[] _columns;
    private readonly int[] _lines;
    private readonly string[][]? _fields;
    private readonly int[] _cells = [];
    private readonly Texts? _texts;

    public Table(string name, string text)
    {
        Name = name;
        var (fields, lines, faults) = (new List<string[]>(), new List<int>(), new List<PackFault>());
        var number = 0;
        _columns = [];
        foreach (var line in text.EnumerateLines())
        {
            number++;
            if (number == 1) { _columns = line.ToString().Split('\t'); continue; }
            if (line.IsEmpty) continue;
            var found = line.ToString().Split('\t');
            if (found.Length != _columns.Length)
                faults.Add(new PackFault(name, number, 1, $"{found.Length} fields, {_columns.Length} expected ({string.Join(", ", _columns)})"));
            else
            {
                fields.Add(found);
                lines.Add(number);
            }
        }
        if (faults.Count > 0) throw new PackException(faults);
        (_fields, _lines) = ([.. fields], [.. lines]);
        Rows = new RowList(this);
    }

    private Table(string name, string[] columns, int[] cells, Texts texts)
    {
        (Name, _columns, _cells, _texts, _lines) = (name, columns, cells, texts, []);
        Rows = new RowList(this);
    }

    public string Name { get; }

    public IReadOnlyList<Row> Rows { get; }

    public IReadOnlyList<string> Columns => _columns;

    public int ColumnOf(string column) => Array.IndexOf(_columns, column);

    /// <summary>Line of a row in its file; 0 in a compiled table, which has lost them.</summary>
    public int LineOf(int row) => row < _lines.Length ? _lines[row] : 0;

    public string Field(int row, int column) => _fields is not null ? _fields[row][column] : _texts![_cells[(row * _columns.Length) + column]];

    public void Write(PackOutput to)
    {
        to.Text(Name);
        to.Many(_columns, to.Text);
        to.Array(_fields is null ? _cells : [.. _fields.SelectMany(f => f).Select(to.Id)]);
    }

    public static Table Read(PackInput from) => new(from.Text(), from.Many(from.Text), from.Array<int>(), from.Texts);

    private sealed class RowList(Table table) : IReadOnlyList<Row>
    {
        public int Count => table._fields?.Length ?? (table._columns.Length == 0 ? 0 : table._cells.Length / table._columns.Length);

        public Row this[int index] => new(table, index);

        public IEnumerator<Row> GetEnumerator()
        {
            for (var i = 0; i < Count; i++) yield return this[i];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
