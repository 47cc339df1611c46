using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Isnad.Ledger.Rows;

/// <summary>Writes rows as JSON objects: the same for commands and for the server.</summary>
internal static class RowJson
{
    /// <summary>Letters stay letters: what is written is data, never part of a page.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Writes one row as an object.</summary>
    public static void Write<T>(Utf8JsonWriter json, T row, IReadOnlyList<Column<T>> columns)
    {
        json.WriteStartObject();
        WriteFields(json, row, columns);
        json.WriteEndObject();
    }

    /// <summary>Writes the fields of a row into an object that is begun.</summary>
    public static void WriteFields<T>(Utf8JsonWriter json, T row, IReadOnlyList<Column<T>> columns)
    {
        foreach (var column in columns)
        {
            json.WritePropertyName(column.Name);
            Value(json, column.Value(row));
        }
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool b: json.WriteBooleanValue(b); break;
            case double d: json.WriteNumberValue(d); break;
            case int i: json.WriteNumberValue(i); break;
            case long l: json.WriteNumberValue(l); break;
            case JsonText text: json.WriteRawValue(text.Json); break;
            case IEnumerable<string> list:
                json.WriteStartArray();
                foreach (var item in list) json.WriteStringValue(item);
                json.WriteEndArray();
                break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}
