using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>The report's text, cut wherever a claim's words begin or end, so that each piece can be lit by itself.</summary>
internal static class HtmlText
{
    /// <summary>What the colours stand for: class of the style sheet, and word.</summary>
    public static IReadOnlyList<(string Role, string Word)> Legend { get; } =
    [
        ("act", "act"), ("who", "who"), ("whom", "whom"), ("place", "where"), ("time", "when"), ("number", "how many"), ("source", "says who"),
    ];

    public static void Write(Markup page, ReadingView view)
    {
        var report = view.Reading.Report;
        page.Raw("<div class=\"paper\">\n<p class=\"legend\" aria-hidden=\"true\">");
        foreach (var (role, word) in Legend) page.Raw("<mark class=\"").Raw(role).Raw("\">").Say(word).Raw("</mark> ");
        page.Raw("</p>\n<article data-field=\"text\"");
        Direction(page, report.Text, report.Language);
        page.Raw(">\n");
        var pieces = Pieces(view, inTitle: false);
        var quiet = view.Reading.Sections.Where(s => !s.InTitle && s.Kind is SectionKind.Boilerplate or SectionKind.Related).ToList();
        for (var at = 0; at < report.Text.Length;)
        {
            var end = report.Text.IndexOf('\n', at);
            if (end < 0) end = report.Text.Length;
            if (!report.Text.AsSpan(at, end - at).IsWhiteSpace())
            {
                page.Raw(quiet.Exists(s => s.Start <= at && at < s.End) ? "<p class=\"aside\">" : "<p>");
                WritePieces(page, report.Text, at, end, pieces);
                page.Raw("</p>\n");
            }
            at = end + 1;
        }
        page.Raw("</article>\n</div>\n");
    }

    public static void WriteTitle(Markup page, ReadingView view)
    {
        var title = view.Reading.Report.Title!;
        WritePieces(page, title, 0, title.Length, Pieces(view, inTitle: true));
    }

    /// <summary>Writes the attributes for the direction and language of a text.</summary>
    public static void Direction(Markup page, string text, string? language)
    {
        page.Raw(IsRightToLeft(text) ? " dir=\"rtl\"" : " dir=\"ltr\"");
        if (language is { Length: > 0 }) page.Attribute("lang", language);
    }

    /// <summary>Whether most letters of a text belong to scripts that run from right to left.</summary>
    public static bool IsRightToLeft(string text)
    {
        int right = 0, left = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 4000)))
        {
            if (c is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufeff')) right++;
            else if (char.IsLetter(c)) left++;
        }
        return right > left;
    }

    // Where pieces begin, in order, and the kind of claim whose trigger lies in each.
    private static List<(int At, string Kind)> Pieces(ReadingView view, bool inTitle)
    {
        var length = (inTitle ? view.Reading.Report.Title ?? "" : view.Reading.Report.Text).Length;
        var changes = new SortedDictionary<int, (int Acts, int Numbers)>();
        foreach (var claim in view.Reading.Claims)
        {
            foreach (var mark in ClaimMarks.Of(view, claim))
            {
                if (mark.Where.InTitle != inTitle) continue;
                var act = mark.Role == "act" ? 1 : 0;
                var number = mark.Role == "number" ? 1 : 0;
                Change(changes, Math.Clamp(mark.Where.Start, 0, length), act, number);
                Change(changes, Math.Clamp(mark.Where.End, 0, length), -act, -number);
            }
        }
        var pieces = new List<(int, string)>();
        var (acts, numbers) = (0, 0);
        foreach (var (at, change) in changes)
        {
            acts += change.Acts;
            numbers += change.Numbers;
            pieces.Add((at, acts > 0 ? "act" : numbers > 0 ? "number" : ""));
        }
        return pieces;
    }

    private static void Change(SortedDictionary<int, (int Acts, int Numbers)> changes, int at, int act, int number)
    {
        var (acts, numbers) = changes.GetValueOrDefault(at);
        changes[at] = (acts + act, numbers + number);
    }

    private static void WritePieces(Markup page, string text, int from, int to, List<(int At, string Kind)> pieces)
    {
        var next = pieces.BinarySearch((from, ""), Comparer<(int At, string Kind)>.Create(static (a, b) => a.At.CompareTo(b.At)));
        var kind = next >= 0 ? pieces[next].Kind : ~next > 0 ? pieces[~next - 1].Kind : "";
        next = next >= 0 ? next + 1 : ~next;
        for (var at = from; at < to;)
        {
            var end = next < pieces.Count ? Math.Min(pieces[next].At, to) : to;
            WritePiece(page, text, at, end, kind);
            at = end;
            if (next < pieces.Count) kind = pieces[next++].Kind;
        }
    }

    private static void WritePiece(Markup page, string text, int from, int to, string kind)
    {
        page.Raw("<mark data-a=\"").Raw(from).Raw("\" data-z=\"").Raw(to).Raw("\"");
        if (kind.Length > 0) page.Raw(" class=\"is-").Raw(kind).Raw("\"");
        page.Raw(">").Text(text.AsSpan(from, to - from)).Raw("</mark>");
    }
}
