using System.Text;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Morphology;

/// <summary>Compiles a pack's word lists and paradigms into a <see cref="Lexicon"/>.</summary>
internal sealed class LexiconCompiler(PackFolder pack, FoldTable fold, Texts texts)
{
    private const string NoPronoun = "!";

    private readonly List<Lemma> _lemmas = [];
    private readonly Dictionary<(string, Morph), int> _lemmaIds = [];
    private readonly SortedDictionary<string, List<Lexicon.Stem>> _stems = new(StringComparer.Ordinal);
    private readonly Interner _slots = new();
    private readonly Interner _prefixes = new("");
    private readonly Interner _suffixes = new("");
    private readonly Dictionary<string, List<Row>> _verbPatterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Row>> _nominalPatterns = new(StringComparer.Ordinal);
    private readonly List<(string Class, string Ending)> _shapes = [];
    private readonly List<List<Lexicon.Ending>> _endings = [];
    private readonly List<PackFault> _faults = [];

    /// <summary>Faults found: words whose paradigm does not give their citation form, unknown classes.</summary>
    public IReadOnlyList<PackFault> Faults => _faults;

    public Lexicon Compile()
    {
        foreach (var row in pack.Table("morphology/verb-patterns.tsv").Rows) Group(_verbPatterns, row);
        foreach (var row in pack.Table("morphology/nominal-patterns.tsv").Rows) Group(_nominalPatterns, row);
        foreach (var row in pack.Table("morphology/shapes.tsv").Rows) _shapes.Add((row["class"], row.Text("ending")));
        _shapes.Sort((a, b) => b.Ending.Length - a.Ending.Length);
        ReadEndings("morphology/verb-endings.tsv");
        ReadEndings("morphology/nominal-endings.tsv");
        ReadNouns();
        ReadAdjectives();
        ReadVerbs();
        var particles = ReadParticles();
        // The last lemma stands for a proclitic that has only a pronoun after it.
        _lemmas.Add(new Lemma("", Morph.Prep, "prep", ""));
        var (proclitics, cliticRows, enclitics) = ReadClitics();
        return Build(particles, proclitics, cliticRows, enclitics);
    }

    private static void Group(Dictionary<string, List<Row>> patterns, Row row)
    {
        if (!patterns.TryGetValue(row["class"], out var list)) patterns[row["class"]] = list = [];
        list.Add(row);
    }

    private void ReadEndings(string file)
    {
        foreach (var row in pack.Table(file).Rows)
        {
            if (MorphNames.Parse(row["features"], out var unknown) is not { } features)
            {
                _faults.Add(row.Error("features", $"'{unknown}' is no feature").Faults[0]);
                continue;
            }
            var slot = Slot(row["slot"]);
            var suffix = row.Text("suffix");
            var bound = row["bound"] switch { "=" => suffix, "!" => NoPronoun, "-" => "", var b => b };
            _endings[slot].Add(new Lexicon.Ending((byte)_prefixes.Id(row.Text("prefix")), (ushort)_suffixes.Id(suffix),
                bound == NoPronoun ? Lexicon.NoBound : (ushort)_suffixes.Id(bound), features));
        }
    }

    private int Slot(string name)
    {
        var id = _slots.Id(name);
        while (_endings.Count <= id) _endings.Add([]);
        return id;
    }

    private void ReadNouns()
    {
        foreach (var row in pack.Table("lexicon/nouns.tsv").Rows)
        {
            var text = row["lemma"];
            var lemma = Lemma(text, Morph.Noun, "");
            var extra = (row["gender"] switch { "m" => Morph.Masc, "f" => Morph.Fem, _ => Morph.None }) | (row["human"] == "h" ? Morph.Human : 0);
            AddNoun(row, row["class"], lemma, text, extra, row.List("sound"), row.List("broken"));
        }
    }

    private void AddNoun(Row row, string @class, int lemma, string text, Morph extra, string[] sound, string[] broken)
    {
        if (@class == "maq" && text.EndsWith(Alif)) @class = "alif";
        if (!_nominalPatterns.TryGetValue(@class, out var patterns))
        {
            _faults.Add(row.Error("class", $"'{@class}' is no class of nouns").Faults[0]);
            return;
        }
        foreach (var pattern in patterns)
            if (pattern["form"] is "sg" || Array.IndexOf(sound, pattern["form"]) >= 0)
                AddStem(pattern, lemma, text, "", extra);
        foreach (var plural in broken)
            foreach (var pattern in _nominalPatterns["broken." + ShapeOf(plural)])
                AddStem(pattern, lemma, plural, "", extra | Morph.Broken);
    }

    private char Alif => _shapes.Find(s => s.Class == "alif").Ending is { Length: 1 } e ? e[0] : '\0';

