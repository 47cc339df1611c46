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
        var state = Make(e, Predicate.Controls, e.Agents[0], "state.territory");
        state.Objects.AddRange(places);
        state.HeldBefore = e.Targets.Find(t => !t.IsPlace);
        states.Add(state);
    }

    private static StateDraft Make(Draft like, Predicate predicate, Phrase subject, string rule) => new()
    {
        Predicate = predicate,
        Subject = subject,
        Start = like.Start,
        End = like.End,
        From = like.From,
        Clause = like.Clause,
        Status = ClaimStatus.Happened,
        Rule = rule,
        Sentence = like.Sentence,
    };

    private void ReadVerb(Clause clause, StatePattern pattern, List<StateDraft> states)
    {
        var subjects = Take(clause, pattern.Subject);
        var objects = Take(clause, pattern.Object);
        // The place of an object may stand in a clause that qualifies it: "posts that were set up in ...".
        if (objects.Count == 0 && subjects.Count > 0)
            foreach (var relative in _clauses)
                if (relative.Link == Link.Relative && relative.Antecedent is { } head && subjects[0].Nested().Contains(head)) objects = [.. relative.Complements.Where(c => c.Preposition == pattern.Object && !c.IsPronoun && c.IsPlace)];
        if (subjects.Count == 0 || objects.Count == 0) return;
        if (pattern.Predicate == Predicate.Links && objects.Count < 2) return;
        var verb = clause.Verb!;
        var state = new StateDraft
        {
            Predicate = pattern.Predicate,
            Subject = subjects[0],
            Start = verb.Start,
            End = verb.End,
            From = -1,
            Clause = clause,
            Rule = "state." + Words.Of(pattern.Predicate),
            Sentence = clause.Sentence,
            Count = subjects[0].Number?.Number,
        };
        state.Objects.AddRange(objects);
        if (pattern.Holder.Length > 0 && Take(clause, pattern.Holder) is [var holder, ..]) state.Holder = holder;
        states.Add(state);
    }

    /// <summary>"The presence of three posts in ...": the state that a noun tells of its genitive.</summary>
    private void ReadNoun(Clause clause, SentencePart item, Phrase noun, List<StateDraft> states)
    {
        if (noun.Lemma is not { } lemma || noun.Genitive is not { } subject) return;
        foreach (var pattern in meanings.StatesOf(lemma.Text))
        {
            if (pattern.Subject != "genitive") continue;
            var objects = After(clause, item, pattern.Object);
            if (objects.Count > 0) Add(clause, pattern.Predicate, subject, objects, noun.Head, noun.From, states);
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
                if (passive && pattern.Object == "object" && (phrase.Complement ?? AfterRole(clause, item, Role.From, Role.Agent)) is { } doer) Add(clause, pattern.Predicate, doer, [phrase], token, -1, states);
                else if (!passive && pattern.Subject == "subject" && pattern.Object is not "object" && After(clause, item, pattern.Object) is { Count: > 0 } objects) Add(clause, pattern.Predicate, phrase, objects, token, -1, states);
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
            if (agreement is not null && subject is not null && subject.Kind?.Denotes is Denotes.Facility or Denotes.Force or Denotes.Place) Add(clause, Predicate.Under, subject, [agreement], complement.Start, -1, states);
        }
    }

    private static void Add(Clause clause, Predicate predicate, Phrase subject, List<Phrase> objects, int token, int from, List<StateDraft> states)
    {
        var state = new StateDraft { Predicate = predicate, Subject = subject, Start = token, End = token + 1, From = from, Clause = clause, Rule = "state." + Words.Of(predicate), Sentence = clause.Sentence, Count = subject.Number?.Number };
        state.Objects.AddRange(objects);
        states.Add(state);
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
        var state = new StateDraft
        {
            Predicate = Predicate.HoldsOffice,
            Subject = phrase,
            Office = office,
            Start = office.Start,
            End = office.End,
            From = office.From,
            Clause = clause,
            Rule = "state.office",
            Sentence = clause.Sentence,
        };
        if (office.Genitive is { } body && (body.Name is not null || body.Kind?.Denotes is Denotes.Body or Denotes.Force)) state.Objects.Add(body);
        else if (office.Demonym >= 0) state.Objects.Add(office.OfDemonym());
        states.Add(state);
    }
}

/// <summary>How a verb tells a state: where its subject, object and holder stand.</summary>
internal sealed record StatePattern(Predicate Predicate, string Subject, string Object, string Holder);
