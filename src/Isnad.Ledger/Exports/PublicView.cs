using Isnad.Ledger.Events;

namespace Isnad.Ledger.Exports;

/// <summary>An event as it may be shown to everybody: for protection, not for targeting.</summary>
internal static class PublicView
{
    private const string Withheld = "(withheld)";

    public static LedgerEvent Of(LedgerEvent happening, double grid) => happening with
    {
        Place = happening.Place is { } place ? Blur(place, grid) : null,
        Agents = [.. happening.Agents.Select(Party)],
        Targets = [.. happening.Targets.Select(Party)],
        Witnesses = [.. happening.Witnesses.Select(w => w.Kind is "person" or "witness" or "anonymous" ? new EventWitness("withheld", Withheld, w.Kind, []) : w with { Chains = [] })],
        Tolls = [.. happening.Tolls.Select(t => t with { Series = [.. t.Series.Select(s => s with { Name = "", Report = "", Key = "", Words = "" })] })],
        Tellings = [.. happening.Tellings.Select(t => t with { Claims = [] })],
        Disputes = [.. happening.Disputes.Select(d => d with { Reason = "" })],
        GradeReason = "",
    };

    // The centre of the grid's cell. A building's name would give away what the grid blurs.
    private static EventPlace Blur(EventPlace place, double grid)
    {
        double? Cell(double? degrees) => degrees is { } d ? Math.Round((Math.Floor(d / grid) + 0.5) * grid, 6) : null;
        var building = place.Precision is "facility" or "route" or "point";
        return place with { Name = building ? Withheld : place.Name, Local = building ? null : place.Local, Key = building ? "withheld" : place.Key, Lat = Cell(place.Lat), Lon = Cell(place.Lon) };
    }

    // Who holds an office or speaks for a body is no private person.
    private static EventParty Party(EventParty party) =>
        party.Kind == "person" && party.Side is null ? party with { Key = "withheld", Name = Withheld, Claimants = [] }
        : party with { Claimants = [] };
}
