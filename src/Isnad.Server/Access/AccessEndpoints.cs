using Isnad.Packs;
using Isnad.Server.Hosting;
using System.Security.Claims;

namespace Isnad.Server.Access;

/// <summary>Who is there.</summary>
internal static class AccessEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/api/me", (HttpContext context, DeskStart start) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            var known = context.User.Identity?.IsAuthenticated == true;
            return Results.Json(new
            {
                user = known ? context.User.Identity!.Name : null,
                roles = context.User.FindAll(ClaimTypes.Role).Select(c => c.Value),
                scopes = context.User.FindAll(Scopes.Claim).Select(c => c.Value),
                access = "open",
                version = typeof(AccessEndpoints).Assembly.GetName().Version?.ToString(3),
                packs = start.Packs.Hash,
                gazetteer = start.Packs.Gazetteers.Sum(g => g.Records.Length),
            });
        }).WithName("whoAmI").WithSummary("Who is logged in, what they may do, and what is needed to write.").AllowAnonymous();
}
