using Isnad.Morphology;
using Isnad.Text;

namespace Isnad.Values;

/// <summary>
/// Nouns that count by their own form. A dual that is nothing else counts by itself ("dual"); one that may also be a
/// plural counts only beside the word two ("dual-form"); a singular counts only before the word one ("counted").
/// </summary>
internal sealed class CountedWords(Grammar grammar)
{
    private readonly int _dual = grammar.Symbol("dual");
    private readonly int _dualForm = grammar.Symbol("dual-form");
    private readonly int _counted = grammar.Symbol("counted");
    private readonly int _not = grammar.Symbol("{not-counted}");
    private readonly int _unit = grammar.Symbol("{unit}");
    private readonly int _one = grammar.Symbol("{one}");

    /// <summary>Adds the counting nouns of a sentence to a chart that has the pack's words already.</summary>
    public void Add(Chart chart, List<Token> tokens, Sentence sentence, IReadOnlyList<List<Analysis>> analyses)
    {
        // After a dual, or the word two, a dual is its adjective.
        var afterDual = false;
        for (var i = sentence.Start; i < sentence.End && i < analyses.Count; i++)
        {
            var (dual, single) = tokens[i].Kind == TokenKind.Word ? Find(analyses[i]) : (-1, -1);
            if (dual < 0 && single < 0) { afterDual = IsDual(analyses[i]) || chart.HasWord(i, _unit); continue; }
            if (dual >= 0)
            {
                var agrees = afterDual && analyses[i][dual].Clitics == 0;
                if (!agrees && !IsOther(chart, i)) Put(chart, tokens, i, analyses[i][dual], IsPlural(analyses[i], analyses[i][dual]) ? _dualForm : _dual, 2);
                afterDual = true;
                continue;
            }
            afterDual = false;
            if (i + 1 < sentence.End && chart.HasWord(i + 1, _one) && !IsOther(chart, i)) Put(chart, tokens, i, analyses[i][single], _counted, 1);
        }
    }

    /// <summary>Whether the grammar has the word as something else.</summary>
    private bool IsOther(Chart chart, int i) => chart.HasWord(i) || chart.HasWord(i, _not);

    private static void Put(Chart chart, List<Token> tokens, int i, Analysis analysis, int symbol, double count) =>
        chart.Add(new Edge(i, i + 1, tokens[i].Start + analysis.StemStart, ItemKind.Category, symbol, 0, new NumberValue(count), -1));

    /// <summary>The analyses as an indefinite dual and singular that have the fewest proclitics, -1 if none.</summary>
    private static (int Dual, int Single) Find(List<Analysis> analyses)
    {
        var (dual, single) = (-1, -1);
        for (var a = 0; a < analyses.Count; a++)
        {
            var analysis = analyses[a];
            if (analysis.Pronoun != 0 || analysis.IsAny(Morph.Def)) continue;
            if (analysis.Is(Morph.Dual | Morph.Abs) && analysis.IsAny(Morph.Noun | Morph.Adj))
            {
                if (dual < 0 || analysis.StemStart < analyses[dual].StemStart) dual = a;
            }
            else if (analysis.Is(Morph.Noun | Morph.Sing) && (single < 0 || analysis.StemStart < analyses[single].StemStart)) single = a;
        }
        return (dual, single);
    }

    private static bool IsDual(List<Analysis> analyses)
    {
        foreach (var analysis in analyses)
            if (analysis.Is(Morph.Dual) && analysis.IsAny(Morph.Noun | Morph.Adj)) return true;
        return false;
    }

    /// <summary>Whether the form may be something else than this dual. Where a noun has another plural, the participle's says nothing.</summary>
    private static bool IsPlural(List<Analysis> analyses, Analysis dual)
    {
        foreach (var analysis in analyses)
        {
            if (analysis.IsAny(Morph.Dual) || analysis.Cost > dual.Cost || analysis.StemStart > dual.StemStart) continue;
            if (!dual.Is(Morph.Noun) || !analysis.Is(Morph.Adj | Morph.Plur)) return true;
        }
        return false;
    }
}
