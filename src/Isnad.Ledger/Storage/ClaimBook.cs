using Isnad.Ledger.Review;

namespace Isnad.Ledger.Storage;

/// <summary>Decisions about claims and who codes them, asked report by report: there may be as many as there are claims.</summary>
internal sealed class ClaimBook(Database database)
{
    private const string Columns = "n, kind, claims, before, after, person, value, adjudicates, note, made";

    private static readonly Dictionary<string, ClaimStand> None = [];

    /// <summary>What counts of each claim of a report that anybody decided on or codes, by key.</summary>
    /// <param name="identity">The report's identity.</param>
    public IReadOnlyDictionary<string, ClaimStand> Of(string identity) => Of(identity, null);

    /// <summary>The same, without what must be kept from somebody.</summary>
    /// <param name="identity">The report's identity.</param>
    /// <param name="viewer">Who looks; null for nobody from whom anything is kept.</param>
    public IReadOnlyDictionary<string, ClaimStand> Of(string identity, string? viewer)
    {
        var decisions = database.Rows($"select {Columns} from decisions where report = $0 and withdrawn = 0 order by n", Read, identity);
        var coders = database.Rows("select claim, person from assignments where report = $0 and ended is null order by n", r => (Claim: r.GetString(0), Person: r.GetString(1)), identity);
        if (decisions.Count == 0 && coders.Count == 0) return None;
        var coding = coders.ToLookup(c => c.Claim, c => c.Person, StringComparer.Ordinal);
        var deciding = decisions.ToLookup(d => d.Claim, StringComparer.Ordinal);
        var stands = new SortedDictionary<string, ClaimStand>(StringComparer.Ordinal);
        foreach (var key in deciding.Select(d => d.Key).Union(coding.Select(c => c.Key)))
        {
            var stand = new ClaimStand([.. deciding[key]], [.. coding[key]]);
            // Whoever is blind sees their own decisions, and what stood there before anybody's.
            if (stand.IsHiddenFrom(viewer)) stand = new ClaimStand([.. deciding[key].Where(d => d.Person == viewer || d.Kind == "add")], []);
            stands[key] = stand;
        }
        return stands;
    }

    /// <summary>The report that a claim is of, as decisions or the queue know it; null for none.</summary>
    public string? ReportOf(string claim) =>
        database.Value("select p.identity from queue q join reports p on p.n = q.report where q.claim = $0", claim) as string
        ?? database.Value("select report from decisions where kind = 'add' and claims = $0 and withdrawn = 0", DecisionBook.Text([claim])) as string
        ?? database.Value("select d.report from decided d join decisions x on x.n = d.decision where d.claim = $0 and x.report is not null limit 1", claim) as string;

    /// <summary>Keeps how a claim stands, so that it can be asked for.</summary>
    public void Note(string identity, string claim)
    {
        if (Of(identity).TryGetValue(claim, out var stand)) Note(identity, claim, stand);
        else database.Do("delete from verdicts where claim = $0", claim);
    }

    /// <summary>Keeps how all claims of a report stand.</summary>
    public void NoteAll(string identity)
    {
        foreach (var (claim, stand) in Of(identity)) Note(identity, claim, stand);
    }

    public static ClaimDecision Read(Row r) => new()
    {
        Number = r.GetInt64(0),
        Kind = r.GetString(1),
        Claim = DecisionBook.KeysOf(r.GetString(2)) is [var claim, ..] ? claim : "",
        Before = r.Text(3),
        After = r.Text(4),
        Person = r.Text(5),
        Adopts = r.Text(6),
        Adjudicates = r.GetInt32(7) == 1,
        Note = r.Text(8),
        Made = r.GetString(9),
    };

    private void Note(string identity, string claim, ClaimStand stand) =>
        database.Do("insert or replace into verdicts values ($0, $1, $2, $3, $4)", claim, identity, stand.Outcome.State, stand.Coders.Count, stand.Decided.Count);
}
