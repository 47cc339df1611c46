using System.CommandLine;
using Isnad.Packs;
using Isnad.Places;
using Isnad.Tool.Places;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad places build</c>: makes the gazetteer's compact table from a dump of GeoNames, and its compiled file from the table.</summary>
internal static class PlacesBuild
{
    public static Command Create(Option<string?> packs)
    {
        var from = new Option<string>("--from") { Description = "A dump of GeoNames (cities500.txt, .zip), or the compact table (.tsv.gz).", HelpName = "FILE", Required = true };
        var to = new Option<string>("--to") { Description = "The file to write: .tsv.gz for the compact table, .isnad for the compiled gazetteer.", HelpName = "FILE", Required = true };
        to.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && !path.EndsWith(PlaceTable.Extension, StringComparison.Ordinal) && !path.EndsWith(".isnad", StringComparison.Ordinal))
                result.AddError($"--to {path}: the name must end in {PlaceTable.Extension} (the compact table) or .isnad (the compiled gazetteer).");
        });
        var name = new Option<string>("--name") { Description = "What the gazetteer is called in 'places stats'.", HelpName = "NAME", DefaultValueFactory = _ => "world" };
        var command = new Command("build", "Build the embedded gazetteer.") { from, to, name };
        command.SetAction(parsed => Run(parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(name)!, parsed.GetValue(packs)));
        return command;
    }

    private static int Run(string from, string to, string name, string? named)
    {
        if (PackPlace.LoadPacks(named) is not { } packs) return 2;
        var pack = packs.Language(null);
        if (PlaceFiles.Read(from, PlaceFiles.RulesFor(pack)) is not { } source) return 2;
        PlaceFiles.Report(source, verbose: false);
        if (source.Rows.Count == 0)
        {
            Console.Error.WriteLine($"isnad: '{from}' holds no place that can be used; nothing was written");
            return 2;
        }
        return PlaceFiles.Save(to, part =>
        {
            if (to.EndsWith(PlaceTable.Extension, StringComparison.Ordinal)) PlaceTable.Write(part, source.Rows);
            else PlaceFiles.Compile(pack, source.Rows, name, part);
        }) ? 0 : 2;
    }
}
