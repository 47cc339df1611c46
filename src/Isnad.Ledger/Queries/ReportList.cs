using Isnad.Ledger.Storage;

namespace Isnad.Ledger.Queries;

/// <summary>What to look for among reports.</summary>
public sealed record ReportQuery
{
    /// <summary>Words that it must hold.</summary>
    public string? Text { get; init; }
    /// <summary>Part of the outlet's name.</summary>
    public string? Outlet { get; init; }
    /// <summary>First day on which it was known (published, else fetched, else received).</summary>
    public DateOnly? From { get; init; }
    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }
    /// <summary>Only what comes after a report in the order of the list: its day number and its row.</summary>
    public (int Known, long Row)? After { get; init; }
    /// <summary>At most so many; 0 for all.</summary>
    public int Limit { get; init; }
}

/// <summary>A report in a list.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Known">Day on which it was known (day number).</param>
/// <param name="Id">Its id.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Published">When it was published, as given.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language.</param>
/// <param name="Url">Its address.</param>
/// <param name="Events">Events that it tells.</param>
/// <param name="Claims">Claims in it.</param>
/// <param name="Reviewed">Of these, how many people have decided on.</param>
public sealed record ReportRow(long Row, int Known, string Id, string? Outlet, string? Published, string? Title, string? Language, string? Url, long Events, long Claims, long Reviewed);

/// <summary>Lists reports.</summary>
public static class ReportList
{
    /// <summary>Reports that a query asks for, the newest first.</summary>
    public static IReadOnlyList<ReportRow> Find(Store store, ReportQuery query)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        var filter = Conditions(store, query);
        if (query.After is { } after) filter.Add("(r.known < ? or (r.known = ? and r.n < ?))", after.Known, after.Known, after.Row);
        var sql = "select r.n, r.known, r.id, r.outlet, r.published, r.title, r.language, r.url, (select count(distinct event) from tellings where report = r.n), "
            + "(select count(*) from verdicts v where v.report = r.identity and v.state in ('accepted', 'edited', 'rejected')) "
            + $"from reports r{filter.Where} order by r.known desc, r.n desc" + (query.Limit > 0 ? $" limit {filter.Put(query.Limit)}" : "");
        return [.. store.Database.Stream(sql, r => (Row: r.GetInt64(0), Known: r.GetInt32(1), Id: r.GetString(2), Outlet: r.Text(3), Published: r.Text(4), Title: r.Text(5), Language: r.Text(6), Url: r.Text(7), Events: r.GetInt64(8), Reviewed: r.GetInt64(9)), filter.Values)
            .Select(r => new ReportRow(r.Row, r.Known, r.Id, r.Outlet, r.Published, r.Title, r.Language, r.Url, r.Events, store.Cache.DigestOf(r.Row).Claims.Length, r.Reviewed))];
    }

    /// <summary>Number of reports that a query asks for, whatever its limit and where it begins.</summary>
    public static long Count(Store store, ReportQuery query)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        var filter = Conditions(store, query);
        return store.Database.Stream($"select count(*) from reports r{filter.Where}", r => r.GetInt64(0), filter.Values).First();
    }

    private static Filter Conditions(Store store, ReportQuery query)
    {
        var filter = new Filter();
        filter.Add("r.current = 1");
        if (query.Outlet is { } outlet) filter.Add("r.outlet like ?", $"%{outlet}%");
        if (query.From is { } from) filter.Add("r.known >= ?", from.DayNumber);
        if (query.To is { } to) filter.Add("r.known <= ?", to.DayNumber);
        if (query.Text is { } text)
        {
            if (SearchWords.Match(store, text) is { } match) filter.Add("r.n in (select rowid from words where words match ?)", match);
            else filter.Add("0");
        }
        return filter;
    }
}
