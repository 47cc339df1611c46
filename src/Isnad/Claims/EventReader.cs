using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Claims;

/// <summary>Finds the events of a sentence's clauses: which words tell one, and who stands in which role.</summary>
internal sealed class EventReader(Lexicon lexicon, Meanings meanings)
{
    private List<Token> _tokens = [];
    private List<EventDraft> _events = [];
    private bool _accident;

    /// <summary>Where to note what is not kept.</summary>
    public List<(int Start, int End, string Why)> Dropped { get; set; } = [];

    private int _first;

    /// <summary>The last event of this sentence of which it is true.</summary>
    private EventDraft? FindLast(Func<EventDraft, bool> test)
    {
        for (var i = _events.Count - 1; i >= _first; i--)
            if (test(_events[i])) return _events[i];
        return null;
    }

    private bool Exists(Func<EventDraft, bool> test) => FindLast(test) is not null;

    /// <summary>Adds the events of <paramref name="clauses"/> to <paramref name="events"/>.</summary>
    public void Read(List<Clause> clauses, List<Token> tokens, bool isHeadline, List<EventDraft> events)
    {
        _tokens = tokens;
        _events = events;
        var first = _first = events.Count;
        _tolls.Clear();
        _verbTolls.Clear();
        foreach (var clause in clauses)
        {
            EventDraft? told = null;
            if (clause.Verb is { } verb) told = ReadVerb(clause, verb);
            ReadNouns(clause, told);
        }
        MergeRelatives(clauses, first);
        MergeSubjects(first);
        foreach (var e in events.Skip(first)) EnterByForce(e);
        for (var e = first; e < events.Count; e++)
        {
            SetStatus(events[e], isHeadline);
        }
        AddProtest(clauses, first);
        _accident = clauses.Exists(c => c.Items.Exists(i => i.Phrase is { } p && p.Nested().Any(n => n.Lemma is { } l && meanings.IsAccident(l.Text))));
        AbsorbCasualties(first);
    }

    /// <summary>A bare number or quantity names nobody.</summary>
    public static bool IsEmpty(Phrase phrase) =>
        phrase.Group is null && (phrase.Head < 0 && !phrase.IsPronoun || (phrase.Kind?.Denotes == Denotes.Quantity && phrase.Genitive is null));

    // ---- verbs ----

    private EventDraft? ReadVerb(Clause clause, SentencePart verb)
    {
        var lemma = verb.Lemma!.Text;
        var light = meanings.FramesOf(lemma, FrameKind.Light);
        var suffers = light.Any(l => l.Roles == RolePattern.Victim) ? Compound(lemma, clause.Complements) : null;
        var compound = suffers ?? Compound(lemma, clause.Objects) ?? Compound(lemma, clause.IsPassive || clause.Objects.Count == 0 ? clause.Subjects : []);
        var frame = compound ?? Pick(meanings.FramesOf(lemma, FrameKind.Verb), clause);
        if (frame is null || (frame.Type is null && frame.Measure is null)) return null;
        if (verb.Analysis.IsAny(Morph.First | Morph.Second) && !verb.Analysis.IsAny(Morph.Third)) return null;
        if (compound is null && light.Count > 0 && clause.Objects.Concat(clause.Complements).Any(IsEventPhrase)) return null;
        if (compound is null && light.Any(l => l.Roles == RolePattern.Modifiers) && clause.Objects.Count == 0) return null;
        if (frame.Type == EventType.Request && verb.Analysis.Is(Morph.Pass) && !verb.Analysis.Is(Morph.Act)) return null;
        var draft = new EventDraft
        {
            Frame = frame,
            Type = frame.Type,
            Mode = frame.Mode,
            Clause = clause,
            Start = verb.Start,
            End = verb.End,
            From = _tokens[verb.Start].Start + verb.Analysis.StemStart,
            Group = meanings.AnaphorGroup(lemma),
            Rule = "verb." + (frame.Type is { } t ? Words.Of(t) : "none"),
            Sentence = clause.Sentence,
        };
        var subjects = Subjects(clause);
        switch (frame.Roles)
        {
            case RolePattern.Victim:
                if (clause.IsPassive || clause.Objects.Count == 0 || frame.Type is null) draft.Targets.AddRange(subjects);
                else { draft.Agents.AddRange(subjects); draft.Targets.AddRange(clause.Objects); }
                break;
            case RolePattern.Mutual:
                draft.Agents.AddRange(subjects);
                draft.Targets.AddRange(clause.Objects);
                break;
            case RolePattern.Modifiers when suffers is not null:
                draft.Targets.AddRange(subjects);
                break;
            case RolePattern.Modifiers when compound is not null && !clause.IsPassive && clause.Objects.Count > 0:
                draft.Agents.AddRange(subjects);
                break;
            case RolePattern.Modifiers:
                break;
            case var _ when clause.IsPassive:
                draft.Targets.AddRange(subjects);
                break;
            case RolePattern.Motion:
                draft.Agents.AddRange(subjects);
                foreach (var o in clause.Objects) (IsPlace(o) ? draft.TowardPlaces : draft.Targets).Add(o);
                break;
            default:
                draft.Agents.AddRange(subjects);
                if (clause.Objects.Count > 0 && !IsEventPhrase(clause.Objects[0])) draft.Targets.AddRange(clause.Objects);
                break;
        }
        if (draft.Agents.Count > 0 && draft.Agents.TrueForAll(IsAbstract) && draft.Type is EventType.Assault or EventType.Coerce or EventType.Aid or EventType.Mobilize or EventType.Consult or EventType.Request)
        {
            Dropped.Add((draft.Start, draft.End, "no person or body does it"));
            return null;
        }
        FillFromComplements(draft, clause.Complements, frame);
        TypeOfMovement(draft);
        Settle(draft);
        if (draft.Mode == "territory" && clause.Link == Link.Relative && verb.Analysis.Is(Morph.Imperf))
        {
            Dropped.Add((draft.Start, draft.End, "tells who holds a place, not that it was taken"));
            return null;
        }
        if (LacksForces(draft))
        {
            Dropped.Add((draft.Start, draft.End, "no force, weapon or state moves"));
            return null;
        }
        _events.Add(draft);
        return draft;
    }

