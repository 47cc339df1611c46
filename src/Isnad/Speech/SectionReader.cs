using Isnad.Claims;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Readings;
using Isnad.Text;

namespace Isnad.Speech;

/// <summary>
/// Divides a report into title, dateline, body, captions, related headlines and boilerplate. Sentences are cut where a part
/// begins, so that each is of one kind.
/// </summary>
internal sealed class SectionReader(LanguagePack pack)
{
    private const int LongestHeadline = 200;
    private const int LastDatelineLine = 3;
    private const int LabelWords = 6;

    private readonly CueFinder _cues = new(pack.Meanings);
    private readonly DatelineReader _datelines = new(pack);

    /// <summary>Sets the kinds of a report's sentences, its sections and its datelines.</summary>
    /// <param name="report">The report.</param>
    /// <param name="outlet">Name of the report's own outlet, folded; empty if it is not known.</param>
    public void Read(ReportAnalysis report, string outlet)
    {
        var whole = report.Sentences.ToArray();
        report.Sentences.Clear();
        var lastLine = whole.Length > 0 ? whole[^1].Line : -1;
        var firstLine = whole.Length > 0 ? whole[0].Line : -1;
        var relatedLine = -1;
        for (var s = 0; s < whole.Length; s++)
        {
            var sentence = whole[s];
            var begins = s == 0 || whole[s - 1].Line != sentence.Line;
            var ends = s + 1 == whole.Length || whole[s + 1].Line != sentence.Line;
            var isTitle = IsTitle(report, sentence, firstLine, lastLine);
            var cues = _cues.Find(report.Text, report.Tokens, sentence.Start, sentence.End);
            if (!isTitle && ReadLayout(report, sentence, cues, begins && ends) is { } layout)
            {
                // A cue of related headlines alone on its line stands for the line after it.
                if (layout == SectionKind.Related && ends && report.Kinds[^1] == SectionKind.Boilerplate) relatedLine = sentence.Line;
                continue;
            }
            if (relatedLine >= 0 && sentence.Line > relatedLine && begins && ends && !EndsInStop(report, sentence) && sentence.End - sentence.Start < 30)
            {
                relatedLine = sentence.Line;
                Add(report, sentence, SectionKind.Related);
                continue;
            }
            if (relatedLine >= 0 && sentence.Line > relatedLine) relatedLine = -1;
            if (begins && sentence.Line - firstLine <= LastDatelineLine && (!isTitle || report.TextOffset == 0) && _datelines.ReadHead(report, sentence, cues, outlet) is { } head && (!isTitle || head.Agencies.Count > 0 || head.End == sentence.End))
            {
                report.Datelines.Add(head);
                Add(report, sentence with { End = head.End }, SectionKind.Dateline);
                sentence = sentence with { Start = head.End };
                isTitle = false;
            }
            else if (ends && sentence.Line >= lastLine - 2 && s > 0 && !isTitle && _datelines.ReadFoot(report, sentence, cues, outlet) is { } foot)
            {
                report.Datelines.Add(foot);
                Add(report, sentence, SectionKind.Dateline);
                continue;
            }
            Add(report, sentence, isTitle ? SectionKind.Title : SectionKind.Body);
        }
        AddSections(report);
    }

    private static void Add(ReportAnalysis report, Sentence sentence, SectionKind kind)
    {
        if (sentence.End <= sentence.Start) return;
        report.Sentences.Add(sentence);
        report.Kinds.Add(kind);
    }

    private static bool IsTitle(ReportAnalysis report, Sentence sentence, int firstLine, int lastLine)
    {
        if (sentence.Line != firstLine) return false;
        var from = report.Tokens[sentence.Start].Start;
        if (report.Text.ToOriginal(from, from + 1).Start < report.TextOffset) return true;
        // Without a title of its own, a first line that ends in no stop is the headline.
        if (report.TextOffset > 0 || lastLine == firstLine) return false;
        var end = sentence.End;
        while (end < report.Tokens.Count && report.Tokens[end].Kind != TokenKind.Break) end++;
        var last = report.Tokens[end - 1];
        return report.Text[last.End - 1] is not ('.' or '?' or '!') && last.End - report.Tokens[0].Start < LongestHeadline;
    }

