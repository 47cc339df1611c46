namespace Isnad.Ledger.Queries;

/// <summary>A witness, and who hands on what it says.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">A name to show.</param>
/// <param name="Kind">Kind of source.</param>
/// <param name="Reports">Reports that cite it, or are its own.</param>
/// <param name="Claims">Claims that are its.</param>
/// <param name="Through">Who hands it on: name and number of reports, most first; empty name: its own reports.</param>
public sealed record SourceRow(string Key, string Name, string Kind, long Reports, long Claims, IReadOnlyList<(string Via, long Reports)> Through);

/// <summary>Finds sources: the graph of who cites whom.</summary>
public static class SourceList
{
    /// <summary>Witnesses whose name or key holds some words, those with most claims first.</summary>
    public static IReadOnlyList<SourceRow> Find(Store store, string? name = null, string? kind = null, int limit = 0)
    {
        ArgumentNullException.ThrowIfNull(store);
        var filter = new Filter();
        if (name is not null) filter.Add("(name like ? or witness like ?)", $"%{name}%", $"%{name}%");
        if (kind is not null) filter.Add("kind = ?", kind);
        var rows = store.Database.Stream($"select witness, name, kind, via, reports, claims from citations{filter.Where} order by witness, claims desc, name, kind, via",
            r => (Witness: r.GetString(0), Name: r.GetString(1), Kind: r.GetString(2), Via: r.GetString(3), Reports: r.GetInt64(4), Claims: r.GetInt64(5)), filter.Values);
        // Who hands on is a witness of its own somewhere; where it is none, its key ends in its name.
        var names = store.Database.Rows("select witness, min(name) from citations group by witness", r => (Key: r.GetString(0), Name: r.GetString(1))).ToDictionary(n => n.Key, n => n.Name, StringComparer.Ordinal);
        string NameOf(string key) => names.GetValueOrDefault(key) is { Length: > 0 } known ? known : key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var sources = rows.GroupBy(r => r.Witness).Select(g => new SourceRow(g.Key, g.First().Name, g.First().Kind, g.Sum(r => r.Reports), g.Sum(r => r.Claims),
            [.. g.GroupBy(r => r.Via).Select(v => (NameOf(v.Key), v.Sum(r => r.Reports))).OrderByDescending(v => v.Item2).ThenBy(v => v.Item1, StringComparer.Ordinal)]))
            .OrderByDescending(s => s.Claims).ThenBy(s => s.Key, StringComparer.Ordinal);
        return [.. limit > 0 ? sources.Take(limit) : sources];
    }
}
