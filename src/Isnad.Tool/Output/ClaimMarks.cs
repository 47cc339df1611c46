using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>A stretch of the report that a claim lights, and why.</summary>
/// <param name="Role">Class of the style sheet.</param>
/// <param name="Where">The words.</param>
internal readonly record struct ClaimMark(string Role, Evidence Where);

/// <summary>Finds the words of a claim: its trigger, who, whom, where, when, how many, and who says so.</summary>
internal static class ClaimMarks
{
    public static IReadOnlyList<ClaimMark> Of(ReadingView view, Claim claim)
    {
        var marks = new List<ClaimMark>();
        var trigger = claim.Evidence.Count > 0 ? claim.Evidence[0] : default;
        void Add(string role, IEnumerable<string> ids)
        {
            foreach (var id in ids)
                if (Nearest(view.Entity(id), trigger) is { } where) marks.Add(new ClaimMark(role, where));
        }
        for (var i = 0; i < claim.Evidence.Count; i++)
            marks.Add(new ClaimMark(i > 0 ? "proof" : claim is FigureClaim ? "number" : claim is StatementClaim ? "said" : "act", claim.Evidence[i]));
        switch (claim)
        {
            case EventClaim e:
                Add("who", e.Agents);
                Add("whom", e.Targets);
                Add("means", e.Instruments);
                Add("place", e.From);
                Add("place", e.Toward);
                break;
            case FigureClaim { Unit: { } unit }:
                Add("whom", [unit]);
                break;
            case StateClaim s:
                Add("who", [s.Subject]);
                Add("whom", s.Objects);
                if (s.Holder is { } holder) Add("who", [holder]);
                if (s.From is { } from) Add("whom", [from]);
                break;
            case StatementClaim t:
                marks.Add(new ClaimMark("said", t.Content));
                Add("whom", t.About);
                break;
        }
        Add("place", claim.Places);
        if (claim.Time?.Where is { } time) marks.Add(new ClaimMark("time", time));
        foreach (var id in claim.Sources)
        {
            foreach (var source in view.Chain(id))
            {
                if (source.Cue is { } cue) marks.Add(new ClaimMark("source", cue));
                if (Nearest(view.Entity(source.Entity), source.Cue ?? trigger) is { } speaker) marks.Add(new ClaimMark("source", speaker));
            }
        }
        return marks;
    }

    private static Evidence? Nearest(Entity? entity, Evidence to)
    {
        Evidence? best = null;
        var least = long.MaxValue;
        foreach (var mention in entity?.Mentions ?? [])
        {
            var distance = Math.Abs(mention.Where.Order - to.Order);
            if (distance >= least) continue;
            least = distance;
            best = mention.Where;
        }
        return best;
    }
}
