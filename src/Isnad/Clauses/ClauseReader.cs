using Isnad.Morphology;
using Isnad.Semantics;

namespace Isnad.Clauses;

/// <summary>Finds the clauses of a sentence and the grammatical functions in them.</summary>
internal sealed class ClauseReader(Lexicon lexicon, Meanings meanings)
{
    private readonly Morph[] _pronouns = Array.ConvertAll(lexicon.Enclitics, e => e.Features);

    /// <summary>The clauses of a row of items, in text order of their openings.</summary>
    public List<Clause> Read(List<SentencePart> items, int sentence)
    {
        var clauses = Segment(items, sentence);
        foreach (var clause in clauses) AssignFunctions(clause);
        foreach (var clause in clauses) InheritSubject(clause);
        if (clauses.Find(c => c is { Link: Link.Main, Verb: not null, Subjects.Count: > 0 }) is { } main) _previous = main.Subjects;
        foreach (var clause in clauses)
            if (clause is { Link: Link.Relative, Antecedent: { Name: null, IsDefinite: true, Genitive: null } head, Verb: not null } && clause.End - head.End is > 0 and <= 6 && clause.Start == head.End && !clause.Items.Exists(i => i.Kind == PartKind.Mark)) head.RelativeEnd = clause.End;
        return clauses;
    }

    private List<Clause> Segment(List<SentencePart> items, int sentence)
    {
        var clauses = new List<Clause>();
        var pending = new List<string>();
        var current = Open(clauses, Link.Main, null, sentence);
        for (var k = 0; k < items.Count; k++)
        {
            var item = items[k];
            switch (item.Kind)
            {
                case PartKind.Verb:
                    current = ForVerb(clauses, current, item, k > 0 ? items[k - 1] : null, sentence);
                    current.Verb = item;
                    current.Items.Add(item);
                    current.Particles.AddRange(pending);
                    pending.Clear();
                    break;
                case PartKind.Particle:
                    switch (item.Function)
                    {
                        case "complement" or "complement-speech":
                            current = Open(clauses, Link.Complement, Completed(current, item), sentence);
                            current.Opening = item.Function;
                            current.Items.Add(item);
                            if (item.Analysis.Pronoun != 0) AddPronoun(current, item);
                            break;
                        case "relative":
                            var head = LastPhrase(current);
                            current = Open(clauses, Link.Relative, current, sentence);
                            current.Antecedent = head;
                            current.Opening = item.Function;
                            current.Items.Add(item);
                            break;
                        case "when" or "if" or "because" or "in-order" or "as" or "until" or "unless" or "after" or "before" or "while" or "although" or "but" or "where" or "so" or "since":
                            current = Open(clauses, Link.Subordinate, current, sentence);
                            current.Opening = item.Function;
                            current.Items.Add(item);
                            break;
                        case "neg-past" or "neg" or "neg-future" or "neg-be" or "future" or "assertive" or "possible" or "exception" or "negation-noun":
                            pending.Add(item.Function);
                            current.Items.Add(item);
                            break;
                        default:
                            current.Items.Add(item);
                            break;
                    }
                    break;
                case PartKind.Mark when item.Mark is ',' or ';' or '.' or ':' or '!' or '?' or '-' or '(' or ')':
                    current.Items.Add(item);
                    if (item.Mark is '.' or ';' or '!' or '?') current = Open(clauses, Link.Main, null, sentence);
                    else if (item.Mark is ':') current = Open(clauses, Link.Complement, current, sentence);
                    else if (item.Mark == ',' && current.Link is Link.Relative or Link.Subordinate or Link.Complement && k + 1 < items.Count && items[k + 1].And && items[k + 1].Kind == PartKind.Phrase)
                        current = Open(clauses, Link.Fragment, current, sentence);
                    break;
                default:
                    current.Items.Add(item);
                    break;
            }
        }
        clauses.RemoveAll(c => c.Items.Count == 0);
        return clauses;
    }

    /// <summary>
    /// The clause that "that" completes: the nearest around it whose verb is one of saying, where the current one is only a
    /// relative clause with another verb ("said an official who asked not to be named that ...").
    /// </summary>
    private Clause Completed(Clause current, SentencePart particle)
    {
        if (current.Link != Link.Relative || (IsSaying(current) && current.Antecedent is not { IsDefinite: false }) || (particle.Function == "complement" && (current.Verb?.Lemma?.Valency.Contains('c', StringComparison.Ordinal) ?? false))) return current;
        for (var outer = current.Parent; outer is not null; outer = outer.Parent)
            if (IsSaying(outer)) return outer;
        return current;
    }

    private bool IsSaying(Clause clause) => clause.Verb?.Lemma is { } lemma && meanings.CueOf("say-verb", lemma.Text) is not null;