    /// <summary>The frame of a verb together with its object ("open fire"), or null.</summary>
    private Frame? Compound(string lemma, List<Phrase> objects)
    {
        foreach (var phrase in objects)
        {
            if (phrase.Lemma is { } head && meanings.CompoundOf(lemma, "+" + head.Text) is { } frame) return frame;
            if (phrase.Kind is { } kind && meanings.CompoundOf(lemma, "@" + kind.Denotes.ToString().ToLowerInvariant()) is { } byKind) return byKind;
        }
        return null;
    }

    /// <summary>The frame whose prepositions stand in the clause, else the first.</summary>
    private static Frame? Pick(IReadOnlyList<Frame> frames, Clause clause)
    {
        foreach (var frame in frames)
            if (frame.Prepositions.Count > 0 && frame.Roles == RolePattern.Prepositional && clause.Complements.Exists(c => frame.RoleOf(c.Preposition) is not null)) return frame;
        foreach (var frame in frames)
            if (frame.Roles != RolePattern.Prepositional) return frame;
        return null;
    }

    private static IEnumerable<Phrase> Subjects(Clause clause) => clause.Subjects.Where(s => !s.IsPronoun || s.Head >= 0);

    private void FillFromComplements(EventDraft draft, IEnumerable<Phrase> complements, Frame frame)
    {
        foreach (var phrase in complements)
        {
            var role = frame.RoleOf(phrase.Preposition) ?? ByDefault(phrase);
            Fill(draft, phrase, role);
        }
    }

    /// <summary>The role of a preposition by itself; a place under one that marks targets is only where it happened.</summary>
    private Role ByDefault(Phrase phrase)
    {
        var role = meanings.RoleOf(phrase.Preposition);
        return role == Role.Target && IsPlace(phrase) ? Role.Place : role;
    }

    /// <summary>Whether a place's name stands for a state, which acts.</summary>
    private static bool IsState(Phrase phrase) =>
        phrase.Name?.As(Knowledge.NameKind.Country) is not null || phrase.Name?.As(Knowledge.NameKind.Capital) is not null || (phrase.Kind?.Class == "country" && phrase.Genitive is not null);

    private void Fill(EventDraft draft, Phrase phrase, Role role)
    {
        if (phrase.IsPronoun && role is not Role.Target) return;
        if (meanings.RoleOf(phrase.Preposition) == Role.Between) role = Role.Between;
        switch (role)
        {
            case Role.Agent: draft.Agents.Add(phrase); break;
            case Role.Target when IsPlace(phrase) && (draft.Type != EventType.Assault || meanings.RoleOf(phrase.Preposition) != Role.Target): draft.Places.Add(phrase); break;
            case Role.Target when !IsEventPhrase(phrase): draft.Targets.Add(phrase); break;
            case Role.Place when IsPlace(phrase) || IsSite(phrase): draft.Places.Add(phrase); break;
            case Role.From when IsPlace(phrase): draft.FromPlaces.Add(phrase); break;
            // Taken, or cleared, of those who held it.
            case Role.From when draft.Mode == "territory" && (phrase.Kind?.Denotes is Denotes.Force or Denotes.Person || phrase.Name is not null): draft.Targets.Add(phrase); break;
            case Role.Toward when IsPlace(phrase) || IsSite(phrase): draft.TowardPlaces.Add(phrase); break;
            case Role.Between when !IsPlace(phrase) || IsState(phrase): if (!IsEventPhrase(phrase)) draft.Agents.Add(phrase); break;
            // Both sides of a clash act; whom one meets is met.
            case Role.Partner when !IsPlace(phrase) && !IsEventPhrase(phrase): (draft.Group == "clash" ? draft.Agents : draft.Targets).Add(phrase); break;
            case Role.Instrument when phrase.Kind?.Denotes is Denotes.Weapon or Denotes.Aircraft or Denotes.Vehicle:
                draft.Instruments.Add(phrase);
                if (phrase.Genitive is { } owner && draft.Agents.Count == 0 && owner.Kind?.Denotes is Denotes.Force or Denotes.Person or null && owner.IsDefinite) draft.Agents.Add(owner);
                break;
            case Role.Instrument when IsPlace(phrase): draft.Places.Add(phrase); break;
        }
    }

    // ---- nouns ----

    private void ReadNouns(Clause clause, EventDraft? verbEvent)
    {
        var subjects = clause.Verb is null ? [] : clause.Subjects;
        var seen = new HashSet<Phrase>();
        foreach (var item in clause.Items)
        {
            if (item.Phrase is not { } phrase) continue;
            for (var noun = phrase; noun is not null && !NamesOrOpposes(noun); noun = noun.Genitive)
                if (seen.Add(noun) && EventFrame(noun) is { } frame)
                {
                    ReadNoun(clause, phrase, noun, frame, item, verbEvent, subjects.Contains(phrase));
                }
        }
    }

    /// <summary>"Checkpoint", "social media sites", "rapid intervention forces": an event word that only says what kind of thing the head is.</summary>
    private static bool IsPartOfName(Phrase outer, Phrase noun)
    {
        foreach (var phrase in outer.Nested())
        {
            if (phrase == noun) return false;
            if (phrase.Kind?.Denotes is Denotes.Facility or Denotes.Site or Denotes.Weapon or Denotes.Vehicle or Denotes.Aircraft or Denotes.Body or Denotes.Force) return true;
        }
        return false;
    }

    /// <summary>What stands in the genitive of a place's head is its name; what is fought against has not happened.</summary>
    private bool NamesOrOpposes(Phrase phrase) => phrase.Kind?.Denotes == Denotes.Place || (phrase.Lemma is { } word && meanings.CueOf("against", word.Text) is not null);

