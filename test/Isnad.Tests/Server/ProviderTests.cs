using System.Net;
using System.Security.Cryptography;
using Isnad.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Isnad.Tests.Server;

/// <summary>Coming in through an identity provider.</summary>
public sealed class ProviderTests
{
    [Theory]
    [InlineData("mona", "desk-coders", "mona", "coder")]
    [InlineData("mona", "desk-coders desk-editors", "mona", "editor")]
    [InlineData("mona", "others", null, null)]
    [InlineData("taken", "desk-editors", null, null)]
    public async Task TheProvidersWordSaysWhoMayDoWhat(string name, string roles, string? user, string? role)
    {
        await using var provider = await Provider.Start(name, roles.Split(' '));
        await using var desk = await DeskHost.Start(folder => new AccountBook(folder).Add("taken", "reader", "a long enough phrase", DateTimeOffset.UtcNow),
            ("Isnad:Oidc:Authority", provider.Address), ("Isnad:Oidc:ClientId", "isnad"), ("Isnad:Oidc:ClientSecret", "secret"), ("Isnad:Oidc:Roles:coder", "desk-coders"), ("Isnad:Oidc:Roles:editor", "desk-editors"));
        using var visitor = desk.Visitor();
        using var away = await visitor.Get("/api/login/oidc");
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var back = await browser.GetAsync(away.Headers.Location, TestContext.Current.CancellationToken);
        using var callback = await visitor.Get(back.Headers.Location!.PathAndQuery);
        Assert.Equal(user is null ? "/?login=refused" : "/", callback.Headers.Location?.OriginalString);
        var me = await visitor.Json("/api/me");
        Assert.Equal(user, me.GetProperty("user").GetString());
        Assert.Equal(role is null ? [] : [role], me.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
        using var counts = await visitor.Get("/api/counts");
        Assert.Equal(user is null ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, counts.StatusCode);
    }

    [Fact]
    public async Task AnAnswerThatNobodyAskedForIsRefused()
    {
        await using var provider = await Provider.Start("mona", ["desk-editors"]);
        await using var desk = await DeskHost.Start(null, ("Isnad:Oidc:Authority", provider.Address), ("Isnad:Oidc:ClientId", "isnad"), ("Isnad:Oidc:Roles:editor", "desk-editors"));
        using var asked = desk.Visitor();
        using var away = await asked.Get("/api/login/oidc");
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var back = await browser.GetAsync(away.Headers.Location, TestContext.Current.CancellationToken);
        using var another = desk.Visitor();
        using var callback = await another.Get(back.Headers.Location!.PathAndQuery);
        Assert.Equal("/?login=failed", callback.Headers.Location?.OriginalString);
        Assert.Null((await another.Json("/api/me")).GetProperty("user").GetString());
    }

    /// <summary>A provider that lets one person in without asking.</summary>
    private sealed class Provider : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly RSA _rsa = RSA.Create(2048);
        private string? _nonce;

        private Provider(WebApplication app) => _app = app;

        public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        public static async Task<Provider> Start(string name, string[] roles)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            builder.Services.AddRoutingCore();
            var app = builder.Build();
            var provider = new Provider(app);
            app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
            {
                issuer = provider.Address,
                authorization_endpoint = provider.Address + "/authorize",
                token_endpoint = provider.Address + "/token",
                jwks_uri = provider.Address + "/keys",
            }));
            app.MapGet("/keys", () =>
            {
                var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(provider._rsa.ExportParameters(false)) { KeyId = "one" });
                return Results.Json(new { keys = new[] { new { kty = key.Kty, kid = key.Kid, n = key.N, e = key.E, use = "sig", alg = "RS256" } } });
            });
            app.MapGet("/authorize", (HttpContext context) =>
            {
                var query = context.Request.Query;
                provider._nonce = query["nonce"];
                return Results.Redirect($"{query["redirect_uri"]}?code=one&state={Uri.EscapeDataString(query["state"]!)}");
            });
            app.MapPost("/token", () => Results.Json(new
            {
                access_token = "none",
                token_type = "Bearer",
                id_token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
                {
                    Issuer = provider.Address,
                    Audience = "isnad",
                    Expires = DateTime.UtcNow.AddMinutes(5),
                    Claims = new Dictionary<string, object> { ["sub"] = "1", ["preferred_username"] = name, ["roles"] = roles, ["nonce"] = provider._nonce! },
                    SigningCredentials = new SigningCredentials(new RsaSecurityKey(provider._rsa) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
                }),
            }));
            await app.StartAsync().ConfigureAwait(false);
            return provider;
        }

        public async ValueTask DisposeAsync()
        {
            await _app.StopAsync().ConfigureAwait(false);
            await _app.DisposeAsync().ConfigureAwait(false);
            _rsa.Dispose();
        }
    }
}