    private static bool EndsInStop(ReportAnalysis report, Sentence sentence) => report.Text[report.Tokens[sentence.End - 1].End - 1] == '.';

    /// <summary>Adds a sentence that is boilerplate, a caption or a related headline; its kind, or null if it is none of them.</summary>
    private static SectionKind? ReadLayout(ReportAnalysis report, Sentence sentence, List<FoundCue> cues, bool isLine)
    {
        if (isLine && IsStamp(report, sentence)) { Add(report, sentence, SectionKind.Boilerplate); return SectionKind.Boilerplate; }
        var first = sentence.Start;
        while (first < sentence.End && report.Tokens[first].Kind == TokenKind.Mark) first++;
        foreach (var cue in cues)
        {
            if (cue.Start != first) continue;
            switch (cue.Kind)
            {
                case "boilerplate" or "tags":
                    // A word of layout alone opens no sentence of prose.
                    if (cue.Kind == "tags" && cue.End < sentence.End && EndsInStop(report, sentence)) return null;
                    Add(report, sentence, SectionKind.Boilerplate);
                    return SectionKind.Boilerplate;
                case "end-mark" when first > sentence.Start || cue.End >= sentence.End || report.Tokens[cue.End].Kind == TokenKind.Mark && report.Text[report.Tokens[cue.End].Start] != ',':
                    Add(report, sentence, SectionKind.Boilerplate);
                    return SectionKind.Boilerplate;
                case "caption" when cue.End < sentence.End && report.Tokens[cue.End].Kind == TokenKind.Mark || cue.End >= sentence.End:
                    Add(report, sentence, SectionKind.Caption);
                    return SectionKind.Caption;
                case "related":
                    var begin = HeadlineAfter(report, sentence, cue.End);
                    Add(report, sentence with { End = begin }, SectionKind.Boilerplate);
                    Add(report, sentence with { Start = begin }, SectionKind.Related);
                    return SectionKind.Related;
            }
        }
        return null;
    }

    /// <summary>Where the headline begins after a cue: after a colon or the marks that follow it.</summary>
    private static int HeadlineAfter(ReportAnalysis report, Sentence sentence, int from)
    {
        for (var t = from; t < sentence.End && t < from + LabelWords; t++)
            if (report.Tokens[t].Kind == TokenKind.Mark && report.Text[report.Tokens[t].Start] is ':' or '|' or '-') return t + 1;
        while (from < sentence.End && report.Tokens[from].Kind == TokenKind.Mark) from++;
        return from;
    }

    /// <summary>A clock's stamp or a lone number: numbers, marks and letters that are no words.</summary>
    private static bool IsStamp(ReportAnalysis report, Sentence sentence)
    {
        var numbers = 0;
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            var token = report.Tokens[t];
            if (token.Kind == TokenKind.Number) numbers++;
            else if (token.Kind == TokenKind.Word && token.Length > 2 && report.TimeAt(t) is null) return false;
        }
        return numbers > 0 || sentence.End - sentence.Start > 0 && report.Tokens[sentence.Start].Kind == TokenKind.Mark && sentence.End - sentence.Start < 4;
    }

    private static void AddSections(ReportAnalysis report)
    {
        var title = 0;
        for (var s = 0; s < report.Sentences.Count; s++)
        {
            var first = s;
            // Neighbours of one kind are one section, a line each.
            while (s + 1 < report.Sentences.Count && report.Kinds[s + 1] == report.Kinds[first] && report.Sentences[s + 1].Line == report.Sentences[first].Line) s++;
            var extent = report.Text.ToOriginal(report.Tokens[report.Sentences[first].Start].Start, report.Tokens[report.Sentences[s].End - 1].End);
            var inTitle = extent.Start < report.TextOffset;
            if (inTitle) title++;
            report.Sections.Add(inTitle ? new Section(report.Kinds[first], extent.Start, Math.Min(extent.End, report.TextOffset - 1), true)
                : new Section(report.Kinds[first], extent.Start - report.TextOffset, extent.End - report.TextOffset));
        }
    }
}
