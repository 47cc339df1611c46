using System.Globalization;
using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Ledger.Digests;

/// <summary>Makes the digest of a reading.</summary>
public sealed class DigestMaker(PackNames names)
{
    private const int TextSketch = 64;
    private const int SentenceSketch = 20;

    /// <summary>The digest of a reading: the same for the same reading and packs.</summary>
    public Digest Make(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var language = reading.Report.Language;
        var parties = new PartyTable(reading, names);
        var voices = new VoiceTable(reading, parties, names).Voices;
        var sentences = new SentenceTable(reading.Report, text => Sketch.Of(names.Fold(text, language), SentenceSketch));
        var owner = Owners(reading);
        var claims = new Told[reading.Claims.Count];
        for (var i = 0; i < claims.Length; i++) claims[i] = Tell(reading.Claims[i], parties, sentences, owner[i]);
        return new Digest
        {
            Report = reading.ReportId,
            Outlet = reading.Report.Outlet,
            Published = reading.Report.PublishedOn?.DayNumber,
            Moment = MomentOf(reading.Report),
            Parties = [.. parties.Made],
            Voices = voices,
            Claims = claims,
            Text = Sketch.Of(names.Fold($"{reading.Report.Title} {reading.Report.Text}", language), TextSketch),
            Sentences = [.. sentences.Sketches],
        };
    }

    /// <summary>A text as it is looked for.</summary>
    internal string Fold(string? text, string? language) => text is null ? "" : names.Fold(text, language);

    /// <summary>For each claim its happening (of a figure: that of the act which caused it) and the figure that it is a part of.</summary>
    private static (string? Happening, int? PartOf)[] Owners(Reading reading)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < reading.Claims.Count; i++) index[reading.Claims[i].Id] = i;
        var owners = new (string? Happening, int? PartOf)[reading.Claims.Count];
        for (var i = 0; i < owners.Length; i++)
            owners[i].Happening = reading.Claims[i].Happening ?? (reading.Claims[i] is EventClaim ? $"{reading.Claims[i].Id}" : null);
        foreach (var relation in reading.Relations)
        {
            if (!index.TryGetValue(relation.From, out var from) || !index.TryGetValue(relation.To, out var to)) continue;
            if (relation.Type == RelationType.PartOf) owners[from].PartOf = to;
            if (relation.Type == RelationType.Causes && reading.Claims[from] is EventClaim) owners[to].Happening ??= owners[from].Happening;
        }
        for (var round = 0; round < 3; round++)
            for (var i = 0; i < owners.Length; i++)
                if (owners[i] is { Happening: null, PartOf: { } whole }) owners[i].Happening = owners[whole].Happening;
        return owners;
    }

    private static Told Tell(Claim claim, PartyTable parties, SentenceTable sentences, (string? Happening, int? PartOf) owner)
    {
        var trigger = claim.Evidence.Count > 0 ? claim.Evidence[0] : default;
        var time = claim.Time;
        var told = new Told
        {
            Key = claim.Key,
            Id = claim.Id,
            Kind = "statement",
            Words = trigger.Text ?? "",
            Start = trigger.Start,
            End = trigger.End,
            InTitle = trigger.InTitle,
            Sentence = sentences.At(trigger),
            Status = claim.Status == ClaimStatus.Happened ? null : Words.Of(claim.Status),
            Negated = claim.Polarity == Polarity.Negated,
            Assertion = claim.Assertion == Assertion.Asserted ? null : Words.Of(claim.Assertion),
            Stance = claim.Stance == Stance.States ? null : Words.Of(claim.Stance),
            Voices = [.. claim.Sources.Select(s => Number(s))],
            Places = parties.All(claim.Places),
            First = Day(time?.Start),
            Last = Day(time?.End),
            Hour = time is { Precision: TimePrecision.Minute or TimePrecision.PartOfDay } ? HourOf(time.Start) : null,
            Precision = time is null ? null : Words.Of(time.Precision),
            Relation = time is null || time.Relation == TimeRelation.At ? null : Words.Of(time.Relation),
            Happening = owner.Happening,
            PartOf = owner.PartOf,
        };
        return claim switch
        {
            EventClaim e => told with
            {
                Kind = "event",
                What = e.Type is { } type ? Words.Of(type) : null,
                Mode = e.Mode,
                Agents = parties.All(e.Agents),
                Targets = parties.All(e.Targets),
                Instruments = parties.All(e.Instruments),
                From = parties.All(e.From),
                Toward = parties.All(e.Toward),
                Contexts = [.. e.Contexts],
                AcledType = e.Acled?.EventType,
                AcledSubType = e.Acled?.SubEventType,
            },
            FigureClaim f => told with
            {
                Kind = "figure",
                What = Words.Of(f.Measure),
                Words = f.Words,
                Unit = parties.One(f.Unit),
                Low = f.Low,
                High = f.High,
                Bound = Words.Of(f.Bound),
                Scope = Words.Of(f.Scope),
                Flow = f.Flow,
                Per = f.Per == "families" ? f.Per : null,
            },
            StateClaim s => told with
            {
                Kind = "state",
                What = Words.Of(s.Predicate),
                Subject = parties.One(s.Subject),
                Objects = parties.All(s.Objects),
                Holder = parties.One(s.Holder),
                Former = parties.One(s.From),
                Low = s.Count?.Low,
                High = s.Count?.High,
                Bound = s.Count is { } count ? Words.Of(count.Bound) : null,
            },
            StatementClaim s => told with { Targets = parties.All(s.About), Start = s.Content.Start, End = s.Content.End, Words = s.Content.Text, InTitle = s.Content.InTitle },
            _ => told,
        };
    }

    private static long MomentOf(Report report)
    {
        if (report.PublishedOn is not { } day) return 0;
        return report.Published!.Length > 10 && DateTimeOffset.TryParse(report.Published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.UtcTicks / TimeSpan.TicksPerMinute
            : (day.DayNumber * 1440L) + 720;
    }

    /// <summary>The number in an id such as <c>s2</c>.</summary>
    private static int Number(string id) => int.Parse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    private static int? Day(string? iso) =>
        iso is { Length: >= 10 } && DateOnly.TryParseExact(iso.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.DayNumber : null;

    private static int? HourOf(string? iso) =>
        iso is { Length: >= 13 } && iso[10] == 'T' && int.TryParse(iso.AsSpan(11, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24 ? hour : null;
}
