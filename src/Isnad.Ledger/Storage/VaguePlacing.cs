using Isnad.Ledger.Merging;

namespace Isnad.Ledger.Storage;

/// <summary>
/// Places the tellings of longer stretches of time ("last week", "in February"). Each wishes for the group of a day that alone fits
/// it; wishers of one group that contradict each other are all left out, and form groups of their own with others of the same stretch.
/// A wish depends on the groups of days alone, so that only wishers of groups that are wished for otherwise than before need be asked again.
/// </summary>
internal sealed class VaguePlacing(SettledZone zone, DecisionBook decisions)
{
    /// <summary>The longest stretch with which a telling can still be of a happening told of a day.</summary>
    private const int Longest = 31;

    private readonly Dictionary<Telling, Group?> _wishes = [];

    public void Place(int from, int to)
    {
        var touched = zone.Vague(from, to);
        if (touched.Count == 0) return;
        foreach (var telling in touched) zone.Renew(telling);
        Wish(touched, from, to);
        var wished = _wishes.Values.OfType<Group>().Distinct().ToDictionary(g => g.Key, StringComparer.Ordinal);
        foreach (var key in touched.Select(t => zone.Before(t).Wish).OfType<string>().Concat(wished.Keys).Distinct().Order(StringComparer.Ordinal).ToList())
            foreach (var other in zone.Wishing(key))
                if (zone.Renew(other)) _wishes[other] = wished.TryGetValue(key, out var known) ? known : wished[key] = zone.Outside(key) ?? throw new InvalidDataException($"the group {key} is not there; run 'isnad rebuild'");
        var left = Admit();
        foreach (var (telling, group) in _wishes) zone.Wish(telling, group?.Key);
        GroupByStretch(left);
    }

    private void Wish(List<Telling> touched, int from, int to)
    {
        var placeable = touched.FindAll(IsPlaceable);
        var groups = zone.Groups.ToList();
        if (placeable.Count > 0)
        {
            // What lies outside of the zone is settled already, or will be and then comes back to these tellings.
            groups.AddRange(zone.Outside(placeable.Min(t => t.First) - 1, from - 1));
            groups.AddRange(zone.Outside(to + 1, placeable.Max(t => t.Last)));
        }
        foreach (var family in touched.GroupBy(t => t.Family))
        {
            var merger = new Merger(decisions.Parted);
            var index = new GroupIndex(groups.Where(g => g.Members[0].Family == family.Key));
            foreach (var telling in family) _wishes[telling] = IsPlaceable(telling) ? merger.Place(telling, index) : null;
        }
    }

    private static bool IsPlaceable(Telling telling) => telling.Last - telling.First <= Longest && telling.IsSpecific;

    /// <summary>Lets the wishers into their groups; returns those who are left.</summary>
    private List<Telling> Admit()
    {
        var left = _wishes.Where(w => w.Value is null).Select(w => w.Key).ToList();
        foreach (var wishers in _wishes.Where(w => w.Value is not null).GroupBy(w => w.Value!, w => w.Key))
        {
            foreach (var telling in wishers.OrderBy(t => t.Id, StringComparer.Ordinal))
                if (wishers.All(o => o == telling || Affinity.Of(telling, o, decisions.Parted) >= Affinity.Floor)) wishers.Key.Late.Add(telling);
                else left.Add(telling);
        }
        return left;
    }

    private void GroupByStretch(List<Telling> left)
    {
        var stretches = left.Concat(_wishes.Keys.Where(t => zone.Before(t).Left)).Select(t => (t.Family, t.First, t.Last)).Distinct().ToList();
        foreach (var (family, first, last) in stretches)
            foreach (var other in zone.OfStretch(family, first, last))
                if (zone.Before(other).Left && zone.Renew(other)) left.Add(other);
        foreach (var stretch in left.GroupBy(t => (t.Family, t.First, t.Last)).OrderBy(s => s.Key)) zone.Groups.AddRange(new Merger(decisions.Parted).Among(stretch));
    }
}
