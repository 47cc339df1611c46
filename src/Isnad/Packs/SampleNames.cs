using Isnad.Readings;

namespace Isnad.Packs;

/// <summary>The names by which expected lines know the entities and sources of a reading.</summary>
internal sealed class SampleNames(Reading reading, LanguagePack pack)
{
    private readonly Dictionary<string, Entity> _entities = reading.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Source> _sources = reading.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);

    /// <summary>The numbers of the reading with the blank after them, if it lists its values.</summary>
    private readonly string[] _numbers = [.. (reading.Values ?? []).Where(v => v.Kind == ValueKind.Number).Select(v => pack.Fold.Fold(v.Where.Text) + " ")];

    /// <summary>Words as they are compared.</summary>
    public string Fold(string words) => pack.Fold.Fold(words);

    /// <summary>Whether an entity has that name, or is mentioned so; a number before what it counts is not part of the name.</summary>
    public bool IsNamed(string id, string name)
    {
        if (!_entities.TryGetValue(id, out var entity)) return false;
        var folded = Fold(name);
        return IsNamed(entity, folded) || Array.Exists(_numbers, n => folded.StartsWith(n, StringComparison.Ordinal) && IsNamed(entity, folded[n.Length..]));
    }

    /// <summary>Whether an entity is called so; its words may say more than the expected ones (a title before, whose it is after), never less.</summary>
    private bool IsNamed(Entity entity, string folded) =>
        Fold(entity.Name) == folded || entity.Names.Any(n => Fold(n.Value) == folded)
        || entity.Mentions.Any(m => Fold(m.Where.Text) is var words && (words == folded || words.StartsWith(folded + " ", StringComparison.Ordinal) || words.EndsWith(" " + folded, StringComparison.Ordinal)));

    /// <summary>The name of an entity.</summary>
    public string Of(string id) => _entities.TryGetValue(id, out var entity) ? entity.Name : id;

    /// <summary>Whether sources are those of a list <c>CHAIN ; CHAIN</c>, in any order.</summary>
    public bool AreChains(IReadOnlyList<string> ids, string expected)
    {
        var chains = expected.Split(';', StringSplitOptions.TrimEntries);
        return ids.Count == chains.Length && Array.TrueForAll(chains, chain => ids.Any(id => IsChain(id, chain)));
    }

    /// <summary>Whether a source with those who pass it on is the chain written <c>NAME &lt; NAME</c>, or <c>-</c> for the outlet.</summary>
    public bool IsChain(string id, string expected)
    {
        if (expected == "-") return id == "s0";
        var at = id;
        foreach (var name in expected.Split(" < "))
        {
            if (!_sources.TryGetValue(at, out var source) || source.Id == "s0" || !IsSource(source, name)) return false;
            at = source.Via ?? "s0";
        }
        return at == "s0";
    }

    /// <summary>A chain as expected lines write it.</summary>
    public string ChainOf(string id)
    {
        if (id == "s0" || !_sources.TryGetValue(id, out var source)) return "-";
        var name = source.Entity is { } entity ? Of(entity) : source.Name ?? "?";
        return source.Via is null or "s0" ? name : $"{name} < {ChainOf(source.Via)}";
    }

    private bool IsSource(Source source, string name) =>
        (source.Entity is { } entity && IsNamed(entity, name)) || (source.Name is { } own && Fold(own) == Fold(name));
}
