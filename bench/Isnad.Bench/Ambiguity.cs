using System.Globalization;
using System.Text.Json;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Bench;

/// <summary>How many analyses words have, and how many edges the chart of values makes, on the texts of an NDJSON file.</summary>
internal static class Ambiguity
{
    public static int Run(string file)
    {
        var pack = CompiledPacks.Compile(Growth.Folder("packs"), []).Language(null);
        var analyser = new Analyser(pack.Lexicon);
        var tagger = new Tagger(pack.Lexicon, pack.Context, pack.Meanings.Knows);
        var values = new ValueReader(pack);
        var (all, kept, edges, dropped) = (new List<int>(), new List<int>(), new List<int>(), 0);
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var text = new FoldedText(json.RootElement.GetProperty("text").GetString()!, pack.Fold);
            var tokens = Cutter.Tokens(text);
            var analyses = tagger.Tag(text, tokens);
            var found = new List<Analysis>();
            for (var i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].Kind != TokenKind.Word) continue;
                found.Clear();
                analyser.Analyse(text, tokens[i], found);
                all.Add(found.Count);
                kept.Add(analyses[i].Count);
            }
            foreach (var sentence in Cutter.Sentences(text, tokens))
            {
                values.Read(text, tokens, sentence, analyses, new ValueContext(new DateOnly(2020, 3, 5)), []);
                var count = new int[sentence.End - sentence.Start];
                foreach (var edge in values.Chart.Edges) count[edge.Start - sentence.Start]++;
                edges.AddRange(count);
                dropped += values.Chart.Dropped;
            }
        }
        Print("analyses of a word", all);
        Print("analyses kept", kept);
        Print("edges from a token", edges);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"edges dropped by the cap: {dropped}"));
        return 0;
    }

    private static void Print(string name, List<int> counts)
    {
        counts.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-20} mean {counts.Average():0.00}, median {counts[counts.Count / 2]}, 99th percentile {counts[counts.Count * 99 / 100]}, most {counts[^1]} ({counts.Count:#,0})"));
    }
}
