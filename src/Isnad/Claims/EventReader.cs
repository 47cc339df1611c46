using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Finds the events of a sentence's clauses: verbs and nouns that tell one.</summary>
internal sealed class EventReader
{
    /// <summary>The rule that finds a protest in what protesters do.</summary>
    public const string Protesters = "protesters";

    private readonly Meanings _meanings;
    private readonly EventFrames _frames;
    private readonly RoleFiller _roles;
    private readonly RoleSettler _settler;
    private readonly EventMerger _merger;
    private readonly StatusReader _status;
    private readonly EventJudge _judge;

    public EventReader(Lexicon lexicon, Meanings meanings, World world, EventFrames frames)
    {
        _meanings = meanings;
        _frames = frames;
        _roles = new RoleFiller(meanings, world, frames, new Agreement(lexicon));
        _settler = new RoleSettler(frames);
        _merger = new EventMerger(meanings, frames, _roles);
        _status = new StatusReader(lexicon, meanings, frames);
        _judge = new EventJudge(meanings, frames);
    }

    /// <summary>Finds the events of a sentence.</summary>
    public void Read(SentenceEvents told)
    {
        foreach (var clause in told.Clauses)
        {
            var verbEvent = clause.Verb is { } verb ? ReadVerb(clause, verb, told) : null;
            ReadNouns(clause, verbEvent, told);
        }
        _merger.MergeRelatives(told);
        EventMerger.ShareJoined(told);
        EventMerger.MergeSubjects(told);
        _merger.MergeCompounds(told);
        _merger.MergeInstruments(told);
        _merger.AddLayers(told);
        foreach (var e in told.Events) Movements.EnterByForce(e, told);
        foreach (var e in told.Events) _status.Read(e, told);
        AddProtest(told);
        _merger.AbsorbCasualties(told);
        foreach (var e in told.Events) _settler.Settle(e);
    }

    private EventDraft? ReadVerb(Clause clause, SentencePart verb, SentenceEvents told)
    {
        var lemma = verb.Lemma!.Text;
        var light = _meanings.FramesOf(lemma, FrameKind.Light);
        var suffers = light.Any(l => l.Roles == RolePattern.Victim) ? _frames.OfCompound(lemma, clause.Complements) : null;
        if (clause.Objects.Count == 0) SplitSubject(lemma, clause);
        var compound = suffers ?? _frames.OfCompound(lemma, clause.Objects) ?? _frames.OfCompound(lemma, clause.IsPassive || clause.Objects.Count == 0 ? clause.Subjects : []) ?? _frames.OfCompound(lemma, clause.Complements);
        var frame = compound ?? _frames.OfSubject(lemma, clause.Subjects) ?? _frames.OfVerb(lemma, clause);
        if (frame is null || EventFrames.IsHollow(frame)) return null;
        if (verb.Analysis.IsAny(Morph.Second) && !verb.Analysis.IsAny(Morph.First | Morph.Third)) return null;
        if (compound is null && light.Count > 0 && clause.Objects.Concat(clause.Complements).Any(_frames.IsEventPhrase)) return null;
        if (compound is null && light.Any(l => l.Roles == RolePattern.Modifiers) && clause.Objects.Count == 0 && !clause.Subjects.Exists(s => !_frames.IsEventPhrase(s) && Participants.CanAct(s))) return null;
        if (frame.Type == EventType.Request && verb.Analysis.Is(Morph.Pass) && !verb.Analysis.Is(Morph.Act)) return null;
        var draft = Begin("verb", frame, clause, verb.Start, told.Tokens[verb.Start].Start + verb.Analysis.StemStart);
        draft.Group = _meanings.AnaphorGroup(lemma);
        _roles.FillFromVerb(draft, clause, compound is not null, suffers is not null);
        if (draft.Agents.Count > 0 && draft.Agents.TrueForAll(_frames.IsAbstract) && draft.Type is EventType.Assault or EventType.Coerce or EventType.Aid or EventType.Mobilize or EventType.Consult or EventType.Request)
        {
            told.Drop(draft, "no person or body does it");
            return null;
        }
        _roles.FillFromComplements(draft, clause);
        Movements.SetType(draft);
        _settler.Settle(draft);
        if (draft.Mode == "territory" && clause.Link == Link.Relative && verb.Analysis.Is(Morph.Imperf))
        {
            told.Drop(draft, "tells who holds a place, not that it was taken");
            return null;
        }
        if (Movements.LacksForces(draft))
        {
            told.Drop(draft, "no force, weapon or state moves");
            return null;
        }
        told.Events.Add(draft);
        return draft;
    }

    /// <summary>"Soldiers opened fire", "gunmen opened fire": what the verb tells an event with is no genitive of its subject but its object.</summary>
    private void SplitSubject(string lemma, Clause clause)
    {
        if (clause.IsPassive || clause.Subjects is not [{ Name: null, Preposition: "", Genitive: { Name: null } thing, Kind.Denotes: Denotes.Person or Denotes.Force } subject] || _frames.OfCompound(lemma, [thing]) is null) return;
        subject.Genitive = null;
        subject.IsDefinite = false;
        subject.End = thing.Start;
        clause.Objects.Add(thing);
    }

