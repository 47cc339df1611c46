using Isnad.Ledger.Storage;

namespace Isnad.Ledger.Review;

/// <summary>A decision of any kind as the history shows it.</summary>
public sealed record PastDecision
{
    /// <summary>Number of the decision.</summary>
    public required long Number { get; init; }
    /// <summary><c>join</c>, <c>split</c>, <c>grade</c>, or one of <see cref="ClaimDecision.Kinds"/>.</summary>
    public required string Kind { get; init; }
    /// <summary>Keys of claims.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];
    /// <summary>Of a split: the claims on the other side.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
    /// <summary>Of a grade: the grade.</summary>
    public string? Value { get; init; }
    /// <summary>Of decisions about a claim: the report's id.</summary>
    public string? Report { get; init; }
    /// <summary>Of an edit: fields as they were, JSON.</summary>
    public string? Before { get; init; }
    /// <summary>Of an edit: fields as they are to be; of an addition: the claim; JSON.</summary>
    public string? After { get; init; }
    /// <summary>Whether it settles what coders saw differently.</summary>
    public bool Adjudicates { get; init; }
    /// <summary>Of an adjudication: whose version it takes.</summary>
    public string? Adopts { get; init; }
    /// <summary>Who decided.</summary>
    public string? Person { get; init; }
    /// <summary>Why.</summary>
    public string? Note { get; init; }
    /// <summary>When, ISO 8601.</summary>
    public required string Made { get; init; }
    /// <summary>Whether it was taken back, or its report was taken down.</summary>
    public bool Withdrawn { get; init; }
    /// <summary>Who took it back.</summary>
    public string? WithdrawnBy { get; init; }
    /// <summary>When it was taken back.</summary>
    public string? WithdrawnAt { get; init; }
}

/// <summary>All decisions ever made, also those that were taken back.</summary>
public static class DecisionHistory
{
    private const string Columns = "d.n, d.kind, d.claims, d.others, d.value, d.report, d.before, d.after, d.adjudicates, d.person, d.note, d.made, d.withdrawn, d.withdrawn_by, d.withdrawn_at, (select p.id from reports p where p.identity = d.report and p.current = 1)";

    /// <summary>Decisions, the newest first.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="viewer">Who looks: what coders must not know of each other is left out; null for all there is.</param>
    /// <param name="before">Only those with a smaller number.</param>
    /// <param name="limit">At most so many.</param>
    public static IReadOnlyList<PastDecision> List(Store store, string? viewer, long? before = null, int limit = 100)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Database.Rows($"select {Columns} from decisions d where d.n < $0 and {Seen("$1")} order by d.n desc limit $2", Read, before ?? long.MaxValue, viewer, limit);
    }

    /// <summary>How many <see cref="List"/> can give in all.</summary>
    public static long Count(Store store, string? viewer)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Database.Number($"select count(*) from decisions d where {Seen("$0")}", viewer);
    }

    /// <summary>A decision; null if there is none, or it is kept from who looks.</summary>
    public static PastDecision? Find(Store store, long number, string? viewer)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Database.Rows($"select {Columns} from decisions d where d.n = $0 and {Seen("$1")}", Read, number, viewer) is [var found] ? found : null;
    }

    /// <summary>Decisions about the claims of a report, the oldest first.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="report">Id or address of the report.</param>
    /// <param name="viewer">Who looks.</param>
    public static IReadOnlyList<PastDecision> OfReport(Store store, string report, string? viewer)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Database.Rows($"select {Columns} from decisions d where d.report in (select identity from reports where id = $0 or url = $0 or identity = $0) and {Seen("$1")} order by d.n", Read, report, viewer);
    }

    /// <summary>Decisions about a claim, the oldest first.</summary>
    public static IReadOnlyList<PastDecision> OfClaim(Store store, string claim, string? viewer)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Database.Rows($"select {Columns} from decisions d where d.n in (select decision from decided where claim = $0) and {Seen("$1")} order by d.n", Read, claim, viewer);
    }

    // A coder of a claim that not all coders have decided on sees their own decisions on it, and that it was added.
    private static string Seen(string viewer) => $"""
        ({viewer} is null or d.person is {viewer} or d.kind = 'add' or d.report is null or not exists (
          select 1 from decided x join verdicts v on v.claim = x.claim join assignments a on a.claim = x.claim and a.person = {viewer} and a.ended is null
          where x.decision = d.n and v.coders > 1 and v.decided < v.coders))
        """;

    private static PastDecision Read(Row r)
    {
        var ofClaim = r.Text(5) is not null;
        return new PastDecision
        {
            Number = r.GetInt64(0),
            Kind = r.GetString(1),
            Claims = DecisionBook.KeysOf(r.GetString(2)),
            Others = r.Text(3) is { } others ? DecisionBook.KeysOf(others) : [],
            Value = ofClaim ? null : r.Text(4),
            Adopts = ofClaim ? r.Text(4) : null,
            Report = r.Text(15),
            Before = r.Text(6),
            After = r.Text(7),
            Adjudicates = r.GetInt32(8) == 1,
            Person = r.Text(9),
            Note = r.Text(10),
            Made = r.GetString(11),
            Withdrawn = r.GetInt32(12) == 1,
            WithdrawnBy = r.Text(13),
            WithdrawnAt = r.Text(14),
        };
    }
}
