using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Readings;
using Isnad.Text;

namespace Isnad.Semantics;

/// <summary>What words mean to the reader: frames, kinds of nouns, cues, loaded words, roles of prepositions. Immutable.</summary>
internal sealed class Meanings
{
    private readonly Dictionary<(string, FrameKind), List<Frame>> _frames = [];
    private readonly Dictionary<string, NounKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Role> _prepositions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Normal, bool Hostile)> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Lemma), Stance> _cues = [];
    private readonly SortedDictionary<string, List<(string Kind, Stance Stance)>> _phrases = new(StringComparer.Ordinal);
    private (string Kind, Stance Stance)[][] _entries = [];

    /// <summary>Cue phrases, folded, in a trie.</summary>
    public DoubleArrayTrie Phrases { get; private set; } = null!;

    public (string Kind, Stance Stance)[] PhrasesAt(int value) => _entries[value];

    /// <summary>Frames of a lemma as a word of that kind.</summary>
    public IReadOnlyList<Frame> FramesOf(string lemma, FrameKind kind) => _frames.GetValueOrDefault((lemma, kind)) ?? (IReadOnlyList<Frame>)[];

    /// <summary>What a noun denotes, or null.</summary>
    public NounKind? KindOf(string lemma) => _kinds.GetValueOrDefault(lemma);

    /// <summary>The role that a preposition gives by itself.</summary>
    public Role RoleOf(string preposition) => _prepositions.GetValueOrDefault(preposition, Role.None);

    /// <summary>The neutral word for a loaded one, or null if the word is not loaded.</summary>
    public (string Normal, bool Hostile)? LabelOf(string lemma) => _labels.TryGetValue(lemma, out var label) ? label : null;

    private readonly Dictionary<string, List<Claims.StatePattern>> _states = new(StringComparer.Ordinal);

    /// <summary>How a verb tells a state.</summary>
    public IReadOnlyList<Claims.StatePattern> StatesOf(string lemma) => _states.GetValueOrDefault(lemma) ?? (IReadOnlyList<Claims.StatePattern>)[];

    private readonly Dictionary<string, string> _anaphors = new(StringComparer.Ordinal);

    /// <summary>The family of event nouns that may take one another up ("the attack" for a bombing), or empty.</summary>
    public string AnaphorGroup(string lemma) => _anaphors.GetValueOrDefault(lemma, "");

    private readonly HashSet<string> _accidents = new(StringComparer.Ordinal);

    /// <summary>Whether a noun names an accident, a disaster or a disease, so that deaths beside it are no violence.</summary>
    public bool IsAccident(string lemma) => _accidents.Contains(lemma);

    private readonly Dictionary<(string, string), Frame> _compounds = [];

    /// <summary>The frame of a noun with that adjective, where only both together tell an event.</summary>
    public Frame? CompoundOf(string noun, string adjective) => _compounds.GetValueOrDefault((noun, adjective));

    /// <summary>Whether a lemma, or the verb that it comes from, means anything to the reader.</summary>
    public bool Knows(Lemma lemma) =>
        _kinds.ContainsKey(lemma.Text) || HasFrame(lemma.Text) || (lemma.Root.Length > 0 && HasFrame(lemma.Root)) || _cues.ContainsKey(("say-verb", lemma.Text));

    private bool HasFrame(string lemma) =>
        _frames.ContainsKey((lemma, FrameKind.Verb)) || _frames.ContainsKey((lemma, FrameKind.Noun)) || _frames.ContainsKey((lemma, FrameKind.Light)) || _frames.ContainsKey((lemma, FrameKind.Governor)) || _frames.ContainsKey((lemma, FrameKind.Result));

    /// <summary>The stance of a cue word of that kind, or null.</summary>
    public Stance? CueOf(string kind, string lemma) => _cues.TryGetValue((kind, lemma), out var stance) ? stance : null;

    public static Meanings Compile(PackFolder pack, FoldTable fold, List<PackFault> faults)
    {
        var meanings = new Meanings();
        foreach (var row in pack.Table("semantics/frames.tsv").Rows) meanings.AddFrame(row, faults);
        foreach (var row in pack.Table("semantics/kinds.tsv").Rows) meanings.AddKind(row, faults);
        foreach (var row in pack.Table("semantics/anaphors.tsv").Rows) meanings._anaphors.TryAdd(row["lemma"], row["group"]);
        foreach (var row in pack.Table("semantics/accidents.tsv").Rows) meanings._accidents.Add(row["lemma"]);
        foreach (var row in pack.Table("semantics/compounds.tsv").Rows)
        {
            if (!Words.TryParse<EventType>(row["type"], out var type)) { faults.Add(row.Error("type", $"'{row["type"]}' is no type of event").Faults[0]); continue; }
            meanings._compounds[(row["noun"], row["adjective"])] = new Frame(FrameKind.Noun, type, row.Text("mode"), RolePattern.Modifiers, Genitive.Either, null, null, [], row["noun"]);
        }
        foreach (var row in pack.Table("semantics/states.tsv").Rows)
        {
            if (!Words.TryParse<Predicate>(row["predicate"], out var predicate)) { faults.Add(row.Error("predicate", $"'{row["predicate"]}' is no predicate").Faults[0]); continue; }
            if (!meanings._states.TryGetValue(row["verb"], out var list)) meanings._states[row["verb"]] = list = [];
            list.Add(new Claims.StatePattern(predicate, row.Text("subject"), row.Text("object"), row.Text("holder")));
        }
        foreach (var row in pack.Table("semantics/prepositions.tsv").Rows)
            if (Enum.TryParse<Role>(row["role"], true, out var role)) meanings._prepositions[row["form"]] = role;
            else faults.Add(row.Error("role", $"'{row["role"]}' is no role").Faults[0]);
        foreach (var row in pack.Table("semantics/labels.tsv").Rows) meanings._labels.TryAdd(row["form"], (row.Text("normal"), row["polarity"] == "hostile"));
        foreach (var row in pack.Table("semantics/cues.tsv").Rows)
        {
            var stance = Words.TryParse<Stance>(row["stance"], out var s) ? s : Stance.States;
            meanings._cues.TryAdd((row["kind"], row["form"]), stance);
            var folded = fold.Fold(row["form"]);
            if (!meanings._phrases.TryGetValue(folded, out var list)) meanings._phrases[folded] = list = [];
            list.Add((row["kind"], stance));
        }
        var keys = meanings._phrases.Keys.ToArray();
        meanings.Phrases = DoubleArrayTrie.Build(keys);
        meanings._entries = Array.ConvertAll(keys, k => meanings._phrases[k].ToArray());
        return meanings;
    }

    private void AddKind(Row row, List<PackFault> faults)
    {
        var denotes = Denotes.Other;
        if (row["kind"] != "-" && !Enum.TryParse(row["kind"], true, out denotes)) { faults.Add(row.Error("kind", $"'{row["kind"]}' is no kind").Faults[0]); return; }
        Measure? measure = Words.TryParse<Measure>(row["measure"], out var m) ? m : null;
        _kinds.TryAdd(row["lemma"], new NounKind(denotes, row.Text("class"), measure));
    }

    private void AddFrame(Row row, List<PackFault> faults)
    {
        if (!Enum.TryParse<FrameKind>(row["pos"], true, out var kind)) { faults.Add(row.Error("pos", $"'{row["pos"]}' is none of verb noun light carrier result governor phase").Faults[0]); return; }
        EventType? type = Words.TryParse<EventType>(row["type"], out var t) ? t : null;
        if (type is null && row["type"] != "-") faults.Add(row.Error("type", $"'{row["type"]}' is no type of event").Faults[0]);
        ClaimStatus? inner = Words.TryParse<ClaimStatus>(row["inner"], out var i) ? i : null;
        Measure? measure = Words.TryParse<Measure>(row["measure"], out var m) ? m : null;
        var prepositions = new List<(string, Role)>();
        foreach (var entry in row.List("preps"))
        {
            var at = entry.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && Enum.TryParse<Role>(entry.AsSpan(at + 1), true, out var role)) prepositions.Add((entry[..at], role));
            else faults.Add(row.Error("preps", $"'{entry}' is not PREPOSITION=ROLE").Faults[0]);
        }
        var roles = row["roles"] switch
        {
            "t" => RolePattern.Transitive, "b" => RolePattern.Prepositional, "v" => RolePattern.Victim, "m" => RolePattern.Mutual,
            "x" => RolePattern.Modifiers, "s" => RolePattern.Speech, "g" => RolePattern.Motion, _ => RolePattern.None,
        };
        var genitive = row["genitive"] switch { "S" => Genitive.Agent, "V" => Genitive.Victim, "O" => Genitive.Target, "X" => Genitive.Either, _ => Genitive.Unknown };
        var frame = new Frame(kind, type, row.Text("mode"), roles, genitive, inner, measure, prepositions, row["lemma"]);
        if (!_frames.TryGetValue((frame.Lemma, kind), out var list)) _frames[(frame.Lemma, kind)] = list = [];
        list.Add(frame);
    }
}
