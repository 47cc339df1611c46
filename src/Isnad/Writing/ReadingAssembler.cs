using System.Security.Cryptography;
using System.Text;
using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Speech;
using Isnad.Values;

namespace Isnad.Writing;

/// <summary>Turns a report's analysis into a reading: spans, ids in text order, sources, claims.</summary>
internal sealed class ReadingAssembler(ReportAnalysis analysis, Report report, string reportId)
{
    private readonly HashSet<EntityDraft> _touched = [];
    private readonly Dictionary<EntityDraft, string> _entityIds = [];
    private readonly Dictionary<Speaker, string> _sourceIds = [];
    private readonly List<Source> _sources = [];
    private readonly Dictionary<(SourceKind, string?, string?, string), string> _sourceKeys = [];
    private readonly Dictionary<Draft, string> _claimIds = [];
    private readonly Dictionary<string, int> _keyCounts = new(StringComparer.Ordinal);

    public Reading Assemble(string version, string packs, bool values)
    {
        var drafts = analysis.Events.Cast<Draft>().Concat(analysis.Figures).Concat(analysis.States).Concat(analysis.Statements)
            .OrderBy(d => d.From >= 0 ? d.From : analysis.Tokens[d.Start].Start).ThenBy(d => d.End).ThenBy(d => d is EventDraft ? 0 : d is FigureDraft ? 1 : 2).ThenBy(d => d.Rule, StringComparer.Ordinal).ToList();
        // Every phrase is resolved before ids are given, so that ids follow the text.
        foreach (var draft in drafts) Touch(draft);
        foreach (var speaker in analysis.Speakers)
            if (analysis.Entities.Resolve(speaker.Phrase) is { } entity) _touched.Add(entity);
        NumberEntities();
        _sources.Add(new Source { Id = "s0", Kind = SourceKind.Outlet, Name = report.Outlet ?? "" });
        foreach (var speaker in analysis.Speakers.OrderBy(s => s.CueStart).ThenBy(s => s.Phrase.Start)) SourceId(speaker);
        for (var i = 0; i < drafts.Count; i++) _claimIds[drafts[i]] = $"c{i + 1}";
        var claims = drafts.ConvertAll(ToClaim);
        return new Reading
        {
            Report = report,
            ReportId = reportId,
            EngineVersion = version,
            Packs = packs,
            Dateline = analysis.Datelines.Find(d => d.Place is not null) is { Place: { } place } && analysis.Entities.Resolve(place) is { } from ? _entityIds[from] : null,
            Sections = analysis.Sections,
            Entities = Entities(),
            Sources = _sources,
            Claims = claims,
            Relations = [.. analysis.Relations.Where(r => _claimIds.ContainsKey(r.From) && _claimIds.ContainsKey(r.To)).Select(r => new Relation(r.Type, _claimIds[r.From], _claimIds[r.To], []))],
            Diagnostics = [.. analysis.Diagnostics.Select(d => new Diagnostic(d.Code, d.To > d.From ? Span(d.From, d.To) : null, d.Message))],
            Values = values ? [.. analysis.Values.Select(ToValue)] : null,
        };
    }

    private void Touch(Draft draft)
    {
        foreach (var phrase in PhrasesOf(draft))
            if (analysis.Entities.Resolve(phrase) is { } entity) _touched.Add(entity);
    }

    private static IEnumerable<Phrase> PhrasesOf(Draft draft)
    {
        foreach (var p in draft.Places) yield return p;
        switch (draft)
        {
            case EventDraft e:
                foreach (var p in e.Agents.Concat(e.Targets).Concat(e.Instruments).Concat(e.FromPlaces).Concat(e.TowardPlaces)) yield return p;
                break;
            case FigureDraft { Unit: { } unit }: yield return unit; break;
            case StateDraft s:
                yield return s.Subject;
                foreach (var p in s.Objects) yield return p;
                if (s.Holder is { } holder) yield return holder;
                if (s.HeldBefore is { } before) yield return before;
                break;
        }
    }

    /// <summary>Numbers what the text mentions and the claims, or other entities, refer to; an act that was dropped leaves nobody behind.</summary>
    private void NumberEntities()
    {
        var kept = new HashSet<EntityDraft>();
        foreach (var entity in analysis.Entities.All)
            if (entity.Mentions.Count > 0 || _touched.Contains(entity)) Keep(entity);
        var order = analysis.Entities.All.Where(kept.Contains).OrderBy(e => e.Mentions.Count > 0 ? e.Mentions.Min(m => m.From) : int.MaxValue).ThenBy(e => e.Key, StringComparer.Ordinal);
        foreach (var entity in order) _entityIds[entity] = $"e{_entityIds.Count + 1}";

        void Keep(EntityDraft? entity)
        {
            if (entity is null || !kept.Add(entity)) return;
            Keep(entity.Of);
            Keep(entity.Within);
        }
    }

    private List<Entity> Entities() => [.. _entityIds.Select(p => p.Key).Select(ToEntity)];

