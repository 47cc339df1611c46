using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Says which phrases stand in which role of an event.</summary>
internal sealed class RoleFiller(Meanings meanings, World world, EventFrames frames, Agreement agreement)
{
    /// <summary>Fills the subject and object of a verb in.</summary>
    /// <param name="draft">The event that the verb tells.</param>
    /// <param name="clause">The verb's clause.</param>
    /// <param name="isCompound">Whether the verb tells it together with a phrase.</param>
    /// <param name="isSuffered">Whether that phrase is what the subject suffers.</param>
    public void FillFromVerb(EventDraft draft, Clause clause, bool isCompound, bool isSuffered)
    {
        var subjects = Subjects(clause);
        switch (draft.Frame.Roles)
        {
            case RolePattern.Victim:
                if (clause.IsPassive || clause.Objects.Count == 0 || draft.Type is null) draft.Targets.AddRange(subjects);
                else { draft.Agents.AddRange(subjects); draft.Targets.AddRange(clause.Objects); }
                break;
            case RolePattern.Mutual:
                draft.Agents.AddRange(subjects);
                draft.Targets.AddRange(clause.Objects);
                break;
            case RolePattern.Modifiers when isSuffered:
                draft.Targets.AddRange(subjects);
                break;
            case RolePattern.Modifiers when isCompound && !clause.IsPassive && clause.Objects.Count > 0:
                draft.Agents.AddRange(subjects);
                break;
            case RolePattern.Modifiers:
                break;
            case var _ when clause.IsPassive:
                draft.Targets.AddRange(subjects);
                break;
            case RolePattern.Motion:
                draft.Agents.AddRange(subjects);
                foreach (var o in clause.Objects) (o.IsPlace ? draft.TowardPlaces : draft.Targets).Add(o);
                break;
            default:
                draft.Agents.AddRange(subjects);
                if (draft.Type == EventType.Consult) foreach (var o in clause.Objects.Where(o => !frames.IsEventPhrase(o))) (o.IsPlace && !o.IsState ? draft.TowardPlaces : draft.Targets).Add(o);
                else if (clause.Objects.Count > 0 && (!frames.IsEventPhrase(clause.Objects[0]) || IsDispersed(draft, clause.Objects[0]))) draft.Targets.AddRange(clause.Objects);
                break;
        }
    }

    /// <summary>Fills in what stands under prepositions.</summary>
    /// <remarks>What follows an act that the verb governs belongs to that act: "condemned the bombing in the town".</remarks>
    public void FillFromComplements(EventDraft draft, Clause clause)
    {
        var act = draft.Noun is null ? clause.Items.Find(i => i.Start >= draft.End && i.Phrase is { IsCue: false } p && p.Nested().Any(n => frames.OfNoun(n) is { Type: not null })) : null;
        foreach (var phrase in clause.Complements)
        {
            var role = RoleOf(phrase, draft.Frame);
            if (act is not null && phrase.Start > act.Start && draft.Frame.RoleOf(phrase.Preposition) is null && role is Role.Place or Role.Instrument or Role.Partner or Role.Between or Role.From or Role.Toward) continue;
            Fill(draft, phrase, role);
        }
    }

    /// <summary>Fills in what stands in and around an event noun.</summary>
    public void FillFromNoun(EventDraft draft, EventNoun at)
    {
        var (noun, clause, _, verbEvent) = at;
        var frame = draft.Frame;
        AddGenitive(draft, noun, clause);
        AddPossessor(draft, noun, clause);
        if (noun.Demonym >= 0 && draft.Agents.Count == 0 && frame.Genitive is not Genitive.Victim) draft.Agents.Add(noun.OfDemonym());
        var isCarried = frames.IsCarried(at.Outer, noun);
        if (clause.Verb?.Lemma is { } verb && !at.IsSubject && isCarried && (frame.Genitive != Genitive.Victim || frame.Roles == RolePattern.Transitive)) FillFromLight(draft, clause, at.Outer, verb.Text);
        if (at.IsSubject && !clause.IsPassive) AddReached(draft, clause);
        if (draft.Agents.Count == 0 && !at.IsSubject && verbEvent is not null && frame.Genitive != Genitive.Victim && isCarried) draft.Agents.AddRange(Controllers(verbEvent, at));
        FillAfter(draft, at);
        if (noun.Object is { } patient) (patient.IsPlace && frame.Mode == "territory" ? draft.Places : draft.Targets).Add(patient);
        if (draft.Agents.Count == 0 && frame.Genitive != Genitive.Victim && clause.Verb is not null && !at.IsSubject && !clause.IsPassive && meanings.RoleOf(at.Outer.Preposition) == Role.Inner && isCarried && !meanings.Says(clause.Verb.Lemma!.Text))
            draft.Agents.AddRange(Doers(clause));
        if (draft.Type == EventType.Consult) FillTalks(draft, at);
    }

