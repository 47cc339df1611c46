using Isnad.Ledger.Digests;

namespace Isnad.Ledger.Merging;

/// <summary>
/// How well two tellings can be of one happening: points for what agrees, points off for what contradicts. Whole numbers, so that
/// sums do not depend on the order of adding. The scale: 4 points are the weight of a shared day.
/// </summary>
internal sealed class Affinity
{
    /// <summary>From here on, on average, tellings are taken for one happening.</summary>
    public const int Joined = 14;

    /// <summary>No two tellings of one happening have less: nothing in between ties two that contradict each other.</summary>
    public const int Floor = 8;

    /// <summary>For happenings told of two neighbouring days.</summary>
    public const int JoinedAcrossDays = 20;

    /// <summary>Never one happening.</summary>
    public const int Never = -1000;

    private const double CopiedSentence = 0.7;
    private const double CopiedText = 0.6;

    private readonly List<string>? _reasons;
    private int _score;

    private Affinity(List<string>? reasons) => _reasons = reasons;

    /// <summary>The points of two tellings of one family.</summary>
    /// <param name="a">One telling.</param>
    /// <param name="b">The other.</param>
    /// <param name="parted">Whether a person said that two claims are not of one happening.</param>
    /// <param name="reasons">Filled with what counted, if given.</param>
    public static int Of(Telling a, Telling b, Func<string, string, bool>? parted = null, List<string>? reasons = null)
    {
        var affinity = new Affinity(reasons);
        if (a.Report == b.Report) return affinity.NeverFor("one report tells them as two happenings");
        if (a.Family != b.Family) return affinity.NeverFor($"of different kinds: {a.Family}, {b.Family}");
        if (parted is not null && a.Keys.Any(k => b.Keys.Any(l => parted(k, l)))) return affinity.NeverFor("a person keeps them apart");
        var copied = affinity.Words(a, b);
        affinity.Time(a, b);
        var person = affinity.Persons(a, b);
        affinity.Places(a, b, person || copied);
        affinity.Actors(a, b);
        affinity.Facilities(a, b);
        affinity.Classes(a, b);
        affinity.Means(a, b);
        affinity.Counts(a, b);
        return affinity._score;
    }

    /// <summary>Whether two tellings share what is hardly shared by chance: words, a named person, or a number that is not small.</summary>
    public static bool Identified(Telling a, Telling b)
    {
        var probe = new Affinity(null);
        if (probe.Words(a, b) || probe.Persons(a, b)) return true;
        var same = 0;
        foreach (var count in a.Counts)
            foreach (var other in b.Counts)
                if (count == other && count.Low.Equals(count.High)) same += count.Low >= 3 ? 2 : 1;
        return same >= 2;
    }

    private int NeverFor(string reason)
    {
        _reasons?.Add(reason);
        return Never;
    }

    private void Add(int points, string reason)
    {
        _score += points;
        _reasons?.Add(points >= 0 ? $"{reason} (+{points})" : $"{reason} ({points})");
    }

    private bool Words(Telling a, Telling b)
    {
        foreach (var one in a.Sentences)
            foreach (var other in b.Sentences)
                if (Sketch.Shared(one, other) >= CopiedSentence)
                {
                    Add(12, "told in the same words");
                    return true;
                }
        if (Sketch.Shared(a.Text, b.Text) < CopiedText) return false;
        Add(6, "in copies of one text");
        return false;
    }