    private Entity ToEntity(EntityDraft draft) => new()
    {
        Id = _entityIds[draft],
        Kind = draft.Kind,
        Name = draft.Name,
        Names = draft.Names,
        Refs = draft.Refs,
        Codes = draft.Codes,
        Class = draft.Class,
        Of = draft.Kind == EntityKind.People && draft.Of is { } of ? _entityIds[of] : null,
        Affiliation = draft.Kind == EntityKind.Person && draft.Of is { } org ? _entityIds[org] : null,
        Office = draft.Office,
        Lat = draft.Lat,
        Lon = draft.Lon,
        Precision = draft.Precision,
        Country = draft.Country,
        Admin1 = draft.Admin1,
        Admin2 = draft.Admin2,
        Within = draft.Within is { } within ? _entityIds[within] : null,
        Near = draft.Near is { } near ? new Nearness(_entityIds[near.To], near.Direction, near.Km) : null,
        Between = draft.Between.ConvertAll(b => _entityIds[b]),
        On = draft.On is { } road ? _entityIds[road] : null,
        Labels = [.. draft.Labels.OrderBy(l => l.From).Select(l => new Label(Span(l.From, l.To), SourceId(analysis.LabelUsers.GetValueOrDefault(l.Token)?.Speakers[0])))],
        Mentions = [.. draft.Mentions.OrderBy(m => m.From).Select(m => new Mention(Span(m.From, m.To), m.By))],
    };

    private string SourceId(Speaker? speaker)
    {
        if (speaker is null) return "s0";
        if (_sourceIds.TryGetValue(speaker, out var known)) return known;
        var via = SourceId(speaker.Via);
        // "One of the survivors" is not the survivors.
        var isSome = speaker.Phrase.Kind?.Denotes == Semantics.Denotes.Quantity || speaker.Phrase.Group is not null;
        var entity = !isSome && analysis.Entities.Resolve(speaker.Phrase) is { } draft ? _entityIds[draft] : null;
        var key = (speaker.Kind, entity, entity is null ? analysis.Entities.Words(speaker.Phrase) : null, via);
        if (_sourceKeys.TryGetValue(key, out var id)) return _sourceIds[speaker] = id;
        id = $"s{_sources.Count}";
        _sourceKeys[key] = id;
        _sources.Add(new Source { Id = id, Kind = speaker.Kind, Entity = entity, Name = key.Item3, Via = via, Cue = speaker.CueStart >= 0 ? TokenSpan(speaker.CueStart, speaker.CueEnd) : null });
        return _sourceIds[speaker] = id;
    }

    private List<string> SourceIds(Voice voice) => voice.IsOutlet ? ["s0"] : [.. voice.Speakers.Select(SourceId).Distinct()];

    private Claim ToClaim(Draft draft)
    {
        var evidence = Evidence(draft);
        var kind = draft switch { EventDraft => "event", FigureDraft => "figure", StateDraft => "state", _ => "statement" };
        var what = draft switch { EventDraft e => e.Type?.ToString(), FigureDraft f => f.Measure.ToString(), StateDraft s => s.Predicate.ToString(), _ => "" };
        var common = (Id: _claimIds[draft], Key: KeyOf(kind, what, evidence[0]), Sources: SourceIds(draft.Voice), Time: Time(draft), Places: Ids(PlacesOf(draft)), Stance: draft.Voice.Stance);
        return draft switch
        {
            EventDraft e => new EventClaim
            {
                Id = common.Id,
                Key = common.Key,
                Sources = common.Sources,
                Stance = common.Stance,
                Evidence = evidence,
                Status = e.Status,
                Polarity = e.Polarity,
                Assertion = e.Assertion,
                Time = common.Time,
                Places = common.Places,
                Happening = e.Happening >= 0 ? $"h{e.Happening + 1}" : null,
                Rule = e.Rule,
                Type = e.Type,
                Mode = e.Mode.Length > 0 ? e.Mode : null,
                Agents = Ids(e.Agents),
                Targets = Ids(e.Targets),
                Instruments = Ids(e.Instruments),
                From = Ids(e.FromPlaces),
                Toward = Ids(e.TowardPlaces),
                Distribution = e.Places.Count > 1 ? e.Type == EventType.Consult ? Distribution.Joint : Distribution.Unknown : null,
                Contexts = e.Contexts,
                Acled = e.Acled,
            },
            FigureDraft f => new FigureClaim
            {
                Id = common.Id,
                Key = common.Key,
                Sources = common.Sources,
                Stance = common.Stance,
                Evidence = evidence,
                Status = f.Cause?.Status ?? f.Status,
                Polarity = f.Polarity,
                Assertion = f.Assertion,
                Time = common.Time,
                Places = common.Places,
                Rule = f.Rule,
                Measure = f.Measure,
                Unit = f.Unit is { } u && analysis.Entities.Resolve(u) is { } unit ? _entityIds[unit] : null,
                Low = f.Number.LowOrNull,
                High = f.Number.HighOrNull,
                Bound = f.Number.Bound,
                Words = Span(f.WordsFrom, f.WordsTo).Text,
                Scope = f.Time?.Time?.Relation is TimeRelation.Since or TimeRelation.Throughout ? FigureScope.Period : FigureScope.Event,
                Flow = f.Flow,
                Per = f.Measure is Measure.Displaced or Measure.Returned ? f.PerFamily ? "families" : "persons" : null,
            },
            StateDraft s => new StateClaim
            {
                Id = common.Id,
                Key = common.Key,
                Sources = common.Sources,
                Stance = common.Stance,
                Evidence = evidence,
                Status = s.Status,
                Polarity = s.Polarity,
                Assertion = s.Assertion,
                Time = common.Time,
                Places = common.Places,
                Rule = s.Rule,
                Predicate = s.Predicate,
                Subject = EntityId(s.Subject) ?? "",
                Objects = Ids(s.Objects),
                Holder = s.Holder is { } h ? EntityId(h) : null,
                From = s.HeldBefore is { } b ? EntityId(b) : null,
                Office = s.Office is { } o ? analysis.Entities.Words(o) : null,
                Count = s.Count is { } n ? (n.LowOrNull, n.HighOrNull, n.Bound) : null,
            },
            StatementDraft t => new StatementClaim
            {
                Id = common.Id,
                Key = common.Key,
                Sources = common.Sources,
                Stance = common.Stance,
                Evidence = evidence,
                Rule = t.Rule,
                Content = Span(t.ContentFrom, t.ContentTo),
                Quoted = t.Quoted,
                About = Ids(t.About),
            },
            _ => throw new InvalidOperationException("no such draft"),
        };
    }

