using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Clauses;

/// <summary>The words of a report as its phrases are read: their analyses, names and values, and where the sentence ends.</summary>
internal sealed class SentenceWords(Lexicon lexicon, World world)
{
    private readonly uint _joining = (lexicon.Clitic("and") ?? 0) | (lexicon.Clitic("then") ?? 0);
    private readonly string _article = Array.Find(lexicon.CliticRows, r => r.Clitics == (lexicon.Clitic("the") ?? 0)).Form ?? "";
    private readonly (uint Bit, string Form)[] _prepositions =
        [.. lexicon.CliticRows.Where(r => System.Numerics.BitOperations.PopCount(r.Clitics) == 1 && lexicon.Proclitics.First(p => p.Bit == r.Clitics) is { Order: 2, Name: not "will" }).Select(r => (r.Clitics, r.Form))];

    private readonly Morph[] _pronouns = Array.ConvertAll(lexicon.Enclitics, e => e.Features);

    private FoldedText _text = null!;
    private List<Token> _tokens = [];

    /// <summary>The proclitic "the".</summary>
    public uint The { get; } = lexicon.Clitic("the") ?? 0;

    /// <summary>The proclitic "and".</summary>
    public uint And { get; } = lexicon.Clitic("and") ?? 0;

    /// <summary>Analyses of each token, the best first.</summary>
    public List<Analysis>[] Analyses { get; private set; } = [];

    /// <summary>The name that begins at each token.</summary>
    public NameMention?[] Names { get; private set; } = [];

    /// <summary>The value that begins at each token.</summary>
    public FoundValue?[] Values { get; private set; } = [];

    /// <summary>Whether words said in passing begin at a token.</summary>
    public Func<int, bool> BeginsAside { get; set; } = _ => false;

    /// <summary>One past the last token of the sentence.</summary>
    public int End { get; set; }

    /// <summary>Sets the report.</summary>
    public void Begin(FoldedText text, List<Token> tokens, List<Analysis>[] analyses, NameMention?[] names, IReadOnlyList<FoundValue> values)
    {
        (_text, _tokens, Analyses, Names) = (text, tokens, analyses, names);
        Values = new FoundValue?[tokens.Count];
        foreach (var value in values) Values[value.Start] = value;
    }

    public TokenKind KindOf(int i) => _tokens[i].Kind;

    public bool IsWord(int i) => KindOf(i) == TokenKind.Word;

    /// <summary>First folded code unit of a token.</summary>
    public int StartOf(int i) => _tokens[i].Start;

    /// <summary>The first character of a mark.</summary>
    public char MarkAt(int i) => _text[_tokens[i].Start];

    /// <summary>The letters of a token.</summary>
    public ReadOnlySpan<char> Letters(int i) => _text.Chars[_tokens[i].Start.._tokens[i].End];

    /// <summary>The best analysis of a token, or null.</summary>
    public Analysis? Best(int i) => i < _tokens.Count && Analyses[i] is { Count: > 0 } list ? list[0] : null;

    public Lemma LemmaOf(Analysis a) => lexicon.Lemmas[a.Lemma];

    /// <summary>Whether "and" or "then" is among the proclitics.</summary>
    public bool Joins(uint clitics) => (clitics & _joining) != 0;

    /// <summary>Whether there are no proclitics but the article.</summary>
    public bool IsBare(uint clitics) => (clitics & ~The) == 0;

    /// <summary>The preposition among the proclitics, or nothing.</summary>
    public string PrepositionIn(uint clitics)
    {
        foreach (var (bit, form) in _prepositions)
            if ((clitics & bit) != 0) return form;
        return "";
    }

    /// <summary>The country whose adjective a token is, or -1.</summary>
    public int DemonymAt(int i) =>
        i >= _tokens.Count ? -1
        : Names[i] is { } name ? name.End == i + 1 && name.As(NameKind.Demonym) is { } entry ? entry.Index : -1
        : Best(i) is { } best && best.Is(Morph.Adj | Morph.Nisba) ? DemonymOf(best.Lemma) : -1;

    private readonly Dictionary<int, int> _demonyms = [];

    /// <summary>The country whose adjective a lemma is, in whatever form it stands, or -1.</summary>
    private int DemonymOf(int lemma)
    {
        if (_demonyms.TryGetValue(lemma, out var country)) return country;
        country = -1;
        if (world.Names.Find(lexicon.Fold.Fold(lexicon.Lemmas[lemma].Text)) is >= 0 and var value)
            foreach (var entry in world.EntriesAt(value))
                if (entry.Kind == NameKind.Demonym) country = entry.Index;
        return _demonyms[lemma] = country;
    }