    private string ShapeOf(string word) => _shapes.Find(s => word.EndsWith(s.Ending, StringComparison.Ordinal)).Class ?? "m";

    private void ReadAdjectives()
    {
        foreach (var row in pack.Table("lexicon/adjectives.tsv").Rows)
        {
            var text = row["lemma"];
            var @class = row["class"] switch { "def" => "adjdef", var c => c };
            var lemma = Lemma(text, Morph.Adj, "");
            var extra = @class switch { "nisba" => Morph.Nisba, "elative" => Morph.Elative, _ => Morph.None };
            AddAdjective(row, @class, lemma, text, extra, row.List("sound"), row.List("feminine"), row.List("broken"));
        }
    }

    private void AddAdjective(Row row, string @class, int lemma, string text, Morph extra, string[] sound, string[] feminine, string[] broken)
    {
        if (!_nominalPatterns.TryGetValue(@class, out var patterns))
        {
            _faults.Add(row.Error("class", $"'{@class}' is no class of adjectives").Faults[0]);
            return;
        }
        foreach (var pattern in patterns)
        {
            switch (pattern["form"])
            {
                case "sg": AddStem(pattern, lemma, text, "", extra); break;
                case "fem" when feminine.Length == 0: AddStem(pattern, lemma, text, "", extra); break;
                case "femlist":
                    foreach (var form in feminine) AddStem(pattern, lemma, form, "", extra);
                    break;
                case var form when Array.IndexOf(sound, form) >= 0: AddStem(pattern, lemma, text, "", extra); break;
            }
        }
        foreach (var plural in broken)
            foreach (var pattern in _nominalPatterns["brokenadj." + ShapeOf(plural)]) AddStem(pattern, lemma, plural, "", extra | Morph.Broken);
    }

    private void ReadVerbs()
    {
        foreach (var row in pack.Table("lexicon/verbs.tsv").Rows)
        {
            if (!_verbPatterns.TryGetValue(row["class"], out var patterns))
            {
                _faults.Add(row.Error("class", $"'{row["class"]}' is no class of verbs").Faults[0]);
                continue;
            }
            var (text, root) = (row["lemma"], row["root"]);
            var lemma = Lemma(text, Morph.Verb, "");
            var valency = row["valency"] == "-" ? "" : row["valency"];
            if (_lemmas[lemma].Valency.Length < valency.Length) _lemmas[lemma] = _lemmas[lemma] with { Valency = valency };
            var cited = new List<string>();
            foreach (var pattern in patterns)
            {
                switch (pattern["slot"])
                {
                    case "lemma": cited.Add(Apply(pattern["template"], text, root)); break;
                    case "vn": AddDerived(row, Apply(pattern["template"], text, root), text, Morph.Masdar); break;
                    case "ap": AddDerived(row, Apply(pattern["template"], text, root), text, Morph.ActivePart); break;
                    case "pp": AddDerived(row, Apply(pattern["template"], text, root), text, Morph.PassivePart); break;
                    default: AddStem(pattern, lemma, text, root, Morph.None); break;
                }
            }
            foreach (var masdar in row.List("masdar")) AddDerived(row, masdar, text, Morph.Masdar);
            if (!cited.Contains(text))
                _faults.Add(row.Error("lemma", $"class {row["class"]} gives {string.Join(" or ", cited)}, not {text}").Faults[0]);
        }
    }

    /// <summary>A verbal noun or participle: inflects as the noun or adjective of its shape, and knows its verb.</summary>
    private void AddDerived(Row row, string text, string verb, Morph kind)
    {
        var shape = ShapeOf(text);
        if (kind == Morph.Masdar)
        {
            var known = _lemmaIds.TryGetValue((text, Morph.Noun), out var id);
            var lemma = known ? id : Lemma(text, Morph.Noun, verb);
            _lemmas[lemma] = _lemmas[lemma] with { Root = verb };
            AddNoun(row, shape, lemma, text, (shape == "f" ? Morph.Fem : Morph.Masc) | Morph.Masdar | (known ? 0 : Morph.Derived), ["at"], []);
            return;
        }
        if (!_lemmaIds.ContainsKey((text, Morph.Adj)) && !_lemmaIds.ContainsKey((text, Morph.Noun))) kind |= Morph.Derived;
        var adjective = Lemma(text, Morph.Adj, verb);
        _lemmas[adjective] = _lemmas[adjective] with { Root = verb };
        var @class = shape switch { "maq" => "adjmaq", "m" or "mam" or "alif" => "adj", _ => "adj" };
        if (kind.HasFlag(Morph.ActivePart) && row["class"].Contains("def", StringComparison.Ordinal)) @class = "adjdef";
        AddAdjective(row, @class, adjective, text, kind, ["un", "at"], [], []);
    }

