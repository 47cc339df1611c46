using System.Security.Cryptography;
using System.Text;
using Isnad.Places;

namespace Isnad.Packs;

/// <summary>Everything that readers share: languages and knowledge of the world. Immutable; safe to share between threads.</summary>
public sealed class CompiledPacks
{
    private readonly LanguagePack[] _languages;

    private readonly Texts _texts;

    private CompiledPacks(LanguagePack[] languages, Texts texts, string hash, IReadOnlyList<Gazetteer> gazetteers) =>
        (_languages, _texts, Hash, Gazetteers) = (languages, texts, hash, gazetteers);

    /// <summary>SHA-256 of every file of the packs and of the gazetteers, in hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The gazetteers, those that count more first.</summary>
    internal IReadOnlyList<Gazetteer> Gazetteers { get; }

    /// <summary>The same packs with gazetteers: files that <c>isnad places build</c> or <c>isnad places add</c> wrote, those that count more first. They are mapped into memory, not read.</summary>
    /// <exception cref="PackException">A file is no gazetteer, is damaged, or was made for other packs or by another version of the program.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public CompiledPacks With(IEnumerable<string> gazetteers)
    {
        ArgumentNullException.ThrowIfNull(gazetteers);
        var opened = new List<Gazetteer>(Gazetteers);
        foreach (var path in gazetteers)
        {
            var gazetteer = new Gazetteer(GazetteerFile.Open(path));
            if (gazetteer.Keys != _languages[0].PlaceKeys.Fingerprint()) throw PackFile.Fault(path, "the gazetteer was built for packs that write or fold names otherwise; build it again with 'isnad places build' or 'isnad places add'");
            opened.Add(gazetteer);
        }
        if (opened.Count > PlaceBook.MostLayers) throw new PackException([new PackFault("", 0, 0, $"{opened.Count} gazetteers are too many; {PlaceBook.MostLayers} can be used at once")]);
        return opened.Count == Gazetteers.Count ? this : new CompiledPacks(_languages, _texts, HashOf(Hash, opened.Skip(Gazetteers.Count)), opened);
    }

    private static string HashOf(string packs, IEnumerable<Gazetteer> gazetteers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', gazetteers.Select(g => g.Hash).Prepend(packs)))));

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
        var texts = new Texts();
        var languages = folders.Where(f => f.Has("fold.tsv")).Select(f => LanguagePack.Compile(f, world, texts, found)).ToArray();
        foreach (var fault in found) faults.Add(fault);
        return new CompiledPacks(languages, texts, HashOf(folders), []);
    }

    /// <summary>Writes the packs as one file, from which they load in milliseconds. The same packs give the same bytes.</summary>
    public void Save(Stream to)
    {
        ArgumentNullException.ThrowIfNull(to);
        using var parts = new MemoryStream();
        var output = new PackOutput(parts, _texts);
        output.Many(_languages, l => l.Write(output));
        // The strings stand first, though they are complete only now.
        using var payload = new MemoryStream();
        _texts.Write(new PackOutput(payload, _texts));
        parts.WriteTo(payload);
        PackFile.Write(to, Hash, payload.GetBuffer().AsSpan(0, (int)payload.Length));
    }

    /// <summary>Loads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="PackException">The file is no file of packs, is damaged, or was written by another version of the program.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CompiledPacks Load(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var (hash, start) = PackFile.Open(path, bytes);
        var input = new PackInput(bytes, start);
        try
        {
            input.Texts = Texts.Read(input);
            return new CompiledPacks(input.Many(() => LanguagePack.Read(input)), input.Texts, hash, []);
        }
        catch (InvalidDataException e)
        {
            throw PackFile.Fault(path, $"the file was written by another version of the program ({e.Message}); compile the packs again with 'isnad packs build'");
        }
    }

    private static string HashOf(IReadOnlyList<PackFolder> folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in folders)
        {
            foreach (var path in folder.Paths.Where(p => !p.StartsWith("corpora/", StringComparison.Ordinal)))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{folder.Name}/{path}\0"));
                hash.AppendData(Encoding.UTF8.GetBytes(folder.Text(path)));
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
