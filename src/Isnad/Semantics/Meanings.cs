using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Readings;
using Isnad.Text;

namespace Isnad.Semantics;

/// <summary>What words mean to the reader: frames, kinds of nouns, cues, loaded words, roles of prepositions. Immutable.</summary>
internal sealed class Meanings
{
    private static readonly Frame[] NoFrames = [];

    private readonly Keyed<Frame[][]> _frames;
    private readonly Keyed<NounKind[]> _kinds;
    private readonly Keyed<LoadedWord> _labels;
    private readonly Keyed<Claims.StatePattern[]> _states;
    private readonly Keyed<Cue[]> _cues;
    private readonly TextIndex _accidents;
    private readonly Keyed<string> _anaphors;
    private readonly CountWords _counts;
    private readonly Keyed<string[]> _senses;
    private readonly Keyed<string[]> _contexts;
    private readonly Keyed<Compound[]> _compounds;
    private readonly Keyed<Need[]> _needs;
    private readonly Table _prepositionRows;
    private readonly Dictionary<string, Role> _prepositions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leading = new(StringComparer.Ordinal);
    private readonly Lists<int> _phrases;  // phrase -> rows of cues
    private readonly (string Kind, Stance Stance)[]?[] _entries;

    /// <summary>Kinds of cues that are looked for as they are written; the others are lemmas.</summary>
    private static readonly HashSet<string> PhraseKinds = new(StringComparer.Ordinal)
    {
        "according", "according-clause", "aside", "as-clause", "from", "outlet-voice", "continue",
        "related", "boilerplate", "caption", "tags", "end-mark", "byline", "wire", "credit", "elsewhere",
    };

    private sealed record LoadedWord(string Normal, bool Hostile);

    private sealed record Cue(string Kind, Stance Stance);

    private sealed record Compound(string Adjective, Frame Frame);

    private Meanings(Keyed<Frame[][]> frames, Keyed<NounKind[]> kinds, Keyed<LoadedWord> labels, Keyed<Claims.StatePattern[]> states, Keyed<Cue[]> cues,
        TextIndex accidents, Keyed<string> anaphors, CountWords counts, Keyed<string[]> senses, Keyed<string[]> contexts, Keyed<Compound[]> compounds, Keyed<Need[]> needs, Table prepositions, DoubleArrayTrie phraseTrie, Lists<int> phrases)
    {
        (_frames, _kinds, _labels, _states, _cues) = (frames, kinds, labels, states, cues);
        (_accidents, _anaphors, _counts, _senses, _contexts, _compounds, _needs, _prepositionRows, Phrases, _phrases) = (accidents, anaphors, counts, senses, contexts, compounds, needs, prepositions, phraseTrie, phrases);
        _entries = new (string, Stance)[]?[phrases.Count];
        foreach (var row in prepositions.Rows)
        {
            if (!Enum.TryParse<Role>(row["role"], true, out var role)) continue;
            _prepositions[row["form"]] = role;
            if (row["form"].IndexOf(' ', StringComparison.Ordinal) is var space and > 0) _leading.Add(row["form"][..space]);
        }
    }

    /// <summary>Cue phrases, folded, in a trie.</summary>
    public DoubleArrayTrie Phrases { get; }

    public (string Kind, Stance Stance)[] PhrasesAt(int value) => _entries[value] ??= ReadPhrase(_phrases[value]);

    /// <summary>Frames of a lemma as a word of that kind.</summary>
    public IReadOnlyList<Frame> FramesOf(string lemma, FrameKind kind) => _frames.Find(lemma)?[(int)kind] ?? NoFrames;

    /// <summary>What a noun denotes, or null.</summary>
    public NounKind? KindOf(string lemma) => _kinds.Find(lemma) is [var kind, ..] ? kind : null;

    /// <summary>
    /// What a noun denotes where it stands: a word for a body and its building ("court", "office"), or for people and a building, is the
    /// building in the plural without persons or under a preposition of place, and the people in the plural of persons or after a number.
    /// </summary>
    public NounKind? KindOf(string lemma, bool isManyThings, bool isLocated, bool isPeople = false)
    {
        if (_kinds.Find(lemma) is not [var first, ..] kinds) return null;
        if (isPeople && kinds.Length > 1)
            foreach (var kind in kinds)
                if (kind.Denotes is Denotes.Person) return kind;
        if (kinds.Length > 1 && (isManyThings || isLocated))
            foreach (var kind in kinds)
                if (kind.Denotes is Denotes.Facility or Denotes.Site) return kind;
        return first;
    }

    /// <summary>The role that a preposition gives by itself.</summary>
    public Role RoleOf(string preposition) => _prepositions.GetValueOrDefault(preposition, Role.None);