    private static IEnumerable<Phrase> Subjects(Clause clause) => clause.Subjects.Where(s => !s.IsPronoun || s.Head >= 0);

    /// <summary>Subjects that are no events themselves.</summary>
    private IEnumerable<Phrase> Doers(Clause clause) => Subjects(clause).Where(s => !frames.IsEventPhrase(s));

    /// <summary>"Stood with Egypt": a state is stood by, asked, met or blamed, while a town under the same preposition is where that happened.</summary>
    private static bool IsSupported(EventDraft draft, Phrase phrase) =>
        phrase.IsState && draft.Type is EventType.Support or EventType.Aid or EventType.Accuse or EventType.Threaten or EventType.Sanction or EventType.Request or EventType.Reject or EventType.Agree or EventType.Consult;

    /// <summary>Whether what is broken up or stopped is a protest, which is then the target.</summary>
    private bool IsDispersed(EventDraft draft, Phrase phrase) => draft.Type is EventType.Assault or EventType.Coerce && frames.OfNoun(phrase) is { Type: EventType.Protest };

    /// <summary>The role of a phrase under a preposition; a place under one that by itself marks targets is only where it happened.</summary>
    private Role RoleOf(Phrase phrase, Frame frame)
    {
        if (frame.RoleOf(phrase.Preposition) is { } own) return own;
        var role = meanings.RoleOf(phrase.Preposition);
        return role == Role.Target && phrase.IsPlace && !phrase.IsState ? Role.Place : role;
    }

    private void Fill(EventDraft draft, Phrase phrase, Role role)
    {
        if (phrase.IsPronoun && role is not Role.Target) return;
        if (meanings.RoleOf(phrase.Preposition) == Role.Between) role = Role.Between;
        switch (role)
        {
            case Role.Agent: draft.Agents.Add(phrase); break;
            case Role.Target when IsSupported(draft, phrase): draft.Targets.Add(phrase); break;
            case Role.Target when phrase.IsPlace && (draft.Type != EventType.Assault || meanings.RoleOf(phrase.Preposition) != Role.Target): draft.Places.Add(phrase); break;
            case Role.Target when !frames.IsEventPhrase(phrase): draft.Targets.Add(phrase); break;
            case Role.Place when phrase.IsPlace || phrase.IsSite || phrase.IsUnknown: AddPlace(draft.Places, phrase); break;
            case Role.From when phrase.IsPlace || phrase.IsSite && draft.Type == EventType.Retreat: draft.FromPlaces.Add(phrase); break;
            // Taken, or cleared, of those who held it.
            case Role.From when draft.Mode == "territory" && (phrase.Kind?.Denotes is Denotes.Force or Denotes.Person || phrase.Name is not null): draft.Targets.Add(phrase); break;
            case Role.Toward when phrase.IsPlace || phrase.IsSite: AddPlace(draft.TowardPlaces, phrase); break;
            case Role.Between when !phrase.IsPlace || phrase.IsState: if (!frames.IsEventPhrase(phrase)) draft.Agents.Add(phrase); break;
            // Both sides of a clash act; whom one meets is met.
            case Role.Partner when (!phrase.IsPlace || phrase.IsState) && !frames.IsEventPhrase(phrase): (draft.Group == "clash" || (draft.Type == EventType.Assault && draft.Frame.Roles == RolePattern.Mutual) ? draft.Agents : draft.Targets).Add(phrase); break;
            case Role.Instrument when phrase.Kind?.Denotes is Denotes.Weapon or Denotes.Aircraft or Denotes.Vehicle:
                draft.Instruments.Add(phrase);
                if (phrase.Genitive is { } owner && draft.Agents.Count == 0 && owner.Kind?.Denotes is Denotes.Force or Denotes.Person or null && (owner.IsDefinite || owner.Kind is not null)) draft.Agents.Add(owner);
                else if (phrase.Demonym >= 0 && draft.Agents.Count == 0 && draft.Type == EventType.Assault) draft.Agents.Add(phrase.OfDemonym());
                break;
            case Role.Instrument when phrase.IsPlace: AddPlace(draft.Places, phrase); break;
        }
    }

