using Microsoft.Playwright;

namespace Isnad.Tests.Desk;

/// <summary>The map: with and without WebGL, in both languages, by keyboard, and how things stood on a day.</summary>
[Collection(DeskCollection.Name)]
public sealed class MapTests(DeskFixture desk)
{
    [Theory]
    [InlineData("ar", "")]
    [InlineData("en", "")]
    [InlineData("ar", "?webgl=off")]
    [InlineData("en", "?webgl=off")]
    public async Task EventsAreOnTheMapAndInItsList(string language, string query)
    {
        await using var page = await desk.Open("/map" + query, language);
        await page.See(".mark");

        // The ground is there, drawn by the one or the other; nothing leaves the machine (DeskPage keeps what does).
        await page.See(query.Length == 0 ? ".map-box canvas" : ".svg-ground .g-land[d^=M]");

        // The list has every event; the marks have those with a place, each with its words.
        var all = await page.Page.EvaluateAsync<int>("async () => (await (await fetch('/api/events/points')).json()).total");
        var placed = await page.Page.EvaluateAsync<int>("async () => { const p = await (await fetch('/api/events/points')).json(); return p.total - p.unplaced; }");
        Assert.InRange(placed, 10, all - 1);
        Assert.Equal(all.ToString(System.Globalization.CultureInfo.InvariantCulture), await page.Page.Locator(".map-row").First.GetAttributeAsync("aria-setsize"));
        Assert.Contains(all.ToString(System.Globalization.CultureInfo.InvariantCulture), await page.Page.Locator(".map-count [aria-live]").TextContentAsync(), StringComparison.Ordinal);
        Assert.All(await page.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.mark')].map(m => m.getAttribute('aria-label') ?? '')"), label => Assert.NotEmpty(label));

        // Those without a place are a button away.
        await page.Page.Locator(".map-unplaced").ClickAsync();
        await page.Until($"() => document.querySelector('.map-row').getAttribute('aria-setsize') === '{all - placed}'");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task TheTimelineIsMirroredAndBothEndsAreNamed()
    {
        const string Ends = "() => [...document.querySelectorAll('.timeline-plot .end')].map(e => e.getBoundingClientRect().left)";
        await using (var english = await desk.Open("/map", "en"))
        {
            await english.See(".timeline-plot .end");
            var ends = await english.Page.EvaluateAsync<double[]>(Ends);
            Assert.True(ends[0] < ends[1], "the oldest day is at the left");
        }
        await using var arabic = await desk.Open("/map");
        await arabic.See(".timeline-plot .end");
        var mirrored = await arabic.Page.EvaluateAsync<double[]>(Ends);
        Assert.True(mirrored[0] > mirrored[1], "the oldest day is at the right");
    }

    [Theory]
    [InlineData("ar", "ArrowLeft")]
    [InlineData("en", "ArrowRight")]
    public async Task TheBrushIsMovedByKeysAndNarrowsListAndAddress(string language, string later)
    {
        await using var page = await desk.Open("/map", language);
        await page.See(".grip");
        var all = await page.Page.Locator(".map-row").First.GetAttributeAsync("aria-setsize");
        await page.Page.Locator(".grip").First.FocusAsync();
        for (var i = 0; i < 16; i++) await page.Press("Shift+" + later);
        await page.Until("() => new URLSearchParams(location.search).has('from')");
        await page.Until($"() => document.querySelector('.map-row')?.getAttribute('aria-setsize') !== '{all}'");

        // The address holds it: opened again it is as it was.
        var narrowed = await page.Page.Locator(".map-row").First.GetAttributeAsync("aria-setsize");
        await page.Go(page.Page.Url);
        await page.See(".map-row");
        Assert.Equal(narrowed, await page.Page.Locator(".map-row").First.GetAttributeAsync("aria-setsize"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task MarksAreReachedWithArrowsAndOpenedWithEnter()
    {
        await using var page = await desk.Open("/map?webgl=off", "en");
        await page.See(".mark");
        await page.Press("m");
        await page.Until("() => document.activeElement?.classList.contains('mark')");
        var first = await page.Page.EvaluateAsync<string>("() => document.activeElement.dataset.key");
        foreach (var arrow in new[] { "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp" }) await page.Press(arrow);
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.activeElement.classList.contains('mark')"));

        // Down the list with J, into the event with Enter.
        await page.Press("j", "j");
        await page.See(".map-row.open");
        await page.Press("Enter");
        await page.See("article.event");
        Assert.NotEmpty(first);
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task WhoHeldATownIsAskedOfTwoDaysAndOfWhatWasKnown(string language)
    {
        await using var page = await desk.Open("/map?at=2020-11-18&webgl=off", language);
        await page.See(".standings li");
        Assert.Contains("قوة حماية الجنوب", await Holder(page), StringComparison.Ordinal);

        await page.Page.Locator(".map-date input").First.FillAsync("2020-11-20");
        await page.Until("() => location.search.includes('at=2020-11-20') && [...document.querySelectorAll('.standings li')].some(l => l.textContent.includes('لواء الواحات'))");
        Assert.Contains("لواء الواحات", await Holder(page), StringComparison.Ordinal);
        await page.See(".mark.post");

        // The other clock: by what had been published the day before the news came, nothing was known.
        await page.Page.Locator(".map-date input").Last.FillAsync("2020-11-18");
        await page.Until("() => location.search.includes('known-by=2020-11-18') && document.querySelectorAll('.standings li').length === 0");
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData("/map?at=2020-11-20", "ar", "light", 1280)]
    [InlineData("/map?at=2020-11-20", "en", "dark", 1280)]
    [InlineData("/map?webgl=off", "ar", "dark", 360)]
    [InlineData("/map", "en", "light", 2560)]
    public async Task TheMapHasNoBarriers(string path, string language, string theme, int width)
    {
        await using var page = await desk.Open(path, language, theme, width);
        await page.See(".mark");
        Assert.Empty(await page.Barriers());
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "nothing reaches over the edge of the page");
    }

    private static async Task<string> Holder(DeskPage page) =>
        (await page.Page.Locator(".standings li", new PageLocatorOptions { HasText = "Murzuq" }).First.TextContentAsync())!;
}
