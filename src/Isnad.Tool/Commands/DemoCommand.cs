using System.CommandLine;
using Isnad.Intake;
using Isnad.Ledger;
using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad demo</c>: the samples in a ledger of their own, and the desk on it.</summary>
internal static class DemoCommand
{
    public static Command Create(Option<string?> packs)
    {
        var data = new Option<string?>("--data") { Description = "Folder for the ledger, which is kept; without it a new one that is gone afterwards.", HelpName = "DIR" };
        var urls = ServeCommand.Urls();
        var quiet = new Option<bool>("--no-browser") { Description = "Do not open the browser." };
        var command = new Command("demo", "Load ten sample reports and open the desk on them.") { data, urls, quiet };
        command.SetAction(async (parsed, cancelled) =>
        {
            var samples = Path.Combine(AppContext.BaseDirectory, "samples");
            if (!Directory.Exists(samples))
            {
                Console.Error.WriteLine($"isnad: there is no folder '{samples}'; the program is not whole, build it again");
                return 2;
            }
            var kept = parsed.GetValue(data);
            var folder = kept ?? Directory.CreateTempSubdirectory("isnad-demo-").FullName;
            try
            {
                if (PackPlace.Load(parsed.GetValue(packs), folder) is not { } compiled) return 2;
                var code = Load(samples, folder, compiled, parsed.GetValue(packs));
                return code != 0 ? code : await ServeCommand.Run(folder, compiled, parsed.GetValue(urls) ?? "http://127.0.0.1:0", !parsed.GetValue(quiet), cancelled).ConfigureAwait(false);
            }
            finally
            {
                if (kept is null) Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private static int Load(string samples, string folder, CompiledPacks packs, string? named) => LedgerPlace.With(folder, named, create: true, store =>
    {
        var readings = ReadingRun.Read(new ReportStream(new IntakeOptions()).Read([samples]), packs, Environment.ProcessorCount).Select(r => r.Reading).OfType<Reading>().ToList();
        store.Take(readings, DateTimeOffset.UtcNow);
        store.Settle();
        Console.Error.WriteLine($"isnad: {readings.Count} sample reports are loaded");
        return 0;
    }, settle: false);
}
