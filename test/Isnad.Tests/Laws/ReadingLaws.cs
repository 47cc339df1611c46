using System.Globalization;
using Isnad.Readings;

namespace Isnad.Tests.Laws;

/// <summary>What holds for every reading of any text.</summary>
internal static class ReadingLaws
{
    /// <summary>Everything in a reading that breaks a law; empty if it keeps all.</summary>
    public static List<string> Faults(Reading reading, Report report)
    {
        var faults = new List<string>();
        var text = Scalar(report.Text);
        var title = report.Title is null ? "" : Scalar(report.Title);
        Spans(reading, text, title, faults);
        Ids(reading, faults);
        Sources(reading, faults);
        foreach (var claim in reading.Claims) OfClaim(reading, claim, faults);
        foreach (var relation in reading.Relations)
            if (!Known(reading.Claims, relation.From) || !Known(reading.Claims, relation.To)) faults.Add($"a relation of {relation.From} and {relation.To}");
        return faults;
    }

    /// <summary>The text as it is read: lone surrogates replaced one for one.</summary>
    public static string Scalar(string text)
    {
        var chars = text.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (char.IsHighSurrogate(chars[i]) && i + 1 < chars.Length && char.IsLowSurrogate(chars[i + 1])) i++;
            else if (char.IsSurrogate(chars[i])) chars[i] = '\ufffd';
        }
        return new string(chars);
    }

    /// <summary>Every span of a reading, with what it belongs to.</summary>
    public static IEnumerable<(string Of, Evidence Span)> SpansOf(Reading reading)
    {
        foreach (var entity in reading.Entities)
        {
            foreach (var mention in entity.Mentions) yield return (entity.Id, mention.Where);
            foreach (var label in entity.Labels) yield return (entity.Id, label.Where);
        }
        foreach (var source in reading.Sources)
            if (source.Cue is { } cue) yield return (source.Id, cue);
        foreach (var claim in reading.Claims)
        {
            foreach (var evidence in claim.Evidence) yield return (claim.Id, evidence);
            if (claim.Time?.Where is { } when) yield return (claim.Id, when);
            if (claim is StatementClaim said) yield return (claim.Id, said.Content);
        }
        foreach (var relation in reading.Relations)
            foreach (var evidence in relation.Evidence) yield return ("a relation", evidence);
        foreach (var value in reading.Values ?? [])
        {
            yield return ("a value", value.Where);
            if (value.Time?.Where is { } when) yield return ("a value", when);
        }
        foreach (var diagnostic in reading.Diagnostics)
            if (diagnostic.Where is { } where) yield return (diagnostic.Code, where);
    }

    private static void Spans(Reading reading, string text, string title, List<string> faults)
    {
        foreach (var (of, span) in SpansOf(reading))
        {
            var field = span.InTitle ? title : text;
            if (span.Start < 0 || span.End <= span.Start || span.End > field.Length) faults.Add($"{of}: span {span.Start}..{span.End} of {field.Length}");
            else if (!field.AsSpan(span.Start, span.End - span.Start).SequenceEqual(span.Text)) faults.Add($"{of}: '{span.Text}' where the text has '{field[span.Start..span.End]}'");
        }
        foreach (var inTitle in (bool[])[true, false])
        {
            var at = 0;
            foreach (var section in reading.Sections.Where(s => s.InTitle == inTitle))
            {
                if (section.Start < at || section.End < section.Start || section.End > (inTitle ? title : text).Length) faults.Add($"section {section.Kind} {section.Start}..{section.End}");
                at = section.End;
            }
        }
    }

    private static void Ids(Reading reading, List<string> faults)
    {
        for (var i = 0; i < reading.Entities.Count; i++)
            if (reading.Entities[i].Id != $"e{i + 1}") faults.Add($"entity {i + 1} is {reading.Entities[i].Id}");
        for (var i = 0; i < reading.Claims.Count; i++)
            if (reading.Claims[i].Id != $"c{i + 1}") faults.Add($"claim {i + 1} is {reading.Claims[i].Id}");
        for (var i = 0; i < reading.Sources.Count; i++)
            if (reading.Sources[i].Id != $"s{i}") faults.Add($"source {i} is {reading.Sources[i].Id}");
        Ordered("claims", reading.Claims.Where(c => c.Evidence.Count > 0).Select(c => (c.Id, c.Evidence[0].Order)), faults);
        Ordered("entities", reading.Entities.Where(e => e.Mentions.Count > 0).Select(e => (e.Id, e.Mentions[0].Where.Order)), faults);
        foreach (var entity in reading.Entities)
        {
            Ordered($"mentions of {entity.Id}", entity.Mentions.Select(m => (entity.Id, m.Where.Order)), faults);
            // What the knowledge base adds (a person's organisation) need not be in the text, but something must refer to it.
            if (entity.Mentions.Count == 0 && !reading.Entities.Any(e => e.Affiliation == entity.Id || e.Of == entity.Id || e.Within == entity.Id)) faults.Add($"{entity.Id} is neither mentioned nor referred to");
            if (string.IsNullOrEmpty(entity.Name)) faults.Add($"{entity.Id} has no name");
            foreach (var id in (string?[])[entity.Of, entity.Affiliation, entity.Within, entity.On, entity.Near?.To, .. entity.Between])
                if (id is not null && (!Known(reading.Entities, id) || id == entity.Id)) faults.Add($"{entity.Id} refers to {id}");
            foreach (var label in entity.Labels)
                if (!reading.Sources.Any(s => s.Id == label.Source)) faults.Add($"{entity.Id}: a label by {label.Source}");
        }
        if (reading.Claims.Select(c => c.Key).Distinct().Count() != reading.Claims.Count) faults.Add("two claims have one key");
        if (reading.Dateline is { } dateline && !Known(reading.Entities, dateline)) faults.Add($"dateline {dateline}");
    }

    private static void Ordered(string what, IEnumerable<(string Id, long Order)> items, List<string> faults)
    {
        var last = long.MinValue;
        foreach (var (id, order) in items)
        {
            if (order < last) faults.Add($"{what}: {id} is out of text order");
            last = order;
        }
    }

    private static void Sources(Reading reading, List<string> faults)
    {
        if (reading.Sources.Count == 0 || reading.Sources[0] is not { Id: "s0", Kind: SourceKind.Outlet, Via: null }) faults.Add("the first source is not the outlet");
        foreach (var source in reading.Sources)
        {
            var at = source;
            for (var steps = 0; at is not null && at.Id != "s0"; steps++)
            {
                var via = at.Via;
                at = steps > reading.Sources.Count ? null : reading.Sources.FirstOrDefault(s => s.Id == via);
            }
            if (at is null) faults.Add($"the chain of {source.Id} does not end at the outlet");
            if (source.Id != "s0" && source.Entity is null && string.IsNullOrEmpty(source.Name)) faults.Add($"{source.Id} has neither entity nor name");
            if (source.Entity is { } entity && !Known(reading.Entities, entity)) faults.Add($"{source.Id} is {entity}");
        }
    }

    private static void OfClaim(Reading reading, Claim claim, List<string> faults)
    {
        if (claim.Sources.Count == 0) faults.Add($"{claim.Id} has no source");
        if (claim.Evidence.Count == 0) faults.Add($"{claim.Id} has no evidence");
        if (string.IsNullOrEmpty(claim.Rule) || string.IsNullOrEmpty(claim.Key)) faults.Add($"{claim.Id} has no rule or no key");
        foreach (var id in claim.Sources)
            if (!reading.Sources.Any(s => s.Id == id)) faults.Add($"{claim.Id} has source {id}");
        IEnumerable<string> ids = claim switch
        {
            EventClaim e => e.Agents.Concat(e.Targets).Concat(e.Instruments).Concat(e.From).Concat(e.Toward),
            FigureClaim f => Given(f.Unit),
            StateClaim s => Given([s.Subject, .. s.Objects, s.Holder, s.From]),
            StatementClaim s => s.About,
            _ => Array.Empty<string>(),
        };
        foreach (var id in ids.Concat(claim.Places))
            if (!Known(reading.Entities, id)) faults.Add($"{claim.Id} refers to '{id}'");
        if (claim.Time is { } time) OfTime(reading, claim, time, faults);
        if (claim is FigureClaim figure)
        {
            if (figure.Low > figure.High || figure.Low < 0 || (figure.Low is null && figure.High is null)) faults.Add($"{claim.Id}: {figure.Low}..{figure.High}");
            if (!reading.Report.Text.Contains(figure.Words, StringComparison.Ordinal) && reading.Report.Title?.Contains(figure.Words, StringComparison.Ordinal) != true) faults.Add($"{claim.Id}: the words '{figure.Words}' are not in the report");
        }
    }

    private static IEnumerable<string> Given(params string?[] ids) => ids.OfType<string>();

    private static void OfTime(Reading reading, Claim claim, ClaimTime time, List<string> faults)
    {
        foreach (var day in (string?[])[time.Start, time.End])
            if (day is not null && !DateOnly.TryParseExact(day.AsSpan(0, Math.Min(day.Length, 10)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) faults.Add($"{claim.Id}: day {day}");
        if (time.Start is not null && time.End is not null && string.CompareOrdinal(time.Start, time.End) > 0) faults.Add($"{claim.Id}: {time.Start}..{time.End}");
        if (time.Claim is { } other && (!Known(reading.Claims, other) || other == claim.Id)) faults.Add($"{claim.Id}: the time of {other}");
        if (time.Where is null && time.Claim is null) faults.Add($"{claim.Id}: a time without words");
    }

    private static bool Known(IReadOnlyList<Entity> entities, string id) => Numbered(id, 'e') is var n && n >= 1 && n <= entities.Count;

    private static bool Known(IReadOnlyList<Claim> claims, string id) => Numbered(id, 'c') is var n && n >= 1 && n <= claims.Count;

    private static int Numbered(string id, char letter) =>
        id.Length > 1 && id[0] == letter && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
}
