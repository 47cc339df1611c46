using Isnad.Ledger.Digests;
using Isnad.Ledger.Merging;
using Isnad.Ledger.Storage;

namespace Isnad.Ledger.Events;

/// <summary>Says why a telling was taken for the happening of an event: by which other telling of it, and by what they share.</summary>
internal static class Reasons
{
    public static IReadOnlyList<string> Of(EventTelling telling, List<(Telling Telling, Digest Digest)> all, DecisionBook decisions)
    {
        var own = all.Find(t => t.Telling.Report == telling.Report && t.Telling.Claims.Select(c => t.Digest.Claims[c].Key).SequenceEqual(telling.Claims.Select(c => c.Key))).Telling;
        var others = all.FindAll(t => t.Telling != own);
        if (others.Count == 0) return ["it is the only telling"];
        var join = decisions.All.FindLast(d => d.Kind == "join" && d.Claims.Any(own.Keys.Contains));
        var best = others.OrderByDescending(o => Affinity.Of(own, o.Telling, decisions.Parted)).ThenBy(o => o.Telling.Id, StringComparer.Ordinal).First();
        var reasons = new List<string>();
        var points = Affinity.Of(own, best.Telling, decisions.Parted, reasons);
        var because = points >= Affinity.Floor ? new[] { $"joined with report {best.Digest.Report}: {points} points" }.Concat(reasons) : [];
        return [.. join is null ? [] : new[] { $"joined by {join.Person ?? "a person"}{(join.Note is { } note ? $": {note}" : "")}" }, .. because];
    }

    /// <summary>Why two events are two.</summary>
    public static IReadOnlyList<string> Apart(List<(Telling Telling, Digest Digest)> one, List<(Telling Telling, Digest Digest)> other, DecisionBook decisions)
    {
        var (least, a, b) = one.SelectMany(x => other.Select(y => (Points: Affinity.Of(x.Telling, y.Telling, decisions.Parted), A: x.Telling, B: y.Telling))).MinBy(p => p.Points);
        var reasons = new List<string>();
        Affinity.Of(a, b, decisions.Parted, reasons);
        return [$"{(least <= Affinity.Never ? "never one" : $"{least} points")}, {Affinity.Floor} are needed between any two, {Affinity.Joined} on average", .. reasons];
    }
}
