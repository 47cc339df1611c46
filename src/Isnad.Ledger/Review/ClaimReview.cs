using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isnad.Ledger.Storage;
using Isnad.Readings;

namespace Isnad.Ledger.Review;

/// <summary>
/// People's decisions about claims. They are kept by the claims' keys beside the stored readings, which stay whole; what is derived
/// follows from both. Nothing is overwritten: to change one's mind is another decision, to take one back is recorded.
/// </summary>
/// <param name="store">The ledger.</param>
/// <param name="person">Who decides.</param>
/// <param name="now">The moment.</param>
public sealed class ClaimReview(Store store, string? person, DateTimeOffset now)
{
    private readonly ClaimBook _book = new(store.Database);

    /// <summary>Accepts or rejects claims, says that one cannot tell, or opens them again.</summary>
    /// <param name="claims">Keys of claims.</param>
    /// <param name="kind"><c>accept</c>, <c>reject</c>, <c>unsure</c> or <c>reopen</c>.</param>
    /// <param name="note">Why.</param>
    /// <param name="adjudicates">Whether it settles what coders saw differently.</param>
    /// <param name="adopts">Of an adjudication: the coder whose version it takes.</param>
    /// <returns>Numbers of the decisions, one for each claim.</returns>
    /// <exception cref="KeyNotFoundException">There is no such claim.</exception>
    /// <exception cref="ArgumentException">It is not for this person, or not yet, to decide.</exception>
    public IReadOnlyList<long> Decide(IReadOnlyList<string> claims, string kind, string? note = null, bool adjudicates = false, string? adopts = null)
    {
        ArgumentNullException.ThrowIfNull(claims);
        if (kind is not ("accept" or "reject" or "unsure" or "reopen")) throw new ArgumentException($"'{kind}' is no decision about claims: accept, reject, unsure or reopen", nameof(kind));
        if (claims.Count == 0) throw new ArgumentException("name the claims by their keys", nameof(claims));
        var numbers = new List<long>();
        Change(claims.Select(c => (Of(c), (string?)c)), change =>
        {
            foreach (var (identity, claim) in change)
            {
                var settles = MayDecide(identity, claim, adjudicates, adopts);
                numbers.Add(Put(kind, identity, claim, null, null, note, settles, adopts));
            }
        });
        return numbers;
    }

