using System.Text.Encodings.Web;
using System.Text.Json;
using Isnad.Readings;

namespace Isnad.Ledger.Exports;

/// <summary>
/// Reports whose claims people have all reviewed, as annotations: one JSON object a report, its events and figures in words of the
/// report, so that readings can be measured against them.
/// </summary>
internal static class AnnotationExport
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the reports that are reviewed; returns how many, and of how many the review is not done.</summary>
    public static (long Written, long LeftOut) Write(Store store, TextWriter output)
    {
        var reports = store.Database.Rows("""
            select p.n, count(*), coalesce(sum(v.state in ('accepted', 'edited', 'rejected')), 0), coalesce(sum(v.state is not null and v.state <> 'open'), 0)
            from queue q join reports p on p.n = q.report left join verdicts v on v.claim = q.claim group by p.n order by p.id, p.n
            """, r => (N: r.GetInt64(0), All: r.GetInt64(1), Done: r.GetInt64(2), Begun: r.GetInt64(3)));
        long written = 0, leftOut = 0;
        foreach (var (n, all, done, begun) in reports)
        {
            if (all > done)
            {
                if (begun > 0) leftOut++;
                continue;
            }
            output.Write(Line(store.CorrectedOf(n)));
            output.Write('\n');
            written++;
        }
        return (written, leftOut);
    }

    /// <summary>The annotation of a reading.</summary>
    internal static string Line(Reading reading)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            var words = new ReportWords(reading);
            json.WriteStartObject();
            json.WriteString("id", reading.ReportId);
            json.WriteStartArray("events");
            foreach (var claim in reading.Claims)
                if (claim is EventClaim { Type: not null } happening && Counts(claim)) WriteEvent(json, happening, words);
            json.WriteEndArray();
            json.WriteStartArray("figures");
            foreach (var claim in reading.Claims)
                if (claim is FigureClaim { Measure: not (Measure.Money or Measure.Area or Measure.Other), High: not 0 } figure && Counts(claim)) WriteFigure(json, figure, words);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    // What is said not to have happened is annotated only where somebody denies it.
    private static bool Counts(Claim claim) => claim.Polarity == Polarity.Affirmed || claim.Status == ClaimStatus.Denied;

    private static void WriteEvent(Utf8JsonWriter json, EventClaim claim, ReportWords words)
    {
        json.WriteStartObject();
        json.WriteNumber("line", words.LineOf(claim.Evidence[0]));
        json.WriteString("trigger", claim.Evidence[0].Text);
        json.WriteString("type", Words.Of(claim.Type!.Value));
        json.WriteString("status", Words.Of(claim.Status));
        Names(json, "agents", words.All(claim.Agents));
        Names(json, "targets", words.All(claim.Targets));
        Names(json, "places", words.All(claim.Places));
        json.WriteString("date", DateOf(claim.Time));
        Speaker(json, claim, words);
        Names(json, "via", words.Via(claim));
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, FigureClaim claim, ReportWords words)
    {
        json.WriteStartObject();
        json.WriteNumber("line", words.LineOf(claim.Evidence[0]));
        json.WriteString("words", claim.Words);
        json.WriteString("measure", Words.Of(claim.Measure));
        Number(json, "low", claim.Low);
        Number(json, "high", claim.High);
        json.WriteString("bound", Words.Of(claim.Bound));
        json.WriteString("unit", claim.Unit is { } unit ? words.Name(unit) : "");
        Names(json, "places", words.All(claim.Places));
        Speaker(json, claim, words);
        json.WriteEndObject();
    }

    private static void Speaker(Utf8JsonWriter json, Claim claim, ReportWords words) => json.WriteString("speaker", words.Speaker(claim));

    private static string? DateOf(ClaimTime? time) => time?.Start is not { Length: >= 10 } start ? null : time.Precision switch
    {
        TimePrecision.Month or TimePrecision.Season => start[..7],
        TimePrecision.Year => start[..4],
        _ => start[..10],
    };

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var one in names) json.WriteStringValue(one);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    /// <summary>The words by which a report names what its reading refers to.</summary>
    private sealed class ReportWords(Reading reading)
    {
        private readonly Dictionary<string, Entity> _entities = reading.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        private readonly Dictionary<string, Source> _sources = reading.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);

        public int LineOf(Evidence evidence) => evidence.InTitle ? 0 : reading.Report.Text.AsSpan(0, Math.Min(evidence.Start, reading.Report.Text.Length)).Count('\n');

        public IEnumerable<string> All(IEnumerable<string> ids) => ids.Select(Name).Where(n => n.Length > 0).Distinct();

        /// <summary>The fullest name that the report has for an entity.</summary>
        public string Name(string id)
        {
            if (!_entities.TryGetValue(id, out var entity)) return "";
            var named = entity.Mentions.Where(m => m.By is null).DefaultIfEmpty(entity.Mentions.FirstOrDefault()).MaxBy(m => m.Where.Text?.Length ?? 0);
            return named.Where.Text is { Length: > 0 } words ? words : entity.Name;
        }

        public string Speaker(Claim claim) => claim.Sources.Select(s => _sources[s]).Where(s => s.Via is not null).Select(NameOf).FirstOrDefault(n => n.Length > 0) ?? "";

        /// <summary>Those through whom it came, nearest first, without the outlet itself.</summary>
        public IEnumerable<string> Via(Claim claim)
        {
            var first = claim.Sources.Select(s => _sources[s]).FirstOrDefault(s => s.Via is not null);
            var steps = 0;
            for (var at = first?.Via; at is not null && _sources[at] is { Via: not null } source && steps < 9; at = source.Via, steps++)
                if (NameOf(source) is { Length: > 0 } name) yield return name;
        }

        private string NameOf(Source source) => source.Entity is { } entity ? Name(entity) : source.Name ?? "";
    }
}
