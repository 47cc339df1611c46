using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>The figures of a report in a table: never a number without who says it.</summary>
internal static class HtmlFigures
{
    public static void Write(Markup page, ReadingView view)
    {
        var figures = view.Reading.Claims.OfType<FigureClaim>().ToList();
        if (figures.Count == 0) return;
        page.Raw("<section class=\"figures\">\n<h2>Figures</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th>What</th><th>How many</th>")
            .Raw("<th>Of</th><th>Where</th><th>When</th><th>Who says so</th><th>Words</th></tr></thead>\n<tbody>\n");
        foreach (var figure in figures)
        {
            page.Raw("<tr tabindex=\"0\"").Attribute("data-claim", figure.Id).Raw("><td>").Text(Words.Of(figure.Measure));
            foreach (var quality in ReadingView.Qualities(figure)) page.Raw(" <span class=\"badge\">").Text(quality).Raw("</span>");
            page.Raw("</td><td class=\"value\">").Text(Phrases.Value(figure)).Raw("</td><td>");
            if (figure.Unit is { } unit) page.Name(view.Name(unit));
            page.Raw("</td><td>").Names(view.Names(figure.Places)).Raw("</td><td>");
            if (figure.Time is { } time) page.Text(Phrases.Time(time));
            page.Raw("</td><td>");
            foreach (var source in figure.Sources) HtmlClaims.WriteChain(page, view, source);
            page.Raw("</td><td class=\"words\">").Name(ReadingView.OneLine(figure.Words)).Raw("</td></tr>\n");
        }
        page.Raw("</tbody></table></div>\n</section>\n");
    }
}
