using Isnad.Knowledge;
using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Resolution;

/// <summary>The entities of one report, each once, by what they are known under.</summary>
internal sealed class EntityRegister(LanguagePack pack)
{
    private readonly Dictionary<string, EntityDraft> _byKey = new(StringComparer.Ordinal);
    private readonly List<EntityDraft> _all = [];

    /// <summary>Every entity, in the order in which they were made.</summary>
    public IReadOnlyList<EntityDraft> All => _all;

    /// <summary>The entity known under a key, made if it is new.</summary>
    public EntityDraft Make(string key, EntityKind kind, string name, Action<EntityDraft>? fill = null)
    {
        if (_byKey.TryGetValue(key, out var entity)) return entity;
        entity = new EntityDraft { Key = key, Kind = kind, Name = name };
        fill?.Invoke(entity);
        _byKey[key] = entity;
        _all.Add(entity);
        return entity;
    }

    /// <summary>Gives an entity its name in the pack's language and the one that every entry has.</summary>
    public void Name(EntityDraft entity, string local, string common)
    {
        if (local.Length > 0) entity.Names.Add(new(pack.Name, local));
        if (common.Length > 0) entity.Names.Add(new(World.CommonLanguage, common));
    }

    /// <summary>Null for an empty text.</summary>
    public static string? Null(string text) => text.Length == 0 ? null : text;
}