    /// <summary>First folded code unit of a word, after proclitics other than the article.</summary>
    public int FromOf(int i, Analysis best)
    {
        var start = _tokens[i].Start + best.StemStart;
        return (best.Clitics & The) == 0 ? start : Math.Max(_tokens[i].Start, start - _article.Length);
    }

    /// <summary>
    /// A word that may be "my X" or a dual or plural before its genitive ("gunmen of") is the latter before a noun or name: news seldom says "my".
    /// The choice is kept.
    /// </summary>
    public void PreferConstruct(int i)
    {
        if (i + 1 >= End || !IsWord(i + 1) || Analyses[i] is not [var best, ..] list || best.Pronoun == 0 || !best.IsAny(Morph.Nominal) || (_pronouns[best.Pronoun - 1] & Morph.First) == 0) return;
        if (Names[i + 1] is null && Best(i + 1) is { } next && (!next.IsAny(Morph.Nominal) || !IsBare(next.Clitics))) return;
        var construct = list.FindIndex(a => a.Is(Morph.Noun | Morph.Cons) && a.IsAny(Morph.Plur | Morph.Dual) && a.Pronoun == 0 && a.Clitics == best.Clitics);
        if (construct < 0) construct = list.FindIndex(a => a.Is(Morph.Noun | Morph.Cons) && a.IsAny(Morph.Plur | Morph.Dual) && a.Pronoun == 0);
        if (construct > 0) (list[0], list[construct]) = (list[construct], list[0]);
    }

    /// <summary>
    /// A word that may be a verb in the perfect or else the name of its action is the latter where no verb can stand: "the ministry confirmed
    /// the shelling of". The choice is kept.
    /// </summary>
    public void PreferAction(int i)
    {
        if (!IsWord(i) || Names[i] is not null || Analyses[i] is not [var best, ..] list || !best.IsAny(Morph.Finite) || !best.Is(Morph.Perf) || best.Clitics != 0 || best.Pronoun != 0) return;
        var action = list.FindIndex(a => a.Is(Morph.Noun | Morph.Masdar) && a.Clitics == 0);
        if (action > 0) (list[0], list[action]) = (list[action], list[0]);
    }

    /// <summary>A word that "and" joins and that may be the name of an act or its verb in the perfect is the latter where the verb is of that kind. The choice is kept.</summary>
    public void PreferVerb(int i, Predicate<Lemma> isMeant)
    {
        if (!IsWord(i) || Analyses[i] is not [var best, ..] list || !best.Is(Morph.Noun | Morph.Masdar) || !Joins(best.Clitics) || best.Pronoun != 0 || best.Is(Morph.Def)) return;
        var verb = list.FindIndex(a => a.IsAny(Morph.Finite) && a.Is(Morph.Perf | Morph.Third) && a.Pronoun == 0 && a.Clitics == best.Clitics && isMeant(LemmaOf(a)));
        if (verb > 0) (list[0], list[verb]) = (list[verb], list[0]);
    }

    /// <summary>
    /// The analysis as a verb with its object's pronoun of a word that may also be an action with a pronoun, right after an indefinite noun: "raids
    /// that the planes carried out". It is then put first.
    /// </summary>
    public Analysis? QualifyingVerb(int i, bool follows)
    {
        if (!follows || i >= _tokens.Count || !IsWord(i) || Analyses[i] is not [var best, ..] list || best.Pronoun == 0 || !best.Is(Morph.Noun) || !best.IsAny(Morph.Masdar | Morph.Derived) || PrepositionIn(best.Clitics).Length > 0 || Joins(best.Clitics)) return null;
        var verb = list.FindIndex(a => a.IsAny(Morph.Finite) && a.Is(Morph.Third) && a.Pronoun != 0);
        // "Himself" is no verb.
        if (verb < 0 || list.Exists(a => LemmaOf(a).Function == "reflexive")) return null;
        (list[0], list[verb]) = (list[verb], list[0]);
        return list[0];
    }

    /// <summary>Whether a word that is not analysed begins like one with the article.</summary>
    public bool SeemsDefinite(int i)
    {
        var word = Letters(i);
        foreach (var row in lexicon.CliticRows)
            if ((row.Clitics == The || row.Clitics == (And | The)) && word.Length >= row.Form.Length + 3 && word.StartsWith(row.Form, StringComparison.Ordinal)) return true;
        return false;
    }
}