    private void ReadNoun(Clause clause, Phrase outer, Phrase noun, Frame frame, SentencePart item, EventDraft? verbEvent, bool isSubject)
    {
        if (frame.Type is null && frame.Measure is null) return;
        var verb = clause.Verb?.Lemma?.Text;
        var result = verb is not null && meanings.FramesOf(verb, FrameKind.Result).Count > 0;
        var draft = new EventDraft
        {
            Frame = frame,
            Type = frame.Type,
            Mode = frame.Mode,
            Clause = clause,
            Noun = noun,
            Start = noun.Head,
            End = noun.Head + 1,
            From = noun.From,
            Rule = "noun." + (frame.Type is { } t ? Words.Of(t) : "none"),
            Sentence = clause.Sentence,
            Group = meanings.AnaphorGroup(noun.Lemma!.Text),
        };
        draft.PointsBack = draft.Group.Length > 0 && noun.Features.HasFlag(Morph.Def) && noun.Genitive is null;
        if (result && !isSubject && frame.Measure is not null && frame.Type is EventType.Assault or null)
        {
            // The toll of an act: victims and figures go to the act, there is no second event.
            var cause = clause.Subjects.Select(s => FindLast(e => e.Noun is not null && s.Nested().Contains(e.Noun))).FirstOrDefault(e => e is not null)
                ?? (clause.Link is Link.Relative or Link.Subordinate or Link.Coordinate or Link.Main ? FindLast(e => e.Type is EventType.Assault && e.Sentence == clause.Sentence) : null);
            if (cause is not null)
            {
                AddVictims(cause, noun);
                _tolls.Add((noun, cause));
                return;
            }
        }
        if (!draft.PointsBack && IsPartOfName(outer, noun))
        {
            Dropped.Add((draft.Start, draft.End, "part of the name of a body, building or thing"));
            return;
        }
        AddGenitive(draft, noun, clause);
        AddPossessor(draft, noun, clause);
        if (noun.Demonym >= 0 && draft.Agents.Count == 0 && frame.Genitive is not Genitive.Victim) draft.Agents.Add(DemonymOf(noun));
        if (verb is not null && IsCarried(outer, noun) && (frame.Genitive != Genitive.Victim || frame.Roles == RolePattern.Transitive)) FillFromLight(draft, clause, outer, verb, isSubject);
        if (verbEvent is { Type: null or EventType.Agree or EventType.Threaten or EventType.Concede } && draft.Agents.Count == 0 && frame.Genitive is Genitive.Target or Genitive.Agent && verbEvent.Frame.Roles == RolePattern.Speech == false && verbEvent.Frame.Inner is not null) draft.Agents.AddRange(verbEvent.Agents);
        FillAfter(draft, clause, item, frame);
        if (verbEvent is not null && verbEvent != draft && !isSubject) draft.Governor = verbEvent;
        if (noun.End - noun.Head > 1) draft.End = EndOfTrigger(noun);
        if (noun.Object is { } patient) (IsPlace(patient) && frame.Mode == "territory" ? draft.Places : draft.Targets).Add(patient);
        if (draft.Agents.Count == 0 && frame.Genitive != Genitive.Victim && clause.Verb is not null && !isSubject && !clause.IsPassive && meanings.RoleOf(outer.Preposition) == Role.Inner && IsCarried(outer, noun))
            draft.Agents.AddRange(Subjects(clause).Where(s => !IsEventPhrase(s)));
        if (draft.Type == EventType.Consult) FillTalks(draft, clause, outer, verbEvent);
        Settle(draft);
        if (IsIdle(draft, outer, noun))
        {
            Dropped.Add((draft.Start, draft.End, "the word tells no act here"));
            return;
        }
        _events.Add(draft);
    }

    /// <summary>An event word that tells nothing here: control of nobody over nothing, the fire in "ceasefire", an agreement only referred to.</summary>
    private bool IsIdle(EventDraft draft, Phrase outer, Phrase noun)
    {
        if (draft.Mode == "territory" && draft.Agents.Count == 0 && draft.Places.Count == 0 && draft.Targets.Count == 0) return true;
        // To stop a drama is no ceasefire: what is stopped must be violence.
        if (draft is { Type: EventType.Retreat, Mode: "ceasefire" } && noun.Genitive is { } stopped && EventFrame(stopped) is not { Type: EventType.Assault } && !IsCarrier(stopped) && stopped.Kind?.Denotes is not Denotes.Weapon) return true;
        if (LacksForces(draft) && draft.Agents.Count + draft.Targets.Count > 0) return true;
        if (meanings.LabelOf(noun.Lemma!.Text) is not null && noun.Genitive is null && draft.Agents.Count == 0 && draft.Targets.Count == 0) return true;
        if (draft.Type is EventType.Agree or EventType.Support && noun.Kind?.Denotes == Denotes.Agreement && outer.Preposition.Length > 0) return true;
        if (draft.Type != EventType.Assault) return false;
        foreach (var phrase in outer.Nested())
        {
            if (phrase == noun) break;
            if (EventFrame(phrase) is { Type: EventType.Retreat, Mode: "ceasefire" } && noun.Genitive?.Kind?.Denotes is Denotes.Weapon or Denotes.Other) return true;
        }
        return Exists(e => e.Clause == draft.Clause && e is { Type: EventType.Retreat, Mode: "ceasefire" } && e.Noun?.End == outer.Start && outer == noun);
    }

    /// <summary>Who moves decides what a movement is: forces deploy, officials visit, the displaced flee.</summary>
    /// <summary>An action or quality, which does nothing itself, unless it is an event that another clause tells.</summary>
    private bool IsAbstract(Phrase phrase) =>
        phrase is { Kind: null, Name: null, IsPronoun: false, IsPersonName: false, Demonym: < 0, Number: null } && phrase.Features.HasFlag(Morph.Masdar) && EventFrame(phrase) is null;