    /// <summary>A place with what is joined inside it: "the two towns of X and Y" are X and Y.</summary>
    private static void AddPlace(List<Phrase> places, Phrase phrase)
    {
        if (phrase is { Kind.Denotes: Denotes.Place, Genitive: { } named } && phrase.Features.HasFlag(Morph.Dual) | named.Conjuncts.Count > 0)
        {
            places.Add(named);
            places.AddRange(named.Conjuncts);
        }
        else places.Add(phrase);
    }

    private void AddGenitive(EventDraft draft, Phrase noun, Clause clause)
    {
        if (noun.Genitive is not { } genitive || frames.IsEventPhrase(genitive) && genitive.Name is null && genitive.Number is null && genitive.Kind is null) return;
        var kind = genitive.Kind?.Denotes;
        switch (draft.Frame.Genitive)
        {
            case var _ when noun.Object is not null: draft.Agents.Add(genitive); break;
            case Genitive.Victim or Genitive.Target or Genitive.Either when PatientAfter(genitive, clause) is { } patient:
                draft.Agents.Add(genitive);
                (patient.IsPlace && draft.Frame.Mode == "territory" ? draft.Places : draft.Targets).Add(patient);
                break;
            case Genitive.Agent when genitive.IsPlace && !genitive.IsState: draft.Places.Add(genitive); break;
            case Genitive.Agent: draft.Agents.Add(genitive); break;
            case Genitive.Victim: draft.Targets.Add(genitive); break;
            case Genitive.Target: (genitive.IsPlace && draft.Frame.Mode == "territory" ? draft.Places : draft.Targets).Add(genitive); break;
            default:
                if (kind is Denotes.Weapon or Denotes.Aircraft) { draft.Instruments.Add(genitive); if (genitive.Genitive is { } owner) draft.Agents.Add(owner); else if (genitive.IsDefinite && kind is Denotes.Aircraft) draft.Agents.Add(genitive); }
                else if (genitive.IsPlace)
                {
                    draft.Places.Add(genitive);
                    if (draft is { Type: EventType.Assault, Mode: "heavy-weapons" or "aerial" or "drone" }) draft.Targets.Add(genitive);
                }
                else if (genitive.IsSite || kind is Denotes.Vehicle || (kind is Denotes.Person && genitive.Kind!.Class is not "combatant")) draft.Targets.Add(genitive);
                else if (kind is Denotes.Force || genitive.Name is not null || kind is Denotes.Person or Denotes.Body) draft.Agents.Add(genitive);
                break;
        }
        var list = draft.Agents.Contains(genitive) ? draft.Agents : draft.Targets.Contains(genitive) ? draft.Targets : draft.Places.Contains(genitive) ? draft.Places : null;
        list?.AddRange(genitive.Conjuncts.Where(c => !frames.IsEventPhrase(c)));
    }

    /// <summary>The phrase under "for" right after a genitive that can act: then the genitive acts ("the army's shelling of the village").</summary>
    private Phrase? PatientAfter(Phrase genitive, Clause clause)
    {
        var at = clause.Items.FindIndex(i => i.Phrase is { } p && p.Nested().Contains(genitive));
        if (at < 0 || at + 1 >= clause.Items.Count || clause.Items[at + 1].Phrase is not { And: false, IsPronoun: false } next || next.Start != clause.Items[at].Phrase!.End) return null;
        if (next.Preposition.Length == 0 || meanings.RoleOf(next.Preposition) != Role.Inner || frames.IsEventPhrase(next)) return null;
        var acts = genitive.IsState || (!genitive.IsPlace && (genitive.Name is not null || genitive.IsPersonName
            || genitive.Kind?.Denotes is Denotes.Person or Denotes.Force or Denotes.Body or Denotes.Weapon or Denotes.Aircraft or null));
        // "A patrol for the army": whose it is.
        return acts && (genitive.IsDefinite || genitive.Kind?.Denotes == Denotes.Person || !next.IsDefinite) ? next : null;
    }

    /// <summary>A suffix pronoun on a verbal noun: who acted, or to whom it was done, by its class.</summary>
    private void AddPossessor(EventDraft draft, Phrase noun, Clause clause)
    {
        if (noun.Analysis.Pronoun == 0) return;
        var pronoun = new Phrase { Start = noun.Head, End = noun.Head + 1, Head = noun.Head, From = noun.From, Analysis = noun.Analysis, IsPronoun = true, IsDefinite = true };
        pronoun.Binder = Binder(pronoun, noun, clause);
        (draft.Frame.Genitive is Genitive.Victim or Genitive.Target ? draft.Targets : draft.Agents).Add(pronoun);
    }

