using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Readings;
using Isnad.Text;

namespace Isnad.Speech;

/// <summary>Makes statements of what is said and tells no event, figure or state.</summary>
internal static class StatementReader
{
    /// <summary>Words of a statement; fewer say nothing.</summary>
    private const int FewestTokens = 2;

    /// <summary>Adds the statements of a report.</summary>
    public static void Add(ReportAnalysis report, IReadOnlyList<Said> said)
    {
        var starts = report.Claims().Where(d => d is not StateDraft { Predicate: Predicate.HoldsOffice }).Select(d => d.Start).Order().ToArray();
        foreach (var each in said)
        {
            var (from, to) = Trim(report, each.From, each.To);
            if (to - from < FewestTokens || each.Voice.IsOutlet || Holds(starts, from, to)) continue;
            var statement = new StatementDraft
            {
                Start = each.CueStart,
                End = each.CueEnd,
                From = -1,
                ContentFrom = report.Tokens[from].Start,
                ContentTo = report.Tokens[to - 1].End,
                Quoted = IsQuoted(report, from, to),
                Voice = each.Voice,
                Rule = "statement",
                Sentence = each.Sentence,
                Line = report.Sentences[each.Sentence].Line,
            };
            AddSubjects(report, statement, from, to);
            report.Statements.Add(statement);
        }
    }

    private static bool Holds(int[] starts, int from, int to)
    {
        var at = Array.BinarySearch(starts, from);
        if (at < 0) at = ~at;
        return at < starts.Length && starts[at] < to;
    }

    /// <summary>Without the marks around it and the conjunction at its end.</summary>
    private static (int From, int To) Trim(ReportAnalysis report, int from, int to)
    {
        while (from < to && report.Tokens[from].Kind == TokenKind.Mark) from++;
        while (to > from && report.Tokens[to - 1].Kind == TokenKind.Mark && !(IsQuotationMark(report, to - 1) && Opens(report, from, to - 1))) to--;
        return (from, to);
    }

    private static bool IsQuotationMark(ReportAnalysis report, int token) =>
        report.Tokens[token].Kind == TokenKind.Mark && report.Text[report.Tokens[token].Start] is '"' or '\u00ab' or '\u00bb';

    /// <summary>Whether a quotation that closes at a token opens within the stretch.</summary>
    private static bool Opens(ReportAnalysis report, int from, int close)
    {
        for (var t = close - 1; t >= from; t--)
            if (IsQuotationMark(report, t)) return true;
        return false;
    }

    private static bool IsQuoted(ReportAnalysis report, int from, int to) =>
        from > 0 && IsQuotationMark(report, from - 1) || to < report.Tokens.Count && IsQuotationMark(report, to) && !Opens(report, from, to);

    /// <summary>It is about those whom it names.</summary>
    private static void AddSubjects(ReportAnalysis report, StatementDraft statement, int from, int to)
    {
        foreach (var item in report.Items[statement.Sentence])
        {
            if (item.Phrase is not { IsCue: false } phrase || item.Start < from || item.End > to) continue;
            foreach (var part in phrase.Nested())
                if (part.IsPersonName || part.Name is { } name && part.Head == name.Start && name.Entries.Any(e => e.Kind is NameKind.Actor or NameKind.Person or NameKind.Country or NameKind.Capital or NameKind.Place or NameKind.Agreement))
                    statement.About.Add(part);
        }
    }
}
