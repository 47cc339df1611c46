using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;

namespace Isnad.Server.Access;

/// <summary>Puts the ways in together: a key, a cookie, or, without accounts, this machine.</summary>
internal static class AccessSetup
{
    private const string Any = "any";

    public static void Add(WebApplicationBuilder builder, DeskSettings settings, AccountBook book, string data)
    {
        var services = builder.Services;
        services.AddSingleton(book).AddSingleton(new AuditLog(data));
        services.AddDataProtection().SetApplicationName("isnad").PersistKeysToFileSystem(KeyFolder(data));
        var authentication = services.AddAuthentication(Any)
            .AddPolicyScheme(Any, null, o => o.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey("Authorization") ? KeyAccess.Name : IsOpen(settings, book, builder.Configuration) ? OpenAccess.Name : CookieAccess.Name)
            .AddScheme<AuthenticationSchemeOptions, KeyAccess>(KeyAccess.Name, null)
            .AddScheme<AuthenticationSchemeOptions, OpenAccess>(OpenAccess.Name, null)
            .AddCookie(CookieAccess.Name, o => CookieAccess.Configure(o, settings, data));
        ProviderAccess.Add(authentication, builder.Configuration, settings, data);
        services.AddAuthorization(o =>
        {
            foreach (var scope in Scopes.All) o.AddPolicy(scope, p => p.RequireClaim(Scopes.Claim, scope));
            o.FallbackPolicy = o.GetPolicy(Scopes.Read);
        });
        services.AddAntiforgery(o =>
        {
            o.HeaderName = Forgery.Header;
            o.SuppressXFrameOptionsHeader = true;
            CookieAccess.Protect(o.Cookie, "forgery", settings, data);
        });
        Limits.Add(services, builder.Configuration);
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = settings.Proxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Proxies) o.KnownIPNetworks.Add(proxy);
        });
    }

    /// <summary>Whether everybody who reaches the server is its editor: only on this machine, and only until somebody has an account.</summary>
    public static bool IsOpen(DeskSettings settings, AccountBook book, IConfiguration configuration) => settings.IsLocal && !book.Any && !ProviderAccess.IsConfigured(configuration);

    private static DirectoryInfo KeyFolder(string data)
    {
        var folder = Path.Combine(Path.GetFullPath(data), "keys");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
