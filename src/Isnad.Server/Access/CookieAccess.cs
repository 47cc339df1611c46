using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Isnad.Server.Access;

/// <summary>People who have logged in have a cookie. What they may do is looked up with each request, so that a change holds at once.</summary>
internal static class CookieAccess
{
    /// <summary>Name of the scheme.</summary>
    public const string Name = "cookie";

    /// <summary>Type of the claim that ties a session to the account as it was when it began.</summary>
    public const string Stamp = "stamp";

    /// <summary>How long a session lasts without a request.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>Name of a cookie of this server: where only encrypted connections are served, one that no other host can set.</summary>
    public static string CookieName(string what, DeskSettings settings, string data)
    {
        // Cookies of one host are shared by all its ports; each ledger has its own.
        var own = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(data))).AsSpan(0, 3));
        return $"{(settings.OnlySecure ? "__Host-" : "")}isnad-{what}-{own}";
    }

    /// <summary>How cookies are kept from others.</summary>
    public static void Protect(CookieBuilder cookie, string what, DeskSettings settings, string data)
    {
        cookie.Name = CookieName(what, settings, data);
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = settings.OnlySecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }

    public static void Configure(CookieAuthenticationOptions options, DeskSettings settings, string data)
    {
        Protect(options.Cookie, "session", settings, data);
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = c => Status(c, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = c => Status(c, StatusCodes.Status403Forbidden);
        options.Events.OnValidatePrincipal = Validate;
    }

    /// <summary>Who an account is.</summary>
    public static ClaimsPrincipal Of(Account account) => Identities.Of(account.Name, account.Role, Scopes.Of(account.Role), Name, new Claim(Stamp, account.Stamp));

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal;
        // Who came from an identity provider is known there, not here.
        if (principal?.HasClaim(c => c.Type == ProviderAccess.Issuer) == true) return;
        var account = principal?.Identity?.Name is { } name ? context.HttpContext.RequestServices.GetRequiredService<AccountBook>().Find(name) : null;
        if (account is not null && principal!.FindFirstValue(Stamp) == account.Stamp)
        {
            context.ReplacePrincipal(Of(account));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Name).ConfigureAwait(false);
    }

    private static Task Status(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