    private static void Settle(EventDraft draft)
    {
        // What is sent or deployed is the means, not the target.
        if (draft.Type == EventType.Mobilize)
        {
            draft.Instruments.AddRange(draft.Targets.Where(IsForceOrArm));
            draft.Targets.RemoveAll(IsForceOrArm);
        }
        // The place that is taken is the place of the taking.
        if (draft.Mode != "territory" || !draft.Targets.Exists(IsPlace)) return;
        draft.Places.Clear();
        draft.Places.AddRange(draft.Targets.Where(IsPlace));
        draft.Targets.RemoveAll(IsPlace);
    }

    private static bool IsForceOrArm(Phrase phrase) => phrase.Kind?.Denotes is Denotes.Force or Denotes.Weapon or Denotes.Vehicle or Denotes.Aircraft;

    private static void TypeOfMovement(EventDraft draft)
    {
        if (draft.Frame.Roles != RolePattern.Motion || draft.Agents.Count == 0 || draft.Type is not (EventType.Mobilize or EventType.Consult or EventType.Retreat)) return;
        var mover = draft.Agents[0];
        var official = mover.IsPersonName || mover.Kind is { Denotes: Denotes.Person, Class: "official" } || mover.Kind is { Denotes: Denotes.Body } || mover.Name?.As(Knowledge.NameKind.Person) is not null;
        if (draft.Type == EventType.Retreat)
        {
            if (official && draft.Mode is "return" or "") draft.Type = null;
            return;
        }
        if (official)
        {
            (draft.Type, draft.Mode) = (EventType.Consult, "visit");
            draft.Targets.AddRange(draft.TowardPlaces.Where(p => p.Name?.As(Knowledge.NameKind.Country) is not null));
        }
        else if (mover.Kind is { Denotes: Denotes.Force or Denotes.Vehicle or Denotes.Aircraft } or { Class: "combatant" } || mover.Demonym >= 0 || mover.Name is not null) draft.Type = EventType.Mobilize;
        else if (draft.Type == EventType.Mobilize) draft.Type = null;
    }

    /// <summary>A force that enters a town in the course of fighting takes it.</summary>
    private void EnterByForce(EventDraft e)
    {
        if (e is not { Type: EventType.Mobilize, Noun: null, TowardPlaces.Count: > 0, Clause.Objects.Count: > 0 } || !e.Clause.Objects.Contains(e.TowardPlaces[0])) return;
        if (!Exists(other => other != e && other.Type == EventType.Assault)) return;
        (e.Type, e.Mode) = (EventType.Assault, "territory");
        e.Places.InsertRange(0, e.TowardPlaces);
        e.TowardPlaces.Clear();
    }

    /// <summary>Only forces, weapons or states mobilize or withdraw; a newspaper that publishes does not.</summary>
    private static bool LacksForces(EventDraft draft)
    {
        if (draft.Type is not (EventType.Mobilize or EventType.Retreat) || draft.Mode is "release" or "resign" or "ceasefire" or "access" or "return") return false;
        // What is deployed must be able to fight: to publish a letter is no deployment.
        if (draft.Type == EventType.Mobilize && draft.Frame.Genitive == Genitive.Target && draft.Targets.Count + draft.Instruments.Count > 0
            && !draft.Targets.Concat(draft.Instruments).Any(p => p.Nested().Any(n => IsForceOrArm(n) || n.Kind?.Class is "combatant" or "police"))) return true;
        return !draft.Agents.Concat(draft.Targets).Concat(draft.Instruments).Any(p =>
            p.Demonym >= 0 || p.IsPronoun || p.IsPersonName || p.Name?.Entries.Any(e => e.Kind is Knowledge.NameKind.Actor or Knowledge.NameKind.Country or Knowledge.NameKind.Capital or Knowledge.NameKind.Person) == true
            || p.Nested().Any(n => n.Kind is { Denotes: Denotes.Force or Denotes.Weapon or Denotes.Vehicle or Denotes.Aircraft } or { Class: "combatant" or "police" or "displaced" or "official" } || n.Demonym >= 0));
    }

    /// <summary>Who talks: the speaker at a conference, the body in which a session is held; talks that a visit is for are with the host.</summary>
    private void FillTalks(EventDraft draft, Clause clause, Phrase outer, EventDraft? verbEvent)
    {
        if (draft.Agents.Count == 0 && meanings.RoleOf(outer.Preposition) == Role.Place && clause.Verb?.Lemma is { } lemma && meanings.CueOf("say-verb", lemma.Text) is not null)
            draft.Agents.AddRange(Subjects(clause).Where(s => !s.Nested().Contains(draft.Noun!)));
        if (draft.Agents.Count == 0)
            draft.Agents.AddRange(clause.Complements.Where(c => c.Start >= draft.End && c.Start <= draft.Noun!.End + 1 && meanings.RoleOf(c.Preposition) == Role.Place && !IsPlace(c) && (c.Kind?.Denotes == Denotes.Body || c.Name?.As(Knowledge.NameKind.Actor) is not null)));
        if (verbEvent is not { Type: EventType.Consult } visit || meanings.RoleOf(outer.Preposition) != Role.Inner) return;
        if (draft.Targets.Count == 0) draft.Targets.AddRange(visit.Targets);
        if (draft.Places.Count == 0) draft.Places.AddRange(visit.Places.Count > 0 ? visit.Places : visit.TowardPlaces);
    }

    /// <summary>Whether only nouns that carry an event stand between a phrase's head and the event noun in it.</summary>
    private bool IsCarried(Phrase outer, Phrase noun)
    {
        foreach (var phrase in outer.Nested())
        {
            if (phrase == noun) return true;
            if (!IsCarrier(phrase) && phrase.Kind?.Denotes != Denotes.Quantity) return false;
        }
        return false;
    }

