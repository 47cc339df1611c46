using System.Text;
using System.Text.Json;
using Isnad.Ledger.Rows;

namespace Isnad.Tool.Output;

/// <summary>Writes lists as a table for people, as JSON or as CSV; the latter two row by row.</summary>
internal static class RowWriter
{
    /// <summary>Formats, the usual one first.</summary>
    public static readonly string[] Formats = ["table", "json", "csv"];

    private static readonly JsonWriterOptions Options = new() { Encoder = RowJson.Encoder, Indented = true, NewLine = "\n" };

    /// <summary>Writes rows to standard output; returns how many there were.</summary>
    public static long Write<T>(IEnumerable<T> rows, IReadOnlyList<Column<T>> columns, string format)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        return format switch
        {
            "json" => Json(rows, columns, output),
            "csv" => RowCsv.Write(rows, columns, output),
            _ => Table(rows, columns, output),
        };
    }

    /// <summary>Writes one object as JSON to standard output.</summary>
    public static void WriteObject(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Options)) write(json);
        output.WriteByte((byte)'\n');
    }

    private static long Table<T>(IEnumerable<T> rows, IReadOnlyList<Column<T>> columns, TextWriter output)
    {
        var shown = columns.Where(c => c.Heading is not null).ToArray();
        var table = new TextTable([.. shown.Select(c => c.Heading!)]);
        var count = 0L;
        foreach (var row in rows)
        {
            table.Add([.. shown.Select(c => RowCsv.Cell(c.Value(row)))]);
            count++;
        }
        if (count == 0) return 0;
        var text = new StringBuilder();
        table.Write(text, Console.IsOutputRedirected ? 160 : Math.Max(60, Console.WindowWidth), "", static s => s);
        output.Write(text);
        return count;
    }

    private static long Json<T>(IEnumerable<T> rows, IReadOnlyList<Column<T>> columns, StreamWriter output)
    {
        output.Flush();
        using var json = new Utf8JsonWriter(output.BaseStream, Options);
        var count = 0L;
        json.WriteStartArray();
        foreach (var row in rows)
        {
            RowJson.Write(json, row, columns);
            if (++count % 100 == 0) json.Flush();
        }
        json.WriteEndArray();
        json.Flush();
        output.Write('\n');
        return count;
    }
}
