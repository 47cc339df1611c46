using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Claims;

/// <summary>Finds who says what: speakers, the words of attribution, and how far each speaker's words reach.</summary>
internal sealed class AttributionReader(Meanings meanings, World world)
{
    private readonly Dictionary<Clause, Speaker> _saying = [];
    private readonly List<(int From, int To, Speaker Speaker, bool Strong)> _stretches = [];
    private readonly List<Speaker> _speakers = [];
    private readonly HashSet<Speaker> _known = [];
    private readonly Dictionary<Phrase, Speaker> _byPhrase = [];
    private Speaker? _last;

    private int _firstStretch;
    private readonly List<Saying> _said = [];

    /// <summary>Stretches of tokens that a speaker says.</summary>
    public IReadOnlyList<Saying> Said => _said;

    /// <summary>Speakers in text order.</summary>
    public IReadOnlyList<Speaker> Speakers => _speakers;

    /// <summary>Forgets the last report.</summary>
    public void Clear()
    {
        _saying.Clear();
        _stretches.Clear();
        _said.Clear();
        _speakers.Clear();
        _known.Clear();
        _byPhrase.Clear();
        _last = null;
    }

    /// <summary>Marks the phrases of "according to X", so that they take no role in what is told.</summary>
    public void MarkCues(List<SentencePart> items, FoldedText text, List<Token> tokens, Sentence sentence)
    {
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            if (CueAt(text, tokens, t, sentence.End, "according") is not { } cue) continue;
            foreach (var item in items)
                if (item.Phrase is { } phrase && item.End > t && item.Start <= cue.End && (item.Start >= t || phrase.Start >= t)) phrase.IsCue = true;
            t = cue.End - 1;
        }
    }

    /// <summary>Finds the speakers of a sentence.</summary>
    public void Read(List<Clause> clauses, List<SentencePart> items, FoldedText text, List<Token> tokens, Sentence sentence)
    {
        // Clauses of one sentence never hang on those of another.
        _firstStretch = _stretches.Count;
        _saying.Clear();
        foreach (var clause in clauses)
            if (clause.Verb is not null) ReadSaying(clause);
        ReadAccording(items, text, tokens, sentence);
        ReadQuotations(clauses, text, tokens, sentence);
        CollectSaid(clauses, text, tokens, sentence);
    }

    /// <summary>What is said: the clauses that complete the saying verb, without the particle that opens them.</summary>
    private void CollectSaid(List<Clause> clauses, FoldedText text, List<Token> tokens, Sentence sentence)
    {
        foreach (var clause in clauses)
        {
            if (!_saying.TryGetValue(clause, out var speaker) || clause.Verb is not { } verb) continue;
            var (from, to) = (-1, -1);
            foreach (var inner in clauses)
            {
                if (inner == clause || inner.Start < verb.End || inner.Items.Count == 0 || !Completes(inner, clause)) continue;
                var start = inner.Items[0] is { Kind: PartKind.Particle } opening ? opening.End : inner.Start;
                if (from < 0 || start < from) from = start;
                if (inner.End > to) to = inner.End;
            }
            while (from >= 0 && from < to && tokens[from].Kind == TokenKind.Mark) from++;
            while (to > from && from >= 0 && tokens[to - 1].Kind == TokenKind.Mark) to--;
            if (from < 0 || to - from < 3) continue;
            var quoted = from > sentence.Start && tokens[from - 1].Kind == TokenKind.Mark && text[tokens[from - 1].Start] is '"' or '\u00ab';
            _said.Add(new Saying(from, to, quoted, speaker, verb.Start, verb.End, clause.Sentence));
        }
    }

    private bool Completes(Clause inner, Clause saying)
    {
        for (var c = inner; c is not null; c = c.Parent)
        {
            if (c == saying) return true;
            if (c != inner && _saying.ContainsKey(c)) return false;
            if (c.Link is Link.Main || (c.Link is Link.Coordinate or Link.Relative && c.Parent == saying)) return false;
        }
        return false;
    }

    /// <summary>An agency in the byline tells what is told in no other voice, and hands on everyone who is named.</summary>
    public void HandOn(Phrase agency, IEnumerable<Draft> drafts, int fromLine)
    {
        var speaker = Make(agency, Stance.States, agency.Start, agency.End, 0);
        foreach (var draft in drafts)
            if (draft.Speaker is null && draft.Line >= fromLine) draft.Speaker = speaker;
        foreach (var other in _speakers)
        {
            var far = other;
            while (far.Via is { } via && via != speaker) far = via;
            if (far != speaker && far.Via is null) far.Via = speaker;
        }
    }

    /// <summary>The participant of a clause as a speaker: who calls for something says so.</summary>
    public Speaker SpeakerFor(Phrase phrase, int cueStart, int cueEnd, int sentence) =>
        _byPhrase.TryGetValue(phrase, out var known) ? known : _byPhrase[phrase] = Make(phrase, Stance.States, cueStart, cueEnd, sentence);

    /// <summary>Who says what stands at a token of a clause; null is the outlet.</summary>
    public Speaker? SpeakerAt(int token, Clause clause)
    {
        Speaker? found = null;
        var narrowest = int.MaxValue;
        for (var k = _firstStretch; k < _stretches.Count; k++)
        {
            var (from, to, speaker, strong) = _stretches[k];
            if (token < from || token >= to || (to - from) + (strong ? 0 : 10_000) >= narrowest) continue;
            (found, narrowest) = (speaker, (to - from) + (strong ? 0 : 10_000));
        }
        if (found is not null && narrowest < 10_000) return found;
        for (var c = clause; c is not null; c = c.Parent)
        {
            if (_saying.TryGetValue(c, out var own) && c.Verb is { } verb && token >= verb.End && !c.Subjects.Exists(s => token >= s.Start && token < s.End) && (c != clause || IsSpoken(c, token))) return own;
            if (c.Link is Link.Main) break;
            if (c.Link is Link.Relative && c.Parent is not null && _saying.TryGetValue(c.Parent, out _) && c.Antecedent is { } head && c.Parent.Subjects.Contains(head)) break;
        }
        return found;
    }

    /// <summary>In the saying clause itself only what is said is the speaker's: objects and complements, not adjuncts.</summary>
    private bool IsSpoken(Clause clause, int token)
    {
        if (clause.Objects.Exists(o => token >= o.Start && token < o.End)) return true;
        return clause.Complements.Exists(c => token >= c.Start && token < c.End && meanings.RoleOf(c.Preposition) is not (Role.Place or Role.Cause or Role.None));
    }

    private void ReadSaying(Clause clause)
    {
        var verb = clause.Verb!;
        if (verb.Lemma is not { } lemma || meanings.CueOf("say-verb", lemma.Text) is not { } stance)
        {
            if (verb.Lemma is { } via && meanings.CueOf("via-verb", via.Text) is { } passed) ReadTransmission(clause, passed);
            return;
        }
        if (clause.Has("neg-past") && clause.Has("neg")) return;
        var subjects = clause.Subjects.Where(s => !s.IsPronoun).ToList();
        Speaker? speaker = null;
        if (clause.SubjectInherited && clause.Parent is null && _last is not null) subjects.Clear();
        if (subjects.Count > 0)
        {
            if (!CanSpeak(subjects[0])) return;
            speaker = Make(subjects[0], stance, verb.Start, verb.End, clause.Sentence);
        }
        else if (clause.Link is Link.Relative && clause.Antecedent is { } head && CanSpeak(head)) speaker = Make(head, stance, verb.Start, verb.End, clause.Sentence);
        else if (_last is { } last && clause.Sentence - last.Sentence <= 3 && verb.Analysis.IsAny(Morph.Third)) speaker = last;
        if (speaker is null) return;
        // "Said X to the newspaper Y": the paper passes it on.
        foreach (var complement in clause.Complements)
            if (OutletKind(complement) is { } kind && meanings.RoleOf(complement.Preposition) is Role.None or Role.Partner or Role.Inner && speaker.Via is null && speaker.Phrase != complement)
                speaker.Via = new Speaker { Phrase = complement, Kind = kind, CueStart = complement.Start, CueEnd = complement.Start + 1, Sentence = clause.Sentence };
        if (speaker.Via is not null && !_known.Contains(speaker.Via)) Note(speaker.Via);
        _saying[clause] = speaker;
        _last = speaker;
        speaker.Sentence = clause.Sentence;
        if (subjects.Count > 1 || !_known.Contains(speaker)) { if (!_known.Contains(speaker)) Note(speaker); }
    }

    /// <summary>"The agency quoted X as saying": X speaks, the agency passes it on.</summary>
    private void ReadTransmission(Clause clause, Stance stance)
    {
        var carrier = clause.Subjects.Find(s => OutletKind(s) is not null);
        var quoted = clause.Complements.Find(c => meanings.RoleOf(c.Preposition) == Role.About && CanSpeak(c));
        if (carrier is null) return;
        var via = Make(carrier, Stance.States, clause.Verb!.Start, clause.Verb.End, clause.Sentence);
        var speaker = quoted is null ? via : new Speaker { Phrase = quoted, Kind = KindOf(quoted), CueStart = clause.Verb.Start, CueEnd = clause.Verb.End, Via = via, Stance = stance, Sentence = clause.Sentence };
        _saying[clause] = speaker;
        if (!_known.Contains(speaker)) Note(speaker);
        _last = speaker;
    }

    private Speaker Make(Phrase phrase, Stance stance, int cueStart, int cueEnd, int sentence)
    {
        var kind = OutletKind(phrase) ?? KindOf(phrase);
        var speaker = new Speaker { Phrase = phrase, Kind = kind, CueStart = cueStart, CueEnd = cueEnd, Stance = stance, Sentence = sentence };
        Note(speaker);
        return speaker;
    }

    private void Note(Speaker speaker)
    {
        if (_known.Add(speaker)) _speakers.Add(speaker);
    }

    /// <summary>"According to X": X's words are the rest of the sentence if it opens it, else what stands before.</summary>
    private void ReadAccording(List<SentencePart> items, FoldedText text, List<Token> tokens, Sentence sentence)
    {
        Speaker? before = null;
        var beforeEnd = -1;
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            if (CueAt(text, tokens, t, sentence.End, "according") is not { } cue) continue;
            // The speaker is the first phrase that begins with or after the cue; it may be the genitive of the cue's own word.
            var item = items.Find(i => i.Phrase is not null && i.End > cue.End - 1 && i.Start <= cue.End + 2 && (i.Start >= cue.End - 1 || i.Phrase.Nested().Any(n => n.Start >= cue.End - 1)));
            var named = item?.Phrase?.Nested().FirstOrDefault(n => n.Start >= (item.Start >= cue.End - 1 ? item.Start : cue.End - 1)) is { } first ? Unwrap(first) : null;
            if (named is null || !CanSpeak(named)) named = item?.Phrase?.Nested().FirstOrDefault(n => n.Start >= cue.End && CanSpeak(n));
            var speaker = named is not null && CanSpeak(named) ? Make(named, cue.Stance, t, cue.End, tokens.Count)
                : cue.HasPronoun || (item?.Phrase is { } own && own.Nested().Any(n => n.Analysis.Pronoun != 0)) ? _last : null;
            if (speaker is null) continue;
            // "As the agency said, quoting the monitor": the monitor speaks, the agency passes it on.
            if (_stretches.Count > 0 && before is { } passing && t - beforeEnd <= 2 && passing != speaker && speaker.Via is null && speaker != _last)
            {
                speaker.Via = passing;
                for (var k = _firstStretch; k < _stretches.Count; k++)
                    if (_stretches[k].Speaker == passing && _stretches[k].From >= sentence.Start) _stretches[k] = _stretches[k] with { Speaker = speaker };
                (before, beforeEnd) = (speaker, named?.End ?? cue.End);
                t = cue.End;
                continue;
            }
            (before, beforeEnd) = (speaker, named?.End ?? cue.End);
            // Words in quotation marks right before it are all that it covers.
            if (QuotationBefore(text, tokens, sentence, t) is { } quoted)
            {
                _stretches.Add((quoted, t, speaker, true));
                t = cue.End;
                continue;
            }
            var opens = t - sentence.Start <= 1;
            var from = opens ? cue.End : Math.Max(sentence.Start, LastStretchEnd(sentence, t));
            var inner = _saying.FirstOrDefault(s => s.Key.Items.Count > 0 && s.Key.Start >= sentence.Start && s.Key.Start < t && !opens && s.Value != speaker).Value;
            // The speaker of a quotation handed on by an agency: the agency stands behind him.
            if (inner is not null && speaker.Kind is SourceKind.Agency or SourceKind.Outlet or SourceKind.Channel && inner.Via is null)
            {
                var handed = new Speaker { Phrase = inner.Phrase, Kind = inner.Kind, CueStart = inner.CueStart, CueEnd = inner.CueEnd, Stance = inner.Stance, Via = speaker, Sentence = inner.Sentence };
                Note(handed);
                foreach (var clause in _saying.Keys.Where(c => c.Items.Count > 0 && c.Start >= sentence.Start && c.Start < t).ToList()) _saying[clause] = handed;
                _stretches.Add((sentence.Start, t, speaker, false));
            }
            else if (inner is null || inner == speaker) _stretches.Add((from, opens ? sentence.End : t, speaker, true));
            else _stretches.Add((from, t, speaker, false));
            t = cue.End;
        }
    }

    /// <summary>Where a quotation begins that ends right before a token, or null.</summary>
    private static int? QuotationBefore(FoldedText text, List<Token> tokens, Sentence sentence, int at)
    {
        var close = at - 1;
        if (close >= sentence.Start && tokens[close].Kind == TokenKind.Mark && text[tokens[close].Start] == ',') close--;
        if (close <= sentence.Start || tokens[close].Kind != TokenKind.Mark || text[tokens[close].Start] is not ('"' or '\u00bb')) return null;
        for (var t = close - 1; t >= sentence.Start; t--)
            if (tokens[t].Kind == TokenKind.Mark && text[tokens[t].Start] is '"' or '\u00ab') return close - t < 12 ? t : null;
        return null;
    }

    private int LastStretchEnd(Sentence sentence, int before)
    {
        var end = sentence.Start;
        for (var k = _firstStretch; k < _stretches.Count; k++)
            if (_stretches[k].To > end && _stretches[k].To <= before) end = _stretches[k].To;
        return end;
    }

    /// <summary>"On the word of the ambassador": the speaker is the genitive.</summary>
    private Phrase Unwrap(Phrase phrase)
    {
        while (phrase.Genitive is { } inner && phrase.Lemma is { } lemma && (meanings.CueOf("say-noun", lemma.Text) is not null || meanings.CueOf("wrapper", lemma.Text) is not null) && phrase.Name is null) phrase = inner;
        return phrase;
    }

    /// <summary>A quotation of four words or more belongs to the speaker of its sentence.</summary>
    private void ReadQuotations(List<Clause> clauses, FoldedText text, List<Token> tokens, Sentence sentence)
    {
        var open = -1;
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            if (tokens[t].Kind != TokenKind.Mark || text[tokens[t].Start] is not ('"' or '\u00ab' or '\u00bb')) continue;
            if (open < 0) { open = t; continue; }
            if (t - open > 4 && clauses.FindLast(c => _saying.ContainsKey(c) && c.Start < open) is { } saying) _stretches.Add((open, t, _saying[saying], true));
            open = -1;
        }
    }

    private (int End, Stance Stance, bool HasPronoun)? CueAt(FoldedText text, List<Token> tokens, int t, int end, string kind)
    {
        if (tokens[t].Kind != TokenKind.Word) return null;
        (int End, Stance Stance, bool)? best = null;
        for (var skip = 0; skip <= 1 && skip < tokens[t].Length; skip++)
        {
            var state = DoubleArrayTrie.Root;
            for (var i = t; i < end && i < t + 6 && state >= 0; i++)
            {
                if (i > t && tokens[i].Spaced && (state = meanings.Phrases.Step(state, ' ')) < 0) break;
                for (var c = tokens[i].Start + (i == t ? skip : 0); c < tokens[i].End && state >= 0; c++)
                {
                    state = meanings.Phrases.Step(state, text[c]);
                    // A cue may end in a proclitic that stands on the speaker's own word.
                    if (state >= 0 && c + 1 < tokens[i].End && i > t && meanings.Phrases.ValueAt(state) is var within && within >= 0)
                        foreach (var (k, stance) in meanings.PhrasesAt(within))
                            if (k == kind && (best is null || i >= best.Value.End)) best = (i, stance, tokens[i].End - c <= 4);
                }
                if (state < 0) break;
                if (meanings.Phrases.ValueAt(state) is var value && value >= 0)
                    foreach (var (k, stance) in meanings.PhrasesAt(value))
                        if (k == kind) best = (i + 1, stance, false);
            }
        }
        return best;
    }

    /// <summary>Whether a phrase can name someone who says something.</summary>
    private bool CanSpeak(Phrase phrase)
    {
        if (phrase.IsPersonName || phrase.Office is not null || OutletKind(phrase) is not null) return true;
        if (phrase.Name is { } name && name.Entries.Any(e => e.Kind is NameKind.Actor or NameKind.Person or NameKind.Outlet or NameKind.Country or NameKind.Capital)) return true;
        if (phrase.Kind is { Denotes: Denotes.Document, Class: "law" }) return false;
        if (phrase.Kind?.Denotes is Denotes.Person or Denotes.Force or Denotes.Body or Denotes.Document) return true;
        return phrase.Lemma is { } lemma && (meanings.CueOf("anonymous", lemma.Text) is not null || meanings.CueOf("witness", lemma.Text) is not null || meanings.CueOf("document", lemma.Text) is not null
            || meanings.CueOf("office", lemma.Text) is not null || meanings.CueOf("monitor", lemma.Text) is not null || meanings.CueOf("via-noun", lemma.Text) is not null);
    }

    private SourceKind? OutletKind(Phrase phrase)
    {
        if (phrase.Name?.As(NameKind.Outlet) is { } entry)
            return world.Outlets[entry.Index].Kind switch { "agency" => SourceKind.Agency, "monitor" => SourceKind.Monitor, "channel" => SourceKind.Channel, _ => SourceKind.Outlet };
        if (phrase.Genitive?.Name?.As(NameKind.Outlet) is not null && phrase.Kind?.Class == "media") return SourceKind.Outlet;
        return phrase.Lemma is { } lemma && phrase.Kind?.Denotes == Denotes.Body && phrase.Kind.Class == "media" && meanings.CueOf("via-noun", lemma.Text) is not null ? SourceKind.Outlet : null;
    }

    private SourceKind KindOf(Phrase phrase)
    {
        if (phrase.IsPersonName || phrase.Name?.As(NameKind.Person) is not null) return SourceKind.Person;
        if (phrase.Name?.As(NameKind.Actor) is { } actor)
            return world.Actors[actor.Index].Role switch { "monitor" => SourceKind.Monitor, "agency" => SourceKind.Agency, "ministry" => SourceKind.Office, _ => SourceKind.Organisation };
        var lemma = phrase.Lemma?.Text ?? "";
        if (meanings.CueOf("witness", lemma) is not null) return SourceKind.Witness;
        if (meanings.CueOf("anonymous", lemma) is not null || (phrase.Kind?.Denotes == Denotes.Person && !phrase.IsDefinite)) return SourceKind.Anonymous;
        if (phrase.Kind?.Denotes == Denotes.Person && phrase.Features.HasFlag(Morph.Plur)) return SourceKind.Organisation;
        if (meanings.CueOf("document", lemma) is not null || phrase.Kind?.Denotes == Denotes.Document) return SourceKind.Document;
        if (meanings.CueOf("monitor", lemma) is not null) return SourceKind.Monitor;
        if (meanings.CueOf("office", lemma) is not null) return SourceKind.Office;
        if (phrase.Kind?.Denotes == Denotes.Person) return phrase.IsDefinite ? SourceKind.Person : SourceKind.Anonymous;
        return SourceKind.Organisation;
    }
}

/// <summary>A stretch of tokens that somebody says, and the words of saying.</summary>
internal readonly record struct Saying(int From, int To, bool Quoted, Speaker Speaker, int CueStart, int CueEnd, int Sentence);
