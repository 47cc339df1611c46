using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isnad.Readings;

namespace Isnad.Ledger.Review;

/// <summary>
/// A reading that is being put right. Ids are local to a reading and change when the report is read again; decisions therefore hold
/// entities and sources in words (kind, name, references, where they are named), and here those are found again or made.
/// </summary>
internal sealed class ReadingDraft
{
    private const int LongestChain = 8;

    private readonly Report _report;
    private readonly List<Entity> _entities;
    private readonly List<Source> _sources;

    public ReadingDraft(Reading reading)
    {
        _report = reading.Report;
        _entities = [.. reading.Entities];
        _sources = [.. reading.Sources];
    }

    public IReadOnlyList<Entity> Entities => _entities;

    public IReadOnlyList<Source> Sources => _sources;

    public Entity? Entity(string id) => _entities.Find(e => e.Id == id);

    /// <summary>The id of an entity that JSON names: by its id in the reading, or in words.</summary>
    /// <param name="json">What names it.</param>
    /// <param name="usual">Its kind, if it is new and no kind is given.</param>
    /// <exception cref="ArgumentException">It names none.</exception>
    public string EntityId(JsonElement json, EntityKind usual = EntityKind.Organisation)
    {
        if (json.ValueKind == JsonValueKind.String) return Entity(json.GetString()!)?.Id ?? throw new ArgumentException($"the reading has no entity '{json.GetString()}'");
        if (json.ValueKind != JsonValueKind.Object) throw new ArgumentException("an entity is named by its id in the reading, by words of the report ({start, end, text}), or by kind and name");
        var mention = json.TryGetProperty("mention", out var inner) ? SpanOrNull(inner) : json.TryGetProperty("start", out _) ? Span(json) : (Evidence?)null;
        var kind = Text(json, "kind") is { } word ? Word<EntityKind>(word, "kind") : (EntityKind?)null;
        var reference = References(json);
        var name = Text(json, "name") ?? mention?.Text;
        if (reference.Count > 0)
        {
            if (_entities.Find(e => e.Refs.Count > 0 && e.Refs[0].Ref == reference[0].Ref) is { } known) return known.Id;
        }
        else
        {
            if (mention is { } at && _entities.Find(e => (kind is null || e.Kind == kind) && e.Mentions.Any(m => Same(m.Where, at))) is { } named) return named.Id;
            if (mention is { } within && kind is null && _entities.Find(e => e.Mentions.Any(m => m.Where.InTitle == within.InTitle && m.Where.Start <= within.Start && m.Where.End >= within.End)) is { } wider && wider.Mentions.Any(m => m.Where.Text.Length - within.Text.Length <= 2)) return wider.Id;
            if (_entities.Find(e => (kind is null || e.Kind == kind) && (e.Name == name || e.Names.Any(n => n.Value == name) || e.Mentions.Any(m => m.By is null && m.Where.Text == name))) is { } called) return called.Id;
        }
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("an entity needs a name, or the words that name it");
        return Add(json, kind ?? usual, name, reference, mention);
    }

    /// <summary>An entity in words that hold for another reading of the report, too.</summary>
    public JsonObject EntityWords(string id)
    {
        var entity = Entity(id) ?? throw new ArgumentException($"the reading has no entity '{id}'");
        var json = new JsonObject { ["kind"] = Words.Of(entity.Kind), ["name"] = entity.Name };
        if (entity.Refs.Count > 0) json["refs"] = new JsonArray([.. entity.Refs.Select(r => new JsonObject { ["ref"] = r.Ref, ["score"] = r.Score })]);
        if (entity.Codes is { } codes) json["codes"] = Filled(("plover", codes.Plover), ("acled", codes.Acled), ("interaction", codes.Interaction));
        if (entity.Class is { } people) json["class"] = people;
        if (entity.Lat is { } lat && entity.Lon is { } lon) (json["lat"], json["lon"]) = (lat, lon);
        if (entity.Precision is { } precision) json["precision"] = Words.Of(precision);
        if (entity.Country is { } country) json["country"] = country;
        if (entity.Admin1 is { } admin1) json["admin1"] = admin1;
        if (entity.Mentions.Count > 0) json["mention"] = SpanJson(entity.Mentions[0].Where);
        return json;
    }

