using System.Buffers;
using System.Globalization;
using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>One self-contained page: each report with its claims beside it.</summary>
/// <param name="words">The words of the page; null for those of the first report's language.</param>
/// <param name="usual">The language of reports that name none.</param>
internal sealed class HtmlFormat(PageWords? words = null, string? usual = null) : OutputFormat
{
    private PageWords _words = words ?? PageWords.Own;

    public override void Begin(Report first) => _words = words ?? PageWords.For(first, usual);

    public override string Head(bool several) =>
        $"""
        <!doctype html>
        <html lang="{_words.Language}" dir="{(_words.RightToLeft ? "rtl" : "ltr")}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="generator" content="Isnad {Reader.Version}">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <title>{Encoded(several ? "Readings" : "A reading")} - {Encoded("Isnad")}</title>
        <style>
        {Embedded("page.css")}</style>
        </head>
        <body>
        <header class="top"><span class="brand">{Encoded("Isnad")}</span><span class="motto">{Encoded("who claims what, through whom")}</span>
        <nav class="index" aria-label="{Encoded("Reports")}"></nav></header>
        <main>

        """;

    public override void Write(Reading reading, IBufferWriter<byte> to)
    {
        var page = new Markup(_words);
        var view = new ReadingView(reading, _words.Language);
        page.Raw("<section class=\"report\">\n");
        WriteHeader(page, view);
        page.Raw("<div class=\"desk\">\n");
        HtmlText.Write(page, view);
        HtmlClaims.Write(page, view);
        page.Raw("</div>\n");
        HtmlSources.Write(page, view);
        HtmlFigures.Write(page, view);
        WriteDiagnostics(page, reading);
        page.Raw("</section>\n");
        Text(page.ToString(), to);
    }

    public override string Tail(long count) =>
        $"""
        {(count == 0 ? $"<p class=\"none\">{Encoded("No report was read.")}</p>" : "")}</main>
        <script>
        {Embedded("page.js")}</script>
        </body>
        </html>

        """;

    private static void WriteHeader(Markup page, ReadingView view)
    {
        var reading = view.Reading;
        var report = reading.Report;
        page.Raw("<header class=\"about\">\n<h1 data-field=\"title\"");
        HtmlText.Direction(page, string.IsNullOrEmpty(report.Title) ? report.Text : report.Title, report.Language);
        page.Raw(">");
        if (string.IsNullOrWhiteSpace(report.Title)) page.Text(view.Title);
        else HtmlText.WriteTitle(page, view);
        page.Raw("</h1>\n<p class=\"meta\">");
        if (report.Outlet is { Length: > 0 } outlet) page.Raw("<span class=\"outlet\">").Name(outlet).Raw("</span>");
        if (report.Published is { Length: > 0 } published) page.Raw("<time dir=\"ltr\">").Text(Phrases.Moment(published)).Raw("</time>");
        else page.Raw("<span>").Say("no date of publication").Raw("</span>");
        if (report.ForwardedFrom is { Length: > 0 } forwarded) page.Raw("<span>").Say("forwarded from").Raw(" ").Name(forwarded).Raw("</span>");
        if (report.TranslatedFrom is { Length: > 0 } translated) page.Raw("<span>").Say("translated from").Raw(" ").Name(translated).Raw("</span>");
        Count(page, reading.Claims.Count, "{0} claim", "{0} claims");
        Count(page, reading.Sources.Count, "{0} source", "{0} sources");
        page.Raw("</p>\n</header>\n");
    }

    private static void Count(Markup page, int count, string one, string many) =>
        page.Raw("<span>").Say(count == 1 ? one : many, page.Words.Atom(count.ToString(CultureInfo.InvariantCulture))).Raw("</span>");

    private static void WriteDiagnostics(Markup page, Reading reading)
    {
        if (reading.Diagnostics.Count == 0) return;
        page.Raw("<section class=\"notes\">\n<h2>").Say("To look at").Raw("</h2>\n<ul>\n");
        foreach (var diagnostic in reading.Diagnostics)
        {
            page.Raw("<li><code dir=\"ltr\">").Text(diagnostic.Code).Raw("</code> <bdi").Attribute("lang", PageWords.Own.Language).Raw(">").Text(diagnostic.Message).Raw("</bdi>");
            if (diagnostic.Where is { } where) page.Raw(" <q>").Name(ReadingView.OneLine(where.Text)).Raw("</q>");
            page.Raw("</li>\n");
        }
        page.Raw("</ul>\n</section>\n");
    }

    private string Encoded(string own) => new Markup(_words).Say(own).ToString();

    private static string Embedded(string name)
    {
        using var stream = typeof(HtmlFormat).Assembly.GetManifestResourceStream($"Html/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
