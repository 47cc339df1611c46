using System.Text.Json;
using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Server.Api;

/// <summary>The words that readings and decisions are written in.</summary>
internal static class VocabularyEndpoints
{
    public static void Map(LedgerRoutes routes) =>
        routes.Get("/api/vocabulary", "getVocabulary", "The words of readings: types of events with their modes, statuses, measures and the rest.", [], (_, _) => Answer.Json(Write));

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("types");
        foreach (var type in Enum.GetValues<EventType>())
        {
            json.WriteStartObject();
            json.WriteString("type", Words.Of(type));
            json.WriteStartArray("modes");
            foreach (var mode in TypeModes.Of(type)) json.WriteStringValue(mode);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        List<ClaimStatus>(json, "statuses");
        List<Polarity>(json, "polarities");
        List<Assertion>(json, "assertions");
        List<Stance>(json, "stances");
        List<Measure>(json, "measures");
        List<Bound>(json, "bounds");
        List<FigureScope>(json, "scopes");
        List<Predicate>(json, "predicates");
        List<SourceKind>(json, "sources");
        List<EntityKind>(json, "entities");
        List<PlacePrecision>(json, "place_precisions");
        List<TimePrecision>(json, "time_precisions");
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name) where T : struct, Enum
    {
        json.WriteStartArray(name);
        foreach (var value in Enum.GetValues<T>()) json.WriteStringValue(Words.Of(value));
        json.WriteEndArray();
    }
}
