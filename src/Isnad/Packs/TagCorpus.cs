using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Text;

namespace Isnad.Packs;

/// <summary>A word of a sentence and what it is there.</summary>
/// <param name="Line">Line of the sentence.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Word">The word; proclitics may stand before it.</param>
/// <param name="Features">Its part of speech, and what else is asked.</param>
/// <param name="Lemma">Its lemma; not asked of names.</param>
internal sealed record TagCase(int Line, string Text, string Word, Morph Features, string Lemma)
{
    /// <summary>What the word is, as the corpus writes it.</summary>
    public string Expected => $"{MorphNames.Describe(Features)} {Lemma}";
}

/// <summary>A corpus of words that may be several things: <c>corpora/tags.txt</c>.</summary>
internal static class TagCorpus
{
    /// <summary>Whether a file is such a corpus, by its name.</summary>
    public static bool Is(string file) => Path.GetFileName(file).StartsWith("tags", StringComparison.Ordinal);

    /// <summary>The words of a corpus in order: a sentence, under it an indented line of words, parted by <c>;</c>.</summary>
    /// <exception cref="PackException">A line cannot be parsed.</exception>
    public static IReadOnlyList<TagCase> Parse(string file, string text)
    {
        var cases = new List<TagCase>();
        var (number, sentence, at) = (0, "", 0);
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] != ' ')
            {
                (sentence, at) = (line, number);
                continue;
            }
            foreach (var item in line.Split(" ; "))
            {
                var parts = item.Trim().Split(' ');
                if (parts.Length < 3 || MorphNames.Parse(string.Join(' ', parts.Where((_, k) => k is 1 or > 2)), out _) is not { } features)
                    throw new PackException([new PackFault(file, number, 1, $"'{item.Trim()}' is not WORD PART-OF-SPEECH LEMMA [FEATURES]")]);
                cases.Add(new TagCase(at, sentence, parts[0], features, parts[2] == "-" ? "" : parts[2]));
            }
        }
        return cases;
    }

    /// <summary>The words that are read otherwise than expected, each with what it was taken for.</summary>
    public static IReadOnlyList<(TagCase Case, string Read)> Wrong(LanguagePack pack, IReadOnlyList<TagCase> cases)
    {
        var reader = new ReportReader(pack);
        var wrong = new List<(TagCase, string)>();
        foreach (var sentence in cases.GroupBy(c => (c.Line, c.Text)))
        {
            var report = reader.Read(sentence.Key.Text, 0, ValueCorpus.Usual);
            var (names, persons) = Names(report);
            var token = 0;
            foreach (var c in sentence)
            {
                var folded = pack.Fold.Fold(c.Word);
                while (token < report.Tokens.Count && !IsWord(report, token, folded)) token++;
                if (token >= report.Tokens.Count)
                {
                    wrong.Add((c, "the sentence has no such word there"));
                    break;
                }
                var best = report.Analyses[token] is [var first, ..] ? first : (Analysis?)null;
                var right = c.Features == Morph.Name ? names[token] : !persons[token] && best is { } a && a.Is(c.Features) && pack.Lexicon.Lemmas[a.Lemma].Text == c.Lemma;
                if (!right) wrong.Add((c, persons[token] ? "name" : best is { } b ? $"{MorphNames.Describe(b.Features)} {pack.Lexicon.Lemmas[b.Lemma].Text}" : "unknown"));
                token++;
            }
        }
        return wrong;
    }

    private static bool IsWord(ReportAnalysis report, int token, string folded)
    {
        var (start, end) = (report.Tokens[token].Start, report.Tokens[token].End);
        return report.Tokens[token].Kind == TokenKind.Word && end - start - folded.Length is >= 0 and <= 4 && report.Text.Chars[start..end].EndsWith(folded, StringComparison.Ordinal);
    }

    /// <summary>Which tokens the phrases take for parts of names, and of names of persons.</summary>
    private static (bool[] Names, bool[] Persons) Names(ReportAnalysis report)
    {
        var (names, persons) = (new bool[report.Tokens.Count], new bool[report.Tokens.Count]);
        foreach (var part in report.Items.SelectMany(items => items))
        {
            for (var phrase = part.Phrase; phrase is not null; phrase = phrase.Genitive)
            {
                if (phrase.IsPersonName) persons.AsSpan(phrase.Start..phrase.End).Fill(true);
                if (phrase.IsPersonName) names.AsSpan(phrase.Start..phrase.End).Fill(true);
                if (phrase.Name is { } name && phrase.Start == name.Start) names.AsSpan(name.Start..name.End).Fill(true);
            }
        }
        return (names, persons);
    }
}
