using System.Globalization;

namespace Isnad.Ledger.Merging;

/// <summary>Tellings taken for one happening.</summary>
internal sealed class Group
{
    /// <summary>A group of tellings that make its core.</summary>
    public Group(List<Telling> members) : this(members, members.Min(t => t.Home), members.Select(t => t.Id).Min(StringComparer.Ordinal)!)
    {
    }

    private Group(List<Telling> members, int home, string id) => (Members, Home, Id) = (members, home, id);

    /// <summary>The tellings; whoever was attached comes after the core.</summary>
    public List<Telling> Members { get; }

    /// <summary>Tellings of a longer stretch of time that were placed here.</summary>
    public List<Telling> Late { get; } = [];

    /// <summary>The day under which it is kept: the first of its core.</summary>
    public int Home { get; private set; }

    /// <summary>The smallest id of its core.</summary>
    public string Id { get; private set; }

    /// <summary>Home and id in one, by which the ledger keeps the group.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Home}|{Id}");

    /// <summary>A group as the ledger kept it.</summary>
    public static Group Kept(string key, List<Telling> members)
    {
        var bar = key.IndexOf('|', StringComparison.Ordinal);
        return new Group(members, int.Parse(key.AsSpan(0, bar), CultureInfo.InvariantCulture), key[(bar + 1)..]);
    }

    /// <summary>Takes the tellings of another group into the core.</summary>
    public void Absorb(Group other)
    {
        Members.AddRange(other.Members);
        Home = Math.Min(Home, other.Home);
        if (string.CompareOrdinal(other.Id, Id) < 0) Id = other.Id;
    }

    /// <summary>Sum and least of the points between a telling and the members.</summary>
    public (int Sum, int Least) Points(Telling telling, Func<Telling, Telling, int> points)
    {
        var (sum, least) = (0, int.MaxValue);
        foreach (var member in Members)
        {
            var p = points(telling, member);
            sum += p;
            least = Math.Min(least, p);
        }
        return (sum, least);
    }
}

/// <summary>Groups by what a telling must share with them.</summary>
internal sealed class GroupIndex
{
    private readonly Dictionary<string, List<Group>> _byHandle = new(StringComparer.Ordinal);

    public GroupIndex(IEnumerable<Group> groups)
    {
        foreach (var group in groups) Add(group);
    }

    public void Add(Group group)
    {
        foreach (var handle in group.Members.SelectMany(Clusters.Handles).Distinct())
            (_byHandle.TryGetValue(handle, out var list) ? list : _byHandle[handle] = []).Add(group);
    }

    /// <summary>Groups of a stretch of days that share something with a telling, in order of ids.</summary>
    public List<Group> Near(IEnumerable<Telling> tellings, int from, int to)
    {
        var near = new HashSet<Group>();
        foreach (var handle in tellings.SelectMany(Clusters.Handles))
            if (_byHandle.TryGetValue(handle, out var groups))
                foreach (var group in groups)
                    if (group.Home >= from && group.Home <= to) near.Add(group);
        return [.. near.OrderBy(g => g.Id, StringComparer.Ordinal)];
    }
}
