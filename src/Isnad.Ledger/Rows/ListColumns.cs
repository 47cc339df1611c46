using Isnad.Ledger.Queries;
using Isnad.Ledger.Situations;

namespace Isnad.Ledger.Rows;

/// <summary>Columns of the lists other than that of events.</summary>
internal static class ListColumns
{
    /// <summary>Numbers of figures, with the series that each is of.</summary>
    public static readonly Column<(FigureSeries Series, FigurePoint Point)>[] Figures =
    [
        new("measure", f => f.Series.Measure, "measure"),
        new("scope", f => f.Series.Scope, "scope"),
        new("of", f => f.Series.Of, "of"),
        new("place", f => f.Series.Place, "place"),
        new("event", f => f.Series.Event is { } e ? $"E{e}" : null, "event"),
        new("since", f => f.Series.Since, "since"),
        new("claimant", f => f.Series.Claimant, "claimant"),
        new("witness", f => f.Series.Witness),
        new("said", f => f.Point.Said, "said"),
        new("value", f => Amount.Text(f.Point.Low, f.Point.High), "value"),
        new("low", f => f.Point.Low),
        new("high", f => f.Point.High),
        new("bound", f => f.Point.Bound),
        new("standing", f => f.Point.Standing, "standing"),
        new("words", f => f.Point.Words, "words"),
        new("report", f => f.Point.Report),
        new("outlet", f => f.Point.Outlet),
        new("key", f => f.Point.Key),
    ];

    /// <summary>Witnesses.</summary>
    public static readonly Column<SourceRow>[] Sources =
    [
        new("key", s => s.Key, "witness"),
        new("name", s => s.Name, "name"),
        new("kind", s => s.Kind, "kind"),
        new("reports", s => s.Reports, "reports"),
        new("claims", s => s.Claims, "claims"),
        new("through", s => s.Through.Select(t => $"{(t.Via.Length == 0 ? "itself" : t.Via)} ({t.Reports})"), "through"),
    ];

    /// <summary>Reports found by their words.</summary>
    public static readonly Column<FoundReport>[] Found =
    [
        new("report", r => r.Id, "report"),
        new("outlet", r => r.Outlet, "outlet"),
        new("published", r => r.Published, "published"),
        new("title", r => r.Title),
        new("excerpt", r => r.Excerpt, "words"),
        new("events", r => r.Events.Select(e => $"E{e}"), "events"),
    ];

    /// <summary>Reports.</summary>
    public static readonly Column<ReportRow>[] Reports =
    [
        new("id", r => r.Id, "report"),
        new("outlet", r => r.Outlet, "outlet"),
        new("published", r => r.Published, "published"),
        new("title", r => r.Title, "title"),
        new("language", r => r.Language),
        new("url", r => r.Url),
        new("events", r => r.Events, "events"),
        new("claims", r => r.Claims, "claims"),
        new("reviewed", r => r.Reviewed, "reviewed"),
    ];

    /// <summary>How things stood.</summary>
    public static readonly Column<Standing>[] Standings =
    [
        new("predicate", s => s.Predicate, "what"),
        new("subject", s => s.SubjectName, "who"),
        new("object", s => s.ObjectName, "where or what"),
        new("holder", s => s.HolderName, "held by"),
        new("number", s => Amount.Text(s.Low, s.High), "number"),
        new("since", s => EventList.Day(s.Since), "since"),
        new("until", s => EventList.Day(s.Until)),
        new("contested", s => s.Contested, "contested"),
        new("witnesses", s => s.Witnesses, "witnesses"),
        new("last_said", s => EventList.Day(s.LastSaid), "last said"),
        new("lat", s => s.Lat),
        new("lon", s => s.Lon),
        new("country", s => s.Country),
        new("claims", s => s.Claims),
    ];
}