    private void ReadNouns(Clause clause, EventDraft? verbEvent, SentenceEvents told)
    {
        var seen = new HashSet<Phrase>();
        foreach (var item in clause.Items)
        {
            for (var noun = item.Phrase; noun is not null && !_frames.NamesOrOpposes(noun); noun = noun.Genitive)
                if (seen.Add(noun) && _frames.OfNoun(noun) is { } frame && !EventFrames.IsHollow(frame)) ReadNoun(new EventNoun(noun, clause, item, verbEvent), frame, told);
        }
    }

    private void ReadNoun(EventNoun at, Frame frame, SentenceEvents told)
    {
        var (noun, clause, _, verbEvent) = at;
        if (frame.Measure is not null && frame.Type is EventType.Assault or null && !at.IsSubject && clause.Verb?.Lemma is { } verb
            && _meanings.FramesOf(verb.Text, FrameKind.Result).Count > 0 && EventMerger.TieToll(noun, clause, told)) return;
        var draft = Begin("noun", frame, clause, noun.Head, noun.From);
        draft.Noun = noun;
        draft.Group = _meanings.AnaphorGroup(noun.Lemma!.Text);
        draft.PointsBack = draft.Group.Length > 0 && noun.Features.HasFlag(Morph.Def) && noun.Genitive is null && !(draft.Group == "blast" && noun.Features.HasFlag(Morph.Plur));
        if (!at.IsSubject) draft.Governor = verbEvent;
        // An adjective right after it is part of the trigger.
        if (noun.Genitive is null && noun.Adjectives.Count > 0 && noun.Adjectives[0] == noun.Head + 1 && noun.Demonym < 0) draft.End++;
        _roles.FillFromNoun(draft, at);
        _settler.Settle(draft);
        if (_judge.Fault(draft, at, told) is { } fault)
        {
            told.Drop(draft, fault);
            return;
        }
        told.Events.Add(draft);
    }

    /// <summary>Protesters who do anything in a sentence protest, and so do people who gather and chant or hold signs, if nothing else in it says so.</summary>
    private void AddProtest(SentenceEvents told)
    {
        if (told.Events.Exists(e => e.Type == EventType.Protest)) return;
        foreach (var clause in told.Clauses)
        {
            if (clause.IsPassive || clause.Verb is not { Lemma: { } lemma } || (clause.SubjectInherited && clause.Link != Link.Auxiliary)) continue;
            var crowd = _meanings.HasSense(lemma.Text, "gathers") ? Crowd(clause, told) : null;
            var protesters = crowd ?? (_meanings.Says(lemma.Text) || _meanings.FramesOf(lemma.Text, FrameKind.Verb).Any(f => f.Roles == RolePattern.Victim) ? null : ActingProtesters(clause));
            if (protesters is null) continue;
            var frame = new Frame(FrameKind.Noun, EventType.Protest, "demo", RolePattern.Modifiers, Genitive.Agent, null, null, [], protesters.Lemma!.Text);
            var draft = crowd is null ? Begin(Protesters, frame, clause, protesters.Head, protesters.From) : Begin("crowd", frame, clause, clause.Verb.Start, told.Tokens[clause.Verb.Start].Start + clause.Verb.Analysis.StemStart);
            draft.Status = ClaimStatus.Happened;
            draft.Agents.Add(protesters);
            draft.Places.AddRange(clause.Complements.Where(c => _meanings.RoleOf(c.Preposition) == Role.Place && c.IsPlace));
            _status.ReadVerb(draft, clause, false);
            told.Events.Add(draft);
            return;
        }
    }

    /// <summary>The people who gather in a clause, where the sentence tells that they chant, hold signs or call for something.</summary>
    private Phrase? Crowd(Clause clause, SentenceEvents told)
    {
        if (clause.Subjects.Find(s => s.Nested().Concat(s.Group?.Nested() ?? []).Any(n => n.Kind?.Denotes == Denotes.Person || n.Kind?.Class is "party" or "union") && !s.IsPersonName && s.Lemma is not null) is not { } people) return null;
        return told.Clauses.Exists(c => c.Items.Exists(i => IsChant(i.Lemma) || (i.Phrase is { } p && p.Nested().Any(n => IsChant(n.Lemma))))) ? people : null;
    }

    private bool IsChant(Lemma? lemma) => lemma is not null && (_meanings.HasSense(lemma.Text, "chants") || (lemma.Root.Length > 0 && _meanings.HasSense(lemma.Root, "chants")));

    /// <summary>The protesters among the subjects of a clause, by themselves or counted, if they must be its subject.</summary>
    private static Phrase? ActingProtesters(Clause clause) =>
        clause.Subjects.SelectMany(s => s.Nested().Concat(s.Group?.Nested() ?? [])).FirstOrDefault(n => n.Kind?.Class == "protester" && n.Head >= 0
            && (n.Features.HasFlag(Morph.Nom) || n.Features.HasFlag(Morph.Broken) || n.Number is not null || clause.Subjects[0].Kind?.Denotes == Denotes.Quantity || (clause.Opening == "complement-speech" && n.IsDefinite)));

    /// <summary>An event whose trigger is one token; the rule that found it is named after the kind of trigger.</summary>
    private static EventDraft Begin(string trigger, Frame frame, Clause clause, int token, int from) => new()
    {
        Frame = frame,
        Type = frame.Type,
        Mode = frame.Mode,
        Clause = clause,
        Start = token,
        End = token + 1,
        From = from,
        Rule = trigger + "." + (frame.Type is { } type ? Words.Of(type) : "none"),
        Sentence = clause.Sentence,
    };
}
