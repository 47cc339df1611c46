using System.Buffers;
using System.Text;
using System.Text.Json;
using Isnad.Ledger.Storage;
using Isnad.Readings;
using Isnad.Writing;

namespace Isnad.Ledger;

/// <summary>What a new reading of a report has otherwise.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Lines">One line a claim: <c>+</c> it is new, <c>-</c> it is gone, <c>~</c> it is told otherwise.</param>
public sealed record ReadingDifference(string Report, IReadOnlyList<string> Lines);

/// <summary>Puts new readings of stored reports in place of the old ones, and tells what has changed.</summary>
public sealed class Rereading(Store store)
{
    /// <summary>Reports done.</summary>
    public long Done { get; private set; }
    /// <summary>Reports whose readings have changed.</summary>
    public long Changed { get; private set; }
    /// <summary>Claims that are new.</summary>
    public long Gained { get; private set; }
    /// <summary>Claims that are gone.</summary>
    public long Lost { get; private set; }
    /// <summary>Claims told otherwise.</summary>
    public long Altered { get; private set; }

    /// <summary>Row numbers of all report versions, in order.</summary>
    public IEnumerable<long> Numbers() => store.Database.Rows("select n from reports order by n", r => r.GetInt64(0));

    /// <summary>The reports, in the same order.</summary>
    public IEnumerable<Report> Reports()
    {
        foreach (var n in Numbers()) yield return store.ReadingOf(n).Reading.Report;
    }

    /// <summary>Compares new readings with the old ones and puts them in place, all or none. Call <see cref="Store.Settle"/> at the end.</summary>
    /// <param name="readings">Row numbers with the new readings.</param>
    /// <param name="dry">Whether to compare only.</param>
    public IReadOnlyList<ReadingDifference> Replace(IReadOnlyList<(long Number, Reading Reading)> readings, bool dry)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var differences = new List<ReadingDifference>();
        void All()
        {
            var writer = new ReportWriter(store.Database, store.Maker, store.Names);
            foreach (var (number, reading) in readings)
            {
                Done++;
                var (old, _) = store.ReadingOf(number);
                var lines = Compare(old, reading);
                if (lines.Count > 0)
                {
                    Changed++;
                    differences.Add(new ReadingDifference(reading.ReportId, lines));
                }
                if (!dry && !Bytes(old).AsSpan().SequenceEqual(Bytes(reading))) writer.Reread(number, reading);
            }
        }
        if (dry) All();
        else store.Database.Transact(All);
        store.Cache.Clear();
        return differences;
    }

    private List<string> Compare(Reading old, Reading now)
    {
        var lines = new List<string>();
        var (before, after) = (Claims(old), Claims(now));
        foreach (var (key, claim) in before)
            if (!after.TryGetValue(key, out var other))
            {
                Lost++;
                lines.Add($"- {claim}");
            }
            else if (claim != other)
            {
                Altered++;
                lines.Add($"~ {claim} => {other}");
            }
        foreach (var (key, claim) in after)
            if (!before.ContainsKey(key))
            {
                Gained++;
                lines.Add($"+ {claim}");
            }
        return lines;
    }

    /// <summary>Claims by key, each in a line that names what it refers to instead of local ids.</summary>
    private static SortedDictionary<string, string> Claims(Reading reading)
    {
        var names = reading.Entities.ToDictionary(e => e.Id, e => e.Refs.Count > 0 ? $"{e.Name} ({e.Refs[0].Ref})" : e.Name, StringComparer.Ordinal);
        string List(IEnumerable<string?> ids) => string.Join(", ", ids.OfType<string>().Select(i => names.GetValueOrDefault(i, i)));
        var claims = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var claim in reading.Claims)
        {
            var line = new StringBuilder(claim switch
            {
                EventClaim e => $"event {(e.Type is { } t ? Words.Of(t) : "-")} {e.Mode ?? "-"} agents [{List(e.Agents)}] targets [{List(e.Targets)}]",
                FigureClaim f => $"figure {Words.Of(f.Measure)} {f.Low}..{f.High} {Words.Of(f.Bound)} of [{List([f.Unit])}]",
                StateClaim s => $"state {Words.Of(s.Predicate)} [{List([s.Subject])}] [{List(s.Objects)}]",
                StatementClaim s => $"statement '{s.Content.Text.ReplaceLineEndings(" ")}'",
                _ => "claim",
            });
            line.Append($" {Words.Of(claim.Status)} {Words.Of(claim.Polarity)} places [{List(claim.Places)}] time {claim.Time?.Start}..{claim.Time?.End}");
            line.Append($" by [{string.Join(", ", claim.Sources.Select(s => Chain(reading, s, names)))}] '{(claim.Evidence.Count > 0 ? claim.Evidence[0].Text.ReplaceLineEndings(" ") : "")}'");
            claims[claim.Key] = line.ToString();
        }
        return claims;
    }

    private static string Chain(Reading reading, string id, Dictionary<string, string> names)
    {
        var chain = new List<string>();
        for (var (at, steps) = (reading.Sources.FirstOrDefault(s => s.Id == id), 0); at is not null && steps <= reading.Sources.Count; at = reading.Sources.FirstOrDefault(s => s.Id == at.Via), steps++)
            chain.Add(at.Entity is { } entity ? names.GetValueOrDefault(entity, entity) : at.Name ?? at.Id);
        return string.Join(" < ", chain);
    }

    private static byte[] Bytes(Reading reading)
    {
        var bytes = new ArrayBufferWriter<byte>();
        ReadingWriter.Write(reading, bytes, withText: false);
        return bytes.WrittenSpan.ToArray();
    }
}
