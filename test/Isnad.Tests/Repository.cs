using Isnad.Packs;

namespace Isnad.Tests;

/// <summary>Where the sources are, and the packs compiled once for all tests.</summary>
internal static class Repository
{
    private static readonly Lazy<CompiledPacks> Compiled = new(() => CompiledPacks.Compile(Packs, []));

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the packs.</summary>
    public static string Packs => Path.Combine(Root, "packs");

    /// <summary>The packs, compiled.</summary>
    public static CompiledPacks CompiledPacks => Compiled.Value;

    /// <summary>The packs with the embedded gazetteer.</summary>
    public static CompiledPacks WithGazetteer => Complete.Value;

    /// <summary>The embedded gazetteer, as the build made it.</summary>
    public static string Gazetteer => Path.Combine(AppContext.BaseDirectory, "gazetteer.isnad");

    private static readonly Lazy<CompiledPacks> Complete = new(() => Compiled.Value.With([Gazetteer]));

    /// <summary>The Arabic pack, compiled.</summary>
    public static LanguagePack Arabic => Compiled.Value.Language("ar");

    /// <summary>A path below the root, with slashes.</summary>
    public static string Name(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Files below a folder of the root, but none that a build made, in ordinal order.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(f => !Name(f).Split('/').Any(part => part is "bin" or "obj") && (extensions.Length == 0 || extensions.Contains(Path.GetExtension(f))))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Isnad.slnx"))) return folder.FullName;
        throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} holds Isnad.slnx");
    }
}
