using System.Globalization;
using Isnad.Ledger.Exports;

namespace Isnad.Ledger.Rows;

/// <summary>Writes rows as CSV.</summary>
internal static class RowCsv
{
    /// <summary>Writes a line of names and a line for each row; returns how many rows there were.</summary>
    public static long Write<T>(IEnumerable<T> rows, IReadOnlyList<Column<T>> columns, TextWriter output)
    {
        var csv = new CsvRows(output);
        csv.Row(columns.Select(c => c.Name));
        var count = 0L;
        foreach (var row in rows)
        {
            csv.Row(columns.Select(c => Cell(c.Value(row))));
            count++;
        }
        return count;
    }

    /// <summary>A value as text.</summary>
    public static string Cell(object? value) => value switch
    {
        null => "",
        bool b => b ? "yes" : "",
        IEnumerable<string> list => string.Join("; ", list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
