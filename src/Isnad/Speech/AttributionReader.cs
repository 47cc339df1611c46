using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Speech;

/// <summary>
/// Finds who says what. Sayings, phrases of attribution, labels and quotations each give stretches of the text a voice; where
/// several hold, the one that began last speaks. Not safe to share between threads.
/// </summary>
internal sealed class AttributionReader
{
    /// <summary>Marks and words that may stand before the words with which a sentence turns to other news.</summary>
    private const int WordsBeforeTurn = 2;

    private readonly CueFinder _cues;
    private readonly SpeakerJudge _judge;
    private readonly SpeakerMemory _memory;
    private readonly DocumentReader _documents;
    private readonly AccordingReader _accordings;
    private readonly SubjectReader _subjects;
    private readonly SayingReader _sayings;
    private readonly LabelReader _labels;
    private readonly Meanings _meanings;
    private readonly ScopeTable _scopes = new();
    private readonly List<Said> _said = [];
    private readonly Dictionary<Phrase, Speaker> _byPhrase = [];
    private List<According> _found = [];
    private SentenceSpeech _speech = null!;

    /// <summary>A quotation that goes on past its sentence: its closing token and its voice.</summary>
    private (int Close, Voice Voice)? _open;

    /// <summary>A label that goes on to the end of its line: the line and the voice.</summary>
    private (int Line, Voice Voice)? _labelled;

    public AttributionReader(Meanings meanings, Lexicon lexicon, World world)
    {
        _meanings = meanings;
        _cues = new CueFinder(meanings);
        var frames = new EventFrames(meanings);
        _judge = new SpeakerJudge(meanings, world, frames);
        _memory = new SpeakerMemory(_judge);
        var documents = _documents = new DocumentReader(meanings, lexicon, _judge, frames);
        _accordings = new AccordingReader(meanings, lexicon, _judge, documents);
        _subjects = new SubjectReader(meanings, _judge, documents, _memory);
        _sayings = new SayingReader(meanings, lexicon, _judge, _subjects, _memory, frames);
        _labels = new LabelReader(meanings, _judge, _subjects, documents);
    }

    /// <summary>Stretches that somebody speaks, in the order in which they were found.</summary>
    public IReadOnlyList<Scope> Scopes => _scopes.All;

    /// <summary>What was said, in text order of the sentences.</summary>
    public IReadOnlyList<Said> Said => _said;

    /// <summary>Forgets the last report.</summary>
    public void Begin(ReportAnalysis report)
    {
        _memory.Begin(report.Text, report.Tokens);
        _scopes.Clear();
        _said.Clear();
        _byPhrase.Clear();
        (_open, _labelled) = (null, null);
    }

    /// <summary>Begins a sentence: phrases of attribution are marked, and their verbs taken out of the items, before the clauses are read.</summary>
    public void Begin(ReportAnalysis report, Sentence sentence, int index, List<SentencePart> items)
    {
        _scopes.Begin();
        _speech = new SentenceSpeech(report, sentence, index, items, _cues.Find(report.Text, report.Tokens, sentence.Start, sentence.End));
        if (_speech.Cues.Exists(c => c.Kind == "elsewhere" && c.Start - sentence.Start <= WordsBeforeTurn)) report.Turns.Add(index);
        _sayings.SettleParticles(_speech);
        _documents.TakeOut(_speech);
        _found = _accordings.Find(_speech);
    }

    /// <summary>Finds who says what in the sentence that was begun.</summary>
    public void Read(List<Clause> clauses)
    {
        _speech.Clauses = clauses;
        GoOn();
        ReadLabel();
        var sayings = _sayings.Read(_speech);
        // Within a label's or a quotation's words, whoever is quoted is passed on by its speaker.
        foreach (var saying in sayings)
            if (!saying.IsCarriedOn && _scopes.At(saying.Start) is { Speakers: [var by] } && !saying.Voice.Speakers.Any(s => s.Chains(by.Phrase))) saying.Voice = saying.Voice.PassedOnBy(by);
        foreach (var saying in sayings)
            if (saying.From >= 0 && saying.IsNews) _scopes.Add(saying.From, saying.To, saying.Voice);
        ReadWeak();
        foreach (var according in _found) Apply(according, sayings);
        ReadOutletVoice();
        foreach (var saying in sayings)
            if (saying.From >= 0) Collect(saying, sayings);
        Remember();
        // "X said in a statement:" and the words follow after the break.
        if (_speech.MarkAt(_speech.Sentence.End - 1) == ':' && sayings is [.., { From: < 0, Voice.IsOutlet: false } open])
            _labelled = (EndsLine() ? _speech.Sentence.Line + 1 : _speech.Sentence.Line, open.Voice);
    }

