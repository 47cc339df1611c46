using Isnad.Server.Access;
using Isnad.Server.Api;
using Isnad.Server.Storage;

namespace Isnad.Server.Live;

/// <summary><c>/api/live</c>: server-sent events about jobs and the ledger.</summary>
internal static class LiveEndpoint
{
    private const int MostListeners = 200;

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void Map(LedgerRoutes routes) =>
        LedgerRoutes.Describe(routes.App.MapGet("/api/live", (Delegate)Listen), "listen", "Server-sent events: 'ledger' when the ledger has changed, 'job' with the progress of each job.", [])
            .RequireAuthorization(Scopes.Read).Produces(StatusCodes.Status200OK, null, "text/event-stream");

    private static async Task Listen(HttpContext context)
    {
        _ = new Ask(context, []);
        var services = context.RequestServices;
        var feed = services.GetRequiredService<LiveFeed>();
        if (feed.Listeners >= MostListeners) throw new Refusal(503, "Too many listen", $"GET /api/live: {MostListeners} connections listen already; close some");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var news = feed.Open();
        try
        {
            var state = services.GetRequiredService<ChangeWatch>().State;
            await Send(context, LiveFeed.Message("ledger", json => LedgerNews.Write(json, state)), over.Token).ConfigureAwait(false);
            while (true)
            {
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(over.Token);
                pause.CancelAfter(Heartbeat);
                byte[] message;
                try
                {
                    message = await news.Reader.ReadAsync(pause.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (!over.IsCancellationRequested)
                {
                    // A comment now and then keeps proxies from closing the connection, and tells of clients that went away.
                    message = ": \n\n"u8.ToArray();
                }
                await Send(context, message, over.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The client went away, or the server stops.
        }
        finally
        {
            feed.Close(news);
        }
    }

    private static async Task Send(HttpContext context, byte[] message, CancellationToken cancelled)
    {
        await context.Response.Body.WriteAsync(message, cancelled).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancelled).ConfigureAwait(false);
    }
}