    /// <summary>The id of a source that JSON names: by its id, by words of the report, or in words with the chain to the outlet.</summary>
    public string SourceId(JsonElement json, int depth = 0)
    {
        if (json.ValueKind == JsonValueKind.String) return _sources.Find(s => s.Id == json.GetString())?.Id ?? throw new ArgumentException($"the reading has no source '{json.GetString()}'");
        if (json.ValueKind != JsonValueKind.Object) throw new ArgumentException("a source is named by its id in the reading, by words of the report ({start, end, text}), or by kind and name");
        if (depth > LongestChain) throw new ArgumentException("the chain of a source is too long");
        // Words of the report: whoever they name speaks, to the outlet itself.
        if (json.TryGetProperty("start", out _)) return SpeakerId(Word<SourceKind>(Text(json, "kind") ?? "organisation", "kind"), EntityId(json), null, "s0", null);
        var kind = Word<SourceKind>(Text(json, "kind") ?? throw new ArgumentException("a source needs a kind"), "kind");
        var entity = json.TryGetProperty("entity", out var e) && e.ValueKind != JsonValueKind.Null ? EntityId(e) : null;
        var name = Text(json, "name");
        if (kind == SourceKind.Outlet && entity is null && name is null) return "s0";
        if (entity is null && name is null) throw new ArgumentException("a source needs a name or an entity");
        var via = json.TryGetProperty("via", out var through) && through.ValueKind != JsonValueKind.Null ? SourceId(through, depth + 1) : "s0";
        return SpeakerId(kind, entity, name, via, json.TryGetProperty("cue", out var cue) ? SpanOrNull(cue) : null);
    }

    /// <summary>A source in words, with its chain.</summary>
    public JsonObject SourceWords(string id, int depth = 0)
    {
        var source = _sources.Find(s => s.Id == id) ?? throw new ArgumentException($"the reading has no source '{id}'");
        var json = new JsonObject { ["kind"] = Words.Of(source.Kind) };
        if (source.Via is not { } via) return json;
        if (source.Name is { } name) json["name"] = name;
        if (source.Entity is { } entity) json["entity"] = EntityWords(entity);
        if (source.Cue is { } cue) json["cue"] = SpanJson(cue);
        if (via != "s0" && depth <= LongestChain) json["via"] = SourceWords(via, depth + 1);
        return json;
    }

    /// <summary>A span whose words must be those of the report.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public Evidence Span(JsonElement json)
    {
        var (start, end, inTitle) = Bounds(json);
        var field = inTitle ? _report.Title ?? "" : _report.Text;
        if (start < 0 || end <= start || end > field.Length) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the span {start} to {end} lies outside of the {(inTitle ? "title" : "text")} ({field.Length} code units)"));
        var words = field[start..end];
        if (Text(json, "text") is { } text && text != words) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the words at {start} to {end} are '{words}', not '{text}'"));
        return new Evidence(start, end, words, inTitle);
    }

    /// <summary>A kept span in the report as it is now: where it was, else where the same words stand nearest; null if nowhere.</summary>
    public Evidence? SpanOrNull(JsonElement json)
    {
        var (start, end, inTitle) = Bounds(json);
        if (Text(json, "text") is not { Length: > 0 } words) return null;
        var field = inTitle ? _report.Title ?? "" : _report.Text;
        if (start >= 0 && end == start + words.Length && end <= field.Length && field.AsSpan(start, words.Length).SequenceEqual(words)) return new Evidence(start, end, words, inTitle);
        var best = -1;
        for (var at = field.IndexOf(words, StringComparison.Ordinal); at >= 0; at = at + 1 < field.Length ? field.IndexOf(words, at + 1, StringComparison.Ordinal) : -1)
            if (best < 0 || Math.Abs(at - start) < Math.Abs(best - start)) best = at;
        return best < 0 ? null : new Evidence(best, best + words.Length, words, inTitle);
    }

