using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>The figures of a report in a table: never a number without who says it.</summary>
internal static class HtmlFigures
{
    /// <summary>The heads of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["What", "How many", "Of", "Where", "When", "Who says so", "Words"];

    public static void Write(Markup page, ReadingView view)
    {
        var figures = view.Reading.Claims.OfType<FigureClaim>().ToList();
        if (figures.Count == 0) return;
        page.Raw("<section class=\"figures\">\n<h2>").Say("Figures").Raw("</h2>\n<div class=\"scroll\"><table>\n<thead><tr>");
        foreach (var column in Columns) page.Raw("<th scope=\"col\">").Say(column).Raw("</th>");
        page.Raw("</tr></thead>\n<tbody>\n");
        foreach (var figure in figures)
        {
            page.Raw("<tr tabindex=\"0\"").Attribute("data-claim", figure.Id).Raw("><td>").Say(Words.Of(figure.Measure));
            foreach (var quality in ReadingView.Qualities(figure)) page.Raw(" <span class=\"badge\">").Say(quality).Raw("</span>");
            page.Raw("</td><td class=\"value\">").Text(Phrases.Value(figure, page.Words)).Raw("</td><td>");
            if (figure.Unit is { } unit) page.Name(view.Name(unit));
            page.Raw("</td><td>").Names(view.Names(figure.Places)).Raw("</td><td>");
            if (figure.Time is { } time) page.Name(Phrases.Time(time, page.Words));
            page.Raw("</td><td>");
            foreach (var source in figure.Sources) HtmlClaims.WriteChain(page, view, source);
            page.Raw("</td><td class=\"words\">").Name(ReadingView.OneLine(figure.Words)).Raw("</td></tr>\n");
        }
        page.Raw("</tbody></table></div>\n</section>\n");
    }
}