    private static List<Phrase> PlacesOf(Draft draft) =>
        draft is EventDraft e ? EventPlaces.Of(e) : draft.Places;

    private string? EntityId(Phrase phrase) => analysis.Entities.Resolve(phrase) is { } entity ? _entityIds[entity] : null;

    private List<string> Ids(IEnumerable<Phrase> phrases)
    {
        var ids = new List<string>();
        foreach (var phrase in phrases)
            if (EntityId(phrase) is { } id && !ids.Contains(id)) ids.Add(id);
        return ids;
    }

    private List<Evidence> Evidence(Draft draft)
    {
        var from = draft.From >= 0 ? draft.From : analysis.Tokens[draft.Start].Start;
        var list = new List<Evidence> { Span(from, analysis.Tokens[draft.End - 1].End) };
        foreach (var (start, end) in draft.Also) list.Add(TokenSpan(start, end));
        return list;
    }

    private ClaimTime? Time(Draft draft)
    {
        if (draft.Time is not { Time: { } time } found) return null;
        var (start, end) = draft.Status is ClaimStatus.Planned or ClaimStatus.Sought or ClaimStatus.Threatened && time.Ahead is { } ahead ? ahead : (time.Start, time.End);
        return new ClaimTime
        {
            Start = start?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            End = end?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Precision = time.Precision,
            Relation = time.Relation,
            Basis = draft.TimeInherited ? TimeBasis.Inherited : TimeBasis.Stated,
            Claim = draft is EventDraft { TimeFrom: { } from } ? _claimIds.GetValueOrDefault(from) : null,
            Where = Span(found.From, found.To),
        };
    }

    private RecognisedValue ToValue(FoundValue value) => value.Time is { } t
        ? new RecognisedValue
        {
            Kind = value.Kind,
            Where = Span(value.From, value.To),
            Time = new ClaimTime { Start = t.Start?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), End = t.End?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Precision = t.Precision, Relation = t.Relation, Where = Span(value.From, value.To) },
        }
        : new RecognisedValue { Kind = value.Kind, Where = Span(value.From, value.To), Low = value.Number!.LowOrNull, High = value.Number.HighOrNull, Bound = value.Number.Bound, Unit = value.Number.Unit.Length > 0 ? value.Number.Unit : null };

    private string KeyOf(string kind, string? what, Evidence trigger)
    {
        var stem = $"{reportId}\0{kind}\0{what}\0{(trigger.InTitle ? "title" : "text")}\0{trigger.Text}";
        var ordinal = _keyCounts.GetValueOrDefault(stem);
        _keyCounts[stem] = ordinal + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{stem}\0{ordinal}")).AsSpan(0, 8));
    }

    private Evidence TokenSpan(int start, int end) => Span(analysis.Tokens[start].Start, analysis.Tokens[end - 1].End);

    /// <summary>A folded stretch as a span of the title or the text.</summary>
    private Evidence Span(int from, int to)
    {
        var extent = analysis.Text.ToOriginal(from, to);
        var words = analysis.Text.Original[extent.Start..extent.End];
        return extent.Start < analysis.TextOffset ? new Evidence(extent.Start, extent.End, words, true)
            : new Evidence(extent.Start - analysis.TextOffset, extent.End - analysis.TextOffset, words);
    }
}
