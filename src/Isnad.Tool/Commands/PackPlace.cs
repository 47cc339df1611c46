using Isnad.Packs;

namespace Isnad.Tool.Commands;

/// <summary>Finds the packs: the folder that was named, or <c>packs</c> next to the program.</summary>
internal static class PackPlace
{
    public static string Folder(string? named) => named ?? Path.Combine(AppContext.BaseDirectory, "packs");

    /// <summary>The compiled packs, or null after saying what is wrong.</summary>
    public static CompiledPacks? Load(string? named)
    {
        var folder = Folder(named);
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"isnad: no packs: there is no folder '{folder}'. Name one with --packs DIR.");
            return null;
        }
        try
        {
            var packs = CompiledPacks.Compile(folder, new List<PackFault>());
            if (packs.Languages.Any()) return packs;
            Console.Error.WriteLine($"isnad: no packs: no folder below '{folder}' holds a language (a fold.tsv).");
        }
        catch (Exception e) when (e is PackException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"isnad: the packs in '{folder}' cannot be used:\n{e.Message}");
        }
        return null;
    }

    /// <summary>The first language of the packs, after telling how long compiling took and what is wrong with them.</summary>
    public static LanguagePack FirstLanguage(string root)
    {
        var faults = new List<PackFault>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var pack = CompiledPacks.Compile(root, faults).Language(null);
        Console.Error.WriteLine($"compiled in {watch.ElapsedMilliseconds} ms; {faults.Count} faults");
        foreach (var fault in faults.Take(10)) Console.Error.WriteLine(fault);
        return pack;
    }
}
