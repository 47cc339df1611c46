using Isnad.Morphology;
using Isnad.Semantics;

namespace Isnad.Clauses;

/// <summary>Finds the clauses of a sentence and how they hang together.</summary>
internal sealed class ClauseReader(Lexicon lexicon, Meanings meanings)
{
    private readonly FunctionReader _functions = new(lexicon, meanings);
    private readonly Agreement _agreement = new(lexicon);

    /// <summary>The clauses of a row of items, in text order of their openings.</summary>
    public List<Clause> Read(List<SentencePart> items, int sentence)
    {
        var clauses = Segment(items, sentence);
        foreach (var clause in clauses) _functions.Assign(clause);
        foreach (var clause in clauses) InheritSubject(clause);
        foreach (var clause in clauses) BindPronouns(clause);
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
                        case "relative" or "relative-event":
                            // "Which led to ...": what the whole clause before tells, no noun in it.
                            var head = item.Function == "relative" ? LastPhrase(current) : null;
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

    private bool IsSaying(Clause clause) => clause.Verb?.Lemma is { } lemma && meanings.Says(lemma.Text);

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
        if (verb.IsParticiple) return Open(clauses, Link.Coordinate, Host(current, verb), sentence);
        if (!verb.And && OwnTopic(current, verb) is var topicAt and >= 0)
        {
            var own = Open(clauses, Link.Coordinate, current, sentence);
            own.Items.AddRange(current.Items.Skip(topicAt));
            current.Items.RemoveRange(topicAt, current.Items.Count - topicAt);
            return own;
        }
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
        // "Raids that the air force carried out, (and) that hit ...": one more clause on the same noun.
        if (!verb.And && current is { Link: Link.Relative, Antecedent: { IsDefinite: false } qualified } && verb.Analysis.Pronoun == 0 && before is not { Kind: PartKind.Phrase, Phrase: { IsDefinite: false, Name: null } }
            && FunctionReader.AgreesAsTopic(qualified, verb.Analysis))
        {
            var stacked = Open(clauses, Link.Relative, current.Parent, sentence);
            stacked.Antecedent = qualified;
            return stacked;
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
        clause.AfterComma = clause.Link == Link.Coordinate && before is { Kind: PartKind.Mark, Mark: ',' };
        if (clause.Link == Link.Auxiliary) clause.Particles.AddRange(current.Particles);
        return clause;
    }

    /// <summary>The clause whose subject does what a participle says: for words of saying the nearest that reports speech, else the current one.</summary>
    private Clause Host(Clause current, SentencePart participle)
    {
        if (participle.Lemma is { } lemma && meanings.CueOf("say-verb", lemma.Text) is not null)
            for (var outer = current; outer is not null; outer = outer.Parent)
                if (IsSaying(outer)) return outer;
        return current;
    }

    /// <summary>
    /// Where a clause of its own begins among the items before a verb: "and the air force bombs ...", with a noun after "and" that alone
    /// is the verb's subject. -1 if the verb's subject is joined to what stands before, or there is none.
    /// </summary>
    private static int OwnTopic(Clause current, SentencePart verb)
    {
        for (var k = current.Items.Count - 1; k > 0 && k >= current.Items.Count - 5; k--)
        {
            var item = current.Items[k];
            if (item.Kind == PartKind.Time || item.Phrase is { Preposition.Length: > 0 }) continue;
            if (item.Phrase is not { And: true, IsDefinite: true, IsPronoun: false } topic || !FunctionReader.AgreesAsTopic(topic, verb.Analysis)) return -1;
            var isSingular = verb.Analysis.Is(Morph.Sing) && !verb.Analysis.IsAny(Morph.Plur | Morph.Dual);
            if (current.Verb is null && (!isSingular || !Acts(topic) || !current.Items.Exists(i => i.Phrase is { Preposition: "", IsPronoun: false } other && other != topic))) return -1;
            return k;
        }
        return -1;
    }

    private static bool Acts(Phrase phrase) => phrase.Kind?.Denotes is Denotes.Person or Denotes.Force or Denotes.Body || phrase.IsPersonName || phrase.Name is not null || phrase.Demonym >= 0;

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

    /// <summary>A verb without a subject of its own has that of the clause it continues, if they agree.</summary>
    private void InheritSubject(Clause clause)
    {
        if (clause.Verb is not { } verb || clause.Subjects.Count > 0 || clause.IsPassive || !verb.Analysis.IsAny(Morph.Third) || clause.Opening == "relative-event") return;
        // "..., and it called for": after a comma the clause rather continues the main one than a relative clause in it.
        if (clause.AfterComma && Released(clause) is { } main && FunctionReader.AgreesAsTopic(main.Subjects[0], verb.Analysis))
        {
            clause.Subjects.AddRange(main.Subjects);
            clause.SubjectInherited = true;
            return;
        }
        // "... and then (one) was released on bail": what the pronoun under the verb's preposition takes up does not do it.
        if (clause.Parent is { } before && before.Subjects.Count > 0 && clause.Complements.Exists(c => c.IsPronoun && TakesTarget(verb, c.Preposition) && _agreement.MayRefer(c, before.Subjects[0])))
        {
            clause.IsPassive = true;
            return;
        }
        for (var parent = clause.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is { Link: Link.Relative, Antecedent: { } head } && (parent.Subjects.Count == 0 || !FunctionReader.AgreesAsTopic(parent.Subjects[0], verb.Analysis)) && FunctionReader.AgreesAsTopic(head, verb.Analysis))
            {
                clause.Subjects.Add(head);
                clause.SubjectInherited = true;
                return;
            }
            if (parent.Subjects.Count == 0) continue;
            if (FunctionReader.AgreesAsTopic(parent.Subjects[0], verb.Analysis))
            {
                clause.Subjects.AddRange(parent.Subjects);
                clause.SubjectInherited = true;
                return;
            }
        }
        // "And called for ..." at a sentence's head: the subject of the sentence before.
        if (clause is not { Parent: null, Verb.And: true } || _previous.Count == 0 || !FunctionReader.AgreesAsTopic(_previous[0], verb.Analysis)) return;
        clause.Subjects.AddRange(_previous);
        clause.SubjectInherited = true;
    }

