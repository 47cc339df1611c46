using System.Globalization;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Morphology;

/// <summary>Compiles a pack's word lists and paradigms into a <see cref="Lexicon"/>.</summary>
internal sealed class LexiconCompiler
{
    private readonly PackFolder _pack;
    private readonly FoldTable _fold;
    private readonly Texts _texts;
    private readonly Predicate<string> _isTold;
    private readonly StemTable _stems;
    private readonly List<PackFault> _faults = [];

    /// <summary>Compiles a pack's lexicon. Of several verbs that make one word, one keeps it that has a meaning to the reader (<c>isTold</c>).</summary>
    public LexiconCompiler(PackFolder pack, FoldTable fold, Texts texts, Predicate<string>? isTold = null)
    {
        (_pack, _fold, _texts, _isTold) = (pack, fold, texts, isTold ?? (_ => false));
        _stems = new StemTable(fold, texts, _faults);
    }

    /// <summary>Faults found: words whose paradigm does not give their citation form, unknown classes.</summary>
    public IReadOnlyList<PackFault> Faults => _faults;

    /// <summary>Compiles the lexicon.</summary>
    /// <param name="places">Names of places: each has an adjective.</param>
    public Lexicon Compile(IEnumerable<string> places)
    {
        _stems.ReadEndings(_pack.Table("morphology/verb-endings.tsv"));
        _stems.ReadEndings(_pack.Table("morphology/nominal-endings.tsv"));
        var nominals = new NominalCompiler(_pack, _stems, _isTold, _faults);
        nominals.ReadNouns();
        nominals.ReadAdjectives();
        new VerbCompiler(_pack, _stems, nominals, _faults).Read();
        nominals.AddNisbas(places);
        ReadPriors();
        var particles = ReadParticles();
        // The last lemma stands for a proclitic that has only a pronoun after it.
        _stems.Lemmas.Add(new Lemma("", Morph.Prep, "prep", ""));
        return Build(particles, CliticTable.Read(_pack, _fold));
    }

    private void ReadPriors()
    {
        foreach (var row in _pack.Table("morphology/priors.tsv").Rows)
        {
            if (!int.TryParse(row["score"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score))
                _faults.Add(row.Error("score", "a whole number is expected").Faults[0]);
            else if (MorphNames.Parse(row["forms"], out _) is not { } forms || !_stems.Weigh(row["lemma"], forms, score))
                _faults.Add(row.Error("lemma", $"the lexicon has no {row["forms"]} '{row["lemma"]}'").Faults[0]);
        }
    }

    private Dictionary<string, int[]> ReadParticles()
    {
        var particles = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var row in _pack.Table("lexicon/particles.tsv").Rows)
        {
            if (MorphNames.Parse(row["pos"], out _) is not { } pos)
            {
                _faults.Add(row.Error("pos", $"'{row["pos"]}' is no part of speech").Faults[0]);
                continue;
            }
            var form = row["form"];
            if (form.Contains(' ', StringComparison.Ordinal)) continue;
            var folded = _fold.Fold(form);
            if (!particles.TryGetValue(folded, out var list)) particles[folded] = list = [];
            list.Add(_stems.Lemmas.Count);
            _stems.Lemmas.Add(new Lemma(form, pos, row["function"], ""));
        }
        return particles.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
    }

    private Lexicon Build(Dictionary<string, int[]> particles, CliticTable clitics)
    {
        var openings = Openings(clitics);
        var suffixes = Suffixes(clitics.Enclitics);
        return new Lexicon
        {
            Fold = _fold,
            Lemmas = LemmaTable.Build(_stems.Lemmas, _texts),
            Stems = DoubleArrayTrie.Build([.. _stems.Stems.Keys]),
            StemsAt = Lists<Lexicon.Stem>.Build(_stems.Stems.Values),
            Texts = _texts,
            Openings = DoubleArrayTrie.Build([.. openings.Keys]),
            OpeningsAt = Lists<Lexicon.Opening>.Build(openings.Values),
            Suffixes = DoubleArrayTrie.Build([.. suffixes.Keys]),
            SuffixesAt = Lists<Lexicon.SuffixReading>.Build(suffixes.Values),
            Endings = Lists<Lexicon.Ending>.Build(_stems.Endings),
            Enclitics = clitics.Enclitics,
            Proclitics = clitics.Proclitics,
            Particles = TextIndex.Build([.. particles.Keys], _texts),
            ParticlesAt = Lists<int>.Build(particles.Values),
            CliticRows = clitics.Rows,
        };
    }

    /// <summary>What may stand before a stem: a row of proclitics and the prefix of an ending.</summary>
    private SortedDictionary<string, List<Lexicon.Opening>> Openings(CliticTable clitics)
    {
        var openings = new SortedDictionary<string, List<Lexicon.Opening>>(StringComparer.Ordinal);
        var prefixes = _stems.Prefixes;
        var foldedPrefixes = Array.ConvertAll(prefixes, p => _fold.Fold(p));
        foreach (var (bits, form, overlap, attach) in clitics.Rows.Append((0u, "", 0, Attach.Any)))
        {
            for (var p = 0; p < prefixes.Length; p++)
            {
                if (prefixes[p].Length > 0 && (attach & Attach.Imperfect) == 0) continue;
                if (prefixes[p].Length > 0 && overlap > 0) continue;
                var text = form + foldedPrefixes[p];
                if (!openings.TryGetValue(text, out var list)) openings[text] = list = [];
                list.Add(new Lexicon.Opening(bits, (byte)(form.Length - overlap), (byte)p, (byte)foldedPrefixes[p].Length, attach));
            }
        }
        return openings;
    }

    /// <summary>What may stand after a stem: the suffix of an ending and a pronoun.</summary>
    private SortedDictionary<string, List<Lexicon.SuffixReading>> Suffixes(Enclitic[] enclitics)
    {
        var suffixes = new SortedDictionary<string, List<Lexicon.SuffixReading>>(StringComparer.Ordinal);
        var suffixTexts = _stems.Suffixes;
        for (var s = 0; s < suffixTexts.Length; s++)
        {
            for (var p = 0; p <= enclitics.Length; p++)
            {
                var pronoun = p == 0 ? null : enclitics[p - 1];
                if (pronoun is { Overlaps: true } && !suffixTexts[s].EndsWith(pronoun.Form, StringComparison.Ordinal)) continue;
                var spelled = suffixTexts[s] + (pronoun is null or { Overlaps: true } ? "" : pronoun.Form);
                var text = _fold.Fold(spelled);
                if (!suffixes.TryGetValue(text, out var list)) suffixes[text] = list = [];
                list.Add(new Lexicon.SuffixReading((ushort)s, (byte)p, _texts.Id(spelled)));
            }
        }
        return suffixes;
    }
}
