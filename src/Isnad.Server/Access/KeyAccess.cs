using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Isnad.Server.Access;

/// <summary>Programs come in with a key: <c>Authorization: Bearer isnad_...</c>.</summary>
internal sealed class KeyAccess(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, AccountBook book) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string Name = "key";

    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.Fail("no bearer key"));
        return Task.FromResult(book.KeyOf(header[Bearer.Length..].Trim(), DateOnly.FromDateTime(DateTime.UtcNow)) is { } key
            ? AuthenticateResult.Success(new AuthenticationTicket(Identities.Of(key.Name, "key", key.Scopes, Name), Name))
            : AuthenticateResult.Fail("unknown key"));
    }
}
