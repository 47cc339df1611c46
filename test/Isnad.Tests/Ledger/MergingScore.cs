using System.Globalization;
using System.Text;
using Isnad.Ledger.Events;

namespace Isnad.Tests.Ledger;

/// <summary>How well the ledger tells the happenings of collections: B-cubed over tellings, witnesses, and what else is expected.</summary>
internal sealed class MergingScore
{
    private readonly StringBuilder _differences = new();
    private double _precision;
    private double _recall;

    public int Tellings { get; private set; }
    public int Happenings { get; private set; }
    public int Witnesses { get; private set; }
    public int WitnessesRight { get; private set; }
    public int Others { get; private set; }
    public int OthersRight { get; private set; }
    /// <summary>Pairs of tellings of two happenings in one event.</summary>
    public int WronglyJoined { get; private set; }

    public double Precision => _precision / Tellings;
    public double Recall => _recall / Tellings;
    public double F1 => 2 * Precision * Recall / (Precision + Recall);
    public string Differences => _differences.ToString();

    public string Summary => string.Create(CultureInfo.InvariantCulture,
        $"{Happenings} happenings, {Tellings} tellings: B-cubed {F1:0.000} (precision {Precision:0.000}, recall {Recall:0.000}); witnesses {WitnessesRight} of {Witnesses}; grades, disputes and numbers {OthersRight} of {Others}; wrongly joined {WronglyJoined}");

    public void Add(Collection collection)
    {
        using var ledger = LedgerFolder.With(collection.Readings);
        var found = ledger.EventsByClaim();
        // A telling is what one report tells of one happening.
        var items = new Dictionary<(string Report, string Happening), HashSet<long>>();
        foreach (var reading in collection.Readings)
            foreach (var claim in reading.Claims)
                if (collection.HappeningOf.TryGetValue(claim.Key, out var happening))
                    (items.TryGetValue((reading.ReportId, happening), out var set) ? set : items[(reading.ReportId, happening)] = []).Add(found[claim.Key]);
        var list = items.Select(i => (i.Key.Report, i.Key.Happening, Event: i.Value.Min())).ToArray();
        foreach (var item in list)
        {
            var cluster = list.Where(o => o.Event == item.Event).ToArray();
            var gold = list.Where(o => o.Happening == item.Happening).ToArray();
            var right = cluster.Count(o => o.Happening == item.Happening);
            _precision += right / (double)cluster.Length;
            _recall += right / (double)gold.Length;
            WronglyJoined += cluster.Length - right;
            if (right < cluster.Length) _differences.AppendLine(CultureInfo.InvariantCulture, $"{collection.Name}: {Short(item.Report)} {item.Happening} lies in E{item.Event} with {string.Join(", ", cluster.Where(o => o.Happening != item.Happening).Select(o => $"{Short(o.Report)} {o.Happening}"))}");
            else if (right < gold.Length) _differences.AppendLine(CultureInfo.InvariantCulture, $"{collection.Name}: {Short(item.Report)} {item.Happening} lies apart from {string.Join(", ", gold.Where(o => o.Event != item.Event).Select(o => Short(o.Report)))}");
        }
        Tellings += list.Length;
        Happenings += list.Select(i => i.Happening).Distinct().Count();
        foreach (var expected in collection.Expected) Check(collection, expected, list, ledger);
    }

    private static string Short(string report) => report[(report.LastIndexOf('/') + 1)..];

    private void Check(Collection collection, (string Happening, string What, string Value, int Line) expected, (string Report, string Happening, long Event)[] items, LedgerFolder ledger)
    {
        // The event that holds most of the happening.
        var number = items.Where(i => i.Happening == expected.Happening).GroupBy(i => i.Event).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault()?.Key
            ?? throw new InvalidDataException($"{collection.Name}: nothing tells {expected.Happening}, of which line {expected.Line} expects something");
        var made = ledger.Store.EventOf(number);
        var got = expected.What switch
        {
            "witnesses" => made.Witnesses.Count.ToString(CultureInfo.InvariantCulture),
            "grade" => made.Grade,
            "disputes" => string.Join(' ', made.Disputes.Select(d => d.About).Distinct().Order(StringComparer.Ordinal)),
            var measure => made.Tolls.FirstOrDefault(t => t.Measure == measure && t.Of is null) is { } toll ? Range(toll) : "none",
        };
        var wanted = expected.What == "disputes" ? string.Join(' ', expected.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)) : expected.Value;
        var right = got == wanted || (expected.What is not ("witnesses" or "grade" or "disputes") && !wanted.Contains("..", StringComparison.Ordinal) && got == $"{wanted}..{wanted}");
        if (expected.What == "witnesses")
        {
            Witnesses++;
            if (right) WitnessesRight++;
        }
        else
        {
            Others++;
            if (right) OthersRight++;
        }
        if (!right) _differences.AppendLine(CultureInfo.InvariantCulture, $"{collection.Name}, line {expected.Line}: {expected.Happening} {expected.What} is {got}, expected {wanted}{(expected.What == "witnesses" ? $" ({string.Join("; ", made.Witnesses.Select(w => w.Key))})" : expected.What == "grade" ? $" ({made.GradeReason})" : expected.What == "disputes" ? $" ({string.Join("; ", made.Disputes.Select(d => d.Reason))})" : "")}");
    }

    private static string Range(Toll toll) => string.Create(CultureInfo.InvariantCulture, $"{toll.Low}..{toll.High}");
}
