using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Isnad.Ledger.Storage;

/// <summary>
/// A prepared statement, bound and stepped without a layer between: a ledger that grows runs hundreds of small statements for each report.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>For each parameter <c>$0</c>, <c>$1</c> ... its place in the statement; 0 where the statement does not name it.</summary>
    private readonly int[] _places;

    /// <summary>Prepares a statement.</summary>
    /// <exception cref="SqliteException">It cannot be prepared.</exception>
    public Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
        var places = new List<int>();
        for (var place = 1; place <= raw.sqlite3_bind_parameter_count(_statement); place++)
        {
            var number = int.Parse(raw.sqlite3_bind_parameter_name(_statement, place).utf8_to_string().AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
            while (places.Count <= number) places.Add(0);
            places[number] = place;
        }
        _places = [.. places];
    }

    /// <summary>The row that the statement stands at.</summary>
    public Row Row => new(_statement);

    /// <summary>Gives the parameters their values.</summary>
    public void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < _places.Length; i++)
            if (_places[i] > 0) Bind(_places[i], i < values.Length ? values[i] : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"a statement lacks its value ${i}")));
    }

    /// <summary>Goes to the next row; false after the last one.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Makes it ready to be run again, and lets go of what it held.</summary>
    public void Reset()
    {
        // What went wrong was told by the step; this would only say it again.
        _ = raw.sqlite3_reset(_statement);
        _ = raw.sqlite3_clear_bindings(_statement);
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Bind(int place, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        bool truth => raw.sqlite3_bind_int64(_statement, place, truth ? 1 : 0),
        string text => BindText(place, text),
        byte[] { Length: > 0 } bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        byte[] => raw.sqlite3_bind_zeroblob(_statement, place, 0),
        _ => throw new ArgumentException($"a {value.GetType().Name} is no value of a statement"),
    });

    private int BindText(int place, string text)
    {
        // An empty span would be bound as null.
        if (text.Length == 0) return raw.sqlite3_bind_text(_statement, place, text);
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= 512)
        {
            Span<byte> few = stackalloc byte[512];
            return raw.sqlite3_bind_text(_statement, place, (ReadOnlySpan<byte>)few[..Encoding.UTF8.GetBytes(text, few)]);
        }
        var many = ArrayPool<byte>.Shared.Rent(most);
        var code = raw.sqlite3_bind_text(_statement, place, (ReadOnlySpan<byte>)many.AsSpan(0, Encoding.UTF8.GetBytes(text, many)));
        ArrayPool<byte>.Shared.Return(many);
        return code;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, _database);
    }
}

/// <summary>The row that a statement stands at; good until the next step.</summary>
internal readonly struct Row(sqlite3_stmt statement)
{
    /// <summary>Number of columns.</summary>
    public int FieldCount => raw.sqlite3_column_count(statement);

    public bool IsDBNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public int GetInt32(int column) => raw.sqlite3_column_int(statement, column);

    public double GetDouble(int column) => raw.sqlite3_column_double(statement, column);

    public string GetString(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string() ?? throw new InvalidDataException("a text that must be there is null");

    /// <summary>A number, text or bytes; null for nothing.</summary>
    public object? GetValue(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_FLOAT => GetDouble(column),
        raw.SQLITE_TEXT => GetString(column),
        raw.SQLITE_BLOB => Bytes(column),
        _ => null,
    };

    public string? Text(int column) => IsDBNull(column) ? null : GetString(column);

    public double? Real(int column) => IsDBNull(column) ? null : GetDouble(column);

    public int? Int(int column) => IsDBNull(column) ? null : GetInt32(column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();
}
