using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isnad.Claims;
using Isnad.Readings;

namespace Isnad.Ledger.Review;

/// <summary>A field of claims that people can put right.</summary>
/// <param name="Name">Its name, as in the reading.</param>
/// <param name="IsOf">Whether a claim has it.</param>
/// <param name="Get">Its value, with entities and sources in words.</param>
/// <param name="Set">The claim with another value.</param>
internal sealed record ClaimField(string Name, Predicate<Claim> IsOf, Func<Claim, ReadingDraft, JsonNode?> Get, Func<Claim, JsonElement, ReadingDraft, Claim> Set);

/// <summary>The fields of claims that people can put right, in the order of the reading: read, set and checked in one place.</summary>
internal static class ClaimFields
{
    private const string Nothing = "null";

    // The schema is where PLOVER's contexts are listed.
    private static readonly HashSet<string> ContextWords = [.. JsonNode.Parse(Isnad.Writing.ReadingSchema.Json)!["definitions"]!["event"]!["properties"]!["contexts"]!["items"]!["enum"]!.AsArray().Select(w => (string)w!)];

    public static IReadOnlyList<ClaimField> All { get; } =
    [
        Event("type", c => c.Type is { } t ? Words.Of(t) : null, (c, v, _) => c with { Type = v.ValueKind == JsonValueKind.Null ? null : Word<EventType>(v, "type") }),
        Event("mode", c => c.Mode, (c, v, _) => c with { Mode = TextOrNull(v, "mode") }),
        Event("agents", c => c.Agents, (c, ids) => c with { Agents = ids }, EntityKind.Organisation),
        Event("targets", c => c.Targets, (c, ids) => c with { Targets = ids }, EntityKind.Organisation),
        Event("instruments", c => c.Instruments, (c, ids) => c with { Instruments = ids }, EntityKind.Weapon),
        new("from", c => c is EventClaim or StateClaim,
            (c, draft) => c is EventClaim e ? List(e.From, draft) : One(((StateClaim)c).From, draft),
            (c, v, draft) => c is EventClaim e ? e with { From = Ids(v, draft, EntityKind.Place) } : (StateClaim)c with { From = IdOrNull(v, draft, EntityKind.Organisation) }),
        Event("toward", c => c.Toward, (c, ids) => c with { Toward = ids }, EntityKind.Place),
        new("contexts", c => c is EventClaim, (c, _) => Strings(((EventClaim)c).Contexts), (c, v, _) => (EventClaim)c with { Contexts = [.. Items(v, "contexts").Select(i => TextOrNull(i, "contexts") ?? "")] }),
        Figure("measure", c => Words.Of(c.Measure), (c, v) => c with { Measure = Word<Measure>(v, "measure") }),
        new("unit", c => c is FigureClaim, (c, draft) => One(((FigureClaim)c).Unit, draft), (c, v, draft) => (FigureClaim)c with { Unit = IdOrNull(v, draft, EntityKind.People) }),
        Figure("low", c => c.Low, (c, v) => c with { Low = NumberOrNull(v, "low") }),
        Figure("high", c => c.High, (c, v) => c with { High = NumberOrNull(v, "high") }),
        Figure("bound", c => Words.Of(c.Bound), (c, v) => c with { Bound = Word<Bound>(v, "bound") }),
        Figure("words", c => c.Words, (c, v) => c with { Words = Required(v, "words") }),
        Figure("scope", c => Words.Of(c.Scope), (c, v) => c with { Scope = Word<FigureScope>(v, "scope") }),
        Figure("flow", c => c.Flow, (c, v) => c with { Flow = OneOf(v, "flow", "new", "stock") }),
        Figure("per", c => c.Per, (c, v) => c with { Per = OneOf(v, "per", "persons", "families") }),
        new("predicate", c => c is StateClaim, (c, _) => Words.Of(((StateClaim)c).Predicate), (c, v, _) => (StateClaim)c with { Predicate = Word<Predicate>(v, "predicate") }),
        new("subject", c => c is StateClaim, (c, draft) => One(((StateClaim)c).Subject, draft), (c, v, draft) => (StateClaim)c with { Subject = IdOrNull(v, draft, EntityKind.Organisation) ?? throw new ArgumentException("a state needs a subject") }),
        new("objects", c => c is StateClaim, (c, draft) => List(((StateClaim)c).Objects, draft), (c, v, draft) => (StateClaim)c with { Objects = Ids(v, draft, EntityKind.Place) }),
        new("holder", c => c is StateClaim, (c, draft) => One(((StateClaim)c).Holder, draft), (c, v, draft) => (StateClaim)c with { Holder = IdOrNull(v, draft, EntityKind.Person) }),
        new("office", c => c is StateClaim, (c, _) => ((StateClaim)c).Office, (c, v, _) => (StateClaim)c with { Office = TextOrNull(v, "office") }),
        new("content", c => c is StatementClaim, (c, _) => ReadingDraft.SpanJson(((StatementClaim)c).Content), (c, v, draft) => (StatementClaim)c with { Content = Kept(v, draft) }),
        new("about", c => c is StatementClaim, (c, draft) => List(((StatementClaim)c).About, draft), (c, v, draft) => (StatementClaim)c with { About = Ids(v, draft, EntityKind.Organisation) }),
        new("sources", _ => true, (c, draft) => new JsonArray([.. c.Sources.Select(s => draft.SourceWords(s))]), (c, v, draft) => c with { Sources = Distinct(Items(v, "sources").Select(i => draft.SourceId(i)), "sources") }),
        Any("stance", c => Words.Of(c.Stance), (c, v) => c with { Stance = Word<Stance>(v, "stance") }),
        new("evidence", _ => true, (c, _) => new JsonArray([.. c.Evidence.Select(ReadingDraft.SpanJson)]), (c, v, draft) => c with { Evidence = [.. Items(v, "evidence").Select(i => Kept(i, draft))] }),
        Any("status", c => Words.Of(c.Status), (c, v) => c with { Status = Word<ClaimStatus>(v, "status") }),
        Any("polarity", c => Words.Of(c.Polarity), (c, v) => c with { Polarity = Word<Polarity>(v, "polarity") }),
        Any("assertion", c => Words.Of(c.Assertion), (c, v) => c with { Assertion = Word<Assertion>(v, "assertion") }),
        new("time", _ => true, (c, _) => TimeJson(c.Time), (c, v, draft) => c with { Time = TimeOf(v, draft) }),
        new("places", _ => true, (c, draft) => List(c.Places, draft), (c, v, draft) => c with { Places = Ids(v, draft, EntityKind.Place) }),
    ];

