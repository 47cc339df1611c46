using Isnad.Text;

namespace Isnad.Morphology;

/// <summary>
/// Chooses the likeliest analysis of each word from the pack's weights: the best path over pairs of neighbours.
/// The alternatives are kept. Not safe to share between threads.
/// </summary>
internal sealed class Tagger(Lexicon lexicon, ContextRules rules, Func<Lemma, bool> isKnown)
{
    private const int MostCandidates = 5;
    private const int CostOfSpelling = 25;

    private readonly Analyser _analyser = new(lexicon);
    private readonly List<Analysis> _found = [];
    private readonly int[] _functions = Array.ConvertAll(lexicon.Lemmas, l => rules.FunctionOf(l.Function));
    private readonly bool[] _known = Array.ConvertAll(lexicon.Lemmas, l => isKnown(l));
    private int[] _score = [];
    private int[] _from = [];

    /// <summary>Analyses of every token, likeliest first; empty for what is no word or not in the lexicon.</summary>
    public List<Analysis>[] Tag(FoldedText text, List<Token> tokens)
    {
        var all = new List<Analysis>[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            _found.Clear();
            if (tokens[i].Kind == TokenKind.Word) _analyser.Analyse(text, tokens[i], _found);
            all[i] = Prune();
        }
        Choose(tokens, text, all);
        return all;
    }

    private List<Analysis> Prune()
    {
        if (_found.Count == 0) return [];
        _found.Sort((a, b) => Prior(b) - Prior(a) is var d && d != 0 ? d : a.Lemma - b.Lemma is var l && l != 0 ? l : a.Features.CompareTo(b.Features));
        var kept = new List<Analysis>(Math.Min(MostCandidates, _found.Count));
        foreach (var analysis in _found)
        {
            if (kept.Count == MostCandidates) break;
            kept.Add(analysis);
        }
        return kept;
    }

    private Morph FeaturesOf(Analysis a) => a.Features | (_known[a.Lemma] ? ContextRules.Known : 0) | (a.Pronoun != 0 ? ContextRules.HasPronoun : 0);

    private int Prior(Analysis a) => rules.Prior(FeaturesOf(a), _functions[a.Lemma], a.Clitics) - (a.Cost * CostOfSpelling);

    private void Choose(List<Token> tokens, FoldedText text, List<Analysis>[] all)
    {
        var size = tokens.Count * MostCandidates;
        if (_score.Length < size) { _score = new int[size * 2]; _from = new int[size * 2]; }
        for (var i = 0; i < tokens.Count; i++)
        {
            var here = all[i];
            for (var k = 0; k < here.Count; k++)
            {
                var a = here[k];
                var (features, function) = (FeaturesOf(a), _functions[a.Lemma]);
                var prior = rules.Prior(features, function, a.Clitics) - (a.Cost * CostOfSpelling);
                var (best, from) = (int.MinValue, -1);
                if (i > 0 && all[i - 1].Count > 0)
                {
                    for (var j = 0; j < all[i - 1].Count; j++)
                    {
                        var b = all[i - 1][j];
                        var score = _score[((i - 1) * MostCandidates) + j] + rules.After(FeaturesOf(b), _functions[b.Lemma], b.Clitics, features, function, a.Clitics);
                        if (score > best) (best, from) = (score, j);
                    }
                }
                else best = rules.After(Context(tokens, text, i - 1), 0, 0, features, function, a.Clitics);
                _score[(i * MostCandidates) + k] = best + prior;
                _from[(i * MostCandidates) + k] = from;
            }
        }
        for (var i = tokens.Count - 1; i >= 0;)
        {
            if (all[i].Count == 0) { i--; continue; }
            var k = 0;
            for (var j = 1; j < all[i].Count; j++)
                if (_score[(i * MostCandidates) + j] > _score[(i * MostCandidates) + k]) k = j;
            while (i >= 0 && k >= 0)
            {
                var from = _from[(i * MostCandidates) + k];
                if (k > 0) (all[i][0], all[i][k]) = (all[i][k], all[i][0]);
                i--;
                k = from;
            }
        }
    }

    private static Morph Context(List<Token> tokens, FoldedText text, int i)
    {
        if (i < 0) return ContextRules.Start;
        return tokens[i].Kind switch
        {
            TokenKind.Number => ContextRules.Digits,
            TokenKind.Break => ContextRules.Start | ContextRules.Break,
            TokenKind.Mark => text[tokens[i].Start] == '.' ? ContextRules.Start : ContextRules.Mark,
            _ => Morph.Name,
        };
    }
}
