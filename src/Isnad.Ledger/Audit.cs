using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Isnad.Ledger.Digests;
using Isnad.Ledger.Review;
using Isnad.Ledger.Storage;

namespace Isnad.Ledger;

/// <summary>Checks that every derived fact names its claims and every claim its reading, and takes prints of the tables.</summary>
public static class Audit
{
    /// <summary>Tables made from the readings, the decisions and the ids.</summary>
    internal static readonly string[] Derived = ["digests", "tellings", "dirty", "events", "event_parties", "figures", "states", "dirty_slots", "standings", "entities", "citations", "queue", "verdicts"];

    /// <summary>Everything that is wrong with a ledger; empty if nothing is.</summary>
    /// <param name="store">The ledger, settled.</param>
    /// <param name="progress">Called with the number of reports checked.</param>
    public static IReadOnlyList<string> Run(Store store, Action<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        var database = store.Database;
        var faults = new List<string>();
        foreach (var fault in database.Rows("pragma integrity_check", r => r.GetString(0)))
            if (fault != "ok") faults.Add($"the file: {fault}");
        Each(database, faults, "select identity from reports group by identity having sum(current) <> 1", "report {0} has not just one version that counts");
        Each(database, faults, "select n from reports left join readings on report = n where report is null", "report version {0} has no reading");
        Each(database, faults, "select report from readings left join reports on n = report where n is null", "the reading of report version {0} has no report");
        Each(database, faults, "select n from reports left join digests on report = n where current = 1 and report is null", "report version {0} has no digest");
        Each(database, faults, "select report from digests left join reports on n = report where n is null or current = 0", "a digest of report version {0}, which does not count");
        foreach (var table in (string[])["tellings", "figures", "states", "queue"])
            Each(database, faults, $"select distinct report from {table} left join digests using (report) where digest is null", table + " of report version {0}, which does not count");
        foreach (var (table, what) in ((string, string)[])[("tellings", "tellings"), ("event_parties", "parties")])
            Each(database, faults, $"select distinct event from {table} left join events on n = event where event is not null and n is null", what + " of E{0}, which is no event");
        Each(database, faults, "select n from events left join tellings on event = n where event is null", "event E{0} names no claim");
        Each(database, faults, "select n from events left join ids on event = n where event is null", "event E{0} has no anchor of its id");
        Each(database, faults, "select distinct slot from standings left join states using (slot) where report is null", "the standing of {0} names no claim");
        Each(database, faults, "select claim from verdicts v where not exists (select 1 from decided d join decisions x on x.n = d.decision where d.claim = v.claim and x.withdrawn = 0) and not exists (select 1 from assignments a where a.claim = v.claim and a.ended is null)", "claim {0} is listed as reviewed, and nobody decided on it");
        Each(database, faults, "select n from decisions where report is not null and report not in (select identity from reports)", "decision {0} is about a report that is not there");
        if (!Settling.IsDue(database)) Each(database, faults, "select report || '.' || ordinal from tellings where event is null", "telling {0} is of no event");
        var done = 0L;
        foreach (var n in database.Rows("select n from reports where current = 1 order by n", r => r.GetInt64(0)))
        {
            CheckReading(store, n, faults);
            progress?.Invoke(++done);
        }
        return faults;
    }

    /// <summary>A hash over everything derived, in order: two ledgers with the same readings, decisions and ids have the same.</summary>
    public static string Print(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in Rows(store)) hash.AppendData(Encoding.UTF8.GetBytes(row + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Everything derived, row by row, in order.</summary>
    internal static IEnumerable<string> Rows(Store store)
    {
        foreach (var table in Derived)
        {
            var columns = store.Database.Rows($"select name from pragma_table_info('{table}')", r => r.GetString(0));
            foreach (var row in store.Database.Stream($"select * from {table} order by {string.Join(", ", columns)}", Text)) yield return $"{table}\t{row}";
        }
    }

    private static string Text(Row row)
    {
        var text = new StringBuilder();
        for (var i = 0; i < row.FieldCount; i++)
            text.Append(row.IsDBNull(i) ? "null" : row.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)).Append('\t');
        return text.ToString();
    }

    private static void Each(Database database, List<string> faults, string sql, string message)
    {
        foreach (var what in database.Rows(sql, r => Convert.ToString(r.GetValue(0), CultureInfo.InvariantCulture))) faults.Add(string.Format(CultureInfo.InvariantCulture, message, what));
    }

    private static void CheckReading(Store store, long n, List<string> faults)
    {
        try
        {
            var identity = store.IdentityOf(n);
            var stands = new ClaimBook(store.Database).Of(identity);
            var reading = Corrections.Apply(store.ReadingOf(n).Reading, stands);
            var keys = reading.Claims.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
            var digest = store.Cache.DigestOf(n);
            if (stands.Count > 0 && !DigestCodec.Write(digest).AsSpan().SequenceEqual(DigestCodec.Write(store.Maker.Make(reading)))) faults.Add($"report {reading.ReportId}: what is derived does not follow people's decisions; run 'isnad rebuild'");
            foreach (var (key, stand) in stands)
                if (store.Database.Value("select state from verdicts where claim = $0 and report = $1", key, identity) as string != stand.Outcome.State) faults.Add($"report {reading.ReportId}: claim {key} is listed otherwise than people decided");
            foreach (var claim in digest.Claims)
                if (!keys.Contains(claim.Key)) faults.Add($"report {reading.ReportId}: claim {claim.Key} is not in its reading");
            foreach (var claim in reading.Claims)
                foreach (var evidence in claim.Evidence)
                {
                    var field = evidence.InTitle ? reading.Report.Title ?? "" : reading.Report.Text;
                    if (evidence.End > field.Length || evidence.Start < 0 || evidence.End < evidence.Start) faults.Add($"report {reading.ReportId}: the words of {claim.Key} lie outside of the text");
                }
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            faults.Add($"report version {n}: {e.Message}");
        }
    }
}
