using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Values;

namespace Isnad.Claims;

/// <summary>Finds what the numbers of a sentence are figures of.</summary>
internal sealed class FigureReader(Meanings meanings, EventFrames frames)
{
    /// <summary>Adds the figures of a sentence, whose events are told, to <paramref name="figures"/>.</summary>
    public void Read(SentenceEvents told, List<FigureDraft> figures)
    {
        FigureDraft? last = null;
        foreach (var clause in told.Clauses)
        {
            Measure? shared = null;
            EventDraft? sharedCause = null;
            for (var k = 0; k < clause.Items.Count; k++)
            {
                var item = clause.Items[k];
                if (item.Phrase is not { } outer) { if (item.Kind == PartKind.Verb) (shared, sharedCause) = (null, null); continue; }
                foreach (var phrase in outer.Nested())
                {
                    if (NumberOf(phrase, outer, clause, told) is not { } number) continue;
                    var (measure, cause) = MeasureOf(phrase, outer, clause, told);
                    // A bare conjunct counts as what it is joined to: "3 soldiers and 5 civilians".
                    if (measure is null or Measure.Troops && (outer.And || meanings.RoleOf(outer.Preposition) == Role.Also) && outer == phrase && shared is not null && IsPeople(phrase)) (measure, cause) = (shared, sharedCause);
                    if (measure is null or Measure.Troops && last is not null && IsPart(clause, k)) (measure, cause) = (last.Measure, last.Cause);
                    if (measure is not { } m || number.LowOrNull is 0) continue;
                    (shared, sharedCause) = (m, cause);
                    if (IsCombined(clause, k, outer) && m is Measure.Wounded or Measure.Killed) m = Measure.Casualties;
                    var draft = new FigureDraft
                    {
                        Measure = m,
                        Number = number,
                        Unit = phrase.Head >= 0 ? phrase : null,
                        Clause = clause,
                        Cause = cause,
                        Start = phrase.Start,
                        End = phrase.Number is null ? phrase.End : Math.Max(phrase.Number.Value.End, phrase.Head + 1),
                        From = phrase.From,
                        WordsFrom = phrase.From,
                        WordsTo = told.Tokens[(phrase.Number is null ? phrase.Head + 1 : Math.Max(phrase.Number.Value.End, phrase.Head + 1)) - 1].End,
                        Rule = "figure." + Words.Of(m),
                        Sentence = clause.Sentence,
                        PerFamily = phrase.Kind?.Denotes == Denotes.Family,
                    };
                    AddPlaces(draft, clause);
                    if (last is not null && IsPart(clause, k)) draft.PartOf = last;
                    else last = draft;
                    figures.Add(draft);
                }
            }
        }
    }

    /// <summary>Where it was: the first place after the number in its clause, else one before it.</summary>
    private void AddPlaces(FigureDraft draft, Clause clause)
    {
        Phrase? best = null;
        foreach (var complement in clause.Complements)
        {
            var role = meanings.RoleOf(complement.Preposition);
            if (!complement.IsPlace || !(role == Role.Place || (role == Role.From && draft.Measure == Measure.Displaced) || complement.Preposition.Length == 1)) continue;
            if (best is null || (best.Start < draft.Start && complement.Start > draft.Start)) best = complement;
        }
        if (best is not null) draft.Places.Add(best);
    }

    private static bool IsPeople(Phrase phrase) => phrase.Kind?.Denotes is Denotes.Person or Denotes.Force or Denotes.Family or Denotes.Quantity || phrase.Head < 0;

    /// <summary>The number of a phrase: written, a dual, or one, where a single indefinite victim is counted.</summary>
    private NumberValue? NumberOf(Phrase phrase, Phrase outer, Clause clause, SentenceEvents told)
    {
        if (phrase.Number is { Kind: ValueKind.Number } written) return written.Number;
        if (phrase.Number is not null) return null;
        if (phrase.IsDefinite || phrase.Head < 0 || phrase.Kind?.Denotes is not Denotes.Person || phrase.Name is not null || phrase.IsPersonName) return null;
        var two = phrase.Features.HasFlag(Morph.Dual);
        if (!two && (!phrase.Features.HasFlag(Morph.Sing) || phrase.Features.HasFlag(Morph.Plur))) return null;
        // One victim: "the killing of a civilian", "a civilian was killed".
        var counted = outer.Nested().TakeWhile(p => p != phrase).Any(p => frames.OfNoun(p)?.Measure is Measure.Killed or Measure.Wounded or Measure.Casualties or Measure.Detained or Measure.Abducted)
            || told.VerbTolls.Any(t => t.Killing.Clause == clause && t.Killing.Targets.Contains(phrase)) || told.Events.Exists(e => e.Clause == clause && e.Noun is null && e.Targets.Contains(phrase) && e.Frame.Measure is Measure.Killed or Measure.Wounded);
        return counted ? new NumberValue(two ? 2 : 1) : null;
    }

