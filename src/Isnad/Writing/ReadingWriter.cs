using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Isnad.Readings;

namespace Isnad.Writing;

/// <summary>Writes readings as canonical JSON: fixed order of members, the same bytes for the same reading.</summary>
public static class ReadingWriter
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>Writes one reading, without a line end.</summary>
    /// <param name="reading">What to write.</param>
    /// <param name="to">Where to.</param>
    /// <param name="indent">Whether to indent by two spaces.</param>
    /// <param name="withText">Whether the report's title and text are written.</param>
    public static void Write(Reading reading, IBufferWriter<byte> to, bool indent = false, bool withText = true)
    {
        using var json = new Utf8JsonWriter(to, indent ? Indented : Compact);
        json.WriteStartObject();
        json.WriteString("schema", Reading.Schema);
        json.WriteStartObject("engine");
        json.WriteString("version", reading.EngineVersion);
        json.WriteString("packs", reading.Packs);
        json.WriteEndObject();
        WriteReport(json, reading, withText);
        json.WriteStartArray("entities");
        foreach (var entity in reading.Entities) WriteEntity(json, entity);
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in reading.Sources) WriteSource(json, source);
        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (var claim in reading.Claims) WriteClaim(json, claim);
        json.WriteEndArray();
        json.WriteStartArray("relations");
        foreach (var relation in reading.Relations) WriteRelation(json, relation);
        json.WriteEndArray();
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in reading.Diagnostics) WriteDiagnostic(json, diagnostic);
        json.WriteEndArray();
        if (reading.Values is { } values)
        {
            json.WriteStartArray("values");
            foreach (var value in values) WriteValue(json, value);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteReport(Utf8JsonWriter json, Reading reading, bool withText)
    {
        var report = reading.Report;
        json.WriteStartObject("report");
        json.WriteString("id", reading.ReportId);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("url", report.Url);
        json.WriteString("language", report.Language);
        json.WriteString("published", report.Published);
        Optional(json, "fetched", report.Fetched);
        Optional(json, "revision_of", report.RevisionOf);
        Optional(json, "forwarded_from", report.ForwardedFrom);
        Optional(json, "translated_from", report.TranslatedFrom);
        if (withText)
        {
            json.WriteString("title", report.Title);
            json.WriteString("text", report.Text);
        }
        json.WriteString("dateline", reading.Dateline);
        json.WriteStartArray("sections");
        foreach (var section in reading.Sections)
        {
            json.WriteStartObject();
            json.WriteString("kind", Words.Of(section.Kind));
            if (section.InTitle) json.WriteString("field", "title");
            json.WriteNumber("start", section.Start);
            json.WriteNumber("end", section.End);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEntity(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        json.WriteString("id", entity.Id);
        json.WriteString("kind", Words.Of(entity.Kind));
        json.WriteString("name", entity.Name);
        json.WriteStartObject("names");
        foreach (var (language, name) in entity.Names) json.WriteString(language, name);
        json.WriteEndObject();
        json.WriteStartArray("refs");
        foreach (var reference in entity.Refs)
        {
            json.WriteStartObject();
            json.WriteString("ref", reference.Ref);
            json.WriteNumber("score", reference.Score);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (entity.Codes is { } codes)
        {
            json.WriteStartObject("codes");
            Optional(json, "plover", codes.Plover);
            Optional(json, "acled", codes.Acled);
            Optional(json, "interaction", codes.Interaction);
            json.WriteEndObject();
        }
        if (entity.Kind == EntityKind.People)
        {
            json.WriteString("class", entity.Class ?? "unknown");
            json.WriteString("of", entity.Of);
        }
        Optional(json, "office", entity.Office);
        Optional(json, "affiliation", entity.Affiliation);
        if (entity.Lat is { } lat && entity.Lon is { } lon)
        {
            json.WriteNumber("lat", lat);
            json.WriteNumber("lon", lon);
        }
        if (entity.Precision is { } precision) json.WriteString("precision", Words.Of(precision));
        Optional(json, "country", entity.Country);
        Optional(json, "admin1", entity.Admin1);
        Optional(json, "admin2", entity.Admin2);
        Optional(json, "within", entity.Within);
        if (entity.Near is { } near)
        {
            json.WriteStartObject("near");
            json.WriteString("to", near.To);
            Optional(json, "direction", near.Direction);
            if (near.Km is { } km) json.WriteNumber("km", km);
            json.WriteEndObject();
        }
        if (entity.Between.Count > 0) Ids(json, "between", entity.Between);
        Optional(json, "on", entity.On);
        json.WriteStartArray("labels");
        foreach (var label in entity.Labels)
        {
            json.WriteStartObject();
            Place(json, label.Where);
            json.WriteString("source", label.Source);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("mentions");
        foreach (var mention in entity.Mentions)
        {
            json.WriteStartObject();
            Place(json, mention.Where);
            Optional(json, "by", mention.By);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, Source source)
    {
        json.WriteStartObject();
        json.WriteString("id", source.Id);
        json.WriteString("kind", Words.Of(source.Kind));
        Optional(json, "name", source.Name);
        Optional(json, "entity", source.Entity);
        Optional(json, "via", source.Via);
        if (source.Cue is { } cue) Span(json, "cue", cue);
        json.WriteEndObject();
    }

    /// <summary>Writes one claim, as it stands in its reading.</summary>
    public static void WriteClaim(Utf8JsonWriter json, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(claim);
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("key", claim.Key);
        json.WriteString("kind", claim switch
        {
            EventClaim => "event",
            FigureClaim => "figure",
            StateClaim => "state",
            _ => "statement",
        });
        switch (claim)
        {
            case EventClaim e: WriteEvent(json, e); break;
            case FigureClaim f: WriteFigure(json, f); break;
            case StateClaim s: WriteState(json, s); break;
            case StatementClaim t:
                Span(json, "content", t.Content);
                json.WriteBoolean("quoted", t.Quoted);
                Ids(json, "about", t.About);
                break;
        }
        Ids(json, "sources", claim.Sources);
        json.WriteString("stance", Words.Of(claim.Stance));
        json.WriteStartArray("evidence");
        foreach (var evidence in claim.Evidence)
        {
            json.WriteStartObject();
            Place(json, evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("status", Words.Of(claim.Status));
        json.WriteString("polarity", Words.Of(claim.Polarity));
        json.WriteString("assertion", Words.Of(claim.Assertion));
        if (claim.Time is { } time) WriteTime(json, "time", time);
        else json.WriteNull("time");
        Ids(json, "places", claim.Places);
        json.WriteString("happening", claim.Happening);
        json.WriteString("rule", claim.Rule);
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, EventClaim claim)
    {
        json.WriteString("type", claim.Type is { } type ? Words.Of(type) : null);
        json.WriteString("mode", claim.Mode);
        Ids(json, "agents", claim.Agents);
        Ids(json, "targets", claim.Targets);
        Ids(json, "instruments", claim.Instruments);
        Ids(json, "from", claim.From);
        Ids(json, "toward", claim.Toward);
        if (claim.Distribution is { } distribution) json.WriteString("distribution", Words.Of(distribution));
        Ids(json, "contexts", claim.Contexts);
        if (claim.Acled is { } acled)
        {
            json.WriteStartObject("acled");
            json.WriteString("event_type", acled.EventType);
            json.WriteString("sub_event_type", acled.SubEventType);
            json.WriteEndObject();
        }
        else json.WriteNull("acled");
    }

    private static void WriteFigure(Utf8JsonWriter json, FigureClaim claim)
    {
        json.WriteString("measure", Words.Of(claim.Measure));
        json.WriteString("unit", claim.Unit);
        Number(json, "low", claim.Low);
        Number(json, "high", claim.High);
        json.WriteString("bound", Words.Of(claim.Bound));
        json.WriteString("words", claim.Words);
        json.WriteString("scope", Words.Of(claim.Scope));
        Optional(json, "flow", claim.Flow);
        Optional(json, "per", claim.Per);
        Optional(json, "currency", claim.Currency);
    }

    private static void WriteState(Utf8JsonWriter json, StateClaim claim)
    {
        json.WriteString("predicate", Words.Of(claim.Predicate));
        json.WriteString("subject", claim.Subject);
        Ids(json, "objects", claim.Objects);
        Optional(json, "holder", claim.Holder);
        Optional(json, "from", claim.From);
        Optional(json, "office", claim.Office);
        if (claim.Count is { } count)
        {
            json.WriteStartObject("count");
            Number(json, "low", count.Low);
            Number(json, "high", count.High);
            json.WriteString("bound", Words.Of(count.Bound));
            json.WriteEndObject();
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, ClaimTime time)
    {
        json.WriteStartObject(name);
        json.WriteString("start", time.Start);
        json.WriteString("end", time.End);
        json.WriteString("precision", Words.Of(time.Precision));
        json.WriteString("relation", Words.Of(time.Relation));
        json.WriteString("basis", Words.Of(time.Basis));
        Optional(json, "claim", time.Claim);
        if (time.Where is { } where) Span(json, "span", where);
        json.WriteEndObject();
    }

    private static void WriteRelation(Utf8JsonWriter json, Relation relation)
    {
        json.WriteStartObject();
        json.WriteString("type", Words.Of(relation.Type));
        json.WriteString("from", relation.From);
        json.WriteString("to", relation.To);
        json.WriteStartArray("evidence");
        foreach (var evidence in relation.Evidence)
        {
            json.WriteStartObject();
            Place(json, evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        if (diagnostic.Where is { } where) Span(json, "span", where);
        else json.WriteNull("span");
        json.WriteString("message", diagnostic.Message);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, RecognisedValue value)
    {
        json.WriteStartObject();
        json.WriteString("kind", Words.Of(value.Kind));
        Place(json, value.Where);
        Number(json, "low", value.Low);
        Number(json, "high", value.High);
        if (value.Kind != ValueKind.Time) json.WriteString("bound", Words.Of(value.Bound));
        Optional(json, "unit", value.Unit);
        if (value.Time is { } time) WriteTime(json, "time", time);
        else json.WriteNull("time");
        json.WriteEndObject();
    }

    private static void Span(Utf8JsonWriter json, string name, Evidence evidence)
    {
        json.WriteStartObject(name);
        Place(json, evidence);
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, Evidence evidence)
    {
        if (evidence.InTitle) json.WriteString("field", "title");
        json.WriteNumber("start", evidence.Start);
        json.WriteNumber("end", evidence.End);
        json.WriteString("text", evidence.Text);
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void Ids(Utf8JsonWriter json, string name, IReadOnlyList<string> ids)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < ids.Count; i++) json.WriteStringValue(ids[i]);
        json.WriteEndArray();
    }
}
