using Isnad.Packs;

namespace Isnad.Morphology;

/// <summary>Compiles nouns and adjectives: those of the pack's lists, and those that verbs make.</summary>
internal sealed class NominalCompiler
{
    private readonly PackFolder _pack;
    private readonly StemTable _stems;
    private readonly Predicate<string> _isTold;
    private readonly List<PackFault> _faults;
    private readonly Dictionary<string, List<Row>> _patterns;
    private readonly List<(string Class, string Ending)> _shapes;
    private readonly HashSet<string> _human = new(StringComparer.Ordinal);

    public NominalCompiler(PackFolder pack, StemTable stems, Predicate<string> isTold, List<PackFault> faults)
    {
        (_pack, _stems, _isTold, _faults) = (pack, stems, isTold, faults);
        _patterns = StemTemplate.ByClass(pack.Table("morphology/nominal-patterns.tsv"));
        _shapes = [.. pack.Table("morphology/shapes.tsv").Rows.Select(r => (r["class"], r.Text("ending"))).OrderByDescending(s => s.Item2.Length)];
    }

    /// <summary>Reads the list of nouns.</summary>
    public void ReadNouns()
    {
        foreach (var row in _pack.Table("lexicon/nouns.tsv").Rows)
        {
            var text = row["lemma"];
            var lemma = _stems.Lemma(text, Morph.Noun, "");
            var extra = (row["gender"] switch { "m" => Morph.Masc, "f" => Morph.Fem, _ => Morph.None }) | (row["human"] == "h" ? Morph.Human : 0);
            if (extra.HasFlag(Morph.Human)) _human.Add(text);
            AddNoun(row, row["class"], lemma, text, extra, row.List("sound"), row.List("broken"));
        }
    }

    private void AddNoun(Row row, string @class, int lemma, string text, Morph extra, string[] sound, string[] broken)
    {
        if (@class == "maq" && text.EndsWith(Alif)) @class = "alif";
        if (!_patterns.TryGetValue(@class, out var patterns))
        {
            _faults.Add(row.Error("class", $"'{@class}' is no class of nouns").Faults[0]);
            return;
        }
        foreach (var pattern in patterns)
            if (pattern["form"] is "sg" || Array.IndexOf(sound, pattern["form"]) >= 0)
                _stems.Add(pattern, lemma, text, "", extra);
        foreach (var plural in broken)
            foreach (var pattern in _patterns["broken." + PluralShapeOf(plural)])
                _stems.Add(pattern, lemma, plural, "", extra | Morph.Broken);
    }

    private char Alif => _shapes.Find(s => s.Class == "alif").Ending is { Length: 1 } e ? e[0] : '\0';

    private string ShapeOf(string word) => _shapes.Find(s => !IsWhole(s.Ending) && word.EndsWith(s.Ending, StringComparison.Ordinal)).Class ?? "m";

    /// <summary>The shape of a broken plural: by its ending, else by all of its letters.</summary>
    private string PluralShapeOf(string word) =>
        ShapeOf(word) is var shape && shape != "m" ? shape : _shapes.Find(s => IsWhole(s.Ending) && HasShape(word, s.Ending)).Class ?? shape;

    /// <summary>Whether a row gives the shape of a whole word, in which <c>?</c> stands for any letter.</summary>
    private static bool IsWhole(string ending) => ending.Contains('?', StringComparison.Ordinal);

    private static bool HasShape(string word, string shape)
    {
        if (word.Length != shape.Length) return false;
        for (var i = 0; i < shape.Length; i++)
            if (shape[i] != '?' && shape[i] != word[i]) return false;
        return true;
    }

    /// <summary>Reads the list of adjectives.</summary>
    public void ReadAdjectives()
    {
        foreach (var row in _pack.Table("lexicon/adjectives.tsv").Rows)
        {
            var text = row["lemma"];
            var @class = row["class"] switch { "def" => "adjdef", var c => c };
            var lemma = _stems.Lemma(text, Morph.Adj, "");
            var extra = @class switch { "nisba" => Morph.Nisba, "elative" => Morph.Elative, _ => Morph.None };
            AddAdjective(row, @class, lemma, text, extra, row.List("sound"), row.List("feminine"), row.List("broken"));
        }
    }

