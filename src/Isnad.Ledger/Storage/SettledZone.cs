using Isnad.Ledger.Merging;

namespace Isnad.Ledger.Storage;

/// <summary>The groups of a stretch of days, and what belongs to them from outside of it, on the way to the events' rows.</summary>
internal sealed class SettledZone(Database database, TellingCache tellings, DecisionBook decisions)
{
    private readonly Dictionary<(long Report, int Ordinal), (string? Group, long? Event, string? Wish)> _before = [];
    private readonly Dictionary<string, Group> _outside = new(StringComparer.Ordinal);
    private readonly HashSet<(long Report, int Ordinal)> _vague = [];

    /// <summary>Groups of the zone, made anew.</summary>
    public List<Group> Groups { get; } = [];

    /// <summary>Tellings kept under some days, with the groups that they were in.</summary>
    public List<(Telling Telling, string? Group)> Between(int from, int to) =>
        Load("home between $0 and $1", from, to);

    /// <summary>Tellings of longer stretches of time that touch some days, or begin on the day after them.</summary>
    public List<Telling> Vague(int from, int to) =>
        Load("timing = 2 and first <= $1 and last >= $0", from, to + 1).ConvertAll(r => r.Telling);

    /// <summary>Tellings of longer stretches of time that fit a group best.</summary>
    public List<Telling> Wishing(string group) => Load("wish = $0", group).ConvertAll(r => r.Telling);

    /// <summary>Tellings of just this stretch of time.</summary>
    public List<Telling> OfStretch(string family, int first, int last) =>
        Load("timing = 2 and first = $1 and last = $2 and family = $0", family, first, last).ConvertAll(r => r.Telling);

    /// <summary>The group that a telling fitted best before, and whether it was not let in.</summary>
    public (string? Wish, bool Left) Before(Telling telling) =>
        _before.TryGetValue((telling.Report, telling.Ordinal), out var before) ? (before.Wish, before.Group is not null && before.Group != before.Wish) : (null, false);

    /// <summary>Says that a telling is placed anew: it leaves the group that it was in. Returns whether it was not said before.</summary>
    public bool Renew(Telling telling)
    {
        if (!_vague.Add((telling.Report, telling.Ordinal))) return false;
        foreach (var group in _outside.Values) group.Late.Remove(telling);
        return true;
    }

    /// <summary>Keeps which group a telling fits best.</summary>
    public void Wish(Telling telling, string? group)
    {
        if (Before(telling).Wish != group) database.Do("update tellings set wish = $2 where report = $0 and ordinal = $1", telling.Report, telling.Ordinal, group);
    }

    /// <summary>Groups kept under days outside of the zone, without the tellings that are placed anew.</summary>
    public IEnumerable<Group> Outside(int from, int to)
    {
        if (from > to) return [];
        var keys = Between(from, to).Where(r => r.Group is not null && r.Telling.Timing != Timing.Vague).Select(r => r.Group!).Distinct();
        return keys.Select(Outside).OfType<Group>().ToList();
    }

    /// <summary>Writes the events of all groups, and deletes those that are no more.</summary>
    public void Write(int from, int to)
    {
        var events = Unite();
        var writer = new EventWriter(database, tellings, decisions);
        var gone = database.Rows("select n from events where home between $0 and $1", r => r.GetInt64(0), from, to).ToHashSet();
        foreach (var happening in events)
            foreach (var telling in happening.SelectMany(g => g.Members.Concat(g.Late)))
                if (_before.TryGetValue((telling.Report, telling.Ordinal), out var before) && before.Event is { } old) gone.Add(old);
        foreach (var happening in events) gone.Remove(writer.Write(happening, t => _before.GetValueOrDefault((t.Report, t.Ordinal)) is var b ? (b.Group, b.Event) : default));
        writer.Flush();
        foreach (var number in gone) writer.Delete(number);
    }

