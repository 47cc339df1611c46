using System.Globalization;
using Isnad.Ledger.Events;

namespace Isnad.Ledger.Exports;

/// <summary>CSV with a row of HXL tags under the headings. Numbers are the least that claimants say last.</summary>
internal sealed class HxlExport : IExportFormat
{
    private static readonly (string Heading, string Tag, Func<LedgerEvent, string?> Value)[] Columns =
    [
        ("Id", "#event+code", e => string.Create(CultureInfo.InvariantCulture, $"E{e.Number}")),
        ("Date", "#date+occurred", e => Derived.Day(e.First)),
        ("Type", "#event+type", e => e.Type),
        ("Mode", "#event+type+sub", e => e.Mode),
        ("First group", "#group+name+first", e => e.Agents.FirstOrDefault()?.Name),
        ("Second group", "#group+name+second", e => (e.Agents.Count > 1 && e.Targets.Count == 0 ? e.Agents[1] : e.Targets.FirstOrDefault())?.Name),
        ("Country", "#country+name", e => Country.Of(e.Place?.Country).Name),
        ("Country code", "#country+code", e => e.Place?.Country),
        ("Governorate", "#adm1+name", e => e.Place?.Admin1),
        ("District", "#adm2+name", e => e.Place?.Admin2),
        ("Location", "#loc+name", e => e.Place?.Name),
        ("Location (local)", "#loc+name+i_local", e => e.Place?.Local),
        ("Latitude", "#geo+lat", e => Derived.Number(e.Place?.Lat)),
        ("Longitude", "#geo+lon", e => Derived.Number(e.Place?.Lon)),
        ("Killed", "#affected+killed", e => Derived.Number(Derived.Toll(e, "killed")?.Low)),
        ("Injured", "#affected+injured", e => Derived.Number(Derived.Toll(e, "wounded")?.Low)),
        ("Newly displaced", "#affected+idps+ind+newdisp+conflict", e => Derived.Number((Derived.Toll(e, "displaced-new") ?? Derived.Toll(e, "displaced"))?.Low)),
        ("Displaced (stock)", "#affected+idps+ind+stock+conflict", e => Derived.Number(Derived.Toll(e, "displaced-stock")?.Low)),
        ("Source", "#meta+source", Derived.Sources),
        ("Description", "#description", Derived.Notes),
    ];

    public void Begin(TextWriter output)
    {
        var csv = new CsvRows(output);
        csv.Row(Columns.Select(c => c.Heading));
        csv.Row(Columns.Select(c => c.Tag));
    }

    public bool Write(LedgerEvent e, TextWriter output)
    {
        if (!Derived.TookPlace(e)) return false;
        new CsvRows(output).Row(Columns.Select(c => c.Value(e)));
        return true;
    }

    public void End(TextWriter output)
    {
    }
}