    /// <summary>What a verb that only carries the event noun adds: who does it, who suffers it, where it is.</summary>
    private void FillFromLight(EventDraft draft, Clause clause, Phrase outer, string verb, bool isSubject)
    {
        if (isSubject) return;
        var isObject = clause.Objects.Contains(outer);
        foreach (var light in meanings.FramesOf(verb, FrameKind.Light))
        {
            switch (light.Roles)
            {
                case RolePattern.Transitive when isObject && !clause.IsPassive:
                case RolePattern.Prepositional when light.RoleOf(outer.Preposition) is not null:
                    if (draft.Agents.Count == 0) draft.Agents.AddRange(Subjects(clause).Where(s => !IsEventPhrase(s)));
                    return;
                case RolePattern.Victim when !isObject:
                    if (draft.Targets.Count == 0) draft.Targets.AddRange(Subjects(clause));
                    return;
                case RolePattern.None when isObject:
                    draft.Places.AddRange(Subjects(clause).Where(IsPlace));
                    return;
            }
        }
        if ((isObject || clause.Complements.Contains(outer)) && draft.Agents.Count == 0 && (meanings.FramesOf(verb, FrameKind.Governor).Count > 0 || meanings.FramesOf(verb, FrameKind.Phase).Count > 0))
            draft.Agents.AddRange(Subjects(clause).Where(s => !IsEventPhrase(s)));
    }

    /// <summary>Protesters who do anything in a sentence protest, if nothing else in it says so.</summary>
    private void AddProtest(List<Clause> clauses, int first)
    {
        if (_events.Skip(first).Any(e => e.Type == EventType.Protest)) return;
        foreach (var clause in clauses)
        {
            if (clause.IsPassive || clause.SubjectInherited || clause.Verb is not { Lemma: { } lemma } || meanings.CueOf("say-verb", lemma.Text) is not null) continue;
            var protesters = clause.Subjects.SelectMany(s => s.Nested().Concat(s.Group is { } group ? group.Nested() : [])).FirstOrDefault(n => n.Kind?.Class == "protester" && n.Head >= 0 && (n.Features.HasFlag(Morph.Nom) || n.Features.HasFlag(Morph.Broken) || n.Number is not null || clause.Subjects[0].Kind?.Denotes == Denotes.Quantity || clause.Opening == "complement-speech"));
            if (protesters is null || meanings.FramesOf(lemma.Text, FrameKind.Verb).Any(f => f.Roles == RolePattern.Victim)) continue;
            var draft = new EventDraft
            {
                Frame = new Frame(FrameKind.Noun, EventType.Protest, "demo", RolePattern.Modifiers, Genitive.Agent, null, null, [], protesters.Lemma!.Text),
                Type = EventType.Protest,
                Mode = "demo",
                Clause = clause,
                Start = protesters.Head,
                End = protesters.Head + 1,
                From = protesters.From,
                Rule = "protesters.PROTEST",
                Sentence = clause.Sentence,
                Status = ClaimStatus.Happened,
            };
            draft.Agents.Add(protesters);
            draft.Places.AddRange(clause.Complements.Where(c => meanings.RoleOf(c.Preposition) == Role.Place && IsPlace(c)));
            StatusOfVerb(draft, clause, false);
            _events.Add(draft);
            return;
        }
    }

    /// <summary>"The bombing targeted a mosque": a verb of violence whose subject is an act of violence tells that act.</summary>
    private void MergeSubjects(int first)
    {
        for (var k = first; k < _events.Count; k++)
        {
            var verb = _events[k];
            if (verb is not { Noun: null, Type: EventType.Assault, Clause: { IsPassive: false } clause }) continue;
            var act = FindLast(e => e != verb && e is { Noun: not null, Type: EventType.Assault } && clause.Subjects.Exists(s => s.Nested().Contains(e.Noun!)));
            if (act is null) continue;
            foreach (var target in verb.Targets) if (!act.Targets.Contains(target)) act.Targets.Add(target);
            foreach (var place in verb.Places) if (!act.Places.Contains(place)) act.Places.Add(place);
            act.Also.Add((verb.Start, verb.End));
            _events.RemoveAt(k--);
        }
    }

    /// <summary>
    /// Relative clauses on an event noun fill it: who carried it out, what it hit, where it took place. A verb of the
    /// same type in such a clause tells the same event.
    /// </summary>
    private void MergeRelatives(List<Clause> clauses, int first)
    {
        foreach (var clause in clauses)
        {
            if (clause.Link != Link.Relative || clause.Antecedent is not { } head || clause.Verb?.Lemma is not { } lemma) continue;
            var noun = FindLast(e => e.Noun is not null && head.Nested().Contains(e.Noun));
            if (noun is null) continue;
            var told = _events.FindIndex(first, e => e.Clause == clause && e.Noun is null);
            var light = meanings.FramesOf(lemma.Text, FrameKind.Light);
            if (told >= 0 && _events[told] is var verb && verb != noun && verb.Type == noun.Type)
            {
                Move(verb.Targets, noun.Targets);
                Move(verb.Places, noun.Places);
                Move(verb.Instruments, noun.Instruments);
                if (clause.Verb.Analysis.Pronoun != 0) Move(verb.Agents, noun.Agents);
                noun.Also.Add((verb.Start, verb.End));
                noun.Relatives.Add(clause);
                _events.RemoveAt(told);
            }
            else if (light.Count > 0)
            {
                if (clause.Verb.Analysis.Pronoun != 0 && light[0].Roles is RolePattern.Transitive) Move(clause.Subjects.Concat(clause.Objects).ToList(), noun.Agents);
                FillFromComplements(noun, clause.Complements, noun.Frame);
                noun.Relatives.Add(clause);
            }
        }

        static void Move(List<Phrase> from, List<Phrase> to)
        {
            foreach (var phrase in from)
                if (!phrase.IsPronoun && !to.Contains(phrase)) to.Add(phrase);
        }
    }

    private readonly List<(Phrase Victims, EventDraft Cause)> _tolls = [];

    /// <summary>Casualty phrases that were tied to the act that caused them.</summary>
    public IReadOnlyList<(Phrase Victims, EventDraft Cause)> Tolls => _tolls;

    private static void AddVictims(EventDraft cause, Phrase noun)
    {
        if (noun.Genitive is { } victims && !cause.Targets.Contains(victims)) cause.Targets.Add(victims);
    }