    public static JsonObject SpanJson(Evidence span)
    {
        var json = new JsonObject();
        if (span.InTitle) json["field"] = "title";
        (json["start"], json["end"], json["text"]) = (span.Start, span.End, span.Text);
        return json;
    }

    public static T Word<T>(string word, string name) where T : struct, Enum =>
        Words.TryParse<T>(word, out var value) ? value : throw new ArgumentException($"'{word}' is no {name}; choose {string.Join(", ", Enum.GetValues<T>().Select(Words.Of))}");

    public static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ValueKind == JsonValueKind.String ? value.GetString() : throw new ArgumentException($"'{name}' is no text") : null;

    private static bool Same(Evidence one, Evidence other) => one.Start == other.Start && one.End == other.End && one.InTitle == other.InTitle;

    private static (int Start, int End, bool InTitle) Bounds(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("start", out var start) && json.TryGetProperty("end", out var end)
            && start.ValueKind == JsonValueKind.Number && end.ValueKind == JsonValueKind.Number && start.TryGetInt32(out var from) && end.TryGetInt32(out var to))
            return (from, to, Text(json, "field") == "title");
        throw new ArgumentException("a span has start, end and text");
    }

    private static List<Reference> References(JsonElement json)
    {
        if (Text(json, "ref") is { Length: > 0 } one) return [new Reference(one, 100)];
        if (!json.TryGetProperty("refs", out var refs) || refs.ValueKind != JsonValueKind.Array) return [];
        var list = new List<Reference>();
        foreach (var item in refs.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object && Text(item, "ref") is { } of) list.Add(new Reference(of, item.TryGetProperty("score", out var score) && score.TryGetInt32(out var points) ? Math.Clamp(points, 0, 100) : 100));
        return list;
    }

    private string Add(JsonElement json, EntityKind kind, string name, List<Reference> references, Evidence? mention)
    {
        var id = Next('e', _entities.Select(e => e.Id));
        var isPlace = kind is EntityKind.Place;
        var codes = json.TryGetProperty("codes", out var c) && c.ValueKind == JsonValueKind.Object ? new ActorCodes(Text(c, "plover"), Text(c, "acled"), Text(c, "interaction")) : null;
        _entities.Add(new Entity
        {
            Id = id,
            Kind = kind,
            Name = name,
            Refs = references,
            Codes = codes,
            Class = kind == EntityKind.People ? Text(json, "class") ?? "unknown" : null,
            Lat = Degrees(json, "lat", 90),
            Lon = Degrees(json, "lon", 180),
            Precision = Text(json, "precision") is { } precision ? Word<PlacePrecision>(precision, "precision") : isPlace ? PlacePrecision.Unknown : null,
            Country = Text(json, "country") is { } country ? country.Length == 3 && country.All(char.IsAsciiLetterUpper) ? country : throw new ArgumentException($"'{country}' is no ISO 3166-1 alpha-3 code") : null,
            Admin1 = Text(json, "admin1"),
            Mentions = mention is { } at ? [new Mention(at)] : [],
        });
        return id;
    }

    private string SpeakerId(SourceKind kind, string? entity, string? name, string via, Evidence? cue)
    {
        if (_sources.Find(s => s.Kind == kind && s.Via == via && s.Entity == entity && (entity is not null || s.Name == name)) is { } known) return known.Id;
        if (entity is not null && _sources.Find(s => s.Via == via && s.Entity == entity) is { } other) return other.Id;
        var id = Next('s', _sources.Select(s => s.Id));
        _sources.Add(new Source { Id = id, Kind = kind, Name = entity is null ? name : null, Entity = entity, Via = via, Cue = cue });
        return id;
    }

    private static double? Degrees(JsonElement json, string name, double most)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var degrees) && Math.Abs(degrees) <= most ? degrees : throw new ArgumentException($"'{name}' is no number of degrees up to {most}");
    }

    private static JsonObject Filled(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields)
            if (value is not null) json[name] = value;
        return json;
    }

    private static string Next(char letter, IEnumerable<string> ids)
    {
        var most = -1;
        foreach (var id in ids)
            if (int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) most = Math.Max(most, number);
        return string.Create(CultureInfo.InvariantCulture, $"{letter}{most + 1}");
    }
}
