using Isnad.Text;

namespace Isnad.Morphology;

/// <summary>Finds every way to read a word that the lexicon allows. Not safe to share between threads.</summary>
internal sealed class Analyser(Lexicon lexicon)
{
    private const int LongestWord = 40;
    private const int LongestSuffix = 9;
    private const int MostAnalyses = 24;
    private const int WorstSpelling = 6;

    private readonly int[] _suffixAt = new int[LongestWord + 1];

    /// <summary>Adds the analyses of the word at <paramref name="token"/> to <paramref name="found"/>.</summary>
    public void Analyse(FoldedText text, Token token, List<Analysis> found)
    {
        var word = text.Chars[token.Start..token.End];
        if (word.Length > LongestWord) return;
        ReadSuffixes(word);
        var state = DoubleArrayTrie.Root;
        // Openings are short; the empty one stands at the root.
        for (var at = 0; ; at++)
        {
            var value = lexicon.Openings.ValueAt(state);
            if (value >= 0)
                foreach (var opening in lexicon.OpeningsAt[value]) ReadStems(text, token, word, opening, found);
            if (at >= word.Length) break;
            state = lexicon.Openings.Step(state, word[at]);
            if (state < 0) break;
        }
        ReadParticles(text, token, word, found);
    }

    private void ReadSuffixes(ReadOnlySpan<char> word)
    {
        for (var cut = word.Length; cut >= 0; cut--)
        {
            _suffixAt[cut] = word.Length - cut > LongestSuffix ? -1 : lexicon.Suffixes.Find(word[cut..]);
        }
    }

    private void ReadStems(FoldedText text, Token token, ReadOnlySpan<char> word, Lexicon.Opening opening, List<Analysis> found)
    {
        var start = opening.Length + opening.PrefixLength;
        var state = DoubleArrayTrie.Root;
        for (var at = start; at < word.Length; at++)
        {
            state = lexicon.Stems.Step(state, word[at]);
            if (state < 0) return;
            var value = lexicon.Stems.ValueAt(state);
            if (value < 0 || _suffixAt[at + 1] < 0) continue;
            var suffixes = lexicon.SuffixesAt[_suffixAt[at + 1]];
            foreach (var stem in lexicon.StemsAt[value])
            {
                var cost = -1;
                foreach (var ending in lexicon.Endings[stem.Slot])
                {
                    if (ending.Prefix != opening.Prefix) continue;
                    foreach (var suffix in suffixes)
                    {
                        if (suffix.Pronoun == 0 ? ending.Suffix != suffix.Suffix : ending.Bound != suffix.Suffix) continue;
                        if (Combine(stem, ending, opening, suffix.Pronoun) is not { } features) continue;
                        if (cost < 0) cost = SpellingCost(text, token, start, at + 1, lexicon.Texts.Span(stem.Spelling), 2);
                        if (cost >= WorstSpelling) break;
                        // In an ending, a mark that is written must be there: only the plain form may stand for the marked one.
                        var total = cost + SpellingCost(text, token, at + 1, word.Length, lexicon.Texts.Span(suffix.Spelling), WorstSpelling);
                        if (total < WorstSpelling) Add(found, new Analysis(stem.Lemma, features, opening.Clitics, suffix.Pronoun, opening.Length, (byte)total));
                    }
                    if (cost >= WorstSpelling) break;
                }
            }
        }
    }

    private Morph? Combine(Lexicon.Stem stem, Lexicon.Ending ending, Lexicon.Opening opening, byte pronoun)
    {
        var features = ending.Features | ((ending.Features & Morph.Gender) != 0 ? stem.Features & ~Morph.Gender : stem.Features);
        var nominal = (features & (Morph.Noun | Morph.Adj)) != 0;
        var attach = nominal ? Attach.Nominal : (features & Morph.Imperf) != 0 ? Attach.Imperfect : Attach.Perfect;
        if ((opening.Attach & attach) == 0) return null;
        var definite = (opening.Clitics & _the) != 0;
        if (definite)
        {
            if (pronoun != 0 || (features & (Morph.Indef | Morph.Cons)) != 0) return null;
            features |= Morph.Def;
        }
        if (pronoun != 0)
        {
            var enclitic = lexicon.Enclitics[pronoun - 1];
            if (nominal ? enclitic.VerbOnly : enclitic.NominalOnly) return null;
            if (nominal) features |= Morph.Def;
            else if ((features & Morph.Pass) != 0 && (features & Morph.Act) == 0) return null;
        }
        // After a preposition a visible nominative cannot stand, and a verb there is subjunctive.
        if (nominal && (opening.Clitics & _prepositions) != 0 && (features & Morph.Case) == Morph.Nom) return null;
        return features;
    }

