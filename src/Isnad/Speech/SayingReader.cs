using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Speech;

/// <summary>Finds who says what in a sentence: verbs and participles of saying, their speakers, and what is said.</summary>
internal sealed class SayingReader(Meanings meanings, Lexicon lexicon, SpeakerJudge judge, SubjectReader subjects, SpeakerMemory memory, EventFrames frames)
{
    /// <summary>The sayings of a sentence, in text order.</summary>
    public List<Saying> Read(SentenceSpeech speech)
    {
        var found = new List<Saying>();
        for (var k = 0; k < speech.Items.Count; k++)
        {
            var item = speech.Items[k];
            var saying = item.Kind switch
            {
                PartKind.Verb => ReadVerb(speech, item, found),
                PartKind.Phrase => ReadParticiple(speech, k, found),
                _ => null,
            };
            if (saying is null) continue;
            found.Add(saying);
            memory.Note(saying.Voice, speech.Index);
        }
        return found;
    }

    /// <summary>After a word of saying a particle that may mean "if" or "that" means "that".</summary>
    public void SettleParticles(SentenceSpeech speech)
    {
        var says = false;
        foreach (var item in speech.Items)
        {
            if (item.Kind == PartKind.Verb) says |= item.Lemma is { } verb && meanings.Says(verb.Text);
            if (item.Kind != PartKind.Particle) continue;
            if (says && item.Function == "if")
                foreach (var analysis in speech.Analyses[item.Start])
                    if (lexicon.Lemmas[analysis.Lemma] is { Function: "complement-speech" } that) { (item.Analysis, item.Lemma) = (analysis, that); break; }
            if (item.Function is "complement" or "complement-speech") says = false;
        }
    }

    private (SayingKind Kind, Stance Stance)? KindOf(string lemma)
    {
        if (meanings.CueOf("say-verb", lemma) is { } tell) return (SayingKind.Tell, tell);
        if (meanings.CueOf("say-clause", lemma) is { } clause) return (SayingKind.Clause, clause);
        if (meanings.CueOf("convey-verb", lemma) is { } convey) return (SayingKind.Convey, convey);
        if (meanings.CueOf("express-verb", lemma) is { } express) return (SayingKind.Express, express);
        if (meanings.CueOf("via-verb", lemma) is { } handOn) return (SayingKind.HandOn, handOn);
        return meanings.CueOf("stand-verb", lemma) is { } stand ? (SayingKind.Stand, stand) : null;
    }

    private Saying? ReadVerb(SentenceSpeech speech, SentencePart verb, List<Saying> before)
    {
        if (verb.Lemma is not { } lemma || KindOf(lemma.Text) is not { } word)
            return verb == speech.Items[0] ? Participle(speech, 0, before) : null;
        var clause = speech.Clauses.Find(c => c.Verb == verb);
        if (clause is null || (clause.Has("neg-past") && clause.Has("neg"))) return null;
        var taken = verb.IsParticiple ? Around(speech, verb.Start, verb.Analysis, before) is { } around ? (around with { Stance = word.Stance }, true) : null
            : subjects.Read(speech, clause, word.Kind, word.Stance, before);
        if (taken is not ({ IsOutlet: false }, _) voice) return null;
        var saying = new Saying { Kind = word.Kind, Start = verb.Start, End = verb.End, Clause = clause, Voice = voice.IsCarriedOn ? voice.Voice : Nested(voice.Voice, clause, before), IsCarriedOn = voice.IsCarriedOn };
        FindContent(speech, saying);
        if (saying.From < 0 && word.Kind is SayingKind.Tell or SayingKind.Clause) FindBefore(speech, saying);
        // A verb that speaks only with a clause does not speak without one.
        return saying.From < 0 && word.Kind is SayingKind.Clause or SayingKind.HandOn or SayingKind.Stand ? null : saying;
    }

    /// <summary>Who is said by somebody else to say so is passed on by him.</summary>
    private static Voice Nested(Voice voice, Clause clause, List<Saying> before)
    {
        for (var k = before.Count - 1; k >= 0; k--)
        {
            var outer = before[k];
            if (outer.From < 0 || clause.Verb!.Start < outer.From || clause.Verb.Start >= outer.To || outer.Voice.Speakers is not [var by] || voice.Speakers.Contains(by)) continue;
            return voice.PassedOnBy(by);
        }
        return voice;
    }

    // ---- what is said ----