    /// <summary>
    /// Casualties beside the attack that caused them are one claim, with the attack as the trigger; several casualty
    /// words without an attack are one claim too.
    /// </summary>
    private void AbsorbCasualties(int first)
    {
        for (var k = first; k < _events.Count; k++)
        {
            var killing = _events[k];
            if (killing.Type is not (EventType.Assault or null) || !IsKilling(killing) || killing.Polarity == Polarity.Negated) continue;
            EventDraft? attack = null;
            for (var j = first; j < _events.Count; j++)
            {
                var other = _events[j];
                if (other == killing || other.Type != EventType.Assault || other.Agents.Exists(killing.Targets.Contains) || killing.Agents.Exists(other.Targets.Contains) || other.Status != killing.Status || other.Frame.Mode == "territory") continue;
                if (IsKilling(other) && j > k) continue;
                if (attack is null || (IsKilling(attack) && !IsKilling(other)) || (IsKilling(attack) == IsKilling(other) && Math.Abs(other.Start - killing.Start) < Math.Abs(attack.Start - killing.Start))) attack = other;
            }
            if (attack is null && killing.Type is null && killing.Targets.Exists(t => t.Kind?.Measure is Measure.Killed or Measure.Wounded) && !_accident) killing.Type = EventType.Assault;
            if (attack is null || (killing.Agents.Count > 0 && attack.Agents.Count > 0 && killing.Noun is null && !IsKilling(attack) && killing.Clause != attack.Clause && killing.Agents[0] != attack.Agents[0] && !killing.Agents[0].IsPronoun)) continue;
            foreach (var target in killing.Targets)
                if (!attack.Targets.Contains(target)) attack.Targets.Add(target);
            if (attack.Agents.Count == 0) attack.Agents.AddRange(killing.Agents.Where(a => !IsEventPhrase(a)));
            foreach (var place in killing.Places) if (!attack.Places.Contains(place)) attack.Places.Add(place);
            if (killing.Noun is not null) _tolls.Add((killing.Noun, attack));
            else _verbTolls.Add((killing, attack));
            attack.Also.Add((killing.Start, killing.End));
            Dropped.Add((killing.Start, killing.End, "casualties of the act told beside them"));
            _events.RemoveAt(k--);
        }
    }

    private readonly List<(EventDraft Killing, EventDraft Attack)> _verbTolls = [];

    /// <summary>Casualty verbs that were joined with an attack.</summary>
    public IReadOnlyList<(EventDraft Killing, EventDraft Attack)> VerbTolls => _verbTolls;

    private static bool IsKilling(EventDraft e) => e.Frame.Roles == RolePattern.Victim || e.Frame.Measure is Measure.Killed or Measure.Wounded or Measure.Casualties;

    private int EndOfTrigger(Phrase noun) =>
        noun.Genitive is null && noun.Adjectives.Count > 0 && noun.Adjectives[0] == noun.Head + 1 && noun.Demonym < 0 ? noun.Adjectives[0] + 1 : noun.Head + 1;

    private void AddGenitive(EventDraft draft, Phrase noun, Clause clause)
    {
        if (noun.Genitive is not { } genitive || IsEventPhrase(genitive) && genitive.Name is null && genitive.Number is null && genitive.Kind is null) return;
        var frame = draft.Frame;
        var kind = genitive.Kind?.Denotes;
        switch (frame.Genitive)
        {
            case var _ when noun.Object is not null: draft.Agents.Add(genitive); break;
            case Genitive.Agent when IsPlace(genitive) && !IsState(genitive): draft.Places.Add(genitive); break;
            case Genitive.Agent: draft.Agents.Add(genitive); break;
            case Genitive.Victim: draft.Targets.Add(genitive); break;
            case Genitive.Target: (IsPlace(genitive) && frame.Mode == "territory" ? draft.Places : draft.Targets).Add(genitive); break;
            default:
                if (kind is Denotes.Weapon or Denotes.Aircraft) { draft.Instruments.Add(genitive); if (genitive.Genitive is { } owner) draft.Agents.Add(owner); }
                else if (IsPlace(genitive)) draft.Places.Add(genitive);
                else if (kind is Denotes.Facility or Denotes.Site or Denotes.Vehicle || (kind is Denotes.Person && genitive.Kind!.Class is not "combatant")) draft.Targets.Add(genitive);
                else if (kind is Denotes.Force || genitive.Name is not null || kind is Denotes.Person or Denotes.Body) draft.Agents.Add(genitive);
                break;
        }
        _ = clause;
        foreach (var conjunct in Conjuncts(noun, clause))
        {
            var list = draft.Agents.Contains(genitive) ? draft.Agents : draft.Targets.Contains(genitive) ? draft.Targets : draft.Places.Contains(genitive) ? draft.Places : null;
            list?.Add(conjunct);
        }
    }

    /// <summary>Bare phrases joined by "and" right after a phrase.</summary>
    private IEnumerable<Phrase> Conjuncts(Phrase phrase, Clause clause)
    {
        var at = clause.Items.FindIndex(i => i.Phrase is { } p && p.Nested().Contains(phrase));
        for (var k = at + 1; at >= 0 && k < clause.Items.Count; k++)
        {
            if (clause.Items[k] is { Kind: PartKind.Mark, Mark: ',' } && k + 1 < clause.Items.Count && clause.Items[k + 1].And) continue;
            if (clause.Items[k] is not { And: true, Phrase: { } next } || clause.Items[k].Start != clause.Items[k - 1].End) yield break;
            if (IsEventPhrase(next)) yield break;
            yield return next;
        }
    }

    /// <summary>A suffix pronoun on a verbal noun: who acted, or to whom it was done, by its class.</summary>
    private static void AddPossessor(EventDraft draft, Phrase noun, Clause clause)
    {
        if (noun.Analysis.Pronoun == 0) return;
        var pronoun = new Phrase { Start = noun.Head, End = noun.Head + 1, Head = noun.Head, From = noun.From, Analysis = noun.Analysis, IsPronoun = true, IsDefinite = true };
        // It binds to the subject of its clause, not to the nearest noun.
        for (var c = clause; c is not null && pronoun.Binder is null; c = c.Parent)
            pronoun.Binder = c.Subjects.Find(s => !s.IsPronoun && !s.Nested().Contains(noun));
        if (draft.Frame.Genitive is Genitive.Victim or Genitive.Target) draft.Targets.Add(pronoun);
        else draft.Agents.Add(pronoun);
    }

