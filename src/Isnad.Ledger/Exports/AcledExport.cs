using System.Globalization;
using Isnad.Ledger.Events;

namespace Isnad.Ledger.Exports;

/// <summary>
/// Rows shaped like ACLED's, 31 columns. Fatalities are the most conservative number: the least that a claimant says last, 0 if
/// none is told. The order of actors does not say who acted.
/// </summary>
internal sealed class AcledExport(bool vague) : IExportFormat
{
    public static readonly string[] Columns =
    [
        "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
        "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
    ];

    public void Begin(TextWriter output) => new CsvRows(output).Row(Columns);

    public bool Write(LedgerEvent e, TextWriter output)
    {
        if (!Derived.TookPlace(e) || e is not { AcledType: { } type, AcledSubType: { } subType }) return false;
        var country = Country.Of(e.Place?.Country);
        var (one, other) = (e.Agents.Count > 0 ? e.Agents[0] : null, e.Agents.Count > 1 && e.Targets.Count == 0 ? e.Agents[1] : e.Targets.FirstOrDefault());
        var inters = new[] { AcledCode.Inter(one), AcledCode.Inter(other) }.Where(i => i.Length > 0).Order(StringComparer.Ordinal).ToArray();
        string?[] row =
        [
            string.Create(CultureInfo.InvariantCulture, $"{(country.Iso3.Length > 0 ? country.Iso3 : "XXX")}{e.Number}"), Derived.Day(e.First), Derived.Day(e.First)[..4],
            e.Precision switch { "day" => "1", "news" or "week" => "2", _ => "3" },
            AcledCode.Disorder(type, subType), type, subType,
            one is null ? (e.Targets.Count > 0 ? "Unidentified" : "") : Derived.Name(one), Associated(e.Agents, one, other), AcledCode.Inter(one),
            other is null ? "" : Derived.Name(other), Associated(e.Targets, one, other), AcledCode.Inter(other),
            inters.Length switch { 0 => "", 1 => inters[0] + "0", _ => inters[0] + inters[1] },
            e.Type == "ASSAULT" && e.Targets.Any(Derived.IsCivilian) ? "Civilian targeting" : "",
            country.Numeric, country.Region, country.Name, e.Place?.Admin1, e.Place?.Admin2, "", e.Place?.Name, Derived.Number(e.Place?.Lat), Derived.Number(e.Place?.Lon),
            e.Place is null ? "" : e.Place.Precision switch { "settlement" or "point" or "facility" => "1", "district" or "unknown" or "route" => "2", _ => "3" },
            Derived.Sources(e), "", Derived.Notes(e), Derived.Number(Fatalities(e)), Tags(e),
            ((DateOnly.FromDayNumber(Math.Max(e.Known, 1)).ToDateTime(TimeOnly.MinValue) - DateTime.UnixEpoch).TotalSeconds).ToString("0", CultureInfo.InvariantCulture),
        ];
        new CsvRows(output).Row(row);
        return true;
    }

    public void End(TextWriter output)
    {
    }

    private double Fatalities(LedgerEvent e)
    {
        var toll = Derived.Toll(e, "killed");
        var low = toll?.Low ?? 0;
        // "Tens" are 20 to 99 in a reading; ACLED writes 10, and 100 for hundreds.
        return vague && toll is not null && toll.Series.Any(s => s is { Standing: "current", Bound: "vague" } && s.Low.Equals(low)) && low is 20 or 200 or 2000 ? low / 2 : low;
    }

    private static string Associated(IReadOnlyList<EventParty> parties, EventParty? one, EventParty? other) =>
        string.Join("; ", parties.Where(p => p != one && p != other).Select(Derived.Name).Distinct());

    private static string Tags(LedgerEvent e) => $"grade={e.Judged ?? e.Grade}" + (e.Disputes.Count > 0 ? ";disputed=" + string.Join(' ', e.Disputes.Select(d => d.About).Distinct()) : "");
}
