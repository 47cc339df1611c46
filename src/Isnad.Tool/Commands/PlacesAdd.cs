using System.CommandLine;
using Isnad.Packs;
using Isnad.Places;
using Isnad.Tool.Places;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad places add</c>: adds a file of places under the embedded gazetteer.</summary>
internal static class PlacesAdd
{
    public static Command Create(Option<string?> packs, Option<string?> data)
    {
        var files = new Argument<string[]>("FILE") { Description = "Dumps of GeoNames (.txt, .zip), tables with P-codes (.csv, .json), .geojson.", Arity = ArgumentArity.OneOrMore };
        var name = new Option<string?>("--name") { Description = "What it is called; the default is the file's name. What was added under that name before is replaced.", HelpName = "NAME" };
        name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !IsName(value)) result.AddError($"--name {value}: write letters, digits, - and _ only.");
        });
        var verbose = new Option<bool>("--verbose", "-v") { Description = "List every row that was refused." };
        var command = new Command("add", "Add places from files; rows that are wrong are listed with reasons, the others are kept.") { files, name, verbose, data };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(name), parsed.GetValue(verbose), parsed.GetValue(packs), parsed.GetValue(data)));
        return command;
    }

    private static bool IsName(string value) => value.Length is > 0 and <= 64 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static int Run(string[] files, string? name, bool verbose, string? named, string? data)
    {
        if (name is not null && files.Length > 1)
        {
            Console.Error.WriteLine("isnad: --name names one file; add the others by themselves");
            return 2;
        }
        if (PackPlace.Load(named, null, withAdded: false) is not { } packs) return 2;
        var pack = packs.Language(null);
        var failed = false;
        foreach (var file in files)
        {
            var called = name ?? Name(file);
            if (PlaceFiles.Read(file, PlaceFiles.RulesFor(pack)) is not { } source) { failed = true; continue; }
            PlaceFiles.Report(source, verbose);
            if (source.Rows.Count == 0)
            {
                Console.Error.WriteLine($"isnad: '{file}' holds no place that can be used; nothing was added");
                failed = true;
                continue;
            }
            var rows = packs.Gazetteers is [var embedded, ..] ? PutIntoDivisions(source, embedded) : source.Rows;
            failed |= !PlaceFiles.Save(Path.Combine(DataFolder.Places(data), called + ".isnad"), part => PlaceFiles.Compile(pack, rows, called, part));
        }
        return failed ? 2 : 0;
    }

    /// <summary>The file's name without its folder and extensions, with other characters than letters and digits as hyphens.</summary>
    private static string Name(string file)
    {
        var name = Path.GetFileName(file);
        name = name[..(name.IndexOf('.', 1) is > 0 and var dot ? dot : name.Length)];
        var clean = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' ? c : '-')).Trim('-');
        return clean.Length is > 0 and <= 64 ? clean : "places";
    }

    private static IReadOnlyList<PlaceRow> PutIntoDivisions(PlaceSource source, Gazetteer embedded)
    {
        var guess = new DivisionGuess(embedded, source.Rows.Select(r => r.Country).ToHashSet(StringComparer.Ordinal));
        var found = guess.Compare(source.Rows);
        if (DivisionGuess.IsTrusted(found)) return source.Rows;
        Console.Error.WriteLine($"{source.File}: codes of first-level divisions agree with the embedded gazetteer's for {found.Alike} of {found.Shared} shared places; places are put where most of their neighbours lie");
        return source.Rows.ConvertAll(guess.Put);
    }
}