    /// <summary>
    /// Who does what a verb governs without naming them again: who is accused of it or called on to do it, or whoever promises,
    /// threatens or offers it.
    /// </summary>
    private IEnumerable<Phrase> Controllers(EventDraft governor, EventNoun at)
    {
        var isObject = at.Clause.Objects.Contains(at.Outer);
        var role = meanings.RoleOf(at.Outer.Preposition);
        switch (governor.Type)
        {
            case EventType.Accuse or EventType.Request when role is Role.Instrument or Role.Toward or Role.Inner || isObject:
                return governor.Targets.Where(Participants.CanAct);
            case EventType.Threaten or EventType.Agree or EventType.Concede or EventType.Reject when role is Role.Instrument or Role.Target or Role.Inner || isObject:
                return governor.Agents;
            case null when governor.Frame.Inner is not null:
                return governor.Agents;
            default:
                return [];
        }
    }

    /// <summary>
    /// Whom the pronoun on an event noun means: who did what the noun is joined to ("the states' support and their aid"), else the
    /// subject of its clause or of one around it, not the nearest noun.
    /// </summary>
    private Phrase? Binder(Phrase pronoun, Phrase noun, Clause clause)
    {
        if (noun.JoinedTo is { Genitive: { } doer } && Participants.CanAct(doer) && agreement.MayRefer(pronoun, doer)) return doer;
        for (var c = clause; c is not null; c = c.Parent)
        {
            foreach (var subject in c.Subjects)
                if (!subject.IsPronoun && !subject.Contains(noun) && Participants.CanAct(subject) && agreement.MayRefer(pronoun, subject)) return subject;
            if (c.Antecedent is { } head && Participants.CanAct(head) && agreement.MayRefer(pronoun, head)) return head;
        }
        foreach (var complement in clause.Complements)
            if (complement.Start < noun.Start && Participants.CanAct(complement) && agreement.MayRefer(pronoun, complement)) return complement;
        return null;
    }

    /// <summary>What a verb that only carries the event noun adds: who does it, who suffers it, where it is.</summary>
    private void FillFromLight(EventDraft draft, Clause clause, Phrase outer, string verb)
    {
        var isObject = clause.Objects.Contains(outer);
        foreach (var light in meanings.FramesOf(verb, FrameKind.Light))
        {
            switch (light.Roles)
            {
                case RolePattern.Transitive when isObject && !clause.IsPassive:
                case RolePattern.Prepositional when light.RoleOf(outer.Preposition) is not null:
                    if (draft.Agents.Count == 0) draft.Agents.AddRange(Doers(clause));
                    return;
                case RolePattern.Victim when !isObject:
                    if (draft.Targets.Count == 0) draft.Targets.AddRange(Subjects(clause));
                    return;
                case RolePattern.None when isObject:
                    draft.Places.AddRange(Subjects(clause).Where(s => s.IsPlace));
                    return;
            }
        }
        if ((isObject || clause.Complements.Contains(outer)) && draft.Agents.Count == 0 && (meanings.FramesOf(verb, FrameKind.Governor).Count > 0 || meanings.FramesOf(verb, FrameKind.Phase).Count > 0))
            draft.Agents.AddRange(meanings.Says(verb) && draft.Type is EventType.Assault or EventType.Coerce ? Doers(clause).Where(d => !OnlyTells(d, verb)) : Doers(clause));
    }

    /// <summary>"The shelling reached quarters of the town": what the verb whose subject is an act says that the act reaches.</summary>
    private void AddReached(EventDraft draft, Clause clause)
    {
        if (!meanings.FramesOf(clause.Verb!.Lemma?.Text ?? "", FrameKind.Light).Any(f => f.RoleOf("") == Role.Target)) return;
        foreach (var reached in clause.Objects.Where(o => !frames.IsEventPhrase(o))) (reached.IsPlace && reached.Nested().Any(n => n.Name is not null) ? draft.Places : draft.Targets).Add(reached);
    }

    /// <summary>Whether somebody who announces or confirms an act only tells of it: a monitor, an outlet, an agency, a person other than one who admits it.</summary>
    private bool OnlyTells(Phrase phrase, string verb) =>
        !(meanings.HasSense(verb, "admits") && phrase.Kind is { Denotes: Denotes.Person, Class: not "official" })
        && (phrase.IsPersonName || phrase.Kind is { Denotes: Denotes.Person, Class: not ("combatant" or "prisoner") } or { Class: "media" }
        || phrase.Name is { } name && (name.As(NameKind.Outlet) is not null || name.As(NameKind.Actor) is { } actor && world.Actors[actor.Index].Role is "monitor" or "ngo" or "igo" or "agency"));

