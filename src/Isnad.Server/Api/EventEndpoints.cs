using System.Globalization;
using Isnad.Ledger.Queries;
using Isnad.Ledger.Rows;

namespace Isnad.Server.Api;

/// <summary>Addresses of events.</summary>
internal static class EventEndpoints
{
    public static void Map(LedgerRoutes routes)
    {
        routes.Get("/api/events", "listEvents", "Events by time, place, actor, type, status, grade, outlet or words, by their first day.", [.. EventFilter.Parameters, Parameter.Cursor, Parameter.Limit], (store, ask) =>
        {
            var limit = ask.Whole("limit");
            var query = EventFilter.Of(ask);
            // One more than the page holds, to know whether another page follows.
            var rows = EventList.Find(store, query with { Limit = limit + 1, After = ask.Cursor(2) is { } c ? (c[0].Length == 0 ? null : int.Parse(c[0], CultureInfo.InvariantCulture), long.Parse(c[1], CultureInfo.InvariantCulture)) : null }).ToList();
            var next = rows.Count > limit ? Ask.CursorOf(DayNumber(rows[limit - 1].First), rows[limit - 1].Number) : null;
            return Answer.List(rows.Take(limit), EventColumns.All, next, EventList.Count(store, query));
        });
        routes.Get("/api/events/points", "listEventPoints", "All events that are asked for, in the order of the list, as columns: for maps and timelines.", EventFilter.Parameters, (store, ask) =>
            Answer.Json(json => EventPoints.Write(json, EventList.Find(store, EventFilter.Of(ask)))));
        routes.Get("/api/events/{event}", "getEvent", "One event in full: its claims, witnesses, figures by claimant, disputes, and why each telling belongs to it.", [], (store, ask) =>
        {
            var number = ask.Number("event");
            if (store.Event(number, reasons: true) is not { } happening) return null;
            return happening.Number == number ? Answer.Json(json => EventAnswer.Write(json, happening)) : Answer.At(string.Create(CultureInfo.InvariantCulture, $"/api/events/{happening.Number}"));
        });
        routes.Get("/api/events/{event}/why/{other}", "whyApart", "Why two events are two: what their tellings that agree least share and do not share.", [], (store, ask) =>
        {
            var reasons = store.WhyApart(ask.Number("event"), ask.Number("other"));
            return Answer.Json(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("reasons");
                foreach (var reason in reasons) json.WriteStringValue(reason);
                json.WriteEndArray();
                json.WriteEndObject();
            });
        });
    }

    private static long? DayNumber(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
}