    private static Clause Open(List<Clause> clauses, Link link, Clause? parent, int sentence)
    {
        if (parent is { Items.Count: 0, Parent: null }) { parent.Link = link == Link.Complement ? Link.Main : link; return parent; }
        var clause = new Clause { Link = link, Parent = parent, Sentence = sentence };
        clauses.Add(clause);
        return clause;
    }

    /// <summary>The clause to which a verb belongs: the current one if it waits for a verb, else a new one.</summary>
    private Clause ForVerb(List<Clause> clauses, Clause current, SentencePart verb, SentencePart? before, int sentence)
    {
        if (current.Verb is null)
        {
            var phrases = current.Items.Exists(i => i.Kind == PartKind.Phrase);
            // "Raids that the air force carried out": the pronoun on the verb takes the noun before it up.
            if (!verb.And && verb.Analysis.Pronoun != 0 && before is { Kind: PartKind.Phrase, Phrase: { IsDefinite: false, Name: null } taken } && before.End == verb.Start)
            {
                var qualifying = Open(clauses, Link.Relative, current, sentence);
                qualifying.Antecedent = taken;
                return qualifying;
            }
            if (!verb.And || !phrases) return current;
            return Open(clauses, Link.Coordinate, current, sentence);
        }
        if (!verb.And && before is { Kind: PartKind.Phrase, Phrase: { IsDefinite: false, Name: null } last } && !IsAuxiliary(current.Verb))
        {
            var relative = Open(clauses, Link.Relative, current, sentence);
            relative.Antecedent = last;
            return relative;
        }
        if (!verb.And && current.Link is Link.Relative or Link.Fragment)
        {
            // The main clause, whose topic was interrupted, gets its verb.
            for (var outer = current.Parent; outer is not null; outer = outer.Parent)
                if (outer.Verb is null && outer.Items.Exists(i => i.Kind == PartKind.Phrase)) return outer;
        }
        var clause = Open(clauses, !verb.And && IsAuxiliary(current.Verb) ? Link.Auxiliary : verb.And ? Link.Coordinate : Link.Subordinate, current, sentence);
        if (clause.Link == Link.Auxiliary) clause.Particles.AddRange(current.Particles);
        return clause;
    }

    private bool IsAuxiliary(SentencePart verb) =>
        verb.Lemma is { } lemma && (meanings.FramesOf(lemma.Text, FrameKind.Phase).Count > 0 || meanings.FramesOf(lemma.Text, FrameKind.Governor).Count > 0
            || meanings.CueOf("auxiliary", lemma.Text) is not null);

    private static Phrase? LastPhrase(Clause clause)
    {
        for (var k = clause.Items.Count - 1; k >= 0; k--)
        {
            if (clause.Items[k].Kind == PartKind.Phrase) return clause.Items[k].Phrase;
            if (clause.Items[k].Kind == PartKind.Verb) return null;
        }
        return null;
    }

    private static void AddPronoun(Clause clause, SentencePart item) =>
        clause.Subjects.Add(new Phrase { Start = item.Start, End = item.End, Head = item.Start, Analysis = item.Analysis, IsPronoun = true, IsDefinite = true });

    // ---- functions ----

    private void AssignFunctions(Clause clause)
    {
        var verbAt = clause.Verb is null ? -1 : clause.Items.IndexOf(clause.Verb);
        var before = new List<Phrase>();
        var after = new List<Phrase>();
        for (var k = 0; k < clause.Items.Count; k++)
        {
            if (clause.Items[k].Phrase is not { } phrase) continue;
            // A bare conjunct shares the preposition of what it is joined to.
            if (phrase is { And: true, Preposition: "" } && k > 0 && clause.Items[k - 1].Phrase is { Preposition.Length: > 0 } joined && (meanings.RoleOf(joined.Preposition) == Role.Between || joined.Nested().Any(n => SameClass(n, phrase)))) phrase.Preposition = joined.Preposition;
            // "Among them three children" only tells more of what stands before.
            if (phrase.Preposition.Length == 0 && k > 0 && clause.Items[k - 1] is { Phrase: { IsPronoun: true } included } && meanings.RoleOf(included.Preposition) is Role.Between or Role.From) continue;
            if (phrase.IsCue || phrase.IsCircumstantial || phrase.IsObject) continue;
            if (phrase.Preposition.Length > 0) clause.Complements.Add(phrase);
            else if (k < verbAt && !CommaBetween(clause, k, verbAt)) before.Add(phrase);
            else if (k < verbAt) continue;
            else after.Add(phrase);
        }
        if (clause.Verb is not { } verb)
        {
            clause.Objects.AddRange(after);
            if (after.Count > 0) AddConjuncts(clause.Subjects, after, 0);
            return;
        }
        var groups = Groups(after);
        if (clause is { Link: Link.Relative, Antecedent: { } outer }) clause.Antecedent = Qualified(outer, verb.Analysis);
        var topic = before.Count > 0 ? Groups(before)[^1] : null;
        if (clause.Antecedent is { } head && clause.Link == Link.Relative && verb.Analysis.Pronoun == 0 && topic is null && !HasResumptive(clause) && AgreesAsTopic(head, verb.Analysis)) topic = [head];
        clause.IsPassive = IsPassive(clause, verb, groups, topic);
        var hasPronoun = verb.Analysis.Pronoun != 0;
        if (topic is not null && !hasPronoun && AgreesAsTopic(topic[0], verb.Analysis))
        {
            clause.Subjects.AddRange(topic);
            if (groups.Count > 0 && !clause.IsPassive) clause.Objects.AddRange(groups[0]);
            return;
        }
        if (hasPronoun && topic is not null) clause.Objects.AddRange(topic);
        if (groups.Count == 0) return;
        if (CanBeSubject(groups[0][0], verb.Analysis, groups.Count == 1 && TakesObject(verb) && !hasPronoun && !clause.IsPassive))
        {
            clause.Subjects.AddRange(groups[0]);
            if (groups.Count > 1 && !clause.IsPassive) clause.Objects.AddRange(groups[1]);
        }
        else clause.Objects.AddRange(groups[0]);
    }

