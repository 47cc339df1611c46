using System.Diagnostics;
using System.Globalization;
using Isnad.Intake;
using Isnad.Ledger;
using Isnad.Ledger.Queries;
using Isnad.Ledger.Situations;
using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Bench;

/// <summary>
/// Fills a ledger with readings made from the samples (other letters, days, places, numbers and outlets; the same for the same seed), and
/// tells speed, memory, size, and how long questions take, at each size named.
/// </summary>
internal static class LedgerGrowth
{
    private const int Batch = 250;
    private const int Days = 3650;
    private const int Places = 20_000;

    /// <summary><c>ledger PACKS.isnad SAMPLES SIZE...</c></summary>
    public static int Run(string[] args)
    {
        var packs = CompiledPacks.Load(args[0]);
        var reader = new Reader(packs);
        var samples = new ReportStream(new IntakeOptions()).Read([args[1]]).Where(a => a.Report is not null).Select(a => reader.Read(a.Report!)).ToList();
        var sizes = args[2..].Select(a => int.Parse(a, CultureInfo.InvariantCulture)).Order().ToArray();
        var folder = Directory.CreateTempSubdirectory("isnad-bench-").FullName;
        try
        {
            using var store = Store.Open(folder, packs, create: true);
            var made = 0;
            var total = TimeSpan.Zero;
            foreach (var size in sizes)
            {
                var watch = Stopwatch.StartNew();
                var last = TimeSpan.Zero;
                while (made < size)
                {
                    var batch = new List<Reading>(Batch);
                    while (batch.Count < Batch && made < size) batch.Add(Make(samples, made++));
                    var before = watch.Elapsed;
                    store.Take(batch, DateTimeOffset.UnixEpoch);
                    last += watch.Elapsed - before;
                    if (made % 20_000 < Batch)
                    {
                        before = watch.Elapsed;
                        store.Settle();
                        last += watch.Elapsed - before;
                    }
                }
                var settling = Stopwatch.StartNew();
                store.Settle();
                total += last + settling.Elapsed;
                Tell(store, folder, made, total, settling.Elapsed);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static void Tell(Store store, string folder, int made, TimeSpan total, TimeSpan settling)
    {
        using var process = Process.GetCurrentProcess();
        GC.Collect();
        process.Refresh();
        var counts = store.Counts();
        var size = new DirectoryInfo(folder).GetFiles().Sum(f => f.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{made:#,0} readings: {made / total.TotalSeconds:#,0} a second with settling (last settling {settling.TotalSeconds:0.0} s); {counts.Events:#,0} events, {counts.Standings:#,0} standings; {size / 1e6:#,0} MB; memory {process.WorkingSet64 / 1e6:0} MB, peak {process.PeakWorkingSet64 / 1e6:0} MB"));
        var month = new DateOnly(2015, 6, 1);
        Time("a month's map", () => EventList.Find(store, new EventQuery { From = month, To = month.AddDays(29) }).Count());
        Time("a month's map of a country", () => EventList.Find(store, new EventQuery { From = month, To = month.AddDays(29), Places = ["SYR"] }).Count());
        Time("a circle of 50 km, all years", () => EventList.Find(store, new EventQuery { Near = (35.9, 36.7, 50) }).Count());
        Time("situation", () => SituationQuery.Ask(store, month, tallies: false).Standings.Count);
        Time("situation with figures", () => SituationQuery.Ask(store, month) is var s ? s.Standings.Count + s.Tallies.Count : 0);
        Time("situation of a place", () => SituationQuery.Ask(store, month, places: ["geonames:100"], tallies: false).Standings.Count);
        Time("one event in full", () => store.Event(EventList.Find(store, new EventQuery { From = month, Limit = 1 }).First().Number, reasons: true)!.Reports);
        var one = Stopwatch.StartNew();
        store.Take([Make([store.ReadingOf(1).Reading], -made)], DateTimeOffset.UnixEpoch);
        store.Settle();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  one more report, settled: {one.Elapsed.TotalMilliseconds:0} ms"));
    }

    private static void Time(string what, Func<int> ask)
    {
        var best = double.MaxValue;
        var rows = 0;
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            rows = ask();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: {best:0.0} ms ({rows:#,0} rows)"));
    }

    private static Reading Make(List<Reading> samples, int number)
    {
        var random = new Random(number);
        var reading = samples[random.Next(samples.Count)];
        var day = new DateOnly(2012, 1, 1).AddDays(random.Next(Days));
        var shift = reading.Report.PublishedOn is { } published ? day.DayNumber - published.DayNumber : 0;
        // Other letters, one for one: every span stays, and no text is a copy of another.
        var letters = Enumerable.Range(0x627, 36).Select(c => (char)c).Where(char.IsLetter).ToArray();
        var others = letters.ToArray();
        random.Shuffle(others);
        string Other(string text) => string.Create(text.Length, text, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = Array.IndexOf(letters, from[i]) is >= 0 and var at ? others[at] : from[i];
        });
        Evidence Moved(Evidence e) => e with { Text = Other(e.Text) };
        string? Day(string? iso) => iso is { Length: >= 10 } ? DateOnly.ParseExact(iso[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(shift).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + iso[10..] : iso;
        var place = random.Next(Places);
        var id = $"made-{number}";
        return reading with
        {
            ReportId = id,
            Report = reading.Report with { Id = id, Url = null, Outlet = $"outlet {random.Next(300)}", Published = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Title = reading.Report.Title is { } title ? Other(title) : null, Text = Other(reading.Report.Text) },
            Entities = [.. reading.Entities.Select(e => e.Kind == EntityKind.Place && e.Precision is PlacePrecision.Settlement or PlacePrecision.Unknown
                ? e with { Refs = [new Reference($"geonames:{(place + e.Mentions.Count) % Places}", 100)], Lat = 15 + ((place % 200) / 10.0), Lon = 35 + ((place / 200) / 10.0), Precision = PlacePrecision.Settlement } : e)],
            Claims = [.. reading.Claims.Select((c, i) => (c is FigureClaim f ? f with { Low = f.Low + random.Next(9), High = f.High + 9 } : c) with
            {
                Key = $"{number:x8}{i:x4}{random.Next():x8}",
                Evidence = [.. c.Evidence.Select(Moved)],
                Time = c.Time is { } t ? t with { Start = Day(t.Start), End = Day(t.End) } : null,
            })],
        };
    }
}
