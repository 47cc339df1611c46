using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Values;

namespace Isnad.Claims;

/// <summary>Finds what the numbers of a sentence are figures of.</summary>
internal sealed class FigureReader(Lexicon lexicon, Meanings meanings, EventFrames frames)
{
    private readonly MeasureReader _measures = new(meanings, frames);
    private readonly NoHarmReader _none = new(meanings, frames);
    private readonly FigurePlaces _places = new(meanings);

    /// <summary>The figure read last in the sentence, with the item it stands in; and the whole of which parts are being listed.</summary>
    private (FigureDraft Figure, Clause Clause, int Item)? _last;
    private FigureDraft? _whole;

    /// <summary>Adds the figures of a sentence, whose events are told, to <paramref name="figures"/>.</summary>
    public void Read(SentenceEvents told, List<FigureDraft> figures)
    {
        var first = figures.Count;
        (_last, _whole) = (null, null);
        foreach (var clause in told.Clauses)
        {
            for (var k = 0; k < clause.Items.Count; k++)
            {
                if (clause.Items[k].Phrase is not { } outer) continue;
                foreach (var phrase in outer.Nested())
                    if (CountReader.Of(phrase) is { } count && ReadCount(phrase, count, clause, k, told) is { } figure) Add(figure, clause, k, told, figures);
            }
            _none.Read(clause, told, figures);
        }
        FigureLists.ShareUnits(figures, first);
        for (var i = first; i < figures.Count; i++) _places.Add(figures[i], told);
        for (var i = figures.Count - 1; i >= first; i--)
            if (_places.EachOf(figures[i]) is { Count: > 1 } places) FigureLists.Repeat(figures, i, places);
    }

    private void Add(FigureDraft figure, Clause clause, int k, SentenceEvents told, List<FigureDraft> figures)
    {
        figures.Add(figure);
        if (figure.PartOf is null) _whole = figure;
        _last = (figure, clause, k);
        if (SecondMeasure(figure, clause, k, told) is { } second) figures.Add(second);
    }

    private FigureDraft? ReadCount(Phrase phrase, Count count, Clause clause, int k, SentenceEvents told)
    {
        var outer = clause.Items[k].Phrase!;
        var counted = _measures.Of(phrase, outer, clause, told);
        var (measure, cause) = (counted.Measure, counted.Cause);
        var isListed = outer == phrase && IsListed(clause, k, phrase);
        var isPart = IsPart(clause, k) || IsOfThem(clause, k, phrase) || isListed && _last?.Figure is { PartOf: not null };
        var isOpened = outer == phrase && OpensList(clause, k);
        if (_last is { } last && measure is null or Measure.Troops or Measure.Displaced or Measure.Detained && (isListed || isPart || isOpened) && IsPeople(phrase)) (measure, cause) = (last.Figure.Measure, last.Figure.Cause);
        if (measure is not { } m) return null;
        if (count.NeedsFrame && (!(counted.IsFrame || isPart || isListed && _last?.Figure is { IsFrame: true }) || !OfPersons(m) || IsApposition(clause, k, outer))) return null;
        if (count.NeedsFrame && _last is { Figure.Measure: Measure.Casualties } both && both.Clause == clause) return null;
        if (m == Measure.Money && !told.Events.Exists(e => e.Clause == clause)) return null;
        if (OfPersons(m) && (count.Number.LowOrNull < 1 || CountsThings(phrase))) return null;
        if (IsOfThem(clause, k, phrase) && OfPersons(m) && IsOfThings(clause.Items[k + 1])) return null;
        if (m is Measure.Wounded or Measure.Killed && (IsCombined(clause, k, outer) || IsBoth(clause, k) || FollowsCasualtyWord(clause, outer, told))) m = Measure.Casualties;
        var end = Math.Max(phrase.Number is { } number ? number.End : 0, Math.Max(phrase.End, phrase.Group?.End ?? 0));
        if (IsOfThem(clause, k, phrase)) end = clause.Items[k + 1].End;
        return new FigureDraft
        {
            Measure = m,
            Number = CountReader.Bounded(count.Number, outer, counted.Tally, clause),
            Value = phrase.Number,
            Unit = CountReader.UnitOf(phrase, UnitBefore(m)),
            Clause = clause,
            Cause = cause,
            PartOf = isPart || isOpened ? _whole : null,
            IsFrame = counted.IsFrame || isListed && _last?.Figure is { IsFrame: true },
            IsTally = counted.Tally is not null,
            IsJoined = outer == phrase && JoinsToLast(clause, k),
            Start = phrase.Start,
            End = end,
            From = phrase.From,
            WordsFrom = phrase.From,
            WordsTo = told.Tokens[end - 1].End,
            Rule = "figure." + Words.Of(m),
            Sentence = clause.Sentence,
            PerFamily = (phrase.Kind ?? phrase.Group?.Kind)?.Denotes == Denotes.Family,
            Flow = m == Measure.Displaced ? counted.Tally is not null || _measures.OwnMeasure(phrase) == Measure.Displaced ? "stock" : "new" : null,
        };
    }

