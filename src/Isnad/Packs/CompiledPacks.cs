using System.Security.Cryptography;
using System.Text;

namespace Isnad.Packs;

/// <summary>Everything that readers share: languages and knowledge of the world. Immutable; safe to share between threads.</summary>
public sealed class CompiledPacks
{
    private readonly LanguagePack[] _languages;

    private CompiledPacks(LanguagePack[] languages, string hash)
    {
        _languages = languages;
        Hash = hash;
    }

    /// <summary>SHA-256 of every file of the packs, in hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The names of the languages.</summary>
    public IEnumerable<string> Languages => _languages.Select(l => l.Name);

    internal LanguagePack Language(string? tag) =>
        Array.Find(_languages, l => tag is not null && tag.StartsWith(l.Name, StringComparison.OrdinalIgnoreCase)) ?? _languages[0];

    /// <summary>Compiles the packs in the folders below <paramref name="root"/>. Faults that do not prevent it are listed.</summary>
    /// <exception cref="PackException">A file is missing or cannot be parsed.</exception>
    public static CompiledPacks Compile(string root, ICollection<PackFault> faults)
    {
        var folders = PackFolder.ReadAll(root);
        var found = new List<PackFault>();
        var world = folders.FirstOrDefault(f => f.Name == "world");
        var languages = folders.Where(f => f.Has("fold.tsv")).Select(f => LanguagePack.Compile(f, world, found)).ToArray();
        foreach (var fault in found) faults.Add(fault);
        return new CompiledPacks(languages, HashOf(folders));
    }

    private static string HashOf(IReadOnlyList<PackFolder> folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in folders)
        {
            foreach (var path in folder.Paths)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{folder.Name}/{path}\0"));
                hash.AppendData(Encoding.UTF8.GetBytes(folder.Text(path)));
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
