using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Speech;

/// <summary>Finds who says what a verb of saying tells.</summary>
internal sealed class SubjectReader(Meanings meanings, SpeakerJudge judge, DocumentReader documents, SpeakerMemory memory)
{
    /// <summary>The voice of a verb of saying, and whether it is carried on from before; null if nobody speaks.</summary>
    public (Voice Voice, bool IsCarriedOn)? Read(SentenceSpeech speech, Clause clause, SayingKind kind, Stance stance, List<Saying> before)
    {
        var verb = clause.Verb!;
        if (kind == SayingKind.HandOn) return HandedOn(speech, clause, stance) is { } handed ? (handed, false) : null;
        if (kind == SayingKind.Stand) return Standing(speech, clause, stance) is { } standing ? (standing, false) : null;
        var (via, inDocument) = ChannelsOf(speech, clause);
        var named = NamedBy(clause, kind);
        // "A witness told the newspaper": the paper is no genitive of the witness.
        if (named is [{ IsDefinite: true, Genitive: { } told, Kind: { Denotes: Denotes.Person, Class: not "journalist" } } teller] && verb.Lemma!.Valency.Contains('2', StringComparison.Ordinal) && judge.MediaKind(told) is not null)
        {
            (teller.Genitive, teller.End, teller.IsDefinite) = (null, told.Start, teller.Features.HasFlag(Morph.Def));
            via.Add(told);
        }
        // "X published a letter of Y, in which he says": X passes Y on.
        if (named.Count > 0 && clause.Parent is { Verb.Lemma: { } outer, Subjects: [{ IsPronoun: false } carrier, ..] } && !named.Contains(carrier) && meanings.CueOf("via-verb", outer.Text) is not null && judge.MaySpeak(carrier)) via.Add(carrier);
        if (named.Count > 0)
            return (Voice(named, via, stance, verb.Start, verb.End, inDocument), false);
        if (!verb.Analysis.IsAny(Morph.Third)) return null;
        var carried = CarriedOn(speech, clause, before);
        if (carried is null || carried.IsOutlet) return null;
        foreach (var handedOn in via) carried = carried.PassedOnBy(Of(handedOn, verb.Start, verb.End, false));
        return (carried with { Stance = stance }, true);
    }

    /// <summary>A speaker named by a phrase, or the earlier one whom the phrase takes up.</summary>
    public Speaker Of(Phrase phrase, int cueStart, int cueEnd, bool inDocument) =>
        memory.Recall(phrase) ?? New(phrase, cueStart, cueEnd, inDocument);

    /// <summary>The voice of named speakers, with those who pass it on, nearest first.</summary>
    public Voice Voice(List<Phrase> named, List<Phrase> via, Stance stance, int cueStart, int cueEnd, bool inDocument)
    {
        var voice = new Voice([.. named.Select(n => Of(n, cueStart, cueEnd, inDocument)).Distinct()], stance);
        foreach (var handedOn in via) voice = voice.PassedOnBy(Of(handedOn, cueStart, cueEnd, false));
        return voice;
    }

    private Speaker New(Phrase phrase, int cueStart, int cueEnd, bool inDocument) =>
        new() { Phrase = phrase, Kind = judge.KindOf(phrase), CueStart = cueStart, CueEnd = cueEnd, InDocument = inDocument };

    /// <summary>The speakers whom the clause itself names.</summary>
    private List<Phrase> NamedBy(Clause clause, SayingKind kind)
    {
        var own = clause.SubjectInherited && clause.Link != Link.Auxiliary ? [] : clause.Subjects.Where(s => !s.IsPronoun && !judge.Is("say-object", s)).ToList();
        // "A letter of X, in which he says": X does.
        if (clause.Complements.Exists(c => c.IsPronoun && c.Start >= clause.Verb!.End && meanings.RoleOf(c.Preposition) == Role.Place) && (own.Count == 0 || own[0].Start < clause.Verb!.Start) && documents.IssuerBefore(clause.Verb!.Start) is { } writer) return [writer];
        // "A report of the ministry says": the ministry does.
        if (own is [var document] && documents.Of(document).Issuer is { } issuer) return [issuer];
        if (own.Count > 0 && (judge.MaySpeak(own[0]) || kind != SayingKind.Express && judge.MayBeBody(own[0]))) return [own[0], .. own.Skip(1).Where(judge.MaySpeak)];
        // "X had announced the killing of": the auxiliary has the subject, the verb what is said.
        if (clause is { Link: Link.Auxiliary, Parent.Subjects: [{ IsPronoun: false } acting, ..] } && judge.MaySpeak(acting)) return clause.Parent.Subjects.FindAll(s => judge.MaySpeak(s));
        if (clause is { Link: Link.Relative, Antecedent: { } head } && judge.MaySpeak(head)) return [head];
        // Where verb and subject do not seem to agree, the first phrase after the verb that can speak.
        var verbAt = clause.Items.IndexOf(clause.Verb!);
        for (var k = verbAt + 1; k < clause.Items.Count; k++)
        {
            if (clause.Items[k] is { Kind: PartKind.Mark, Mark: ':' or '"' or '\u00ab' } or { Kind: PartKind.Particle }) break;
            if (clause.Items[k].Phrase is not { Preposition: "", IsPronoun: false, IsCue: false } phrase) continue;
            if (own.Contains(phrase)) return [];
            return kind is not SayingKind.Express && judge.CanSpeak(phrase) && !clause.Objects.Exists(o => o == phrase && clause.SubjectInherited) ? [phrase] : [];
        }
        return [];
    }

