using Isnad.Ledger.Digests;
using Isnad.Ledger.Events;
using Isnad.Ledger.Merging;

namespace Isnad.Ledger.Storage;

/// <summary>Writes the rows of events. An event keeps its id as long as the claim in which the id is anchored is of it.</summary>
internal sealed class EventWriter(Database database, TellingCache tellings, DecisionBook decisions)
{
    private const int Together = 512;

    private readonly List<(long Number, bool IsNew, int Home, List<(Telling, Digest)> Members, string? Judged)> _due = [];

    /// <summary>Ids anchored in reports that were asked for: a report has many tellings.</summary>
    private readonly Dictionary<long, List<(long Id, string Claim)>> _anchors = [];

    /// <summary>Writes one event, if anything of it has changed. Returns its number.</summary>
    public long Write(List<Group> groups, Func<Telling, (string? Group, long? Event)> before)
    {
        var members = groups.SelectMany(g => g.Members.Concat(g.Late).Select(t => (Telling: t, Group: g.Key))).ToList();
        var (number, isNew) = NumberOf(members.ConvertAll(m => m.Telling));
        var judged = decisions.Judged(members.SelectMany(m => m.Telling.Keys));
        if (!isNew && members.TrueForAll(m => before(m.Telling) is var b && b.Event == number && b.Group == m.Group) && IsWritten(number, members.Count, judged, groups[0].Home)) return number;
        foreach (var (telling, group) in members)
            database.Do("update tellings set grp = $2, event = $3 where report = $0 and ordinal = $1", telling.Report, telling.Ordinal, group, number);
        _due.Add((number, isNew, groups[0].Home, members.ConvertAll(m => (m.Telling, tellings.DigestOf(m.Telling.Report))), judged));
        if (_due.Count >= Together) Flush();
        return number;
    }

    /// <summary>Writes the events that are still due. They are made by several threads, and written in order.</summary>
    public void Flush()
    {
        foreach (var (due, made) in _due.AsParallel().AsOrdered().Select(d => (d, EventMaker.Make(d.Members, d.Judged))).ToList())
            Put(due.Number, due.IsNew, due.Home, due.Members, due.Judged, made);
        _due.Clear();
    }

    /// <summary>Deletes an event's rows. Its id stays with the claim that it is anchored in, and leads to that claim's event.</summary>
    public void Delete(long number)
    {
        database.Do("delete from events where n = $0", number);
        database.Do("delete from event_parties where event = $0", number);
    }

    // Of as many tellings, each of which was of it before: it is the same event.
    private bool IsWritten(long number, int tellings, string? judged, int home) =>
        database.Value("select 1 from events where n = $0 and judged is $1 and home = $2 and tellings = $3", number, judged, home, tellings) is not null;

    /// <summary>The oldest id that is anchored in a claim of these tellings, or a new one.</summary>
    private (long Number, bool IsNew) NumberOf(List<Telling> members)
    {
        long? oldest = null;
        foreach (var telling in members)
            foreach (var (id, claim) in AnchorsOf(telling.Report))
                if ((oldest is null || id < oldest) && telling.Keys.Contains(claim)) oldest = id;
        if (oldest is { } known) return (known, false);
        var anchor = members.OrderBy(t => t.Id, StringComparer.Ordinal).First();
        database.Do("insert into ids (report, claim) values ($0, $1)", anchor.Report, anchor.Id);
        var number = database.LastRow;
        AnchorsOf(anchor.Report).Add((number, anchor.Id));
        return (number, true);
    }

    private List<(long Id, string Claim)> AnchorsOf(long report) =>
        _anchors.TryGetValue(report, out var known) ? known : _anchors[report] = database.Rows("select event, claim from ids where report = $0", r => (r.GetInt64(0), r.GetString(1)), report);

    private void Put(long number, bool isNew, int home, List<(Telling, Digest)> members, string? judged, LedgerEvent happening)
    {
        var (killed, wounded) = (Whole(happening, "killed"), Whole(happening, "wounded"));
        var disputes = string.Join(' ', happening.Disputes.Select(d => d.About).Distinct().Order(StringComparer.Ordinal));
        // A new event has no rows yet; most are new when an archive is taken in.
        if (!isNew && database.Do("delete from events where n = $0", number) > 0) database.Do("delete from event_parties where event = $0", number);
        database.Do("insert into events values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31)",
            number, happening.Family, happening.Type, happening.Mode, happening.Status, happening.First, happening.Last, home, happening.Precision,
            happening.Place?.Key, happening.Place?.Name, happening.Place?.Local, happening.Place?.Precision, happening.Place?.Lat, happening.Place?.Lon, happening.Place?.Country, happening.Place?.Admin1,
            Names(happening.Agents), Names(happening.Targets), killed?.Low, killed?.High, wounded?.Low, wounded?.High,
            happening.Reports, happening.Outlets, happening.Witnesses.Count, happening.Grade, disputes, judged, happening.Passing ? 1 : 0, happening.Known, members.Count);
        var parties = happening.Agents.Select(a => (a.Key, "agent")).Concat(happening.Targets.Select(t => (t.Key, "target")))
            // The containing places, so that what lies in a province is found by it.
            .Concat(members.SelectMany(m => m.Item1.Places).SelectMany(p => p.Around.Prepend(p.Key)).Distinct().Select(p => (p, "place")));
        foreach (var (key, role) in parties) database.Do("insert or ignore into event_parties values ($0, $1, $2)", key, number, role);
    }

    private static Toll? Whole(LedgerEvent happening, string measure) => happening.Tolls.FirstOrDefault(t => t.Measure == measure && t.Of is null);

    private static string? Names(IReadOnlyList<EventParty> parties) => parties.Count == 0 ? null : string.Join("; ", parties.Select(p => p.Name));
}
