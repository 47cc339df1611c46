using Isnad.Ledger.Queries;
using Isnad.Ledger.Storage;
using Isnad.Readings;

namespace Isnad.Ledger.Review;

/// <summary>What to ask the queue for.</summary>
public sealed record ReviewQuery
{
    /// <summary>The queues.</summary>
    public static readonly IReadOnlyList<string> Queues = ["unreviewed", "mine", "unsure", "disagreements", "done", "all"];

    /// <summary>One of <see cref="Queues"/>.</summary>
    public string Queue { get; init; } = "unreviewed";
    /// <summary>Who asks: <c>mine</c> is what they are to code, and what they must not know is kept from them.</summary>
    public string? Person { get; init; }
    /// <summary>Kinds of claim; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];
    /// <summary>Id of the only report asked for.</summary>
    public string? Report { get; init; }
    /// <summary>Only claims that nobody is to code.</summary>
    public bool Unassigned { get; init; }
    /// <summary>At most so many; 0 for all.</summary>
    public int Limit { get; init; } = 50;
    /// <summary>How many to pass over.</summary>
    public int Offset { get; init; }
}

/// <summary>A claim of the queue.</summary>
public sealed record ReviewRow
{
    /// <summary>Key of the claim.</summary>
    public required string Key { get; init; }
    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }
    /// <summary>Its outlet.</summary>
    public string? Outlet { get; init; }
    /// <summary>When it was published.</summary>
    public string? Published { get; init; }
    /// <summary>Its title.</summary>
    public string? Title { get; init; }
    /// <summary>The claim, as it stands for who asks.</summary>
    public required Claim Claim { get; init; }
    /// <summary>The event that it belongs to.</summary>
    public long? Event { get; init; }
    /// <summary>How much it is to be doubted, 1 to 100.</summary>
    public int Doubt { get; init; }
    /// <summary>How much depends on it, 1 to 20.</summary>
    public int Weight { get; init; }
    /// <summary>Doubt times weight.</summary>
    public int Score => Doubt * Weight;
    /// <summary>Why it is to be doubted, and why it matters.</summary>
    public IReadOnlyList<Doubt> Why { get; init; } = [];
    /// <summary>How it stands in the review, see <see cref="ReviewState"/>.</summary>
    public required string State { get; init; }
    /// <summary>Who is to code it.</summary>
    public IReadOnlyList<string> Assigned { get; init; } = [];
}

/// <summary>Claims to be looked at: those first that are most to be doubted and on which most depends.</summary>
public static class ReviewQueue
{
    private const string From = """
        from queue q join reports p on p.n = q.report left join verdicts v on v.claim = q.claim
        left join tellings t on t.report = q.report and t.ordinal = q.telling left join events e on e.n = t.event
        """;

    private static readonly string Doubt = $"min(100, q.doubt + case when coalesce(e.disputes, '') <> '' then {DoubtFinder.Disputed} else 0 end)";