    /// <summary>Who says what stands at a token of the sentence.</summary>
    public Voice VoiceAt(int token) => _scopes.At(token);

    /// <summary>The participant of a clause as a speaker: who calls for something says so.</summary>
    public Voice VoiceOf(Phrase phrase, int cueStart, int cueEnd)
    {
        if (!_byPhrase.TryGetValue(phrase, out var speaker)) _byPhrase[phrase] = speaker = _subjects.Of(phrase, cueStart, cueEnd, false);
        return new Voice([speaker], Stance.States);
    }

    /// <summary>An agency as the source of what is told in no other voice, which passes on everyone who is named.</summary>
    public Voice VoiceOfAgency(Phrase agency) =>
        new([new Speaker { Phrase = agency, Kind = _judge.MediaKind(agency) ?? SourceKind.Agency, CueStart = agency.Start, CueEnd = agency.End }], Stance.States);

    // ---- what goes on from the sentence before ----

    private void GoOn()
    {
        var (start, end) = (_speech.Sentence.Start, _speech.Sentence.End);
        if (_labelled is { } label)
        {
            if (label.Line == _speech.Sentence.Line) _scopes.Add(start, end, label.Voice);
            else if (label.Line < _speech.Sentence.Line) _labelled = null;
        }
        if (_open is { } open)
        {
            if (open.Close > start) _scopes.Add(start, Math.Min(open.Close, end), open.Voice);
            if (open.Close <= end) _open = null;
        }
        // "We seized ...": in the first person the last speaker goes on.
        if (_open is null && _labelled is null && _speech.Items.Find(i => i.Kind == PartKind.Verb) is { Analysis: var verb } && verb.IsAny(Morph.First) && !verb.IsAny(Morph.Third)
            && _memory.LastSpoken is { } before && before.Sentence == _speech.Index - 1) _scopes.Add(start, end, before.Voice);
        // "That resulted in ...": whoever told what came before tells it too.
        if (_speech.Cues is [{ Kind: "continue" } first, ..] && first.Start <= _speech.FirstWord + 1 && _memory.LastSpoken is { } last && last.Sentence == _speech.Index - 1) _scopes.Add(start, end, last.Voice);
    }

    private bool EndsLine() => _speech.Sentence.End >= _speech.Tokens.Count || _speech.Tokens[_speech.Sentence.End].Kind == TokenKind.Break;

    private void ReadLabel()
    {
        if (_labels.Read(_speech) is not { } label) return;
        _memory.Note(label.Voice, _speech.Index);
        // "X: condemns ..." is about X, in the outlet's words.
        if (label.IsSubject) return;
        _scopes.Add(label.Colon + 1, _speech.Sentence.End, label.Voice);
        _labelled = (_speech.Sentence.Line, label.Voice);
        _said.Add(new Said(label.Colon + 1, _speech.Sentence.End, label.Voice, label.Voice.Speakers[0].CueStart, label.Voice.Speakers[0].CueEnd, _speech.Index));
    }

    /// <summary>"Reports of ...", "rumours that ...": nobody is named, but it is not the outlet's own word.</summary>
    private void ReadWeak()
    {
        for (var k = 0; k + 1 < _speech.Items.Count; k++)
        {
            if (_speech.Items[k].Phrase is not { IsPronoun: false, IsCue: false, Genitive: null } phrase || phrase.Lemma is not { } lemma || _meanings.CueOf("weak", lemma.Text) is not { } stance) continue;
            var next = _speech.Items[k + 1];
            if (next.Kind == PartKind.Verb && k + 2 < _speech.Items.Count) next = _speech.Items[k + 2];
            var about = next.Phrase is { IsPronoun: false } told && _meanings.RoleOf(told.Preposition) == Role.About;
            if (!about && next is not { Kind: PartKind.Particle, Function: "complement" or "complement-speech" }) continue;
            if (_scopes.At(phrase.Start) is { IsOutlet: false }) continue;
            _scopes.Add(next.Start, _speech.Sentence.End, _subjects.Voice([phrase], [], stance, phrase.Start, phrase.End, false));
        }
    }

