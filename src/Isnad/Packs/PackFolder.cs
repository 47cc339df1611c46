namespace Isnad.Packs;

/// <summary>The files of a pack, by path inside its folder.</summary>
internal sealed class PackFolder(string name, IReadOnlyDictionary<string, string> files)
{
    /// <summary>Name of the pack: a language tag, or <c>world</c>.</summary>
    public string Name => name;

    /// <summary>Paths in ordinal order.</summary>
    public IEnumerable<string> Paths => files.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether there is such a file.</summary>
    public bool Has(string path) => files.ContainsKey(path);

    /// <summary>The text of a file.</summary>
    public string Text(string path) =>
        files.TryGetValue(path, out var text) ? text
        : throw new PackException([new PackFault($"{name}/{path}", 0, 0, "the file is missing")]);

    /// <summary>A table; one with no rows if the pack has no such file.</summary>
    public Table Table(string path) => new($"{name}/{path}", files.GetValueOrDefault(path, ""));

    /// <summary>Reads the packs in the folders below <paramref name="root"/>.</summary>
    public static IReadOnlyList<PackFolder> ReadAll(string root)
    {
        var packs = new List<PackFolder>();
        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            var files = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                if (Path.GetExtension(file) is ".tsv" or ".rules" or ".txt")
                    files[Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllText(file);
            if (files.Count > 0) packs.Add(new PackFolder(Path.GetFileName(folder), files));
        }
        return packs;
    }
}