    private void FindContent(SentenceSpeech speech, Saying saying)
    {
        var clause = saying.Clause!;
        var from = Complement(speech, clause, saying.Kind);
        if (from < 0 && saying.Kind != SayingKind.Stand) from = QuotationAfter(speech, clause);
        if (Told(speech, clause, saying) is var (noun, isNews) && noun >= 0 && (from < 0 || noun < from && isNews))
        {
            // A paper that criticises or takes up what happened tells it.
            if (saying.Kind is SayingKind.Tell or SayingKind.HandOn or SayingKind.Convey || saying.Kind == SayingKind.Express && saying.Voice.Speakers is [{ Kind: SourceKind.Outlet or SourceKind.Channel or SourceKind.Agency }, ..]) (from, saying.IsNews) = (noun, isNews);
            else if (from < 0) return;
        }
        if (from < 0) return;
        saying.From = from;
        saying.To = EndOf(speech, clause, from);
    }

    /// <summary>Where the first clause begins that completes the verb, after its particle or colon.</summary>
    private int Complement(SentenceSpeech speech, Clause clause, SayingKind kind)
    {
        // "Denied shelling ...": a noun of action that looks like a verb.
        if (kind == SayingKind.Tell && speech.Clauses.Find(c => c.Link == Link.Auxiliary && c.Parent == clause && c.Verb is { And: false, IsParticiple: false } inner && inner.Start >= clause.Verb!.End && c.Start == inner.Start) is { } action) return action.Start;
        foreach (var inner in speech.Clauses)
        {
            if (inner.Link != Link.Complement || inner.Start < clause.Verb!.End || IsAdverbial(speech, inner)) continue;
            for (var outer = inner.Parent; outer is not null; outer = outer.Parent)
            {
                if (outer == clause) return inner.Items[0] is { Kind: PartKind.Particle } opening ? opening.Analysis.Pronoun != 0 ? opening.Start : opening.End : inner.Start;
                // Another verb of saying stands between them.
                if (outer.Verb?.Lemma is { } lemma && KindOf(lemma.Text) is { Kind: SayingKind.Tell or SayingKind.Clause or SayingKind.Convey }) break;
                if (outer.Link is Link.Complement) break;
            }
        }
        return -1;
    }

    /// <summary>"After that ...", "without ...": the clause tells a circumstance.</summary>
    private bool IsAdverbial(SentenceSpeech speech, Clause inner)
    {
        var before = inner.Start - 1;
        if (before < speech.Sentence.Start || speech.Analyses[before] is not [var best, ..] || !best.IsAny(Morph.Prep)) return false;
        return meanings.RoleOf(lexicon.Lemmas[best.Lemma].Text) is not (Role.Instrument or Role.About or Role.Toward or Role.Target or Role.From or Role.Inner or Role.Topic);
    }

    /// <summary>A quotation right after the verb, its subject and what belongs to them.</summary>
    private static int QuotationAfter(SentenceSpeech speech, Clause clause)
    {
        foreach (var item in clause.Items)
            if (item.Start >= clause.Verb!.End && item is { Kind: PartKind.Mark, Mark: '"' or '\u00ab' } && Quotations.IsSpeech(speech, item.Start)) return item.Start;
        for (var t = clause.Verb!.End; t < speech.Sentence.End && t < clause.Verb.End + 12; t++)
            if (speech.MarkAt(t) is '"' or '\u00ab' && Quotations.IsSpeech(speech, t)) return t;
        return -1;
    }

    /// <summary>The first noun that completes the verb, and whether it tells news.</summary>
    private (int From, bool IsNews) Told(SentenceSpeech speech, Clause clause, Saying saying)
    {
        var other = -1;
        // What is only called for, refused or blamed is no statement.
        var acts = meanings.FramesOf(clause.Verb!.Lemma!.Text, FrameKind.Verb).Any(f => f.Type is EventType.Request or EventType.Reject or EventType.Accuse or EventType.Support);
        foreach (var item in clause.Items)
        {
            if (item.Start < clause.Verb!.End || item.Phrase is not { IsPronoun: false, IsCue: false } phrase || phrase.IsCircumstantial) continue;
            if (saying.Voice.Speakers.Any(s => s.Chains(phrase)) || clause.Subjects.Contains(phrase) && judge.MaySpeak(phrase)) continue;
            if (judge.Is("say-object", phrase) && !TellsNews(phrase) || judge.MaySpeak(phrase) && phrase.Preposition.Length == 0 && !TellsNews(phrase)) continue;
            if (saying.Kind == SayingKind.Convey && phrase.Analysis.Pronoun != 0) return (item.Start, false);
            var role = meanings.RoleOf(phrase.Preposition);
            if (phrase.Preposition.Length > 0 && role is not (Role.Instrument or Role.About or Role.Toward or Role.Target or Role.From)) continue;
            if (role is Role.Instrument or Role.Target && (judge.Is("say-noun", phrase) || judge.Is("via-noun", phrase))) continue;
            if (phrase.Preposition.Length == 0 && item.And && clause.Subjects.Exists(s => s.End == phrase.Start)) continue;
            // "In such a manner": an action without a genitive after such a preposition is no news.
            if (role == Role.Instrument && (!phrase.IsDefinite && phrase.Genitive is null || saying.Kind == SayingKind.Express && !phrase.IsDefinite) && frames.OfNoun(phrase) is null) continue;
            if (TellsNews(phrase)) return (item.Start, true);
            if (other < 0 && role is not Role.Toward && !acts) other = item.Start;
        }
        return (other, false);
    }

