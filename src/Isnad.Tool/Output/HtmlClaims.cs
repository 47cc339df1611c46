using System.Globalization;
using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>The claims of a report, by kind, each with the marks that it lights in the text.</summary>
internal static class HtmlClaims
{
    public static void Write(Markup page, ReadingView view)
    {
        page.Raw("<div class=\"claims\">\n");
        Group(page, view, "Events", view.Reading.Claims.OfType<EventClaim>());
        Group(page, view, "Figures", view.Reading.Claims.OfType<FigureClaim>());
        Group(page, view, "States", view.Reading.Claims.OfType<StateClaim>());
        Group(page, view, "Statements", view.Reading.Claims.OfType<StatementClaim>());
        if (view.Reading.Claims.Count == 0) page.Raw("<p class=\"none\">").Say("Nothing in this report was read as a claim.").Raw("</p>\n");
        page.Raw("</div>\n");
    }

    private static void Group(Markup page, ReadingView view, string heading, IEnumerable<Claim> claims)
    {
        var list = claims.ToList();
        if (list.Count == 0) return;
        page.Raw("<h2>").Say(heading).Raw(" <span class=\"count\">").Raw(list.Count).Raw("</span></h2>\n<ol>\n");
        foreach (var claim in list) WriteClaim(page, view, claim);
        page.Raw("</ol>\n");
    }

    private static void WriteClaim(Markup page, ReadingView view, Claim claim)
    {
        page.Raw("<li class=\"claim\" role=\"button\" tabindex=\"0\" aria-pressed=\"false\"").Attribute("data-claim", claim.Id);
        page.Attribute("data-marks", string.Join(';', ClaimMarks.Of(view, claim).Select(m => string.Create(CultureInfo.InvariantCulture,
            $"{m.Role},{(m.Where.InTitle ? "title" : "text")},{m.Where.Start},{m.Where.End}")).Distinct(StringComparer.Ordinal)));
        page.Attribute("title", page.Words.With("{0}, found by {1}", page.Words.Atom(claim.Id), page.Words.Atom(claim.Rule)));
        page.Raw(">\n<p class=\"head\"><b>").Text(ReadingView.Heading(claim, page.Words)).Raw("</b>");
        if (claim is FigureClaim figure) page.Raw(" <span class=\"value\">").Text(Phrases.Value(figure, page.Words)).Raw("</span>");
        foreach (var quality in ReadingView.Qualities(claim).Where(q => q != "happened"))
            page.Raw(" <span class=\"badge ").Text(quality).Raw("\">").Say(quality).Raw("</span>");
        page.Raw("</p>\n");
        WriteParticipants(page, view, claim);
        WriteCircumstances(page, view, claim);
        if (claim is StatementClaim statement)
        {
            page.Raw("<blockquote");
            HtmlText.Direction(page, statement.Content.Text, null);
            page.Raw(">").Text(ReadingView.OneLine(statement.Content.Text)).Raw("</blockquote>\n");
        }
        else page.Raw("<p class=\"words\">").Name(ReadingView.Proof(claim)).Raw("</p>\n");
        foreach (var source in claim.Sources) WriteChain(page, view, source);
        page.Raw("</li>\n");
    }

    private static void WriteParticipants(Markup page, ReadingView view, Claim claim)
    {
        switch (claim)
        {
            case EventClaim e when e.Agents.Count + e.Targets.Count + e.From.Count + e.Toward.Count + e.Instruments.Count > 0:
                page.Raw("<p class=\"who\">");
                Role(page, view, "who", e.Agents);
                if (e.Agents.Count == 0 && e.Targets.Count > 0) page.Raw("<small>").Say("?").Raw("</small>");
                if (e.Targets.Count > 0) page.Raw(" <i class=\"arrow\">&rarr;</i> ");
                Role(page, view, "whom", e.Targets);
                Also(page, view, "from", e.From);
                Also(page, view, "towards", e.Toward);
                Also(page, view, "with", e.Instruments);
                page.Raw("</p>\n");
                break;
            case FigureClaim { Unit: { } unit }:
                page.Raw("<p class=\"who\">");
                Role(page, view, "whom", [unit]);
                page.Raw("</p>\n");
                break;
            case StateClaim s:
                page.Raw("<p class=\"who\">");
                Role(page, view, "who", [s.Subject]);
                if (s.Count is { } count) page.Raw(" (").Text(Phrases.Value(count.Low, count.High, count.Bound, page.Words)).Raw(")");
                if (s.Objects.Count > 0) page.Raw(" <i class=\"arrow\">&rarr;</i> ");
                Role(page, view, "whom", s.Objects);
                if (s.Office is { } office) page.Raw(" <small>").Say("as").Raw("</small> ").Name(office);
                if (s.Holder is { } holder) Also(page, view, "held by", [holder]);
                if (s.From is { } from) Also(page, view, "before:", [from]);
                page.Raw("</p>\n");
                break;
            case StatementClaim { About.Count: > 0 } t:
                page.Raw("<p class=\"who\"><small>").Say("about").Raw("</small> ");
                Role(page, view, "whom", t.About);
                page.Raw("</p>\n");
                break;
        }
    }

    private static void WriteCircumstances(Markup page, ReadingView view, Claim claim)
    {
        if (claim.Places.Count == 0 && claim.Time is null) return;
        page.Raw("<p class=\"when\">");
        if (claim.Places.Count > 0) Role(page, view, "place", claim.Places);
        if (claim.Time is { } time)
            page.Raw(claim.Places.Count > 0 ? " &middot; " : "").Raw("<span class=\"r-time\">").Name(Phrases.Time(time, page.Words)).Raw("</span>");
        if (claim.Time?.Basis == TimeBasis.Inherited) page.Raw(" <small>").Say("(inherited)").Raw("</small>");
        page.Raw("</p>\n");
    }

    /// <summary>The chain of a source on one line: the speaker first, the outlet last.</summary>
    public static void WriteChain(Markup page, ReadingView view, string source)
    {
        page.Raw("<p class=\"chain\">");
        var first = true;
        foreach (var link in view.Chain(source))
        {
            if (!first) page.Raw(" <i class=\"arrow\">&larr;</i> ");
            first = false;
            page.Raw("<span class=\"link\">").Name(view.Speaker(link, page.Words)).Raw("</span>");
        }
        page.Raw("</p>\n");
    }

    private static void Role(Markup page, ReadingView view, string role, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0) return;
        page.Raw("<span class=\"r-").Raw(role).Raw("\">").Names(view.Names(ids)).Raw("</span>");
    }

    private static void Also(Markup page, ReadingView view, string word, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0) return;
        page.Raw(" <small>").Say(word).Raw("</small> ").Names(view.Names(ids));
    }
}
