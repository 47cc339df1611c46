using System.Globalization;
using Isnad.Places;
using Isnad.Readings;

namespace Isnad.Packs;

/// <summary>How many of the places of a corpus are found, and what is wrong with the others.</summary>
internal sealed class PlaceCorpusScore
{
    /// <summary>Kilometres within which a settlement's coordinates are right, and those of anything larger.</summary>
    private const double Close = 15, CloseOfArea = 80;

    private readonly List<string> _differences = [];

    /// <summary>Places expected.</summary>
    public int All { get; private set; }

    /// <summary>Those that are right in everything that is expected of them.</summary>
    public int Right => All - _differences.Count;

    /// <summary>What is wrong: file and line, words, and why.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Reads the blocks of a corpus.</summary>
    public static PlaceCorpusScore Of(IEnumerable<PlaceCase> cases, CompiledPacks packs)
    {
        var score = new PlaceCorpusScore();
        var reader = new Reader(packs);
        foreach (var c in cases)
        {
            var reading = reader.Read(c.Report);
            foreach (var expected in c.Expected)
            {
                score.All++;
                if (Fault(c, expected, reading) is { } fault) score._differences.Add($"{c.File}:{expected.Line}: {expected.Words}: {fault}\n    {c.Report.Text}");
            }
        }
        return score;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"places: {Right} of {All} right, {100.0 * Right / Math.Max(1, All):0.0} %");

    private static string? Fault(PlaceCase c, ExpectedPlace expected, Reading reading)
    {
        var entity = Find(c, expected.Words, expected.Occurrence, reading, Array.Exists(expected.Conditions, x => x.StartsWith("near ", StringComparison.Ordinal) || x.StartsWith("between ", StringComparison.Ordinal)));
        if (expected.IsNone) return entity is { Refs.Count: > 0 } found ? $"no place is expected, {Describe(found)} was found" : null;
        if (entity is null) return "no place was found";
        if (expected.Country != "*" && expected.Country != (entity.Country ?? "-")) return $"in {expected.Country}, not {Describe(entity)}";
        if (expected.Admin1.Length > 0 && !IsDivision(expected.Admin1, entity)) return $"in {expected.Admin1}, not {Describe(entity)}";
        if (expected.Precisions.Length > 0 && (entity.Precision is not { } precision || !expected.Precisions.Contains(Words.Of(precision)))) return $"precision {string.Join(" or ", expected.Precisions)}, not {Describe(entity)}";
        foreach (var condition in expected.Conditions)
            if (!Holds(condition, c, entity, reading)) return $"{condition}, not {Describe(entity)}";
        return null;
    }

    /// <summary>The entity of the shortest mention of a place that holds the words.</summary>
    private static Entity? Find(PlaceCase c, string words, int occurrence, Reading reading, bool isBeside = false)
    {
        var at = PlaceCorpus.At(c.Report.Text, words, occurrence);
        return reading.Entities.Where(e => e.Kind is EntityKind.Place or EntityKind.Route or EntityKind.Facility)
            .SelectMany(e => e.Mentions.Select(m => (Entity: e, Mention: m)))
            .Where(m => m.Mention.By != "pronoun" && !m.Mention.Where.InTitle && m.Mention.Where.Start < at + words.Length && m.Mention.Where.End > at && (m.Mention.Where.Start <= at && m.Mention.Where.End >= at + words.Length || m.Mention.Where.End - m.Mention.Where.Start >= words.Length - 2))
            .OrderBy(m => isBeside && m.Entity.Near is null && m.Entity.Between.Count == 0 ? 1 : 0).ThenBy(m => m.Mention.Where.End - m.Mention.Where.Start).ThenBy(m => m.Entity.Near is null && m.Entity.Between.Count == 0 ? 0 : 1).Select(m => m.Entity).FirstOrDefault();
    }

    private static bool Holds(string condition, PlaceCase c, Entity entity, Reading reading)
    {
        var parts = condition.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Entity? Of(string id) => reading.Entities.FirstOrDefault(e => e.Id == id);
        bool Is(string? id, string words) => id is not null && Of(id) is { } other && Find(c, words, 1, reading)?.Id is { } found && (found == other.Id || other.Names.Any(n => n.Value == words));
        switch (parts[0])
        {
            case "at":
                return entity.Lat is { } lat && entity.Lon is { } lon && Place.Kilometres(lat, lon, double.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[2], CultureInfo.InvariantCulture))
                    <= (entity.Precision is PlacePrecision.Settlement or PlacePrecision.Point ? Close : CloseOfArea);
            case "ref": return entity.Refs is [var first, ..] && first.Ref == parts[1];
            case "unresolved": return entity.Refs.Count == 0 && entity.Lat is null;
            case "doubt": return entity.Refs.Count > 1;
            case "on": return Is(entity.On, condition[3..].Trim());
            case "within":
                for (var (id, steps) = (entity.Within, 0); id is not null && steps < 8; id = Of(id)?.Within, steps++)
                    if (Is(id, condition[7..].Trim())) return true;
                return false;
            case "between":
                var ends = condition[8..].Split(';', StringSplitOptions.TrimEntries);
                return ends.Length == 2 && entity.Between.Count == 2 && ends.All(e => entity.Between.Any(b => Is(b, e)));
            case "near":
                var km = double.TryParse(parts[^1], CultureInfo.InvariantCulture, out var number) ? number : (double?)null;
                var rest = km is null ? parts[1..] : parts[1..^1];
                var direction = rest[^1] is "N" or "NE" or "E" or "SE" or "S" or "SW" or "W" or "NW" ? rest[^1] : null;
                return entity.Near is { } near && Is(near.To, string.Join(' ', direction is null ? rest : rest[..^1])) && (direction is null || near.Direction == direction) && (km is null || (near.Km is { } d && Math.Abs(d - km.Value) < 0.5));
            default: return false;
        }
    }

    private static bool IsDivision(string expected, Entity entity) => Letters(expected) == Letters(entity.Admin1 ?? "") || (entity.Precision == PlacePrecision.Governorate && Letters(expected) == Letters(entity.Name));

    /// <summary>A division's name without case, marks, the article and words for divisions.</summary>
    private static string Letters(string name) =>
        string.Concat(name.ToLowerInvariant().Split(' ', '-', '\'', '(', ')').Where(w => w is not ("al" or "el" or "oblast" or "governorate" or "province" or "state" or "region")).Select(w => string.Concat(w.Where(char.IsAsciiLetter))));

    private static string Describe(Entity entity) =>
        string.Create(CultureInfo.InvariantCulture, $"{entity.Name} ({entity.Country}/{entity.Admin1} {(entity.Precision is { } p ? Words.Of(p) : "")} {entity.Lat} {entity.Lon} {string.Join(' ', entity.Refs.Select(r => r.Ref + "=" + r.Score))}{(entity.Near is { } n ? $" near {n.To} {n.Direction} {n.Km}" : "")}{(entity.On is { } on ? $" on {on}" : "")}{(entity.Within is { } w ? $" within {w}" : "")})");
}