    internal static Phrase DemonymOf(Phrase noun) =>
        new() { Start = noun.DemonymToken, End = noun.DemonymToken + 1, Head = noun.DemonymToken, From = -1, Demonym = noun.Demonym, IsDefinite = true };

    /// <summary>Phrases under prepositions that follow an event noun, up to the next event or verb.</summary>
    private void FillAfter(EventDraft draft, Clause clause, SentencePart item, Frame frame)
    {
        var at = clause.Items.IndexOf(item);
        for (var k = at + 1; k < clause.Items.Count; k++)
        {
            var next = clause.Items[k];
            if (next.Kind == PartKind.Verb) break;
            if (next.Kind == PartKind.Mark && next.Mark is ':' or '-') break;
            if (next.Phrase is not { } phrase || phrase.Preposition.Length == 0) continue;
            var role = frame.RoleOf(phrase.Preposition) ?? ByDefault(phrase);
            if (IsEventPhrase(phrase) && phrase.Nested().Any(p => EventFrame(p) is { Type: not null }))
            {
                if (role is Role.Cause or Role.Inner) continue;
                break;
            }
            // "A protest for graduates", "a bombing for the planes": after an indefinite noun they act.
            if (role == Role.Inner && draft.Agents.Count == 0 && draft.Noun is { IsDefinite: false, Genitive: null } && draft.Type is EventType.Protest or EventType.Assault && (phrase.Kind?.Denotes is Denotes.Person or Denotes.Force || phrase.Name?.As(Knowledge.NameKind.Actor) is not null) && phrase.Start == draft.Noun!.End) draft.Agents.Add(phrase);
            else Fill(draft, phrase, role);
        }
        foreach (var place in clause.Complements)
        {
            // What stands before the noun in its clause may place it, if nothing nearer does.
            if (draft.Places.Count > 0 || place.Start > draft.Start) break;
            if (meanings.RoleOf(place.Preposition) == Role.Place && IsPlace(place)) draft.Places.Add(place);
        }
    }

    // ---- what a phrase is ----

    /// <summary>The frame of a phrase whose head tells an event, or null.</summary>
    public Frame? EventFrame(Phrase phrase)
    {
        if (phrase.Lemma is not { } lemma || phrase.IsPronoun || phrase.Name is not null || phrase.IsPersonName || !phrase.Features.HasFlag(Morph.Noun)) return null;
        foreach (var adjective in phrase.AdjectiveLemmas)
            if (meanings.CompoundOf(lemma.Text, adjective) is { } compound) return compound;
        if (phrase.Genitive?.Lemma is { } word && meanings.CompoundOf(lemma.Text, "+" + word.Text) is { } withWord) return withWord;
        if (phrase.Genitive?.Kind is { } of && meanings.CompoundOf(lemma.Text, "@" + of.Denotes.ToString().ToLowerInvariant()) is { } withGenitive) return withGenitive;
        if (meanings.FramesOf(lemma.Text, FrameKind.Noun) is [var noun, ..]) return noun.Type is null && noun.Measure is null ? null : noun;
        if (phrase.Features.HasFlag(Morph.Masdar) && lemma.Root.Length > 0 && phrase.Kind is null)
            foreach (var frame in meanings.FramesOf(lemma.Root, FrameKind.Verb))
                if (frame.Type is not null || frame.Measure is not null) return frame;
        return null;
    }

    private bool IsCarrier(Phrase phrase) => phrase.Lemma is { } lemma && meanings.FramesOf(lemma.Text, FrameKind.Carrier).Count > 0;

    private bool IsEventPhrase(Phrase phrase) => phrase.Nested().Any(p => EventFrame(p) is not null);

    /// <summary>Whether a phrase names a place.</summary>
    public static bool IsPlace(Phrase phrase) => PlaceTest.IsPlace(phrase);

    private static bool IsSite(Phrase phrase) => phrase.Kind?.Denotes is Denotes.Facility or Denotes.Site;

    // ---- status ----

    private void SetStatus(EventDraft draft, bool isHeadline)
    {
        var clause = draft.Clause!;
        draft.Status = ClaimStatus.Happened;
        if (draft.Noun is null)
        {
            StatusOfVerb(draft, clause, isHeadline);
            if (draft.Status == ClaimStatus.Happened && draft.Polarity == Polarity.Affirmed && OuterStatus(clause) is { } outer) draft.Status = outer;
            return;
        }
        if (clause.Verb?.Lemma is { } carrier && meanings.FramesOf(carrier.Text, FrameKind.Light).Count > 0 && (clause.Subjects.Any(s => s.Nested().Contains(draft.Noun)) || IsGoverned(draft, clause)))
        {
            StatusOfVerb(draft, clause, true);
            if (draft.Status != ClaimStatus.Happened || draft.Polarity != Polarity.Affirmed) return;
        }
        if (StopsAround(draft)) { draft.Status = ClaimStatus.Ongoing; return; }
        if (IsPurpose(draft, clause)) { draft.Status = draft.Type == EventType.Retreat ? ClaimStatus.Sought : ClaimStatus.Planned; return; }
        if (clause.Verb is { } verb && !clause.Subjects.Any(s => s.Nested().Contains(draft.Noun)))
        {
            var lemma = verb.Lemma!.Text;
            var inner = meanings.FramesOf(lemma, FrameKind.Verb).Concat(meanings.FramesOf(lemma, FrameKind.Governor)).Concat(meanings.FramesOf(lemma, FrameKind.Phase)).FirstOrDefault(f => f.Inner is not null)?.Inner;
            if (inner is { } status && IsGoverned(draft, clause))
            {
                var refused = clause.Has("neg") || clause.Has("neg-future") || clause.Has("neg-past") || clause.Has("neg-be");
                draft.Status = refused ? ClaimStatus.Denied : status;
                return;
            }
        }
        if (OuterNoun(draft) is { } byNoun) { draft.Status = byNoun; return; }
        if (OuterStatus(clause) is { } fromOuter) draft.Status = fromOuter;
    }

