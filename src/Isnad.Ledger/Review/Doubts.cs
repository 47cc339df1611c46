using System.Globalization;
using Isnad.Readings;

namespace Isnad.Ledger.Review;

/// <summary>A reason to look at a claim.</summary>
/// <param name="Code">A word that stays the same from version to version.</param>
/// <param name="Points">How much it adds, to the doubt or to the weight.</param>
/// <param name="Text">The reason in plain words.</param>
/// <param name="About">A name or words of the report that it is about.</param>
/// <param name="Number">A number that it is about.</param>
public sealed record Doubt(string Code, int Points, string Text, string? About = null, double? Number = null);

/// <summary>How much a claim is to be doubted and how much depends on it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Doubts">Reasons to doubt it, the heaviest first.</param>
/// <param name="Weights">Why it matters.</param>
public sealed record ClaimDoubts(Claim Claim, IReadOnlyList<Doubt> Doubts, IReadOnlyList<Doubt> Weights)
{
    /// <summary>Sum of the points of doubt, 100 at most. Nothing is beyond all doubt: it is 1 at least.</summary>
    public int Doubt => Math.Clamp(Doubts.Sum(d => d.Points), 1, 100);

    /// <summary>Sum of the points of weight, 1 to 20.</summary>
    public int Weight => Math.Clamp(Weights.Sum(w => w.Points), 1, 20);
}

/// <summary>Finds in a reading what a person should look at, from what the reading itself carries.</summary>
internal sealed class DoubtFinder
{
    /// <summary>Points that a disputed event adds to the doubt of its claims.</summary>
    public const int Disputed = 30;

    /// <summary>A participant whose nearest mention is further from the trigger than this is attached from afar, in code units.</summary>
    private const int Far = 160;

    /// <summary>Candidates that score within this of the best one are namesakes in earnest.</summary>
    private const int Close = 15;

    private readonly Reading _reading;
    private readonly Dictionary<string, Entity> _entities;
    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<string, Claim> _claims;
    private readonly ILookup<string, Relation> _from;
    private readonly ILookup<string, Relation> _to;

    public DoubtFinder(Reading reading)
    {
        _reading = reading;
        _entities = reading.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        _sources = reading.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
        _claims = reading.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _from = reading.Relations.ToLookup(r => r.From, StringComparer.Ordinal);
        _to = reading.Relations.ToLookup(r => r.To, StringComparer.Ordinal);
    }

    /// <summary>Whether claims like this are reviewed: what is merely said has nothing to be checked but its words.</summary>
    public static bool IsReviewed(Claim claim) => claim is not StatementClaim || claim.Rule == Corrections.PersonsRule;