    private readonly uint _the = lexicon.Clitic("the") ?? 0;
    private readonly uint _prepositions = (lexicon.Clitic("by") ?? 0) | (lexicon.Clitic("for") ?? 0) | (lexicon.Clitic("as") ?? 0);

    /// <summary>How far the text's spelling is from the lexicon's: 0 the same, 1 for each mark left out, more for one that differs.</summary>
    private int SpellingCost(FoldedText text, Token token, int from, int to, ReadOnlySpan<char> spelling, int overmarked)
    {
        var cost = 0;
        var length = Math.Min(to - from, spelling.Length);
        for (var i = 0; i < length; i++)
        {
            var written = text.OriginalAt(token.Start + from + i);
            var listed = spelling[i];
            if (written == listed) continue;
            var plain = text[token.Start + from + i];
            if (written == plain) cost += 1;
            else if (lexicon.Fold.Fold(listed) == listed) cost += written >= 0xfb50 ? 0 : overmarked;
            else cost += 3;
        }
        return cost;
    }

    private void ReadParticles(FoldedText text, Token token, ReadOnlySpan<char> word, List<Analysis> found)
    {
        if (lexicon.Particles.Find(word) is var whole and >= 0) AddParticles(text, token, whole, 0, 0, 0, 0, found);
        foreach (var row in lexicon.CliticRowsFrom(word[0]))
        {
            if (row.Overlap > 0 || (row.Attach & Attach.Particle) == 0 || !word.StartsWith(row.Form, StringComparison.Ordinal)) continue;
            if (lexicon.Particles.Find(word[row.Form.Length..]) is var bare and >= 0) AddParticles(text, token, bare, row.Clitics, row.Form.Length, 0, 0, found);
            ReadPronouns(text, token, word, row.Clitics, row.Form.Length, found);
        }
        ReadPronouns(text, token, word, 0, 0, found);
    }

    /// <summary>A preposition with a pronoun: the preposition may itself be a proclitic, with nothing between.</summary>
    private void ReadPronouns(FoldedText text, Token token, ReadOnlySpan<char> word, uint clitics, int from, List<Analysis> found)
    {
        for (var p = 0; p < lexicon.Enclitics.Length; p++)
        {
            var form = lexicon.Enclitics[p].Form;
            if (word.Length - from < form.Length || !word.EndsWith(form, StringComparison.Ordinal) || lexicon.Enclitics[p].VerbOnly || lexicon.Enclitics[p].Overlaps) continue;
            var stem = word[from..^form.Length];
            if (stem.IsEmpty)
            {
                if ((clitics & _prepositions) != 0)
                    Add(found, new Analysis(lexicon.Lemmas.Length - 1, Morph.Prep, clitics, (byte)(p + 1), (byte)from, 0));
                continue;
            }
            if (lexicon.Particles.Find(stem) is var lemmas and >= 0) AddParticles(text, token, lemmas, clitics, from, (byte)(p + 1), form.Length, found);
        }
    }

    private void AddParticles(FoldedText text, Token token, int particle, uint clitics, int from, byte pronoun, int pronounLength, List<Analysis> found)
    {
        foreach (var lemma in lexicon.ParticlesAt[particle])
        {
            var entry = lexicon.Lemmas[lemma];
            if (pronoun != 0 && (entry.PartOfSpeech & (Morph.Prep | Morph.Conj | Morph.Part)) == 0) continue;
            if ((clitics & _the) != 0) continue;
            var cost = SpellingCost(text, token, from, token.Length - pronounLength, entry.Text, 2);
            if (cost < WorstSpelling) Add(found, new Analysis(lemma, entry.PartOfSpeech, clitics, pronoun, (byte)from, (byte)cost));
        }
    }

    private static void Add(List<Analysis> found, Analysis analysis)
    {
        for (var i = 0; i < found.Count; i++)
            if (found[i] == analysis) return;
        if (found.Count < MostAnalyses) found.Add(analysis);
    }
}