    private bool TellsNews(Phrase phrase)
    {
        foreach (var part in phrase.Nested())
        {
            if (part == phrase && judge.Is("say-object", part)) continue;
            if (part.Number is not null || part.Kind?.Measure is not null || part.Features.HasFlag(Morph.Masdar) && part.Kind is null || frames.OfNoun(part) is not null) return true;
            if (part.Kind?.Denotes != Denotes.Quantity && !frames.IsCarrier(part) && !judge.Is("say-object", part)) return false;
        }
        return false;
    }

    /// <summary>Where what is said ends: at what does not hang on the verb, at another voice, at the end of the sentence.</summary>
    private int EndOf(SentenceSpeech speech, Clause clause, int from)
    {
        var end = speech.Sentence.End;
        foreach (var cue in speech.Cues)
            if (cue.Kind == "outlet-voice" && cue.Start > from && cue.Start < end) end = cue.Start;
        var opens = clause.Opening is "when" or "after" or "while" or "since" or "because" or "before" && clause.Start <= speech.FirstWord + 1;
        foreach (var inner in speech.Clauses)
        {
            if (inner == clause || inner.Start < from) continue;
            if (inner.Start >= end) break;
            if (!Hangs(speech, inner, clause)) return inner.Start;
            // "While X announced that ..., the army attacked": after the comma the main clause begins.
            if (opens && inner.Verb is { And: false } main && main.Start == inner.Start && speech.MarkAt(inner.Start - 1) == ',') return inner.Start;
        }
        return end;
    }

    private bool Hangs(SentenceSpeech speech, Clause inner, Clause clause)
    {
        for (var c = inner; c is not null; c = c.Parent)
        {
            if (c == clause) return true;
            if (c.Parent is null) return speech.MarkAt(c.Start - 1) == ';' && !Says(c);
            var breaks = c is { Link: Link.Coordinate, SubjectInherited: false } || c.Opening is "while" or "but"
                || (c.Opening == "when" || c is { Link: Link.Subordinate, Opening: "", SubjectInherited: false }) && speech.MarkAt(c.Start - 1) == ',';
            if (breaks && Says(c)) return false;
            if (c.Link == Link.Coordinate && c.Parent == clause && c.SubjectInherited) return false;
        }
        return false;
    }

    /// <summary>Whether a clause's verb tells what somebody says.</summary>
    private bool Says(Clause clause) =>
        clause.Verb?.Lemma is { } lemma && KindOf(lemma.Text) is { } word
        && (word.Kind is SayingKind.Tell or SayingKind.Clause or SayingKind.Convey || word.Kind == SayingKind.HandOn && clause.Subjects.Exists(s => judge.MediaKind(s) is not null));

    /// <summary>What stands before the verb: "..., said X".</summary>
    private void FindBefore(SentenceSpeech speech, Saying saying)
    {
        var (at, clause) = (saying.Start - 1, saying.Clause!);
        if (at <= speech.Sentence.Start || saying.IsCarriedOn || speech.MarkAt(at) == ' ') return;
        if (clause.Complements.Exists(c => c.Start >= saying.End && !c.IsCue && judge.MediaKind(c) is null && meanings.RoleOf(c.Preposition) is not Role.Place)) return;
        var quoted = Quotations.OpenBefore(speech, at);
        if (quoted is null && (clause.Verb!.And || !speech.Clauses.Exists(c => c != clause && c.Verb is { } told && told.End <= saying.Start))) return;
        var start = quoted ?? speech.FirstWord;
        (saying.From, saying.To) = (start, at);
    }

    // ---- participles ----

