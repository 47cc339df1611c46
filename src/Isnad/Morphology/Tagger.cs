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
    private const int LongestRun = 4096;

    private static readonly List<Analysis> None = [];

    private readonly Analyser _analyser = new(lexicon);
    private readonly ContextScores _scores = new(rules);
    private readonly List<Analysis> _found = [];
    private readonly List<(int Prior, int Class, Analysis Analysis)> _kept = new(MostCandidates + 1);
    private readonly int[] _ofLemma = new int[lexicon.Lemmas.Length];  // function and whether known, once asked for; 0 before
    private readonly int[] _score = new int[LongestRun * MostCandidates];
    private readonly int[] _from = new int[LongestRun * MostCandidates];
    private readonly int[] _class = new int[LongestRun * MostCandidates];

    /// <summary>Analyses of every token, likeliest first; empty for what is no word or not in the lexicon.</summary>
    public List<Analysis>[] Tag(FoldedText text, List<Token> tokens)
    {
        var all = new List<Analysis>[tokens.Count];
        for (var start = 0; start < tokens.Count;)
        {
            var end = EndOfRun(tokens, start);
            Analyse(text, tokens, start, end, all);
            Choose(tokens, text, start, end, all);
            start = end;
        }
        return all;
    }

    /// <summary>Where a stretch may be cut so that its tokens can be chosen by themselves: after what is no word, if there is any.</summary>
    private static int EndOfRun(List<Token> tokens, int start)
    {
        var last = Math.Min(tokens.Count, start + LongestRun);
        for (var i = Math.Min(tokens.Count, start + (LongestRun / 2)); i < last; i++)
            if (tokens[i].Kind != TokenKind.Word) return i + 1;
        return last;
    }

    private void Analyse(FoldedText text, List<Token> tokens, int start, int end, List<Analysis>[] all)
    {
        for (var i = start; i < end; i++)
        {
            _found.Clear();
            if (tokens[i].Kind == TokenKind.Word) _analyser.Analyse(text, tokens[i], _found);
            all[i] = _found.Count == 0 ? None : Keep(i - start);
        }
    }

    /// <summary>The likeliest of those found, the likeliest first; their scores and classes are remembered for the token.</summary>
    private List<Analysis> Keep(int token)
    {
        _kept.Clear();
        foreach (var analysis in _found)
        {
            var @class = ClassOf(analysis);
            var prior = _scores.Prior(@class) - (analysis.Cost * CostOfSpelling);
            var at = _kept.Count;
            while (at > 0 && IsBefore(prior, analysis, _kept[at - 1])) at--;
            if (at == MostCandidates) continue;
            if (_kept.Count == MostCandidates) _kept.RemoveAt(MostCandidates - 1);
            _kept.Insert(at, (prior, @class, analysis));
        }
        var kept = new List<Analysis>(_kept.Count);
        for (var k = 0; k < _kept.Count; k++)
        {
            kept.Add(_kept[k].Analysis);
            (_score[(token * MostCandidates) + k], _class[(token * MostCandidates) + k]) = (_kept[k].Prior, _kept[k].Class);
        }
        return kept;
    }

    private static bool IsBefore(int prior, in Analysis a, in (int Prior, int Class, Analysis Analysis) other) =>
        prior != other.Prior ? prior > other.Prior
        : a.Lemma != other.Analysis.Lemma ? a.Lemma < other.Analysis.Lemma : a.Features < other.Analysis.Features;

    private int ClassOf(in Analysis a)
    {
        var word = _ofLemma[a.Lemma];
        if (word == 0) _ofLemma[a.Lemma] = word = OfLemma(a.Lemma);
        return _scores.ClassOf(a.Features | ((word & 2) != 0 ? ContextRules.Known : 0) | (a.Pronoun != 0 ? ContextRules.HasPronoun : 0), word >> 2, a.Clitics);
    }

    private int OfLemma(int index)
    {
        var lemma = lexicon.Lemmas[index];
        return (rules.FunctionOf(lemma.Function) << 2) | (isKnown(lemma) ? 2 : 0) | 1;
    }

    /// <summary>Puts the analysis that lies on the best path first, for every token of a stretch.</summary>
    private void Choose(List<Token> tokens, FoldedText text, int start, int end, List<Analysis>[] all)
    {
        for (var i = start; i < end; i++)
        {
            if (all[i].Count == 0) continue;
            var at = (i - start) * MostCandidates;
            var follows = i > start && all[i - 1].Count > 0;
            var context = follows ? 0
                : i > 0 && all[i - 1].Count > 0 ? ClassOf(all[i - 1][0])
                : _scores.ClassOf(Context(tokens, text, i - 1), 0, 0);
            for (var k = 0; k < all[i].Count; k++)
            {
                var (best, from) = (int.MinValue, -1);
                if (follows)
                {
                    for (var j = 0; j < all[i - 1].Count; j++)
                    {
                        var score = _score[at - MostCandidates + j] + _scores.After(_class[at - MostCandidates + j], _class[at + k]);
                        if (score > best) (best, from) = (score, j);
                    }
                }
                else best = _scores.After(context, _class[at + k]);
                _score[at + k] += best;
                _from[at + k] = from;
            }
        }
        for (var i = end - 1; i >= start; i--)
        {
            if (all[i].Count == 0) continue;
            var k = 0;
            for (var j = 1; j < all[i].Count; j++)
                if (_score[((i - start) * MostCandidates) + j] > _score[((i - start) * MostCandidates) + k]) k = j;
            for (; ; i--)
            {
                var from = _from[((i - start) * MostCandidates) + k];
                if (k > 0) (all[i][0], all[i][k]) = (all[i][k], all[i][0]);
                if (from < 0) break;
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