    /// <summary>"It is worth recalling that ...": the outlet itself, outside quotations.</summary>
    private void ReadOutletVoice()
    {
        foreach (var cue in _speech.Cues)
            if (cue.Kind == "outlet-voice" && _open is null) _scopes.Add(cue.Start, _speech.Sentence.End, Voice.Outlet);
        // "X had ...": an earlier fact, told by the outlet, unless X had said something.
        foreach (var clause in _speech.Clauses)
            if (clause is { Verb: { And: true, Lemma: { } lemma } verb, Link: Link.Coordinate } && _meanings.CueOf("pluperfect", lemma.Text) is not null && _speech.Clauses.Exists(c => c.Parent == clause && c.Has("assertive")))
                _scopes.Add(verb.Start, _speech.Sentence.End, Voice.Outlet);
    }

    // ---- according to ----

    private void Apply(According according, List<Saying> sayings)
    {
        var cue = according.Cue;
        var (start, end) = (_speech.Sentence.Start, _speech.Sentence.End);
        var voice = according.Named.Count > 0 ? _subjects.Voice(according.Named, according.HandedOnBy, according.Stance, cue.Start, cue.End, according.InDocument)
            : _memory.LastSpoken?.Voice is { IsOutlet: false } last ? last with { Stance = according.Stance == Stance.States ? last.Stance : according.Stance } : null;
        if (voice is null) return;
        if (Quotations.OpenBefore(_speech, cue.Start - 1) is { } open && (according.OfWording || Quotations.IsSpeech(_speech, open)) && !(_judge.HandsOn(voice.Speakers[0]) && sayings.Exists(s => s.From >= 0 && s.From <= open && s.To > open)))
        {
            _scopes.Add(open, cue.Start, voice);
            _said.Add(new Said(open, cue.Start, voice, cue.Start, cue.End, _speech.Index));
            _memory.Note(voice, _speech.Index);
            return;
        }
        var saying = sayings.FindLast(s => s.From >= 0 && (s.From < cue.Start || s.Start < cue.Start) && s.To >= cue.Start);
        if (saying is not null) { Join(according, voice, saying); return; }
        var leads = cue.Start <= _speech.FirstWord || Leads(according);
        var from = leads ? according.End : _scopes.EndBefore(cue.Start, start);
        var to = leads || !EndsClause(according) ? end : cue.Start;
        if (according.Quotes && _scopes.OfSentence.Any(s => s.From < cue.Start && s.To >= cue.Start)) { PassOn(voice, start, cue.Start); return; }
        // "As the agency said, quoting X": X speaks, the agency passes it on.
        if (!leads && _scopes.EndBefore(cue.Start + 1, -1) >= 0 && _scopes.OfSentence.LastOrDefault(s => s.To <= cue.Start) is { Voice.IsOutlet: false } passed && _found.Exists(f => f.Cue.Start >= passed.To && f.End >= cue.Start - 1 && f != according))
        {
            _scopes.Change(passed.From, passed.To, v => _judge.HandsOn(v.Speakers[0]) ? voice.PassedOnBy(v.Speakers[0]) : v.PassedOnBy(voice.Speakers[0]));
            _memory.Note(voice, _speech.Index);
            return;
        }
        _scopes.Add(from, to, voice);
        _memory.Note(voice, _speech.Index);
        if (leads) _said.Add(new Said(from, to, voice, cue.Start, cue.End, _speech.Index));
    }

    /// <summary>Whether the sentence's own clause follows: "according to X, the army ...".</summary>
    private bool Leads(According according)
    {
        var k = _speech.ItemFrom(according.End);
        if (k < _speech.Items.Count && _speech.Items[k] is { Kind: PartKind.Mark, Mark: ',' or ':' }) k++;
        return k > 0 && k < _speech.Items.Count && _speech.Items[k].Start <= Math.Max(according.End, _speech.Items[k - 1].End) && _speech.Items[k] is { Kind: PartKind.Particle, Function: "complement" or "complement-speech" or "assertive" };
    }