    /// <summary>A verb without a subject of its own has that of the clause it continues, if they agree.</summary>
    private void InheritSubject(Clause clause)
    {
        if (clause.Verb is not { } verb || clause.Subjects.Count > 0 || clause.IsPassive || !verb.Analysis.IsAny(Morph.Third)) return;
        for (var parent = clause.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent.Subjects.Count == 0) continue;
            if (AgreesAsTopic(parent.Subjects[0], verb.Analysis))
            {
                clause.Subjects.AddRange(parent.Subjects);
                clause.SubjectInherited = true;
                return;
            }
        }
        // "And called for ..." at a sentence's head: the subject of the sentence before.
        if (clause is not { Parent: null, Verb.And: true } || _previous.Count == 0 || !AgreesAsTopic(_previous[0], verb.Analysis)) return;
        clause.Subjects.AddRange(_previous);
        clause.SubjectInherited = true;
    }

    private List<Phrase> _previous = [];

    /// <summary>Forgets the last report.</summary>
    public void Begin() => _previous = [];

    /// <summary>Whether a lone comma parts a phrase from the verb after it: then the verb's subject follows it.</summary>
    private static bool CommaBetween(Clause clause, int from, int to)
    {
        var commas = 0;
        for (var k = from; k < to; k++)
            if (clause.Items[k] is { Kind: PartKind.Mark, Mark: ',' }) commas++;
        return commas % 2 == 1;
    }

    /// <summary>Which of a phrase and its genitives a relative clause qualifies: the innermost that agrees with verb or pronoun.</summary>
    private Phrase Qualified(Phrase outer, Analysis verb)
    {
        var found = outer;
        foreach (var phrase in outer.Nested())
        {
            if (phrase == outer || phrase.Head < 0) continue;
            var features = verb.Pronoun != 0 ? Morph.Third | _pronouns[verb.Pronoun - 1] : verb.Features;
            var plural = phrase.Features.HasFlag(Morph.Plur) && !phrase.Features.HasFlag(Morph.Human);
            var gender = plural ? Morph.Fem : phrase.Features & Morph.Gender;
            var own = outer.Features.HasFlag(Morph.Plur) && !outer.Features.HasFlag(Morph.Human) ? Morph.Fem : outer.Features & Morph.Gender;
            if (gender == 0 || (features & Morph.Gender) == 0 || (features & gender) == 0) continue;
            // Both agree: the nearer one, unless the outer one is an event and the inner one is only its place or victim.
            if ((own & features) != 0 && outer.Features.HasFlag(Morph.Masdar) && phrase.Kind?.Denotes is not (Denotes.Person or Denotes.Force)) continue;
            found = phrase;
        }
        return found;
    }

    private static bool HasResumptive(Clause clause) => clause.Complements.Exists(c => c.IsPronoun);

    private static bool SameClass(Phrase a, Phrase b) =>
        a.IsPlace ? b.IsPlace : !b.IsPlace && (a.Kind?.Denotes ?? Denotes.Other) == (b.Kind?.Denotes ?? Denotes.Other) || a.Name is not null && b.Name is not null;

    private static void AddConjuncts(List<Phrase> to, List<Phrase> phrases, int at)
    {
        to.Add(phrases[at]);
        for (var i = at + 1; i < phrases.Count && phrases[i].And; i++) to.Add(phrases[i]);
    }

    /// <summary>Phrases without preposition, conjuncts together.</summary>
    private static List<List<Phrase>> Groups(List<Phrase> phrases)
    {
        var groups = new List<List<Phrase>>();
        foreach (var phrase in phrases)
        {
            if (phrase.And && groups.Count > 0) groups[^1].Add(phrase);
            else groups.Add([phrase]);
        }
        return groups;
    }

    private static bool TakesObject(SentencePart verb) => verb.Lemma?.Valency.Contains('1', StringComparison.Ordinal) ?? false;

    private static bool AgreesAsTopic(Phrase topic, Analysis verb)
    {
        var f = verb.Features;
        if (topic.IsPronoun) return true;
        if ((f & Morph.Third) == 0 && (f & (Morph.First | Morph.Second)) != 0) return false;
        if (topic.Features == 0 || topic.Name is not null || topic.IsPersonName) return true;
        // A force or body of many takes a verb in the singular as well as in the plural.
        if (topic.Kind?.Denotes is Denotes.Force or Denotes.Body && (topic.Features & Morph.Plur) != 0 && (f & Morph.Masc) != 0) return true;
        var plural = topic.Features.HasFlag(Morph.Plur) || topic.Number is not null;
        if (plural) return (f & Morph.Plur) != 0 || (f & Morph.Fem) != 0 || topic.Number is not null;
        var gender = topic.Features & Morph.Gender;
        return gender == 0 || (f & Morph.Gender) == 0 || (f & gender) != 0;
    }

    /// <summary>A subject after its verb agrees in gender only; a lone phrase after a verb with an object may be the object.</summary>
    private bool CanBeSubject(Phrase phrase, Analysis verb, bool mayBeObject)
    {
        if ((verb.Features & (Morph.First | Morph.Second)) != 0 && (verb.Features & Morph.Third) == 0) return false;
        if ((verb.Features & Morph.Plur) != 0 && (verb.Features & Morph.Masc) != 0 && (verb.Features & Morph.Sing) == 0) return false;
        if (phrase.Features.HasFlag(Morph.Indef) && phrase.Features.HasFlag(Morph.Acc) && phrase.Number is null) return false;
        var gender = phrase.Features & Morph.Gender;
        var verbGender = verb.Features & Morph.Gender;
        var plural = (phrase.Features & Morph.Plur) != 0;
        if (phrase.Name is null && !plural && phrase.Number is null && gender is Morph.Masc or Morph.Fem && verbGender is Morph.Masc or Morph.Fem && gender != verbGender)
            return false;
        if (!mayBeObject || phrase.Name is not null) return true;
        return phrase.Kind?.Denotes is not (Denotes.Place or Denotes.Facility or Denotes.Site or Denotes.Weapon or Denotes.Vehicle);
    }

    /// <summary>Whether the unvowelled form is to be read as a passive.</summary>
    private bool IsPassive(Clause clause, SentencePart verb, List<List<Phrase>> after, List<Phrase>? topic)
    {
        var features = verb.Analysis.Features;
        if ((features & Morph.Pass) == 0) return false;
        if ((features & Morph.Act) == 0) return true;
        if (verb.Analysis.Pronoun != 0) return false;
        // A plural verb has its subject before it: what follows is its object.
        if ((features & Morph.Plur) != 0 && (features & Morph.Sing) == 0 && after.Count > 0) return false;
        var victims = verb.Lemma is { } lemma && meanings.FramesOf(lemma.Text, FrameKind.Verb).Any(f => f.Roles is RolePattern.Transitive or RolePattern.Victim);
        if (!victims) return false;
        if (clause.Complements.Exists(c => meanings.RoleOf(c.Preposition) == Role.Agent)) return true;
        if (after.Count >= 2) return false;
        var patient = after.Count == 1 ? after[0][0] : topic?[0];
        if (patient is null) return topic is not null;
        if (after.Count == 1 && topic is not null) return false;
        // An object is wanting, so the one phrase suffers; but a force, body or name may act on what was not understood.
        if (after.Count == 1 && TakesObject(verb) && CanBeSubject(patient, verb.Analysis, false)
            && (!patient.IsDefinite || (patient.Name is null && patient.Kind?.Denotes is not (Denotes.Force or Denotes.Body)))) return true;
        // One phrase only: people, places and things suffer; armed forces and states act.
        if (after.Count == 0 && topic is not null) return patient.Number is not null || patient.Kind?.Denotes is Denotes.Person or Denotes.Facility or Denotes.Place && patient.Kind.Class != "combatant";
        return patient.Number is not null || patient.Kind?.Denotes is Denotes.Person or Denotes.Facility or Denotes.Vehicle or Denotes.Site or Denotes.Place || patient.IsPersonName;
    }
}
