using Isnad.Claims;
using Isnad.Text;

namespace Isnad.Morphology;

/// <summary>
/// Chooses the likeliest analysis of each word from the pack's weights: the best path over pairs of neighbours.
/// The alternatives are kept. Not safe to share between threads.
/// </summary>
internal sealed class Tagger
{
    private const int MostCandidates = 5;
    private const int CostOfSpelling = 25;
    private const int LongestRun = 4096;

    private static readonly List<Analysis> None = [];

    private readonly Lexicon _lexicon;
    private readonly ContextRules _rules;
    private readonly Func<Lemma, bool> _isKnown;
    private readonly Analyser _analyser;
    private readonly ContextScores _scores;
    private readonly WordCache _words;
    private readonly List<Analysis> _found = [];
    private readonly List<Candidate> _kept = new(MostCandidates + 1);
    private readonly int[] _ofLemma;  // function and whether known, once asked for; 0 before
    private readonly int[] _score = new int[LongestRun * MostCandidates];
    private readonly int[] _from = new int[LongestRun * MostCandidates];
    private readonly int[] _class = new int[LongestRun * MostCandidates];

    public Tagger(Lexicon lexicon, ContextRules rules, Func<Lemma, bool> isKnown)
    {
        (_lexicon, _rules, _isKnown) = (lexicon, rules, isKnown);
        (_analyser, _scores, _words) = (new Analyser(lexicon), new ContextScores(rules), new WordCache(Weigh));
        _ofLemma = new int[lexicon.Lemmas.Length];
    }

    /// <summary>
    /// Analyses of every token, likeliest first; empty for what is no word or not in the lexicon. Where a proper name is known to
    /// stand and the word can else only be a verb, its neighbours are chosen as beside a name.
    /// </summary>
    public List<Analysis>[] Tag(FoldedText text, List<Token> tokens, Action<Stage>? begins = null, Func<int, bool>? isName = null)
    {
        var all = new List<Analysis>[tokens.Count];
        for (var start = 0; start < tokens.Count;)
        {
            var end = EndOfRun(tokens, start);
            begins?.Invoke(Stage.Analyse);
            Analyse(text, tokens, start, end, all);
            begins?.Invoke(Stage.Tag);
            Choose(tokens, text, start, end, all, i => all[i].Count == 0 || (isName?.Invoke(i) == true && all[i].TrueForAll(a => (a.Features & Morph.Verb) != 0)));
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
            all[i] = tokens[i].Kind == TokenKind.Word && _words.Find(text, tokens[i]) is var word && word.Length > 0 ? Take(word, i - start) : None;
        }
    }

    /// <summary>A list of a word's analyses for one token; their scores and classes are remembered for it.</summary>
    private List<Analysis> Take(ReadOnlySpan<Candidate> word, int token)
    {
        var list = new List<Analysis>(word.Length);
        for (var k = 0; k < word.Length; k++)
        {
            list.Add(word[k].Analysis);
            (_score[(token * MostCandidates) + k], _class[(token * MostCandidates) + k]) = (word[k].Prior, word[k].Class);
        }
        return list;
    }

    /// <summary>The likeliest analyses of a word by itself, the likeliest first.</summary>
    private Candidate[] Weigh(FoldedText text, Token token)
    {
        _found.Clear();
        _kept.Clear();
        _analyser.Analyse(text, token, _found);
        foreach (var analysis in _found)
        {
            var @class = ClassOf(analysis);
            var candidate = new Candidate(_scores.Prior(@class) + _lexicon.Lemmas.Prior(analysis) - (analysis.Cost * CostOfSpelling), @class, analysis);
            var at = _kept.Count;
            while (at > 0 && IsBefore(candidate, _kept[at - 1])) at--;
            if (at == MostCandidates) continue;
            if (_kept.Count == MostCandidates) _kept.RemoveAt(MostCandidates - 1);
            _kept.Insert(at, candidate);
        }
        return [.. _kept];
    }

    private static bool IsBefore(in Candidate a, in Candidate b) =>
        a.Prior != b.Prior ? a.Prior > b.Prior
        : a.Analysis.Lemma != b.Analysis.Lemma ? a.Analysis.Lemma < b.Analysis.Lemma : a.Analysis.Features < b.Analysis.Features;

    private int ClassOf(in Analysis a)
    {
        var word = _ofLemma[a.Lemma];
        if (word == 0) _ofLemma[a.Lemma] = word = OfLemma(a.Lemma);
        return _scores.ClassOf(a.Features | ((word & 2) != 0 ? ContextRules.Known : 0) | PronounOf(a), word >> 2, a.Clitics);
    }

    private Morph PronounOf(in Analysis a) =>
        a.Pronoun == 0 ? 0 : (_lexicon.Enclitics[a.Pronoun - 1].Features & Morph.First) != 0 ? ContextRules.HasPronoun | ContextRules.FirstPronoun : ContextRules.HasPronoun;

    private int OfLemma(int index)
    {
        var lemma = _lexicon.Lemmas[index];
        return (_rules.FunctionOf(lemma.Function) << 2) | (_isKnown(lemma) ? 2 : 0) | 1;
    }

    /// <summary>Puts the analysis that lies on the best path first, for every token of a stretch but those left open.</summary>
    private void Choose(List<Token> tokens, FoldedText text, int start, int end, List<Analysis>[] all, Predicate<int> isOpen)
    {
        for (var i = start; i < end; i++)
        {
            if (isOpen(i)) continue;
            var at = (i - start) * MostCandidates;
            var follows = i > start && !isOpen(i - 1);
            var context = follows ? 0
                : i > 0 && !isOpen(i - 1) ? ClassOf(all[i - 1][0])
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
            if (isOpen(i)) continue;
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