    /// <summary>Whether an event noun is what the verb's clause is about, and no adjunct of time or cause.</summary>
    private bool IsGoverned(EventDraft draft, Clause clause)
    {
        if (clause.Objects.Any(o => o.Nested().Contains(draft.Noun))) return true;
        var complement = clause.Complements.Find(c => c.Nested().Contains(draft.Noun));
        return complement is not null && meanings.RoleOf(complement.Preposition) is not (Role.Cause or Role.Place or Role.From);
    }

    /// <summary>"In order to" with an event noun: what is aimed at has not happened.</summary>
    private bool IsPurpose(EventDraft draft, Clause clause)
    {
        if (clause.Verb is null) return false;
        foreach (var complement in clause.Complements)
        {
            if (meanings.RoleOf(complement.Preposition) != Role.Inner) continue;
            if (complement.Nested().Contains(draft.Noun) && clause.Verb.Lemma is { } lemma && meanings.FramesOf(lemma.Text, FrameKind.Verb).Concat(meanings.FramesOf(lemma.Text, FrameKind.Governor)).Concat(meanings.FramesOf(lemma.Text, FrameKind.Light)).Any(f => f.Roles == RolePattern.Victim || f.RoleOf(complement.Preposition) is not null)) return false;
            var depth = 0;
            foreach (var phrase in complement.Nested())
            {
                if (phrase == draft.Noun) return depth == 0 || draft.Type != EventType.Assault || IsCarrier(complement);
                depth++;
            }
        }
        return false;
    }

    /// <summary>"A halt to the attack": what is to be stopped is going on.</summary>
    private bool StopsAround(EventDraft draft)
    {
        if (draft.Type != EventType.Assault) return false;
        foreach (var other in _events.Skip(_first))
            if (other is { Type: EventType.Retreat, Mode: "ceasefire", Noun: { } stop } && stop != draft.Noun && stop.Nested().Contains(draft.Noun))
            {
                if (other.Agents.Count == 0 || other.Agents.TrueForAll(a => draft.Clause!.Subjects.Contains(a))) { other.Agents.Clear(); other.Agents.AddRange(draft.Agents); }
                if (other.Places.Count == 0) other.Places.AddRange(draft.Places);
                return true;
            }
        return false;
    }

    /// <summary>The status that an event noun around this one gives: a call for a truce.</summary>
    private ClaimStatus? OuterNoun(EventDraft draft)
    {
        foreach (var item in draft.Clause!.Items)
        {
            if (item.Phrase is not { } phrase) continue;
            Phrase? before = null;
            for (var p = phrase; p is not null; before = p, p = p.Genitive)
                if (p == draft.Noun && before is not null && EventFrame(before)?.Inner is { } inner) return inner;
        }
        return null;
    }

    private void StatusOfVerb(EventDraft draft, Clause clause, bool isHeadline)
    {
        var verb = clause.Verb!;
        var imperfect = verb.Analysis.Is(Morph.Imperf);
        if ((verb.Analysis.Clitics & (lexicon.Clitic("will") ?? 0)) != 0 || clause.Has("future")) draft.Status = ClaimStatus.Planned;
        else if (clause.Has("neg-future")) draft.Status = ClaimStatus.Denied;
        else if (clause.Has("neg-past") || clause.Has("neg") || clause.Has("neg-be"))
        {
            if (!clause.Has("exception")) draft.Polarity = Polarity.Negated;
        }
        else if (clause.Has("possible") || (clause.Has("assertive") && imperfect)) draft.Status = ClaimStatus.Possible;
        else if (clause.Opening == "if") draft.Status = ClaimStatus.Possible;
        else if (imperfect && !isHeadline && draft.Type is EventType.Assault or EventType.Coerce or EventType.Mobilize or EventType.Protest or EventType.Aid) draft.Status = ClaimStatus.Ongoing;
    }

    /// <summary>The status that the clause above gives to what it governs.</summary>
    private ClaimStatus? OuterStatus(Clause clause)
    {
        for (var c = clause; c.Parent is { } parent; c = parent)
        {
            if (c.Link is Link.Relative or Link.Main) return null;
            if (c.Link == Link.Coordinate) continue;
            if (c.Opening == "if") return ClaimStatus.Possible;
            // "It is expected that ...": a word without a verb governs the clause.
            if (parent.Verb is null && c.Link == Link.Complement)
            {
                foreach (var item in parent.Items)
                    if (item.Phrase?.Lemma is { } word && meanings.FramesOf(word.Text, FrameKind.Governor) is [{ Inner: { } status }, ..]) return status;
            }
            if (parent.Verb?.Lemma is not { } lemma || c.Link is not (Link.Complement or Link.Auxiliary)) continue;
            var frame = meanings.FramesOf(lemma.Text, FrameKind.Governor).Concat(meanings.FramesOf(lemma.Text, FrameKind.Verb)).Concat(meanings.FramesOf(lemma.Text, FrameKind.Phase)).FirstOrDefault(f => f.Inner is not null);
            if (frame?.Inner is { } inner) return parent.Has("neg") || parent.Has("neg-future") ? ClaimStatus.Denied : inner;
        }
        return null;
    }
}

/// <summary>Whether a phrase names a place.</summary>
internal static class PlaceTest
{
    public static bool IsPlace(Phrase phrase)
    {
        if (phrase.Name is { } name && phrase.Head == name.Start)
        {
            foreach (var entry in name.Entries)
                if (entry.Kind is Knowledge.NameKind.Place or Knowledge.NameKind.Country or Knowledge.NameKind.Capital) return true;
            return false;
        }
        return phrase.Kind?.Denotes == Denotes.Place;
    }
}
