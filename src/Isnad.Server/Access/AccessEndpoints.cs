using System.Security.Claims;
using Isnad.Server.Api;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Isnad.Server.Access;

/// <summary>Who is there, coming in and going out.</summary>
internal static class AccessEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/me", Me).WithName("whoAmI").WithSummary("Who is logged in, what they may do, and the token that is needed to write.").AllowAnonymous();
        LedgerRoutes.Describe(app.MapPost("/api/login", (Delegate)Login), "login", "Log in with { user, password }.", [])
            .Accepts<object>("application/json").AllowAnonymous().RequireRateLimiting(Limits.Login);
        LedgerRoutes.Describe(app.MapPost("/api/logout", (Delegate)Logout), "logout", "Log out.", []).AllowAnonymous();
        if (ProviderAccess.IsConfigured(app.Configuration))
            app.MapGet("/api/login/oidc", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/" }, [ProviderAccess.Name]))
                .WithName("loginWithProvider").WithSummary("Log in through the identity provider.").AllowAnonymous().RequireRateLimiting(Limits.Login);
        LedgerRoutes.Describe(app.MapGet("/api/accounts", (HttpContext context, AccountBook book) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(new
            {
                accounts = book.Accounts.Select(a => new { name = a.Name, role = a.Role, made = a.Made }),
                keys = book.Keys.Select(k => new { name = k.Name, scopes = k.Scopes, made = k.Made, ends = k.Ends }),
            });
        }), "listAccounts", "Accounts and keys, without their secrets.", []).RequireAuthorization(Scopes.Manage);
    }

    private static IResult Me(HttpContext context, DeskStart start, DeskSettings settings, AccountBook book, IAntiforgery antiforgery)
    {
        var known = context.User.Identity?.IsAuthenticated == true;
        // A key needs no token, and gets no cookies.
        var token = context.User.Identity?.AuthenticationType == KeyAccess.Name ? null : antiforgery.GetAndStoreTokens(context).RequestToken;
        if (token is null) context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new
        {
            user = known ? context.User.Identity!.Name : null,
            roles = context.User.FindAll(ClaimTypes.Role).Select(c => c.Value),
            scopes = context.User.FindAll(Scopes.Claim).Select(c => c.Value),
            antiforgery = token,
            access = AccessSetup.IsOpen(settings, book, context.RequestServices.GetRequiredService<IConfiguration>()) ? "open" : "accounts",
            oidc = ProviderAccess.IsConfigured(context.RequestServices.GetRequiredService<IConfiguration>()),
            version = typeof(AccessEndpoints).Assembly.GetName().Version?.ToString(3),
            packs = known ? start.Packs.Hash : null,
            gazetteer = known ? start.Packs.Gazetteers.Sum(g => g.Records.Length) : (int?)null,
        });
    }

    private static async Task Login(HttpContext context)
    {
        var services = context.RequestServices;
        var (book, audit) = (services.GetRequiredService<AccountBook>(), services.GetRequiredService<AuditLog>());
        var body = await Body.Read(context, ["user", "password"]).ConfigureAwait(false);
        var (user, password) = (Body.Text(body, "user"), Body.Text(body, "password"));
        if (!services.GetRequiredService<LoginGuard>().May(user)) throw new Refusal(429, "Too many requests", "this account was tried too often; wait a minute and try again");
        if (book.Login(user, password) is not { } account)
        {
            // What was typed may be a password in the wrong field: only names that exist are written down.
            audit.Write(book.Find(user)?.Name ?? "?", "login refused");
            throw new Refusal(401, "That is no account, or not its password", "POST /api/login: check both and try again; 'isnad accounts list' on the server's machine shows the names");
        }
        await context.SignInAsync(CookieAccess.Name, CookieAccess.Of(account)).ConfigureAwait(false);
        audit.Write(account.Name, "login");
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task Logout(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true, Name: { } name }) context.RequestServices.GetRequiredService<AuditLog>().Write(name, "logout");
        await context.SignOutAsync(CookieAccess.Name).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
