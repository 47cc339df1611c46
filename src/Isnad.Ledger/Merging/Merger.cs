namespace Isnad.Ledger.Merging;

/// <summary>
/// Joins tellings of one family to groups. A pure function of the set of tellings: neither their order nor how often they came
/// matters. Definite tellings make the groups; what is told less exactly joins the one group that it fits, and never ties two.
/// </summary>
/// <param name="parted">Whether a person said that two claims, by their keys, are not of one happening.</param>
internal sealed class Merger(Func<string, string, bool>? parted = null)
{
    /// <summary>
    /// Days by which a telling's group can depend on other tellings, at most. Each step below looks at groups two or three days
    /// away at most, and each rests on the steps before it.
    /// </summary>
    public const int Reach = 16;

    /// <summary>Points by which the best group must lead for a telling that is not specific.</summary>
    private const int Lead = 3;

    private readonly Dictionary<(Telling, Telling), int> _known = [];

    /// <summary>The groups of tellings that are fixed to a day or two, or to none.</summary>
    public List<Group> Merge(IEnumerable<Telling> tellings)
    {
        var all = tellings.OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        var groups = PerDay(all.FindAll(t => t.Timing == Timing.Definite && t.IsSpecific));
        groups = AcrossDays(groups, Affinity.JoinedAcrossDays, 0, Affinity.Identified);
        var index = new GroupIndex(groups);
        var soft = PerDay(Attach(all.FindAll(t => t.Timing == Timing.Soft && t.IsSpecific), index, 0));
        soft = AcrossDays(soft, Affinity.Joined, Affinity.Floor, null);
        foreach (var group in soft) index.Add(group);
        var loose = PerDay(Attach(all.FindAll(t => t.Timing is Timing.Definite or Timing.Soft && !t.IsSpecific), index, Lead));
        var undated = PerDay(all.FindAll(t => t.Timing == Timing.None));
        return [.. groups, .. soft, .. loose, .. undated];
    }

    /// <summary>The group that a telling of a longer stretch of time is of, if there is just one that it fits; else null.</summary>
    public Group? Place(Telling telling, GroupIndex index) =>
        telling.IsSpecific ? Best(telling, index.Near([telling], telling.First - 1, telling.Last), Lead)?.Group : null;

    /// <summary>Groups of tellings of one stretch of time among themselves.</summary>
    public List<Group> Among(IEnumerable<Telling> tellings) =>
        Clusters.Of([.. tellings.OrderBy(t => t.Id, StringComparer.Ordinal)], Points).ConvertAll(g => new Group(g));

    private int Points(Telling a, Telling b)
    {
        var pair = string.CompareOrdinal(a.Id, b.Id) <= 0 ? (a, b) : (b, a);
        return _known.TryGetValue(pair, out var points) ? points : _known[pair] = Affinity.Of(pair.Item1, pair.Item2, parted);
    }

    private List<Group> PerDay(List<Telling> tellings)
    {
        var groups = new List<Group>();
        foreach (var day in tellings.GroupBy(t => t.Home).OrderBy(d => d.Key))
            foreach (var members in Clusters.Of([.. day], Points)) groups.Add(new Group(members));
        return groups;
    }

    /// <summary>Joins groups of neighbouring days, each the best of the other: never more than two days become one.</summary>
    private List<Group> AcrossDays(List<Group> groups, int enough, int floor, Func<Telling, Telling, bool>? identified)
    {
        var index = new GroupIndex(groups);
        var best = new Dictionary<Group, Group?>();
        Group? BestOf(Group group)
        {
            if (best.TryGetValue(group, out var known)) return known;
            (Group? Group, long Sum, int Count) found = (null, 0, 1);
            foreach (var other in index.Near(group.Members, group.Home - 1, group.Home + 1))
            {
                if (other.Home == group.Home) continue;
                var (sum, least) = Between(group, other);
                var count = group.Members.Count * other.Members.Count;
                if (least < floor || sum < (long)enough * count) continue;
                if (identified is not null && !group.Members.Exists(a => other.Members.Exists(b => identified(a, b)))) continue;
                if (found.Group is null || sum * found.Count > found.Sum * count) found = (other, sum, count);
            }
            return best[group] = found.Group;
        }

        var joined = new List<Group>();
        var gone = new HashSet<Group>();
        var pairs = groups.Where(g => BestOf(g) is { } other && other.Home > g.Home && BestOf(other) == g).Select(g => (g, BestOf(g)!)).ToList();
        foreach (var (group, other) in pairs)
        {
            gone.Add(other);
            group.Absorb(other);
        }
        foreach (var group in groups)
            if (!gone.Contains(group)) joined.Add(group);
        return joined;
    }

    private (long Sum, int Least) Between(Group group, Group other)
    {
        var (sum, least) = (0L, int.MaxValue);
        foreach (var telling in group.Members)
        {
            var (s, l) = other.Points(telling, Points);
            sum += s;
            least = Math.Min(least, l);
        }
        return (sum, least);
    }

    /// <summary>Gives each telling to the group that it fits best, unless others that fit that group better contradict it; returns who is left.</summary>
    private List<Telling> Attach(List<Telling> tellings, GroupIndex index, int lead)
    {
        var wishes = new Dictionary<Group, List<(Telling Telling, int Sum, int Count)>>();
        var left = new List<Telling>();
        foreach (var telling in tellings)
        {
            if (Best(telling, index.Near([telling], telling.First - 1, telling.Last), lead) is not { } best) left.Add(telling);
            else (wishes.TryGetValue(best.Group, out var list) ? list : wishes[best.Group] = []).Add((telling, best.Sum, best.Group.Members.Count));
        }
        foreach (var (group, wishing) in wishes)
        {
            wishing.Sort(static (a, b) => b.Sum != a.Sum ? b.Sum.CompareTo(a.Sum) : string.CompareOrdinal(a.Telling.Id, b.Telling.Id));
            foreach (var (telling, _, _) in wishing)
                if (group.Points(telling, Points).Least >= Affinity.Floor) group.Members.Add(telling);
                else left.Add(telling);
        }
        left.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return left;
    }

    private (Group Group, int Sum)? Best(Telling telling, List<Group> groups, int lead)
    {
        (Group Group, int Sum)? best = null;
        var second = double.MinValue;
        foreach (var group in groups)
        {
            var (sum, least) = group.Points(telling, Points);
            var average = sum / (double)group.Members.Count;
            if (least < Affinity.Floor || sum < Affinity.Joined * group.Members.Count) continue;
            var leading = best is { } b ? b.Sum / (double)b.Group.Members.Count : double.MinValue;
            // Among equals the later day: news is of the day before rather than of the one before that.
            if (average > leading || (average.Equals(leading) && group.Home > best!.Value.Group.Home))
            {
                second = leading;
                best = (group, sum);
            }
            else second = Math.Max(second, average);
        }
        return best is { } found && lead > 0 && found.Sum / (double)found.Group.Members.Count < second + lead ? null : best;
    }
}