    private void AddAdjective(Row row, string @class, int lemma, string text, Morph extra, string[] sound, string[] feminine, string[] broken)
    {
        if (!_patterns.TryGetValue(@class, out var patterns))
        {
            _faults.Add(row.Error("class", $"'{@class}' is no class of adjectives").Faults[0]);
            return;
        }
        foreach (var pattern in patterns)
        {
            switch (pattern["form"])
            {
                case "sg": _stems.Add(pattern, lemma, text, "", extra); break;
                case "fem" when feminine.Length == 0: _stems.Add(pattern, lemma, text, "", extra); break;
                case "femlist":
                    foreach (var form in feminine) _stems.Add(pattern, lemma, form, "", extra);
                    break;
                case var form when Array.IndexOf(sound, form) >= 0: _stems.Add(pattern, lemma, text, "", extra); break;
            }
        }
        foreach (var plural in broken)
            foreach (var pattern in _patterns["brokenadj." + PluralShapeOf(plural)]) _stems.Add(pattern, lemma, plural, "", extra | Morph.Broken);
    }

    /// <summary>A verbal noun: inflects as the noun of its shape, and knows its verb.</summary>
    public void AddMasdar(Row row, string text, string verb)
    {
        var shape = ShapeOf(text);
        var known = _stems.Has(text, Morph.Noun);
        var lemma = Derive(text, Morph.Noun, verb);
        AddNoun(row, shape, lemma, text, (shape == "f" ? Morph.Fem : Morph.Masc) | Morph.Masdar | (known ? 0 : Morph.Derived), ["at"], []);
    }

    /// <summary>A participle: inflects as the adjective of its shape, or as one that loses its last letter, and knows its verb.</summary>
    public void AddParticiple(Row row, string text, string verb, Morph kind, bool isDefective)
    {
        if (!_stems.Has(text, Morph.Adj) && !_stems.Has(text, Morph.Noun)) kind |= Morph.Derived;
        var @class = isDefective ? "adjdef" : ShapeOf(text) == "maq" ? "adjmaq" : "adj";
        AddAdjective(row, @class, Derive(text, Morph.Adj, verb), text, kind, ["un", "at"], [], []);
    }

    /// <summary>A word made of a verb. Of several verbs that make it the last listed keeps it, one that has a meaning to the reader before others.</summary>
    private int Derive(string text, Morph partOfSpeech, string verb)
    {
        var lemma = _stems.Lemma(text, partOfSpeech, verb);
        if (_stems.Lemmas[lemma].Root is var other && (_isTold(verb) || !_isTold(other))) _stems.Lemmas[lemma] = _stems.Lemmas[lemma] with { Root = verb };
        return lemma;
    }

    /// <summary>Adds the adjective of every noun that names no person, and of every place, where the lists have none.</summary>
    public void AddNisbas(IEnumerable<string> places)
    {
        var rules = _pack.Table("morphology/nisba.tsv").Rows.Select(r => (From: r.Text("ending"), To: r.Text("nisba"))).ToList();
        if (rules.Count == 0) return;
        var words = _stems.Lemmas.Where(l => l.PartOfSpeech == Morph.Noun && !_human.Contains(l.Text)).Select(l => l.Text).Concat(places).ToList();
        foreach (var word in words)
        {
            var length = rules.Where(r => word.Length > r.From.Length + 1 && word.EndsWith(r.From, StringComparison.Ordinal)).Select(r => r.From.Length).DefaultIfEmpty(-1).Max();
            foreach (var (from, to) in rules)
            {
                if (from.Length != length || !word.EndsWith(from, StringComparison.Ordinal) || to.Length == 0) continue;
                var adjective = word[..^length] + to;
                if (_stems.Has(adjective, Morph.Adj) || _stems.Has(adjective, Morph.Noun)) continue;
                var lemma = _stems.Lemma(adjective, Morph.Adj, "");
                foreach (var pattern in _patterns["nisba"]) _stems.Add(pattern, lemma, adjective, "", Morph.Nisba | Morph.Derived);
            }
        }
    }
}
