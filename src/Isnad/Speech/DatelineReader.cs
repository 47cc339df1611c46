using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Speech;

/// <summary>Reads datelines and bylines: "Riyadh - SPA:", "(AFP)", "Name - Paper - Town", "Kabul 10 August 2015 SPA".</summary>
internal sealed class DatelineReader(LanguagePack pack)
{
    private const int LongestDateline = 24;

    /// <summary>Words of a person's name.</summary>
    private const int LongestName = 5;

    /// <summary>Words in a row that are no name and still may be one ("an unknown town").</summary>
    private const int UnknownWords = 2;

    /// <summary>What is gathered while a dateline is read.</summary>
    private sealed class Found
    {
        public Phrase? Place, Unknown;
        public readonly List<Phrase> Agencies = [];
        public bool HasOutlet, HasDate, HasWord;
        public int End = -1;

        public bool IsAnchored => Place is not null || Agencies.Count > 0 || HasOutlet;
    }

    /// <summary>The dateline at the head of a sentence that begins a line, or null.</summary>
    public Dateline? ReadHead(ReportAnalysis report, Sentence sentence, List<FoundCue> cues, string outlet)
    {
        var found = new Found();
        var t = sentence.Start;
        var separators = 0;
        while (t < sentence.End && t < sentence.Start + LongestDateline)
        {
            if (report.Tokens[t].Kind == TokenKind.Mark)
            {
                var mark = report.Text[report.Tokens[t].Start];
                if (mark is '-' or ':' or ')' or '/' && found.IsAnchored) found.End = t + 1;
                if (mark is '-' or ':' or '/' or '(' or ')' or '|') { separators++; if (mark == ':' && found.End > 0) break; }
                else if (mark is not (',' or '.' or '"' or '\u00ab' or '\u00bb')) break;
                t++;
                continue;
            }
            var next = Atom(report, sentence, cues, outlet, t, found, separators > 0);
            if (next < 0) break;
            t = next;
        }
        var isWhole = t >= sentence.End && (found.IsAnchored || found.HasDate && found.HasWord);
        // After a paper's or agency's name a verb may follow without a mark.
        var isGlued = found.End > 0 && found.HasOutlet && t < sentence.End && report.Analyses[t] is [var verb, ..] && verb.IsAny(Morph.Finite) && Outlets(report, t - 1);
        var end = isWhole || isGlued ? t : found.End;
        if (end <= sentence.Start) return null;
        return new Dateline { Start = sentence.Start, End = end, Line = sentence.Line, Place = found.Place ?? (found.HasOutlet ? found.Unknown : null), Agencies = found.Agencies };
    }

    /// <summary>The agency that a last line credits: "(AFP)", "Source: agencies".</summary>
    public Dateline? ReadFoot(ReportAnalysis report, Sentence sentence, List<FoundCue> cues, string outlet)
    {
        if (sentence.End - sentence.Start > LongestDateline / 2) return null;
        var found = new Found();
        var credited = false;
        for (var t = sentence.Start; t < sentence.End;)
        {
            if (report.Tokens[t].Kind == TokenKind.Mark) { credited |= report.Text[report.Tokens[t].Start] is '(' or '/'; t++; continue; }
            if (cues.Find(c => c.Kind == "credit" && c.Start == t) is { End: > 0 } credit && t == FirstWord(report, sentence)) { credited = true; t = credit.End; continue; }
            t = Atom(report, sentence, cues, outlet, t, found, true);
            if (t < 0) return null;
        }
        return found.Agencies.Count > 0 && (credited || found.Place is null && !found.HasDate)
            ? new Dateline { Start = sentence.Start, End = sentence.End, Line = sentence.Line, Agencies = found.Agencies } : null;
    }

    private static int FirstWord(ReportAnalysis report, Sentence sentence)
    {
        var t = sentence.Start;
        while (t < sentence.End && report.Tokens[t].Kind == TokenKind.Mark) t++;
        return t;
    }

    private bool Outlets(ReportAnalysis report, int last)
    {
        for (var t = last; t >= 0 && t > last - 4; t--)
            if (report.Names[t] is { } name && name.End == last + 1 && name.As(NameKind.Outlet) is not null) return true;
        return false;
    }

