using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Speech;

namespace Isnad.Claims;

/// <summary>What is done with the claims of a whole report once all its sentences are read.</summary>
internal sealed class ReportSettler(Meanings meanings, World world, EventFrames frames, AttributionReader attribution, TimeKeeper times)
{
    private readonly SpeakerRoles _speakers = new(world);

    /// <summary>Drops what is only a word of casualty without an act, passes on what the acts of a report share, numbers happenings.</summary>
    public void Settle(ReportAnalysis report)
    {
        foreach (var e in report.Events)
            if (e.Governor is { Type: EventType.Accuse, Mode: "disapprove" } condemned && e.Noun is not null)
                (e.Voice, e.Assertion) = (condemned.Voice, Assertion.Presupposed);
        _speakers.Set(report.Events);
        // A prayer is no request.
        report.Events.RemoveAll(e => e.Type is null || (e.Type == EventType.Request && e.Targets.Exists(t => t.Lemma is { } lemma && meanings.HasSense(lemma.Text, "god"))));
        // "Who asked not to be named" tells of the source, not of the news.
        var speaking = report.Events.SelectMany(e => e.Voice.Speakers).Select(x => x.Phrase).ToHashSet();
        report.Events.RemoveAll(e => e is { Type: EventType.Request, Noun: null, Clause: { Link: Link.Relative, Antecedent: { } head } } && !head.IsDefinite && speaking.Contains(head));
        foreach (var e in report.Events)
        {
            e.Agents.RemoveAll(a => a.NamesNobody);
            e.Targets.RemoveAll(t => t.NamesNobody);
        }
        // "Sources told of the liberation of X": they took no part in it.
        foreach (var e in report.Events)
            if (EventPlaces.IsPhysical(e) || e.Type == EventType.Mobilize)
                foreach (var speaker in e.Voice.Speakers)
                    if (speaker.Kind is SourceKind.Anonymous or SourceKind.Witness or SourceKind.Agency or SourceKind.Channel or SourceKind.Outlet or SourceKind.Document or SourceKind.Monitor) { e.Agents.Remove(speaker.Phrase); e.Targets.Remove(speaker.Phrase); }
        // Who is prayed to takes no part in the news.
        report.Events.RemoveAll(e => e.Targets.Exists(IsDeity) && e.Type is EventType.Request or EventType.Accuse or EventType.Support);
        foreach (var e in report.Events)
        {
            e.Agents.RemoveAll(IsDeity);
            e.Targets.RemoveAll(IsDeity);
        }
        var fineness = new PlaceFineness(report.Entities);
        var keeper = new PlaceKeeper(fineness, report.Places);
        foreach (var e in report.Events) keeper.KeepFinest(e);
        var places = new PlaceInheritance(meanings, fineness, report);
        places.Lead();
        places.Open();
        foreach (var e in report.Events)
            if (e.Governor is { Frame: { Roles: RolePattern.Speech, Inner: not null }, Agents: [var agent, ..] } && e.Assertion != Assertion.Presupposed && e.Voice.IsOutlet && e.Governor.Type != EventType.Agree)
                e.Voice = attribution.VoiceOf(agent, e.Governor.Start, e.Governor.End);
        var assertion = new AssertionReader(meanings, frames);
        foreach (var e in report.Events) e.Assertion = assertion.Read(e, report.Anchor, report.IsHeadline(e.Sentence));
        new HappeningLinker(report.Entities).Link(report.Events);
        var relevance = new Relevance(new PublicActors(report.Entities, meanings, world), new Restrictions(meanings, frames));
        var accidents = Accidents(report);
        report.Events.RemoveAll(e =>
        {
            if ((TellsNothing(e) ? "an event word without participants, place, time or another telling" : relevance.Fault(e, report.Topics.Of(e.Sentence), accidents[e.Sentence])) is not { } fault) return false;
            report.Dropped.Add((e.Start, e.End, fault));
            return true;
        });
        times.Inherit(report);
        places.Inherit();
        places.Refine();
        new EventModes(meanings).Set(report.Events);
        var (contexts, acled) = (new ContextReader(meanings), new AcledReader(report.Entities, meanings));
        foreach (var e in report.Events) (e.Contexts, e.Acled) = (contexts.Of(e), acled.Of(e));
        report.States.RemoveAll(state => report.Entities.Resolve(state.Subject) is null);
        StatementReader.Add(report, attribution.Said);
        FigurePlaces.Settle(report, places);
        report.Relations = new ClaimRelations(report.Entities, meanings).Read([.. report.Events.Cast<Draft>().Concat(report.Figures).OrderBy(d => d.Start)]);
    }

    /// <summary>By sentence, whether the report has told of an accident up to there, and of no attack.</summary>
    private bool[] Accidents(ReportAnalysis report)
    {
        var told = new bool[report.Items.Count];
        var attacks = report.Events.Where(e => e.Type == EventType.Assault && (e.Mode.Length > 0 || e.Agents.Count > 0 || e.Frame.Measure is null)).Select(e => e.Sentence).DefaultIfEmpty(int.MaxValue).Min();
        var isTold = false;
        for (var s = 0; s < told.Length; s++)
        {
            isTold |= report.Items[s].Exists(i => i.Phrase is { } phrase && phrase.Nested().Any(frames.IsAccident));
            told[s] = isTold && s < attacks;
        }
        return told;
    }

    private bool IsDeity(Phrase phrase) => phrase is { Genitive: null, IsPersonName: false, Lemma: { } lemma } && meanings.CueOf("deity", lemma.Text) is not null;

    /// <summary>A general word ("violence") that tells of no definite happening. What somebody fears, denies or threatens needs no more to be told.</summary>
    private static bool TellsNothing(EventDraft e) =>
        !(e is { Type: EventType.Assault, IsGeneral: false, Status: ClaimStatus.Possible or ClaimStatus.Denied or ClaimStatus.Threatened }) &&
        e.Agents.Count + e.Targets.Count + e.Places.Count + e.TowardPlaces.Count + e.FromPlaces.Count == 0 && (e.Noun is not null || e.Type is not (EventType.Assault or EventType.Request or EventType.Accuse))
        && (e.Time is null || e.IsGeneral) && !(e.IsTold && !e.IsGeneral) && e.Absorbed.Count == 0 && (e.Type != EventType.Protest || e.IsGeneral || (e.PointsBack && !e.IsTold && e.Noun!.Features.HasFlag(Morphology.Morph.Plur))) && e.Mode != "ceasefire";
}
