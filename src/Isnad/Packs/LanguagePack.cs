using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Places;
using Isnad.Semantics;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Packs;

/// <summary>A compiled language: folding, words, and the grammars of numbers and times.</summary>
internal sealed class LanguagePack
{
    private LanguagePack()
    {
    }

    public required string Name { get; init; }
    public required FoldTable Fold { get; init; }
    public required Lexicon Lexicon { get; init; }
    public required ContextRules Context { get; init; }
    public required Grammar Grammar { get; init; }
    public required Meanings Meanings { get; init; }
    public required World World { get; init; }
    public required PlaceKeys PlaceKeys { get; init; }
    public required Bearings Bearings { get; init; }

    /// <summary>Compiles a pack's folder by itself; faults that do not prevent it are added to <paramref name="faults"/>.</summary>
    public static LanguagePack Compile(PackFolder pack, PackFolder? world, List<PackFault> faults) => Compile(pack, world, new Texts(), faults);

    /// <summary>Compiles a pack's folder; faults that do not prevent it are added to <paramref name="faults"/>.</summary>
    public static LanguagePack Compile(PackFolder pack, PackFolder? world, Texts texts, List<PackFault> faults)
    {
        var fold = FoldTable.Parse(pack.Table("fold.tsv"));
        var meanings = Meanings.Compile(pack, fold, texts, faults);
        var compiler = new LexiconCompiler(pack, fold, texts, verb => meanings.FramesOf(verb, FrameKind.Verb).Any());
        var lexicon = compiler.Compile(PlaceNames(world, pack.Name));
        faults.AddRange(compiler.Faults);
        return new LanguagePack
        {
            Name = pack.Name,
            Fold = fold,
            Lexicon = lexicon,
            Context = ContextRules.Compile(pack, lexicon),
            Grammar = CompileGrammar(pack, fold, lexicon, texts),
            Meanings = meanings,
            World = new WorldCompiler(world, pack, fold, texts).Compile(),
            PlaceKeys = PlaceKeys.Compile(pack, fold, Array.Find(lexicon.CliticRows, r => r.Clitics == (lexicon.Clitic("the") ?? 0)).Form ?? ""),
            Bearings = Bearings.Compile(pack, fold),
        };
    }

    public void Write(PackOutput to)
    {
        to.Text(Name);
        Fold.Write(to);
        Lexicon.Write(to);
        Context.Write(to);
        Grammar.Write(to);
        Meanings.Write(to);
        World.Write(to);
        PlaceKeys.Write(to);
        Bearings.Write(to);
    }

    public static LanguagePack Read(PackInput from)
    {
        var name = from.Text();
        var fold = FoldTable.Read(from);
        return new LanguagePack
        {
            Name = name,
            Fold = fold,
            Lexicon = Lexicon.Read(from, fold),
            Context = ContextRules.Read(from),
            Grammar = Grammar.Read(from),
            Meanings = Meanings.Read(from),
            World = World.Read(from, name),
            PlaceKeys = PlaceKeys.Read(from, fold),
            Bearings = Bearings.Read(from, fold),
        };
    }

    /// <summary>The names of places that are one word.</summary>
    private static IEnumerable<string> PlaceNames(PackFolder? world, string language) =>
        world is null ? [] : world.Table("places.tsv").Rows.SelectMany(r => r.List($"names_{language}")).Where(n => !n.Contains(' ', StringComparison.Ordinal));

    private static Grammar CompileGrammar(PackFolder pack, FoldTable fold, Lexicon lexicon, Texts texts)
    {
        var grammar = new Grammar();
        grammar.AddWords(pack.Table("grammar/words.tsv"), fold);
        // What may stand before any phrase without being part of it: everything but the article.
        var leading = ~(lexicon.Clitic("the") ?? 0);
        foreach (var path in pack.Paths)
            if (path.StartsWith("grammar/", StringComparison.Ordinal) && path.EndsWith(".rules", StringComparison.Ordinal))
                grammar.AddRules($"{pack.Name}/{path}", pack.Text(path), fold, lexicon.Clitic, leading);
        return grammar.Complete(texts);
    }
}
