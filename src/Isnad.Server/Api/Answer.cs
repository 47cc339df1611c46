using System.Buffers;
using System.Text.Json;
using Isnad.Ledger.Rows;

namespace Isnad.Server.Api;

/// <summary>What the ledger answers to a question: written while the question's view of the ledger stands.</summary>
internal sealed record Answer
{
    /// <summary>Type of JSON answers.</summary>
    public const string JsonType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Options = new() { Encoder = RowJson.Encoder };

    /// <summary>Writes the body.</summary>
    public required Action<IBufferWriter<byte>> Write { get; init; }

    /// <summary>Type of the body.</summary>
    public string Type { get; init; } = JsonType;

    /// <summary>Another address to which the client is sent for good, or null.</summary>
    public string? Moved { get; init; }

    /// <summary>Name of the file as which the answer is kept, or null.</summary>
    public string? File { get; init; }

    /// <summary>An answer in JSON.</summary>
    public static Answer Json(Action<Utf8JsonWriter> write) => new()
    {
        Write = to =>
        {
            using var json = new Utf8JsonWriter(to, Options);
            write(json);
        },
    };

    /// <summary>A page of a list.</summary>
    /// <param name="rows">The rows of the page.</param>
    /// <param name="columns">What is told of each.</param>
    /// <param name="next">Where the next page begins; null after the last one.</param>
    /// <param name="total">Items of all pages.</param>
    public static Answer List<T>(IEnumerable<T> rows, IReadOnlyList<Column<T>> columns, string? next, long total) => Json(json =>
    {
        json.WriteStartObject();
        Rows(json, "items", rows, columns);
        json.WriteString("next", next);
        json.WriteNumber("total", total);
        json.WriteEndObject();
    });

    /// <summary>A property that holds rows.</summary>
    public static void Rows<T>(Utf8JsonWriter json, string name, IEnumerable<T> rows, IReadOnlyList<Column<T>> columns)
    {
        json.WriteStartArray(name);
        foreach (var row in rows) RowJson.Write(json, row, columns);
        json.WriteEndArray();
    }

    /// <summary>The thing has another address now.</summary>
    public static Answer At(string address) => new() { Write = _ => { }, Moved = address };
}
