using Isnad.Ledger.Storage;

namespace Isnad.Ledger.Queries;

/// <summary>What to look for among figures.</summary>
public sealed record FigureQuery
{
    /// <summary>Measures; all if empty.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];
    /// <summary>First day on which it was said.</summary>
    public DateOnly? From { get; init; }
    /// <summary>Last day on which it was said.</summary>
    public DateOnly? To { get; init; }
    /// <summary>Names or keys of places.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
    /// <summary>Part of the claimant's name or key.</summary>
    public string? Claimant { get; init; }
    /// <summary>Scopes (<c>event</c>, <c>period</c>, <c>place</c>, <c>cumulative</c>); all if empty.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
    /// <summary>At most so many series; 0 for all.</summary>
    public int Limit { get; init; }
}

/// <summary>One number of a series.</summary>
/// <param name="Key">Key of the claim.</param>
/// <param name="Report">Id of the report.</param>
/// <param name="Outlet">Outlet of the report.</param>
/// <param name="Said">Day on which it was said.</param>
/// <param name="Low">Least number.</param>
/// <param name="High">Greatest number.</param>
/// <param name="Bound">Kind of bound.</param>
/// <param name="Words">The words.</param>
/// <param name="Standing"><c>current</c>, <c>superseded</c>, <c>repeated</c> or <c>not-asserted</c>.</param>
/// <param name="Event">Number of the event that it counts, if it counts one.</param>
public sealed record FigurePoint(string Key, string Report, string? Outlet, string? Said, double? Low, double? High, string? Bound, string Words, string Standing, long? Event);

/// <summary>What one claimant said of one thing, in the order of days.</summary>
/// <param name="Measure">What is counted; <c>displaced-new</c> and <c>displaced-stock</c> are two.</param>
/// <param name="Scope">What it is a figure of.</param>
/// <param name="Of">Class of people, when it is a part.</param>
/// <param name="Place">Where.</param>
/// <param name="Since">First day of the period.</param>
/// <param name="Claimant">Name of who says so.</param>
/// <param name="Witness">Key of who says so.</param>
/// <param name="Event">Number of the event, for figures of one.</param>
/// <param name="Points">The numbers.</param>
public sealed record FigureSeries(string Measure, string Scope, string? Of, string? Place, string? Since, string Claimant, string Witness, long? Event, IReadOnlyList<FigurePoint> Points)
{
    /// <summary>The number that stands, or null.</summary>
    public FigurePoint? Current => Points.LastOrDefault(p => p.Standing == "current");
}

/// <summary>Finds figures by claimant.</summary>
public static class FigureList
{
    /// <summary>Series that hold at least one figure that is asked for.</summary>
    public static IReadOnlyList<FigureSeries> Find(Store store, FigureQuery query)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        var filter = new Filter();
        if (query.Measures.Count > 0) filter.In("f.measure", query.Measures);
        filter.In("f.scope", query.Scopes);
        if (query.From is { } from) filter.Add("f.known >= ?", from.DayNumber);
        if (query.To is { } to) filter.Add("f.known <= ?", to.DayNumber);
        if (query.Claimant is { } claimant) filter.Add("(f.claimant like ? or f.witness like ?)", $"%{claimant}%", $"%{claimant}%");
        if (query.Places.Count > 0)
        {
            var keys = query.Places.SelectMany(p => NameLookup.IsCountry(p) ? [p] : NameLookup.Keys(store, p, "place", "facility")).ToArray();
            if (keys.Length == 0) filter.Add("0");
            else filter.Add($"(f.place_key in ({string.Join(", ", keys.Select(_ => "?"))}) or f.country in ({string.Join(", ", keys.Select(_ => "?"))}) or t.event in (select event from event_parties where key in ({string.Join(", ", keys.Select(_ => "?"))}) and role = 'place'))", [.. keys, .. keys, .. keys]);
        }
        var rows = store.Database.Stream(
            "select f.report, f.claim, f.measure, f.scope, f.flow, f.per, f.class, f.part, f.low, f.high, f.bound, f.words, f.place, f.first, f.known, f.witness, f.claimant, f.status, f.negated, r.id, r.outlet, t.event, f.unit "
            + $"from figures f join reports r on r.n = f.report left join tellings t on t.report = f.report and t.ordinal = f.telling{filter.Where} order by f.known, r.id, f.claim",
            r => (Report: r.GetInt64(0), Claim: r.GetInt32(1),
                Measure: r.GetString(2) + (r.Text(4) is { } flow ? "-" + flow : "") + (r.Text(5) is { } per ? "-" + per : ""), Scope: r.GetString(3),
                Of: r.GetInt32(7) == 1 ? r.Text(6) ?? r.Text(22) ?? "some" : null, Place: r.Text(12), First: r.Int(13), Known: r.GetInt32(14), Witness: r.GetString(15), Claimant: r.GetString(16),
                Asserted: r.Int(18) == 0 && r.Text(17) is null or "happened" or "ongoing", Low: r.Real(8), High: r.Real(9), Bound: r.Text(10), Words: r.GetString(11), Id: r.GetString(19), Outlet: r.Text(20),
                Event: r.IsDBNull(21) ? (long?)null : r.GetInt64(21), Unit: r.Text(6)), filter.Values).ToList();
        var series = new List<FigureSeries>();
        // Of an event: by event. Of a period: by its first day, which is what later numbers have in common.
        foreach (var group in rows.GroupBy(r => (r.Measure, r.Scope, r.Of, r.Witness, r.Event, Place: r.Event is null ? r.Place : null, Since: r.Event is null ? r.First : null, Unit: r.Of is null ? r.Unit : null)))
        {
            var points = new List<FigurePoint>();
            var seen = new HashSet<(double?, double?)>();
            var current = group.Where(r => r.Asserted && seen.Add((r.Low, r.High))).LastOrDefault();
            seen.Clear();
            foreach (var r in group)
            {
                var standing = !r.Asserted ? "not-asserted" : (r.Report, r.Claim) == (current.Report, current.Claim) ? "current" : seen.Contains((r.Low, r.High)) ? "repeated" : "superseded";
                seen.Add((r.Low, r.High));
                points.Add(new FigurePoint(store.Cache.DigestOf(r.Report).Claims[r.Claim].Key, r.Id, r.Outlet, EventList.Day(r.Known), r.Low, r.High, r.Bound, r.Words, standing, r.Event));
            }
            series.Add(new FigureSeries(group.Key.Measure, group.Key.Scope, group.Key.Of ?? group.Key.Unit, group.Key.Place, EventList.Day(group.Key.Since), group.First().Claimant, group.Key.Witness, group.Key.Event, points));
            if (query.Limit > 0 && series.Count == query.Limit) break;
        }
        return series;
    }
}
