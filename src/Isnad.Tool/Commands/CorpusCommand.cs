using System.CommandLine;
using Isnad.Packs;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad packs corpus</c>: how corpora of phrases, of words and of claims are read.</summary>
internal static class CorpusCommand
{
    public static Command Create(Option<string?> packs, Option<string?> data)
    {
        var files = new Argument<string[]>("FILE") { Description = "Corpora: numbers.txt, times.txt, tags.txt, claims-*.txt, places*.txt.", Arity = ArgumentArity.OneOrMore };
        var errors = new Option<int>("--errors") { Description = "List the first N blocks of claims that are read otherwise than expected.", HelpName = "N" };
        var construction = new Option<string?>("--construction") { Description = "Read only the blocks of claims whose construction begins so.", HelpName = "NAME" };
        var corpus = new Command("corpus", "Read corpora of phrases and of claims, and tell what is read otherwise than expected.") { files, errors, construction, data };
        corpus.SetAction(parsed => Run(PackPlace.Folder(parsed.GetValue(packs)), parsed.GetValue(files)!, parsed.GetValue(errors), parsed.GetValue(construction) ?? "", parsed.GetValue(data)));
        return corpus;
    }

    private static int Run(string root, IReadOnlyList<string> files, int errors, string construction, string? data)
    {
        if (files.FirstOrDefault(f => !File.Exists(f)) is { } missing)
        {
            Console.Error.WriteLine($"isnad: there is no file '{missing}'.");
            return 2;
        }
        if (PackPlace.Compile(root) is not { } packs) return 2;
        try
        {
            var claims = files.Where(ClaimCorpus.Is).ToList();
            var right = claims.Count == 0 || ReadClaims(packs, claims, errors, construction);
            foreach (var file in files.Where(PlaceCorpus.Is)) right &= ReadPlaces(packs, file, errors, data);
            foreach (var file in files.Where(f => !ClaimCorpus.Is(f) && !PlaceCorpus.Is(f)))
                right &= TagCorpus.Is(file) ? ReadTags(packs.Language(null), file) : ReadValues(packs.Language(null), file);
            return right ? 0 : 1;
        }
        catch (PackException e)
        {
            Console.Error.WriteLine($"isnad: the corpus cannot be read:\n{e.Message}");
            return 2;
        }
    }

    private static bool ReadClaims(CompiledPacks packs, List<string> files, int errors, string construction)
    {
        var cases = files.SelectMany(f => ClaimCorpus.Parse(f, File.ReadAllText(f))).Where(c => c.Construction.StartsWith(construction, StringComparison.Ordinal));
        var score = ClaimCorpusScore.Of(cases, packs);
        foreach (var difference in score.Differences.Take(errors)) Console.WriteLine(difference);
        Console.WriteLine(score);
        return score.Differences.Count == 0;
    }

    private static bool ReadTags(LanguagePack pack, string file)
    {
        var cases = TagCorpus.Parse(file, File.ReadAllText(file));
        var wrong = TagCorpus.Wrong(pack, cases);
        foreach (var (c, read) in wrong) Console.WriteLine($"{c.Line}: {c.Text}\n   {c.Word}: expected {c.Expected}, got {read}");
        Console.WriteLine($"{file}: {cases.Count - wrong.Count} of {cases.Count}");
        return wrong.Count == 0;
    }

    private static bool ReadPlaces(CompiledPacks packs, string file, int errors, string? data)
    {
        if (PackPlace.WithGazetteers(packs, data) is not { } known) return false;
        var score = PlaceCorpusScore.Of(PlaceCorpus.Parse(file, File.ReadAllText(file)), known);
        foreach (var difference in score.Differences.Take(errors)) Console.WriteLine(difference);
        Console.WriteLine(score);
        return score.Differences.Count == 0;
    }

    private static bool ReadValues(LanguagePack pack, string file)
    {
        int right = 0, all = 0;
        foreach (var c in ValueCorpus.Parse(file, File.ReadAllText(file)))
        {
            all++;
            var got = ValueCorpus.Read(pack, c, c.File.Contains("times", StringComparison.Ordinal));
            if (got.SequenceEqual(c.Expected))
            {
                right++;
                continue;
            }
            Console.WriteLine($"{c.Line}: {c.Text}\n   expected {string.Join(" ; ", c.Expected)}\n   got      {string.Join(" ; ", got)}");
        }
        Console.WriteLine($"{file}: {right} of {all}");
        return right == all;
    }
}