    /// <summary>Fields that agreement of coders is measured on.</summary>
    public static readonly IReadOnlyList<string> Compared = ["type", "mode", "agents", "targets", "places", "time", "status", "sources", "measure", "low", "high", "bound", "unit", "predicate", "subject", "objects"];

    /// <summary>The field of a name that a claim has.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static ClaimField Named(string name, Claim claim) =>
        All.FirstOrDefault(f => f.Name == name && f.IsOf(claim)) ?? throw new ArgumentException($"'{name}' is no field of {Kind(claim)} that can be edited; those are {string.Join(", ", All.Where(f => f.IsOf(claim)).Select(f => f.Name))}");

    /// <summary>The kind of a claim, as the reading writes it.</summary>
    public static string Kind(Claim claim) => claim switch { EventClaim => "event", FigureClaim => "figure", StateClaim => "state", _ => "statement" };

    /// <summary>A claim with fields put in place of its own; what depends on them follows.</summary>
    public static Claim With(Claim claim, JsonElement fields, ReadingDraft draft)
    {
        var made = claim;
        var coded = false;
        foreach (var field in fields.EnumerateObject())
        {
            made = Named(field.Name, claim).Set(made, field.Value, draft);
            coded |= field.Name is "type" or "mode" or "agents" or "targets" or "places" or "status" or "polarity";
        }
        if (made is EventClaim { Type: { } type, Mode: { } mode } e && !TypeModes.Of(type).Contains(mode))
        {
            if (fields.TryGetProperty("mode", out _)) throw new ArgumentException($"'{mode}' is no mode of {Words.Of(type)}{(TypeModes.Of(type) is { Count: > 0 } modes ? $"; choose {string.Join(", ", modes)}" : ", which has none")}");
            made = e with { Mode = null };
        }
        if (coded && made is EventClaim happening) made = happening with { Acled = AcledCoding.Of(happening, draft.Entity) };
        return made;
    }

