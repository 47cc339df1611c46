using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Tests.Experiments;

/// <summary>
/// Inflection fits in tables: English verbs through the engine that inflects Arabic, with tables alone. Doubled letters come
/// from the root's places, lost letters from a shorter lemma, irregular forms from classes of their own.
/// </summary>
public sealed class SecondLanguageTests
{
    private const string Patterns = """
        class	slot	template
        reg	base	0
        reg	ed	0
        reg	ing	0
        reg	lemma	0
        reg	s	0
        e	base	0
        e	ed	0-1
        e	ing	0-1
        e	lemma	0
        e	s	0
        y	base	0
        y	ied	0-1
        y	ing	0
        y	lemma	0
        s	base	0
        s	ed	0
        s	es	0
        s	ing	0
        s	lemma	0
        double4	base	0
        double4	ed	04
        double4	ing	04
        double4	lemma	0
        double4	s	0
        strike	base	0
        strike	ing	0-1
        strike	lemma	0
        strike	past	struck
        strike	s	0
        fight	base	0
        fight	ing	0
        fight	lemma	0
        fight	past	fought
        fight	s	0
        say	base	0
        say	ing	0
        say	lemma	0
        say	past	0-1id
        say	s	0
        draw	base	0
        draw	ing	0
        draw	lemma	0
        draw	past-only	0-2ew
        draw	past-pp	0n
        draw	s	0
        """;

    private const string Endings = """
        slot	features	prefix	suffix	bound
        base	verb imperf	-	-	!
        ed	verb perf act	-	ed	!
        ed	verb pp pass	-	ed	!
        es	verb imperf 3 s	-	es	!
        ied	verb imperf 3 s	-	ies	!
        ied	verb perf act	-	ied	!
        ied	verb pp pass	-	ied	!
        ing	verb ap	-	ing	!
        past	verb perf act	-	-	!
        past	verb pp pass	-	-	!
        past-only	verb perf act	-	-	!
        past-pp	verb pp pass	-	-	!
        s	verb imperf 3 s	-	s	!
        """;

    private const string Verbs = """
        class	valency	preps	masdar	root	lemma
        reg	1	-	-	-	attack
        reg	1	-	-	-	shell
        e	1	-	-	-	seize
        y	1	-	-	-	deny
        s	1	-	-	-	clash
        double4	1	-	-	stop	stop
        strike	1	-	-	-	strike
        fight	1	-	-	-	fight
        say	c	-	-	-	say
        draw	0	-	-	-	withdraw
        """;

    private static readonly Lexicon Words = Compile();

    [Theory]
    [InlineData("attack", "attack", "attacks", "attacked", "attacked", "attacking")]
    [InlineData("shell", "shell", "shells", "shelled", "shelled", "shelling")]
    [InlineData("seize", "seize", "seizes", "seized", "seized", "seizing")]
    [InlineData("deny", "deny", "denies", "denied", "denied", "denying")]
    [InlineData("clash", "clash", "clashes", "clashed", "clashed", "clashing")]
    [InlineData("stop", "stop", "stops", "stopped", "stopped", "stopping")]
    [InlineData("strike", "strike", "strikes", "struck", "struck", "striking")]
    [InlineData("fight", "fight", "fights", "fought", "fought", "fighting")]
    [InlineData("say", "say", "says", "said", "said", "saying")]
    [InlineData("withdraw", "withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing")]
    public void InflectsFromTablesAlone(string lemma, string plain, string third, string past, string participle, string present)
    {
        Assert.Contains(Analyse(plain), a => IsOf(a, lemma) && a.Is(Morph.Verb | Morph.Imperf));
        Assert.Contains(Analyse(third), a => IsOf(a, lemma) && a.Is(Morph.Imperf | Morph.Third | Morph.Sing));
        Assert.Contains(Analyse(past), a => IsOf(a, lemma) && a.Is(Morph.Perf | Morph.Act));
        Assert.Contains(Analyse(participle), a => IsOf(a, lemma) && a.Is(Morph.PassivePart | Morph.Pass));
        Assert.Contains(Analyse(present), a => IsOf(a, lemma) && a.Is(Morph.ActivePart));
        Assert.Contains(Analyse(char.ToUpperInvariant(past[0]) + past[1..]), a => IsOf(a, lemma));
    }

    [Theory]
    [InlineData("stoped")]
    [InlineData("seizeing")]
    [InlineData("denys")]
    [InlineData("striked")]
    [InlineData("fighted")]
    [InlineData("withdrawed")]
    [InlineData("clashs")]
    public void InflectsNothingElse(string form) => Assert.Empty(Analyse(form));

    [Theory]
    [InlineData("attacks")]
    [InlineData("withdrawn")]
    public void KeepsTensesApart(string form) => Assert.DoesNotContain(Analyse(form), a => a.Is(Morph.Perf));

    private static bool IsOf(Analysis a, string lemma) => Words.Lemmas[a.Lemma].Text == lemma;

    private static List<Analysis> Analyse(string form)
    {
        var text = new FoldedText(form, Words.Fold);
        var found = new List<Analysis>();
        new Analyser(Words).Analyse(text, Assert.Single(Cutter.Tokens(text)), found);
        return found;
    }

    private static Lexicon Compile()
    {
        var pack = new PackFolder("en", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["fold.tsv"] = "from\tto\tnote",
            ["morphology/verb-patterns.tsv"] = Patterns,
            ["morphology/verb-endings.tsv"] = Endings,
            ["lexicon/verbs.tsv"] = Verbs,
        });
        var compiler = new LexiconCompiler(pack, FoldTable.Parse(pack.Table("fold.tsv")), new Texts());
        var lexicon = compiler.Compile([]);
        Assert.Empty(compiler.Faults);
        return lexicon;
    }
}
