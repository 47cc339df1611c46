using Isnad.Ledger;
using Isnad.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Isnad.Tests.Desk;

/// <summary>A server with the samples and a hostile report, and a browser without a window, for all tests of the desk.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly string _folder = Directory.CreateTempSubdirectory("isnad-desk-").FullName;
    private WebApplication? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the server answers.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The folder of the built desk.</summary>
    public static string WebFolder { get; } = FindWeb();

    public async ValueTask InitializeAsync()
    {
        var packs = Repository.WithGazetteer;
        var reader = new Reader(packs);
        using (var store = Store.Open(_folder, packs, create: true))
        {
            store.Take(Isnad.Tests.Samples.SampleList.All.Append(HostileReport.Report).Select(r => reader.Read(r)), DateTimeOffset.UtcNow);
            store.Settle();
        }
        _server = DeskServer.Build(new DeskStart(_folder, packs) { WebFolder = WebFolder, Flags = new Dictionary<string, string?> { ["Isnad:Urls"] = "http://127.0.0.1:0" } });
        await _server.StartAsync();
        Address = DeskServer.Addresses(_server)[0];
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Browsers.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"no Chromium was found at {string.Join(", ", Browsers)}; ./check installs it"),
            Args = ["--no-sandbox"],
        });
    }

    /// <summary>A new window, with the settings of a person.</summary>
    public async Task<DeskPage> Open(string path, string language = "ar", string theme = "light", int width = 1280, int height = 800)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, AcceptDownloads = true, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(30_000);
        await context.AddInitScriptAsync($"localStorage.setItem('isnad.lang', '{language}'); localStorage.setItem('isnad.theme', '{theme}');");
        var page = new DeskPage(await context.NewPageAsync());
        await page.Go(Address + path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.StopAsync();
            await _server.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindWeb()
    {
        string[] folders = [Path.Combine(Repository.Root, "web", "dist"), Path.Combine(AppContext.BaseDirectory, "wwwroot")];
        return folders.FirstOrDefault(f => File.Exists(Path.Combine(f, "index.html"))) ?? throw new InvalidOperationException("the desk is not built: run npm ci && npm run build in web/");
    }
}

/// <summary>All tests that need the server and the browser.</summary>
[CollectionDefinition(Name)]
public sealed class DeskCollection : ICollectionFixture<DeskFixture>
{
    public const string Name = "desk";
}
