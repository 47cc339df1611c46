using System.CommandLine;
using Isnad.Writing;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad schema</c>: prints the JSON Schema of readings.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Print the JSON Schema of readings.");
        command.SetAction(_ =>
        {
            using var output = Console.OpenStandardOutput();
            output.Write(System.Text.Encoding.UTF8.GetBytes(ReadingSchema.Json));
            return 0;
        });
        return command;
    }
}
