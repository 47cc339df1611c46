using Isnad.Ledger.Storage;
using Isnad.Readings;

namespace Isnad.Ledger.Queries;

/// <summary>A version of a report.</summary>
/// <param name="Version">1, 2 ... in the order of arrival.</param>
/// <param name="Published">When it was published, as given.</param>
/// <param name="Received">When it was taken in.</param>
/// <param name="Current">Whether it is the one that counts.</param>
public sealed record ReportVersion(long Version, string? Published, string Received, bool Current);

/// <summary>One report with all that the ledger keeps of it.</summary>
/// <param name="Row">Row of the version that counts.</param>
/// <param name="Reading">Its reading, with the text.</param>
/// <param name="Versions">All versions, the first one first.</param>
/// <param name="Events">Numbers of the events that claims are of, by the claims' local ids.</param>
/// <param name="Keys">Keys of the claims by their local ids.</param>
public sealed record ReportFile(long Row, Reading Reading, IReadOnlyList<ReportVersion> Versions, IReadOnlyDictionary<string, long> Events, IReadOnlyDictionary<string, string> Keys)
{
    /// <summary>The report of an id or address, with its reading as people have put it right; null if there is none.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="name">Id or address.</param>
    /// <param name="viewer">Who looks: what coders must not know of each other is left out; null for all there is.</param>
    public static ReportFile? Find(Store store, string name, string? viewer = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(name);
        if (store.Database.Value("select n from reports where current = 1 and (id = $0 or identity = $0 or url = $0) order by id = $0 desc, n limit 1", name) is not long row) return null;
        var digest = store.Cache.DigestOf(row);
        var reading = store.CorrectedOf(row, viewer);
        var events = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (ordinal, number) in store.Database.Rows("select ordinal, event from tellings where report = $0 and event is not null", r => (r.GetInt32(0), r.GetInt64(1)), row))
        {
            var keys = store.Cache.At(row, ordinal).Keys;
            foreach (var claim in digest.Claims)
                if (keys.Contains(claim.Key)) events.TryAdd(claim.Id, number);
        }
        // Figures are of the event that their telling is of.
        foreach (var (claim, number) in store.Database.Rows("select f.claim, t.event from figures f join tellings t on t.report = f.report and t.ordinal = f.telling where f.report = $0 and t.event is not null", r => (r.GetInt32(0), r.GetInt64(1)), row))
            events.TryAdd(digest.Claims[claim].Id, number);
        var versions = store.Database.Rows("select v.version, v.published, v.received, v.current from reports v join reports r on r.identity = v.identity where r.n = $0 order by v.version",
            r => new ReportVersion(r.GetInt64(0), r.Text(1), r.GetString(2), r.GetInt32(3) == 1), row);
        return new ReportFile(row, reading, versions, events, reading.Claims.ToDictionary(c => c.Id, c => c.Key, StringComparer.Ordinal));
    }
}
