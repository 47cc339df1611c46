using Isnad.Packs;

namespace Isnad.Morphology;

/// <summary>Compiles verbs, with the verbal nouns and participles that their classes give.</summary>
internal sealed class VerbCompiler(PackFolder pack, StemTable stems, NominalCompiler nominals, List<PackFault> faults)
{
    private readonly Dictionary<string, List<Row>> _patterns = StemTemplate.ByClass(pack.Table("morphology/verb-patterns.tsv"));

    /// <summary>Reads the list of verbs.</summary>
    public void Read()
    {
        foreach (var row in pack.Table("lexicon/verbs.tsv").Rows)
        {
            if (!_patterns.TryGetValue(row["class"], out var patterns))
            {
                faults.Add(row.Error("class", $"'{row["class"]}' is no class of verbs").Faults[0]);
                continue;
            }
            var (text, root) = (row["lemma"], row["root"]);
            var lemma = stems.Lemma(text, Morph.Verb, "");
            var valency = row["valency"] == "-" ? "" : row["valency"];
            if (stems.Lemmas[lemma].Valency.Length < valency.Length) stems.Lemmas[lemma] = stems.Lemmas[lemma] with { Valency = valency };
            var cited = new List<string>();
            foreach (var pattern in patterns)
            {
                switch (pattern["slot"])
                {
                    case "lemma": cited.Add(StemTemplate.Fill(pattern["template"], text, root)); break;
                    case "vn": nominals.AddMasdar(row, StemTemplate.Fill(pattern["template"], text, root), text); break;
                    case "ap": nominals.AddParticiple(row, StemTemplate.Fill(pattern["template"], text, root), text, Morph.ActivePart, false); break;
                    case "apd": nominals.AddParticiple(row, StemTemplate.Fill(pattern["template"], text, root), text, Morph.ActivePart, true); break;
                    case "pp": nominals.AddParticiple(row, StemTemplate.Fill(pattern["template"], text, root), text, Morph.PassivePart, false); break;
                    default: stems.Add(pattern, lemma, text, root, Morph.None); break;
                }
            }
            foreach (var masdar in row.List("masdar")) nominals.AddMasdar(row, masdar, text);
            if (!cited.Contains(text))
                faults.Add(row.Error("lemma", $"class {row["class"]} gives {string.Join(" or ", cited)}, not {text}").Faults[0]);
        }
    }
}
