using System.IO.Compression;
using System.Text.Json;

namespace Isnad.Tests.Desk;

/// <summary>What every screen must be: without barriers, within the window, light to load, and never a program that a report brings along.</summary>
[Collection(DeskCollection.Name)]
public sealed class AppearanceTests(DeskFixture desk)
{
    private const int ShellLimit = 60 * 1024;

    private static readonly (string Path, string Shown)[] Screens =
    [
        ("/", ".row"), ("/events", ".row"), ("/report/sample-08?claim=c5", ".claim.lit"), ("/review", ".claim.big"), ("/review?queue=agreement", ".empty"),
        ("/search", ".empty"), ("/search?q=%D8%A7%D9%84%D8%A8%D9%84%D8%AF%D8%A9", ".hit"), ("/sources", ".row"), ("/jobs", "h1"), ("/nowhere", ".empty"),
        ("/events?text=zzzz", ".relax"), ("/login", ".login"),
    ];

    public static TheoryData<string, string, int> Looks =>
    [
        ("ar", "light", 1280), ("ar", "dark", 360), ("en", "light", 360), ("en", "dark", 1280), ("ar", "light", 2560),
    ];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task EveryScreenIsWithoutBarriersAndWithinTheWindow(string language, string theme, int width)
    {
        await using var page = await desk.Open("/", language, theme, width);
        var faults = new List<string>();
        foreach (var (path, shown) in Screens)
        {
            await page.Go(desk.Address + path);
            await page.See(shown);
            faults.AddRange((await page.Barriers()).Select(b => $"{path} {b}"));
            if (await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1")) faults.Add($"{path} is wider than the window");
        }
        Assert.Empty(faults);
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task FormsAndHelpAreWithoutBarriers(string language)
    {
        await using var page = await desk.Open("/report/sample-01", language);
        await page.See(".claim");
        await page.Press("j", "j", "e");
        await page.See(".claim-form");
        Assert.Empty(await page.Barriers());
        await page.Press("Escape");
        await page.Press("Shift+?");
        await page.See("dialog[open]");
        Assert.Empty(await page.Barriers());
    }

    [Fact]
    public async Task MarksLeaveTheTextInOnePiece()
    {
        await using var page = await desk.Open("/report/sample-08?claim=c5");
        await page.See(".claim.lit");
        Assert.NotEmpty(await page.Lit("act"));
        Assert.Equal(0, await page.Page.Locator("article.text p *").CountAsync());
        var report = Samples.SampleList.All.Single(r => r.Id == "sample-08");
        var lines = report.Text.Split('\n').Where(l => l.Trim().Length > 0).ToArray();
        Assert.Equal(lines, await page.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('article.text p')].map(p => p.textContent)"));
    }

    [Fact]
    public async Task AReportNeverBecomesAProgram()
    {
        foreach (var path in new[] { "/", $"/report/{Uri.EscapeDataString(HostileReport.Report.Id!)}", "/search?q=soldiers", "/sources", "/events", "/review" })
        {
            await using var page = await desk.Open(path);
            await page.See(path.StartsWith("/report", StringComparison.Ordinal) ? ".claim" : path == "/review" ? ".claim.big" : path.StartsWith("/search", StringComparison.Ordinal) ? ".hit" : ".row");
            Assert.False(await page.Page.EvaluateAsync<bool>("() => 'broken' in window || document.querySelector('main img, main script') !== null"));
            Assert.Empty(page.Errors);
        }
        await using var report = await desk.Open($"/report/{Uri.EscapeDataString(HostileReport.Report.Id!)}");
        await report.See(".claim");
        Assert.StartsWith(HostileReport.Script, await report.Page.Locator("article.text h1").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryListIsMadeOfTheRowsInSightOnly()
    {
        await using var page = await desk.Open("/events");
        await page.See(".row");
        var total = await page.Page.EvaluateAsync<int>("async () => (await (await fetch('/api/events')).json()).total");
        var drawn = await page.Page.Locator(".rows > li").CountAsync();
        Assert.InRange(drawn, 5, Math.Min(40, total - 1));
    }

    [Fact]
    public async Task WhoHandsWordsOnIsNamed()
    {
        await using var page = await desk.Open("/sources");
        await page.See(".through .hand");
        Assert.DoesNotContain(await page.Page.Locator(".through .hand").AllTextContentsAsync(), text => text.Contains(':', StringComparison.Ordinal));
    }

    [Fact]
    public void TheShellIsLight()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(DeskFixture.WebFolder, "manifest.json")));
        var files = new HashSet<string>(StringComparer.Ordinal);
        void Add(string key)
        {
            var part = manifest.RootElement.GetProperty(key);
            if (!files.Add(part.GetProperty("file").GetString()!)) return;
            if (part.TryGetProperty("css", out var styles)) foreach (var style in styles.EnumerateArray()) files.Add(style.GetString()!);
            if (part.TryGetProperty("imports", out var imports)) foreach (var import in imports.EnumerateArray()) Add(import.GetString()!);
        }
        Add("index.html");
        // The heavier of the two languages.
        Add("src/strings/ar.ts");
        files.Add("index.html");
        var size = files.Sum(f => Packed(Path.Combine(DeskFixture.WebFolder, f)));
        Assert.InRange(size, 10_000, ShellLimit);
    }

    private static long Packed(string path)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(File.ReadAllBytes(path));
        return packed.Length;
    }
}
