using Isnad.Ledger.Queries;

namespace Isnad.Ledger.Rows;

/// <summary>Columns of a list of events.</summary>
internal static class EventColumns
{
    public static readonly Column<EventRow>[] All =
    [
        new("id", e => $"E{e.Number}", "event"),
        new("kind", e => e.Family),
        new("type", e => e.Type),
        new("mode", e => e.Mode),
        new("what", e => e.Mode is null ? e.Type : $"{e.Type} {e.Mode}", "what"),
        new("status", e => e.Status, "status"),
        new("first", e => e.First, "first"),
        new("last", e => e.Last),
        new("precision", e => e.Precision),
        new("place", e => e.Place, "place"),
        new("place_local", e => e.PlaceLocal),
        new("place_precision", e => e.PlacePrecision),
        new("lat", e => e.Lat),
        new("lon", e => e.Lon),
        new("country", e => e.Country),
        new("admin1", e => e.Admin1),
        new("agents", e => e.Agents, "agents"),
        new("targets", e => e.Targets, "targets"),
        new("killed", e => Amount.Text(e.KilledLow, e.KilledHigh), "killed"),
        new("killed_low", e => e.KilledLow),
        new("killed_high", e => e.KilledHigh),
        new("wounded_low", e => e.WoundedLow),
        new("wounded_high", e => e.WoundedHigh),
        new("reports", e => e.Reports, "reports"),
        new("outlets", e => e.Outlets),
        new("witnesses", e => e.Witnesses, "witnesses"),
        new("grade", e => e.Grade, "grade"),
        new("disputes", e => e.Disputes, "disputed"),
        new("judged", e => e.Judged),
        new("passing", e => e.Passing),
    ];
}
