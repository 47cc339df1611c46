using System.Globalization;

namespace Isnad.Ledger.Exports;

/// <summary>Writes CSV (RFC 4180): commas, quotes doubled, lines end with a line feed.</summary>
public sealed class CsvRows(TextWriter output)
{
    private bool _begun;

    /// <summary>Writes one field of the present row.</summary>
    public void Field(string? value)
    {
        if (_begun) output.Write(',');
        _begun = true;
        if (value is null) return;
        if (!value.AsSpan().ContainsAny("\",\r\n") && !value.StartsWith(' ') && !value.EndsWith(' ')) output.Write(value);
        else
        {
            output.Write('"');
            output.Write(value.Replace("\"", "\"\"", StringComparison.Ordinal));
            output.Write('"');
        }
    }

    /// <summary>Writes a number as a field; nothing for null.</summary>
    public void Field(double? value) => Field(value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ends the row.</summary>
    public void End()
    {
        output.Write('\n');
        _begun = false;
    }

    /// <summary>Writes a whole row.</summary>
    public void Row(IEnumerable<string?> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach (var field in fields) Field(field);
        End();
    }
}