    /// <summary>"..., adding that", "noting the arrival of": whoever speaks or acts in the sentence.</summary>
    private Saying? ReadParticiple(SentenceSpeech speech, int k, List<Saying> before)
    {
        var item = speech.Items[k];
        if (item.Phrase is not { IsPronoun: false, Preposition: "", IsCue: false } phrase || phrase.Head != item.Start || phrase.IsPersonName || phrase.Genitive is { IsDefinite: true } && phrase.Name is not null) return null;
        if (k > 0 && speech.Items[k - 1].Kind != PartKind.Mark && !item.And && speech.MarkAt(item.Start - 1) == ' ' && item.Start != speech.Sentence.Start && !phrase.IsCircumstantial) return null;
        return Participle(speech, k, before);
    }

    /// <summary>A participle of saying at an item, whatever else the word may be.</summary>
    private Saying? Participle(SentenceSpeech speech, int k, List<Saying> before)
    {
        var item = speech.Items[k];
        foreach (var analysis in speech.Analyses[item.Start])
        {
            if (item.Kind == PartKind.Verb && !analysis.Is(Morph.Indef | Morph.Acc)) continue;
            if (!analysis.Is(Morph.ActivePart) || analysis.IsAny(Morph.Def) || analysis.Pronoun != 0 || lexicon.Lemmas[analysis.Lemma].Root is not { Length: > 0 } root) continue;
            if (KindOf(root) is not { Kind: SayingKind.Tell or SayingKind.Clause or SayingKind.Express or SayingKind.Convey } word) continue;
            return Participle(speech, k, analysis, word.Kind, word.Stance, before);
        }
        return null;
    }

    private Saying? Participle(SentenceSpeech speech, int k, Analysis analysis, SayingKind kind, Stance stance, List<Saying> before)
    {
        var item = speech.Items[k];
        if (Around(speech, item.Start, analysis, before) is not { IsOutlet: false } voice) return null;
        var saying = new Saying { Kind = kind, Start = item.Start, End = item.Start + 1, Clause = null, Voice = voice with { Stance = stance }, IsCarriedOn = true };
        // What is said begins with the next clause or noun, whichever comes first.
        for (var at = k; at < speech.Items.Count; at++)
        {
            var next = speech.Items[at];
            if (at > k && next is { Kind: PartKind.Verb } || next is { Kind: PartKind.Mark, Mark: ',' or ';' }) break;
            if (next is { Kind: PartKind.Particle, Function: "complement" or "complement-speech" }) { saying.From = next.Analysis.Pronoun != 0 ? next.Start : next.End; break; }
            if (next is { Kind: PartKind.Mark, Mark: ':' }) { saying.From = next.End; break; }
            if (next is { Kind: PartKind.Mark, Mark: '"' or '\u00ab' } && Quotations.IsSpeech(speech, next.Start)) { saying.From = next.Start; break; }
            if (at == k && next.Phrase?.Genitive is null) continue;
            var told = at == k ? next.Phrase!.Genitive! : next.Phrase;
            if (told is null or { IsPronoun: true } || kind is not (SayingKind.Tell or SayingKind.Convey) || kind == SayingKind.Convey && told.Analysis.Pronoun != 0 || judge.Is("say-object", told)) continue;
            (saying.From, saying.IsNews) = (told.Start, TellsNews(told));
            break;
        }
        if (saying.From < 0) return kind == SayingKind.Express ? saying : null;
        saying.To = speech.Sentence.End;
        return saying;
    }

    /// <summary>Whose words a participle tells: those of the speaker before it in the sentence, of its subject, or of the last speaker.</summary>
    private Voice? Around(SentenceSpeech speech, int at, Analysis analysis, List<Saying> before) =>
        before.FindLast(s => !s.Voice.IsOutlet)?.Voice ?? Acting(speech, at)
            ?? memory.Last(analysis with { Features = Morph.Third | (analysis.Features & (Morph.Gender | Morph.Number)) }, speech.Index);

    /// <summary>The subject of the sentence before a participle, if it can speak.</summary>
    private Voice? Acting(SentenceSpeech speech, int before)
    {
        foreach (var clause in speech.Clauses)
            if (clause.Verb is { } verb && verb.Start < before && clause.Link is Link.Main or Link.Coordinate && !clause.IsPassive && clause.Subjects.Find(s => !s.IsPronoun && judge.CanSpeak(s)) is { } subject)
                return new Voice([subjects.Of(subject, verb.Start, verb.End, false)], Stance.States);
        return null;
    }
}
