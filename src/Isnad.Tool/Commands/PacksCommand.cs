using System.CommandLine;
using Isnad.Packs;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad packs</c>: checks of the packs.</summary>
internal static class PacksCommand
{
    public static Command Create(Option<string?> packs, Option<string?> data)
    {
        var lint = new Command("lint", "Check the packs; lists every fault as file:line:column.");
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Tell of names that several entries share, too." };
        lint.Add(verbose);
        lint.SetAction(parsed => Lint(PackPlace.Folder(parsed.GetValue(packs)), parsed.GetValue(verbose)));
        return new Command("packs", "Check and compile the packs of languages.") { lint, CorpusCommand.Create(packs, data), PackCoverage.Create(packs), PacksBuild.Create(packs) };
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
}
