using System.Globalization;
using Isnad.Ledger.Events;

namespace Isnad.Ledger.Exports;

/// <summary>
/// Rows shaped like UCDP GED's, 49 columns, for violence with at least one death. low and high are the least and the greatest of what
/// claimants say last; best is the least number that two claimants agree on, else low. An open end takes the number that it is open from.
/// </summary>
internal sealed class GedExport : IExportFormat
{
    public static readonly string[] Columns =
    [
        "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
        "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original",
        "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
        "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
    ];

    public void Begin(TextWriter output) => new CsvRows(output).Row(Columns);

    public bool Write(LedgerEvent e, TextWriter output)
    {
        if (!Derived.TookPlace(e) || e.Type != "ASSAULT" || Derived.Toll(e, "killed") is not { } toll || (toll.High ?? toll.Low) is not > 0) return false;
        var country = Country.Of(e.Place?.Country);
        var (a, b) = Sides(e);
        var low = toll.Low ?? 0;
        var high = Math.Max(toll.High ?? toll.Series.Where(s => s.Standing == "current").Max(s => s.High ?? s.Low ?? 0), low);
        var best = Agreed(toll) ?? low;
        // Only a number for civilians alone says how many of the dead were civilians; which side the others were of is not told apart.
        var civilians = toll.Series.Where(s => s is { Standing: "current", Class: not null and not ("combatant" or "police"), Low: not null }).Select(s => s.Low!.Value).DefaultIfEmpty(0).Min();
        civilians = Math.Min(civilians, best);
        var (lat, lon) = (Derived.Number(e.Place?.Lat), Derived.Number(e.Place?.Lon));
        string?[] row =
        [
            e.Number.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{country.Iso3}-{Derived.Day(e.First)[..4]}-{e.Number}"), Derived.Day(e.First)[..4], "", "Check",
            Violence(a, b).ToString(CultureInfo.InvariantCulture), "", "", "", "", "", $"{Name(a)} - {Name(b)}", "", "", Name(a), "", "", Name(b),
            e.Witnesses.Count.ToString(CultureInfo.InvariantCulture), string.Join(";", e.Tellings.Select(t => $"\"{t.Outlet},{Derived.Day(t.Published)},{t.ReportId}\"")),
            string.Join(";", e.Tellings.Select(t => t.Outlet).OfType<string>().Distinct()), string.Join(";", e.Tellings.Select(t => Derived.Day(t.Published)).Distinct()), "", Derived.Sources(e),
            e.Place is null ? "7" : e.Place.Precision switch { "settlement" or "point" or "facility" => "1", "unknown" or "route" => "2", "district" => "3", "governorate" => "4", "region" => "5", _ => "6" },
            e.Place?.Name, e.Place?.Local ?? e.Place?.Name, e.Place?.Admin1, e.Place?.Admin2, lat, lon, lat.Length > 0 ? $"POINT ({lon} {lat})" : "", Cell(e.Place), country.Name, "", country.Region,
            e.Precision == "day" && e.Reports > 0 ? "1" : "2", e.Precision switch { "day" => e.First == e.Last ? "1" : "2", "news" => "2", "week" => "3", "month" => "4", _ => "5" },
            Derived.Day(e.First), Derived.Day(e.Last), "0", "0", Derived.Number(civilians), Derived.Number(best - civilians), Derived.Number(best), Derived.Number(high), Derived.Number(low), "", "",
        ];
        new CsvRows(output).Row(row);
        return true;
    }

    public void End(TextWriter output)
    {
    }

    private static double? Agreed(Toll toll) =>
        toll.Series.Where(s => s is { Standing: "current", Low: not null, Class: null }).GroupBy(s => s.Low!.Value).Where(g => g.Select(s => s.Claimant).Distinct().Count() > 1).Select(g => (double?)g.Key).Min();

    private static (EventParty? A, EventParty? B) Sides(LedgerEvent e) =>
        e.Agents.Count > 1 && e.Targets.Count == 0 ? (e.Agents[0], e.Agents[1]) : (e.Agents.FirstOrDefault(), e.Targets.FirstOrDefault(Derived.IsArmed) ?? e.Targets.FirstOrDefault());

    private static int Violence(EventParty? a, EventParty? b)
    {
        if (b is null || !Derived.IsArmed(b)) return 3;
        return a?.Interaction == "State Forces" || b.Interaction == "State Forces" ? 1 : 2;
    }

    private static string Name(EventParty? party) => party is null ? "Unknown" : Derived.IsCivilian(party) ? "Civilians" : party.Name;

    // The cell of the PRIO grid: half a degree, numbered from 1 at the south-west, by rows of 720.
    private static string Cell(EventPlace? place) =>
        place is { Lat: { } lat, Lon: { } lon } ? (((int)Math.Floor((lat + 90) * 2) * 720) + (int)Math.Floor((lon + 180) * 2) + 1).ToString(CultureInfo.InvariantCulture) : "";
}
