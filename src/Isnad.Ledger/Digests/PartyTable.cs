using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Ledger.Digests;

/// <summary>The entities of a reading that something refers to, under keys that hold across reports.</summary>
internal sealed class PartyTable
{
    private const int Believed = 50;
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly Reading _reading;
    private readonly PackNames _names;

    public PartyTable(Reading reading, PackNames names)
    {
        (_reading, _names) = (reading, names);
        foreach (var entity in reading.Entities) _entities[entity.Id] = entity;
    }

    /// <summary>Entities asked for so far.</summary>
    public List<Party> Made { get; } = [];

    public Party this[int index] => Made[index];

    public int[] All(IReadOnlyList<string> ids)
    {
        var indices = new int[ids.Count];
        var n = 0;
        foreach (var id in ids)
            if (One(id) is { } index) indices[n++] = index;
        return n == indices.Length ? indices : indices[..n];
    }

    public int? One(string? id)
    {
        if (id is null || !_entities.TryGetValue(id, out var entity)) return null;
        if (_indices.TryGetValue(id, out var made)) return made;
        var index = _indices[id] = Made.Count;
        var party = new Party
        {
            Key = KeyOf(entity),
            Kind = Words.Of(entity.Kind),
            Name = entity.Name,
            Local = Local(entity),
            Country = entity.Country,
            Admin1 = entity.Admin1,
            Lat = entity.Lat,
            Lon = entity.Lon,
            Precision = entity.Precision is { } precision ? Words.Of(precision) : null,
            Class = entity.Class,
            Plover = entity.Codes?.Plover,
            Acled = entity.Codes?.Acled,
            Interaction = entity.Codes?.Interaction,
        };
        // What it refers to may lead back to it: it has its index before its relations are followed.
        Made.Add(party);
        var of = One(entity.Of ?? entity.Affiliation);
        Made[index] = party with { Within = One(entity.Within), Of = of, Side = SideOf(entity, party.Key, of) };
        return index;
    }

    /// <summary>The state for its government, army and police; the group for its members; else the entity itself.</summary>
    private string? SideOf(Entity entity, string key, int? of)
    {
        if (entity.Kind is EntityKind.People or EntityKind.Person or EntityKind.Facility) return of is { } body && Made[body].Side is { } side ? side : null;
        if (entity.Kind == EntityKind.Place)
            return entity.Precision == PlacePrecision.Country && entity.Country is { } country ? "state:" + country : null;
        if (entity.Kind is not (EntityKind.Organisation or EntityKind.ArmedGroup)) return null;
        if (of is { } whole && Made[whole].Side is { } of1) return of1;
        var plover = entity.Codes?.Plover?.Split(' ');
        var ofState = entity.Codes?.Interaction == "State Forces" || plover is { Length: > 1 } && plover[1] is "GOV" or "MIL" or "COP" or "SPY" or "JUD" or "LEG";
        if (ofState && plover is [{ Length: 3 } code, ..]) return "state:" + code;
        return ofState && entity.Country is { } iso ? "state:" + iso : key;
    }

    private string KeyOf(Entity entity)
    {
        if (entity.Refs.Count > 0 && entity.Refs[0].Score >= Believed) return entity.Refs[0].Ref;
        var kind = Words.Of(entity.Kind);
        if (entity.Kind == EntityKind.People)
        {
            var of = entity.Of is { } id && _entities.TryGetValue(id, out var body) ? KeyOf(body) : "-";
            return $"{kind}:{entity.Class ?? "unknown"}:{of}";
        }
        return $"{kind}:{_names.Fold(entity.Name, _reading.Report.Language)}";
    }

    private string? Local(Entity entity)
    {
        var language = _reading.Report.Language;
        foreach (var (tag, name) in entity.Names)
            if (language is null ? tag != "und" : language.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                return name == entity.Name ? null : name;
        return null;
    }
}
