using System.Buffers;
using System.Text;
using Isnad.Readings;
using Isnad.Writing;
using NJsonSchema;

namespace Isnad.Tests.Laws;

/// <summary>Readings as JSON, and what the schema says of them.</summary>
internal static class Json
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromJsonAsync(ReadingSchema.Json).GetAwaiter().GetResult());

    public static byte[] Bytes(Reading reading)
    {
        var to = new ArrayBufferWriter<byte>();
        ReadingWriter.Write(reading, to);
        return to.WrittenSpan.ToArray();
    }

    public static string Text(Reading reading) => Encoding.UTF8.GetString(Bytes(reading));

    /// <summary>What in a reading the schema does not allow.</summary>
    public static IEnumerable<string> Faults(Reading reading)
    {
        lock (Schema) return [.. Schema.Value.Validate(Text(reading)).Select(e => $"{e.Path}: {e.Kind}")];
    }
}
