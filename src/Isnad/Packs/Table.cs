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
internal readonly struct Row(Table table, int line, string[] fields)
{
    public int Line => line;

    public string this[string column] =>
        table.ColumnOf(column) is var i && i >= 0 && i < fields.Length ? fields[i]
        : throw Error(column, $"there is no column '{column}'");

    /// <summary>The field, or an empty string where it holds <c>-</c>.</summary>
    public string Text(string column) => this[column] is "-" ? "" : this[column];

    /// <summary>The alternatives of a field.</summary>
    public string[] List(string column) => this[column] is "-" ? [] : this[column].Split('|');

    public PackException Error(string column, string message) =>
        new([new PackFault(table.Name, line, Math.Max(0, table.ColumnOf(column)) + 1, message)]);
}

/// <summary>A tab-separated table of a pack, its first line naming the columns.</summary>
internal sealed class Table
{
    private readonly string[] _columns;

    public Table(string name, string text)
    {
        Name = name;
        var rows = new List<Row>();
        var faults = new List<PackFault>();
        var number = 0;
        _columns = [];
        foreach (var line in text.EnumerateLines())
        {
            number++;
            if (number == 1) { _columns = line.ToString().Split('\t'); continue; }
            if (line.IsEmpty) continue;
            var fields = line.ToString().Split('\t');
            if (fields.Length != _columns.Length)
                faults.Add(new PackFault(name, number, 1, $"{fields.Length} fields, {_columns.Length} expected ({string.Join(", ", _columns)})"));
            else rows.Add(new Row(this, number, fields));
        }
        if (faults.Count > 0) throw new PackException(faults);
        Rows = rows;
    }

    public string Name { get; }

    public IReadOnlyList<Row> Rows { get; }

    public IReadOnlyList<string> Columns => _columns;

    public int ColumnOf(string column) => Array.IndexOf(_columns, column);
}
