using System.Globalization;
using Isnad.Ledger.Events;
using Isnad.Ledger.Queries;

namespace Isnad.Ledger.Exports;

/// <summary>What several formats derive of an event in the same way.</summary>
internal static class Derived
{
    /// <summary>Whether the event is said to have taken place, on days that are known.</summary>
    public static bool TookPlace(LedgerEvent e) => e.Status is "happened" or "ongoing" && e.First is not null && !e.Family.StartsWith("to-", StringComparison.Ordinal) && e.Judged != "discounted";

    public static string Day(int? number) => EventList.Day(number) ?? "";

    public static Toll? Toll(LedgerEvent e, string measure) => e.Tolls.FirstOrDefault(t => t.Measure == measure && t.Of is null);

    public static bool IsCivilian(EventParty party) => party.Class is not null and not ("combatant" or "police" or "unknown");

    public static bool IsArmed(EventParty party) => party.Kind is "organisation" or "armed-group" || party is { Class: "combatant" or "police" } || party is { Kind: "place", Side: not null };

    /// <summary>An actor's name in ACLED's form.</summary>
    public static string Name(EventParty party) => party.Acled ?? (IsCivilian(party) ? "Civilians" : party.Name);

    public static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A sentence that sums the event up.</summary>
    public static string Notes(LedgerEvent e)
    {
        var parts = new List<string>
        {
            $"{e.Type} {e.Mode}".Trim() + (e.Place is { } place ? $" at {place.Name}" : "") + $", {Day(e.First)}{(e.Last != e.First ? " to " + Day(e.Last) : "")}{(e.Precision == "news" ? " (day not told)" : "")}",
        };
        if (e.Agents.Count > 0) parts.Add("by " + string.Join(", ", e.Agents.Select(a => a.Name)));
        if (e.Targets.Count > 0) parts.Add("to " + string.Join(", ", e.Targets.Select(a => a.Name)));
        foreach (var toll in e.Tolls)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{toll.Measure}{(toll.Of is { } of ? $" (of which {of})" : "")}: {(toll.Low is { } l && toll.High is { } h ? (l.Equals(h) ? $"{l}" : $"{l} to {h}") : toll.Low is { } least ? $"at least {least}" : $"at most {toll.High}")}{(toll.Contested ? ", contested" : "")}"));
        parts.Add($"{e.Judged ?? e.Grade}, {e.Witnesses.Count} independent of {e.Reports} reports");
        if (e.Disputes.Count > 0) parts.Add("disputed: " + string.Join(", ", e.Disputes.Select(d => d.About).Distinct()));
        return string.Join("; ", parts) + ".";
    }

    /// <summary>Sources, parted as the field does.</summary>
    public static string Sources(LedgerEvent e) => string.Join("; ", e.Witnesses.Select(w => w.Name).Where(n => n.Length > 0).Distinct().Order(StringComparer.Ordinal));
}
