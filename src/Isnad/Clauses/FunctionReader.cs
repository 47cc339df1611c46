using Isnad.Morphology;
using Isnad.Semantics;

namespace Isnad.Clauses;

/// <summary>Says which phrases of a clause are its subject, its objects and its complements, and whether its verb is passive.</summary>
internal sealed class FunctionReader(Lexicon lexicon, Meanings meanings)
{
    private readonly Agreement _agreement = new(lexicon);
    private readonly Coordination _coordination = new(meanings);

    /// <summary>Assigns the functions of a clause.</summary>
    public void Assign(Clause clause)
    {
        _coordination.Join(clause);
        var verbAt = clause.Verb is null ? -1 : clause.Items.IndexOf(clause.Verb);
        var before = new List<List<Phrase>>();
        var after = new List<List<Phrase>>();
        for (var k = 0; k < clause.Items.Count; k++)
        {
            if (clause.Items[k].Phrase is not { IsCue: false, IsCircumstantial: false, IsObject: false } phrase) continue;
            // "Among them three children" only tells more of what stands before.
            if (phrase.Preposition.Length == 0 && k > 0 && clause.Items[k - 1] is { Phrase: { IsPronoun: true } included } && meanings.RoleOf(included.Preposition) is Role.Between or Role.From) continue;
            if (phrase.Preposition.Length > 0) clause.Complements.Add(phrase);
            else if (phrase.JoinedTo is not null) continue;
            else if (k > verbAt) after.Add(WithConjuncts(phrase));
            else if (clause.Opening.Length > 0 || !CommaBetween(clause, k, verbAt)) before.Add(WithConjuncts(phrase));
        }
        if (clause.Verb is not { } verb)
        {
            foreach (var group in after) clause.Objects.AddRange(group);
            if (after.Count > 0) clause.Subjects.AddRange(after[0]);
            return;
        }
        if (verb.IsParticiple)
        {
            if (after.Count > 0) clause.Objects.AddRange(after[0]);
            return;
        }
        if (clause is { Link: Link.Relative, Antecedent: { } outer }) clause.Antecedent = Qualified(Agreeing(clause, outer, verb.Analysis), verb.Analysis);
        var topic = before.Find(g => AgreesAsTopic(g, verb.Analysis)) ?? (before.Count > 0 ? before[^1] : null);
        if (topic is null && clause.Subjects is [{ IsPronoun: true } dummy] && after.Count > 0 && IsExpletive(dummy, verb, after[0][0])) clause.Subjects.Clear();
        // "That it ...": the pronoun is the subject.
        topic ??= clause.Subjects is [{ IsPronoun: true } stated] ? [stated] : null;
        if (clause.Antecedent is { } head && clause.Link == Link.Relative && verb.Analysis.Pronoun == 0 && topic is null && !HasResumptive(clause, head) && AgreesAsTopic(head, verb.Analysis)) topic = [head];
        clause.IsPassive = IsPassive(clause, verb, after, topic);
        var hasPronoun = verb.Analysis.Pronoun != 0;
        if (topic is not null && !hasPronoun && AgreesAsTopic(topic, verb.Analysis))
        {
            clause.Subjects.Clear();
            clause.Subjects.AddRange(topic);
            if (after.Count > 0 && !clause.IsPassive) clause.Objects.AddRange(after[0]);
            return;
        }
        if (hasPronoun && topic is not null) clause.Objects.AddRange(topic);
        // "The mine that they laid": the pronoun on the verb takes the noun up.
        if (hasPronoun && topic is null && clause is { Link: Link.Relative, Antecedent: { } patient } && Agreement.MayRefer(_agreement.Of(verb.Analysis.Pronoun), patient)) clause.Objects.Add(patient);
        if (after.Count == 0) return;
        if (!clause.IsPassive && Continues(clause, verb, after)) clause.Objects.AddRange(after[0]);
        else if (CanBeSubject(after[0][0], verb.Analysis, after.Count == 1 && TakesObject(verb) && !(after[0][0].Kind?.Denotes == Denotes.Vehicle && Moves(verb)) && !hasPronoun && !clause.IsPassive))
        {
            clause.Subjects.AddRange(after[0]);
            if (after.Count > 1 && !clause.IsPassive) clause.Objects.AddRange(after[1]);
        }
        else clause.Objects.AddRange(after[0]);
    }

