using System.Text.Json.Nodes;
using Isnad.Ledger.Review;
using Isnad.Readings;

namespace Isnad.Ledger.Rows;

/// <summary>Columns of the review's lists.</summary>
internal static class ReviewColumns
{
    /// <summary>Claims to be looked at.</summary>
    public static readonly Column<ReviewRow>[] Queue =
    [
        new("key", r => r.Key, "claim"),
        new("score", r => r.Score, "score"),
        new("doubt", r => r.Doubt),
        new("weight", r => r.Weight),
        new("kind", r => KindOf(r.Claim), "kind"),
        new("what", r => WhatOf(r.Claim), "what"),
        new("words", r => r.Claim.Evidence[0].Text, "words"),
        new("why", r => new JsonText(WhyOf(r.Why).ToJsonString(), string.Join("; ", r.Why.Select(w => w.Text))), "why"),
        new("state", r => r.State, "state"),
        new("assigned", r => r.Assigned, "for"),
        new("event", r => r.Event is { } e ? $"E{e}" : null),
        new("id", r => r.Claim.Id),
        new("report", r => r.Report, "report"),
        new("outlet", r => r.Outlet),
        new("published", r => r.Published),
        new("title", r => r.Title),
    ];

    /// <summary>Decisions of any kind.</summary>
    public static readonly Column<PastDecision>[] Decisions =
    [
        new("number", d => d.Number, "decision"),
        new("kind", d => d.Kind, "kind"),
        new("claims", d => d.Claims, "claims"),
        new("others", d => d.Others, "others"),
        new("value", d => d.Value, "value"),
        new("report", d => d.Report),
        new("before", d => JsonText.Of(d.Before), "before"),
        new("after", d => JsonText.Of(d.After), "after"),
        new("settles", d => d.Adjudicates, "settles"),
        new("adopts", d => d.Adopts),
        new("person", d => d.Person, "by"),
        new("note", d => d.Note, "note"),
        new("made", d => d.Made, "made"),
        new("withdrawn", d => d.Withdrawn, "withdrawn"),
        new("withdrawn_by", d => d.WithdrawnBy),
        new("withdrawn_at", d => d.WithdrawnAt),
    ];

    /// <summary>Agreement of coders.</summary>
    public static readonly Column<FieldAgreement>[] Agreement =
    [
        new("field", f => f.Field, "field"),
        new("claims", f => f.Claims, "n"),
        new("agreed", f => f.Agreed, "agreed"),
        new("percent", f => Math.Round(f.Percent, 1), "percent"),
        new("kappa", f => f.Kappa is { } k ? Math.Round(k, 3) : null, "kappa"),
    ];

    /// <summary>Reasons, each with its code, what it is about, and plain words.</summary>
    public static JsonArray WhyOf(IReadOnlyList<Doubt> why) => new([.. why.Select(w =>
    {
        var json = new JsonObject { ["code"] = w.Code, ["points"] = w.Points, ["text"] = w.Text };
        if (w.About is { } about) json["about"] = about;
        if (w.Number is { } number) json["number"] = number;
        return json;
    })]);

    private static string KindOf(Claim claim) => ClaimFields.Kind(claim);

    private static string WhatOf(Claim claim) => claim switch
    {
        EventClaim e => $"{(e.Type is { } type ? Words.Of(type) : "")} {e.Mode}".Trim(),
        FigureClaim f => $"{Words.Of(f.Measure)} {Amount.Text(f.Low, f.High)}",
        StateClaim s => Words.Of(s.Predicate),
        _ => "",
    };
}
