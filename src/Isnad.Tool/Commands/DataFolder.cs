using System.CommandLine;

namespace Isnad.Tool.Commands;

/// <summary>Where the program keeps what its users add.</summary>
internal static class DataFolder
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "ISNAD_DATA";

    public static Option<string?> Option() => new("--data")
    {
        Description = $"Folder of what is added to the program; the default is ${Variable}, else {Usual}.",
        HelpName = "DIR",
    };

    /// <summary>The folder where nothing names another.</summary>
    public const string Usual = "./isnad-data";

    /// <summary>The folder that is named, else the usual one. It need not exist.</summary>
    public static string Of(string? named) => named ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : Usual);

    /// <summary>Where the gazetteers that were added lie.</summary>
    public static string Places(string? named) => Path.Combine(Of(named), "places");

    /// <summary>The gazetteers that were added, by name.</summary>
    public static IReadOnlyList<string> Gazetteers(string? named) =>
        Directory.Exists(Places(named)) ? [.. Directory.EnumerateFiles(Places(named), "*.isnad").Order(StringComparer.Ordinal)] : [];
}
