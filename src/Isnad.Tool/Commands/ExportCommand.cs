using System.CommandLine;
using System.Globalization;
using System.Text;
using Isnad.Ledger.Exports;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad export</c>: events in the formats of the field.</summary>
internal static class ExportCommand
{
    public static Command Create(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        var format = LedgerPlace.Choice("--format", "The format", [.. Export.AllFormats]);
        format.Aliases.Add("--as");
        var filters = new EventFilters();
        var to = new Option<string?>("--out", "-o") { Description = "Write to a file, which appears only when it is complete.", HelpName = "FILE" };
        var open = new Option<bool>("--public") { Description = "Blur coordinates to a grid, and withhold private persons and the words of reports." };
        var grid = new Option<double>("--grid") { Description = "Width of the grid's cells in degrees.", DefaultValueFactory = _ => 0.1, HelpName = "DEGREES" };
        grid.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var width) || width is not (> 0 and <= 10))) result.AddError("--grid: give a width in degrees, above 0 and up to 10.");
        });
        var vague = new Option<bool>("--acled-vague") { Description = "Write vague fatalities as ACLED does: tens 10, hundreds 100 (acled)." };
        var since = new Option<string?>("--since-release") { Description = "Only what is new or has changed since a release.", HelpName = "NAME" };
        var release = new Option<string?>("--release") { Description = "Keep what is exported as a release of this name.", HelpName = "NAME" };
        var command = new Command("export", "Write events in a format of the field: ACLED, UCDP GED, PLOVER, GeoJSON, HXL; or reviewed reports as annotations.") { data, format, to, open, grid, vague, since, release };
        filters.AddTo(command);
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var file = parsed.GetValue(to);
            var part = file is null ? null : file + ".part";
            ExportResult result;
            using (var output = new StreamWriter(part is null ? Console.OpenStandardOutput() : File.Create(part), new UTF8Encoding(false)) { NewLine = "\n" })
                result = Export.Write(store, parsed.GetValue(format)!, new ExportOptions
                {
                    Query = filters.Query(parsed),
                    Public = parsed.GetValue(open),
                    Grid = parsed.GetValue(grid),
                    AcledVague = parsed.GetValue(vague),
                    SinceRelease = parsed.GetValue(since),
                    Release = parsed.GetValue(release),
                }, output, DateTimeOffset.UtcNow);
            if (part is not null) File.Move(part, file!, overwrite: true);
            if (parsed.GetValue(format) == Export.Annotations)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"isnad: {result.Written} reviewed reports written; {result.LeftOut} left out, whose claims are not all decided"));
                return 0;
            }
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"isnad: {result.Written} events written; {result.LeftOut} left out (without a day, not said to have happened, or of no type of this format); {result.Unchanged} unchanged since the release"));
            if (result.Gone.Count > 0) Console.Error.WriteLine($"isnad: no more since the release: {string.Join(' ', result.Gone.Select(n => $"E{n}"))}");
            return 0;
        }));
        return command;
    }
}
