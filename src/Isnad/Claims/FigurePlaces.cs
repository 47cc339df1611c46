using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Where figures are of: the place that stands with the number, else that of the act that made it.</summary>
internal sealed class FigurePlaces(Meanings meanings)
{
    private const int EventsBack = 32;
    private const int LinesBack = 2;

    /// <summary>Adds the place in the figure's own clause: the first after the number, else one before it.</summary>
    public void Add(FigureDraft figure, SentenceEvents told)
    {
        // "Twenty displaced in X", "the wounded of the village of X": within what is counted.
        foreach (var unit in new[] { figure.Unit, figure.Unit?.Group })
            if (unit?.Nested().Select(n => n.Complement).FirstOrDefault(c => c is { IsPlace: true } && !IsVague(c) && meanings.RoleOf(c.Preposition) is var role && (role is Role.Place or Role.Instrument || role == Role.From && figure.Measure == Measure.Displaced)) is { } inside) figure.Places.Add(inside);
        for (var clause = figure.Clause; clause is not null && figure.Places.Count == 0; clause = clause.Link is Link.Coordinate or Link.Fragment or Link.Auxiliary ? clause.Parent : null)
        {
            Phrase? best = null;
            foreach (var item in clause.Items)
            {
                if (item.Phrase is not { } phrase || PlaceIn(phrase, figure) is not { } place) continue;
                if (best is null || (best.Start < figure.Start && place.Start > figure.Start)) best = place;
            }
            // "13 thousand soldiers who are deployed in the south": in a clause on what is counted.
            if (best is null && clause == figure.Clause)
                best = told.Clauses.Where(c => c.Parent == clause && c.Link == Link.Relative && c.Start >= figure.End && c.Start - figure.End <= 2).SelectMany(c => c.Items)
                    .Select(i => i.Phrase is { } p ? PlaceIn(p, figure) : null).FirstOrDefault(p => p is not null);
            if (best is null) continue;
            figure.Places.Add(best);
            foreach (var item in clause.Items)
                if (item.Phrase is { And: true, IsPlace: true } joined && joined.Start > best.Start && joined.Start <= figure.Places[^1].End + 1) figure.Places.Add(joined);
        }
    }

    /// <summary>"In each of X and Y": the places of each of which the number holds.</summary>
    public List<Phrase> EachOf(FigureDraft figure)
    {
        var items = figure.Clause!.Items;
        var places = new List<Phrase>();
        var at = items.FindIndex(i => i.Start >= figure.End && i.Phrase is { Kind: { Denotes: Denotes.Quantity, Class: "each" }, Preposition.Length: > 0 });
        if (at < 0 || items[at].Start - figure.End > 3) return places;
        for (var k = at + 1; k < items.Count && items[k].Phrase is { } place && (k == at + 1 ? meanings.RoleOf(place.Preposition) == Role.From : place.And); k++)
            if (place.IsPlace || place.Name is not null || place.Kind is null) places.Add(place);
        return places;
    }

    /// <summary>The place that a phrase names for a figure, or null: under a preposition of place, from where people flee, on what is shelled.</summary>
    private Phrase? PlaceIn(Phrase phrase, FigureDraft figure)
    {
        if (phrase.IsPronoun || phrase.IsCue || phrase.Preposition.Length == 0) return null;
        var isPlace = meanings.RoleOf(phrase.Preposition) switch
        {
            Role.Place => true,
            Role.From => figure.Measure is Measure.Displaced,
            Role.Target or Role.Instrument => phrase.IsPlace,
            Role.Toward => figure.Measure is Measure.Troops or Measure.Vehicles or Measure.Returned or Measure.Displaced,
            _ => phrase.Preposition.Length == 1,
        };
        if (!isPlace) return null;
        if (phrase.IsPlace && IsVague(phrase)) figure.VaguePlace ??= phrase;
        if (phrase.IsPlace) return IsVague(phrase) ? null : phrase;
        if (PlaceFineness.IsLandmark(phrase)) return phrase;
        // "In the market of Safwan": the town is the place.
        return phrase.IsSite || phrase.Kind?.Denotes == Denotes.Quantity ? phrase.Nested().FirstOrDefault(n => n != phrase && n.IsPlace && !IsVague(n)) : null;
    }

    /// <summary>"The area": a description that names no place by itself.</summary>
    private static bool IsVague(Phrase place) => place.Name is null && place.Genitive is null && (place.Adjectives.Count == 0 && place.Features.HasFlag(Morph.Def) || place.Analysis.Pronoun != 0 || !place.IsDefinite && place.RelativeEnd < 0);

    /// <summary>Once the acts of a report have their places and times, figures take those of the act that made them.</summary>
    public static void Settle(ReportAnalysis report, PlaceInheritance places)
    {
        var told = 0;
        foreach (var figure in report.Figures)
        {
            while (told < report.Events.Count && report.Events[told].Sentence <= figure.Sentence) told++;
            SettlePlaces(figure, figure.Cause is { Type: not null } cause ? cause : NearestViolence(figure, report.Events, told));
            if (figure.Places.Count == 0 && figure.Measure is not Measure.Displaced && (places.InClauses(figure) ?? places.InSentence(figure)) is { } around) figure.Places.AddRange(EventPlaces.Spread(around));
            if (figure.Places.Count == 0 && figure.VaguePlace is { } vague) figure.Places.Add(vague);
        }
    }

    private static void SettlePlaces(FigureDraft figure, EventDraft? cause)
    {
        if (cause is null) return;
        if (!figure.IsEach && cause.Places.Count > 0 && !(figure.IsTally && cause.Clause != figure.Clause)
            && (figure.Places.Count == 0 || cause == figure.Cause && cause.Clause == figure.Clause && !StandsBeside(figure.Places[0], figure))) Replace(figure.Places, cause.Places);
        if (figure.Time is null && cause.Time is not null && !figure.IsTally) (figure.Time, figure.TimeInherited) = (cause.Time, true);
    }

    /// <summary>Casualties of which the text tells no act are those of the violence told last; <paramref name="told"/> events stand up to the figure's sentence.</summary>
    private static EventDraft? NearestViolence(FigureDraft figure, List<EventDraft> events, int told)
    {
        if (figure.Measure is not (Measure.Killed or Measure.Wounded or Measure.Casualties) || figure.IsTally && figure.Places.Count > 0) return null;
        for (var k = told - 1; k >= Math.Max(0, told - EventsBack) && figure.Line - events[k].Line <= LinesBack; k--)
            if (events[k] is { Type: EventType.Assault, Places.Count: > 0 } e && (e.Start < figure.Start || e.Sentence == figure.Sentence)) return e;
        return null;
    }

    /// <summary>"Three near Ramadi and two near Sinjar": the place right after the number is its own.</summary>
    private static bool StandsBeside(Phrase place, FigureDraft figure) => place.Start >= figure.End && place.Start - figure.End <= 2;

    private static void Replace(List<Phrase> places, List<Phrase> by)
    {
        places.Clear();
        places.AddRange(by);
    }
}
