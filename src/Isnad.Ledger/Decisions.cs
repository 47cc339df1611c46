using System.Globalization;
using Isnad.Ledger.Review;
using Isnad.Ledger.Storage;

namespace Isnad.Ledger;

/// <summary>
/// People's decisions: which claims are of one happening and which are not, and what is confirmed or discounted. They are kept by the
/// keys of claims, win over every rule, and outlive a new reading. Of two that contradict each other the later one stands.
/// </summary>
/// <param name="store">The ledger.</param>
/// <param name="person">Who decides.</param>
/// <param name="now">The moment.</param>
public sealed class Decisions(Store store, string? person, DateTimeOffset now)
{
    /// <summary>All joins, splits and grades that stand, oldest first.</summary>
    public IReadOnlyList<Decision> All => DecisionBook.Load(store.Database).All;

    /// <summary>Makes several events one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such event.</exception>
    public long Join(IReadOnlyList<long> events, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Distinct().Count() < 2) throw new ArgumentException("name at least two events that differ");
        var number = 0L;
        var tellings = events.Select(e => Tellings(e)).ToList();
        var claims = tellings.ConvertAll(t => t.Select(x => x.Telling.Id).Min(StringComparer.Ordinal)!);
        var all = tellings.ConvertAll(t => t.SelectMany(x => x.Telling.Keys).ToHashSet());
        store.Database.Transact(() =>
        {
            number = Put("join", claims, null, null, note, tellings.SelectMany(t => t).Select(t => t.Telling));
            // What was parted between these events is parted no longer.
            foreach (var decision in All)
                if (decision.Kind == "split" && all.Exists(a => decision.Claims.Any(a.Contains)) && all.Exists(a => decision.Others.Any(a.Contains)) && !Within(all, decision)) Displace(decision.Number, number);
            Touch(tellings.SelectMany(t => t).Select(t => t.Telling.Home));
        });
        store.Settle();
        return number;
    }

    /// <summary>Takes claims out of an event: with the tellings that remain they are of one happening no longer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such event, or a claim is not of it.</exception>
    public long Split(long happening, IReadOnlyList<string> claims, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var tellings = Tellings(happening);
        var keys = tellings.SelectMany(t => t.Telling.Keys).ToArray();
        if (claims.FirstOrDefault(c => !keys.Contains(c)) is { } unknown) throw new KeyNotFoundException($"claim {unknown} is not of E{happening}");
        var others = keys.Except(claims).ToArray();
        if (others.Length == 0) throw new KeyNotFoundException($"these are all the claims of E{happening}: there is nothing to part them from");
        var number = 0L;
        store.Database.Transact(() =>
        {
            Around(tellings.Where(t => t.Telling.Keys.Any(claims.Contains)).Select(t => t.Telling.Report).Distinct().ToList(), () =>
            {
                number = Put("split", claims, others, null, note, tellings.Select(t => t.Telling));
                var crossing = All.Where(d => d.Kind == "join" && d.Claims.Any(claims.Contains) && d.Claims.Any(others.Contains)).ToList();
                foreach (var decision in crossing) Displace(decision.Number, number);
                // What a join had made one and this does not part stays one.
                if (crossing.Count == 0) return;
                foreach (var side in (IReadOnlyList<string>[])[claims, others])
                    if (tellings.Select(t => t.Telling.Keys.FirstOrDefault(side.Contains)).OfType<string>().ToList() is { Count: > 1 } together)
                        store.Database.Do("update decisions set follows = $1 where n = $0", Put("join", together, null, null, null, tellings.Select(t => t.Telling)), number);
            });
            Touch(tellings.Select(t => t.Telling.Home));
        });
        store.Cache.Clear();
        store.Settle();
        return number;
    }

    /// <summary>Confirms or discounts an event.</summary>
    /// <param name="happening">Number of the event.</param>
    /// <param name="value"><c>confirmed</c> or <c>discounted</c>.</param>
    /// <param name="note">Why.</param>
    public long Grade(long happening, string value, string? note = null)
    {
        if (value is not ("confirmed" or "discounted")) throw new ArgumentException($"'{value}' is no grade that a person gives; confirmed or discounted");
        var tellings = Tellings(happening);
        var number = 0L;
        store.Database.Transact(() =>
        {
            number = Put("grade", [tellings.Select(t => t.Telling.Id).Min(StringComparer.Ordinal)!], null, value, note, tellings.Select(t => t.Telling));
            Touch(tellings.Select(t => t.Telling.Home));
        });
        store.Settle();
        return number;
    }

    /// <summary>Takes a decision back, and what it brought with it; what it had put out of force stands again.</summary>
    /// <exception cref="KeyNotFoundException">There is no such decision.</exception>
    public void Withdraw(long number)
    {
        if (store.Database.Value("select 1 from decisions where n = $0 and withdrawn = 0 and report is not null", number) is not null)
        {
            new ClaimReview(store, person, now).Withdraw(number);
            return;
        }
        var decision = All.FirstOrDefault(d => d.Number == number) ?? throw new KeyNotFoundException($"there is no decision {number}");
        store.Database.Transact(() => Around(Reports(decision), () =>
        {
            Take(number);
            store.Database.Do("update decisions set withdrawn = 1, withdrawn_by = $1, withdrawn_at = $2 where follows = $0 and withdrawn = 0", number, person, Moment);
            store.Database.Do("update decisions set withdrawn = 0, withdrawn_by = null, withdrawn_at = null, displaced_by = null where displaced_by = $0", number);
        }));
        store.Cache.Clear();
        store.Settle();
    }

    /// <summary>Decisions about claims that no reading has any more: they stand, but nothing follows from them.</summary>
    public IReadOnlyList<Decision> Dangling()
    {
        var dangling = new List<Decision>();
        foreach (var decision in All)
        {
            var keys = Reports(decision).SelectMany(r => store.Cache.DigestOf(r).Claims).Select(c => c.Key).ToHashSet();
            if (!decision.Claims.All(keys.Contains)) dangling.Add(decision);
        }
        dangling.AddRange(new ClaimReview(store, person, now).Dangling());
        return dangling;
    }

    /// <summary>Makes the tellings of reports anew around a change: claims of one telling may come apart by it, or together.</summary>
    private void Around(List<long> reports, Action change)
    {
        var before = new ReportWriter(store.Database, store.Maker, store.Names);
        foreach (var report in reports) before.Detach(report, report, store.Cache.DigestOf(report));
        change();
        // A writer keeps the decisions that it began with.
        var after = new ReportWriter(store.Database, store.Maker, store.Names);
        foreach (var report in reports) after.Attach(report, store.ReadingOf(report).Reading);
    }

    private List<long> Reports(Decision decision) =>
        store.Database.Rows("""
            select distinct r.n from decided d join reports r on r.identity = d.report and r.current = 1
            where d.decision in (select n from decisions where $0 in (n, displaced_by, follows)) order by r.n
            """, r => r.GetInt64(0), decision.Number);

    private List<(Merging.Telling Telling, Digests.Digest Digest)> Tellings(long happening)
    {
        var made = store.Event(happening) ?? throw new KeyNotFoundException($"there is no event E{happening}");
        return store.TellingsOf(made.Number);
    }

    private static bool Within(List<HashSet<string>> events, Decision split) => events.Exists(e => split.Claims.All(e.Contains) && split.Others.All(e.Contains));

    private long Put(string kind, IReadOnlyList<string> claims, IReadOnlyList<string>? others, string? value, string? note, IEnumerable<Merging.Telling> among)
    {
        store.Database.Do("insert into decisions (kind, claims, others, value, person, note, made) values ($0, $1, $2, $3, $4, $5, $6)",
            kind, DecisionBook.Text(claims), others is null ? null : DecisionBook.Text(others), value, person, note, Moment);
        var number = store.Database.LastRow;
        foreach (var telling in among)
            foreach (var key in telling.Keys.Intersect(claims.Concat(others ?? [])))
                store.Database.Do("insert or ignore into decided select $0, identity, $1 from reports where n = $2", key, number, telling.Report);
        return number;
    }

    private void Take(long number) =>
        store.Database.Do("update decisions set withdrawn = 1, withdrawn_by = $1, withdrawn_at = $2 where n = $0", number, person, Moment);

    /// <summary>Takes a decision back on account of a later one, until that is taken back itself.</summary>
    private void Displace(long number, long by)
    {
        Take(number);
        store.Database.Do("update decisions set displaced_by = $1 where n = $0", number, by);
    }

    private string Moment => now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private void Touch(IEnumerable<int> days)
    {
        foreach (var day in days.Distinct()) store.Database.Do("insert or ignore into dirty values ($0)", day);
    }
}