    private bool TakesTarget(SentencePart verb, string preposition) => verb.Lemma is { } lemma && meanings.FramesOf(lemma.Text, FrameKind.Verb).Any(f => f.RoleOf(preposition) == Role.Target);

    /// <summary>The clause around the relative clauses that a clause stands in, if it has a subject; null if it stands in none.</summary>
    private static Clause? Released(Clause clause)
    {
        if (clause.Parent is not { Link: Link.Relative }) return null;
        var outer = clause.Parent;
        while (outer is { Link: Link.Relative }) outer = outer.Parent;
        return outer is { Subjects.Count: > 0 } ? outer : null;
    }

    /// <summary>"The ministry said that it ...": the pronoun on "that" means a subject of the clauses around, the nearest that agrees.</summary>
    private void BindPronouns(Clause clause)
    {
        foreach (var pronoun in clause.Subjects)
        {
            if (!pronoun.IsPronoun || pronoun.Binder is not null) continue;
            for (var c = clause.Parent; c is not null && pronoun.Binder is null; c = c.Parent)
                pronoun.Binder = c.Subjects.Find(s => !s.IsPronoun && s.Start < pronoun.Start && _agreement.MayRefer(pronoun, s));
        }
        // "Withdrew its forces": whose something is, the subject before it says, if they agree.
        foreach (var item in clause.Items)
        {
            if (item.Phrase is not { } phrase) continue;
            foreach (var owned in phrase.Nested())
            {
                if (owned.Analysis.Pronoun == 0 || owned.Head < 0 || owned.Binder is not null) continue;
                // "The hunters fired at them": a pronoun by itself means nobody who acts in its own clause.
                if (owned.IsPronoun && clause.Verb is not null) owned.Disjoint = clause.Subjects.Find(s => !s.IsPronoun);
                for (var c = owned.Disjoint is null ? clause : clause.Parent; c is not null && owned.Binder is null; c = c.Parent)
                    owned.Binder = c.Subjects.Find(s => s != owned && !s.IsPronoun && !s.Contains(owned) && s.Start < owned.Start && _agreement.MayRefer(owned, s));
            }
        }
    }

    private List<Phrase> _previous = [];

    /// <summary>Forgets the last report.</summary>
    public void Begin() => _previous = [];
}
