using System.CommandLine;
using System.Globalization;
using Isnad.Ledger;
using Isnad.Packs;
using Microsoft.Data.Sqlite;

namespace Isnad.Tool.Commands;

/// <summary>Finds and opens the ledger, and says what is wrong when it cannot.</summary>
internal static class LedgerPlace
{
    /// <summary>The option <c>--data</c>.</summary>
    public static Option<string> Option() => new("--data")
    {
        Description = $"Folder of the ledger; the default is ${DataFolder.Variable}, else {DataFolder.Usual}.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DataFolder.Of(null),
    };

    /// <summary>An option that takes a day.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} {result.Tokens[0].Value}: not a date; write 2020-02-07.");
            return null;
        },
    };

    /// <summary>An option that can be given several times.</summary>
    public static Option<string[]> Many(string name, string description, string help) => new(name) { Description = description, HelpName = help, AllowMultipleArgumentsPerToken = false };

    /// <summary>An option that takes one of some words.</summary>
    public static Option<string> Choice(string name, string description, params string[] words)
    {
        var option = new Option<string>(name, name == "--format" ? ["-f"] : []) { Description = $"{description}: {string.Join(", ", words)}.", HelpName = string.Join('|', words), DefaultValueFactory = _ => words[0] };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !words.Contains(result.Tokens[0].Value, StringComparer.Ordinal)) result.AddError($"{name} {result.Tokens[0].Value}: choose {string.Join(", ", words)}.");
        });
        return option;
    }

    /// <summary>Opens the ledger, settles what is due, and does something with it. Faults become a line on standard error.</summary>
    /// <returns>The exit code: of the action, or 2 if it could not start.</returns>
    public static int With(string folder, string? packs, bool create, Func<Store, int> action, bool settle = true)
    {
        if (PackPlace.Load(packs, folder) is not { } compiled) return 2;
        try
        {
            using var store = Store.Open(folder, compiled, create);
            if (settle) store.Settle();
            return action(store);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 5)
        {
            Console.Error.WriteLine($"isnad: another process has been writing to the ledger in '{folder}' for a minute; try again when it is done");
            return 2;
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException or KeyNotFoundException or ArgumentException or IOException or UnauthorizedAccessException or SqliteException)
        {
            Console.Error.WriteLine($"isnad: {e.Message}");
            return 2;
        }
    }

    /// <summary>The number of an event as it is shown: <c>E12</c>.</summary>
    public static long? EventNumber(string text) =>
        text.Length > 1 && text[0] is 'E' or 'e' && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
