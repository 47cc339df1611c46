using System.CommandLine;
using System.CommandLine.Help;
using Isnad.Tool.Commands;

namespace Isnad.Tool;

/// <summary>The command <c>isnad</c>.</summary>
internal static class Program
{
    /// <summary>Exit code when nothing could start: bad options, no packs.</summary>
    private const int NothingStarted = 2;

    public static int Main(string[] args)
    {
        var packs = new Option<string?>("--packs")
        {
            Description = "Folder of the packs; the default is the one next to the program.",
            HelpName = "DIR",
            Recursive = true,
        };
        var data = DataFolder.Option();
        var root = new RootCommand("Isnad reads news of a conflict and writes down what is claimed, by whom, through whom.")
        {
            packs,
            ReadCommand.Create(packs, data),
            ExplainCommand.Create(packs, data),
            IngestCommand.Create(packs),
            LedgerCare.Forget(packs),
            EventsCommand.Create(packs),
            LedgerLists.Figures(packs),
            LedgerLists.Sources(packs),
            LedgerLists.Search(packs),
            LedgerLists.Situation(packs),
            ReviewCommand.Create(packs),
            ExportCommand.Create(packs),
            ServeCommand.Create(packs),
            DemoCommand.Create(packs),
            AccountsCommand.Create(),
            LedgerCare.Check(packs),
            LedgerCare.Backup(packs),
            LedgerCare.Rebuild(packs),
            LedgerCare.Reread(packs),
            SchemaCommand.Create(),
            BenchCommand.Create(packs, data),
            PlacesCommand.Create(packs, data),
            PacksCommand.Create(packs, data),
            PackTrials.CreateMorph(),
        };
        foreach (var option in root.Options)
            if (option is HelpOption { Action: HelpAction usual } help) help.Action = new Examples(usual);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0) return parsed.Invoke();
        if (parsed.Action is Examples) return parsed.Invoke();
        foreach (var error in parsed.Errors) Console.Error.WriteLine($"isnad: {error.Message}");
        Console.Error.WriteLine("Try 'isnad --help'.");
        return NothingStarted;
    }
}
