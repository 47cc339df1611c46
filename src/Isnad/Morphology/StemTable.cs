using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Morphology;

/// <summary>What a lexicon is compiled into, while words are still added: lemmas, stems by their folded form, and the endings of each slot.</summary>
internal sealed class StemTable(FoldTable fold, Texts texts, List<PackFault> faults)
{
    private const string NoPronoun = "!";

    private readonly Dictionary<(string, Morph), int> _lemmaIds = [];
    private readonly Interner _slots = new();
    private readonly Interner _prefixes = new("");
    private readonly Interner _suffixes = new("");

    /// <summary>Dictionary words by number.</summary>
    public List<Lemma> Lemmas { get; } = [];

    /// <summary>Stems by folded form.</summary>
    public SortedDictionary<string, List<Lexicon.Stem>> Stems { get; } = new(StringComparer.Ordinal);

    /// <summary>Endings by slot.</summary>
    public List<List<Lexicon.Ending>> Endings { get; } = [];

    /// <summary>Prefixes of endings by number.</summary>
    public string[] Prefixes => _prefixes.ToArray();

    /// <summary>Suffixes of endings by number, those before a pronoun included.</summary>
    public string[] Suffixes => _suffixes.ToArray();

    public void ReadEndings(Table table)
    {
        foreach (var row in table.Rows)
        {
            if (MorphNames.Parse(row["features"], out var unknown) is not { } features)
            {
                faults.Add(row.Error("features", $"'{unknown}' is no feature").Faults[0]);
                continue;
            }
            var slot = Slot(row["slot"]);
            var suffix = row.Text("suffix");
            var bound = row["bound"] switch { "=" => suffix, "!" => NoPronoun, "-" => "", var b => b };
            Endings[slot].Add(new Lexicon.Ending((byte)_prefixes.Id(row.Text("prefix")), (ushort)_suffixes.Id(suffix),
                bound == NoPronoun ? Lexicon.NoBound : (ushort)_suffixes.Id(bound), features));
        }
    }

    private int Slot(string name)
    {
        var id = _slots.Id(name);
        while (Endings.Count <= id) Endings.Add([]);
        return id;
    }

    /// <summary>Whether there is such a lemma yet.</summary>
    public bool Has(string text, Morph partOfSpeech) => _lemmaIds.ContainsKey((text, partOfSpeech));

    /// <summary>Makes the forms of a lemma that have some features likelier, or less likely, than others; false if there is none.</summary>
    public bool Weigh(string text, Morph forms, int prior)
    {
        if (!_lemmaIds.TryGetValue((text, forms & Morph.PartOfSpeech), out var id)) return false;
        Lemmas[id] = Lemmas[id] with { Prior = prior, PriorFor = forms };
        return true;
    }

    /// <summary>The number of a lemma, which is added if it is new.</summary>
    public int Lemma(string text, Morph partOfSpeech, string root)
    {
        if (_lemmaIds.TryGetValue((text, partOfSpeech), out var id)) return id;
        _lemmaIds[(text, partOfSpeech)] = id = Lemmas.Count;
        Lemmas.Add(new Lemma(text, partOfSpeech, "", root));
        return id;
    }

    /// <summary>Adds the stem that a pattern makes of a word or root.</summary>
    public void Add(Row pattern, int lemma, string word, string root, Morph features)
    {
        var spelling = StemTemplate.Fill(pattern["template"], word, root);
        Add(pattern["slot"], lemma, spelling, features);
        // Endings that merge with the stem's last letter stand in a slot of their own, named by that letter.
        if (spelling.Length > 1 && _slots.Has($"{pattern["slot"]}~{spelling[^1]}"))
            Add($"{pattern["slot"]}~{spelling[^1]}", lemma, spelling[..^1], features);
    }

    private void Add(string slot, int lemma, string spelling, Morph features)
    {
        var folded = fold.Fold(spelling);
        if (folded.Length == 0) return;
        if (!Stems.TryGetValue(folded, out var list)) Stems[folded] = list = [];
        var stem = new Lexicon.Stem(lemma, (ushort)Slot(slot), features, texts.Id(spelling));
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == stem) return;
            // The same form told twice of one lemma: as a noun and as a verbal noun.
            if (list[i].Lemma == lemma && list[i].Slot == stem.Slot && list[i].Spelling == stem.Spelling)
            {
                list[i] = list[i] with { Features = list[i].Features | (features & ~Morph.Gender) };
                return;
            }
        }
        list.Add(stem);
    }
}
