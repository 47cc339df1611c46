using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Isnad.Ledger.Digests;
using Isnad.Ledger.Merging;
using Isnad.Ledger.Review;
using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Ledger.Storage;

/// <summary>What became of a report that was taken in.</summary>
public enum Taken
{
    /// <summary>It is new.</summary>
    Added,
    /// <summary>It is a new version of one that was there.</summary>
    Revised,
    /// <summary>It is an older version than the one that was there.</summary>
    Older,
    /// <summary>It was there.</summary>
    Known,
    /// <summary>It was taken down before.</summary>
    Barred,
}

/// <summary>What of a reading can be made before the writing: by any number of threads.</summary>
internal sealed record Prepared(Reading Reading, string Identity, byte[] Hash, Derivation? Derivation, byte[]? Packed)
{
    private static readonly Dictionary<string, ClaimStand> Undecided = [];

    /// <summary>Makes everything. What people decided about an earlier version is left to the writing.</summary>
    public static Prepared Of(Reading reading, DigestMaker maker) => new(reading, ReportWriter.IdentityOf(reading), ReportWriter.HashOf(reading.Report), Derivation.Of(reading, Undecided, maker), Storage.Packed.Reading(reading));

    /// <summary>Makes what tells whether the report is known.</summary>
    public static Prepared Known(Reading reading) => new(reading, ReportWriter.IdentityOf(reading), ReportWriter.HashOf(reading.Report), null, null);
}

/// <summary>Takes reports in and takes them down, within the caller's transaction.</summary>
internal sealed class ReportWriter(Database database, DigestMaker maker, PackNames names)
{
    private const string IntoReports = "insert into reports (identity, id, version, current, hash, known, outlet, url, title, language, published, fetched, forwarded_from, translated_from, revision_of, text, received) values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";

    private static readonly Dictionary<string, ClaimStand> NoStands = [];

    private readonly DecisionBook _decisions = DecisionBook.Load(database);
    private readonly DerivedRows _rows = new(database, names, DecisionBook.Load(database));
    private readonly ClaimBook _claims = new(database);

    /// <summary>Takes one reading in. Taking the same in again changes nothing.</summary>
    /// <param name="prepared">The reading with its report.</param>
    /// <param name="received">The moment at which it came, ISO 8601, UTC.</param>
    public Taken Add(Prepared prepared, string received)
    {
        var (reading, identity, hash) = (prepared.Reading, prepared.Identity, prepared.Hash);
        var report = reading.Report;
        if (database.Value("select 1 from forgotten where hash = $0", Bar(identity)) is not null) return Taken.Barred;
        if (IsKnown(prepared)) return Taken.Known;
        var before = database.Rows("select n, published, fetched, version from reports where identity = $0 and current = 1", r => (N: r.GetInt64(0), Published: r.Text(1), Fetched: r.Text(2), Version: r.GetInt64(3)), identity);
        var counts = before.Count == 0 || Clock(report.Fetched ?? report.Published).CompareTo(Clock(before[0].Fetched ?? before[0].Published)) >= 0;
        var stands = before.Count > 0 ? _claims.Of(identity) : NoStands;
        var derivation = stands.Count == 0 && prepared.Derivation is { } ready ? ready : Derivation.Of(reading, stands, maker);
        var known = KnownOn(report, received);
        var version = database.Number("select coalesce(max(version), 0) + 1 from reports where identity = $0", identity);
        database.Do(IntoReports, identity, reading.ReportId, version, counts ? 1 : 0, hash, known, report.Outlet, report.Url, report.Title, report.Language, report.Published, report.Fetched,
            report.ForwardedFrom, report.TranslatedFrom, report.RevisionOf, report.Text, received);
        var n = database.LastRow;
        database.Do("insert into readings values ($0, $1, $2, $3)", n, reading.EngineVersion, reading.Packs, prepared.Packed ?? Packed.Reading(reading));
        if (!counts) return Taken.Older;
        if (before.Count > 0)
        {
            Detach(before[0].N, n, derivation.Digest, rests: stands.Count > 0);
            database.Do("update reports set current = 0 where n = $0", before[0].N);
        }
        _rows.Write(n, derivation, known, report.Language);
        return before.Count > 0 ? Taken.Revised : Taken.Added;
    }

    /// <summary>Puts another reading of a report in place of the one that is there.</summary>
    public void Reread(long n, Reading reading)
    {
        var stands = _claims.Of(Identity(n));
        var derivation = Derivation.Of(reading, stands, maker);
        var current = database.Number("select current from reports where n = $0", n) == 1;
        if (current) Detach(n, n, derivation.Digest, rests: stands.Count > 0);
        database.Do("update readings set engine = $1, packs = $2, reading = $3 where report = $0", n, reading.EngineVersion, reading.Packs, Packed.Reading(reading));
        if (current) Attach(n, reading, derivation);
    }

