using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Isnad.Ledger.Events;

/// <summary>Events as JSON.</summary>
[JsonSerializable(typeof(LedgerEvent))]
[JsonSerializable(typeof(Toll))]
[JsonSerializable(typeof(Situations.Standing))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class EventJson : JsonSerializerContext;
