using System.Text.Json.Nodes;
using Isnad.Ledger.Storage;

namespace Isnad.Ledger.Review;

/// <summary>How far two coders agree on something.</summary>
/// <param name="Field"><c>verdict</c>, or a field of claims.</param>
/// <param name="Claims">Pairs of decisions compared.</param>
/// <param name="Agreed">Pairs that are the same.</param>
/// <param name="Kappa">Cohen's kappa; null where chance leaves nothing to agree on (all said the same one thing).</param>
public sealed record FieldAgreement(string Field, int Claims, int Agreed, double? Kappa)
{
    /// <summary>Share of those that are the same, in percent.</summary>
    public double Percent => Claims == 0 ? 0 : 100.0 * Agreed / Claims;
}

/// <summary>
/// Agreement of coders who did not know of each other: of each claim that several coded blind, what each decided before all had. On the
/// verdict, and on every field of the claims that both hold to be there.
/// </summary>
public static class Agreement
{
    /// <summary>Agreement on the verdict and on each field, in this order; fields that were never compared are left out.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="one">Only pairs with this coder.</param>
    /// <param name="other">And with this one.</param>
    public static IReadOnlyList<FieldAgreement> Of(Store store, string? one = null, string? other = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        var book = new ClaimBook(store.Database);
        var pairs = new Dictionary<string, List<(string, string)>>(StringComparer.Ordinal);
        foreach (var identity in store.Database.Rows("select distinct report from verdicts where coders > 1 and decided = coders order by report", r => r.GetString(0)))
        {
            if (store.Database.Value("select n from reports where identity = $0 and current = 1", identity) is not long n) continue;
            var reading = Corrections.Apply(store.ReadingOf(n).Reading, Unedited(book.Of(identity)), withRejected: true);
            foreach (var (key, stand) in book.Of(identity))
            {
                if (!stand.IsBlind || !stand.IsComplete || reading.Claims.FirstOrDefault(c => c.Key == key) is not { } claim) continue;
                for (var i = 0; i < stand.Coders.Count; i++)
                    for (var j = i + 1; j < stand.Coders.Count; j++)
                        if (Wanted(stand.Coders[i], stand.Coders[j], one, other)) Compare(claim, stand.IndependentOf(stand.Coders[i])!, stand.IndependentOf(stand.Coders[j])!, new ReadingDraft(reading), pairs);
            }
        }
        return [.. ClaimFields.Compared.Prepend("verdict").Where(pairs.ContainsKey).Select(f => Measure(f, pairs[f]))];
    }

    /// <summary>Percent and Cohen's kappa of pairs of values.</summary>
    internal static FieldAgreement Measure(string field, List<(string One, string Other)> pairs)
    {
        var agreed = pairs.Count(p => p.One == p.Other);
        var (ones, others) = (pairs.CountBy(p => p.One).ToDictionary(), pairs.CountBy(p => p.Other).ToDictionary());
        var total = (double)pairs.Count;
        var chance = ones.Sum(o => o.Value / total * (others.GetValueOrDefault(o.Key) / total));
        return new FieldAgreement(field, pairs.Count, agreed, 1 - chance < 1e-9 ? null : ((agreed / total) - chance) / (1 - chance));
    }

    private static bool Wanted(string a, string b, string? one, string? other) =>
        (one is null || a == one || b == one) && (other is null || a == other || b == other);

    private static void Compare(Readings.Claim claim, Outcome one, Outcome other, ReadingDraft draft, Dictionary<string, List<(string, string)>> pairs)
    {
        Put("verdict", Verdict(one), Verdict(other));
        if (Verdict(one) != ReviewState.Accepted || Verdict(other) != ReviewState.Accepted) return;
        foreach (var name in ClaimFields.Compared)
            if (ClaimFields.All.First(f => f.Name == name) is var field && field.IsOf(claim))
                Put(name, Value(one, field), Value(other, field));

        string Value(Outcome outcome, ClaimField field) => Text(outcome.Edits.TryGetPropertyValue(field.Name, out var edited) ? edited : field.Get(claim, draft));
        void Put(string field, string a, string b) => (pairs.TryGetValue(field, out var list) ? list : pairs[field] = []).Add((a, b));
    }

    private static string Verdict(Outcome outcome) => outcome.State == ReviewState.Edited ? ReviewState.Accepted : outcome.State;

    // The order of participants means nothing.
    private static string Text(JsonNode? value) => value is JsonArray list
        ? string.Join('\n', list.Select(i => i?.ToJsonString()).Order(StringComparer.Ordinal)) : value?.ToJsonString() ?? "null";

    private static Dictionary<string, ClaimStand> Unedited(IReadOnlyDictionary<string, ClaimStand> stands) =>
        stands.Where(s => s.Value.Addition is not null).ToDictionary(s => s.Key, s => new ClaimStand([s.Value.Addition!], []), StringComparer.Ordinal);
}