    private static bool OfPersons(Measure measure) => measure is Measure.Killed or Measure.Wounded or Measure.Casualties or Measure.Detained or Measure.Abducted or Measure.Missing;

    /// <summary>Years, metres, cases: a known noun of no persons.</summary>
    private static bool CountsThings(Phrase phrase) =>
        phrase is { Head: >= 0, Kind: null, Name: null, Demonym: < 0, Lemma: not null } && phrase.Features.HasFlag(Morph.Noun) && !phrase.Features.HasFlag(Morph.Human);

    /// <summary>"Three of them", where a feminine singular pronoun takes things up.</summary>
    private bool IsOfThings(SentencePart pronoun) =>
        pronoun.Analysis.Pronoun is > 0 and var enclitic && lexicon.Enclitics[enclitic - 1].Features is var features && features.HasFlag(Morph.Fem) && features.HasFlag(Morph.Sing);

    /// <summary>What only says who somebody named or counted before is: "the sergeant X, one of the guards, was killed".</summary>
    private static bool IsApposition(Clause clause, int k, Phrase outer)
    {
        if (k == 0 || outer.And || outer.Preposition.Length > 0) return false;
        var before = clause.Items[k - 1];
        if (before is { Kind: PartKind.Mark, Mark: ',' } && k > 1) before = clause.Items[k - 2];
        return before.Phrase is { } named && (named.IsPersonName || named.Nested().Any(n => n.IsPersonName) || named.Number is not null && before.End == outer.Start);
    }

    private Phrase? UnitBefore(Measure measure) =>
        (OfPersons(measure) || measure == Measure.Displaced) && _last?.Figure is { PartOf: null, Unit: { Kind: null or { Denotes: Denotes.Person or Denotes.Family or Denotes.Force } } unit } ? unit : null;

    private static bool IsPeople(Phrase phrase) => phrase.Kind?.Denotes is Denotes.Person or Denotes.Force or Denotes.Family or Denotes.Quantity || phrase.Head < 0 || phrase.Demonym >= 0;

    /// <summary>A bare conjunct of the figure before it: "3 soldiers and 5 civilians".</summary>
    private bool IsListed(Clause clause, int k, Phrase phrase) =>
        (phrase.And || meanings.RoleOf(phrase.Preposition) == Role.Also) && IsPeople(phrase) && JoinsToLast(clause, k)
        && (phrase.Preposition.Length == 0 || meanings.RoleOf(phrase.Preposition) == Role.Also || phrase.Preposition == clause.Items[_last!.Value.Item].Phrase!.Preposition);

    /// <summary>Whether only marks, prepositions and phrases on the last figure's group stand between it and this item.</summary>
    private bool JoinsToLast(Clause clause, int k)
    {
        if (_last is not { } last || last.Clause != clause || clause.Items[k].Phrase is not { } phrase || !(phrase.And || meanings.RoleOf(phrase.Preposition) == Role.Also)) return false;
        var isAlso = meanings.RoleOf(phrase.Preposition) == Role.Also;
        for (var j = last.Item + 1; j < k; j++)
            if (clause.Items[j].Kind is PartKind.Verb or PartKind.Time || !isAlso && clause.Items[j].Phrase is { IsPronoun: false, Preposition.Length: 0 } || clause.Items[j] is { Kind: PartKind.Mark, Mark: not ',' }) return false;
        return k - last.Item <= (isAlso ? 5 : 3);
    }

