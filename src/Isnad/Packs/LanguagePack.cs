using Isnad.Morphology;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Packs;

/// <summary>A compiled language: folding, words, and the grammars of numbers and times.</summary>
internal sealed class LanguagePack
{
    private LanguagePack(string name, FoldTable fold, Lexicon lexicon, Grammar grammar)
    {
        Name = name;
        Fold = fold;
        Lexicon = lexicon;
        Grammar = grammar;
    }

    public string Name { get; }
    public FoldTable Fold { get; }
    public Lexicon Lexicon { get; }
    public Grammar Grammar { get; }

    /// <summary>Compiles a pack's folder; faults that do not prevent it are added to <paramref name="faults"/>.</summary>
    public static LanguagePack Compile(PackFolder pack, List<PackFault> faults)
    {
        var fold = FoldTable.Parse(pack.Table("fold.tsv"));
        var compiler = new LexiconCompiler(pack, fold);
        var lexicon = compiler.Compile();
        faults.AddRange(compiler.Faults);
        return new LanguagePack(pack.Name, fold, lexicon, CompileGrammar(pack, fold, lexicon));
    }

    private static Grammar CompileGrammar(PackFolder pack, FoldTable fold, Lexicon lexicon)
    {
        var grammar = new Grammar();
        grammar.AddWords(pack.Table("grammar/words.tsv"), fold);
        // What may stand before any phrase without being part of it: everything but the article.
        var leading = ~(lexicon.Clitic("the") ?? 0);
        foreach (var path in pack.Paths)
            if (path.StartsWith("grammar/", StringComparison.Ordinal) && path.EndsWith(".rules", StringComparison.Ordinal))
                grammar.AddRules($"{pack.Name}/{path}", pack.Text(path), fold, lexicon.Clitic, leading);
        return grammar.Complete();
    }
}
