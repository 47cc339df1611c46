using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Packs;

namespace Isnad.Places;

/// <summary>Which countries a report is about, by what it names: 0 to 100 for each.</summary>
internal sealed class ReportCountries
{
    private const int ByCountry = 10;
    public const int ByPlace = 10;
    private const int ByDemonym = 6;
    private const int ByActor = 5;
    private const int ByOutlet = 8;
    private const int Most = 100;

    private readonly Dictionary<string, int> _weights = new(StringComparer.Ordinal);

    /// <summary>Weighs the names of a report, and its outlet's country.</summary>
    public ReportCountries(LanguagePack pack, NameMention?[] names, string? outlet)
    {
        foreach (var name in names)
            if (name is not null) Weigh(pack.World, name);
        if (outlet is not null && pack.World.Names.Find(pack.Fold.Fold(outlet)) is >= 0 and var value)
            foreach (var entry in pack.World.EntriesAt(value))
                if (entry.Kind == NameKind.Outlet) Add(pack.World.Outlets[entry.Index].Country, ByOutlet);
    }

    /// <summary>Whether the report names any country, or anything of one.</summary>
    public bool Any => _weights.Count > 0;

    /// <summary>How much speaks for a country.</summary>
    public int this[string iso3] => _weights.GetValueOrDefault(iso3);

    /// <summary>Takes back what a name that is none said of its country.</summary>
    public void Forget(string iso3)
    {
        if (_weights.GetValueOrDefault(iso3) is var weight && weight > ByPlace) _weights[iso3] = weight - ByPlace;
        else _weights.Remove(iso3);
    }

    /// <summary>The country that more speaks for than twice as much as for any other, or null.</summary>
    public string? Foremost
    {
        get
        {
            var ordered = _weights.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(2).ToArray();
            return ordered.Length > 0 && ordered[0].Value >= ByCountry && (ordered.Length == 1 || ordered[0].Value >= 2 * ordered[1].Value) ? ordered[0].Key : null;
        }
    }

    public void Add(string iso3, int weight)
    {
        if (iso3.Length > 0) _weights[iso3] = Math.Min(Most, _weights.GetValueOrDefault(iso3) + weight);
    }

    private void Weigh(World world, NameMention name)
    {
        string? only = null;
        var weighs = 0;
        foreach (var entry in name.Entries)
        {
            var (country, weight) = entry.Kind switch
            {
                NameKind.Country or NameKind.Capital => (world.Countries[entry.Index].Iso3, ByCountry),
                NameKind.Demonym => (world.Countries[entry.Index].Iso3, ByDemonym),
                NameKind.Actor => (world.Actors[entry.Index].Country, ByActor),
                NameKind.Place when entry.Index >= 0 => (world.Places[entry.Index].Country, ByPlace),
                _ => ("", 0),
            };
            if (weight == 0) continue;
            // A name that may be of two countries speaks for neither.
            if (only is not null && only != country) return;
            (only, weighs) = (country, Math.Max(weighs, weight));
        }
        if (only is not null) Add(only, weighs);
    }
}
