using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Claims;

/// <summary>Place, agency and author that stand before a report's first sentence, up to a dash or colon.</summary>
internal sealed class Byline
{
    private const int LongestByline = 14;
    private const int LastLine = 3;

    /// <summary>One past the last token.</summary>
    public required int End { get; init; }
    /// <summary>Line on which it stands.</summary>
    public required int Line { get; init; }
    /// <summary>The place named, if any.</summary>
    public Phrase? Place { get; init; }
    /// <summary>The agency named, if any.</summary>
    public Phrase? Agency { get; init; }

    /// <summary>The byline of a sentence, or null if it has none.</summary>
    public static Byline? Read(ReportAnalysis report, Sentence sentence, LanguagePack pack)
    {
        if (sentence.Line > LastLine || (sentence.Start > 0 && report.Tokens[sentence.Start - 1].Kind != TokenKind.Break)) return null;
        Phrase? place = null, agency = null;
        var end = -1;
        for (var t = sentence.Start; t < sentence.End && t < sentence.Start + LongestByline; t++)
        {
            var token = report.Tokens[t];
            if (token.Kind == TokenKind.Mark && report.Text[token.Start] is '-' or ':')
            {
                if (place is not null || agency is not null) end = t + 1;
                continue;
            }
            if (token.Kind == TokenKind.Mark && report.Text[token.Start] is '(' or ')' or '/' or ',' or '.' or '"' or '\u00ab' or '\u00bb') continue;
            if (report.Values.Exists(v => v.Start <= t && t < v.End && v.Time is not null)) continue;
            if (report.Names[t] is { } name && (name.End - name.Start > 1 || report.Analyses[t] is not [var word0, ..] || !word0.IsAny(Morph.Verb)))
            {
                var phrase = new Phrase { Start = t, End = name.End, Head = t, From = name.From, Name = name, IsDefinite = true };
                if (name.As(NameKind.Outlet) is { } outlet && pack.World.Outlets[outlet.Index].Kind == "agency") agency ??= phrase;
                else if (phrase.IsPlace) place ??= phrase;
                else if (name.As(NameKind.Outlet) is null) break;
                t = name.End - 1;
                continue;
            }
            var word = report.Text.Chars[token.Start..token.End];
            if (token.Kind == TokenKind.Number || word.Length <= 2) continue;
            var isName = pack.World.GivenNames.Contains(word) || pack.World.FamilyNames.Contains(word);
            if (!isName && report.Analyses[t].Count > 0) break;
        }
        return end > 0 ? new Byline { End = end, Line = sentence.Line, Place = place, Agency = agency } : null;
    }
}
