using System.Text.Json;
using System.Text.Json.Nodes;
using Isnad.Readings;

namespace Isnad.Ledger.Review;

/// <summary>
/// The effective reading: the reader's own with what people decided about its claims. Rejected claims are out, edited fields are in
/// place of the reader's, added claims are in. The stored reading stays as it is; this is a pure function of it and the decisions.
/// </summary>
internal static class Corrections
{
    /// <summary>Marks claims that people added.</summary>
    public const string PersonsRule = "person";

    /// <summary>The effective reading.</summary>
    /// <param name="reading">The stored reading.</param>
    /// <param name="stands">What counts of each claim that anybody decided on, by key.</param>
    /// <param name="withRejected">Whether rejected claims, and additions that do not stand, are left in, for people to see.</param>
    public static Reading Apply(Reading reading, IReadOnlyDictionary<string, ClaimStand> stands, bool withRejected = false)
    {
        if (stands.Count == 0) return reading;
        var draft = new ReadingDraft(reading);
        var claims = new List<Claim>(reading.Claims.Count);
        foreach (var claim in reading.Claims)
        {
            if (!stands.TryGetValue(claim.Key, out var stand)) claims.Add(claim);
            else if (withRejected || stand.Outcome.State != ReviewState.Rejected) claims.Add(Edited(claim, stand.Outcome, draft));
        }
        var relations = reading.Relations.ToList();
        foreach (var stand in stands.Values.Where(s => s.Addition is not null).OrderBy(s => s.Addition!.Number))
        {
            var counts = stand.Outcome.State is not (ReviewState.Rejected or ReviewState.Waiting or ReviewState.Disagreed);
            if (!(withRejected || counts) || Added(stand.Addition!, Next(claims), draft) is not { } added) continue;
            claims.Add(Edited(added, stand.Outcome, draft));
            Tie(stand.Addition!, claims, relations);
        }
        claims = [.. claims.OrderBy(c => c.Evidence[0].Order)];
        var kept = claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return reading with
        {
            Entities = [.. draft.Entities],
            Sources = [.. draft.Sources],
            Claims = claims,
            Relations = [.. relations.Where(r => kept.Contains(r.From) && kept.Contains(r.To))],
        };
    }

    /// <summary>The claim that JSON describes, checked.</summary>
    /// <exception cref="ArgumentException">It describes none that can stand in the reading.</exception>
    public static Claim Claim(JsonElement json, string key, string id, ReadingDraft draft)
    {
        Claim blank = (ReadingDraft.Text(json, "kind") ?? throw new ArgumentException("a claim needs a kind: event, figure, state or statement")) switch
        {
            "event" => new EventClaim { Id = id, Key = key, Sources = ["s0"], Evidence = [], Rule = PersonsRule },
            "figure" => new FigureClaim { Id = id, Key = key, Sources = ["s0"], Evidence = [], Rule = PersonsRule, Measure = Measure.Other, Words = "" },
            "state" => new StateClaim { Id = id, Key = key, Sources = ["s0"], Evidence = [], Rule = PersonsRule, Predicate = Predicate.Controls, Subject = "" },
            "statement" => new StatementClaim { Id = id, Key = key, Sources = ["s0"], Evidence = [], Rule = PersonsRule, Content = default },
            var kind => throw new ArgumentException($"'{kind}' is no kind of claim: event, figure, state or statement"),
        };
        var fields = new JsonObject();
        foreach (var field in json.EnumerateObject())
            if (field.Name is not ("kind" or "key" or "id" or "with")) fields[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        using var document = JsonDocument.Parse(fields.ToJsonString());
        var claim = ClaimFields.With(blank, document.RootElement, draft);
        ClaimFields.Check(claim);
        return claim switch
        {
            EventClaim { Type: null } => throw new ArgumentException("an event needs a type"),
            FigureClaim f when f.Measure == Measure.Other && !fields.ContainsKey("measure") => throw new ArgumentException("a figure needs a measure"),
            StateClaim when !fields.ContainsKey("predicate") => throw new ArgumentException("a state needs a predicate"),
            StateClaim { Subject: "" } => throw new ArgumentException("a state needs a subject"),
            FigureClaim { Words: "" } f => f with { Words = f.Evidence[0].Text },
            StatementClaim { Content.Text: null } s => s with { Content = s.Evidence[0] },
            _ => claim,
        };
    }

    private static Claim Edited(Claim claim, Outcome outcome, ReadingDraft draft)
    {
        if (outcome.Edits.Count == 0) return claim;
        try
        {
            using var document = JsonDocument.Parse(outcome.Edits.ToJsonString());
            var made = ClaimFields.With(claim, document.RootElement, draft);
            ClaimFields.Check(made);
            return made;
        }
        catch (ArgumentException)
        {
            // Another version of the report no longer has the words that the edit names: the claim stays as read; the decision is listed.
            return claim;
        }
    }

    private static Claim? Added(ClaimDecision addition, string id, ReadingDraft draft)
    {
        try
        {
            using var document = JsonDocument.Parse(addition.After!);
            return Claim(document.RootElement, addition.Claim, id, draft);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Ties an added claim to the event that it was said to go with: another telling has its happening, a figure is its toll.</summary>
    private static void Tie(ClaimDecision addition, List<Claim> claims, List<Relation> relations)
    {
        using var document = JsonDocument.Parse(addition.After!);
        if (ReadingDraft.Text(document.RootElement, "with") is not { } with || claims.Find(c => c.Key == with) is not { } owner) return;
        if (claims[^1] is EventClaim) claims[^1] = claims[^1] with { Happening = owner.Happening };
        else relations.Add(new Relation(RelationType.Causes, owner.Id, claims[^1].Id, []));
    }

    private static string Next(List<Claim> claims)
    {
        var most = 0;
        foreach (var claim in claims)
            if (int.TryParse(claim.Id.AsSpan(1), out var number)) most = Math.Max(most, number);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{most + 1}");
    }
}