    /// <summary>"That there was exposed a patrol to": the pronoun on the particle is not the subject of a verb of the other gender, or of one without an object that a subject follows.</summary>
    private bool IsExpletive(Phrase pronoun, SentencePart verb, Phrase next)
    {
        if (verb.Analysis.Pronoun != 0 || next.IsPronoun || pronoun.Analysis.Pronoun == 0) return false;
        var gender = _agreement.Of(pronoun.Analysis.Pronoun) & Morph.Gender;
        var differs = gender is Morph.Masc or Morph.Fem && (verb.Analysis.Features & Morph.Gender) is Morph.Masc or Morph.Fem && gender != (verb.Analysis.Features & Morph.Gender);
        return (differs || gender == Morph.Masc && !TakesObject(verb)) && CanBeSubject(next, verb.Analysis, false);
    }

    /// <summary>A phrase and what is joined to the whole of it.</summary>
    private static List<Phrase> WithConjuncts(Phrase phrase) => phrase.Conjuncts.Count == 0 ? [phrase] : [phrase, .. phrase.Conjuncts];

    /// <summary>A verb in the plural wants a subject of several; one in the singular may follow any that agrees in gender.</summary>
    private static bool AgreesAsTopic(List<Phrase> group, Analysis verb) =>
        group.Count > 1 && (verb.Features & (Morph.Plur | Morph.Dual)) != 0 && (verb.Features & Morph.Sing) == 0
            ? (verb.Features & (Morph.First | Morph.Second)) == 0 || (verb.Features & Morph.Third) != 0
            : AgreesAsTopic(group[0], verb);

    /// <summary>Whether a lone comma parts a phrase from the verb after it: then the verb's subject follows it.</summary>
    private static bool CommaBetween(Clause clause, int from, int to)
    {
        var commas = 0;
        for (var k = from; k < to; k++)
            if (clause.Items[k] is { Kind: PartKind.Mark, Mark: ',' }) commas++;
        return commas % 2 == 1;
    }

    /// <summary>
    /// The phrase that a relative clause qualifies: the last before it, or, if neither that nor one inside it agrees with the pronoun on the verb, one
    /// shortly before ("the town of X in the countryside of Y, which the army besieges").
    /// </summary>
    private Phrase Agreeing(Clause clause, Phrase last, Analysis verb)
    {
        if (verb.Pronoun == 0 || clause.Parent is not { } parent || last.Nested().Any(n => Agreement.MayRefer(_agreement.Of(verb.Pronoun), n) && (n.Name is null || n.Features.HasFlag(Morph.Fem)))) return last;
        var at = parent.Items.FindIndex(i => i.Phrase == last);
        for (var k = at - 1; k >= 0 && k >= at - 2; k--)
            if (parent.Items[k].Phrase is { IsPronoun: false } earlier && Agreement.MayRefer(_agreement.Of(verb.Pronoun), earlier)) return earlier;
        return last;
    }