    /// <summary>What there is to say of a claim.</summary>
    public ClaimDoubts Of(Claim claim)
    {
        var doubts = new List<Doubt>();
        Places(claim, doubts);
        Participants(claim, doubts);
        Speakers(claim, doubts);
        Standing(claim, doubts);
        Time(claim, doubts);
        if (claim is FigureClaim figure) Figure(figure, doubts);
        Signs(claim, doubts);
        return new ClaimDoubts(claim, [.. doubts.OrderByDescending(d => d.Points).ThenBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.About, StringComparer.Ordinal)], Weights(claim));
    }

    private void Places(Claim claim, List<Doubt> doubts)
    {
        foreach (var place in claim.Places.Select(Entity).OfType<Entity>())
        {
            if (place.Refs.Count > 1)
            {
                var close = place.Refs.Count(r => place.Refs[0].Score - r.Score <= Close);
                doubts.Add(close > 1 ? new Doubt("namesakes", 25, $"{place.Name}: {close} places of this name fit about as well", place.Name, close)
                    : new Doubt("candidates", 8, $"{place.Name}: {place.Refs.Count} places have this name; one fits best", place.Name, place.Refs.Count));
            }
            else if (place.Refs.Count == 1 && place.Refs[0].Score < 60) doubts.Add(new Doubt("place-weak", 15, $"{place.Name}: it is not sure that it is this place", place.Name));
            if (place is { Kind: EntityKind.Place, Refs.Count: 0 } && place.Near is null) doubts.Add(new Doubt("place-unknown", 15, $"{place.Name}: no gazetteer has this place", place.Name));
            if (place.Precision is PlacePrecision.Country or PlacePrecision.Region && claim is EventClaim { Type: EventType.Assault }) doubts.Add(new Doubt("place-coarse", 8, $"{place.Name}: nothing nearer than this is told", place.Name));
        }
        if (claim.Places.Count == 0 && claim is EventClaim { Type: EventType.Assault or EventType.Coerce or EventType.Mobilize or EventType.Protest }) doubts.Add(new Doubt("place-missing", 12, "no place was found for it"));
        if (claim.Places.Count > 1) doubts.Add(new Doubt("places-several", 8, string.Create(CultureInfo.InvariantCulture, $"it has {claim.Places.Count} places"), null, claim.Places.Count));
    }

    private void Participants(Claim claim, List<Doubt> doubts)
    {
        var (agents, targets) = claim switch
        {
            EventClaim e => (e.Agents, e.Targets),
            StateClaim s => ((IReadOnlyList<string>)[s.Subject], s.Objects),
            _ => ([], []),
        };
        if (claim is EventClaim { Type: EventType.Assault or EventType.Coerce, Agents.Count: 0 }) doubts.Add(new Doubt("agent-missing", 10, "nobody is named who did it"));
        var named = agents.Concat(targets).Distinct().Select(Entity).OfType<Entity>().ToList();
        foreach (var one in named)
        {
            if (agents.Contains(one.Id) && one.Refs.Count == 0 && one.Kind is EntityKind.Organisation or EntityKind.ArmedGroup) doubts.Add(new Doubt("actor-unknown", 8, $"{one.Name}: nothing is known of this actor", one.Name));
            if (one.Refs.Count > 1 && one.Kind != EntityKind.Place && one.Refs[0].Score - one.Refs[1].Score <= Close) doubts.Add(new Doubt("actor-namesakes", 15, $"{one.Name}: it can be {one.Refs.Count} actors", one.Name, one.Refs.Count));
            if (Nearest(one, claim.Evidence[0]) is not { } mention) continue;
            if (mention.By is { } by) doubts.Add(new Doubt("worked-out", 12, $"'{mention.Where.Text}' was taken for {one.Name}, by {by}", one.Name));
            else if (Distance(mention.Where, claim.Evidence[0]) > Far) doubts.Add(new Doubt("far", 15, $"{one.Name} is named far from '{claim.Evidence[0].Text}'", one.Name));
        }
    }

    private void Speakers(Claim claim, List<Doubt> doubts)
    {
        var speakers = claim.Sources.Select(s => _sources.GetValueOrDefault(s)).OfType<Source>().ToList();
        if (speakers.Count > 0 && speakers.TrueForAll(s => s.Kind is SourceKind.Anonymous or SourceKind.Witness))
            doubts.Add(new Doubt("anonymous", 15, "only unnamed sources say so", NameOf(speakers[0])));
        if (claim.Stance is Stance.Alleges or Stance.Doubts) doubts.Add(new Doubt(claim.Stance == Stance.Alleges ? "alleged" : "doubted", 12, claim.Stance == Stance.Alleges ? "it is only alleged" : "who says it doubts it"));
        var steps = 0;
        for (var at = speakers.FirstOrDefault(); at?.Via is { } via && steps < 9; at = _sources.GetValueOrDefault(via)) steps++;
        if (steps > 2) doubts.Add(new Doubt("long-chain", 8, string.Create(CultureInfo.InvariantCulture, $"it came through {steps} hands"), null, steps));
    }

    private static void Standing(Claim claim, List<Doubt> doubts)
    {
        if (claim.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing))
            doubts.Add(new Doubt("status", claim.Status is ClaimStatus.Possible or ClaimStatus.Denied ? 15 : 6, claim.Status switch
            {
                ClaimStatus.Possible => "it may not have happened",
                ClaimStatus.Denied => "it is denied",
                ClaimStatus.Foiled => "it was stopped",
                _ => $"it is only {Words.Of(claim.Status)}",
            }, Words.Of(claim.Status)));
        if (claim.Polarity == Polarity.Negated && claim.Status != ClaimStatus.Denied) doubts.Add(new Doubt("negated", 12, "it is said not to be so"));
        if (claim.Assertion == Assertion.Background) doubts.Add(new Doubt("background", 4, "it is told as background"));
    }

    private static void Time(Claim claim, List<Doubt> doubts)
    {
        if (claim is not EventClaim || claim.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing or ClaimStatus.Foiled)) return;
        if (claim.Time is null) doubts.Add(new Doubt("time-missing", 6, "no time is told"));
        else if (claim.Time.Basis == TimeBasis.Inherited) doubts.Add(new Doubt("time-inherited", 6, "its time was taken from another claim"));
        else if (claim.Time.Precision is TimePrecision.Unknown or TimePrecision.Year or TimePrecision.Season) doubts.Add(new Doubt("time-coarse", 6, "its time is told only roughly"));
    }

    private void Figure(FigureClaim figure, List<Doubt> doubts)
    {
        if (figure.Bound == Bound.Vague) doubts.Add(new Doubt("vague", 8, $"'{figure.Words}' is no exact number", figure.Words));
        else if (figure.Low is null || figure.High is null) doubts.Add(new Doubt("open-ended", 5, $"'{figure.Words}' is open at one end", figure.Words));
        if (figure.Scope == FigureScope.Event && !_to[figure.Id].Any(r => r.Type == RelationType.Causes) && !_from[figure.Id].Any(r => r.Type == RelationType.PartOf) && figure.Measure is Measure.Killed or Measure.Wounded or Measure.Casualties)
            doubts.Add(new Doubt("no-cause", 12, "it was tied to no event"));
        if (figure.Measure == Measure.Other) doubts.Add(new Doubt("measure", 10, "what it counts is not sure"));
    }

    // What the reader itself noted about the words.
    private void Signs(Claim claim, List<Doubt> doubts)
    {
        var trigger = claim.Evidence[0];
        foreach (var sign in _reading.Diagnostics)
            if (sign.Code.StartsWith("ISN2", StringComparison.Ordinal) && sign.Where is { } where && where.InTitle == trigger.InTitle && Distance(where, trigger) <= Far)
                doubts.Add(new Doubt(sign.Code, 10, sign.Message, where.Text));
        if (_to[claim.Id].Any(r => r.Type == RelationType.Denies)) doubts.Add(new Doubt("contradicted", 15, "another claim of this report denies it"));
    }

    private List<Doubt> Weights(Claim claim)
    {
        var weights = new List<Doubt>
        {
            claim switch
            {
                EventClaim { Type: EventType.Assault } => new Doubt("violence", 4, "violence"),
                EventClaim { Type: EventType.Coerce or EventType.Mobilize or EventType.Retreat or EventType.Sanction } => new Doubt("coercion", 3, "force or its withdrawal"),
                StateClaim { Predicate: Predicate.Controls or Predicate.Contests or Predicate.Besieges } => new Doubt("control", 4, "who holds a place"),
                FigureClaim { Measure: Measure.Killed or Measure.Wounded or Measure.Casualties } => new Doubt("casualties", 3, "people killed or wounded"),
                FigureClaim => new Doubt("number", 2, "a number"),
                _ => new Doubt("other", 1, "an event of words or ties"),
            },
        };
        var killed = Killed(claim);
        if (killed > 0)
            weights.Add(new Doubt("killed", killed switch { >= 100 => 12, >= 20 => 9, >= 5 => 6, >= 2 => 4, _ => 2 }, string.Create(CultureInfo.InvariantCulture, $"{killed} killed"), null, killed));
        if (claim.Evidence[0].InTitle) weights.Add(new Doubt("headline", 1, "it stands in the title"));
        return weights;
    }

    private double Killed(Claim claim)
    {
        if (claim is FigureClaim { Measure: Measure.Killed } own) return own.Low ?? own.High ?? 0;
        return _from[claim.Id].Where(r => r.Type == RelationType.Causes).Select(r => _claims.GetValueOrDefault(r.To)).OfType<FigureClaim>()
            .Where(f => f.Measure == Measure.Killed).Select(f => f.Low ?? f.High ?? 0).DefaultIfEmpty(0).Max();
    }

    private Entity? Entity(string id) => _entities.GetValueOrDefault(id);

    private string? NameOf(Source source) => source.Entity is { } id && Entity(id) is { } entity ? entity.Name : source.Name;

    private static Mention? Nearest(Entity entity, Evidence trigger)
    {
        Mention? best = null;
        var least = int.MaxValue;
        foreach (var mention in entity.Mentions)
        {
            var distance = Distance(mention.Where, trigger);
            if (distance >= least) continue;
            (best, least) = (mention, distance);
        }
        return best;
    }

    private static int Distance(Evidence one, Evidence other) =>
        one.InTitle != other.InTitle ? Far + 1 : Math.Max(0, Math.Max(one.Start - other.End, other.Start - one.End));
}
