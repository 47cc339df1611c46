namespace Isnad.Tests.Desk;

/// <summary>The screen of one event: its chains, its figures, and whether it is one event or two.</summary>
[Collection(DeskCollection.Name)]
public sealed class EventTests(DeskFixture desk)
{
    /// <summary>Five reports of one strike, two of them in the same words, and one of a denial.</summary>
    private static readonly (string Id, string Outlet, string Published, string Text)[] Strike =
    [
        ("strike-1", "صحيفة المرفأ", "2021-03-10", "قتل خمسة مدنيين في غارة جوية على سوق مدينة سراقب أمس الثلاثاء، بحسب المرصد السوري لحقوق الإنسان. وأصيب عشرون شخصا بجروح في القصف، وفق المرصد."),
        ("strike-2", "قناة الضفة", "2021-03-10", "قتل خمسة مدنيين في غارة جوية على سوق مدينة سراقب أمس الثلاثاء، بحسب المرصد السوري لحقوق الإنسان. وأصيب عشرون شخصا بجروح في القصف، وفق المرصد."),
        ("strike-3", "جريدة السهل", "2021-03-11", "نقلت وكالة رويترز عن مصدر طبي أن تسعة أشخاص على الأقل قتلوا في غارة جوية على سوق مدينة سراقب يوم الثلاثاء الماضي."),
        ("strike-4", "موقع الجسر", "2021-03-12", "قال المرصد السوري لحقوق الإنسان إن 12 مدنيا قتلوا في غارة جوية على سوق مدينة سراقب في 9 آذار 2021."),
        ("strike-5", "وكالة الأفق", "2021-03-10", "أعلن الدفاع المدني السوري مقتل أربعة عشر شخصا في غارة جوية على سوق مدينة سراقب في 9 آذار 2021."),
    ];

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task AnEventIsSplitAndJoinedAndUndoneByKeyboard(string language)
    {
        await using var page = await desk.Open("/events", language);
        var number = await TakeIn(page);
        await page.Go($"{desk.Address}/event/{number}");
        await page.See(".member");
        Assert.Equal(Strike.Length, await Tellings(page));

        // On to the telling of an agency, and out with it; and that taken back, once the desk has said that it is done.
        await To(page, "وكالة الأفق");
        await page.Press("n");
        await page.See(".toast-action");
        await page.Until($"() => document.querySelectorAll('.member:not(.other)').length === {Strike.Length - 1}");
        await page.Press("z");
        await page.Until($"() => document.querySelectorAll('.member:not(.other)').length === {Strike.Length}");

        // Out with it once more: it is an event of its own now, near in time and place, and Y says that it is the same after all.
        await To(page, "وكالة الأفق");
        await page.Press("n");
        await page.Until($"() => document.querySelectorAll('.member:not(.other)').length === {Strike.Length - 1}");
        await page.Until("() => document.querySelector('.member.other')");
        await ToOther(page);
        await page.Press("y");
        await page.Until($"() => document.querySelectorAll('.member:not(.other)').length === {Strike.Length}");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task AnEventIsConfirmedAndThatIsUndone()
    {
        await using var page = await desk.Open("/events", "en");
        var number = await TakeIn(page);
        await page.Go($"{desk.Address}/event/{number}");
        await page.See(".grade-word");
        var proposed = await page.Page.Locator(".grade-word").GetAttributeAsync("class");
        await page.Press("c");
        await page.See(".grade-word.g-confirmed");
        await page.Press("z");
        await page.Until($"() => document.querySelector('.grade-word').className === '{proposed}'");
        await page.Press("x");
        await page.See(".grade-word.g-discounted");
        await page.Press("z");
        await page.Until($"() => document.querySelector('.grade-word').className === '{proposed}'");
    }

    [Theory]
    [InlineData("ar", "light", 1280)]
    [InlineData("en", "dark", 1280)]
    [InlineData("ar", "dark", 360)]
    [InlineData("en", "light", 2560)]
    public async Task ChainsAndFiguresAreShownWithTheirWordsAndWithoutBarriers(string language, string theme, int width)
    {
        await using var page = await desk.Open("/events", language, theme, width);
        var number = await TakeIn(page);
        await page.Go($"{desk.Address}/event/{number}");
        await page.See(".chain-name");

        // The copy is folded into the report whose words it repeats, and no number stands alone.
        Assert.Equal(1, await page.Page.Locator(".chain-copies").CountAsync());
        var names = await page.Page.Locator(".chain .chain-name").AllTextContentsAsync();
        Assert.Contains(names, n => n.Contains("جريدة السهل", StringComparison.Ordinal));
        Assert.DoesNotContain(names, n => n.Contains("قناة الضفة", StringComparison.Ordinal));
        var claimed = await page.Page.Locator(".toll").First.Locator("tbody tr").CountAsync();
        Assert.InRange(claimed, 4, 6);
        Assert.InRange(await page.Page.Locator(".toll .standing.superseded, .toll .standing.repeated").CountAsync(), 1, 4);
        Assert.Equal(1, await page.Page.Locator(".toll").First.Locator(".series svg[role=img]").CountAsync());

        // From the number to its words is one step.
        Assert.StartsWith("/report/strike-", await page.Page.Locator(".toll tbody a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Empty(await page.Barriers());
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "nothing reaches over the edge of the page");
        Assert.Empty(page.Errors);
    }

    /// <summary>Takes the reports in as the desk does, unless that is done, and gives the number of the event that most of them tell.</summary>
    private static async Task<int> TakeIn(DeskPage page)
    {
        var records = string.Join('\n', Strike.Select(r => System.Text.Json.JsonSerializer.Serialize(new { id = r.Id, outlet = r.Outlet, published = r.Published, text = r.Text })));
        return await page.Page.EvaluateAsync<int>(
            """
            async records => {
              const known = (await (await fetch('/api/reports?limit=200')).json()).items.some(r => r.id === 'strike-5');
              if (!known) {
                const me = await (await fetch('/api/me')).json();
                const taken = await fetch('/api/reports', { method: 'POST', body: records, headers: { 'content-type': 'application/x-ndjson', 'X-XSRF-TOKEN': me.antiforgery } });
                if (!taken.ok) throw new Error(await taken.text());
                const job = await taken.json();
                for (let i = 0; i < 600; i++) {
                  const now = await (await fetch(`/api/jobs/${job.id}`)).json();
                  if (now.state === 'done') break;
                  if (now.state === 'failed') throw new Error(JSON.stringify(now));
                  await new Promise(next => setTimeout(next, 100));
                }
              }
              const numbers = Object.values((await (await fetch('/api/reports/strike-5')).json()).events);
              for (const number of numbers) {
                const told = await (await fetch(`/api/events/${number}`)).json();
                if (told.reports === 5) return Number(told.id.replace('E', ''));
              }
              throw new Error('the reports did not come together');
            }
            """, records);
    }

    private static Task<int> Tellings(DeskPage page) => page.Page.Locator(".member:not(.other)").CountAsync();

    /// <summary>Goes on with J to the telling of an outlet.</summary>
    private static async Task To(DeskPage page, string outlet)
    {
        for (var i = 0; i < 20; i++)
        {
            await page.Press("k");
        }
        for (var i = 0; i < 20; i++)
        {
            if (await page.Page.Locator(".member.here h3", new() { HasText = outlet }).CountAsync() > 0) return;
            await page.Press("j");
        }
        Assert.Fail($"J does not lead to the telling of {outlet}");
    }

    private static async Task ToOther(DeskPage page)
    {
        for (var i = 0; i < 20; i++)
        {
            if (await page.Page.Locator(".member.other.here").CountAsync() > 0) return;
            await page.Press("j");
        }
        Assert.Fail("J does not lead to another event");
    }
}
