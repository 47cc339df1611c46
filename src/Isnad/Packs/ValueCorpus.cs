using System.Globalization;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Packs;

/// <summary>A phrase of a corpus and the values that must be found in it.</summary>
/// <param name="File">Where it stands.</param>
/// <param name="Line">Line of the phrase.</param>
/// <param name="Published">Day of publication to read it with.</param>
/// <param name="Text">The phrase.</param>
/// <param name="Expected">Values as <see cref="ValueCorpus.Describe"/> writes them, in text order.</param>
internal sealed record ValueCase(string File, int Line, DateOnly Published, string Text, IReadOnlyList<string> Expected);

/// <summary>Corpora of phrases with the values in them: <c>corpora/numbers.txt</c>, <c>corpora/times.txt</c>.</summary>
internal static class ValueCorpus
{
    /// <summary>The day on which phrases are read that name none.</summary>
    public static DateOnly Usual { get; } = new(2021, 3, 10);

    /// <summary>The cases of a corpus: a phrase, then indented lines, one for each value, or <c>nothing</c>.</summary>
    public static IReadOnlyList<ValueCase> Parse(string file, string text)
    {
        var cases = new List<ValueCase>();
        var number = 0;
        string? phrase = null;
        var at = 0;
        var published = Usual;
        var expected = new List<string>();
        void Close()
        {
            if (phrase is not null) cases.Add(new ValueCase(file, at, published, phrase, [.. expected]));
            phrase = null;
            expected.Clear();
            published = Usual;
        }
        foreach (var span in text.EnumerateLines())
        {
            number++;
            if (span.IsWhiteSpace() || span[0] == '#') Close();
            else if (span[0] == ' ')
            {
                var line = span.Trim();
                if (!line.SequenceEqual("nothing")) expected.Add(line.ToString());
            }
            else
            {
                Close();
                phrase = span.ToString();
                at = number;
                if (phrase.Length > 12 && phrase[0] == '@')
                {
                    published = DateOnly.ParseExact(phrase.AsSpan(1, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
                    phrase = phrase[12..];
                }
            }
        }
        Close();
        return cases;
    }

    /// <summary>What is found in the text of a case, of the kinds that the corpus is about.</summary>
    public static IReadOnlyList<string> Read(LanguagePack pack, ValueCase c, bool times)
    {
        var found = new List<string>();
        var text = new FoldedText(c.Text, pack.Fold);
        var tokens = Cutter.Tokens(text);
        var analyser = new Analyser(pack.Lexicon);
        var analyses = new List<List<Analysis>>();
        foreach (var token in tokens)
        {
            var list = new List<Analysis>();
            if (token.Kind == TokenKind.Word) analyser.Analyse(text, token, list);
            analyses.Add(list);
        }
        var reader = new ValueReader(pack);
        var values = new List<FoundValue>();
        foreach (var sentence in Cutter.Sentences(text, tokens))
            reader.Read(text, tokens, sentence, analyses, new ValueContext(c.Published), values);
        foreach (var value in values)
            if (value.Kind is ValueKind.Time or ValueKind.Duration == times)
                found.Add(Describe(text, value));
        return found;
    }

    /// <summary>A value as corpora write it.</summary>
    public static string Describe(FoldedText text, FoundValue value)
    {
        var extent = text.ToOriginal(value.From, value.To);
        var words = text.Original[extent.Start..extent.End];
        if (value.Time is { } t)
            return $"time {t.Start:yyyy-MM-dd}..{t.End:yyyy-MM-dd} {Words.Of(t.Precision)} {Words.Of(t.Relation)} | {words}";
        var n = value.Number!;
        var unit = n.Unit.Length > 0 ? " " + n.Unit : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Words.Of(value.Kind)} {n.LowOrNull}..{n.HighOrNull} {Words.Of(n.Bound)}{unit} | {words}");
    }
}
