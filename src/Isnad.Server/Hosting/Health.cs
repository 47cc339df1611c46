using Isnad.Server.Storage;

namespace Isnad.Server.Hosting;

/// <summary>Whether the server runs, and whether it can answer.</summary>
internal static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("alive\n")).WithName("isAlive").WithSummary("Whether the program runs.").AllowAnonymous();
        app.MapGet("/health/ready", async (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            try
            {
                await context.RequestServices.GetRequiredService<ReadPool>().Read(store => store.Counts(), context.RequestAborted).ConfigureAwait(false);
                return Results.Text("ready\n");
            }
            catch (Exception e) when (e is IOException or InvalidDataException or Microsoft.Data.Sqlite.SqliteException)
            {
                return Results.Text("the ledger cannot be read\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).WithName("isReady").WithSummary("Whether the ledger can be read.").AllowAnonymous();
    }
}
