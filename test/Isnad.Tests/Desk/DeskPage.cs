using Microsoft.Playwright;

namespace Isnad.Tests.Desk;

/// <summary>A window of the desk as somebody uses it who has no mouse. What its page reports as broken is kept.</summary>
public sealed class DeskPage : IAsyncDisposable
{
    public DeskPage(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => Errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Errors.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(new Uri(page.Url is "about:blank" ? request.Url : page.Url).GetLeftPart(UriPartial.Authority), StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Errors.Add($"request to {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Faults of scripts, refusals of the content policy, requests that leave the machine.</summary>
    public List<string> Errors { get; } = [];

    public async Task Go(string url)
    {
        await Page.GotoAsync(url);
        await Page.Locator("main h1").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    /// <summary>Presses keys one after another, by their place on the keyboard.</summary>
    public async Task Press(params string[] keys)
    {
        foreach (var key in keys) await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses a key as an Arabic keyboard does: the place is the same, the letter is another.</summary>
    public Task PressArabic(string code, string letter) =>
        Page.EvaluateAsync("([code, key]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }))", new[] { code, letter });

    /// <summary>Moves with Tab to what a selector names.</summary>
    public async Task TabTo(string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            if (await Page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector)) return;
            await Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not lead to {selector}");
    }

    /// <summary>Waits until something is shown.</summary>
    public Task See(string selector) => Page.Locator(selector).First.WaitForAsync();

    /// <summary>Waits until a condition in the page holds.</summary>
    public Task Until(string condition) => Page.WaitForFunctionAsync(condition);

    private const string Queue = "async () => (await (await fetch('/api/review?queue=unreviewed', { cache: 'no-store' })).json()).total";

    /// <summary>Waits until the server's queue of claims to review holds so many.</summary>
    public Task UntilQueued(int claims) => Page.WaitForFunctionAsync($"async claims => await ({Queue})() === claims", claims);

    /// <summary>How many claims wait for review.</summary>
    public Task<int> Queued() => Page.EvaluateAsync<int>(Queue);

    /// <summary>The words that a mark of the text covers.</summary>
    public Task<string[]> Lit(string role) => Page.EvaluateAsync<string[]>("role => [...(CSS.highlights.get(role) ?? [])].map(range => range.toString())", role);

    /// <summary>Waits until a mark covers exactly some words.</summary>
    public Task UntilLit(string role, string words) =>
        Page.WaitForFunctionAsync("([role, words]) => [...(CSS.highlights.get(role) ?? [])].map(range => range.toString()).join('|') === words", new[] { role, words });

    /// <summary>What axe-core finds, in one line each.</summary>
    public async Task<string[]> Barriers()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "web", "node_modules", "axe-core", "axe.min.js")));
        return await Page.EvaluateAsync<string[]>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')}`)");
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
