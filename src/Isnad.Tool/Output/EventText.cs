using System.Globalization;
using System.Text;
using Isnad.Ledger.Events;
using Isnad.Ledger.Queries;
using Isnad.Ledger.Rows;

namespace Isnad.Tool.Output;

/// <summary>One event in full, for people: every line opens to its claims.</summary>
internal static class EventText
{
    public static string Of(LedgerEvent e)
    {
        var text = new StringBuilder();
        Line(text, "", $"E{e.Number} {e.Type} {e.Mode} ({e.Status}){(e.Passing ? ", only told in passing" : "")}");
        Line(text, "  when", $"{EventList.Day(e.First)}{(e.Last != e.First ? " to " + EventList.Day(e.Last) : "")} {(e.Precision == "news" ? "(no report tells the day: news of these days)" : e.Precision)}");
        if (e.Place is { } place) Line(text, "  where", $"{place.Name} {place.Local} ({string.Join(", ", ((string?[])[place.Precision, place.Admin1, place.Country]).OfType<string>())})");
        foreach (var party in e.Agents) Line(text, "  by", Party(party));
        foreach (var party in e.Targets) Line(text, "  to", Party(party));
        foreach (var toll in e.Tolls)
        {
            Line(text, $"  {toll.Measure}", string.Create(CultureInfo.InvariantCulture, $"{(toll.Of is { } of ? $"of which {of}: " : "")}{Amount.Text(toll.Low, toll.High) ?? "?"} ({toll.Claims} claims, {toll.Witnesses} independent){(toll.Contested ? ", contested" : "")}"));
            foreach (var claim in toll.Series) Line(text, "    ", $"{Amount.Text(claim.Low, claim.High)} {claim.Class} by {claim.Name}, {claim.Standing}: {claim.Words} ({claim.Report} {claim.Key})");
            Line(text, "    rule", toll.Rule);
        }
        Line(text, "  grade", $"{e.Judged ?? e.Grade}{(e.Judged is null ? " (proposed)" : $" (by a person; proposed {e.Grade})")}: {e.GradeReason}");
        foreach (var dispute in e.Disputes) Line(text, "  disputed", $"{dispute.About}: {dispute.Reason}");
        Line(text, "  told by", string.Create(CultureInfo.InvariantCulture, $"{e.Reports} reports, {e.Outlets} outlets, {e.Witnesses.Count} independent witnesses"));
        foreach (var witness in e.Witnesses)
        {
            Line(text, "    ", $"{witness.Name} ({witness.Kind})");
            foreach (var chain in witness.Chains) Line(text, "      ", chain);
        }
        foreach (var telling in e.Tellings)
        {
            Line(text, "  report", $"{telling.ReportId} {telling.Outlet} {EventList.Day(telling.Published)}");
            foreach (var claim in telling.Claims) Line(text, "    ", $"{claim.Key} {claim.Kind} {claim.Status}: {claim.Words.ReplaceLineEndings(" ")} < {claim.Chain}");
            foreach (var reason in telling.Because) Line(text, "    because", reason);
        }
        return text.ToString();
    }

    private static string Party(EventParty party) => $"{party.Name} ({party.Kind}{(party.Class is { } c ? ", " + c : "")}){(party.Denied ? ", denied" : "")}";

    private static void Line(StringBuilder text, string head, string rest) => text.Append(head).Append(head.Length > 0 ? " " : "").Append(DisplayWidth.Isolate(rest)).Append('\n');
}
