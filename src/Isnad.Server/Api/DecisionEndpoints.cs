using System.Globalization;
using Isnad.Ledger.Review;
using Isnad.Ledger.Rows;

namespace Isnad.Server.Api;

/// <summary>People's decisions: their history, new ones, and taking one back.</summary>
internal static class DecisionEndpoints
{
    public static void Map(LedgerRoutes routes) =>
        routes.Get("/api/decisions", "listDecisions", "The history of people's decisions, also of those withdrawn; the latest first.", [Parameter.Cursor, Parameter.Limit], (store, ask) =>
        {
            var limit = ask.Whole("limit");
            var rows = DecisionHistory.List(store, ask.Person, ask.Cursor(1) is [{ Length: > 0 } before] ? long.Parse(before, CultureInfo.InvariantCulture) : null, limit + 1);
            return Answer.List(rows.Take(limit), ReviewColumns.Decisions, rows.Count > limit ? Ask.CursorOf(rows[limit - 1].Number) : null, DecisionHistory.Count(store, ask.Person));
        });
}
