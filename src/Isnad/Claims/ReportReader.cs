using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Places;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Semantics;
using Isnad.Speech;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Claims;

/// <summary>Runs the stages over a report. Not safe to share between threads.</summary>
internal sealed class ReportReader
{
    private readonly LanguagePack _pack;
    private readonly Tagger _tagger;
    private readonly NameFinder _names;
    private readonly PlaceBook _book;
    private readonly PlaceFinder _places;
    private readonly ValueReader _values;
    private readonly TopicReader _topics;
    private readonly PhraseReader _phrases;
    private readonly ClauseReader _clauses;
    private readonly EventReader _events;
    private readonly FigureReader _figures;
    private readonly StateReader _states;
    private readonly AttributionReader _attribution;
    private readonly TimeKeeper _times;
    private readonly SectionReader _sections;
    private readonly ReportSettler _settler;

    /// <summary>A reader that knows the packs' own places.</summary>
    public ReportReader(LanguagePack pack) : this(pack, [])
    {
    }

    /// <param name="pack">The language.</param>
    /// <param name="gazetteers">Places that are known besides the packs' own, those that count more first.</param>
    public ReportReader(LanguagePack pack, IReadOnlyList<Gazetteer> gazetteers)
    {
        _pack = pack;
        _book = new PlaceBook(pack, gazetteers);
        _places = new PlaceFinder(pack, _book);
        _tagger = new Tagger(pack.Lexicon, pack.Context, l => pack.Meanings.Knows(l));
        _names = new NameFinder(pack.Lexicon, pack.World);
        _values = new ValueReader(pack);
        _topics = new TopicReader(pack.Lexicon, pack.Meanings);
        _phrases = new PhraseReader(pack.Lexicon, pack.World, pack.Meanings, pack.Bearings);
        _clauses = new ClauseReader(pack.Lexicon, pack.Meanings);
        var frames = new EventFrames(pack.Meanings);
        _events = new EventReader(pack.Lexicon, pack.Meanings, pack.World, frames);
        _figures = new FigureReader(pack.Lexicon, pack.Meanings, frames);
        _states = new StateReader(pack.Meanings);
        _attribution = new AttributionReader(pack.Meanings, pack.Lexicon, pack.World);
        _sections = new SectionReader(pack);
        _times = new TimeKeeper(pack.Meanings, frames);
        _settler = new ReportSettler(pack.Meanings, pack.World, frames, _attribution, _times);
    }

    /// <summary>The chart of values, for explanations.</summary>
    public ValueReader Values => _values;

    /// <summary>Told of every stage that begins, for measurements: the reader itself reads no clock.</summary>
    public Action<Stage>? Begins { get; set; }

    public ReportAnalysis Read(string buffer, int textOffset, DateOnly? published, string outlet = "")
    {
        Begins?.Invoke(Stage.Fold);
        var text = new FoldedText(buffer, _pack.Fold);
        Begins?.Invoke(Stage.Cut);
        var tokens = Cutter.Tokens(text);
        var sentences = Cutter.Sentences(text, tokens);
        Begins?.Invoke(Stage.Names);
        var names = _names.Find(text, tokens);
        var proper = NameFinder.Proper(names);
        var analyses = _tagger.Tag(text, tokens, Begins, i => proper[i]);
        var register = new EntityRegister(_pack);
        Begins?.Invoke(Stage.Names);
        var countries = new ReportCountries(_pack, names, outlet);
        _places.Find(text, tokens, analyses, names, countries);
        var places = new PlaceResolver(_pack, _book, new PlaceEntities(_pack, _book, register), countries);
        var report = new ReportAnalysis
        {
            Text = text,
            Tokens = tokens,
            Sentences = sentences,
            Analyses = analyses,
            Names = names,
            Values = [],
            Entities = new EntityTable(_pack, text, tokens, register, places, new OfficeHolders(_pack, published)),
            Places = places,
            TextOffset = textOffset,
            Anchor = published,
        };
        places.Begin(report);
        var cut = sentences.FindIndex(x => x.End - x.Start >= Cutter.LongestSentence);
        if (cut >= 0) report.Diagnostics.Add(("ISN2002", tokens[sentences[cut].Start].Start, tokens[sentences[cut].Start].End, $"a stretch of {Cutter.LongestSentence} words and marks without a stop was cut; what stands on both sides of the cut is read apart"));
        for (var i = 0; i < analyses.Length; i++)
            if (analyses[i].Count > 0) report.Entities.Know(i, analyses[i][0]);
        Begins?.Invoke(Stage.Values);
        ReadValues(report, published);
        // "Gharyan" has the ending of a dual, and counts nothing.
        report.Values.RemoveAll(v => v.Number is not null && v.End - v.Start == 1 && _places.IsName(v.Start));
        _places.FindUnlisted(report.Values);
        Begins?.Invoke(Stage.Phrases);
        _sections.Read(report, _pack.Fold.Fold(outlet));
        ReadSentences(report);
        return report;
    }

