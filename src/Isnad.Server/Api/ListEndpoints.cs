using System.Globalization;
using Isnad.Ledger.Queries;
using Isnad.Ledger.Rows;
using Isnad.Ledger.Situations;

namespace Isnad.Server.Api;

/// <summary>Addresses of the lists other than those of events and reports.</summary>
internal static class ListEndpoints
{
    public static void Map(LedgerRoutes routes)
    {
        routes.Get("/api/figures", "listFigures", "Figures by claimant: what each said when, and what stands. A page holds whole series.",
        [
            Parameter.Texts("measure", "What is counted (killed, wounded, displaced-new ...)."),
            Parameter.Texts("place", "A place: a name, a key, or a country's ISO 3166 code of three letters."),
            Parameter.Texts("scope", "What it is a figure of.") with { Words = ["event", "period", "place", "cumulative"] },
            Parameter.Text("claimant", "Part of the claimant's name or key."),
            Parameter.Day("from", "Said on this day or later."),
            Parameter.Day("to", "Said on this day or before."),
            Parameter.Cursor,
            Parameter.Limit,
        ], (store, ask) =>
        {
            var series = FigureList.Find(store, new FigureQuery { Measures = ask.Texts("measure"), Places = ask.Texts("place"), Scopes = ask.Texts("scope"), Claimant = ask.Text("claimant"), From = ask.Day("from"), To = ask.Day("to") });
            var (start, next) = Page(ask, series.Count);
            return Answer.List(series.Skip(start).Take(ask.Whole("limit")).SelectMany(s => s.Points.Select(p => (s, p))), ListColumns.Figures, next, series.Count);
        });
        routes.Get("/api/sources", "listSources", "Who says, and who hands it on; those with most claims first.",
        [
            Parameter.Text("name", "Part of the name or key."),
            Parameter.Text("kind", "Kind of source (outlet, agency, monitor, office ...)."),
            Parameter.Cursor,
            Parameter.Limit,
        ], (store, ask) =>
        {
            var sources = SourceList.Find(store, ask.Text("name"), ask.Text("kind"));
            var (start, next) = Page(ask, sources.Count);
            return Answer.List(sources.Skip(start).Take(ask.Whole("limit")), ListColumns.Sources, next, sources.Count);
        });
        routes.Get("/api/search", "search", "Reports by their words, the best first, with the words around the first place that holds one.",
        [
            Parameter.Text("text", "Words that the report must hold, folded as the reader folds them; between quotation marks, in this order.") with { Required = true },
            Parameter.Cursor,
            Parameter.Limit,
        ], (store, ask) =>
        {
            var total = ReportSearch.Count(store, ask.Text("text")!);
            var (start, next) = Page(ask, total);
            return Answer.List(ReportSearch.Find(store, ask.Text("text")!, ask.Whole("limit"), start), ListColumns.Found, next, total);
        });
        routes.Get("/api/situation", "askSituation", "How things stood on a day: who held what, posts, agreements, routes, and the figures then told.",
        [
            Parameter.Day("at", "The day asked about.") with { Required = true },
            Parameter.Day("known-by", "Only what was published by this day."),
            Parameter.Texts("place", "A place: a name, a key, or a country's ISO 3166 code of three letters."),
        ], (store, ask) =>
        {
            var situation = SituationQuery.Ask(store, ask.Day("at")!.Value, ask.Day("known-by"), ask.Texts("place"));
            return Answer.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("at", ask.Text("at"));
                json.WriteString("known_by", ask.Text("known-by"));
                Answer.Rows(json, "items", situation.Standings, ListColumns.Standings);
                Answer.Rows(json, "figures", situation.Tallies.Select(s => (s, s.Current!)), ListColumns.Figures);
                json.WriteNumber("total", situation.Standings.Count);
                json.WriteEndObject();
            });
        });
        routes.Get("/api/counts", "count", "How much there is.", [], (store, _) =>
        {
            var counts = store.Counts();
            return Answer.Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("reports", counts.Reports);
                json.WriteNumber("versions", counts.Versions);
                json.WriteNumber("events", counts.Events);
                json.WriteNumber("figures", counts.Figures);
                json.WriteNumber("standings", counts.Standings);
                json.WriteEndObject();
            });
        });
    }

    // These lists are made whole for each question; a cursor is the place in it.
    private static (int Start, string? Next) Page(Ask ask, long total)
    {
        var start = ask.Cursor(1) is [{ Length: > 0 } at] ? (int)Math.Clamp(long.Parse(at, CultureInfo.InvariantCulture), 0, int.MaxValue / 2) : 0;
        var end = start + ask.Whole("limit");
        return (start, end < total ? Ask.CursorOf(end) : null);
    }
}
