using System.Globalization;
using System.Text.Json;
using Isnad.Ledger;
using Isnad.Ledger.Review;
using Isnad.Ledger.Rows;
using Isnad.Server.Access;
using Isnad.Server.Review;
using Isnad.Server.Storage;

namespace Isnad.Server.Api;

/// <summary>People's decisions: their history, new ones, and taking one back.</summary>
internal static class DecisionEndpoints
{
    private static readonly string[] Kinds = ["join", "split", "grade", .. ClaimDecision.Kinds];

    public static void Map(LedgerRoutes routes)
    {
        routes.Get("/api/decisions", "listDecisions", "The history of people's decisions, also of those withdrawn; the latest first.", [Parameter.Cursor, Parameter.Limit], (store, ask) =>
        {
            var limit = ask.Whole("limit");
            var rows = DecisionHistory.List(store, ask.Person, ask.Cursor(1) is [{ Length: > 0 } before] ? long.Parse(before, CultureInfo.InvariantCulture) : null, limit + 1);
            return Answer.List(rows.Take(limit), ReviewColumns.Decisions, rows.Count > limit ? Ask.CursorOf(rows[limit - 1].Number) : null, DecisionHistory.Count(store, ask.Person));
        });
        routes.Write("POST", "/api/decisions", "decide", "Decide: { kind, events?, claims?, value?, report?, after?, settle?, as?, note? }. 'join' makes events one, 'split' takes claims out of an event, 'grade' confirms or discounts one; 'accept', 'reject', 'unsure', 'reopen' are of claims, 'edit' puts fields of one right, 'add' adds one to a report.", Scopes.Decide, Decide)
            .Accepts<object>("application/json").Produces(StatusCodes.Status201Created);
        routes.Write("DELETE", "/api/decisions/{decision}", "withdraw", "Take a decision back. The history keeps both.", Scopes.Decide, Withdraw);
    }

    private static async Task<Answer> Decide(HttpContext context, Ask ask)
    {
        var body = await Body.Read(context).ConfigureAwait(false);
        var kind = Body.Text(body, "kind");
        var (number, events) = await context.RequestServices.GetRequiredService<WriteQueue>().Do(store => Make(store, kind, body, ask)).ConfigureAwait(false);
        context.RequestServices.GetRequiredService<AuditLog>().Write(ask.Person, kind, string.Create(CultureInfo.InvariantCulture, $"decision {number}"));
        context.Response.StatusCode = StatusCodes.Status201Created;
        return Changed(number, events);
    }

    private static (long Number, IReadOnlyList<long> Events) Make(Store store, string kind, JsonElement body, Ask ask)
    {
        if (ReviewDecisions.Is(kind)) return ReviewDecisions.Make(store, ask.Person, ask.May(Scopes.Manage), DateTimeOffset.UtcNow, body);
        var decisions = new Decisions(store, ask.Person, DateTimeOffset.UtcNow);
        var note = Body.TextOrNull(body, "note");
        var number = kind switch
        {
            "join" => decisions.Join(Several(Body.Events(body, "events")), note),
            "split" => decisions.Split(One(Body.Events(body, "events")), Some(Body.Texts(body, "claims")), note),
            "grade" => decisions.Grade(One(Body.Events(body, "events")), Body.Text(body, "value"), note),
            _ => throw Refusal.Bad($"field 'kind' of the body: '{kind}' is no kind of decision; choose {string.Join(", ", Kinds)}"),
        };
        return (number, store.EventsOf(number));
    }

    private static async Task<Answer> Withdraw(HttpContext context, Ask ask)
    {
        var number = ask.Number("decision");
        var events = await context.RequestServices.GetRequiredService<WriteQueue>().Do(store =>
        {
            var decision = DecisionHistory.Find(store, number, ask.Person) is { Withdrawn: false } found ? found : throw Refusal.Missing($"no decision {number} stands; GET /api/decisions lists them");
            if (decision.Person != ask.Person && !ask.May(Scopes.Manage)) throw new Refusal(403, "That is not allowed", $"decision {number} is {decision.Person}'s; only they or an editor may take it back");
            new Decisions(store, ask.Person, DateTimeOffset.UtcNow).Withdraw(number);
            return store.EventsOf(number);
        }).ConfigureAwait(false);
        context.RequestServices.GetRequiredService<AuditLog>().Write(ask.Person, "withdraw", string.Create(CultureInfo.InvariantCulture, $"decision {number}"));
        return Changed(number, events);
    }

    private static Answer Changed(long number, IReadOnlyList<long> events) => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("number", number);
        json.WriteStartArray("changed");
        foreach (var e in events) json.WriteNumberValue(e);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static IReadOnlyList<long> Several(IReadOnlyList<long> events) =>
        events.Distinct().Count() is >= 2 and <= 1000 ? [.. events.Distinct()] : throw Refusal.Bad("field 'events' of the body must name two events or more (at most 1000), each once");

    private static long One(IReadOnlyList<long> events) => events is [var one] ? one : throw Refusal.Bad("field 'events' of the body must name one event");

    private static IReadOnlyList<string> Some(IReadOnlyList<string> claims) => claims.Count > 0 ? claims : throw Refusal.Bad("field 'claims' of the body must name the keys of claims that are of another happening");
}