    /// <summary>Groups that are one event: those that a person joined, and whatever lay in an event together with a telling that has moved.</summary>
    private List<List<Group>> Unite()
    {
        var all = new List<Group>(Groups);
        all.AddRange(_outside.Values.Where(g => g.Late.Exists(t => _vague.Contains((t.Report, t.Ordinal)))));
        var of = new Dictionary<(long, int), Group>();
        var queue = new Queue<Group>(all);
        var taken = new HashSet<Group>(all);
        foreach (var group in all) Index(group, of);
        var links = new List<(Group, Group)>();
        while (queue.TryDequeue(out var group))
        {
            foreach (var other in Companions(group, of).Concat(Joined(group, of, links)))
            {
                if (!taken.Add(other)) continue;
                all.Add(other);
                Index(other, of);
                queue.Enqueue(other);
            }
        }
        var parent = all.ToDictionary(g => g, g => g);
        Group Root(Group g) => parent[g] == g ? g : parent[g] = Root(parent[g]);
        foreach (var (one, other) in links) parent[Root(one)] = Root(other);
        return [.. all.GroupBy(Root).Select(g => g.OrderBy(x => x.Home).ThenBy(x => x.Id, StringComparer.Ordinal).ToList()).OrderBy(g => g[0].Home).ThenBy(g => g[0].Id, StringComparer.Ordinal)];
    }

    private static void Index(Group group, Dictionary<(long, int), Group> of)
    {
        foreach (var telling in group.Members.Concat(group.Late)) of[(telling.Report, telling.Ordinal)] = group;
    }

    /// <summary>Groups outside of the zone that lie in the events in which tellings of a group lay: those events are written anew.</summary>
    private List<Group> Companions(Group group, Dictionary<(long, int), Group> of)
    {
        var companions = new List<Group>();
        var numbers = group.Members.Concat(group.Late).Select(t => _before.GetValueOrDefault((t.Report, t.Ordinal)).Event).OfType<long>().Distinct();
        foreach (var number in numbers.ToList())
            foreach (var (telling, key) in Load("event = $0", number))
                if (key is not null && !of.ContainsKey((telling.Report, telling.Ordinal)) && !_vague.Contains((telling.Report, telling.Ordinal)) && Outside(key) is { } other) companions.Add(other);
        return companions;
    }

    /// <summary>Groups that a person joined to a group.</summary>
    private List<Group> Joined(Group group, Dictionary<(long, int), Group> of, List<(Group, Group)> links)
    {
        var joined = new List<Group>();
        var keys = group.Members.Concat(group.Late).SelectMany(t => t.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var decision in decisions.All)
        {
            if (decision.Kind != "join" || !decision.Claims.Any(keys.Contains)) continue;
            foreach (var claim in decision.Claims.Where(c => !keys.Contains(c)))
            {
                if (TellingOf(claim) is not { } telling) continue;
                if (!of.TryGetValue((telling.Report, telling.Ordinal), out var other))
                {
                    Load("report = $0 and ordinal = $1", telling.Report, telling.Ordinal);
                    // A group that has no key yet lies in days that are still to be settled; then this comes back.
                    if (_before[(telling.Report, telling.Ordinal)].Group is not { } key || Outside(key) is not { } outside) continue;
                    other = outside;
                }
                links.Add((group, other));
                joined.Add(other);
            }
        }
        return joined;
    }

    private Telling? TellingOf(string claim)
    {
        foreach (var report in database.Rows("select r.n from decided d join reports r on r.identity = d.report and r.current = 1 where d.claim = $0", r => r.GetInt64(0), claim).Distinct())
            if (tellings.TellingsOf(report).Find(t => t.Keys.Contains(claim)) is { } telling) return telling;
        return null;
    }

    /// <summary>A group as it was kept, without the tellings that are placed anew; null if nothing of it is left.</summary>
    public Group? Outside(string key)
    {
        if (_outside.TryGetValue(key, out var known)) return known;
        var all = Load("grp = $0", key).Where(r => !_vague.Contains((r.Telling.Report, r.Telling.Ordinal))).Select(r => r.Telling).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        var members = all.FindAll(t => t.Timing != Timing.Vague);
        var late = all.FindAll(t => t.Timing == Timing.Vague);
        // A group of vague tellings alone has them for its members.
        if (members.Count == 0) (members, late) = (late, members);
        if (members.Count == 0) return null;
        var group = Group.Kept(key, members);
        group.Late.AddRange(late);
        return _outside[key] = group;
    }

    private List<(Telling Telling, string? Group)> Load(string condition, params ReadOnlySpan<object?> values)
    {
        var found = new List<(Telling, string?)>();
        foreach (var (report, ordinal, group, number, wish) in database.Rows($"select report, ordinal, grp, event, wish from tellings where {condition}", r => (r.GetInt64(0), r.GetInt32(1), r.Text(2), r.IsDBNull(3) ? (long?)null : r.GetInt64(3), r.Text(4)), values))
        {
            _before.TryAdd((report, ordinal), (group, number, wish));
            found.Add((tellings.At(report, ordinal), group));
        }
        return found;
    }
}