    private Dictionary<string, int[]> ReadParticles()
    {
        var particles = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var row in pack.Table("lexicon/particles.tsv").Rows)
        {
            if (MorphNames.Parse(row["pos"], out _) is not { } pos)
            {
                _faults.Add(row.Error("pos", $"'{row["pos"]}' is no part of speech").Faults[0]);
                continue;
            }
            var form = row["form"];
            if (form.Contains(' ', StringComparison.Ordinal)) continue;
            var folded = fold.Fold(form);
            if (!particles.TryGetValue(folded, out var list)) particles[folded] = list = [];
            list.Add(_lemmas.Count);
            _lemmas.Add(new Lemma(form, pos, row["function"], ""));
        }
        return particles.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
    }

    private int Lemma(string text, Morph partOfSpeech, string root)
    {
        if (_lemmaIds.TryGetValue((text, partOfSpeech), out var id)) return id;
        _lemmaIds[(text, partOfSpeech)] = id = _lemmas.Count;
        _lemmas.Add(new Lemma(text, partOfSpeech, "", root));
        return id;
    }

    private void AddStem(Row pattern, int lemma, string word, string root, Morph features)
    {
        var spelling = Apply(pattern["template"], word, root);
        AddStem(pattern["slot"], lemma, spelling, features);
        // Endings that merge with the stem's last letter stand in a slot of their own, named by that letter.
        if (spelling.Length > 1 && _slots.Has($"{pattern["slot"]}~{spelling[^1]}"))
            AddStem($"{pattern["slot"]}~{spelling[^1]}", lemma, spelling[..^1], features);
    }

    private void AddStem(string slot, int lemma, string spelling, Morph features)
    {
        var folded = fold.Fold(spelling);
        if (folded.Length == 0) return;
        if (!_stems.TryGetValue(folded, out var list)) _stems[folded] = list = [];
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

    /// <summary>Fills a template: digits stand for radicals, <c>0</c> for the word, <c>0-1</c> for the word less a letter.</summary>
    private static string Apply(string template, string word, string root)
    {
        var built = new StringBuilder(template.Length + 8);
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c == '0')
            {
                var less = 0;
                if (i + 2 < template.Length && template[i + 1] == '-' && char.IsAsciiDigit(template[i + 2])) { less = template[i + 2] - '0'; i += 2; }
                built.Append(word, 0, Math.Max(0, word.Length - less));
            }
            else if (c is >= '1' and <= '9') built.Append(c - '1' < root.Length ? root[c - '1'] : '?');
            else if (c != '-') built.Append(c);
        }
        return built.ToString();
    }

    private (Proclitic[] Proclitics, (uint, string, int, Attach)[] Rows, Enclitic[] Enclitics) ReadClitics()
    {
        var proclitics = new List<Proclitic>();
        var singles = new List<(int Order, uint Clitics, string Form, int Overlap, Attach Attach)>();
        var enclitics = new List<Enclitic>();
        foreach (var row in pack.Table("morphology/clitics.tsv").Rows)
        {
            var form = fold.Fold(row["form"]);
            if (row["kind"] == "en")
            {
                var features = Morph.None;
                foreach (var c in row["name"])
                    features |= c switch { '1' => Morph.First, '2' => Morph.Second, '3' => Morph.Third, 'm' => Morph.Masc, 'f' => Morph.Fem, 's' => Morph.Sing, 'd' => Morph.Dual, 'p' => Morph.Plur, _ => 0 };
                enclitics.Add(new Enclitic(row["name"], features, form, row["to"] == "verb", row["to"] == "nominal"));
                continue;
            }
            var bits = 0u;
            foreach (var name in row["name"].Split('+'))
            {
                var known = proclitics.Find(p => p.Name == name);
                if (known is null) proclitics.Add(known = new Proclitic(name, 1u << proclitics.Count, OrderOf(name)));
                bits |= known.Bit;
            }
            var attach = Attach.None;
            foreach (var to in row["to"].Split('|'))
                attach |= to switch { "any" => Attach.Any, "nominal" => Attach.Nominal, "imperfect" => Attach.Imperfect, "perfect" => Attach.Perfect, "particle" => Attach.Particle, _ => 0 };
            singles.Add((row["name"].Contains('+', StringComparison.Ordinal) ? 4 : int.Parse(row["order"], System.Globalization.CultureInfo.InvariantCulture), bits, form, int.Parse(row["overlap"], System.Globalization.CultureInfo.InvariantCulture), attach));
        }
        // Every legal row: at most one of each order; a contraction stands for a preposition and the article.
        var rows = new List<(uint, string, int, Attach)>();
        var firsts = singles.Where(s => s.Order == 1).Prepend((1, 0u, "", 0, Attach.Any)).ToList();
        foreach (var (_, b1, f1, _, a1) in firsts)
        {
            foreach (var (order, b2, f2, overlap, a2) in singles.Where(s => s.Order is 2 or 4).Prepend((2, 0u, "", 0, Attach.Any)).ToList())
            {
                if (b1 != 0 || b2 != 0) rows.Add((b1 | b2, f1 + f2, overlap, a1 & a2));
                if (order == 4) continue;
                foreach (var (_, b3, f3, o3, a3) in singles.Where(s => s.Order == 3))
                    if ((a2 & a3) != 0 && !singles.Exists(s => s.Order == 4 && (s.Clitics & b2) != 0 && b2 != 0))
                        rows.Add((b1 | b2 | b3, f1 + f2 + f3, o3, a1 & a2 & a3));
            }
        }
        return ([.. proclitics], [.. rows], [.. enclitics]);
    }

    /// <summary>The order of a proclitic in the row where it stands alone.</summary>
    private int OrderOf(string name)
    {
        foreach (var row in pack.Table("morphology/clitics.tsv").Rows)
            if (row["name"] == name && row["kind"] == "pro") return int.Parse(row["order"], System.Globalization.CultureInfo.InvariantCulture);
        return 0;
    }

    private Lexicon Build(Dictionary<string, int[]> particles, Proclitic[] proclitics, (uint Clitics, string Form, int Overlap, Attach Attach)[] rows, Enclitic[] enclitics)
    {
        var openings = new SortedDictionary<string, List<Lexicon.Opening>>(StringComparer.Ordinal);
        var prefixes = _prefixes.ToArray();
        var foldedPrefixes = Array.ConvertAll(prefixes, p => fold.Fold(p));
        foreach (var (clitics, form, overlap, attach) in rows.Append((0u, "", 0, Attach.Any)))
        {
            for (var p = 0; p < prefixes.Length; p++)
            {
                if (prefixes[p].Length > 0 && (attach & Attach.Imperfect) == 0) continue;
                if (prefixes[p].Length > 0 && overlap > 0) continue;
                var text = form + foldedPrefixes[p];
                if (!openings.TryGetValue(text, out var list)) openings[text] = list = [];
                list.Add(new Lexicon.Opening(clitics, (byte)(form.Length - overlap), (byte)p, (byte)foldedPrefixes[p].Length, attach));
            }
        }
        var suffixes = new SortedDictionary<string, List<Lexicon.SuffixReading>>(StringComparer.Ordinal);
        var suffixTexts = _suffixes.ToArray();
        for (var s = 0; s < suffixTexts.Length; s++)
        {
            for (var p = 0; p <= enclitics.Length; p++)
            {
                var spelled = suffixTexts[s] + (p == 0 ? "" : enclitics[p - 1].Form);
                var text = fold.Fold(spelled);
                if (!suffixes.TryGetValue(text, out var list)) suffixes[text] = list = [];
                list.Add(new Lexicon.SuffixReading((ushort)s, (byte)p, texts.Id(spelled)));
            }
        }
        return new Lexicon
        {
            Fold = fold,
            Lemmas = LemmaTable.Build(_lemmas, texts),
            Stems = DoubleArrayTrie.Build([.. _stems.Keys]),
            StemsAt = Lists<Lexicon.Stem>.Build(_stems.Values),
            Texts = texts,
            Openings = DoubleArrayTrie.Build([.. openings.Keys]),
            OpeningsAt = Lists<Lexicon.Opening>.Build(openings.Values),
            Suffixes = DoubleArrayTrie.Build([.. suffixes.Keys]),
            SuffixesAt = Lists<Lexicon.SuffixReading>.Build(suffixes.Values),
            Endings = Lists<Lexicon.Ending>.Build(_endings),
            Enclitics = enclitics,
            Proclitics = proclitics,
            Particles = TextIndex.Build([.. particles.Keys], texts),
            ParticlesAt = Lists<int>.Build(particles.Values),
            CliticRows = rows,
        };
    }
}

/// <summary>Gives strings small numbers in the order in which they come.</summary>
internal sealed class Interner(params string[] first)
{
    private readonly Dictionary<string, int> _ids = first.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i, StringComparer.Ordinal);

    public bool Has(string text) => _ids.ContainsKey(text);

    public int Id(string text)
    {
        if (_ids.TryGetValue(text, out var id)) return id;
        _ids[text] = id = _ids.Count;
        return id;
    }

    public string[] ToArray()
    {
        var texts = new string[_ids.Count];
        foreach (var (text, id) in _ids) texts[id] = text;
        return texts;
    }
}