    /// <summary>Phrases under prepositions that follow an event noun, up to the next event or verb.</summary>
    private void FillAfter(EventDraft draft, EventNoun at)
    {
        var clause = at.Clause;
        var isPastVerb = false;
        for (var k = clause.Items.IndexOf(at.Item) + 1; k < clause.Items.Count; k++)
        {
            var next = clause.Items[k];
            if (next.Kind == PartKind.Verb)
            {
                // "The clashes broke out in X": behind the verb of its subject only places belong to it.
                if (!at.IsSubject || isPastVerb || next != clause.Verb) break;
                isPastVerb = true;
                continue;
            }
            if (next.Kind == PartKind.Mark && next.Mark is ':' or '-') break;
            if (next.Phrase is not { } phrase || phrase.Preposition.Length == 0) continue;
            var role = RoleOf(phrase, draft.Frame);
            // "The stand and support of the states for X": what is joined to the noun has the preposition.
            if (role == Role.Inner && draft.Type == EventType.Support && draft.Targets.Count == 0 && at.Noun.Nested().Any(n => n.Conjuncts.Exists(c => c.End == phrase.Start))) role = Role.Target;
            if (phrase.Nested().Any(p => frames.OfNoun(p) is { Type: not null }))
            {
                if (role is Role.Cause or Role.Inner) continue;
                break;
            }
            if (isPastVerb && !(role is Role.Place or Role.Instrument && phrase.IsPlace)) continue;
            if (ActsAfter(draft, at, phrase)) draft.Agents.AddRange([phrase, .. phrase.Conjuncts]);
            else Fill(draft, phrase, role);
        }
        foreach (var place in clause.Complements)
        {
            // What stands before the noun in its clause may place it, if nothing nearer does.
            if (draft.Places.Count > 0 || place.Start > draft.Start || draft.Type == EventType.Aid) break;
            if (meanings.RoleOf(place.Preposition) == Role.Place && place.IsPlace) draft.Places.Add(place);
        }
    }

    /// <summary>"A protest for graduates", "an ambush for the army": right after an indefinite noun that nobody lays they act.</summary>
    private bool ActsAfter(EventDraft draft, EventNoun at, Phrase phrase) =>
        draft.Agents.Count == 0 && at.Noun is { Genitive: null } && (!at.Noun.IsDefinite || at.Noun.Adjectives.Count > 0 && at.Noun.Demonym < 0) && draft.Type is EventType.Protest or EventType.Assault
        && meanings.RoleOf(phrase.Preposition) == Role.Inner && phrase.Start == at.Noun.End
        && (at.Clause.Verb is null || !at.Clause.Objects.Contains(at.Outer) || at.Clause.Subjects.Count == 0)
        && (phrase.Kind?.Denotes is Denotes.Person or Denotes.Force or Denotes.Aircraft || phrase.Name?.As(NameKind.Actor) is not null);

    /// <summary>Who talks: the speaker at a conference, the body in which a session is held; talks that a visit is for are with the host.</summary>
    private void FillTalks(EventDraft draft, EventNoun at)
    {
        var (noun, clause, _, verbEvent) = at;
        var role = meanings.RoleOf(at.Outer.Preposition);
        if (draft.Agents.Count == 0 && role == Role.Place && clause.Verb?.Lemma is { } lemma && meanings.Says(lemma.Text))
            draft.Agents.AddRange(Subjects(clause).Where(s => !s.Contains(noun)));
        if (draft.Agents.Count == 0)
            draft.Agents.AddRange(clause.Complements.Where(c => c.Start >= draft.End && c.Start <= noun.End + 1 && meanings.RoleOf(c.Preposition) == Role.Place && !c.IsPlace && (c.Kind?.Denotes == Denotes.Body || c.Name?.As(NameKind.Actor) is not null)));
        if (verbEvent is not { Type: EventType.Consult } visit || role != Role.Inner) return;
        if (draft.Targets.Count == 0) draft.Targets.AddRange(visit.Targets);
        if (draft.Places.Count == 0) draft.Places.AddRange(visit.Places.Count > 0 ? visit.Places : visit.TowardPlaces);
    }
}