    /// <summary>Whether a preposition names whom somebody speaks for ("in the name of").</summary>
    public bool SpeaksFor(string preposition) => CueOf("speaking-for", preposition) is not null;

    /// <summary>Whether a preposition of several words begins with this one.</summary>
    public bool LeadsPreposition(string word) => _leading.Contains(word);

    /// <summary>The neutral word for a loaded one, or null if the word is not loaded.</summary>
    public (string Normal, bool Hostile)? LabelOf(string lemma) => _labels.Find(lemma) is { } label ? (label.Normal, label.Hostile) : null;

    /// <summary>How a verb tells a state.</summary>
    public IReadOnlyList<Claims.StatePattern> StatesOf(string lemma) => _states.Find(lemma) ?? (IReadOnlyList<Claims.StatePattern>)[];

    /// <summary>The family of event nouns that may take one another up ("the attack" for a bombing), or empty.</summary>
    public string AnaphorGroup(string lemma) => _anaphors.Find(lemma) ?? "";

    /// <summary>What a word asks of those who take part, so as to tell an event.</summary>
    public IReadOnlyList<Need> NeedsOf(string lemma) => _needs.Find(lemma) ?? [];

    /// <summary>The contexts of events that a word is a sign of.</summary>
    public IReadOnlyList<string> ContextsOf(string lemma) => _contexts.Find(lemma) ?? [];

    /// <summary>Whether a word says that of the events around it: <c>general</c>, <c>leisure</c> ... as the pack's README lists them.</summary>
    public bool HasSense(string lemma, string sense) => _senses.Find(lemma) is { } senses && Array.IndexOf(senses, sense) >= 0;

    /// <summary>Whether a noun names an accident, a disaster or a disease, so that deaths beside it are no violence.</summary>
    public bool IsAccident(string lemma) => _accidents.Contains(lemma);

    /// <summary>What a word says of a number beside it, or null.</summary>
    public CountWord? CountOf(string kind, string lemma) => _counts.Find(kind, lemma);

    /// <summary>What a verb tells, together with a noun, became of people.</summary>
    public IEnumerable<CountWord> FatesOf(string verb) => _counts.FatesOf(verb);

    /// <summary>Whether a noun names a disease.</summary>
    public bool IsDisease(string lemma) => _counts.Find("disease", lemma) is not null;

    /// <summary>The frame of a noun with that adjective, where only both together tell an event.</summary>
    public Frame? CompoundOf(string noun, string adjective)
    {
        Frame? found = null;
        foreach (var compound in _compounds.Find(noun) ?? [])
            if (compound.Adjective == adjective) found = compound.Frame;
        return found;
    }

    /// <summary>Whether a noun by itself tells an act of violence ("a bombing").</summary>
    public bool TellsViolence(Lemma noun) => FramesOf(noun.Text, FrameKind.Noun).Any(f => f.Type == EventType.Assault);

    /// <summary>Whether a noun, or the verb that it comes from, tells an event.</summary>
    public bool TellsEvent(Lemma noun) => HasFrame(noun.Text, FrameKind.Noun) || (noun.Root.Length > 0 && HasFrame(noun.Root, FrameKind.Verb));

    /// <summary>Whether a lemma, or the verb that it comes from, means anything to the reader.</summary>
    public bool Knows(Lemma lemma) => (lemma.PartOfSpeech & Morph.Verb) != 0
        ? HasFrame(lemma.Text, FrameKind.Verb, FrameKind.Light, FrameKind.Governor, FrameKind.Result) || Says(lemma.Text)
        : _kinds.Find(lemma.Text) is not null || HasFrame(lemma.Text, FrameKind.Noun, FrameKind.Carrier) || (lemma.Root.Length > 0 && HasFrame(lemma.Root, FrameKind.Verb));

    private bool HasFrame(string lemma, params ReadOnlySpan<FrameKind> kinds)
    {
        if (_frames.Find(lemma) is not { } frames) return false;
        foreach (var kind in kinds)
            if (frames[(int)kind].Length > 0) return true;
        return false;
    }

    /// <summary>The stance of a cue word of that kind, or null.</summary>
    public Stance? CueOf(string kind, string lemma)
    {
        foreach (var cue in _cues.Find(lemma) ?? [])
            if (cue.Kind == kind) return cue.Stance;
        return null;
    }

    /// <summary>Whether a verb tells that somebody says something.</summary>
    public bool Says(string verb) => (CueOf("say-verb", verb) ?? CueOf("say-clause", verb) ?? CueOf("express-verb", verb) ?? CueOf("convey-verb", verb)) is not null;

