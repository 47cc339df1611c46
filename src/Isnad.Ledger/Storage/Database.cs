using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Isnad.Ledger.Storage;

/// <summary>One connection to the ledger's file, with its statements prepared once. Serves one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
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
    public int Do(string sql, params ReadOnlySpan<object?> values)
    {
        var statement = Prepared(sql, values);
        try
        {
            while (statement.Step())
            {
                // Whatever it returns is not asked for.
            }
            return raw.sqlite3_changes(_connection.Handle);
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>The first value of the first row, or null.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> values)
    {
        var statement = Prepared(sql, values);
        try
        {
            return statement.Step() ? statement.Row.GetValue(0) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>The first value of the first row as a number; 0 without one.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) => Value(sql, values) is long number ? number : 0;

    /// <summary>All rows of a query.</summary>
    public List<T> Rows<T>(string sql, Func<Row, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        var statement = Prepared(sql, values);
        try
        {
            while (statement.Step()) rows.Add(read(statement.Row));
        }
        finally
        {
            statement.Reset();
        }
        return rows;
    }

    /// <summary>The rows of a query one after another, on a statement of its own.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<Row, T> read, params object?[] values)
    {
        using var statement = new Statement(_connection.Handle!, sql);
        statement.Bind(values);
        while (statement.Step()) yield return read(statement.Row);
    }

    /// <summary>Row of the last insertion.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_connection.Handle);

    /// <summary>Copies the whole file to another one.</summary>
    public void BackupTo(string path)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        copy.Open();
        _connection.BackupDatabase(copy);
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _connection.Dispose();
    }

    private Statement Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_statements.TryGetValue(sql, out var statement)) _statements[sql] = statement = new Statement(_connection.Handle!, sql);
        statement.Bind(values);
        return statement;
    }
}
