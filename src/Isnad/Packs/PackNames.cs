using Isnad.Knowledge;

namespace Isnad.Packs;

/// <summary>What others than the reader ask of the packs: foldings, the openings of words, and who an outlet is.</summary>
public sealed class PackNames(CompiledPacks packs)
{
    /// <summary>A text as the reader folds it before it looks anything up.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Language tag; null for the first language of the packs.</param>
    public string Fold(string text, string? language = null) => packs.Language(language).Fold.Fold(text);

    /// <summary>What may stand before a word and be written together with it ("and", "in", "the"), folded; with the empty string.</summary>
    public IReadOnlyList<string> Openings(string? language = null) =>
        [.. packs.Language(language).Lexicon.CliticRows.Where(r => r.Overlap == 0).Select(r => r.Form).Append("").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The reference (<c>outlet:...</c> or <c>actor:...</c>) of the outlet or organisation that has a name, or null if none is known by it.</summary>
    public string? Outlet(string name, string? language = null)
    {
        var pack = packs.Language(language);
        var value = pack.World.Names.Find(pack.Fold.Fold(name));
        if (value < 0) return null;
        var entries = pack.World.EntriesAt(value);
        foreach (var entry in entries)
            if (entry.Kind == NameKind.Outlet) return "outlet:" + pack.World.Outlets[entry.Index].Id;
        foreach (var entry in entries)
            if (entry.Kind == NameKind.Actor) return "actor:" + pack.World.Actors[entry.Index].Id;
        return null;
    }
}
