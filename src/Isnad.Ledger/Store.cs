using System.Globalization;
using Isnad.Ledger.Digests;
using Isnad.Ledger.Events;
using Isnad.Ledger.Merging;
using Isnad.Ledger.Review;
using Isnad.Ledger.Storage;
using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Ledger;

/// <summary>
/// The ledger: readings in, events, figures by claimant and the situation out. It lies in one SQLite file of a folder. Readings and
/// people's decisions are kept, all else is derived from them. One store serves one thread at a time; several processes may open one
/// folder, of which one writes at a time while the others read on.
/// </summary>
public sealed class Store : IDisposable
{
    /// <summary>Name of the file within the folder.</summary>
    public const string FileName = "isnad.db";

    private readonly TellingCache _cache;
    private readonly DigestMaker _maker;
    private long _changes = -1;

    private Store(string path, Database database, PackNames names)
    {
        (Path, Database, Names) = (path, database, names);
        _cache = new TellingCache(database);
        _maker = new DigestMaker(names);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    internal Database Database { get; }

    internal PackNames Names { get; }

    /// <summary>Opens the ledger of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="packs">Packs, for folding text and knowing outlets by their names.</param>
    /// <param name="create">Whether to make folder and file if they are not there.</param>
    /// <exception cref="FileNotFoundException">There is no ledger, and none was to be made.</exception>
    /// <exception cref="InvalidDataException">The file is no ledger, or of a newer program.</exception>
    public static Store Open(string folder, CompiledPacks packs, bool create = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(packs);
        var path = System.IO.Path.Combine(folder, FileName);
        if (create) Directory.CreateDirectory(folder);
        else if (!File.Exists(path)) throw new FileNotFoundException($"there is no ledger in '{folder}'; make one with 'isnad ingest --data {folder} FILE'", path);
        var database = Database.Open(path, create);
        try
        {
            var found = Migrations.Run(database, path);
            var store = new Store(path, database, new PackNames(packs));
            if (found == 1) store.FillQueue();
            return store;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Takes readings in, all of them or, if that fails, none. What is derived follows with <see cref="Settle"/>.</summary>
    /// <param name="readings">Readings with their reports' texts.</param>
    /// <param name="received">The moment of arrival.</param>
    /// <returns>What became of each, in order. When this returns, they are on the disk.</returns>
    public IReadOnlyList<Taken> Take(IEnumerable<Reading> readings, DateTimeOffset received)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var taken = new List<Taken>();
        var moment = received.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var asked = new ReportWriter(Database, _maker, Names);
        var prepared = readings.Select(Prepared.Known).Select(p => (Prepared: p, Known: asked.IsKnown(p))).ToList()
            .AsParallel().AsOrdered().Select(p => p.Known ? p.Prepared : Prepared.Of(p.Prepared.Reading, _maker)).ToList();
        Database.Transact(() =>
        {
            var writer = new ReportWriter(Database, _maker, Names);
            foreach (var one in prepared) taken.Add(writer.Add(one, moment));
        });
        if (taken.Exists(t => t is Taken.Revised)) _cache.Clear();
        return taken;
    }

    /// <summary>What would become of a reading if it were taken in.</summary>
    public Taken Foresee(Reading reading)
    {
        var result = Taken.Added;
        try
        {
            Database.Transact(() =>
            {
                result = new ReportWriter(Database, _maker, Names).Add(Prepared.Known(reading), "2000-01-01T00:00:00Z");
                throw new OperationCanceledException();
            });
        }
        catch (OperationCanceledException)
        {
            // Nothing of it stays.
        }
        return result;
    }

    /// <summary>Makes everything derived anew where something has changed.</summary>
    /// <param name="stepped">Called after each step, each of which is a transaction.</param>
    public void Settle(Action? stepped = null)
    {
        Renew();
        while (Settling.IsDue(Database))
        {
            var more = true;
            for (var settling = new Settling(Database, _cache); more;)
            {
                Database.Transact(() => more = settling.Step());
                stepped?.Invoke();
            }
        }
        Renew();
    }

    /// <summary>Takes reports down with all that stood on them: the text, the reading, and every derived fact.</summary>
    /// <param name="name">A report's id, or its address.</param>
    /// <param name="today">Day of the takedown.</param>
    /// <returns>Versions removed.</returns>
    public int Forget(string name, DateOnly today)
    {
        var versions = 0;
        Database.Run("pragma secure_delete = on");
        Database.Transact(() =>
        {
            var writer = new ReportWriter(Database, _maker, Names);
            foreach (var identity in Database.Rows("select distinct identity from reports where id = $0 or url = $0 or identity = $0", r => r.GetString(0), name))
                versions += writer.Forget(identity, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        });
        _cache.Clear();
        Settle();
        Database.Run("insert into words (words) values ('optimize')");
        Database.Run("pragma wal_checkpoint(truncate); pragma secure_delete = off");
        return versions;
    }

    /// <summary>Drops everything derived and makes it anew from the readings.</summary>
    /// <param name="progress">Called with the number of reports done.</param>
    public void Rebuild(Action<long>? progress = null)
    {
        _cache.Clear();
        Database.Transact(() =>
        {
            foreach (var table in Audit.Derived) Database.Run($"delete from {table}");
            Database.Run("insert into words (words) values ('delete-all')");
            var rows = new DerivedRows(Database, Names, DecisionBook.Load(Database));
            var claims = new ClaimBook(Database);
            var done = 0L;
            foreach (var (n, identity) in Database.Rows("select n, identity from reports where current = 1 order by n", r => (r.GetInt64(0), r.GetString(1))))
            {
                var (reading, known) = ReadingOf(n);
                rows.Write(n, Derivation.Of(reading, claims.Of(identity), _maker), known, reading.Report.Language);
                progress?.Invoke(++done);
            }
            foreach (var identity in Database.Rows("select report from decisions where report is not null union select report from assignments", r => r.GetString(0))) claims.NoteAll(identity);
        });
        Settle();
    }

    /// <summary>How much there is.</summary>
    public (long Reports, long Versions, long Events, long Figures, long Standings) Counts() =>
        (Database.Number("select count(*) from reports where current = 1"), Database.Number("select count(*) from reports"), Database.Number("select count(*) from events"),
            Database.Number("select count(*) from figures"), Database.Number("select count(*) from standings"));

    /// <summary>A number that is another one whenever somebody else has written to the file since; it means nothing to another store.</summary>
    public long Changes() => Database.Number("pragma data_version");

    /// <summary>Reads what stood at one moment, whatever is written meanwhile. Nothing may be written within.</summary>
    public T Snapshot<T>(Func<Store, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Database.Snapshot(() =>
        {
            Renew();
            return read(this);
        });
    }

    /// <summary>Copies the ledger to another file while others may go on writing.</summary>
    public void Backup(string to) => Database.BackupTo(to);

    /// <summary>The reading of a report version, and the day on which it was known.</summary>
    internal (Reading Reading, int Known) ReadingOf(long n)
    {
        var (report, packed, known) = Database.Rows(
            "select p.id, p.outlet, p.url, p.title, p.language, p.published, p.fetched, p.forwarded_from, p.translated_from, p.revision_of, p.text, g.reading, p.known, p.identity from reports p join readings g on g.report = p.n where p.n = $0",
            r => (new Report
            {
                Id = r.GetString(0),
                Outlet = r.Text(1),
                Url = r.Text(2),
                Title = r.Text(3),
                Language = r.Text(4),
                Published = r.Text(5),
                Fetched = r.Text(6),
                ForwardedFrom = r.Text(7),
                TranslatedFrom = r.Text(8),
                RevisionOf = r.Text(9),
                Text = r.GetString(10),
            }, r.Bytes(11), r.GetInt32(12)), n) is [var row] ? row : throw new KeyNotFoundException($"there is no report {n}");
        return (Packed.Reading(packed, report), known);
    }

    /// <summary>The effective reading of a report version: the reader's own with what people decided about its claims.</summary>
    /// <param name="n">Row of the report version.</param>
    /// <param name="viewer">Who looks: what is kept from them, as they code a claim blind, is left out; null for all there is.</param>
    /// <param name="withRejected">Whether rejected claims are left in.</param>
    internal Reading CorrectedOf(long n, string? viewer = null, bool withRejected = false) =>
        Corrections.Apply(ReadingOf(n).Reading, new ClaimBook(Database).Of(IdentityOf(n), viewer), withRejected);

    internal string IdentityOf(long n) => Database.Value("select identity from reports where n = $0", n) as string ?? throw new KeyNotFoundException($"there is no report {n}");

    // A ledger of before there was a review.
    private void FillQueue() => Database.Transact(() =>
    {
        var rows = new DerivedRows(Database, Names, DecisionBook.Load(Database));
        _cache.Use(DecisionBook.Load(Database));
        foreach (var n in Database.Rows("select n from reports where current = 1 order by n", r => r.GetInt64(0)))
        {
            var ordinals = new Dictionary<int, int>();
            foreach (var telling in _cache.TellingsOf(n))
                foreach (var claim in telling.Claims) ordinals[claim] = telling.Ordinal;
            rows.WriteQueue(n, _cache.DigestOf(n), Derivation.QueueOf(ReadingOf(n).Reading), ordinals);
        }
    });

    /// <summary>The event of a number, also of one that has gone over into another; null if there is none.</summary>
    /// <param name="number">Number of the event.</param>
    /// <param name="reasons">Whether to say why each telling belongs to it.</param>
    public LedgerEvent? Event(long number, bool reasons = false)
    {
        Renew();
        if (Database.Value("select 1 from events where n = $0", number) is null)
        {
            if (Successor(number) is not { } now) return null;
            number = now;
        }
        return EventOf(number, reasons);
    }

    /// <summary>The event into which another went over, or null.</summary>
    public long? Successor(long number)
    {
        foreach (var (report, claim) in Database.Rows("select report, claim from ids where event = $0", r => (r.GetInt64(0), r.GetString(1)), number))
            if (_cache.TellingsOf(report).Find(t => t.Keys.Contains(claim)) is { } telling)
                return Database.Value("select event from tellings where report = $0 and ordinal = $1", telling.Report, telling.Ordinal) as long?;
        return null;
    }

    /// <summary>Events that the claims of a decision are of, also of one that was withdrawn.</summary>
    public IReadOnlyList<long> EventsOf(long decision)
    {
        Renew();
        var claims = Database.Rows("select claim from decided where decision = $0", r => r.GetString(0), decision).ToHashSet(StringComparer.Ordinal);
        return [.. Database.Rows("select t.report, t.ordinal, t.event from tellings t join reports r on r.n = t.report and r.current = 1 where t.event is not null and r.identity in (select report from decided where decision = $0)",
            r => (Report: r.GetInt64(0), Ordinal: r.GetInt32(1), Event: r.GetInt64(2)), decision)
            .Where(t => _cache.At(t.Report, t.Ordinal).Keys.Any(claims.Contains)).Select(t => t.Event).Distinct().Order()];
    }

    /// <summary>Why two events are two: what their tellings that agree least share and do not share.</summary>
    /// <exception cref="KeyNotFoundException">There is no such event.</exception>
    public IReadOnlyList<string> WhyApart(long one, long other)
    {
        var (a, b) = (Event(one) ?? throw new KeyNotFoundException($"there is no event E{one}"), Event(other) ?? throw new KeyNotFoundException($"there is no event E{other}"));
        return a.Number == b.Number ? ["they are one"] : Reasons.Apart(TellingsOf(a.Number), TellingsOf(b.Number), DecisionBook.Load(Database));
    }

    internal LedgerEvent EventOf(long number, bool reasons = false)
    {
        var decisions = DecisionBook.Load(Database);
        var tellings = TellingsOf(number);
        var made = EventMaker.Make(tellings, decisions.Judged(tellings.SelectMany(t => t.Telling.Keys))) with { Number = number };
        return reasons ? made with { Tellings = [.. made.Tellings.Select(t => t with { Because = Reasons.Of(t, tellings, decisions) })] } : made;
    }

    internal List<(Telling Telling, Digest Digest)> TellingsOf(long number) =>
        Database.Rows("select report, ordinal from tellings where event = $0", r => (r.GetInt64(0), r.GetInt32(1)), number)
            .ConvertAll(r => (_cache.At(r.Item1, r.Item2), _cache.DigestOf(r.Item1)));

    internal DigestMaker Maker => _maker;

    internal TellingCache Cache => _cache;

    /// <summary>Drops what is cached if another process has written, or decisions were made.</summary>
    private void Renew()
    {
        var changes = Database.Number("pragma data_version");
        if (changes == _changes) return;
        if (_changes >= 0) _cache.Clear();
        _changes = changes;
        _cache.Use(DecisionBook.Load(Database));
    }

    /// <inheritdoc/>
    public void Dispose() => Database.Dispose();
}
