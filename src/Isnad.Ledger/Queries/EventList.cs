using System.Globalization;
using Isnad.Ledger.Storage;

namespace Isnad.Ledger.Queries;

/// <summary>Finds events.</summary>
public static class EventList
{
    private const double KmPerDegree = 111.195;

    private const string Columns = "n, family, type, mode, status, first, last, precision, place, place_local, place_precision, lat, lon, country, admin1, agents, targets, killed_low, killed_high, wounded_low, wounded_high, reports, outlets, witnesses, grade, disputes, judged, passing";

    /// <summary>Events that a query asks for, by day, then by number; those without a day come last.</summary>
    public static IEnumerable<EventRow> Find(Store store, EventQuery query)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        var filter = Conditions(store, query);
        // Whoever asks for days gets none without one; then the index gives the order.
        var order = query.From is null && query.To is null ? "first is null, first, n" : "first, n";
        var sql = $"select {Columns} from events{filter.Where} order by {order}" + (query.Limit > 0 ? $" limit {filter.Put(query.Limit)} offset {filter.Put(query.Offset)}" : "");
        return store.Database.Stream(sql, Row, filter.Values);
    }

    /// <summary>Number of events that a query asks for, whatever its limit and where it begins.</summary>
    public static long Count(Store store, EventQuery query)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        var filter = Conditions(store, query with { After = null });
        return store.Database.Stream($"select count(*) from events{filter.Where}", r => r.GetInt64(0), filter.Values).First();
    }

    /// <summary>An ISO 8601 day of a day number.</summary>
    public static string? Day(int? number) => number is { } n && n > 0 ? DateOnly.FromDayNumber(n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static Filter Conditions(Store store, EventQuery query)
    {
        var filter = new Filter();
        Days(filter, query.From?.DayNumber, query.To?.DayNumber);
        if (query.KnownBy is { } known) filter.Add("known <= ?", known.DayNumber);
        if (query.Near is { } near)
        {
            var shrink = Math.Cos(near.Lat * Math.PI / 180);
            var (dLat, dLon) = (near.Km / KmPerDegree, near.Km / KmPerDegree / Math.Max(shrink, 0.01));
            filter.Add("lat between ? and ? and lon between ? and ?", near.Lat - dLat, near.Lat + dLat, near.Lon - dLon, near.Lon + dLon);
            filter.Add("(lat - ?) * (lat - ?) + (lon - ?) * (lon - ?) * ? <= ?", near.Lat, near.Lat, near.Lon, near.Lon, shrink * shrink, dLat * dLat);
        }
        if (query.Box is { } box) filter.Add("lat between ? and ? and lon between ? and ?", box.South, box.North, box.West, box.East);
        if (query.Places.Count > 0) Parties(filter, "role = 'place'", [.. query.Places.SelectMany(p => PlaceKeys(store, p))]);
        if (query.Actors.Count > 0) Parties(filter, "role <> 'place'", [.. query.Actors.SelectMany(a => NameLookup.Keys(store, a, "organisation", "armed-group", "person", "place", "people"))]);
        if (query.Types.Count > 0)
        {
            var types = query.Types.Select(t => t.ToUpperInvariant()).ToArray();
            var modes = query.Types.Select(t => t.ToLowerInvariant()).ToArray();
            filter.Add($"(type in ({Marks(types)}) or mode in ({Marks(modes)}) or family in ({Marks(modes)}))", [.. types, .. modes, .. modes]);
        }
        filter.In("status", query.Statuses);
        filter.In("coalesce(judged, grade)", query.Grades);
        if (query.Disputed is { } about) filter.Add("' ' || disputes || ' ' like ?", $"% {about} %");
        if (query.Witnesses > 0) filter.Add("witnesses >= ?", query.Witnesses);
        if (query.NewsOnly) filter.Add("passing = 0");
        if (query.After is { First: { } first, Number: var n }) filter.Add("(first > ? or (first = ? and n > ?) or first is null)", first, first, n);
        else if (query.After is { Number: var number }) filter.Add("first is null and n > ?", number);
        if (query.Outlet is { } outlet) filter.Add("n in (select t.event from tellings t join reports r on r.n = t.report where r.outlet like ?)", $"%{outlet}%");
        if (query.Text is { } text)
        {
            if (SearchWords.Match(store, text) is { } match) filter.Add("n in (select t.event from words w join tellings t on t.report = w.rowid where words match ?)", match);
            else filter.Add("0");
        }
        return filter;
    }

    // The index is by the first day. Few events span more than a month; they have an index of their own.
    private static void Days(Filter filter, int? from, int? to)
    {
        if (from is { } start && to is { } end)
            filter.Add("n in (select n from events where first between ? and ? and last >= ? union all select n from events where last - first > 31 and first < ? and last >= ?)", start - 31, end, start, start - 31, start);
        else if (from is { } after) filter.Add("last >= ?", after);
        else if (to is { } until) filter.Add("first <= ?", until);
    }

    private static void Parties(Filter filter, string role, string[] keys)
    {
        if (keys.Length == 0) filter.Add("0");
        else filter.Add($"n in (select event from event_parties where key in ({Marks(keys)}) and {role})", [.. keys]);
    }

    private static string Marks(string[] values) => string.Join(", ", values.Select(_ => "?"));

    private static IEnumerable<string> PlaceKeys(Store store, string place) =>
        NameLookup.IsCountry(place) ? [$"country:{place}"] : NameLookup.Keys(store, place, "place", "facility", "route");

    private static EventRow Row(Row r) => new()
    {
        Number = r.GetInt64(0),
        Family = r.GetString(1),
        Type = r.Text(2),
        Mode = r.Text(3),
        Status = r.GetString(4),
        First = Day(r.Int(5)),
        Last = Day(r.Int(6)),
        Precision = r.Text(7),
        Place = r.Text(8),
        PlaceLocal = r.Text(9),
        PlacePrecision = r.Text(10),
        Lat = r.Real(11),
        Lon = r.Real(12),
        Country = r.Text(13),
        Admin1 = r.Text(14),
        Agents = r.Text(15),
        Targets = r.Text(16),
        KilledLow = r.Real(17),
        KilledHigh = r.Real(18),
        WoundedLow = r.Real(19),
        WoundedHigh = r.Real(20),
        Reports = r.GetInt32(21),
        Outlets = r.GetInt32(22),
        Witnesses = r.GetInt32(23),
        Grade = r.GetString(24),
        Disputes = r.GetString(25),
        Judged = r.Text(26),
        Passing = r.GetInt32(27) == 1,
    };
}
