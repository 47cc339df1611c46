using Isnad.Ledger.Digests;
using Isnad.Ledger.Review;
using Isnad.Readings;

namespace Isnad.Ledger.Storage;

/// <summary>A claim of the queue: how much it is to be doubted and how much depends on it.</summary>
internal readonly record struct QueueItem(string Claim, string Kind, int Doubt, int Weight);

/// <summary>What is made of one reading alone, with what people decided about its claims. Any number of threads may make them.</summary>
internal sealed record Derivation(Digest Digest, IReadOnlyList<QueueItem> Queue)
{
    public static Derivation Of(Reading stored, IReadOnlyDictionary<string, ClaimStand> stands, DigestMaker maker)
    {
        var effective = Corrections.Apply(stored, stands);
        return new Derivation(maker.Make(effective), QueueOf(ReferenceEquals(effective, stored) ? stored : Corrections.Apply(stored, stands, withRejected: true)));
    }

    /// <summary>The claims of a reading that people review.</summary>
    public static List<QueueItem> QueueOf(Reading reading)
    {
        var finder = new DoubtFinder(reading);
        var items = new List<QueueItem>(reading.Claims.Count);
        foreach (var claim in reading.Claims)
            if (DoubtFinder.IsReviewed(claim) && claim.Evidence.Count > 0 && finder.Of(claim) is var found) items.Add(new QueueItem(claim.Key, ClaimFields.Kind(claim), found.Doubt, found.Weight));
        return items;
    }
}
