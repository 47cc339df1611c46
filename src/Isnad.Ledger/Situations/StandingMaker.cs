namespace Isnad.Ledger.Situations;

/// <summary>How something stood from one day to another, and by which claims.</summary>
public sealed record Standing
{
    /// <summary>What is asked.</summary>
    public required string Slot { get; init; }
    /// <summary>The predicate.</summary>
    public required string Predicate { get; init; }
    /// <summary>First day (day number).</summary>
    public required int Since { get; init; }
    /// <summary>Day from which it was otherwise; null: nothing says so.</summary>
    public int? Until { get; init; }
    /// <summary>Key of the subject.</summary>
    public string? Subject { get; init; }
    /// <summary>Name of the subject.</summary>
    public string? SubjectName { get; init; }
    /// <summary>Key of the object.</summary>
    public string? Object { get; init; }
    /// <summary>Name of the object.</summary>
    public string? ObjectName { get; init; }
    /// <summary>Key of who holds it.</summary>
    public string? Holder { get; init; }
    /// <summary>Name of who holds it.</summary>
    public string? HolderName { get; init; }
    /// <summary>Whether somebody says otherwise.</summary>
    public bool Contested { get; init; }
    /// <summary>Keys of the claims that it stands on; those that contradict it begin with <c>!</c>.</summary>
    public required IReadOnlyList<string> Claims { get; init; }
    /// <summary>Independent witnesses.</summary>
    public int Witnesses { get; init; }
    /// <summary>The last day on which a claim said that it was so.</summary>
    public int LastSaid { get; init; }
    /// <summary>Least number, if the subject is counted.</summary>
    public double? Low { get; init; }
    /// <summary>Greatest number.</summary>
    public double? High { get; init; }
    /// <summary>Latitude.</summary>
    public double? Lat { get; init; }
    /// <summary>Longitude.</summary>
    public double? Lon { get; init; }
    /// <summary>Country.</summary>
    public string? Country { get; init; }
}

/// <summary>Makes standings of the claims about one slot: a pure function of the set of claims.</summary>
internal static class StandingMaker
{
    /// <summary>Days within which claims of two sides to hold one place contest each other; later ones succeed earlier ones.</summary>
    private const int Contest = 3;

    public static List<Standing> Make(IEnumerable<StateItem> items)
    {
        var ordered = items.OrderBy(i => i.Day).ThenBy(i => i.Known).ThenBy(i => i.Key, StringComparer.Ordinal).ThenBy(i => i.Part).ToList();
        var standings = new List<Standing>();
        Standing? current = null;
        var witnesses = new HashSet<string>();
        foreach (var item in ordered)
        {
            if (item.Holds && current is not null && current.Holder == item.Holder)
            {
                witnesses.Add(item.Witness);
                // A number told later is the number from then on.
                current = current with { Claims = [.. current.Claims, item.Key], Witnesses = witnesses.Count, LastSaid = Math.Max(current.LastSaid, Math.Max(item.Day, item.Known)), Low = item.Low ?? current.Low, High = item.High ?? current.High };
                continue;
            }
            if (!item.Holds)
            {
                if (current is null || (current.Holder is not null && current.Holder != item.Holder)) continue;
                var contradicted = item.Day <= current.LastSaid && !witnesses.Contains(item.Witness);
                current = current with { Claims = [.. current.Claims, "!" + item.Key], Contested = current.Contested || contradicted, Until = contradicted ? null : item.Day };
                if (contradicted) continue;
                standings.Add(current);
                current = null;
                continue;
            }
            // Of two sides that are said to hold it within days of each other, the later one is taken, and it is contested.
            var contested = current is not null && item.Day - current.LastSaid <= Contest && item.Day - current.Since <= Contest && !witnesses.Contains(item.Witness);
            if (current is not null) standings.Add(current with { Until = item.Day, Contested = current.Contested || contested });
            var against = contested ? current!.Claims.Where(c => c[0] != '!').Select(c => "!" + c) : [];
            witnesses = [item.Witness];
            current = new Standing
            {
                Slot = item.Slot,
                Predicate = item.Predicate,
                Since = item.Day,
                Subject = item.Subject,
                SubjectName = item.SubjectName,
                Object = item.Object,
                ObjectName = item.ObjectName,
                Holder = item.Holder,
                HolderName = item.HolderName,
                Contested = contested,
                Claims = [item.Key, .. against],
                Witnesses = 1,
                LastSaid = Math.Max(item.Day, item.Known),
                Low = item.Low,
                High = item.High,
                Lat = item.Lat,
                Lon = item.Lon,
                Country = item.Country,
            };
        }
        if (current is not null) standings.Add(current);
        // Held and lost on one day: the later word of the day counts.
        standings.RemoveAll(s => s.Until is { } until && until <= s.Since);
        return standings;
    }
}