    /// <summary>Puts fields of a claim right.</summary>
    /// <param name="claim">Key of the claim.</param>
    /// <param name="after">The fields as they are to be: names and forms of the reading; entities by id or in words, see docs/ledger.md.</param>
    /// <param name="note">Why.</param>
    /// <param name="adjudicates">Whether it settles what coders saw differently.</param>
    /// <returns>Number of the decision.</returns>
    public long Edit(string claim, JsonElement after, string? note = null, bool adjudicates = false)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (after.ValueKind != JsonValueKind.Object || !after.EnumerateObject().Any()) throw new ArgumentException("an edit names the fields and their values", nameof(after));
        var number = 0L;
        Change([(Of(claim), claim)], change =>
        {
            var (identity, _) = change[0];
            var settles = MayDecide(identity, claim, adjudicates, null);
            var (before, made) = Difference(identity, claim, after);
            number = Put("edit", identity, claim, before.ToJsonString(Plain), made.ToJsonString(Plain), note, settles, null);
        });
        return number;
    }

    /// <summary>Adds a claim that the reader missed, from words of the report.</summary>
    /// <param name="report">Id or address of the report.</param>
    /// <param name="claim">The claim: kind, evidence (spans whose words are those of the report), and fields as in the reading.</param>
    /// <param name="note">Why.</param>
    /// <returns>Number of the decision, and the claim's key.</returns>
    public (long Number, string Claim) Add(string report, JsonElement claim, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (claim.ValueKind != JsonValueKind.Object) throw new ArgumentException("a claim has kind, evidence and fields", nameof(claim));
        var identity = store.Database.Value("select identity from reports where (id = $0 or url = $0 or identity = $0) and current = 1", report) as string
            ?? throw new KeyNotFoundException($"there is no report '{report}'");
        var (number, key) = (0L, "");
        Change([(identity, null)], _ =>
        {
            var view = store.CorrectedOf(Current(identity), person, withRejected: true);
            var draft = new ReadingDraft(view);
            var made = Corrections.Claim(claim, "", "c0", draft);
            Strict(claim, draft);
            var json = new JsonObject { ["kind"] = ClaimFields.Kind(made) };
            foreach (var field in ClaimFields.All)
                if (field.IsOf(made)) json[field.Name] = field.Get(made, draft);
            if (ReadingDraft.Text(claim, "with") is { } with)
                json["with"] = view.Claims.Any(c => c is EventClaim && c.Key == with) ? with : throw new KeyNotFoundException($"report {report} has no event claim {with}");
            var next = store.Database.Number("select coalesce(max(n), 0) + 1 from decisions");
            key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{identity}\0{next}\0{json.ToJsonString(Plain)}"))).AsSpan(0, 8));
            number = Put("add", identity, key, null, json.ToJsonString(Plain), note, false, null);
        });
        return (number, key);
    }

    /// <summary>Takes a decision about a claim back; that it was made and taken back stays to be seen.</summary>
    public void Withdraw(long number)
    {
        var (identity, claim) = store.Database.Rows("select report, claims from decisions where n = $0 and withdrawn = 0 and report is not null", r => (r.GetString(0), DecisionBook.KeysOf(r.GetString(1))[0]), number) is [var found]
            ? found : throw new KeyNotFoundException($"there is no decision {number} about a claim");
        Change([(identity, claim)], _ => store.Database.Do("update decisions set withdrawn = 1, withdrawn_by = $1, withdrawn_at = $2 where n = $0", number, person, Moment));
    }

    /// <summary>Gives claims to somebody to code. A claim that two people have, or that somebody else has decided on, is coded blind.</summary>
    /// <param name="claims">Keys of claims.</param>
    /// <param name="to">Who is to code them.</param>
    /// <returns>How many were not theirs before.</returns>
    public int Assign(IReadOnlyList<string> claims, string to)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        var given = 0;
        Change(claims.Select(c => (Of(c), (string?)c)), change =>
        {
            foreach (var (identity, claim) in change)
            {
                // Who has decided already is a coder, too: the second must not know their word.
                var deciders = store.Database.Rows("select person from decisions where report = $0 and claims = $1 and withdrawn = 0 and adjudicates = 0 and person is not null and kind <> 'reopen' group by person order by min(n)", r => r.GetString(0), identity, DecisionBook.Text([claim]));
                foreach (var coder in deciders.Where(d => d != to).Append(to))
                {
                    var added = store.Database.Do("insert into assignments (claim, report, person, assigner, made) select $0, $1, $2, $3, $4 where not exists (select 1 from assignments where claim = $0 and person = $2 and ended is null)", claim, identity, coder, person, Moment);
                    if (coder == to) given += added;
                }
            }
        });
        return given;
    }

    /// <summary>Takes claims from somebody.</summary>
    /// <returns>How many were theirs.</returns>
    public int Unassign(IReadOnlyList<string> claims, string from)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var taken = 0;
        Change(claims.Select(c => (Of(c), (string?)c)), change =>
        {
            foreach (var (_, claim) in change) taken += store.Database.Do("update assignments set ended = $2 where claim = $0 and person = $1 and ended is null", claim, from, Moment);
        });
        return taken;
    }

    /// <summary>The last decision of somebody that stands, of any kind; null for none.</summary>
    public static long? LastOf(Store store, string person)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Database.Value("select max(n) from decisions where person = $0 and withdrawn = 0", person) as long?;
    }

    /// <summary>Decisions about claims that their reports do not have, or that name words which those no longer hold: they are kept, but nothing follows from them.</summary>
    internal IEnumerable<Decision> Dangling()
    {
        foreach (var identity in store.Database.Rows("select distinct report from decisions where report is not null and withdrawn = 0", r => r.GetString(0)))
        {
            if (store.Database.Value("select n from reports where identity = $0 and current = 1", identity) is not long n) continue;
            var keys = store.CorrectedOf(n, withRejected: true).Claims.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var (key, stand) in _book.Of(identity))
                if (!keys.Contains(key))
                    foreach (var decision in store.Database.Rows("select n, kind, person, note, made from decisions where report = $0 and claims = $1 and withdrawn = 0 order by n", r => (r.GetInt64(0), r.GetString(1), r.Text(2), r.Text(3), r.GetString(4)), identity, DecisionBook.Text([key])))
                        yield return new Decision(decision.Item1, decision.Item2, [key], [], null, decision.Item3, decision.Item4, decision.Item5);
        }
    }

    private static JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Moment => now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private string Of(string claim) => _book.ReportOf(claim) ?? throw new KeyNotFoundException($"there is no claim {claim}");

    private long Current(string identity) => store.Database.Number("select n from reports where identity = $0 and current = 1", identity);

    /// <summary>Whether a decision settles; throws if this person may not decide.</summary>
    private bool MayDecide(string identity, string claim, bool adjudicates, string? adopts)
    {
        if (!_book.Of(identity).TryGetValue(claim, out var stand) || !stand.IsBlind)
            return adopts is null ? false : throw new ArgumentException($"claim {claim} is not coded by several people: there is no version of {adopts} to take");
        if (adjudicates)
        {
            if (!stand.IsComplete) throw new ArgumentException($"not all who code claim {claim} have decided yet; settle it when they have, or take it from who will not");
            if (adopts is not null && !stand.Coders.Contains(adopts)) throw new ArgumentException($"'{adopts}' does not code claim {claim}");
            return true;
        }
        if (person is not null && stand.Coders.Contains(person)) return false;
        throw new ArgumentException($"claim {claim} is coded by several people who must not know of each other: only they decide on it, and an editor settles it when they have");
    }

    /// <summary>The fields that an edit changes, as they were and as they are to be, in words that outlive the reading.</summary>
    private (JsonObject Before, JsonObject After) Difference(string identity, string claim, JsonElement after)
    {
        var view = store.CorrectedOf(Current(identity), person, withRejected: true);
        var draft = new ReadingDraft(view);
        var old = view.Claims.FirstOrDefault(c => c.Key == claim) ?? throw new KeyNotFoundException($"the report has no claim {claim} any more");
        var made = ClaimFields.With(old, after, draft);
        ClaimFields.Check(made);
        Strict(after, draft);
        var (before, changed) = (new JsonObject(), new JsonObject());
        foreach (var field in ClaimFields.All)
        {
            if (!field.IsOf(old) || !(after.TryGetProperty(field.Name, out _) || field.Name == "mode" && after.TryGetProperty("type", out _))) continue;
            var (was, now) = (field.Get(old, draft), field.Get(made, draft));
            if (JsonNode.DeepEquals(was, now)) continue;
            (before[field.Name], changed[field.Name]) = (was, now);
        }
        return changed.Count > 0 ? (before, changed) : throw new ArgumentException($"claim {claim} is so already: nothing would change");
    }

    // What a person names now must be there exactly; only what was kept may have moved.
    private static void Strict(JsonElement json, ReadingDraft draft)
    {
        if (json.ValueKind == JsonValueKind.Array)
            foreach (var item in json.EnumerateArray()) Strict(item, draft);
        if (json.ValueKind != JsonValueKind.Object) return;
        if (json.TryGetProperty("start", out var start) && json.TryGetProperty("end", out var end) && start.ValueKind == JsonValueKind.Number && end.ValueKind == JsonValueKind.Number) draft.Span(json);
        foreach (var field in json.EnumerateObject()) Strict(field.Value, draft);
    }

    private long Put(string kind, string identity, string claim, string? before, string? after, string? note, bool adjudicates, string? adopts)
    {
        store.Database.Do("insert into decisions (kind, claims, value, person, note, made, report, before, after, adjudicates) values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
            kind, DecisionBook.Text([claim]), adopts, person, note, Moment, identity, before, after, adjudicates ? 1 : 0);
        var number = store.Database.LastRow;
        store.Database.Do("insert or ignore into decided values ($0, $1, $2)", claim, identity, number);
        return number;
    }

    /// <summary>Changes something about claims as a whole or not at all; what is derived of their reports is made anew where it differs.</summary>
    private void Change(IEnumerable<(string Identity, string? Claim)> about, Action<List<(string Identity, string Claim)>> change)
    {
        var list = about.ToList();
        var differs = false;
        store.Database.Transact(() =>
        {
            var before = list.Select(l => l.Identity).Distinct().ToDictionary(i => i, i => EffectOf(i));
            change(list.ConvertAll(l => (l.Identity, l.Claim ?? "")));
            ReportWriter? writer = null;
            foreach (var (identity, effect) in before)
            {
                _book.NoteAll(identity);
                foreach (var (of, claim) in list)
                    if (of == identity && claim is not null) _book.Note(identity, claim);
                if (EffectOf(identity) == effect || Current(identity) is not (> 0 and var n)) continue;
                writer ??= new ReportWriter(store.Database, store.Maker, store.Names);
                writer.Correct(n, store.ReadingOf(n).Reading);
                differs = true;
            }
        });
        if (!differs) return;
        store.Cache.Clear();
        store.Settle();
    }

    /// <summary>What decisions do to a reading, in one text: while it is the same, nothing is to be made anew.</summary>
    private string EffectOf(string identity)
    {
        var effect = new StringBuilder();
        foreach (var (key, stand) in _book.Of(identity))
        {
            var gone = stand.Outcome.State == ReviewState.Rejected;
            if (!gone && stand.Outcome.Edits.Count == 0 && stand.Addition is null) continue;
            effect.Append(key).Append(gone ? '-' : stand.Addition is null ? '~' : stand.Outcome.State is ReviewState.Waiting or ReviewState.Disagreed ? '?' : '+').Append(stand.Outcome.Edits.ToJsonString()).Append('\n');
        }
        return effect.ToString();
    }
}
