using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Values;

namespace Isnad.Claims;

/// <summary>Finds how things stand: control, posts, backing, offices, routes.</summary>
internal sealed class StateReader(Meanings meanings, World world)
{
    /// <summary>Adds the states of a sentence's clauses to <paramref name="states"/>.</summary>
    public void Read(List<Clause> clauses, List<EventDraft> events, List<StateDraft> states)
    {
        foreach (var e in events) ReadTerritory(e, states);
        foreach (var clause in clauses)
        {
            if (clause.Verb?.Lemma is { } lemma)
                foreach (var pattern in meanings.StatesOf(lemma.Text)) ReadVerb(clause, pattern, states);
            foreach (var item in clause.Items)
                if (item.Phrase is { } phrase) foreach (var nested in phrase.Nested()) ReadOffice(clause, nested, states);
        }
    }

    /// <summary>Who takes a place by force holds it.</summary>
    private static void ReadTerritory(EventDraft e, List<StateDraft> states)
    {
        if (e.Mode != "territory" || e.Agents.Count == 0 || e.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing) || e.Polarity == Polarity.Negated) return;
        var places = e.Places.Concat(e.Targets.Where(PlaceTest.IsPlace)).ToList();
        if (places.Count == 0) return;
        var state = Make(e, Predicate.Controls, e.Agents[0], "state.territory");
        state.Objects.AddRange(places);
        state.HeldBefore = e.Targets.Find(t => !PlaceTest.IsPlace(t));
        states.Add(state);
    }

    private static StateDraft Make(Draft like, Predicate predicate, Phrase subject, string rule) => new()
    {
        Predicate = predicate, Subject = subject, Start = like.Start, End = like.End, From = like.From, Clause = like.Clause,
        Status = ClaimStatus.Happened, Rule = rule, Sentence = like.Sentence,
    };

    private void ReadVerb(Clause clause, StatePattern pattern, List<StateDraft> states)
    {
        var subjects = Take(clause, pattern.Subject);
        var objects = Take(clause, pattern.Object);
        if (subjects.Count == 0 || objects.Count == 0) return;
        if (pattern.Predicate == Predicate.Links && objects.Count < 2) return;
        var verb = clause.Verb!;
        var state = new StateDraft
        {
            Predicate = pattern.Predicate, Subject = subjects[0], Start = verb.Start, End = verb.End, From = -1, Clause = clause,
            Rule = "state." + Words.Of(pattern.Predicate), Sentence = clause.Sentence, Count = subjects[0].Number?.Number,
        };
        state.Objects.AddRange(objects);
        if (pattern.Holder.Length > 0 && Take(clause, pattern.Holder) is [var holder, ..]) state.Holder = holder;
        states.Add(state);
    }

    /// <summary>Phrases in a function: <c>subject</c>, <c>object</c>, <c>antecedent</c>, or a preposition.</summary>
    private static List<Phrase> Take(Clause clause, string function) => function switch
    {
        "subject" => clause.Subjects.Count > 0 ? clause.Subjects : clause.Antecedent is { } head ? [head] : [],
        "object" => clause.Objects,
        "antecedent" => clause.Antecedent is { } head ? [head] : [],
        _ => clause.Complements.Where(c => c.Preposition == function && !c.IsPronoun).ToList(),
    };

    private void ReadOffice(Clause clause, Phrase phrase, List<StateDraft> states)
    {
        if (phrase.Office is not { } office || !phrase.IsPersonName || office.Kind is null) return;
        var state = new StateDraft
        {
            Predicate = Predicate.HoldsOffice, Subject = phrase, Office = office, Start = office.Start, End = office.End, From = office.From,
            Clause = clause, Rule = "state.office", Sentence = clause.Sentence,
        };
        if (office.Genitive is { } body && (body.Name is not null || body.Kind?.Denotes is Denotes.Body or Denotes.Force)) state.Objects.Add(body);
        else if (office.Demonym >= 0) state.Objects.Add(EventReader.DemonymOf(office));
        _ = world;
        states.Add(state);
    }
}

/// <summary>How a verb tells a state: where its subject, object and holder stand.</summary>
internal sealed record StatePattern(Predicate Predicate, string Subject, string Object, string Holder);