    /// <summary>Recognises values; if "today, Tuesday" contradicts the day of publication, the weekday is trusted and all is read again.</summary>
    private void ReadValues(ReportAnalysis report, DateOnly? published)
    {
        ReadValues(report, new ValueContext(published));
        if (published is not { } day) return;
        foreach (var value in report.Values)
        {
            if (value.Time is not { DayOffset: { } offset, Weekday: > 0 and var weekday }) continue;
            var named = Calendar.WeekdayOf(day.AddDays(offset));
            var shift = (weekday - named + 10) % 7 - 3;
            if (shift == 0) return;
            report.Anchor = day.AddDays(shift);
            report.Diagnostics.Add(("ISN2001", value.From, value.To, $"the weekday does not fit the day of publication; times are resolved from {report.Anchor:yyyy-MM-dd}"));
            report.Values.Clear();
            ReadValues(report, new ValueContext(report.Anchor));
            return;
        }
    }

    private void ReadValues(ReportAnalysis report, ValueContext context)
    {
        foreach (var sentence in report.Sentences) _values.Read(report.Text, report.Tokens, sentence, report.Analyses, context, report.Values);
    }

    private void ReadSentences(ReportAnalysis report)
    {
        _phrases.Begin(report.Text, report.Tokens, report.Analyses, report.Names, report.Values);
        _clauses.Begin();
        _attribution.Begin(report);
        for (var s = 0; s < report.Sentences.Count; s++)
        {
            var sentence = report.Sentences[s];
            Begins?.Invoke(Stage.Phrases);
            var isRead = report.Kinds[s] is not (SectionKind.Boilerplate or SectionKind.Dateline);
            var items = isRead ? _phrases.Read(sentence) : [];
            _attribution.Begin(report, sentence, s, items);
            Begins?.Invoke(Stage.Clauses);
            var clauses = _clauses.Read(items, s);
            report.Items.Add(items);
            report.Clauses.Add(clauses);
            Begins?.Invoke(Stage.Events);
            var (figures, states) = (report.Figures.Count, report.States.Count);
            var told = new SentenceEvents(clauses, report.Tokens, report.IsHeadline(s), report.Dropped);
            _events.Read(told);
            report.Events.AddRange(told.Events);
            _figures.Read(told, report.Figures);
            _states.Read(clauses, told.Events, report.States);
            Begins?.Invoke(Stage.Attribution);
            _attribution.Read(clauses);
            NoteLabels(report, clauses);
            foreach (var draft in told.Events.Cast<Draft>().Concat(report.Figures.Skip(figures)).Concat(report.States.Skip(states)))
            {
                draft.Line = sentence.Line;
                draft.Voice = _attribution.VoiceAt(draft.Start);
            }
            _times.Attach(told, told.Events.Cast<Draft>().Concat(report.Figures.Skip(figures)).Concat(report.States.Skip(states)));
        }
        Begins?.Invoke(Stage.Resolve);
        report.Places.Survey();
        foreach (var items in report.Items.Append(report.SetAside))
            foreach (var item in items)
                if (item.Phrase is { } phrase) foreach (var nested in phrase.Nested())
                {
                    report.Entities.NoteOffice(nested);
                    report.Entities.NoteNationality(nested);
                }
        foreach (var dateline in report.Datelines)
            if (dateline.Place is { } from) report.Entities.Resolve(from);
        foreach (var items in report.Items.Append(report.SetAside))
            foreach (var item in items)
                if (item.Phrase is { } phrase) ResolveNames(report, phrase);
        report.Topics = _topics.Read(report.Sentences, report.Analyses);
        _settler.Settle(report);
        Handover.Apply(report, _attribution.VoiceOfAgency);
        ListSpeakers(report);
        report.Scopes = _attribution.Scopes;
    }

    /// <summary>Lists those who speak, and those who pass them on.</summary>
    private static void ListSpeakers(ReportAnalysis report)
    {
        var known = new HashSet<Speaker>();
        foreach (var voice in report.Claims().Select(d => d.Voice).Concat(report.LabelUsers.Values))
            foreach (var speaker in voice.Speakers)
                for (var link = speaker; link is not null; link = link.Via)
                    if (known.Add(link)) report.Speakers.Add(link);
    }

    /// <summary>Notes in whose words a loaded word stands.</summary>
    private void NoteLabels(ReportAnalysis report, List<Clause> clauses)
    {
        foreach (var clause in clauses)
        {
            foreach (var item in clause.Items)
            {
                if (item.Kind != PartKind.Phrase) continue;
                for (var t = item.Start; t < item.End; t++)
                    if (report.Analyses[t] is [var a, ..] && _pack.Meanings.LabelOf(_pack.Lexicon.Lemmas[a.Lemma].Text) is not null && _attribution.VoiceAt(t) is { IsOutlet: false } user)
                        report.LabelUsers[t] = user;
            }
        }
    }

    /// <summary>Entities are numbered by first mention, so that phrases are resolved in text order.</summary>
    private static void ResolveNames(ReportAnalysis report, Phrase phrase)
    {
        foreach (var nested in phrase.Nested())
        {
            if (nested.Office is { } office) ResolveNames(report, office);
            if (nested.Complement is { } complement) ResolveNames(report, complement);
            if (nested.Name is not null || nested.IsPersonName || report.Places.IsTold(nested)) report.Entities.Resolve(nested);
        }
    }
}
