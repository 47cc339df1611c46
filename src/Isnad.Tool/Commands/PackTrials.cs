using System.CommandLine;
using System.Text.Json;
using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Tool.Commands;

/// <summary>Trials of a language's words, hidden from help: <c>morph PACKS FILE</c> and <c>coverage PACKS FILE</c>.</summary>
internal static class PackTrials
{
    public static Command CreateMorph() => Create("morph", "Analyse each line of a file.", Morph);

    public static Command CreateCoverage() => Create("coverage", "Count the words of NDJSON texts that the lexicon knows.", Coverage);

    private static Command Create(string name, string description, Action<LanguagePack, string> run)
    {
        var root = new Argument<string>("PACKS");
        var file = new Argument<string>("FILE");
        var command = new Command(name, description) { root, file };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            run(PackPlace.FirstLanguage(parsed.GetValue(root)!), parsed.GetValue(file)!);
            return 0;
        });
        return command;
    }

    private static void Morph(LanguagePack pack, string file)
    {
        var tagger = new Tagger(pack.Lexicon, pack.Context, _ => false);
        foreach (var line in File.ReadAllLines(file))
        {
            var text = new FoldedText(line, pack.Fold);
            var tokens = Cutter.Tokens(text);
            var all = tagger.Tag(text, tokens);
            for (var i = 0; i < tokens.Count; i++)
                Console.WriteLine($"{text.Chars[tokens[i].Start..tokens[i].End]}\t{string.Join(" | ", all[i].Select(a => Describe(pack, a)))}");
        }
    }

    private static string Describe(LanguagePack pack, Analysis a)
    {
        var lemma = pack.Lexicon.Lemmas[a.Lemma];
        var function = lemma.Function is { Length: > 0 } f ? " " + f : "";
        return $"{lemma.Text}:{MorphNames.Describe(a.Features)}{function} c{a.Cost} p{a.Pronoun} k{a.Clitics}";
    }

    private static void Coverage(LanguagePack pack, string file)
    {
        var analyser = new Analyser(pack.Lexicon);
        var finder = new NameFinder(pack.Lexicon, pack.World);
        int words = 0, known = 0;
        long analyses = 0;
        var unknown = new Dictionary<string, int>();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var text = new FoldedText(json.RootElement.GetProperty("text").GetString()!, pack.Fold);
            var tokens = Cutter.Tokens(text);
            var inName = new bool[tokens.Count];
            foreach (var name in finder.Find(text, tokens))
                for (var i = name?.Start ?? 0; name is not null && i < name.End; i++) inName[i] = true;
            for (var i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].Kind != TokenKind.Word || text[tokens[i].Start] < 128) continue;
                words++;
                var found = new List<Analysis>();
                analyser.Analyse(text, tokens[i], found);
                analyses += found.Count;
                var word = text.Chars[tokens[i].Start..tokens[i].End].ToString();
                if (found.Count > 0 || inName[i] || pack.World.GivenNames.Contains(word) || pack.World.FamilyNames.Contains(word)) known++;
                else unknown[word] = unknown.GetValueOrDefault(word) + 1;
            }
        }
        Console.WriteLine($"{words} words, {known} known: {known / (double)words:F4}; {analyses / (double)words:F2} analyses a word; {clock.Elapsed.TotalMilliseconds * 1000 / words:F2} us a word");
        foreach (var (word, count) in unknown.OrderByDescending(u => u.Value).Take(300)) Console.Write($"{word} {count}  ");
        Console.WriteLine();
    }
}