    /// <summary>Claims that a query asks for, by doubt times weight.</summary>
    /// <exception cref="ArgumentException">There is no such queue.</exception>
    public static IReadOnlyList<ReviewRow> Find(Store store, ReviewQuery query)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        var filter = Conditions(query);
        var sql = $"select q.report, q.claim, {Doubt} as doubt, q.weight, e.n, e.disputes, v.state {From}{filter.Where} order by doubt * q.weight desc, q.report, q.ordinal" + (query.Limit > 0 ? $" limit {filter.Put(query.Limit)} offset {filter.Put(query.Offset)}" : "");
        var rows = store.Database.Stream(sql, r => (Report: r.GetInt64(0), Claim: r.GetString(1), Doubt: r.GetInt32(2), Weight: r.GetInt32(3), Event: r.IsDBNull(4) ? (long?)null : r.GetInt64(4), Disputes: r.Text(5), State: r.Text(6)), filter.Values).ToList();
        var seen = new Dictionary<long, (Reading Reading, DoubtFinder Finder)>();
        var found = new List<ReviewRow>(rows.Count);
        foreach (var row in rows)
        {
            if (!seen.TryGetValue(row.Report, out var of))
            {
                var reading = store.CorrectedOf(row.Report, query.Person, withRejected: true);
                seen[row.Report] = of = (reading, new DoubtFinder(reading));
            }
            if (of.Reading.Claims.FirstOrDefault(c => c.Key == row.Claim) is not { } claim) continue;
            found.Add(RowOf(store, of.Reading, of.Finder.Of(claim), row.Doubt, row.Weight, row.Event, row.Disputes, StateFor(store, row.Claim, row.State, query.Person)));
        }
        return found;
    }

    /// <summary>How many claims a query asks for.</summary>
    public static long Count(Store store, ReviewQuery query)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        var filter = Conditions(query);
        return store.Database.Stream($"select count(*) {From}{filter.Where}", r => r.GetInt64(0), filter.Values).First();
    }

    /// <summary>One claim with why it is to be doubted; null if there is none of this key.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="key">The claim's key.</param>
    /// <param name="viewer">Who looks.</param>
    public static ReviewRow? Claim(Store store, string key, string? viewer)
    {
        ArgumentNullException.ThrowIfNull(store);
        var known = store.Database.Rows($"select q.report, {Doubt}, q.weight, e.n, e.disputes, v.state {From} where q.claim = $0", r => (Report: r.GetInt64(0), Doubt: r.GetInt32(1), Weight: r.GetInt32(2), Event: r.IsDBNull(3) ? (long?)null : r.GetInt64(3), Disputes: r.Text(4), State: r.Text(5)), key);
        if (known is not [var row, ..]) return null;
        var reading = store.CorrectedOf(row.Report, viewer, withRejected: true);
        return reading.Claims.FirstOrDefault(c => c.Key == key) is { } claim
            ? RowOf(store, reading, new DoubtFinder(reading).Of(claim), row.Doubt, row.Weight, row.Event, row.Disputes, StateFor(store, key, row.State, viewer)) : null;
    }

    /// <summary>How many claims of a report version are reviewed, and how many there are to review.</summary>
    public static (long Done, long All) Reviewed(Store store, long report)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Database.Rows("select coalesce(sum(v.state in ('accepted', 'edited', 'rejected')), 0), count(*) from queue q left join verdicts v on v.claim = q.claim where q.report = $0", r => (r.GetInt64(0), r.GetInt64(1)), report)[0];
    }

    private static ReviewRow RowOf(Store store, Reading reading, ClaimDoubts doubts, int doubt, int weight, long? happening, string? disputes, string state)
    {
        IEnumerable<Doubt> disputed = disputes is { Length: > 0 } ? [new Doubt("disputed", DoubtFinder.Disputed, $"reports contradict each other about it: {disputes.Replace(" ", ", ", StringComparison.Ordinal)}", disputes)] : [];
        return new ReviewRow
        {
            Key = doubts.Claim.Key,
            Report = reading.ReportId,
            Outlet = reading.Report.Outlet,
            Published = reading.Report.Published,
            Title = reading.Report.Title,
            Claim = doubts.Claim,
            Event = happening,
            Doubt = doubt,
            Weight = weight,
            Why = [.. disputed, .. doubts.Doubts, .. doubts.Weights],
            State = state,
            Assigned = store.Database.Rows("select person from assignments where claim = $0 and ended is null order by n", r => r.GetString(0), doubts.Claim.Key),
        };
    }

    // A coder who must not know the others' word sees their own.
    private static string StateFor(Store store, string claim, string? state, string? viewer)
    {
        if (state is not ReviewState.Waiting || viewer is null) return state ?? ReviewState.Open;
        var coders = store.Database.Rows("select person from assignments where claim = $0 and ended is null", r => r.GetString(0), claim);
        if (!coders.Contains(viewer)) return state;
        var own = DecisionHistory.OfClaim(store, claim, viewer).Where(d => !d.Withdrawn && d.Person == viewer).Select(d => new ClaimDecision { Number = d.Number, Kind = d.Kind, Claim = claim, Before = d.Before, After = d.After, Person = d.Person, Made = d.Made });
        return Outcome.Of(own).State is ReviewState.Open ? ReviewState.Open : ReviewState.Waiting;
    }

    private static Filter Conditions(ReviewQuery query)
    {
        const string decided = "exists (select 1 from decisions d join decided x on x.decision = d.n where x.claim = q.claim and d.person = ? and d.withdrawn = 0 and d.report is not null and d.kind <> 'reopen' and d.n > coalesce((select max(o.n) from decisions o join decided y on y.decision = o.n where y.claim = q.claim and o.person = ? and o.kind = 'reopen' and o.withdrawn = 0), 0))";
        var filter = new Filter();
        switch (query.Queue)
        {
            case "unreviewed": filter.Add("coalesce(v.state, 'open') = 'open'"); break;
            // What is theirs and they have not decided yet; nobody else's word shows in it.
            case "mine":
                filter.Add("exists (select 1 from assignments a where a.claim = q.claim and a.person = ? and a.ended is null)", query.Person);
                filter.Add("not " + decided, query.Person, query.Person);
                break;
            case "unsure": filter.Add("v.state = 'unsure'"); break;
            case "disagreements": filter.Add("v.state = 'disagreed'"); break;
            case "done": filter.Add("v.state in ('accepted', 'edited', 'rejected')"); break;
            case "all": break;
            default: throw new ArgumentException($"there is no queue '{query.Queue}'; choose {string.Join(", ", ReviewQuery.Queues)}");
        }
        if (query.Kinds.Count > 0) filter.In("q.kind", query.Kinds);
        if (query.Report is { } report) filter.Add("p.id = ?", report);
        if (query.Unassigned) filter.Add("not exists (select 1 from assignments a where a.claim = q.claim and a.ended is null)");
        return filter;
    }
}
