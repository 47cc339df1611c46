using System.CommandLine;
using Isnad.Packs;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad packs</c>: checks of the packs.</summary>
internal static class PacksCommand
{
    public static Command Create(Option<string?> packs)
    {
        var lint = new Command("lint", "Check the packs; lists every fault as file:line:column.");
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Tell of names that several entries share, too." };
        lint.Add(verbose);
        lint.SetAction(parsed => Lint(PackPlace.Folder(parsed.GetValue(packs)), parsed.GetValue(verbose)));
        var files = new Argument<string[]>("FILE") { Description = "Corpora: numbers.txt, times.txt.", Arity = ArgumentArity.OneOrMore };
        var corpus = new Command("corpus", "Read corpora of phrases and list those that read otherwise than expected.") { files };
        corpus.SetAction(parsed => Corpus(PackPlace.Folder(parsed.GetValue(packs)), parsed.GetValue(files)!));
        return new Command("packs", "Check and compile the packs of languages.") { lint, corpus, PacksBuild.Create(packs) };
    }

    /// <summary>The form <c>corpus PACKS FILE...</c>, for scripts.</summary>
    public static Command CreateCorpus()
    {
        var root = new Argument<string>("PACKS");
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.ZeroOrMore };
        var corpus = new Command("corpus", "Read corpora of phrases.") { root, files };
        corpus.Hidden = true;
        corpus.SetAction(parsed => Corpus(parsed.GetValue(root)!, parsed.GetValue(files) ?? []));
        return corpus;
    }

    private static int Lint(string root, bool verbose)
    {
        if (!Directory.Exists(root))
        {
            Console.Error.WriteLine($"isnad: there is no folder '{root}'. Name one with --packs DIR.");
            return 2;
        }
        var faults = PackLint.Run(root, verbose);
        foreach (var fault in faults) Console.WriteLine(fault);
        var broken = faults.Count(f => !f.IsWarning);
        Console.Error.WriteLine($"{broken} faults, {faults.Count - broken} warnings");
        return broken == 0 ? 0 : 1;
    }

    private static int Corpus(string root, IReadOnlyList<string> files)
    {
        var pack = PackPlace.FirstLanguage(root);
        var failed = false;
        foreach (var file in files)
        {
            int right = 0, all = 0;
            foreach (var c in ValueCorpus.Parse(file, File.ReadAllText(file)))
            {
                all++;
                var got = ValueCorpus.Read(pack, c, c.File.Contains("times", StringComparison.Ordinal));
                if (got.SequenceEqual(c.Expected))
                {
                    right++;
                    continue;
                }
                Console.WriteLine($"{c.Line}: {c.Text}\n   expected {string.Join(" ; ", c.Expected)}\n   got      {string.Join(" ; ", got)}");
            }
            Console.WriteLine($"{file}: {right} of {all}");
            failed |= right < all;
        }
        return failed ? 1 : 0;
    }
}
