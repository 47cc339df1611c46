using System.Globalization;
using Isnad.Ledger.Queries;
using Isnad.Ledger.Storage;

namespace Isnad.Ledger.Situations;

/// <summary>How things stood on a day, by what was known on another.</summary>
/// <param name="At">The day asked about.</param>
/// <param name="KnownBy">Only what was published by this day counts; null: everything.</param>
/// <param name="Standings">What stood: who held which place, posts, agreements, routes and the rest.</param>
/// <param name="Tallies">Running totals and figures of periods by claimant, the latest said by the day.</param>
public sealed record Situation(DateOnly At, DateOnly? KnownBy, IReadOnlyList<Standing> Standings, IReadOnlyList<FigureSeries> Tallies);

/// <summary>Asks the ledger how things stood.</summary>
public static class SituationQuery
{
    /// <summary>Days before the day asked about from which figures are still told.</summary>
    public const int TallyDays = 90;

    private const string Columns = "slot, since, until, predicate, subject, subject_name, object, object_name, holder, holder_name, contested, claims, witnesses, last, lat, lon, country, low, high";

    /// <summary>The situation on a day.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="at">The day.</param>
    /// <param name="knownBy">The other clock: the day by which it must have been known.</param>
    /// <param name="places">Names, keys or ISO codes of places; all if empty.</param>
    /// <param name="tallies">Whether to tell the figures.</param>
    public static Situation Ask(Store store, DateOnly at, DateOnly? knownBy = null, IReadOnlyList<string>? places = null, bool tallies = true)
    {
        ArgumentNullException.ThrowIfNull(store);
        var wanted = Keys(store, places ?? []);
        var standings = knownBy is { } day ? Known(store, at, day, wanted) : Now(store, at, wanted);
        var figures = tallies
            ? FigureList.Find(store, new FigureQuery { Scopes = ["period", "cumulative", "place"], From = at.AddDays(-TallyDays), To = knownBy is { } known && known < at ? known : at, Places = places ?? [] })
            : [];
        return new Situation(at, knownBy, standings, [.. figures.Where(f => f.Current is not null).OrderBy(f => f.Measure, StringComparer.Ordinal).ThenBy(f => f.Place, StringComparer.Ordinal).ThenBy(f => f.Witness, StringComparer.Ordinal)]);
    }

    private static HashSet<string>? Keys(Store store, IReadOnlyList<string> places)
    {
        if (places.Count == 0) return null;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places)
            if (NameLookup.IsCountry(place)) keys.Add(place);
            else keys.UnionWith(NameLookup.Keys(store, place, "place", "facility", "route"));
        return keys;
    }

    private static List<Standing> Now(Store store, DateOnly at, HashSet<string>? wanted) =>
        store.Database.Rows($"select {Columns} from standings where since <= $0 and (until is null or until > $0) order by predicate, object_name, slot", Row, at.DayNumber).FindAll(s => Wanted(s, wanted));

    /// <summary>By what was known on a day: made anew from the claims published by then.</summary>
    private static List<Standing> Known(Store store, DateOnly at, DateOnly knownBy, HashSet<string>? wanted)
    {
        var items = StateRows.Where(store.Database, store.Cache, "known <= $0 and day <= $1", i => wanted is null || Wanted(i.Object, i.Subject, i.Country, wanted), knownBy.DayNumber, at.DayNumber);
        var standings = new List<Standing>();
        foreach (var slot in items.GroupBy(i => i.Slot))
            standings.AddRange(StandingMaker.Make(slot).Where(s => s.Since <= at.DayNumber && (s.Until is null || s.Until > at.DayNumber)));
        return [.. standings.OrderBy(s => s.Predicate, StringComparer.Ordinal).ThenBy(s => s.ObjectName, StringComparer.Ordinal).ThenBy(s => s.Slot, StringComparer.Ordinal)];
    }

    private static bool Wanted(Standing standing, HashSet<string>? wanted) => wanted is null || Wanted(standing.Object, standing.Subject, standing.Country, wanted);

    private static bool Wanted(string? place, string? subject, string? country, HashSet<string> wanted) =>
        (place is not null && wanted.Contains(place)) || (subject is not null && wanted.Contains(subject)) || (country is not null && wanted.Contains(country));

    private static Standing Row(Row r) => new()
    {
        Slot = r.GetString(0),
        Since = r.GetInt32(1),
        Until = r.Int(2),
        Predicate = r.GetString(3),
        Subject = r.Text(4),
        SubjectName = r.Text(5),
        Object = r.Text(6),
        ObjectName = r.Text(7),
        Holder = r.Text(8),
        HolderName = r.Text(9),
        Contested = r.GetInt32(10) == 1,
        Claims = DecisionBook.KeysOf(r.GetString(11)),
        Witnesses = r.GetInt32(12),
        LastSaid = r.GetInt32(13),
        Lat = r.Real(14),
        Lon = r.Real(15),
        Country = r.Text(16),
        Low = r.Real(17),
        High = r.Real(18),
    };
}
