using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Isnad.Server.Access;

/// <summary>Without accounts, whoever sits at this machine is its editor.</summary>
internal sealed class OpenAccess(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string Name = "open";

    /// <summary>Name of who sits at this machine.</summary>
    public static readonly string Person = Environment.UserName is { Length: > 0 } name ? name : "desk";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        // What a proxy hands on does not come from this machine, though its connection does.
        Request.Headers.ContainsKey("X-Forwarded-For") || Request.Headers.ContainsKey("Forwarded")
            ? AuthenticateResult.Fail("a proxy stands before a server without accounts")
            : AuthenticateResult.Success(new AuthenticationTicket(Identities.Of(Person, "editor", Scopes.All, Name), Name)));
}

/// <summary>Who somebody is, as claims.</summary>
internal static class Identities
{
    public static ClaimsPrincipal Of(string name, string role, IEnumerable<string> scopes, string scheme, params IEnumerable<Claim> others) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, name), new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role), .. scopes.Select(s => new Claim(Scopes.Claim, s)), .. others], scheme));
}
