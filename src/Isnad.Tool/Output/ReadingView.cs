using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>A reading with its ids resolved to names, for people to look at.</summary>
internal sealed class ReadingView
{
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);

    private readonly string? _language;

    /// <summary>Resolves the ids of a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="language">The language whose names are shown where an entity has one in it.</param>
    public ReadingView(Reading reading, string? language = null)
    {
        _language = language;
        Reading = reading;
        foreach (var entity in reading.Entities) _entities[entity.Id] = entity;
        foreach (var source in reading.Sources) _sources[source.Id] = source;
    }

    public Reading Reading { get; }

    public Entity? Entity(string? id) => id is not null && _entities.TryGetValue(id, out var entity) ? entity : null;

    public Source? Source(string? id) => id is not null && _sources.TryGetValue(id, out var source) ? source : null;

    /// <summary>The report's title: its own, or its first line, or its id.</summary>
    public string Title
    {
        get
        {
            if (!string.IsNullOrWhiteSpace(Reading.Report.Title)) return Reading.Report.Title.Trim();
            foreach (var line in Reading.Report.Text.AsSpan().EnumerateLines())
            {
                var trimmed = line.Trim();
                if (trimmed.IsEmpty) continue;
                if (trimmed.Length <= 120) return trimmed.ToString();
                var cut = trimmed[..120].LastIndexOf(' ');
                return string.Concat(trimmed[..(cut > 0 ? cut : 120)], "\u2026");
            }
            return Reading.ReportId;
        }
    }

    /// <summary>The name of an entity; its id if there is no such entity.</summary>
    public string Name(string id)
    {
        if (Entity(id) is not { } entity) return id;
        foreach (var (language, name) in entity.Names)
            if (string.Equals(language, _language, StringComparison.Ordinal)) return name;
        return entity.Name.Length > 0 ? entity.Name : entity.Mentions.Count > 0 ? entity.Mentions[0].Where.Text : id;
    }

    /// <summary>The names of entities.</summary>
    public IEnumerable<string> Names(IEnumerable<string> ids) => ids.Select(Name);

    /// <summary>The name of a source.</summary>
    public string Speaker(Source source, PageWords? words = null) =>
        source.Entity is { } entity && _entities.ContainsKey(entity) ? Name(entity)
        : source.Name is { Length: > 0 } name ? name
        : source.Via is null ? Reading.Report.Outlet ?? (words ?? PageWords.Own)["the report"]
        : (words ?? PageWords.Own)[Words.Of(source.Kind)];

    /// <summary>The chain of a source: the speaker first, the outlet last.</summary>
    public IReadOnlyList<Source> Chain(string id)
    {
        var chain = new List<Source>();
        for (var source = Source(id); source is not null && !chain.Contains(source); source = Source(source.Via)) chain.Add(source);
        return chain;
    }

    /// <summary>The claims by their speakers, in text order of the first claim of each.</summary>
    public IEnumerable<(IReadOnlyList<string> Sources, IReadOnlyList<Claim> Claims)> BySpeaker()
    {
        var groups = new Dictionary<string, (IReadOnlyList<string>, IReadOnlyList<Claim>)>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var claim in Reading.Claims)
        {
            var key = string.Join(' ', claim.Sources);
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = (claim.Sources, new List<Claim>());
                order.Add(key);
            }
            ((List<Claim>)group.Item2).Add(claim);
        }
        return order.Select(key => groups[key]);
    }

    /// <summary>Short word for what a claim says: its type and mode, measure, or predicate.</summary>
    public static string Heading(Claim claim, PageWords? words = null)
    {
        words ??= PageWords.Own;
        return claim switch
        {
            EventClaim { Type: { } type, Mode: { Length: > 0 } mode } => $"{words[Words.Of(type)]} \u00b7 {words[mode]}",
            EventClaim { Type: { } type } => words[Words.Of(type)],
            EventClaim { Acled: { } acled } => words[acled.SubEventType],
            EventClaim => words["EVENT"],
            FigureClaim figure => words[Words.Of(figure.Measure)],
            StateClaim state => words[Words.Of(state.Predicate).Replace('-', ' ')],
            StatementClaim { Quoted: true } => words["quotation"],
            _ => words["statement"],
        };
    }

    /// <summary>What qualifies a claim: status, polarity, stance and assertion where they are not the usual ones.</summary>
    public static IEnumerable<string> Qualities(Claim claim)
    {
        if (claim is EventClaim || claim.Status != ClaimStatus.Happened) yield return Words.Of(claim.Status);
        if (claim.Polarity == Polarity.Negated) yield return "negated";
        if (claim.Stance != Stance.States) yield return Words.Of(claim.Stance);
        if (claim.Assertion != Assertion.Asserted) yield return Words.Of(claim.Assertion);
    }

    /// <summary>The words that prove a claim, as one line.</summary>
    public static string Proof(Claim claim) => claim is StatementClaim statement
        ? OneLine(statement.Content.Text)
        : string.Join(" \u2026 ", claim.Evidence.Select(e => OneLine(e.Text)).Distinct(StringComparer.Ordinal));

    /// <summary>Text without line ends.</summary>
    public static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
}