    public static Meanings Compile(PackFolder pack, FoldTable fold, Texts texts, List<PackFault> faults)
    {
        var cues = pack.Table("semantics/cues.tsv");
        var phrases = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < cues.Rows.Count; i++)
        {
            if (!PhraseKinds.Contains(cues.Rows[i]["kind"])) continue;
            var folded = fold.Fold(cues.Rows[i]["form"]);
            if (!phrases.TryGetValue(folded, out var list)) phrases[folded] = list = [];
            list.Add(i);
        }
        var meanings = new Meanings(
            Keyed<Frame[][]>.Build(pack.Table("semantics/frames.tsv"), "lemma", texts, ReadFrames),
            Keyed<NounKind[]>.Build(pack.Table("semantics/kinds.tsv"), "lemma", texts, ReadKinds),
            Keyed<LoadedWord>.Build(pack.Table("semantics/labels.tsv"), "form", texts, ReadLabel),
            Keyed<Claims.StatePattern[]>.Build(pack.Table("semantics/states.tsv"), "verb", texts, ReadStates),
            Keyed<Cue[]>.Build(cues, "form", texts, ReadCues),
            TextIndex.Build([.. pack.Table("semantics/accidents.tsv").Rows.Select(r => r["lemma"]).Distinct(StringComparer.Ordinal)], texts),
            Keyed<string>.Build(pack.Table("semantics/anaphors.tsv"), "lemma", texts, ReadGroup),
            CountWords.Compile(pack, texts),
            Keyed<string[]>.Build(pack.Table("semantics/senses.tsv"), "lemma", texts, ReadSenses),
            Keyed<string[]>.Build(pack.Table("semantics/contexts.tsv"), "lemma", texts, ReadContexts),
            Keyed<Compound[]>.Build(pack.Table("semantics/compounds.tsv"), "noun", texts, ReadCompounds),
            Keyed<Need[]>.Build(pack.Table("semantics/needs.tsv"), "lemma", texts, ReadNeeds),
            pack.Table("semantics/prepositions.tsv"), DoubleArrayTrie.Build([.. phrases.Keys]), Lists<int>.Build(phrases.Values));
        meanings.Check(faults);
        return meanings;
    }

    private void Check(List<PackFault> faults)
    {
        foreach (var row in _frames.Table.Rows) ReadFrame(row, faults);
        foreach (var row in _kinds.Table.Rows) ReadKind(row, faults);
        foreach (var row in _compounds.Table.Rows) ReadCompound(row, faults);
        foreach (var row in _states.Table.Rows) ReadState(row, faults);
        foreach (var row in _prepositionRows.Rows)
            if (!Enum.TryParse<Role>(row["role"], true, out _)) faults.Add(row.Error("role", $"'{row["role"]}' is no role").Faults[0]);
    }

    public void Write(PackOutput to)
    {
        _frames.Write(to);
        _kinds.Write(to);
        _labels.Write(to);
        _states.Write(to);
        _cues.Write(to);
        _accidents.Write(to);
        _anaphors.Write(to);
        _counts.Write(to);
        _senses.Write(to);
        _contexts.Write(to);
        _compounds.Write(to);
        _needs.Write(to);
        _prepositionRows.Write(to);
        Phrases.Write(to);
        _phrases.Write(to);
    }

    public static Meanings Read(PackInput from) => new(
        Keyed<Frame[][]>.Read(from, ReadFrames), Keyed<NounKind[]>.Read(from, ReadKinds), Keyed<LoadedWord>.Read(from, ReadLabel),
        Keyed<Claims.StatePattern[]>.Read(from, ReadStates), Keyed<Cue[]>.Read(from, ReadCues),
        TextIndex.Read(from), Keyed<string>.Read(from, ReadGroup), CountWords.Read(from), Keyed<string[]>.Read(from, ReadSenses), Keyed<string[]>.Read(from, ReadContexts), Keyed<Compound[]>.Read(from, ReadCompounds), Keyed<Need[]>.Read(from, ReadNeeds), Table.Read(from), DoubleArrayTrie.Read(from), Lists<int>.Read(from));

    // ---- rows ----

    private static Need[] ReadNeeds(Row[] rows) => Array.ConvertAll(rows, r => new Need(r["role"] == "agent", r.List("kinds")));

    private static string ReadGroup(Row[] rows) => rows[0]["group"];

    private static string[] ReadContexts(Row[] rows) => Array.ConvertAll(rows, r => r["context"]);

    private static string[] ReadSenses(Row[] rows) => Array.ConvertAll(rows, r => r["sense"]);

    private static LoadedWord ReadLabel(Row[] rows) => new(rows[0].Text("normal"), rows[0]["polarity"] == "hostile");

    private static Cue[] ReadCues(Row[] rows) => Array.ConvertAll(rows, row => new Cue(row["kind"], StanceOf(row)));

    private static Stance StanceOf(Row row) => Words.TryParse<Stance>(row["stance"], out var s) ? s : Stance.States;

    private (string Kind, Stance Stance)[] ReadPhrase(ReadOnlySpan<int> rows)
    {
        var entries = new (string, Stance)[rows.Length];
        for (var i = 0; i < rows.Length; i++) entries[i] = (_cues.Table.Rows[rows[i]]["kind"], StanceOf(_cues.Table.Rows[rows[i]]));
        return entries;
    }

    private static Claims.StatePattern[] ReadStates(Row[] rows) => [.. rows.Select(r => ReadState(r, null)).OfType<Claims.StatePattern>()];

    private static Claims.StatePattern? ReadState(Row row, List<PackFault>? faults)
    {
        if (Words.TryParse<Predicate>(row["predicate"], out var predicate)) return new(predicate, row.Text("subject"), row.Text("object"), row.Text("holder"));
        faults?.Add(row.Error("predicate", $"'{row["predicate"]}' is no predicate").Faults[0]);
        return null;
    }

    private static Compound[] ReadCompounds(Row[] rows) => [.. rows.Select(r => ReadCompound(r, null)).OfType<Compound>()];

    private static Compound? ReadCompound(Row row, List<PackFault>? faults)
    {
        if (row["type"] == "-") return new(row["adjective"], new Frame(FrameKind.Noun, null, "", RolePattern.Modifiers, Genitive.Either, null, null, [], row["noun"]));
        if (Words.TryParse<EventType>(row["type"], out var type))
        {
            // With what its subject is, a verb keeps subject and object as they are.
            var roles = row["adjective"].StartsWith('^') ? RolePattern.Transitive : RolePattern.Modifiers;
            return new(row["adjective"], new Frame(FrameKind.Noun, type, row.Text("mode"), roles, Genitive.Either, null, null, [], row["noun"]));
        }
        faults?.Add(row.Error("type", $"'{row["type"]}' is no type of event").Faults[0]);
        return null;
    }

    private static NounKind[] ReadKinds(Row[] rows) => [.. rows.Select(r => ReadKind(r, null)).OfType<NounKind>()];

    private static NounKind? ReadKind(Row row, List<PackFault>? faults)
    {
        var denotes = Denotes.Other;
        if (row["kind"] != "-" && !Enum.TryParse(row["kind"], true, out denotes)) { faults?.Add(row.Error("kind", $"'{row["kind"]}' is no kind").Faults[0]); return null; }
        Measure? measure = Words.TryParse<Measure>(row["measure"], out var m) ? m : null;
        return new NounKind(denotes, row.Text("class"), measure);
    }

    private static Frame[][] ReadFrames(Row[] rows)
    {
        var frames = rows.Select(r => ReadFrame(r, null)).OfType<Frame>().ToLookup(f => f.Kind);
        return Array.ConvertAll(Enum.GetValues<FrameKind>(), k => frames.Contains(k) ? frames[k].ToArray() : NoFrames);
    }

    private static Frame? ReadFrame(Row row, List<PackFault>? faults)
    {
        if (!Enum.TryParse<FrameKind>(row["pos"], true, out var kind)) { faults?.Add(row.Error("pos", $"'{row["pos"]}' is none of verb noun light carrier result governor phase").Faults[0]); return null; }
        EventType? type = Words.TryParse<EventType>(row["type"], out var t) ? t : null;
        if (type is null && row["type"] != "-") faults?.Add(row.Error("type", $"'{row["type"]}' is no type of event").Faults[0]);
        ClaimStatus? inner = Words.TryParse<ClaimStatus>(row["inner"], out var i) ? i : null;
        Measure? measure = Words.TryParse<Measure>(row["measure"], out var m) ? m : null;
        var prepositions = new List<(string, Role)>();
        foreach (var entry in row.List("preps"))
        {
            var at = entry.IndexOf('=', StringComparison.Ordinal);
            if (at >= 0 && Enum.TryParse<Role>(entry.AsSpan(at + 1), true, out var role)) prepositions.Add((entry[..at], role));
            else faults?.Add(row.Error("preps", $"'{entry}' is not PREPOSITION=ROLE").Faults[0]);
        }
        var roles = row["roles"] switch
        {
            "t" => RolePattern.Transitive,
            "b" => RolePattern.Prepositional,
            "v" => RolePattern.Victim,
            "m" => RolePattern.Mutual,
            "x" => RolePattern.Modifiers,
            "s" => RolePattern.Speech,
            "g" => RolePattern.Motion,
            _ => RolePattern.None,
        };
        var genitive = row["genitive"] switch { "S" => Genitive.Agent, "V" => Genitive.Victim, "O" => Genitive.Target, "X" => Genitive.Either, _ => Genitive.Unknown };
        return new Frame(kind, type, row.Text("mode"), roles, genitive, inner, measure, prepositions, row["lemma"]);
    }
}