    private void Time(Telling a, Telling b)
    {
        if (a.Timing == Timing.None || b.Timing == Timing.None) { Add(-8, "no time is told"); return; }
        var apart = Math.Max(a.First, b.First) - Math.Min(a.Last, b.Last);
        if (a.Timing == Timing.Definite && b.Timing == Timing.Definite)
        {
            if (apart <= 0) Add(4, "the same day");
            else Add(apart == 1 ? -8 : Never, "different days");
            if (a.Hour is { } one && b.Hour is { } other && apart <= 0)
                if (Math.Abs(one - other) <= 2) Add(3, "the same hour");
                else if (Math.Abs(one - other) > 4) Add(-10, "different hours");
        }
        else if (apart > 0) Add(apart == 1 && a.Timing == Timing.Soft && b.Timing == Timing.Soft ? 1 : Never, "different days");
        else if (a.Timing == Timing.Vague || b.Timing == Timing.Vague) Add(a.First == b.First && a.Last == b.Last ? 3 : 1, "times that overlap");
        else Add(a.Home == b.Home ? 3 : 2, "news of the same days");
    }

    private bool Persons(Telling a, Telling b)
    {
        if (a.Persons.Length == 0 || b.Persons.Length == 0) return false;
        foreach (var one in a.Persons)
            foreach (var other in b.Persons)
                if (one.Key == other.Key || Contains(one.Words, other.Words) || Contains(other.Words, one.Words))
                {
                    Add(12, $"{one.Name} is named in both");
                    return true;
                }
        Add(-12, $"different persons: {a.Persons[0].Name}, {b.Persons[0].Name}");
        return false;
    }

    // A name and its short form, of which it is a part at the beginning or end ("Karim al-Haddad", "al-Haddad").
    private static bool Contains(string[] name, string[] part) =>
        part.Length < name.Length && part.Length > 0 && (name.AsSpan(0, part.Length).SequenceEqual(part) || name.AsSpan(name.Length - part.Length).SequenceEqual(part));

    private void Places(Telling a, Telling b, bool otherwiseKnown)
    {
        if (a.Places.Length == 0 || b.Places.Length == 0) return;
        var shared = a.Places.Count(p => Array.Exists(b.Places, q => q.Key == p.Key));
        var most = Math.Max(a.Places.Length, b.Places.Length);
        if (shared == most) { Add(a.Places[0].IsFine ? 12 : 4, $"the same place: {a.Places[0].Name}"); return; }
        if (most > 1)
        {
            // A roundup over many places is not the happening at one of them.
            if (shared > 0 && a.Places.Length > 1 && b.Places.Length > 1) Add(4, "some of the places are the same");
            else Add(-12, "one place, and several");
            return;
        }
        var (one, other) = (a.Places[0], b.Places[0]);
        if (Array.IndexOf(one.Around, other.Key) >= 0 || Array.IndexOf(other.Around, one.Key) >= 0)
        {
            var outer = Array.IndexOf(one.Around, other.Key) >= 0 ? other : one;
            Add(outer.IsFine ? 8 : outer.Precision == "governorate" ? 4 : 2, $"a place in {outer.Name}");
        }
        else if (one.IsFine && other.IsFine && (one.Precision is null || other.Precision is null)) Add(0, "a building and a place: perhaps the one is in the other");
        else if (one.IsFine != other.IsFine && !Known(one, other)) Add(0, "perhaps the one place is in the other");
        else Add(otherwiseKnown ? -6 : Never, $"different places: {one.Name}, {other.Name}");
    }

    // Whether it is known where the finer of two places lies.
    private static bool Known(Spot one, Spot other) => (one.IsFine ? one : other).Around.Length > 0;

    private void Actors(Telling a, Telling b)
    {
        // Who attacks whom is told from either side: two sides in both are the same two sides.
        var agents = Match(a.Agents, b.Agents);
        var against = Match(a.Against, b.Against);
        if (Match(a.Agents, b.Against) > 0 && (Match(a.Against, b.Agents) > 0 || (a.Against.Length == 0 && a.Agents.Length > 1))) Add(8, "the same two sides");
        else
        {
            // Who meets, agrees or fights is told as two agents: both the same says more than one.
            if (agents > 0 && Shared(a.Agents, b.Agents) > 1) Add(12, $"the same parties: {a.Agents[0].Name}, {a.Agents[1].Name}");
            else if (agents > 0) Add(agents, $"the same agent: {a.Agents[0].Name}");
            else if (a.Agents.Length > 0 && b.Agents.Length > 0) Add(-10, $"different agents: {a.Agents[0].Name}, {b.Agents[0].Name}");
            if (against > 0) Add(Math.Min(against, 5), $"the same target: {a.Against[0].Name}");
            else if (a.Against.Length > 0 && b.Against.Length > 0) Add(-4, $"different targets: {a.Against[0].Name}, {b.Against[0].Name}");
        }
    }