    private (Measure?, EventDraft?) MeasureOf(Phrase phrase, Phrase outer, Clause clause, SentenceEvents told)
    {
        var events = told.Events;
        var toll = told.Tolls.Find(t => outer.Contains(t.Victims));
        var cause = toll.Cause ?? events.Find(e => e.Clause == clause && (e.Targets.Contains(phrase) || (e.Noun is not null && outer.Contains(e.Noun)))) ?? events.FindLast(e => e.Clause == clause && e.Type == EventType.Assault);
        // The act decides what soldiers or vehicles are a figure of; "the dead" are the dead whatever the act.
        if (phrase.Kind?.Measure is { } own and (Measure.Killed or Measure.Wounded or Measure.Casualties or Measure.Missing or Measure.Strikes or Measure.Vehicles or Measure.Weapons or Measure.Posts or Measure.Buildings or Measure.Money)) return (own, cause);
        Phrase? governor = null;
        foreach (var p in outer.Nested())
        {
            if (p == phrase) break;
            if (p.Kind?.Measure is Measure.Killed or Measure.Wounded) return (p.Kind.Measure, cause);
            if (frames.OfNoun(p)?.Measure is not null) governor = p;
        }
        if (governor is not null && IsPeopleOrThing(phrase)) return (frames.OfNoun(governor)!.Measure, cause);
        foreach (var (killing, attack) in told.VerbTolls)
            if (killing.Clause == clause && killing.Frame.Measure is { } verbal && killing.Targets.Contains(phrase) && IsPeopleOrThing(phrase)) return (verbal, attack);
        var verb = events.Find(e => e.Clause == clause && e.Noun is null && e.Frame.Measure is not null && (e.Targets.Contains(phrase) || (e.Frame.Roles == RolePattern.Motion && e.Agents.Contains(phrase))));
        if (verb is not null && IsPeopleOrThing(phrase)) return (verb.Frame.Measure, verb);
        // "The number of the dead rose to 19": the subject says what is counted.
        if (outer == phrase && meanings.RoleOf(phrase.Preposition) == Role.Toward && SubjectsAround(clause).SelectMany(s => s.Nested()).Select(n => n.Kind?.Measure).FirstOrDefault(m => m is Measure.Killed or Measure.Wounded or Measure.Displaced or Measure.Detained or Measure.Missing) is { } counted) return (counted, cause);
        return (phrase.Kind?.Measure, cause);
    }

    /// <summary>Subjects of a clause and, for a relative one, of the clause around it.</summary>
    private static IEnumerable<Phrase> SubjectsAround(Clause clause) =>
        clause is { Link: Link.Relative, Parent: { } parent } ? clause.Subjects.Concat(parent.Subjects) : clause.Subjects;

    private static bool IsPeopleOrThing(Phrase phrase) =>
        phrase.Head < 0 || phrase.Kind?.Denotes is Denotes.Quantity or Denotes.Person or Denotes.Force or Denotes.Family or Denotes.Vehicle or Denotes.Weapon or Denotes.Aircraft or Denotes.Facility or Denotes.Body || phrase.Kind is null || phrase.Demonym >= 0;

    /// <summary>"Among them 3 children": right after a word for inclusion with a pronoun.</summary>
    private bool IsPart(Clause clause, int k)
    {
        for (var j = k - 1; j >= 0 && j >= k - 2; j--)
        {
            if (clause.Items[j].Phrase is { IsPronoun: true } pronoun && meanings.RoleOf(pronoun.Preposition) is Role.Between or Role.From) return true;
            if (clause.Items[j].Kind == PartKind.Particle && clause.Items[j].Function == "include") return true;
        }
        return false;
    }

    /// <summary>"Killing and wounding 20": two casualty nouns over one number.</summary>
    private bool IsCombined(Clause clause, int k, Phrase outer) =>
        k > 0 && outer.And && outer.Genitive is not null && clause.Items[k - 1].Phrase is { Genitive: null, Number: null } before && clause.Items[k - 1].End == outer.Start
        && frames.OfNoun(before)?.Measure is Measure.Killed or Measure.Wounded;
}
