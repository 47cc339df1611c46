using System.Text;
using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Speech;
using Isnad.Text;

namespace Isnad.Writing;

/// <summary>Writes down what each stage made of a report, for people.</summary>
internal sealed class Explanation(LanguagePack pack, ReportReader reader)
{
    public string Write(Report report, bool withClauses)
    {
        var analysis = reader.Read(string.IsNullOrEmpty(report.Title) ? report.Text : $"{report.Title}\n{report.Text}", string.IsNullOrEmpty(report.Title) ? 0 : report.Title.Length + 1, report.PublishedOn, report.Outlet ?? "");
        var to = new StringBuilder();
        WriteTokens(to, analysis);
        to.AppendLine("VALUES");
        foreach (var value in analysis.Values) to.Append("  ").Append(value.Rule).Append("  ").AppendLine(ValueCorpus.Describe(analysis.Text, value));
        var tree = new ClauseTree(pack, analysis);
        if (withClauses)
            for (var s = 0; s < analysis.Sentences.Count; s++) tree.Draw(to, s);
        if (analysis.Scopes.Count > 0) to.AppendLine("VOICES");
        foreach (var (from, end, voice) in analysis.Scopes)
            to.AppendLine($"  {(voice.IsOutlet ? "the outlet" : string.Join(" + ", voice.Speakers.Select(s => Chain(analysis, s))))}: {Slice(analysis, from, end)}");
        to.AppendLine("EVENTS");
        foreach (var e in analysis.Events)
            to.AppendLine($"  {e.Rule}  {Slice(analysis, e.Start, e.End)}  {e.Status}  A[{List(analysis, e.Agents)}] T[{List(analysis, e.Targets)}] P[{List(analysis, e.Places)}]");
        foreach (var f in analysis.Figures) to.AppendLine($"  {f.Rule}  {Slice(analysis, f.Start, f.End)}  {f.Number.LowOrNull}..{f.Number.HighOrNull}");
        foreach (var s in analysis.States) to.AppendLine($"  {s.Rule}  {Slice(analysis, s.Subject.Start, s.Subject.End)} -> {List(analysis, s.Objects)}");
        WritePlaces(to, analysis);
        if (analysis.Dropped.Count > 0) to.AppendLine("DROPPED");
        foreach (var (start, end, why) in analysis.Dropped) to.AppendLine($"  {Slice(analysis, start, end)}  ({why})");
        foreach (var (code, _, _, message) in analysis.Diagnostics) to.AppendLine($"{code}: {message}");
        return to.ToString();
    }

    private void WriteTokens(StringBuilder to, ReportAnalysis analysis)
    {
        to.AppendLine("WORDS (folded; analyses, the chosen one first)");
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            var token = analysis.Tokens[i];
            if (token.Kind == TokenKind.Break) continue;
            to.Append("  ").Append(analysis.Text.Chars[token.Start..token.End]);
            if (analysis.Names[i] is { } name) to.Append("  [").AppendJoin(", ", name.Entries.Select(e => $"{e.Kind} {e.Index}")).Append(']');
            foreach (var a in analysis.Analyses[i]) to.Append("  | ").Append(Describe(a));
            if (token.Kind == TokenKind.Word && analysis.Analyses[i].Count == 0) to.Append("  unknown");
            to.AppendLine();
        }
    }

    private string Describe(Analysis a)
    {
        var lemma = pack.Lexicon.Lemmas[a.Lemma];
        var clitics = string.Concat(pack.Lexicon.Proclitics.Where(p => (a.Clitics & p.Bit) != 0).Select(p => p.Name + "+"));
        var pronoun = a.Pronoun == 0 ? "" : "+" + pack.Lexicon.Enclitics[a.Pronoun - 1].Name;
        return $"{clitics}{lemma.Text}{pronoun} {MorphNames.Describe(a.Features)} {lemma.Function}".TrimEnd();
    }

    private static string Chain(ReportAnalysis analysis, Speaker speaker) =>
        $"{Slice(analysis, speaker.Phrase.Start, speaker.Phrase.End)} ({speaker.Kind}){(speaker.Via is { } via ? " < " + Chain(analysis, via) : "")}";

    private const int ShownCandidates = 4;

    private static void WritePlaces(StringBuilder to, ReportAnalysis analysis)
    {
        if (analysis.Places.Uses.Count > 0) to.AppendLine("PLACES (the places that each name may mean, with points for and against)");
        foreach (var use in analysis.Places.Uses)
        {
            to.Append("  ").Append(Slice(analysis, use.Outer.Start, use.Phrase.End));
            if (use.Other is { } other) to.Append($"  {use.Beside.ToString().ToLowerInvariant()} {Slice(analysis, other.Outer.Start, other.Phrase.End)}").Append(use.Direction is { } d ? $" {d}" : "").Append(use.Km is { } km ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" {km} km") : "");
            to.AppendLine(use.Choice is null ? "  in no gazetteer" : $"  certainty {use.Choice.Certainty}");
            foreach (var candidate in use.Choice?.Ranked.Take(ShownCandidates) ?? [])
                to.AppendLine($"    {candidate.Score,4}  {candidate.Place.Ref}  {candidate.Place.Class} {candidate.Place.NameEn}, {candidate.Place.Admin1} {candidate.Place.Country}  ({string.Join(", ", candidate.Reasons.Select(r => $"{r.Reason} {r.Points:+0;-0}"))})");
            if (use.Choice?.Ranked.Count > ShownCandidates) to.AppendLine($"          and {use.Choice.Ranked.Count - ShownCandidates} less likely");
        }
    }

    private static string List(ReportAnalysis analysis, IEnumerable<Phrase> phrases) => string.Join(" ; ", phrases.Select(p => Slice(analysis, p.Start, p.End)));

    private static string Slice(ReportAnalysis analysis, int start, int end)
    {
        if (start < 0 || end <= start) return "";
        var extent = analysis.Text.ToOriginal(analysis.Tokens[start].Start, analysis.Tokens[end - 1].End);
        return analysis.Text.Original[extent.Start..extent.End];
    }
}
