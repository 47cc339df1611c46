using System.Globalization;
using Isnad.Ledger.Digests;

namespace Isnad.Ledger.Events;

/// <summary>A figure with its report.</summary>
internal readonly record struct Counted(Digest Digest, int Claim, string Witness, string Name)
{
    public Told Told => Digest.Claims[Claim];

    public string? Class => Told.Unit is { } unit && Digest.Parties[unit].Class is { } known && known != "unknown" ? known : null;

    public bool IsPart => Told.PartOf is not null;
}

/// <summary>
/// Makes tolls of the figures of one event. A later number of a claimant supersedes its earlier one; numbers of other claimants
/// stand beside it. Parts are never added to wholes, and nothing is averaged.
/// </summary>
internal static class TollMaker
{
    public static List<Toll> Make(IEnumerable<Counted> figures)
    {
        var tolls = new List<Toll>();
        foreach (var group in figures.GroupBy(f => (f.Told.What, Of: f.IsPart ? f.Class ?? "some" : null, f.Told.Flow, f.Told.Per)).OrderBy(g => g.Key.What, StringComparer.Ordinal).ThenBy(g => g.Key.Of, StringComparer.Ordinal).ThenBy(g => g.Key.Flow, StringComparer.Ordinal).ThenBy(g => g.Key.Per, StringComparer.Ordinal))
        {
            var measure = group.Key.What + (group.Key.Flow is { } flow ? "-" + flow : "") + (group.Key.Per is { } per ? "-" + per : "");
            tolls.Add(Make(measure, group.Key.Of, [.. group]));
        }
        return tolls;
    }

    private static Toll Make(string measure, string? of, List<Counted> figures)
    {
        figures.Sort(static (a, b) => a.Digest.Moment != b.Digest.Moment ? a.Digest.Moment.CompareTo(b.Digest.Moment)
            : a.Digest.Report != b.Digest.Report ? string.CompareOrdinal(a.Digest.Report, b.Digest.Report) : a.Claim.CompareTo(b.Claim));
        var series = new List<TollClaim>();
        var now = new List<(string Claimant, double? Low, double? High)>();
        foreach (var claimant in figures.GroupBy(f => f.Witness).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var current = Current([.. claimant.Where(f => f.Told.Affirms)]);
            if (Total(current) is { } total) now.Add((claimant.Key, total.Low, total.High));
            var seen = new HashSet<(string?, double?, double?)>();
            foreach (var figure in claimant)
            {
                var told = figure.Told;
                var standing = !told.Affirms ? "not-asserted" : current.Contains(figure) ? "current" : seen.Contains((figure.Class, told.Low, told.High)) ? "repeated" : "superseded";
                seen.Add((figure.Class, told.Low, told.High));
                series.Add(new TollClaim(figure.Witness, figure.Name, told.Low, told.High, told.Bound, figure.Class, figure.Digest.Moment, figure.Digest.Report, told.Key, told.Words, standing));
            }
        }
        double? low = now.Count == 0 || now.TrueForAll(n => n.Low is null) ? null : now.Min(n => n.Low ?? double.PositiveInfinity);
        double? high = now.Count == 0 || now.Exists(n => n.High is null) ? null : now.Max(n => n.High);
        var contested = now.Exists(a => now.Exists(b => (a.Low ?? 0) > (b.High ?? double.PositiveInfinity)));
        var left = series.Count(s => s.Standing is "superseded" or "repeated");
        var unasserted = series.Count(s => s.Standing == "not-asserted");
        return new Toll(measure, of, low, high, series.Count, now.Count, contested, series, string.Create(CultureInfo.InvariantCulture,
            $"least and greatest of the latest numbers of {now.Count} claimants; left out: {left} superseded or repeated, {unasserted} denied or doubted{(of is null ? ", all parts (\"of which\")" : "")}"));
    }

    /// <summary>
    /// What a claimant says last: the numbers of the report that told a new one last. A number that comes again in a later report,
    /// through a slower outlet, is no newer for it.
    /// </summary>
    private static List<Counted> Current(List<Counted> told)
    {
        var first = new Dictionary<(string?, double?, double?), int>();
        var latest = -1;
        for (var i = 0; i < told.Count; i++)
            if (first.TryAdd((told[i].Class, told[i].Told.Low, told[i].Told.High), i)) latest = i;
        if (latest < 0) return [];
        var current = new List<Counted>();
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i].Digest != told[latest].Digest || first[(told[i].Class, told[i].Told.Low, told[i].Told.High)] != i) continue;
            // In one report a later number for the same people corrects the earlier one.
            current.RemoveAll(c => c.Class == told[i].Class);
            current.Add(told[i]);
        }
        return current;
    }

    /// <summary>The whole of a claimant's numbers: the one without a class of people; else the sum of disjoint classes.</summary>
    private static (double? Low, double? High)? Total(List<Counted> current)
    {
        if (current.Count == 0) return null;
        var whole = current.FindAll(c => c.Class is null);
        if (whole.Count > 0) return (whole[^1].Told.Low, whole[^1].Told.High);
        // Children and women are among the civilians, if those are counted too.
        var disjoint = current.FindAll(c => c.Class is not ("child" or "woman") || !current.Exists(o => o.Class == "civilian"));
        return (disjoint.Exists(d => d.Told.Low is null) ? null : disjoint.Sum(d => d.Told.Low!.Value), disjoint.Exists(d => d.Told.High is null) ? null : disjoint.Sum(d => d.Told.High!.Value));
    }
}
