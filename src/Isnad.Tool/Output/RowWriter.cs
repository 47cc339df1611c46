using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Isnad.Ledger.Exports;

namespace Isnad.Tool.Output;

/// <summary>A column of a list: its name, what it holds, and whether the table for people shows it.</summary>
internal sealed record Column<T>(string Name, Func<T, object?> Value, string? Heading = null);

/// <summary>Writes lists as a table for people, as JSON or as CSV; the latter two row by row.</summary>
internal static class RowWriter
{
    /// <summary>Formats, the usual one first.</summary>
    public static readonly string[] Formats = ["table", "json", "csv"];

    /// <summary>Writes rows to standard output; returns how many there were.</summary>
    public static long Write<T>(IEnumerable<T> rows, IReadOnlyList<Column<T>> columns, string format)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        return format switch
        {
            "json" => Json(rows, columns, output),
            "csv" => Csv(rows, columns, output),
            _ => Table(rows, columns, output),
        };
    }

    private static long Table<T>(IEnumerable<T> rows, IReadOnlyList<Column<T>> columns, TextWriter output)
    {
        var shown = columns.Where(c => c.Heading is not null).ToArray();
        var table = new TextTable([.. shown.Select(c => c.Heading!)]);
        var count = 0L;
        foreach (var row in rows)
        {
            table.Add([.. shown.Select(c => Cell(c.Value(row)))]);
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
        using var json = new Utf8JsonWriter(output.BaseStream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" });
        var count = 0L;
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var column in columns) Value(json, column.Name, column.Value(row));
            json.WriteEndObject();
            if (++count % 100 == 0) json.Flush();
        }
        json.WriteEndArray();
        json.Flush();
        output.Write('\n');
        return count;
    }

    private static void Value(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool b: json.WriteBooleanValue(b); break;
            case double d: json.WriteNumberValue(d); break;
            case int i: json.WriteNumberValue(i); break;
            case long l: json.WriteNumberValue(l); break;
            case IEnumerable<string> list:
                json.WriteStartArray();
                foreach (var item in list) json.WriteStringValue(item);
                json.WriteEndArray();
                break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static long Csv<T>(IEnumerable<T> rows, IReadOnlyList<Column<T>> columns, TextWriter output)
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

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool b => b ? "yes" : "",
        IEnumerable<string> list => string.Join("; ", list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