    /// <summary>Takes the word or name at a token; one past it, or -1 if it belongs to no dateline.</summary>
    private int Atom(ReportAnalysis report, Sentence sentence, List<FoundCue> cues, string outlet, int t, Found found, bool isParted)
    {
        if (report.TimeAt(t) is { } time) { found.HasDate = true; return time.End; }
        if (report.Tokens[t].Kind == TokenKind.Number) { found.HasDate = true; return t + 1; }
        if (cues.Find(c => c.Start == t && c.Kind is "wire" or "byline") is { End: > 0 } cue)
        {
            found.HasWord = true;
            if (cue.Kind == "wire") found.Agencies.Add(Named(report, t, cue.End, null));
            return cue.End;
        }
        if (OwnOutlet(report, t, sentence.End, outlet) is var own and > 0) { found.HasOutlet = true; return own; }
        if (report.Names[t] is { } name)
        {
            if (name.As(NameKind.Outlet) is { } entry && (!IsVerb(report, t) || name.End - t > 1 || name.End < sentence.End && report.Tokens[name.End].Kind == TokenKind.Mark))
            {
                found.HasOutlet = true;
                var known = pack.World.Outlets[entry.Index];
                if (known.Kind == "agency" && !IsOwn(known, outlet)) found.Agencies.Add(Named(report, t, name.End, name));
                return name.End;
            }
            if (name.Entries.Any(e => e.Kind is NameKind.Place or NameKind.Country or NameKind.Capital) && (!IsVerb(report, t) || name.End - t > 1))
            {
                found.Place ??= Named(report, t, name.End, name);
                return name.End;
            }
        }
        var word = report.Text.Chars[report.Tokens[t].Start..report.Tokens[t].End];
        if (NameBeforeDash(report, sentence, t) is var dash and > 0) return dash;
        if (word.Length <= 2) return t + 1;
        if (pack.World.GivenNames.Contains(word) || pack.World.FamilyNames.Contains(word) || pack.World.NameJoints.Contains(word)) return t + 1;
        if (report.Analyses[t].Count > 0 && !(report.Analyses[t][0].Is(Morph.Def) && report.Analyses[t][0].IsAny(Morph.Adj | Morph.Noun) && t > sentence.Start && !isParted)) return -1;
        // A name that nobody knows: a person at the head, a town after a dash.
        var end = t + 1;
        while (end < sentence.End && end < t + UnknownWords && report.Tokens[end].Kind == TokenKind.Word && report.Analyses[end].Count == 0) end++;
        if (isParted) found.Unknown = Named(report, t, end, null);
        return end;
    }

    /// <summary>The dash that ends a person's name, which begins with a known given name; -1 if none does.</summary>
    private int NameBeforeDash(ReportAnalysis report, Sentence sentence, int t)
    {
        if (t > sentence.Start && report.Tokens[t - 1].Kind != TokenKind.Mark || !pack.World.GivenNames.Contains(report.Text.Chars[report.Tokens[t].Start..report.Tokens[t].End])) return -1;
        for (var e = t + 1; e < sentence.End && e <= t + LongestName; e++)
            if (report.Tokens[e].Kind == TokenKind.Mark) return report.Text[report.Tokens[e].Start] is '-' or '/' ? e : -1;
        return -1;
    }

    private static bool IsVerb(ReportAnalysis report, int t) => report.Analyses[t] is [var best, ..] && best.IsAny(Morph.Verb);

    private static Phrase Named(ReportAnalysis report, int start, int end, NameMention? name) =>
        new() { Start = start, End = end, Head = start, From = name?.From ?? report.Tokens[start].Start, Name = name, IsDefinite = true, Analysis = new Analysis(0, Morph.Name | Morph.Noun, 0, 0, 0, 0) };

    /// <summary>One past the name of the report's own outlet, if it stands at a token.</summary>
    private static int OwnOutlet(ReportAnalysis report, int t, int end, string outlet)
    {
        if (outlet.Length == 0) return -1;
        var last = -1;
        for (var e = t + 1; e <= end && e <= t + 4; e++)
        {
            var words = report.Text.Chars[report.Tokens[t].Start..report.Tokens[e - 1].End];
            if (words.Length > 2 && outlet.AsSpan().EndsWith(words, StringComparison.Ordinal) && (words.Length == outlet.Length || outlet[outlet.Length - words.Length - 1] == ' ')) last = e;
        }
        return last;
    }

    private bool IsOwn(KnownOutlet known, string outlet) =>
        outlet.Length > 0 && (outlet == known.Id || outlet == known.Domain || outlet == pack.Fold.Fold(known.NameEn) || outlet == pack.Fold.Fold(known.Name) || pack.Fold.Fold(known.Name).EndsWith(" " + outlet, StringComparison.Ordinal));
}
