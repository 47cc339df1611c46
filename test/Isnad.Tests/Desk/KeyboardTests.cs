using Microsoft.Playwright;

namespace Isnad.Tests.Desk;

/// <summary>The coder's work by keyboard alone, in both languages.</summary>
[Collection(DeskCollection.Name)]
public sealed class KeyboardTests(DeskFixture desk)
{
    private const string Report = "sample-08";

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task AReportIsFoundReadCorrectedUndoneAndExported(string language)
    {
        await using var page = await desk.Open("/", language);
        await page.See(".row");

        // Found by its words.
        await page.Press("/");
        await page.See(".search-box input");
        await page.Page.Keyboard.TypeAsync("\"نقاط المراقبة في جبل الزاوية\"");
        await page.See(".hit");
        await page.Press("Enter");
        await page.Until("() => document.activeElement?.closest('.hit') !== null");
        await page.Press("Enter");
        await page.See("article.text");
        Assert.EndsWith($"/report/{Report}", new Uri(page.Page.Url).AbsolutePath);
        Assert.Equal("rtl", await page.Page.Locator("article.text").GetAttributeAsync("dir"));
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await page.Page.Locator("html").GetAttributeAsync("dir"));

        // The posts: nine, and the sentence that says so is lit.
        await To(page, "figure", "تسع نقاط");
        Assert.Contains((await page.Lit("figure")), words => words.Contains("تسع نقاط", StringComparison.Ordinal));
        Assert.Equal("9", await page.Page.Locator(".claim.lit .claim-value").TextContentAsync());

        // A figure put right.
        await page.Press("e");
        await page.See(".claim-form");
        await page.TabTo(".claim-form input[inputmode=decimal]");
        await page.Press("Control+a");
        await page.Page.Keyboard.TypeAsync("10");
        await page.Press("Tab", "Control+a");
        await page.Page.Keyboard.TypeAsync("10");
        await page.Press("Control+Enter");
        await page.Until("() => document.querySelector('.claim.lit .claim-value')?.textContent === '10'");
        await page.See(".claim.lit .verdict.edit");

        // And taken back.
        await page.Press("z");
        await page.Until("() => document.querySelector('.claim.lit .claim-value')?.textContent === '9'");
        Assert.Equal(0, await page.Page.Locator(".claim.lit .verdict").CountAsync());

        // Exported.
        await page.Press("g", "e");
        await page.See(".events .row");
        await page.TabTo(".export > button");
        await page.Press("Enter");
        await page.TabTo(".export .menu a");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Press("Enter"));
        var table = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("event_id_cnty,event_date", table, StringComparison.Ordinal);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task KeysGoByTheirPlaceOnAnArabicKeyboard()
    {
        await using var page = await desk.Open($"/report/{Report}");
        await page.See(".claim");
        await page.PressArabic("KeyJ", "ت");
        await page.See(".claim.lit");
        Assert.Contains("claim=", page.Page.Url, StringComparison.Ordinal);
        var first = page.Page.Url;
        await page.PressArabic("KeyJ", "ت");
        Assert.NotEqual(first, page.Page.Url);
        await page.PressArabic("KeyK", "ن");
        Assert.Equal(first, page.Page.Url);
    }

    [Fact]
    public async Task KeysOfOneLetterCanBeSwitchedOff()
    {
        await using var page = await desk.Open($"/report/{Report}?letters=off");
        await page.See(".claim");
        await page.Press("j");
        Assert.Equal(0, await page.Page.Locator(".claim.lit").CountAsync());
    }

    [Theory]
    [InlineData("ar", "ArrowLeft")]
    [InlineData("en", "ArrowLeft")]
    public async Task WordsAreChosenWithArrowsAndBecomeAClaim(string language, string onward)
    {
        await using var page = await desk.Open($"/report/{Report}", language);
        await page.See(".claim");
        var before = await page.Page.Locator(".claim").CountAsync();
        await page.Press("t", "Home");
        await page.UntilLit("chosen", "توجه");
        // The text runs from right to left whatever the interface does.
        await page.Press(onward, "Shift+" + onward);
        await page.UntilLit("chosen", "رتل عسكري");
        await page.TabTo(".word-uses:last-of-type .use");
        await page.Press("Enter");
        await page.See(".claim-form");
        await page.Press("Control+Enter");
        await page.Until($"() => document.querySelectorAll('.claim').length === {before + 1}");
        await page.Press("z");
        await page.Until($"() => document.querySelectorAll('.claim').length === {before}");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task TheReviewQueueGoesOnByKeysAndEverythingIsUndone()
    {
        await using var page = await desk.Open("/review");
        await page.See(".claim.big");
        var first = await page.Page.Locator(".claim.big .claim-head").TextContentAsync();
        var queued = await page.Queued();
        foreach (var key in new[] { "a", "r", "u" })
        {
            var url = page.Page.Url;
            await page.See(".claim.big .actions");
            await page.Press(key);
            await page.Until($"() => location.href !== '{url}'");
        }
        await page.UntilQueued(queued - 3);
        // However fast one types, each key takes back one more.
        await page.Press("z", "z", "z");
        await page.UntilQueued(queued);
        await page.Go(desk.Address + "/review");
        await page.See(".claim.big");
        Assert.Equal(first, await page.Page.Locator(".claim.big .claim-head").TextContentAsync());
        Assert.Empty(page.Errors);
    }

    /// <summary>Goes on with J until the lit words of a role hold some words.</summary>
    private static async Task To(DeskPage page, string role, string words)
    {
        await page.See(".claim");
        for (var i = 0; i < 60; i++)
        {
            await page.Press("j");
            await page.See(".claim.lit");
            if ((await page.Lit(role)).Any(w => w.Contains(words, StringComparison.Ordinal))) return;
        }
        Assert.Fail($"no claim lights '{words}' as {role}");
    }
}