    private static int Shared(Actor[] one, Actor[] other) => one.Count(a => Array.Exists(other, b => a.Key == b.Key || (a.Side is not null && a.Side == b.Side)));

    private static int Match(Actor[] one, Actor[] other)
    {
        var best = 0;
        foreach (var a in one)
            foreach (var b in other)
                if (a.Key == b.Key) return 8;
                else if (a.Side is not null && a.Side == b.Side) best = 5;
        return best;
    }

    private void Facilities(Telling a, Telling b)
    {
        if (a.Facilities.Length == 0 || b.Facilities.Length == 0) return;
        foreach (var one in a.Facilities)
            foreach (var other in b.Facilities)
                if (one.Key == other.Key || one.Words.Intersect(other.Words, StringComparer.Ordinal).Any())
                {
                    Add(6, $"the same building: {one.Name}");
                    return;
                }
        Add(-10, $"different buildings: {a.Facilities[0].Name}, {b.Facilities[0].Name}");
    }

    private void Classes(Telling a, Telling b)
    {
        if (a.Classes.Length == 0 || b.Classes.Length == 0) return;
        if (a.Classes.Intersect(b.Classes).Any()) Add(2, $"the same kind of victims: {a.Classes.Intersect(b.Classes).First()}");
        else if ((a.Classes.Contains("combatant") || a.Classes.Contains("police")) != (b.Classes.Contains("combatant") || b.Classes.Contains("police")))
            Add(-2, "different kinds of victims");
    }

    private void Means(Telling a, Telling b)
    {
        if (a.Modes.Intersect(b.Modes).Any()) Add(5, $"the same mode: {a.Modes.Intersect(b.Modes).First()}");
        else if (a.Modes.Select(Family.Means).OfType<string>().ToArray() is { Length: > 0 } one && b.Modes.Select(Family.Means).OfType<string>().ToArray() is { Length: > 0 } other)
            Add(one.Intersect(other).Any() ? 2 : -12, one.Intersect(other).Any() ? "the same means" : $"different means: {one[0]}, {other[0]}");
        else if (!a.Types.Intersect(b.Types).Any()) Add(-2, "different types");
    }

    private void Counts(Telling a, Telling b)
    {
        foreach (var one in a.Counts)
        {
            foreach (var other in b.Counts)
            {
                if (one.Measure != other.Measure) continue;
                // The dead are counted with care; other numbers say half as much.
                var weight = one.Measure == "killed" ? 2 : 1;
                var exact = one.Low.Equals(one.High) && other.Low.Equals(other.High);
                if (exact && one.Low.Equals(other.Low)) Add(weight * (one.Low >= 10 ? 4 : one.Low >= 3 ? 3 : 2), $"the same number {one.Measure}: {one.Low}");
                else if (Math.Max(one.Low, other.Low) <= Math.Min(one.High, other.High)) Add(weight, $"numbers {one.Measure} that agree");
                else
                {
                    var less = Math.Min(one.High, other.High);
                    var more = Math.Max(one.Low, other.Low);
                    // Tolls rise by a few; a quarter of another toll is that of another happening.
                    Add(-(more <= less + 2 || more < less * 2 ? 1 : more < less * 4 ? 2 * weight : (3 * weight) + 1), $"different numbers {one.Measure}: {less} and {more}");
                }
            }
        }
    }
}
