using Isnad.Ledger.Digests;
using Isnad.Ledger.Review;
using Isnad.Readings;

namespace Isnad.Ledger.Storage;

/// <summary>A claim of the queue: how much it is to be doubted and how much depends on it.</summary>
internal readonly record struct QueueItem(string Claim, string Kind, int Doubt, int Weight);

/// <summary>What is made of one reading alone, with what people decided about its claims. Any number of threads may make them.</summary>
/// <param name="Digest">The digest of the effective reading.</param>
/// <param name="Packed">The digest as it is kept.</param>
/// <param name="Queue">Claims that people review.</param>
/// <param name="Title">The title, folded, for searching.</param>
/// <param name="Text">The text, folded.</param>
internal sealed record Derivation(Digest Digest, byte[] Packed, IReadOnlyList<QueueItem> Queue, string Title, string Text)
{
    public static Derivation Of(Reading stored, IReadOnlyDictionary<string, ClaimStand> stands, DigestMaker maker)
    {
        var effective = Corrections.Apply(stored, stands);
        var queue = QueueOf(ReferenceEquals(effective, stored) ? stored : Corrections.Apply(stored, stands, withRejected: true));
        var (digest, report) = (maker.Make(effective), stored.Report);
        return new Derivation(digest, DigestCodec.Write(digest), queue, maker.Fold(report.Title, report.Language), maker.Fold(report.Text, report.Language));
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
