using Isnad.Readings;
using Isnad.Text;

namespace Isnad.Claims;

/// <summary>Divides a report into title and body.</summary>
internal static class SectionFinder
{
    /// <summary>Adds the sections of a report, one for each line that is not empty.</summary>
    public static void Find(ReportAnalysis report)
    {
        var (text, tokens) = (report.Text, report.Tokens);
        var lines = new List<(int From, int To)>();
        var start = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && tokens[i].Kind != TokenKind.Break) continue;
            if (i > start) lines.Add((tokens[start].Start, tokens[i - 1].End));
            start = i + 1;
        }
        for (var l = 0; l < lines.Count; l++)
        {
            var extent = text.ToOriginal(lines[l].From, lines[l].To);
            var inTitle = extent.Start < report.TextOffset;
            // Without a title of its own, a first line that ends in no stop is the headline.
            var headline = inTitle || (l == 0 && report.TextOffset == 0 && lines.Count > 1 && text[lines[0].To - 1] is not ('.' or '?' or '!') && lines[0].To - lines[0].From < 200);
            report.Sections.Add(inTitle ? new Section(SectionKind.Title, extent.Start, extent.End, true)
                : new Section(headline ? SectionKind.Title : SectionKind.Body, extent.Start - report.TextOffset, extent.End - report.TextOffset));
        }
    }

    /// <summary>Whether a sentence is a headline.</summary>
    public static bool IsHeadline(ReportAnalysis report, Sentence sentence) =>
        sentence.Line < report.Sections.Count && report.Sections[sentence.Line].Kind == SectionKind.Title;
}
