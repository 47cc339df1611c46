using Isnad.Packs;

namespace Isnad.Tool.Commands;

/// <summary>Finds the packs: the folder or compiled file that was named, or what stands next to the program.</summary>
internal static class PackPlace
{
    /// <summary>The packs' sources.</summary>
    public static string Folder(string? named) => named ?? Path.Combine(AppContext.BaseDirectory, "packs");

    private static string Compiled => Path.Combine(AppContext.BaseDirectory, "packs.isnad");

    private static string Gazetteer => Path.Combine(AppContext.BaseDirectory, "gazetteer.isnad");

    /// <summary>The packs with the gazetteer next to the program and, under it, those that were added; null after saying what is wrong.</summary>
    public static CompiledPacks? Load(string? named, string? data = null, bool withAdded = true)
    {
        return LoadPacks(named) is { } packs ? WithGazetteers(packs, data, withAdded) : null;
    }

    /// <summary>Packs with the gazetteers; null after saying what is wrong.</summary>
    public static CompiledPacks? WithGazetteers(CompiledPacks packs, string? data, bool withAdded = true)
    {
        var files = new List<string>();
        if (File.Exists(Gazetteer)) files.Add(Gazetteer);
        if (withAdded) files.AddRange(DataFolder.Gazetteers(data));
        try
        {
            return packs.With(files);
        }
        catch (Exception e) when (e is PackException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"isnad: a gazetteer cannot be used:\n{e.Message}");
            return null;
        }
    }

    /// <summary>The packs, or null after saying what is wrong. Without a name the compiled ones next to the program are loaded.</summary>
    public static CompiledPacks? LoadPacks(string? named)
    {
        var file = named ?? Compiled;
        if (!File.Exists(file)) return Compile(Folder(named));
        try
        {
            return CompiledPacks.Load(file);
        }
        catch (Exception e) when (e is PackException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"isnad: the packs in '{file}' cannot be used:\n{e.Message}");
            return null;
        }
    }

    /// <summary>The packs compiled from a folder, or null after saying what is wrong.</summary>
    public static CompiledPacks? Compile(string folder)
    {
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
