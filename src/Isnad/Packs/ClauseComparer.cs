using Isnad.Claims;
using Isnad.Clauses;

namespace Isnad.Packs;

/// <summary>Compares the clauses of a report with the lines <c>clause VERB [passive] | subject ... | object ... | complement ...</c>.</summary>
internal sealed class ClauseComparer(ReportAnalysis report, LanguagePack pack)
{
    private const string Passive = " passive";

    /// <summary>Compares the clauses that the lines name; clauses of other verbs are none of their business.</summary>
    public SampleScore Compare(SampleReport sample)
    {
        var score = new KindScore("clause");
        var differences = new List<string>();
        var clauses = report.Clauses.SelectMany(c => c).Where(c => c.Verb is not null).ToList();
        foreach (var line in sample.Expected.Where(e => e.Kind == "clause"))
        {
            score.Expected++;
            var passive = line.Head.EndsWith(Passive, StringComparison.Ordinal);
            var verb = pack.Fold.Fold(passive ? line.Head[..^Passive.Length] : line.Head);
            var at = clauses.FindIndex(c => VerbOf(c) == verb && (line["line"].Length == 0 || LineOf(c) == line["line"]));
            if (at < 0)
            {
                differences.Add($"{sample.File}:{line.Line}: clause {line.Head}: no clause has this verb");
                continue;
            }
            score.Found++;
            var comparison = new FieldComparison();
            comparison.Same("voice", passive ? "passive" : "active", clauses[at].IsPassive ? "passive" : "active");
            SamePhrases(comparison, line, "subject", clauses[at].Subjects);
            SamePhrases(comparison, line, "object", clauses[at].Objects);
            SamePhrases(comparison, line, "complement", clauses[at].Complements);
            foreach (var (field, count) in comparison.Fields) score.Count(field, count);
            if (comparison.Differences.Count == 0) score.Right++;
            else differences.Add($"{sample.File}:{line.Line}: clause {line.Head}: {string.Join("; ", comparison.Differences)}");
            clauses.RemoveAt(at);
        }
        return new SampleScore(sample.Place, [score], differences);
    }

    private string VerbOf(Clause clause) => report.Text.Chars[(report.Tokens[clause.Verb!.Start].Start + Joined(clause.Verb))..report.Tokens[clause.Verb.Start].End].ToString();

    /// <summary>Letters of "and" or "then" before a verb.</summary>
    private int Joined(SentencePart verb)
    {
        foreach (var row in pack.Lexicon.CliticRows)
            if (verb.And && System.Numerics.BitOperations.PopCount(row.Clitics) == 1 && (row.Clitics & verb.Analysis.Clitics) != 0 && report.Text.Chars[report.Tokens[verb.Start].Start..].StartsWith(row.Form, StringComparison.Ordinal)) return row.Form.Length;
        return 0;
    }

    private string LineOf(Clause clause) => (report.Sentences[clause.Sentence].Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A phrase is the one expected if both begin with the same words: head and number decide, modifiers may be fewer.</summary>
    private void SamePhrases(FieldComparison to, ExpectedLine line, string field, List<Phrase> phrases)
    {
        var left = phrases.ConvertAll(WordsOf);
        var expected = line.List(field);
        var missing = new List<string>();
        foreach (var words in expected)
        {
            var folded = pack.Fold.Fold(words);
            var at = left.FindIndex(p => Begins(p, folded) || Begins(folded, p));
            if (at >= 0) left.RemoveAt(at);
            else missing.Add(words);
        }
        to.Fields[field] = new FieldScore(expected.Length - missing.Count, expected.Length, phrases.Count);
        if (missing.Count > 0) to.Differences.Add($"{field} lacks {string.Join(" ; ", missing)}");
        if (left.Count > 0) to.Differences.Add($"{field} has {string.Join(" ; ", left)} too much");
    }

    private static bool Begins(string words, string with) => words.StartsWith(with, StringComparison.Ordinal) && (words.Length == with.Length || words[with.Length] == ' ');

    private string WordsOf(Phrase phrase) => report.Text.Chars[(phrase.From >= 0 && !phrase.IsPronoun ? phrase.From : report.Tokens[phrase.Start].Start)..report.Tokens[phrase.End - 1].End].ToString();
}