    /// <summary>Whether a clause ends where the phrase stands, so that what follows is no longer its speaker's.</summary>
    private bool EndsClause(According according)
    {
        var k = _speech.ItemFrom(according.End);
        if (k >= _speech.Items.Count || _speech.Items[k].Function == "relative") return true;
        if (_speech.Items[k] is not { Kind: PartKind.Mark, Mark: not '-' }) return false;
        return _speech.MarkAt(according.Cue.Start - 1) != ',' || k + 1 >= _speech.Items.Count || _speech.Items[k + 1].And || _speech.Items[k + 1].Kind is not PartKind.Phrase || _speech.Items[k].Mark != ',';
    }

    /// <summary>A phrase of attribution beside a word of saying: one of both passes the other on.</summary>
    private void Join(According according, Voice voice, Saying saying)
    {
        var said = saying.Voice.Speakers[0];
        var by = voice.Speakers[0];
        if (saying.Voice.Speakers.Contains(by) || according.Named.Count == 0) return;
        // What stands around the saying is the paper's or agency's own.
        if (_judge.HandsOn(by) && !according.Quotes) _scopes.Add(_speech.Sentence.Start, _speech.Sentence.End, voice);
        var joined = by.Chains(said.Phrase) ? voice : according.Quotes || (_judge.HandsOn(said) && !_judge.HandsOn(by)) ? voice.PassedOnBy(said)
            : by.Kind is SourceKind.Document || according.OfWording ? saying.Voice
            : saying.Voice.PassedOnBy(by);
        if (by.Via is { } more && joined != saying.Voice && joined != voice && joined != voice && !according.Quotes) joined = joined.PassedOnBy(more);
        joined = joined with { Stance = saying.Voice.Stance };
        var old = saying.Voice;
        _scopes.Change(_speech.Sentence.Start, _speech.Sentence.End, v => ReferenceEquals(v, old) || v.Speakers.SequenceEqual(old.Speakers) ? joined with { Stance = v.Stance } : v);
        saying.Voice = joined;
        if (according.Quotes || _judge.HandsOn(said)) _memory.Note(voice, _speech.Index);
    }

    private void PassOn(Voice voice, int from, int to)
    {
        _scopes.Change(from, to, v => v.IsOutlet ? v : voice.PassedOnBy(v.Speakers[0]));
        _memory.Note(voice, _speech.Index);
    }

    // ---- what is said ----

    private void Collect(Saying saying, List<Saying> all)
    {
        var to = saying.To;
        foreach (var other in all)
            if (other.Start >= saying.From && other.Start < to && other != saying) to = other.Start;
        foreach (var according in _found)
            if (according.Cue.Start >= saying.From && according.Cue.Start < to) to = according.Cue.Start;
        // "That ..., and that ...": each says something of its own.
        var from = saying.From;
        foreach (var item in _speech.Items)
        {
            if (item.Start <= from || item.Start >= to || item is not { Kind: PartKind.Particle, And: true, Function: "complement" or "complement-speech" }) continue;
            _said.Add(new Said(from, item.Start, saying.Voice, saying.Start, saying.End, _speech.Index));
            from = item.Analysis.Pronoun != 0 ? item.Start : item.End;
        }
        _said.Add(new Said(from, to, saying.Voice, saying.Start, saying.End, _speech.Index));
    }

    /// <summary>A quotation that is still open at the sentence's end goes on in the next one.</summary>
    private void Remember()
    {
        for (var t = _speech.Sentence.Start; t < _speech.Sentence.End; t++)
        {
            if (_speech.MarkAt(t) is not ('"' or '\u00ab')) continue;
            var close = Quotations.CloseOf(_speech.Text, _speech.Tokens, t);
            if (Quotations.IsSpeech(_speech, t) && close >= _speech.Sentence.End && _scopes.At(t + 1) is { IsOutlet: false } voice) _open = (close, voice);
            t = close;
        }
    }
}

/// <summary>A stretch of tokens that somebody says, and the words of saying.</summary>
internal readonly record struct Said(int From, int To, Voice Voice, int CueStart, int CueEnd, int Sentence);