    /// <summary>Says what is wrong with a claim as a whole.</summary>
    /// <exception cref="ArgumentException">Something is.</exception>
    public static void Check(Claim claim)
    {
        if (claim.Evidence.Count == 0) throw new ArgumentException("a claim needs evidence: words of the report that say it");
        if (claim.Sources.Count == 0) throw new ArgumentException("a claim needs a source; the outlet itself is s0");
        if (claim is FigureClaim f)
        {
            if (f.Low is null && f.High is null) throw new ArgumentException("a figure needs a least or a greatest number");
            if (f.Low > f.High || f.Low < 0) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"no figure lies between {f.Low} and {f.High}"));
        }
        if (claim is EventClaim e)
            foreach (var context in e.Contexts)
                if (!ContextWords.Contains(context)) throw new ArgumentException($"'{context}' is no context; choose {string.Join(", ", ContextWords)}");
        if (claim is StateClaim { Objects.Count: 0, Holder: null } s && s.Predicate != Predicate.HoldsOffice) throw new ArgumentException("a state needs an object");
    }

    /// <summary>The time as JSON, null without one.</summary>
    public static JsonNode? TimeJson(ClaimTime? time) => time is null ? null : new JsonObject
    {
        ["start"] = time.Start,
        ["end"] = time.End,
        ["precision"] = Words.Of(time.Precision),
        ["relation"] = Words.Of(time.Relation),
    };

    private static ClaimField Event(string name, Func<EventClaim, string?> get, Func<EventClaim, JsonElement, ReadingDraft, Claim> set) =>
        new(name, c => c is EventClaim, (c, _) => get((EventClaim)c), (c, v, draft) => set((EventClaim)c, v, draft));

    private static ClaimField Event(string name, Func<EventClaim, IReadOnlyList<string>> get, Func<EventClaim, string[], Claim> set, EntityKind usual) =>
        new(name, c => c is EventClaim, (c, draft) => List(get((EventClaim)c), draft), (c, v, draft) => set((EventClaim)c, Ids(v, draft, usual)));

    private static ClaimField Figure(string name, Func<FigureClaim, JsonNode?> get, Func<FigureClaim, JsonElement, Claim> set) =>
        new(name, c => c is FigureClaim, (c, _) => get((FigureClaim)c), (c, v, _) => set((FigureClaim)c, v));

    private static ClaimField Any(string name, Func<Claim, JsonNode?> get, Func<Claim, JsonElement, Claim> set) => new(name, _ => true, (c, _) => get(c), (c, v, _) => set(c, v));

    private static JsonArray List(IReadOnlyList<string> ids, ReadingDraft draft) => new([.. ids.Select(i => draft.EntityWords(i))]);

    private static JsonArray Strings(IReadOnlyList<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static JsonObject? One(string? id, ReadingDraft draft) => id is null ? null : draft.EntityWords(id);

    private static IEnumerable<JsonElement> Items(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw new ArgumentException($"'{name}' is a list");

    private static string[] Ids(JsonElement value, ReadingDraft draft, EntityKind usual) => Distinct(Items(value, "participants and places").Select(i => draft.EntityId(i, usual)), null);

    private static string[] Distinct(IEnumerable<string> ids, string? needed)
    {
        var list = ids.Distinct().ToArray();
        return list.Length == 0 && needed is not null ? throw new ArgumentException($"'{needed}' cannot be empty") : list;
    }

    // A list of one is as good as the one.
    private static string? IdOrNull(JsonElement value, ReadingDraft draft, EntityKind usual) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array => value.GetArrayLength() switch { 0 => null, 1 => draft.EntityId(value[0], usual), _ => throw new ArgumentException("only one entity can stand here") },
        _ => draft.EntityId(value, usual),
    };

    private static Evidence Kept(JsonElement value, ReadingDraft draft) => draft.SpanOrNull(value) ?? draft.Span(value);

    private static T Word<T>(JsonElement value, string name) where T : struct, Enum => ReadingDraft.Word<T>(TextOrNull(value, name) ?? Nothing, name);

    private static string? TextOrNull(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => throw new ArgumentException($"'{name}' is no text"),
    };

    private static string Required(JsonElement value, string name) => TextOrNull(value, name) is { Length: > 0 } text ? text : throw new ArgumentException($"'{name}' cannot be empty");

    private static string? OneOf(JsonElement value, string name, params string[] words) =>
        TextOrNull(value, name) is not { } word ? null : words.Contains(word) ? word : throw new ArgumentException($"'{word}' is no {name}; choose {string.Join(", ", words)}");

    private static double? NumberOrNull(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        _ => throw new ArgumentException($"'{name}' is no number"),
    };

    private static ClaimTime? TimeOf(JsonElement value, ReadingDraft draft)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.Object) throw new ArgumentException("a time has start, end, precision and relation");
        var (start, end) = (Day(value, "start"), Day(value, "end"));
        if (start is null && end is null) throw new ArgumentException("a time needs a first or a last day; without either it is null");
        if (string.CompareOrdinal(start, end) > 0 && end is not null) throw new ArgumentException($"the time ends ({end}) before it begins ({start})");
        return new ClaimTime
        {
            Start = start,
            End = end,
            Precision = ReadingDraft.Word<TimePrecision>(ReadingDraft.Text(value, "precision") ?? "day", "precision"),
            Relation = ReadingDraft.Word<TimeRelation>(ReadingDraft.Text(value, "relation") ?? "at", "relation"),
            Where = value.TryGetProperty("span", out var span) && span.ValueKind == JsonValueKind.Object ? draft.SpanOrNull(span) : null,
        };
    }

    private static string? Day(JsonElement value, string name)
    {
        if (ReadingDraft.Text(value, name) is not { } text) return null;
        var isDay = text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return isDay && (text.Length == 10 || text[10] == 'T') ? text : throw new ArgumentException($"'{text}' is no day; write 2020-02-07");
    }
}