    /// <summary>"Among them 3 children": right after a word for inclusion with a pronoun.</summary>
    private bool IsPart(Clause clause, int k)
    {
        if (_last is null) return false;
        for (var j = k - 1; j >= 0 && j >= k - 2; j--)
        {
            if (clause.Items[j].Phrase is { IsPronoun: true } pronoun && meanings.RoleOf(pronoun.Preposition) is Role.Between or Role.From) return true;
            if (clause.Items[j].Kind == PartKind.Particle && clause.Items[j].Function == "include") return true;
            if (clause.Items[j].Kind != PartKind.Particle) return false;
        }
        return false;
    }

    /// <summary>"Three of them": a bare number before "of" with a pronoun.</summary>
    private bool IsOfThem(Clause clause, int k, Phrase phrase) =>
        _last is not null && phrase.Number is not null && phrase.Head < 0 && phrase.Group is null && k + 1 < clause.Items.Count
        && (clause.Items[k + 1].Phrase is { IsPronoun: true } pronoun && meanings.RoleOf(pronoun.Preposition) == Role.From || clause.Items[k + 1] is { Kind: PartKind.Particle, Function: "include" });

    /// <summary>"55 dead: 40 civilians and 15 fighters": the first of a list after a colon.</summary>
    private bool OpensList(Clause clause, int k) =>
        _last is { } last && k == 0 && clause.Parent == last.Clause && last.Item == last.Clause.Items.Count - 2 && last.Clause.Items[^1] is { Kind: PartKind.Mark, Mark: ':' or '(' };

    /// <summary>"Killing and wounding 20": two casualty nouns over one number.</summary>
    private bool IsCombined(Clause clause, int k, Phrase outer) =>
        k > 0 && outer.And && outer.Genitive is not null && clause.Items[k - 1].End == outer.Start && _measures.IsCasualtyWord(clause.Items[k - 1], clause) && frames.OfNoun(outer)?.Measure is Measure.Killed or Measure.Wounded;

    /// <summary>"Were killed and wounded 100": a verb right after another word of casualty, over one number.</summary>
    private bool FollowsCasualtyWord(Clause clause, Phrase outer, SentenceEvents told) =>
        clause.Verb is { And: true } verb && outer.Start > verb.Start && _measures.IsCasualtyWord(verb, clause)
        && told.Clauses.Exists(c => c != clause && c.Items.Count > 0 && c.Items[^1].End == verb.Start && (c.Verb is null || c.Subjects.Count == 0) && _measures.IsCasualtyWord(c.Items[^1], c));

    /// <summary>"60 of them, dead and wounded": what follows says that both are counted.</summary>
    private bool IsBoth(Clause clause, int k)
    {
        for (var j = k + 1; j < clause.Items.Count && j <= k + 2; j++)
            if (clause.Items[j].Phrase is { Number: null, Kind.Measure: Measure.Killed or Measure.Wounded } kind && meanings.RoleOf(kind.Preposition) == Role.Between) return true;
        return false;
    }

    /// <summary>"Tens of dead and wounded": the number holds for the second noun as well.</summary>
    private static FigureDraft? SecondMeasure(FigureDraft figure, Clause clause, int k, SentenceEvents told)
    {
        if (figure.Measure is not (Measure.Killed or Measure.Wounded) || figure.Value is null || k + 1 >= clause.Items.Count) return null;
        if (clause.Items[k + 1].Phrase is not { And: true, Number: null, Genitive: null, Kind: { Denotes: Denotes.Person, Measure: Measure.Killed or Measure.Wounded } } second || second.Kind!.Measure == figure.Measure || second.Start != clause.Items[k].Phrase!.End) return null;
        return new FigureDraft
        {
            Measure = second.Kind.Measure.Value,
            Number = figure.Number,
            Unit = second,
            Clause = clause,
            Cause = figure.Cause,
            Start = figure.Start,
            End = second.End,
            From = figure.From,
            WordsFrom = figure.WordsFrom,
            WordsTo = told.Tokens[second.End - 1].End,
            Rule = "figure." + Words.Of(second.Kind.Measure.Value),
            Sentence = clause.Sentence,
        };
    }
}
