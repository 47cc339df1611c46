using System.Security.Cryptography;
using System.Text.Json;

namespace Isnad.Ledger.Events;

/// <summary>A hash of everything that is shown of an event, to tell what has changed.</summary>
internal static class EventPrint
{
    /// <summary>The hash: the same for what is shown alike, whatever number the event has and whatever rows its reports.</summary>
    public static byte[] Of(LedgerEvent happening)
    {
        var shown = happening with { Number = 0, Tellings = [.. happening.Tellings.Select(t => t with { Report = 0 })] };
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(shown, EventJson.Default.LedgerEvent))[..16];
    }
}
