using System.Text.Json;
using Isnad.Readings;

namespace Isnad.Writing;

/// <summary>Reads back what <see cref="ReadingWriter"/> wrote: parsing and writing again gives the same bytes.</summary>
public static class ReadingParser
{
    /// <summary>The reading that the JSON holds.</summary>
    /// <param name="json">One reading, in UTF-8.</param>
    /// <param name="report">The report, if the reading was written without its text; else null.</param>
    /// <exception cref="FormatException">The JSON is no reading of this version of the format.</exception>
    public static Reading Parse(ReadOnlyMemory<byte> json, Report? report = null)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(document.RootElement, report);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"this is no reading: {e.Message}", e);
        }
    }

    /// <summary>The reading that a JSON element holds.</summary>
    /// <exception cref="FormatException">The element is no reading of this version of the format.</exception>
    public static Reading Of(JsonElement json, Report? report = null)
    {
        if (Text(json, "schema") is not Reading.Schema and var schema) throw new FormatException($"a reading of the format '{schema}', expected '{Reading.Schema}'");
        var given = json.GetProperty("report");
        var engine = json.GetProperty("engine");
        return new Reading
        {
            Report = report ?? ReportOf(given),
            ReportId = Required(given, "id"),
            EngineVersion = Required(engine, "version"),
            Packs = Required(engine, "packs"),
            Dateline = Text(given, "dateline"),
            Sections = Many(given, "sections", s => new Section(Word<SectionKind>(s, "kind"), Int(s, "start"), Int(s, "end"), Has(s, "field"))),
            Entities = Many(json, "entities", EntityOf),
            Sources = Many(json, "sources", SourceOf),
            Claims = Many(json, "claims", ClaimOf),
            Relations = Many(json, "relations", r => new Relation(Word<RelationType>(r, "type"), Required(r, "from"), Required(r, "to"), Many(r, "evidence", Span))),
            Diagnostics = Many(json, "diagnostics", d => new Diagnostic(Required(d, "code"), Optional(d, "span"), Required(d, "message"))),
            Values = json.TryGetProperty("values", out _) ? Many(json, "values", ValueOf) : null,
        };
    }

    private static Report ReportOf(JsonElement json) => new()
    {
        Id = Text(json, "id"),
        Outlet = Text(json, "outlet"),
        Url = Text(json, "url"),
        Language = Text(json, "language"),
        Published = Text(json, "published"),
        Fetched = Text(json, "fetched"),
        RevisionOf = Text(json, "revision_of"),
        ForwardedFrom = Text(json, "forwarded_from"),
        TranslatedFrom = Text(json, "translated_from"),
        Title = Text(json, "title"),
        Text = Text(json, "text") ?? throw new FormatException("the reading was written without its report's text (--no-text)"),
    };

    private static Entity EntityOf(JsonElement json) => new()
    {
        Id = Required(json, "id"),
        Kind = Word<EntityKind>(json, "kind"),
        Name = Required(json, "name"),
        Names = [.. json.GetProperty("names").EnumerateObject().Select(n => KeyValuePair.Create(n.Name, n.Value.GetString()!))],
        Refs = Many(json, "refs", r => new Reference(Required(r, "ref"), Int(r, "score"))),
        Codes = json.TryGetProperty("codes", out var codes) ? new ActorCodes(Text(codes, "plover"), Text(codes, "acled"), Text(codes, "interaction")) : null,
        Class = Text(json, "class"),
        Of = Text(json, "of"),
        Office = Text(json, "office"),
        Affiliation = Text(json, "affiliation"),
        Lat = Number(json, "lat"),
        Lon = Number(json, "lon"),
        Precision = Has(json, "precision") ? Word<PlacePrecision>(json, "precision") : null,
        Country = Text(json, "country"),
        Admin1 = Text(json, "admin1"),
        Within = Text(json, "within"),
        Near = json.TryGetProperty("near", out var near) ? new Nearness(Required(near, "to"), Text(near, "direction"), Number(near, "km")) : null,
        Between = Ids(json, "between"),
        On = Text(json, "on"),
        Labels = Many(json, "labels", l => new Label(Span(l), Required(l, "source"))),
        Mentions = Many(json, "mentions", m => new Mention(Span(m), Text(m, "by"))),
    };

    private static Source SourceOf(JsonElement json) => new()
    {
        Id = Required(json, "id"),
        Kind = Word<SourceKind>(json, "kind"),
        Name = Text(json, "name"),
        Entity = Text(json, "entity"),
        Via = Text(json, "via"),
        Cue = Optional(json, "cue"),
    };

    private static Claim ClaimOf(JsonElement json)
    {
        Claim claim = Required(json, "kind") switch
        {
            "event" => new EventClaim
            {
                Id = "",
                Key = "",
                Sources = [],
                Evidence = [],
                Rule = "",
                Type = Text(json, "type") is null ? null : Word<EventType>(json, "type"),
                Mode = Text(json, "mode"),
                Agents = Ids(json, "agents"),
                Targets = Ids(json, "targets"),
                Instruments = Ids(json, "instruments"),
                From = Ids(json, "from"),
                Toward = Ids(json, "toward"),
                Distribution = Has(json, "distribution") ? Word<Distribution>(json, "distribution") : null,
                Contexts = Ids(json, "contexts"),
                Acled = json.TryGetProperty("acled", out var acled) && acled.ValueKind == JsonValueKind.Object
                    ? (Required(acled, "event_type"), Required(acled, "sub_event_type")) : null,
            },
            "figure" => new FigureClaim
            {
                Id = "",
                Key = "",
                Sources = [],
                Evidence = [],
                Rule = "",
                Measure = Word<Measure>(json, "measure"),
                Unit = Text(json, "unit"),
                Low = Number(json, "low"),
                High = Number(json, "high"),
                Bound = Word<Bound>(json, "bound"),
                Words = Required(json, "words"),
                Scope = Word<FigureScope>(json, "scope"),
                Flow = Text(json, "flow"),
                Per = Text(json, "per"),
                Currency = Text(json, "currency"),
            },
            "state" => new StateClaim
            {
                Id = "",
                Key = "",
                Sources = [],
                Evidence = [],
                Rule = "",
                Predicate = Word<Predicate>(json, "predicate"),
                Subject = Required(json, "subject"),
                Objects = Ids(json, "objects"),
                Holder = Text(json, "holder"),
                From = Text(json, "from"),
                Office = Text(json, "office"),
                Count = json.TryGetProperty("count", out var count) ? (Number(count, "low"), Number(count, "high"), Word<Bound>(count, "bound")) : null,
            },
            _ => new StatementClaim
            {
                Id = "",
                Key = "",
                Sources = [],
                Evidence = [],
                Rule = "",
                Content = Span(json.GetProperty("content")),
                Quoted = json.GetProperty("quoted").GetBoolean(),
                About = Ids(json, "about"),
            },
        };
        return claim with
        {
            Id = Required(json, "id"),
            Key = Required(json, "key"),
            Sources = Ids(json, "sources"),
            Stance = Word<Stance>(json, "stance"),
            Evidence = Many(json, "evidence", Span),
            Status = Word<ClaimStatus>(json, "status"),
            Polarity = Word<Polarity>(json, "polarity"),
            Assertion = Word<Assertion>(json, "assertion"),
            Time = TimeOf(json, "time"),
            Places = Ids(json, "places"),
            Happening = Text(json, "happening"),
            Rule = Required(json, "rule"),
        };
    }

    private static RecognisedValue ValueOf(JsonElement json) => new()
    {
        Kind = Word<ValueKind>(json, "kind"),
        Where = Span(json),
        Low = Number(json, "low"),
        High = Number(json, "high"),
        Bound = Has(json, "bound") ? Word<Bound>(json, "bound") : default,
        Unit = Text(json, "unit"),
        Time = TimeOf(json, "time"),
    };

    private static ClaimTime? TimeOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var time) && time.ValueKind == JsonValueKind.Object
            ? new ClaimTime
            {
                Start = Text(time, "start"),
                End = Text(time, "end"),
                Precision = Word<TimePrecision>(time, "precision"),
                Relation = Word<TimeRelation>(time, "relation"),
                Basis = Word<TimeBasis>(time, "basis"),
                Claim = Text(time, "claim"),
                Where = Optional(time, "span"),
            }
            : null;

    private static Evidence Span(JsonElement json) => new(Int(json, "start"), Int(json, "end"), Required(json, "text"), Has(json, "field"));

    private static Evidence? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var span) && span.ValueKind == JsonValueKind.Object ? Span(span) : null;

    private static bool Has(JsonElement json, string name) => json.TryGetProperty(name, out _);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Required(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static T Word<T>(JsonElement json, string name) where T : struct, Enum =>
        Words.TryParse<T>(Required(json, name), out var value) ? value : throw new FormatException($"'{Text(json, name)}' is no {name}");

    private static string[] Ids(JsonElement json, string name) => [.. Many(json, name, i => i.GetString()!)];

    private static List<T> Many<T>(JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (!json.TryGetProperty(name, out var array)) return [];
        var list = new List<T>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray()) list.Add(read(item));
        return list;
    }
}
