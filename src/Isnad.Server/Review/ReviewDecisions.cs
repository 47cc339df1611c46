using System.Text.Json;
using Isnad.Ledger;
using Isnad.Ledger.Review;
using Isnad.Server.Api;

namespace Isnad.Server.Review;

/// <summary>Decisions about claims, as requests write them.</summary>
internal static class ReviewDecisions
{
    /// <summary>Whether decisions of a kind are about claims.</summary>
    public static bool Is(string kind) => ClaimDecision.Kinds.Contains(kind);

    /// <summary>Makes a decision about a claim, or the same one about several.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="person">Who decides.</param>
    /// <param name="editor">Whether they may settle what coders saw differently.</param>
    /// <param name="now">The moment.</param>
    /// <param name="body">What is decided: <c>kind</c>, <c>claims</c> and what the kind needs.</param>
    /// <returns>The number of the decision, the last one of several, and the events that it touches.</returns>
    public static (long Number, IReadOnlyList<long> Events) Make(Store store, string person, bool editor, DateTimeOffset now, JsonElement body)
    {
        var review = new ClaimReview(store, person, now);
        var (kind, note) = (Body.Text(body, "kind"), Body.TextOrNull(body, "note"));
        var (settles, adopts) = (Flag(body, "settle"), Body.TextOrNull(body, "as"));
        if ((settles || adopts is not null) && !editor) throw new Refusal(StatusCodes.Status403Forbidden, "That is not allowed", "only an editor settles what coders saw differently");
        var number = kind switch
        {
            "edit" => review.Edit(One(Body.Texts(body, "claims")), After(body), note, settles),
            "add" => review.Add(Body.TextOrNull(body, "report") ?? Body.Text(body, "value"), After(body), note).Number,
            _ => review.Decide(Some(Body.Texts(body, "claims")), kind, note, settles || adopts is not null, adopts)[^1],
        };
        return (number, store.EventsOf(number));
    }

    private static bool Flag(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => throw Refusal.Bad($"field '{name}' of the body must be true or false"),
    };

    private static JsonElement After(JsonElement body) =>
        body.TryGetProperty("after", out var after) && after.ValueKind == JsonValueKind.Object ? after
            : throw Refusal.Bad("field 'after' of the body is missing; it must be an object: the fields as they are to be, or the claim");

    private static string One(IReadOnlyList<string> claims) => claims is [var claim] ? claim : throw Refusal.Bad("field 'claims' of the body must name one claim");

    private static IReadOnlyList<string> Some(IReadOnlyList<string> claims) =>
        claims.Count is >= 1 and <= 1000 ? [.. claims.Distinct()] : throw Refusal.Bad("field 'claims' of the body must name one claim or more (at most 1000)");
}
