using System.CommandLine;
using Isnad.Packs;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad packs build</c>: compiles the packs into one file, from which the program starts in milliseconds.</summary>
internal static class PacksBuild
{
    public static Command Create(Option<string?> packs)
    {
        var from = new Option<string?>("--from") { Description = "Folder of the packs; the default is the one of --packs.", HelpName = "DIR" };
        var to = new Option<string>("--to") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var command = new Command("build", "Compile the packs into one file.") { from, to };
        command.SetAction(parsed => Run(parsed.GetValue(from) ?? PackPlace.Folder(parsed.GetValue(packs)), parsed.GetValue(to)!));
        return command;
    }

    private static int Run(string folder, string to)
    {
        if (PackPlace.Compile(folder) is not { } packs) return 2;
        var part = to + ".part";
        try
        {
            using (var file = File.Create(part)) packs.Save(file);
            File.Move(part, to, overwrite: true);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"isnad: cannot write '{to}': {e.Message}");
            return 2;
        }
    }
}
