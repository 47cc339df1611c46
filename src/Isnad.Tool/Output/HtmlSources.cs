using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>The tree of who passes on whose words: from the outlet to the speakers to their claims.</summary>
internal static class HtmlSources
{
    public static void Write(Markup page, ReadingView view)
    {
        var sources = view.Reading.Sources;
        if (sources.Count == 0) return;
        var known = sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var below = sources.Where(s => s.Via is not null && known.Contains(s.Via)).ToLookup(s => s.Via!, StringComparer.Ordinal);
        var claims = view.Reading.Claims.SelectMany(c => c.Sources.Select(s => (Source: s, Claim: c)))
            .ToLookup(p => p.Source, p => p.Claim, StringComparer.Ordinal);
        page.Raw("<section class=\"sources\">\n<h2>").Say("Who says it, through whom").Raw("</h2>\n<div class=\"scroll\"><ul class=\"tree\">\n");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in sources.Where(s => s.Via is null || !known.Contains(s.Via))) Node(page, view, root, below, claims, seen);
        page.Raw("</ul></div>\n</section>\n");
    }

    private static void Node(Markup page, ReadingView view, Source source, ILookup<string, Source> below, ILookup<string, Claim> claims,
        HashSet<string> seen)
    {
        if (!seen.Add(source.Id)) return;
        page.Raw("<li><div class=\"node\"><span class=\"speaker\">").Name(view.Speaker(source, page.Words)).Raw("</span><small>").Say(Words.Of(source.Kind));
        if (source.Cue is { } cue) page.Raw(" &middot; <q>").Name(ReadingView.OneLine(cue.Text)).Raw("</q>");
        page.Raw("</small></div>");
        var own = claims[source.Id].ToList();
        if (own.Count > 0 || below[source.Id].Any())
        {
            page.Raw("\n<ul>\n");
            if (own.Count > 0)
            {
                page.Raw("<li class=\"own\"><div class=\"chips\">");
                foreach (var claim in own)
                {
                    page.Raw("<button type=\"button\" class=\"chip\"").Attribute("data-claim", claim.Id).Raw(">").Text(ReadingView.Heading(claim, page.Words));
                    if (claim is FigureClaim figure) page.Raw(" <b>").Text(Phrases.Value(figure, page.Words)).Raw("</b>");
                    page.Raw("</button>");
                }
                page.Raw("</div></li>\n");
            }
            foreach (var next in below[source.Id]) Node(page, view, next, below, claims, seen);
            page.Raw("</ul>");
        }
        page.Raw("</li>\n");
    }
}
