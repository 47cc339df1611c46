using Microsoft.Data.Sqlite;

namespace Isnad.Ledger.Storage;

/// <summary>One connection to the ledger's file, with its statements prepared once. Serves one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private SqliteTransaction? _transaction;

    private Database(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="create">Whether to make it if it is not there.</param>
    public static Database Open(string path, bool create)
    {
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 60,
        };
        var connection = new SqliteConnection(builder.ToString());
        connection.Open();
        var database = new Database(connection);
        database.Run("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 60000; pragma temp_store = memory; pragma wal_autocheckpoint = 16384; pragma cache_size = -65536; pragma mmap_size = 67108864");
        return database;
    }

    /// <summary>Runs statements without parameters.</summary>
    public void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        command.ExecuteNonQuery();
    }

    /// <summary>Does something as a whole or not at all.</summary>
    public void Transact(Action action)
    {
        if (_transaction is not null) throw new InvalidOperationException("a transaction within a transaction");
        using var transaction = _connection.BeginTransaction(deferred: false);
        _transaction = transaction;
        try
        {
            action();
            transaction.Commit();
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>Reads with several statements what stood at one moment, whatever others write meanwhile.</summary>
    public T Snapshot<T>(Func<T> read)
    {
        if (_transaction is not null) return read();
        using var transaction = _connection.BeginTransaction(deferred: true);
        _transaction = transaction;
        try
        {
            return read();
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    /// <param name="sql">The statement, with parameters <c>$0</c>, <c>$1</c> ...</param>
    /// <param name="values">Their values.</param>
    public int Do(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>The first value of the first row, or null.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>The first value of the first row as a number; 0 without one.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) => Value(sql, values) is long number ? number : 0;

    /// <summary>All rows of a query.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Prepared(sql, values).ExecuteReader();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>The rows of a query one after another, on a statement of its own.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> read, params object?[] values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i}", values[i] ?? DBNull.Value);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return read(reader);
    }

    /// <summary>Row of the last insertion.</summary>
    public long LastRow => Number("select last_insert_rowid()");

    /// <summary>Copies the whole file to another one.</summary>
    public void BackupTo(string path)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        copy.Open();
        _connection.BackupDatabase(copy);
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            _commands[sql] = command;
        }
        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}

/// <summary>Columns that may be null.</summary>
internal static class Columns
{
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static double? Real(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    public static int? Int(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static byte[] Bytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