    /// <summary>Whom a verb without a subject goes on with: a speaker of this sentence, the subject of its main clause, the last speaker.</summary>
    private Voice? CarriedOn(SentenceSpeech speech, Clause clause, List<Saying> before)
    {
        var verb = clause.Verb!;
        for (var k = before.Count - 1; k >= 0; k--)
            if (!before[k].Voice.IsOutlet && memory.Last(verb.Analysis, speech.Index) is { } within) return within;
        if (clause.SubjectInherited && clause.Subjects is [{ IsPronoun: false } inherited, ..] && judge.CanSpeak(inherited) && inherited.Kind?.Denotes != Denotes.Document)
        {
            var isOwn = inherited.Start >= speech.Sentence.Start;
            if (isOwn || memory.LastSpoken is not { } spoken || speech.Index - spoken.Sentence > 1 || memory.Last(verb.Analysis, speech.Index) is null)
                return new Voice([Of(inherited, verb.Start, verb.End, false)], Stance.States);
        }
        return memory.Last(verb.Analysis, speech.Index);
    }

    /// <summary>"To the agency", "in a statement to the channel", "in a statement issued by the ministry".</summary>
    private (List<Phrase> Via, bool InDocument) ChannelsOf(SentenceSpeech speech, Clause clause)
    {
        var via = new List<Phrase>();
        var inDocument = false;
        var subject = clause.Subjects is [{ } first, ..] ? first : null;
        var content = ContentStart(speech, clause);
        foreach (var item in speech.Items)
        {
            if (item.Start >= content) break;
            if (item.Phrase is not { IsPronoun: false, IsCue: false, Preposition.Length: > 0 } phrase || item.Start < clause.Start || phrase == subject) continue;
            var role = meanings.RoleOf(phrase.Preposition);
            if (item.Start >= clause.Verb!.End && role is Role.Inner or Role.Toward or Role.Partner && judge.MediaKind(phrase) is not null) via.Add(phrase);
            else if (role is Role.Place or Role.Instrument or Role.Under && documents.IsDocument(phrase))
            {
                var words = documents.Of(phrase);
                inDocument |= judge.Is("document", phrase);
                via.AddRange(words.HandedOnBy);
                if (words.Issuer is { } issuer && issuer != subject && !(subject is { } s && s.Contains(issuer)) && (judge.MediaKind(issuer) is not null || phrase.Genitive is null)) via.Insert(0, issuer);
            }
        }
        return (via, inDocument);
    }

    /// <summary>Where the clauses begin that complete the verb, or the end of the sentence.</summary>
    private static int ContentStart(SentenceSpeech speech, Clause clause)
    {
        foreach (var inner in speech.Clauses)
            if (inner.Link == Link.Complement && inner.Start >= clause.Verb!.End) return inner.Start;
        return speech.Sentence.End;
    }

    /// <summary>"The agency quoted X as saying": X speaks, the agency passes it on.</summary>
    private Voice? HandedOn(SentenceSpeech speech, Clause clause, Stance stance)
    {
        var verb = clause.Verb!;
        var carrier = clause.Subjects.Find(s => !s.IsPronoun && judge.MaySpeak(s)) ?? (clause is { Link: Link.Relative, Antecedent: { } head } && judge.MaySpeak(head) ? head : null);
        var quoted = clause.Complements.Find(c => meanings.RoleOf(c.Preposition) is Role.About or Role.Toward && c.Start >= verb.End && judge.MaySpeak(c) && (meanings.RoleOf(c.Preposition) == Role.About || HasContent(speech, clause, c)));
        var isMedia = carrier is not null && judge.MediaKind(carrier) is not null;
        if (quoted is null && !isMedia && (carrier is null || !speech.Clauses.Exists(c => c.Link == Link.Complement && c.Parent == clause))) return null;
        // Goods and people are carried too: somebody's words are, if a clause, a quotation or "his saying" follows.
        if (quoted is not null && !isMedia && !HasContent(speech, clause, quoted)) return null;
        if (quoted is null) return Voice([carrier!], [], stance, verb.Start, verb.End, false);
        var all = new List<Phrase> { quoted };
        all.AddRange(clause.Complements.Where(c => c.And && c.Preposition == quoted.Preposition && c.Start >= quoted.End && c.Start <= quoted.End + 1 && judge.MaySpeak(c)));
        return Voice(all, carrier is null || clause.IsPassive ? [] : [carrier], stance, verb.Start, verb.End, false);
    }

    private bool HasContent(SentenceSpeech speech, Clause clause, Phrase quoted) =>
        speech.Clauses.Exists(c => c.Link == Link.Complement && c.Start >= quoted.End)
        || clause.Items.Exists(i => i.Start >= quoted.End && (i.Phrase is { } p && judge.Is("say-noun", p) || i is { Kind: PartKind.Mark, Mark: '"' or '\u00ab' }));

    /// <summary>"It says in the statement of X that": X says so, else the statement.</summary>
    private Voice? Standing(SentenceSpeech speech, Clause clause, Stance stance)
    {
        var verb = clause.Verb!;
        for (var k = 0; k < speech.Items.Count; k++)
        {
            if (speech.Items[k] is not { Phrase: { IsPronoun: false, IsCue: false } phrase } || speech.Items[k].Start < verb.End || !clause.Complements.Contains(phrase)) continue;
            if (meanings.RoleOf(phrase.Preposition) is not (Role.Place or Role.Target) || !documents.IsDocument(phrase)) continue;
            var words = documents.Of(phrase);
            if (words.OfLastSpeaker && memory.Last(default, speech.Index) is { } last) return last;
            if (words.Issuer is null && words.HandedOnBy is [var only, ..]) return Voice([only], [], stance, verb.Start, verb.End, true);
            return Voice([words.Issuer ?? phrase], words.HandedOnBy, stance, verb.Start, verb.End, true);
        }
        return null;
    }
}
