using System.Globalization;
using Isnad.Ledger.Events;
using Isnad.Ledger.Queries;
using Isnad.Ledger.Storage;

namespace Isnad.Ledger.Exports;

/// <summary>A format that events are exported in, one after another.</summary>
internal interface IExportFormat
{
    void Begin(TextWriter output);
    /// <summary>Writes an event; false if the format has no place for it.</summary>
    bool Write(LedgerEvent happening, TextWriter output);
    void End(TextWriter output);
}

/// <summary>Exports events in the formats of the field.</summary>
public static class Export
{
    /// <summary>Names of the formats of events.</summary>
    public static readonly IReadOnlyList<string> Formats = ["acled", "ged", "plover", "geojson", "hxl"];

    /// <summary>The format that has reports instead of events: those that people have reviewed.</summary>
    public const string Annotations = "annotations";

    /// <summary>Names of all formats.</summary>
    public static readonly IReadOnlyList<string> AllFormats = [.. Formats, Annotations];

    /// <summary>Writes events in a format. Nothing but the event at hand is kept in memory.</summary>
    /// <exception cref="KeyNotFoundException">There is no such format, or no such release.</exception>
    public static ExportResult Write(Store store, string format, ExportOptions options, TextWriter output, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        if (format == Annotations)
        {
            if (options.Public) throw new ArgumentException("annotations are words of reports: they are not for the public; choose another format");
            var (reports, unfinished) = AnnotationExport.Write(store, output);
            return new ExportResult(reports, unfinished, 0, []);
        }
        IExportFormat writer = format switch
        {
            "acled" => new AcledExport(options.AcledVague),
            "ged" => new GedExport(),
            "plover" => new PloverExport(),
            "geojson" => new GeoJsonExport(),
            "hxl" => new HxlExport(),
            _ => throw new KeyNotFoundException($"there is no format '{format}'; choose {string.Join(", ", AllFormats)}"),
        };
        var since = options.SinceRelease is { } name ? Released(store.Database, name) : null;
        var prints = new List<(long, byte[])>();
        long written = 0, leftOut = 0, unchanged = 0;
        writer.Begin(output);
        foreach (var row in EventList.Find(store, options.Query))
        {
            var happening = store.EventOf(row.Number);
            var print = options.Release is null && since is null ? [] : EventPrint.Of(happening);
            if (options.Release is not null) prints.Add((row.Number, print));
            if (since is not null && since.TryGetValue(row.Number, out var old) && old.AsSpan().SequenceEqual(print)) { unchanged++; continue; }
            if (writer.Write(options.Public ? PublicView.Of(happening, options.Grid) : happening, output)) written++;
            else leftOut++;
        }
        writer.End(output);
        if (options.Release is { } release) Keep(store.Database, release, prints, now);
        var gone = since is null ? [] : since.Keys.Where(n => store.Database.Value("select 1 from events where n = $0", n) is null).Order().ToList();
        return new ExportResult(written, leftOut, unchanged, gone);
    }

    private static Dictionary<long, byte[]> Released(Database database, string name)
    {
        if (database.Value("select n from releases where name = $0", name) is not long release) throw new KeyNotFoundException($"there is no release '{name}'; an export with --release {name} makes one");
        return database.Rows("select event, print from released where release = $0", r => (r.GetInt64(0), r.Bytes(1)), release).ToDictionary(r => r.Item1, r => r.Item2);
    }

    private static void Keep(Database database, string name, List<(long, byte[])> prints, DateTimeOffset now) => database.Transact(() =>
    {
        if (database.Value("select 1 from releases where name = $0", name) is not null) throw new ArgumentException($"there is a release '{name}' already");
        database.Do("insert into releases (name, made) values ($0, $1)", name, now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        var release = database.LastRow;
        foreach (var (number, print) in prints) database.Do("insert into released values ($0, $1, $2)", release, number, print);
    });
}