    /// <summary>Which of a phrase and its genitives a relative clause qualifies: the innermost that agrees with verb or pronoun.</summary>
    private Phrase Qualified(Phrase outer, Analysis verb)
    {
        var found = outer;
        foreach (var phrase in outer.Nested())
        {
            if (phrase == outer || phrase.Head < 0) continue;
            var features = verb.Pronoun != 0 ? Morph.Third | _agreement.Of(verb.Pronoun) : verb.Features;
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

    /// <summary>Whether a pronoun under a preposition takes up the noun that a relative clause qualifies.</summary>
    private bool HasResumptive(Clause clause, Phrase head) => clause.Complements.Exists(c => c.IsPronoun && _agreement.MayRefer(c, head));

    /// <summary>Whether a verb tells that its subject moves, so that a convoy after it does.</summary>
    private bool Moves(SentencePart verb) => verb.Lemma is { } lemma && meanings.FramesOf(lemma.Text, FrameKind.Verb).Any(f => f.Roles == RolePattern.Motion);

    private static bool TakesObject(SentencePart verb) => verb.Lemma?.Valency.Contains('1', StringComparison.Ordinal) ?? false;

    /// <summary>Whether a phrase before a verb can be its subject.</summary>
    public static bool AgreesAsTopic(Phrase topic, Analysis verb)
    {
        var f = verb.Features;
        if (topic.IsPronoun) return true;
        if ((f & Morph.Third) == 0 && (f & (Morph.First | Morph.Second)) != 0) return false;
        if (topic.Features == 0 || topic.Name is not null || topic.IsPersonName) return true;
        // A force or body of many takes a verb in the singular as well as in the plural.
        if (topic.Kind?.Denotes is Denotes.Force or Denotes.Body && (topic.Features & Morph.Plur) != 0 && (f & Morph.Masc) != 0) return true;
        // A verb of several wants several before it.
        if ((f & (Morph.Plur | Morph.Dual)) != 0 && (f & (Morph.Sing | Morph.Fem)) == 0 && topic.Conjuncts.Count == 0 && topic.Number is null && topic.Group is null && topic.Features.HasFlag(Morph.Sing) && !topic.Features.HasFlag(Morph.Plur)
            && topic.Kind?.Denotes is not (Denotes.Force or Denotes.Body or Denotes.Quantity or Denotes.Family)) return false;
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

    /// <summary>
    /// "The tanks entered the town and razed houses": a verb without a subject of its own that agrees with the one who acts in the clause that it continues,
    /// with one phrase after it, has that phrase as its object.
    /// </summary>
    private static bool Continues(Clause clause, SentencePart verb, List<List<Phrase>> after)
    {
        if (clause is not { Link: Link.Coordinate or Link.Auxiliary, Parent: { IsPassive: false } parent } || after.Count != 1) return false;
        var doer = parent.Subjects.Count > 0 ? parent.Subjects[0] : null;
        if (parent is { Link: Link.Relative, Antecedent: { } head } && (doer is null || !AgreesAsTopic(doer, verb.Analysis))) doer = head;
        if (doer is null || doer.IsPronoun || !AgreesAsTopic(doer, verb.Analysis)) return false;
        // "The army had raided houses": the subject stands before both verbs.
        if (clause.Link == Link.Auxiliary) return true;
        var patient = after[0][0];
        return verb.Analysis.IsAny(Morph.Fem) && !CanAgreeAsSubject(patient) || patient.Features.HasFlag(Morph.Indef) && patient.Features.HasFlag(Morph.Acc)
            || patient.Kind?.Denotes is not (Denotes.Person or Denotes.Family) && (doer.Name is not null || doer.IsPersonName || doer.Kind?.Denotes is Denotes.Force or Denotes.Person or Denotes.Body or Denotes.Aircraft or Denotes.Vehicle) && !patient.IsPersonName && patient.Name is null;
        bool CanAgreeAsSubject(Phrase phrase) => (phrase.Features & Morph.Gender) != Morph.Masc || phrase.Features.HasFlag(Morph.Plur) && !phrase.Features.HasFlag(Morph.Sing) && !phrase.Features.HasFlag(Morph.Human);
    }

    /// <summary>Whether the unvowelled form is to be read as a passive.</summary>
    private bool IsPassive(Clause clause, SentencePart verb, List<List<Phrase>> after, List<Phrase>? topic)
    {
        var features = verb.Analysis.Features;
        if ((features & Morph.Pass) == 0) return false;
        if ((features & Morph.Act) == 0) return true;
        // "An attacker blew himself up": after an indefinite noun the word for "self" is no emphasis but the object.
        if (after.Count == 1 && !after[0][0].IsDefinite && clause.Items.Exists(i => i.Function == "reflexive" && i.Start == after[0][0].End)) return false;
        if (verb.Analysis.Pronoun != 0) return false;
        // A plural verb has its subject before it: what follows is its object.
        if ((features & Morph.Plur) != 0 && (features & Morph.Sing) == 0 && after.Count > 0) return false;
        if (Continues(clause, verb, after)) return false;
        var victims = verb.Lemma is { } lemma && meanings.FramesOf(lemma.Text, FrameKind.Verb).Any(f => f.Roles is RolePattern.Transitive or RolePattern.Victim);
        if (!victims) return false;
        if (clause.Complements.Exists(c => meanings.RoleOf(c.Preposition) == Role.Agent)) return true;
        // "A bombing targeted ...": an act does, and suffers nothing.
        if (after.Count >= 2 || after.Count == 1 && after[0][0] is { Name: null, Number: null, Lemma: { } act } && meanings.TellsViolence(act)) return false;
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
