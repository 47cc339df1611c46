using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Values;

namespace Isnad.Claims;

/// <summary>Finds how things stand: control, posts, backing, offices, routes.</summary>
internal sealed class StateReader(Meanings meanings)
{
    private List<Clause> _clauses = [];

    /// <summary>Adds the states of a sentence's clauses to <paramref name="states"/>.</summary>
    public void Read(List<Clause> clauses, List<EventDraft> events, List<StateDraft> states)
    {
        _clauses = clauses;
        foreach (var e in events) ReadTerritory(e, states);
        foreach (var clause in clauses)
        {
            if (clause.Verb?.Lemma is { } lemma)
                foreach (var pattern in meanings.StatesOf(lemma.Text)) ReadVerb(clause, pattern, states);
            foreach (var item in clause.Items)
            {
                if (item.Phrase is not { } phrase) continue;
                foreach (var nested in phrase.Nested())
                {
                    ReadOffice(clause, nested, states);
                    ReadNoun(clause, item, nested, states);
                    ReadParticiples(clause, item, nested, states);
                }
            }
            ReadAgreement(clause, states);
        }
    }

    /// <summary>Who takes a place by force holds it.</summary>
    private static void ReadTerritory(EventDraft e, List<StateDraft> states)
    {
        if (e.Mode != "territory" || e.Agents.Count == 0 || e.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing) || e.Polarity == Polarity.Negated) return;
        var places = e.Places.Concat(e.Targets.Where(t => t.IsPlace)).ToList();
        if (places.Count == 0) return;
        var state = Add(e.Clause!, Predicate.Controls, e.Agents[0], places, (e.Start, e.End, e.From), "state.territory", states);
        state.HeldBefore = e.Targets.Find(t => !t.IsPlace);
    }

    private void ReadVerb(Clause clause, StatePattern pattern, List<StateDraft> states)
    {
        var subjects = Take(clause, pattern.Subject);
        var objects = Take(clause, pattern.Object);
        // The place of an object may stand in a clause that qualifies it: "posts that were set up in ...".
        if (objects.Count == 0 && subjects.Count > 0)
            foreach (var relative in _clauses)
                if (relative.Link == Link.Relative && relative.Antecedent is { } head && subjects[0].Nested().Contains(head)) objects = [.. relative.Complements.Where(c => c.Preposition == pattern.Object && !c.IsPronoun && c.IsPlace)];
        if (subjects.Count == 0 || objects.Count == 0) return;
        // "A blast occurred on the road": what happens holds, signs and owns nothing.
        if (subjects[0] is { Kind: null, Name: null, Lemma: { } what } && meanings.TellsEvent(what)) return;
        if (pattern.Predicate == Predicate.Links && objects.Count < 2) return;
        var verb = clause.Verb!;
        var state = AddCounted(clause, pattern.Predicate, subjects[0], objects, (verb.Start, verb.End, -1), states);
        if (pattern.Holder.Length > 0 && Take(clause, pattern.Holder) is [var holder, ..]) state.Holder = holder;
    }

    /// <summary>"The presence of three posts in ...": the state that a noun tells of its genitive.</summary>
    private void ReadNoun(Clause clause, SentencePart item, Phrase noun, List<StateDraft> states)
    {
        if (noun.Lemma is not { } lemma || noun.Genitive is not { } subject) return;
        foreach (var pattern in meanings.StatesOf(lemma.Text))
        {
            if (pattern.Subject != "genitive") continue;
            var objects = After(clause, item, pattern.Object);
            if (objects.Count > 0) AddCounted(clause, pattern.Predicate, subject, objects, (noun.Head, noun.Head + 1, noun.From), states);
        }
    }

    /// <summary>"Supported by", "stationed in": participles that qualify a phrase.</summary>
    private void ReadParticiples(Clause clause, SentencePart item, Phrase phrase, List<StateDraft> states)
    {
        for (var a = 0; a < phrase.Participles.Count; a++)
        {
            var (token, root, passive) = phrase.Participles[a];
            foreach (var pattern in meanings.StatesOf(root))
            {
                if (passive && pattern.Object == "object" && (phrase.Complement ?? AfterRole(clause, item, Role.From, Role.Agent)) is { } doer) AddCounted(clause, pattern.Predicate, doer, [phrase], (token, token + 1, -1), states);
                else if (!passive && pattern.Subject == "subject" && pattern.Object is not "object" && After(clause, item, pattern.Object) is { Count: > 0 } objects) AddCounted(clause, pattern.Predicate, phrase, objects, (token, token + 1, -1), states);
            }
        }
    }

    /// <summary>What is set up or done under an agreement exists under it.</summary>
    private void ReadAgreement(Clause clause, List<StateDraft> states)
    {
        foreach (var complement in clause.Complements)
        {
            if (meanings.RoleOf(complement.Preposition) != Role.Under) continue;
            var agreement = complement.Nested().FirstOrDefault(n => n.Kind?.Denotes == Denotes.Agreement || n.Name?.As(NameKind.Agreement) is not null);
            var subject = clause.Antecedent ?? (clause.IsPassive ? clause.Subjects.FirstOrDefault() : clause.Objects.FirstOrDefault() ?? clause.Subjects.FirstOrDefault());
            if (agreement is not null && subject is not null && subject.Kind?.Denotes is Denotes.Facility or Denotes.Force or Denotes.Place) AddCounted(clause, Predicate.Under, subject, [agreement], (complement.Start, complement.Start + 1, -1), states);
        }
    }

    /// <summary>Adds a state in which the number of its subject counts ("three posts").</summary>
    private static StateDraft AddCounted(Clause clause, Predicate predicate, Phrase subject, List<Phrase> objects, (int Start, int End, int From) trigger, List<StateDraft> states)
    {
        var state = Add(clause, predicate, subject, objects, trigger, "state." + Words.Of(predicate), states);
        state.Count = subject.Number?.Number;
        return state;
    }

    private static StateDraft Add(Clause clause, Predicate predicate, Phrase subject, List<Phrase> objects, (int Start, int End, int From) trigger, string rule, List<StateDraft> states)
    {
        var state = new StateDraft
        {
            Predicate = predicate,
            Subject = subject,
            Start = trigger.Start,
            End = trigger.End,
            From = trigger.From,
            Clause = clause,
            Rule = rule,
            Sentence = clause.Sentence,
        };
        state.Objects.AddRange(objects);
        states.Add(state);
        return state;
    }

    private static List<Phrase> After(Clause clause, SentencePart item, string preposition) =>
        [.. clause.Items.SkipWhile(i => i != item).Skip(1).Select(i => i.Phrase).Where(p => p is { IsPronoun: false } && p.Preposition == preposition).Select(p => p!)];

    private Phrase? AfterRole(Clause clause, SentencePart item, Role one, Role other)
    {
        var at = clause.Items.IndexOf(item);
        return at + 1 < clause.Items.Count && clause.Items[at + 1].Phrase is { } next && meanings.RoleOf(next.Preposition) is var role && (role == one || role == other) ? next : null;
    }

    /// <summary>Phrases in a function: <c>subject</c>, <c>object</c>, <c>antecedent</c>, or a preposition.</summary>
    private static List<Phrase> Take(Clause clause, string function) => function switch
    {
        "subject" => clause.Subjects.Count > 0 ? clause.Subjects : clause.Antecedent is { } head ? [head] : [],
        "object" => clause.Objects,
        "genitive" => [],
        "antecedent" => clause.Antecedent is { } head ? [head] : [],
        // "The town over which ...": the pronoun stands for what the clause qualifies.
        _ => clause.Complements.Where(c => c.Preposition == function).Select(c => c.IsPronoun ? clause.Link == Link.Relative ? clause.Antecedent : null : c).OfType<Phrase>().ToList(),
    };

    private void ReadOffice(Clause clause, Phrase phrase, List<StateDraft> states)
    {
        if (phrase.Office is not { } office || !phrase.IsPersonName || office.Kind is null) return;
        List<Phrase> bodies =
            office.Genitive is { } body && (body.Name is not null || body.Kind?.Denotes is Denotes.Body or Denotes.Force) ? [body]
            : office.Demonym >= 0 ? [office.OfDemonym()] : [];
        var state = Add(clause, Predicate.HoldsOffice, phrase, bodies, (office.Start, office.End, office.From), "state.office", states);
        state.Office = office;
    }
}

/// <summary>How a verb tells a state: where its subject, object and holder stand.</summary>
internal sealed record StatePattern(Predicate Predicate, string Subject, string Object, string Holder);
