using System.Text.Json;
using Isnad.Server.Storage;

namespace Isnad.Server.Live;

/// <summary>Notices that the ledger has changed, also by another program, and tells whoever listens.</summary>
internal sealed class LedgerNews(LiveFeed feed, ChangeWatch watch) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Writes the state of the ledger.</summary>
    public static void Write(Utf8JsonWriter json, string state)
    {
        json.WriteStartObject();
        json.WriteString("state", state);
        json.WriteEndObject();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        var last = watch.State;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                if (feed.Listeners == 0) continue;
                var state = watch.State;
                if (state == last) continue;
                last = state;
                feed.Publish("ledger", json => Write(json, state));
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