    /// <summary>Makes what stands on a version that counts anew: people decided something about its claims.</summary>
    public void Correct(long n, Reading reading)
    {
        var derivation = Derivation.Of(reading, _claims.Of(Identity(n)), maker);
        Detach(n, n, derivation.Digest, rests: true);
        Attach(n, reading, derivation);
    }

    /// <summary>Writes what stands on a version that counts.</summary>
    public void Attach(long n, Reading reading, Derivation? derivation = null) =>
        _rows.Write(n, derivation ?? Derivation.Of(reading, _claims.Of(Identity(n)), maker), (int)database.Number("select known from reports where n = $0", n), reading.Report.Language);

    /// <summary>Takes a report down, with all its versions and what stood on it. Returns how many versions there were.</summary>
    /// <param name="identity">The report's identity.</param>
    /// <param name="day">Today, ISO 8601.</param>
    public int Forget(string identity, string day)
    {
        var versions = database.Rows("select n, current from reports where identity = $0", r => (N: r.GetInt64(0), Current: r.GetInt64(1) == 1), identity);
        foreach (var (n, current) in versions)
        {
            if (current) Detach(n, null, null);
            database.Do("delete from readings where report = $0", n);
            database.Do("delete from reports where n = $0", n);
        }
        database.Do("delete from decided where report = $0", identity);
        database.Do("delete from assignments where report = $0", identity);
        database.Do("delete from verdicts where report = $0", identity);
        // That somebody decided something stays; what it was does not.
        database.Do("update decisions set claims = '[]', before = null, after = null, note = null, report = null, withdrawn = 1 where report = $0", identity);
        if (versions.Count > 0) database.Do("insert or ignore into forgotten values ($0, $1)", Bar(identity), day);
        return versions.Count;
    }

    /// <summary>Whether the report was there.</summary>
    public bool IsKnown(Prepared prepared) => database.Value("select 1 from reports where identity = $0 and hash = $1", prepared.Identity, prepared.Hash) is not null;

    /// <summary>What tells a report from others: its own id, else its address, else what the reader made of its words.</summary>
    public static string IdentityOf(Reading reading)
    {
        var report = reading.Report;
        if (report.RevisionOf is { } of) return of;
        var derived = report.Id is null || (report.Id.Length == 64 && report.Id == reading.ReportId && report.Id.All(char.IsAsciiHexDigitLower));
        return derived && report.Url is { } url ? "url:" + url : reading.ReportId;
    }

    /// <summary>Takes away what stands on a version, and gives the ids of events that were anchored in it to other claims of theirs.</summary>
    /// <param name="n">The version.</param>
    /// <param name="successor">The version in its place, if any.</param>
    /// <param name="now">Its digest.</param>
    /// <param name="rests">Whether an id that no claim bears now stays with its claim, which can come back.</param>
    public void Detach(long n, long? successor, Digest? now, bool rests = false)
    {
        var keys = now is null ? [] : now.Claims.Where(c => c.Kind == "event").Select(c => c.Key).ToHashSet();
        foreach (var (id, claim) in database.Rows("select event, claim from ids where report = $0 order by event", r => (r.GetInt64(0), r.GetString(1)), n))
        {
            if (successor is { } next && keys.Contains(claim)) { database.Do("update ids set report = $1 where event = $0", id, next); continue; }
            var other = database.Rows("select report, ordinal from tellings where event = $0 and report <> $1 order by report, ordinal limit 1", r => (Report: r.GetInt64(0), Ordinal: r.GetInt32(1)), id, n);
            if (other.Count == 0)
            {
                if (rests && successor is { } heir) database.Do("update ids set report = $1 where event = $0", id, heir);
                else database.Do("delete from ids where event = $0", id);
                continue;
            }
            var telling = TellingMaker.Make(Load(other[0].Report), other[0].Report, _decisions.PartOf)[other[0].Ordinal];
            database.Do("update ids set report = $1, claim = $2 where event = $0", id, other[0].Report, telling.Id);
        }
        _rows.Delete(n, Load(n));
    }

    private string Identity(long n) => (string)database.Value("select identity from reports where n = $0", n)!;

    private Digest Load(long report) => database.Rows("select digest from digests where report = $0", r => DigestCodec.Read(r.Bytes(0)), report)[0];

    private static byte[] Bar(string identity) => SHA256.HashData(Encoding.UTF8.GetBytes(identity));

    /// <summary>A hash of what the report says.</summary>
    public static byte[] HashOf(Report report) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\0', report.Outlet, report.Url, report.Title, report.Language, report.Published, report.ForwardedFrom, report.TranslatedFrom, report.RevisionOf, report.Text)));

    private static DateTimeOffset Clock(string? moment) =>
        DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var clock) ? clock : DateTimeOffset.MinValue;

    private static int KnownOn(Report report, string received) =>
        report.PublishedOn?.DayNumber ?? DateOnly.FromDateTime(Clock(report.Fetched ?? received).UtcDateTime).DayNumber;
}
