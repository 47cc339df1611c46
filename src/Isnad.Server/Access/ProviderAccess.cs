using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Isnad.Server.Access;

/// <summary>People can come in through an OpenID Connect provider, if one is configured (<c>Isnad:Oidc</c>).</summary>
internal static class ProviderAccess
{
    /// <summary>Name of the scheme.</summary>
    public const string Name = "oidc";

    /// <summary>Type of the claim that says which provider somebody came from.</summary>
    public const string Issuer = "issuer";

    /// <summary>Whether one is configured.</summary>
    public static bool IsConfigured(IConfiguration configuration) => configuration["Isnad:Oidc:Authority"] is { Length: > 0 };

    public static void Add(AuthenticationBuilder authentication, IConfiguration configuration, DeskSettings settings, string data)
    {
        if (!IsConfigured(configuration)) return;
        var section = configuration.GetSection("Isnad:Oidc");
        foreach (var needed in (string[])["ClientId", "Roles"])
            if (!section.GetSection(needed).Exists()) throw new StartRefusal($"Isnad:Oidc:{needed} is missing: {(needed == "Roles" ? "say which values of the claim are which role, as Isnad:Oidc:Roles:editor = desk-editors" : "the name of this server at the provider")}");
        authentication.AddOpenIdConnect(Name, options =>
        {
            options.Authority = section["Authority"];
            options.ClientId = section["ClientId"];
            options.ClientSecret = section["ClientSecret"];
            options.ResponseType = "code";
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.GetClaimsFromUserInfoEndpoint = section.GetValue("UserInfo", false);
            options.RequireHttpsMetadata = !(Uri.TryCreate(section["Authority"], UriKind.Absolute, out var authority) && authority.IsLoopback);
            options.CallbackPath = "/api/login/oidc/callback";
            options.SignInScheme = CookieAccess.Name;
            options.TokenValidationParameters.NameClaimType = section["NameClaim"] ?? "preferred_username";
            CookieAccess.Protect(options.CorrelationCookie, "oidc", settings, data);
            CookieAccess.Protect(options.NonceCookie, "nonce", settings, data);
            // The provider sends the browser back from another site, and these two must come along.
            options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
            options.ResponseMode = "query";
            foreach (var scope in (section["Scope"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)) options.Scope.Add(scope);
            options.Events.OnTicketReceived = context => Received(context, section);
            options.Events.OnRemoteFailure = context =>
            {
                context.HttpContext.RequestServices.GetRequiredService<AuditLog>().Write("?", "login refused", "oidc");
                context.HandleResponse();
                context.Response.Redirect("/?login=failed");
                return Task.CompletedTask;
            };
        });
    }

    private static Task Received(TicketReceivedContext context, IConfigurationSection section)
    {
        var services = context.HttpContext.RequestServices;
        var principal = context.Principal!;
        var name = principal.FindFirstValue(section["NameClaim"] ?? "preferred_username") ?? principal.FindFirstValue("email") ?? principal.FindFirstValue("sub");
        var values = principal.FindAll(section["RoleClaim"] ?? "roles").Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        // The highest of the roles that the provider's values stand for.
        var role = Scopes.Roles.LastOrDefault(r => section.GetSection($"Roles:{r}") is var given && (given.GetChildren().Select(c => c.Value).Append(given.Value).Any(v => v is not null && values.Contains(v))));
        var audit = services.GetRequiredService<AuditLog>();
        // What somebody signs must not be taken for an account's of this server.
        if (name is null || role is null || services.GetRequiredService<AccountBook>().Find(name) is not null)
        {
            audit.Write(name ?? "?", "login refused", role is null ? "oidc: no role" : "oidc: the name is an account's");
            context.HandleResponse();
            context.Response.Redirect("/?login=refused");
            return Task.CompletedTask;
        }
        audit.Write(name, "login", "oidc");
        context.Principal = Identities.Of(name, role, Scopes.Of(role), CookieAccess.Name, new Claim(Issuer, section["Authority"]!));
        return Task.CompletedTask;
    }
}
