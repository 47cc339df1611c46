using Isnad.Packs;
using Isnad.Server.Access;
using Isnad.Server.Api;
using Isnad.Server.Hosting;
using Isnad.Server.Jobs;
using Isnad.Server.Live;
using Isnad.Server.Review;
using Isnad.Server.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace Isnad.Server;

/// <summary>What a server is started with.</summary>
/// <param name="Data">Folder of the ledger.</param>
/// <param name="Packs">The packs.</param>
public sealed record DeskStart(string Data, CompiledPacks Packs)
{
    /// <summary>Settings given as flags: they win over the environment and files. Names as in the configuration (<c>Isnad:Urls</c>).</summary>
    public IReadOnlyDictionary<string, string?> Flags { get; init; } = new Dictionary<string, string?>();

    /// <summary>Folder of the desk's files; null: next to the program.</summary>
    public string? WebFolder { get; init; }
}

/// <summary>Serves a ledger: the interface for programs under <c>/api</c>, and the desk for people.</summary>
public static class DeskServer
{
    /// <summary>Makes a server; it listens once it is started.</summary>
    /// <exception cref="StartRefusal">It must not start like this; the message says why.</exception>
    public static WebApplication Build(DeskStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "Isnad.Server" });
        Configuration(builder.Configuration, start);
        var settings = DeskSettings.Of(builder.Configuration);
        var book = new AccountBook(start.Data);
        if (!settings.IsLocal && !book.Any && !ProviderAccess.IsConfigured(builder.Configuration))
            throw new StartRefusal($"{string.Join(", ", settings.Urls)} can be reached from other machines, and nobody has an account: everybody could read and change everything. Add one with 'isnad accounts add NAME --role editor', or listen on {DeskSettings.UsualUrl}");
        if (settings.Unencrypted is { } open)
            throw new StartRefusal($"{open}: passwords and cookies would cross the network unencrypted. Listen on https:// (Kestrel:Certificates:Default:Path names the certificate), or put a proxy before it that does and name the proxy's address as Isnad:Proxies; Isnad:PlainHttp = true serves it all the same");
        var services = builder.Services;
        builder.WebHost.UseUrls([.. settings.Urls]).UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
        });
        Logs.Add(builder);
        services.AddSingleton(settings).AddSingleton(start)
            .AddSingleton(_ => new WriteQueue(start.Data, start.Packs))
            .AddSingleton(_ => new ReadPool(start.Data, start.Packs, Math.Max(4, Environment.ProcessorCount)))
            .AddSingleton(_ => new ChangeWatch(start.Data, start.Packs))
            .AddSingleton(_ => new WebFiles(start.WebFolder ?? Path.Combine(AppContext.BaseDirectory, "wwwroot")));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ["application/json", "application/geo+json", "text/csv"];
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.AddDescription();
        services.AddSingleton<LiveFeed>().AddSingleton<JobBook>().AddHostedService(p => p.GetRequiredService<JobBook>()).AddHostedService<LedgerNews>();
        AccessSetup.Add(builder, settings, book, start.Data);
        var app = builder.Build();
        // The ledger is made, and what is due in it is done, before anybody asks.
        _ = app.Services.GetRequiredService<WriteQueue>().DoLater(store =>
        {
            store.Settle();
            return true;
        });
        Pipeline(app);
        Endpoints(app);
        return app;
    }

    /// <summary>The addresses on which a started server really listens.</summary>
    public static IReadOnlyList<string> Addresses(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
    }

    // Files, then the environment, then flags: the later wins.
    internal static void Configuration(IConfigurationBuilder configuration, DeskStart start)
    {
        configuration.Sources.Clear();
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false);
        configuration.AddJsonFile(Path.Combine(Path.GetFullPath(start.Data), "appsettings.json"), optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables();
        configuration.AddInMemoryCollection(start.Flags);
    }

    private static void Pipeline(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<Problems>();
        app.UseForwardedHeaders();
        app.UseMiddleware<HostCheck>();
        app.UseResponseCompression();
        app.Use((context, next) => WebFiles.IsPage(context.Request.Path) ? app.Services.GetRequiredService<WebFiles>().Serve(context) : next());
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<Forgery>();
    }

    private static void Endpoints(WebApplication app)
    {
        var routes = new LedgerRoutes(app);
        ReportEndpoints.Map(routes);
        EventEndpoints.Map(routes);
        ListEndpoints.Map(routes);
        PlaceEndpoints.Map(routes);
        VocabularyEndpoints.Map(routes);
        DecisionEndpoints.Map(routes);
        ReviewEndpoints.Map(routes);
        ExportEndpoints.Map(routes);
        JobEndpoints.Map(routes);
        LiveEndpoint.Map(routes);
        AccessEndpoints.Map(app);
        Health.Map(app);
        app.MapOpenApi("/openapi/v1.json").AllowAnonymous();
    }
}
