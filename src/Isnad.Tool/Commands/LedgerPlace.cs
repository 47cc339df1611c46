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
        Refuse(option, words, StringComparer.Ordinal);
        return option;
    }

    /// <summary>An option that takes some of some words, and can be given several times.</summary>
    public static Option<string[]> Choices(string name, string description, string help, IReadOnlyCollection<string> words)
    {
        var option = Many(name, $"{description}: {string.Join(", ", words)}; can be given several times.", help);
        Refuse(option, words, StringComparer.OrdinalIgnoreCase);
        return option;
    }

    /// <summary>The words of an option in the case in which the ledger has them.</summary>
    public static string[] Chosen(ParseResult parsed, Option<string[]> option) => [.. (parsed.GetValue(option) ?? []).Select(w => w.ToLowerInvariant())];

    /// <summary>Makes an option refuse other words than these.</summary>
    public static void Refuse(Option option, IReadOnlyCollection<string> words, StringComparer comparer) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens)
            if (!words.Contains(token.Value, comparer)) result.AddError($"{option.Name} {token.Value}: choose {string.Join(", ", words)}.");
    });

    /// <summary>An option that takes how many to list at most; 0 for all.</summary>
    public static Option<int> Limit(string what, int usual = 100)
    {
        var option = new Option<int>("--limit") { Description = $"At most so many {what}; 0 for all.", DefaultValueFactory = _ => usual, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n < 0) result.AddError($"--limit {n}: write 0 or more.");
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
