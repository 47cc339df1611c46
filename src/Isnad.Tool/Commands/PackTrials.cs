using System.CommandLine;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Tool.Commands;

/// <summary>Trials of a language's words, hidden from help: <c>morph PACKS FILE</c>.</summary>
internal static class PackTrials
{
    public static Command CreateMorph() => Create("morph", "Analyse each line of a file.", Morph);

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
}
