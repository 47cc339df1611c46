using System.Globalization;
using System.Text.Json;
using Isnad.Ledger;
using Isnad.Ledger.Review;
using Isnad.Ledger.Rows;
using Isnad.Server.Access;
using Isnad.Server.Api;
using Isnad.Server.Storage;
using Isnad.Writing;

namespace Isnad.Server.Review;

/// <summary>Addresses of claims and of their review.</summary>
internal static class ReviewEndpoints
{
    private const int MostClaims = 1000;

    private static readonly Parameter Queue = Parameter.Text("queue", "Which claims; 'unreviewed' without it. 'mine' are those that who asks is to code.") with { Words = ReviewQuery.Queues };
    private static readonly Parameter Kind = Parameter.Texts("kind", "Only this kind of claim.") with { Words = ["event", "figure", "state", "statement"] };
    private static readonly Parameter Report = Parameter.Text("report", "Only claims of the report of this id.");
    private static readonly Parameter Unassigned = Parameter.Flag("unassigned", "Only claims that nobody is to code.");

    public static void Map(LedgerRoutes routes)
    {
        routes.Get("/api/review", "listReview", "Claims to look at, by doubt times weight, each with the reasons.", [Queue, Kind, Report, Unassigned, Parameter.Cursor, Parameter.Limit], (store, ask) => Page(store, ask, QueryOf(ask, "unreviewed")));
        routes.Get("/api/review/next", "nextReview", "The claim to look at next.", [Queue, Kind, Report, Unassigned], (store, ask) =>
            ReviewQueue.Find(store, QueryOf(ask, "unreviewed") with { Limit = 1 }) is [var row] ? Whole(store, row, ask.Person) : null);
        routes.Get("/api/review/agreement", "reviewAgreement", "How far coders agree who did not know of each other, for the verdict and each field: percent and Cohen's kappa.",
            [Parameter.Texts("coder", "Only pairs with this coder; twice for one pair.")], (store, ask) =>
            {
                var coders = ask.Texts("coder");
                if (coders.Count > 2) throw Refusal.Bad("query parameter 'coder' can be given twice at most");
                var fields = Agreement.Of(store, coders.ElementAtOrDefault(0), coders.ElementAtOrDefault(1));
                return Answer.List(fields, ReviewColumns.Agreement, null, fields.Count);
            });
        routes.Get("/api/claims", "listClaims", "All claims that can be reviewed, by doubt times weight.", [Queue, Kind, Report, Unassigned, Parameter.Cursor, Parameter.Limit], (store, ask) => Page(store, ask, QueryOf(ask, "all")));
        routes.Get("/api/claims/{claim}", "getClaim", "One claim: as people have put it right, why it is to be doubted, what was decided about it.", [], (store, ask) =>
            ReviewQueue.Claim(store, ask.Segment("claim"), ask.Person) is { } row ? Whole(store, row, ask.Person) : null);
        routes.Write("POST", "/api/review/assign", "assignReview", "Give claims to a coder or take them away: { claims, to?, from? }. Two coders of a claim do not learn of each other's word before both have decided.", Scopes.Manage, Assign).Accepts<object>("application/json");
    }

    private static ReviewQuery QueryOf(Ask ask, string queue) => new()
    {
        Queue = ask.Text("queue") ?? queue,
        Person = ask.Person,
        Kinds = ask.Texts("kind"),
        Report = ask.Text("report"),
        Unassigned = ask.Flag("unassigned"),
    };

    private static Answer Page(Store store, Ask ask, ReviewQuery query)
    {
        var limit = ask.Whole("limit");
        var offset = ask.Cursor(1) is [{ Length: > 0 } from] && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 0;
        var rows = ReviewQueue.Find(store, query with { Limit = limit, Offset = offset });
        var total = ReviewQueue.Count(store, query);
        return Answer.List(rows, ReviewColumns.Queue, offset + limit < total ? Ask.CursorOf(offset + limit) : null, total);
    }

    private static Answer Whole(Store store, ReviewRow row, string person) => Answer.Json(json =>
    {
        json.WriteStartObject();
        RowJson.WriteFields(json, row, ReviewColumns.Queue);
        json.WritePropertyName("claim");
        ReadingWriter.WriteClaim(json, row.Claim);
        Answer.Rows(json, "decisions", DecisionHistory.OfClaim(store, row.Key, person), ReviewColumns.Decisions);
        json.WriteEndObject();
    });

    private static async Task<Answer> Assign(HttpContext context, Ask ask)
    {
        var body = await Body.Read(context, ["claims", "to", "from"]).ConfigureAwait(false);
        var claims = Body.Texts(body, "claims");
        var (to, from) = (Body.TextOrNull(body, "to"), Body.TextOrNull(body, "from"));
        if (claims.Count is 0 or > MostClaims) throw Refusal.Bad($"field 'claims' of the body must name one claim or more (at most {MostClaims})");
        if (string.IsNullOrWhiteSpace(to) && string.IsNullOrWhiteSpace(from)) throw Refusal.Bad("say in 'to' who is to code the claims, or in 'from' who is to code them no more");
        var (given, taken) = await context.RequestServices.GetRequiredService<WriteQueue>().Do(store =>
        {
            var review = new ClaimReview(store, ask.Person, DateTimeOffset.UtcNow);
            var less = string.IsNullOrWhiteSpace(from) ? 0 : review.Unassign(claims, from);
            return (string.IsNullOrWhiteSpace(to) ? 0 : review.Assign(claims, to), less);
        }).ConfigureAwait(false);
        context.RequestServices.GetRequiredService<AuditLog>().Write(ask.Person, "assign", string.Create(CultureInfo.InvariantCulture, $"{claims.Count} claims{(to is null ? "" : $" to {to}")}{(from is null ? "" : $" from {from}")}"));
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("given", given);
            json.WriteNumber("taken", taken);
            json.WriteEndObject();
        });
    }
}
