using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Isnad.Ledger.Events;
using Isnad.Ledger.Queries;

namespace Isnad.Ledger.Rows;

/// <summary>One event in full, as JSON for programs: names as in the lists, days as ISO 8601.</summary>
internal static class EventAnswer
{
    private static readonly JsonTypeInfo<LedgerEvent> Type = Make();

    /// <summary>Writes an event as an object.</summary>
    public static void Write(Utf8JsonWriter json, LedgerEvent happening) => JsonSerializer.Serialize(json, happening, Type);

    private static JsonTypeInfo<LedgerEvent> Make()
    {
        var options = new JsonSerializerOptions(EventAnswerJson.Default.Options) { Encoder = RowJson.Encoder };
        options.TypeInfoResolver = EventAnswerJson.Default.WithAddedModifier(Present);
        return (JsonTypeInfo<LedgerEvent>)options.GetTypeInfo(typeof(LedgerEvent));
    }

    // Within the ledger days and moments are numbers; outside they are dates.
    private static void Present(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (type.Type == typeof(LedgerEvent) && property.Name == "number")
            {
                property.Name = "id";
                property.CustomConverter = new Written<long>(n => string.Create(CultureInfo.InvariantCulture, $"E{n}"));
            }
            else if (type.Type == typeof(LedgerEvent) && property.Name == "known") property.CustomConverter = new Written<int>(n => EventList.Day(n));
            else if ((type.Type == typeof(LedgerEvent) && property.Name is "first" or "last") || (type.Type == typeof(EventTelling) && property.Name == "published"))
                property.CustomConverter = new Written<int?>(EventList.Day);
            else if (type.Type == typeof(TollClaim) && property.Name == "moment")
            {
                property.Name = "said";
                property.CustomConverter = new Written<long>(m => m > 0 ? new DateTime(m * TimeSpan.TicksPerMinute, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture) : null);
            }
        }
    }

    private sealed class Written<T>(Func<T, string?> text) : JsonConverter<T>
    {
        public override bool HandleNull => true;

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("events are written only");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));
    }
}

/// <summary>Events as JSON for programs.</summary>
[JsonSerializable(typeof(LedgerEvent))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class EventAnswerJson : JsonSerializerContext;
