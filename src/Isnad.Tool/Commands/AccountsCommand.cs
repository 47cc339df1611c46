using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Isnad.Server.Access;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad accounts</c>: who may use a server of the ledger, and with what keys programs may.</summary>
internal static class AccountsCommand
{
    private const int Generated = 24;

    public static Command Create() => new("accounts", "Say who may use the server: people with passwords, programs with keys.") { Add(), List(), Remove() };

    private static Command Add()
    {
        var data = LedgerPlace.Option();
        var name = new Argument<string>("NAME") { Description = "The name; decisions are signed with it." };
        var role = new Option<string?>("--role") { Description = $"What a person may do: {string.Join(", ", Scopes.Roles)}.", HelpName = string.Join('|', Scopes.Roles) };
        var generate = new Option<bool>("--generate") { Description = "Make up a password and print it, instead of asking for one." };
        var replace = new Option<bool>("--replace") { Description = "Give an account that is there another password and role." };
        var key = new Option<bool>("--key") { Description = "Add a key for a program, and print it. It is shown only this once." };
        var scope = LedgerPlace.Many("--scope", $"What the key is for: {string.Join(", ", Scopes.All)}; can be given several times.", "SCOPE");
        var days = new Option<int?>("--days") { Description = "Days for which the key is valid; without it, until it is removed.", HelpName = "N" };
        var command = new Command("add", "Add a person or a key.") { name, role, generate, replace, key, scope, days, data };
        command.SetAction(parsed => Try(() =>
        {
            var folder = parsed.GetValue(data)!;
            var (book, who, now) = (new AccountBook(folder), parsed.GetValue(name)!, DateTimeOffset.UtcNow);
            if (parsed.GetValue(key))
            {
                if (parsed.GetValue(role) is not null || parsed.GetValue(generate) || parsed.GetValue(replace)) throw new ArgumentException("a key has scopes (--scope), and neither role nor password");
                if (parsed.GetValue(days) is <= 0 or > 36_500) throw new ArgumentException("--days: give a number from 1 to 36500");
                var ends = parsed.GetValue(days) is { } valid ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(valid) : (DateOnly?)null;
                Console.WriteLine(book.AddKey(who, parsed.GetValue(scope) ?? [], now, ends));
                new AuditLog(folder).Write(OpenAccess.Person, "key added", who);
                Console.Error.WriteLine($"isnad: this is the key '{who}'; it is shown only now. Send it as 'Authorization: Bearer KEY'");
                return 0;
            }
            if (parsed.GetValue(scope) is { Length: > 0 } || parsed.GetValue(days) is not null) throw new ArgumentException("--scope and --days are for keys (--key); a person has a role (--role)");
            if (parsed.GetValue(role) is not { } given) throw new ArgumentException($"say what '{who}' may do: --role {string.Join('|', Scopes.Roles)}");
            if (!parsed.GetValue(replace) && book.Find(who) is not null) throw new ArgumentException($"'{who}' is there already; --replace gives another password and role");
            var password = parsed.GetValue(generate) ? RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", Generated) : Password(who);
            book.Add(who, given, password, now, parsed.GetValue(replace));
            new AuditLog(folder).Write(OpenAccess.Person, parsed.GetValue(replace) ? "account replaced" : "account added", $"{who} {given}");
            if (parsed.GetValue(generate)) Console.WriteLine(password);
            Console.Error.WriteLine($"isnad: '{who}' may log in as {given}");
            return 0;
        }));
        return command;
    }

    private static Command List()
    {
        var data = LedgerPlace.Option();
        var command = new Command("list", "List people and keys; passwords and keys themselves are kept nowhere.") { data };
        command.SetAction(parsed => Try(() =>
        {
            var book = new AccountBook(parsed.GetValue(data)!);
            foreach (var account in book.Accounts) Console.WriteLine($"{account.Name}\t{account.Role}\tsince {account.Made}");
            foreach (var key in book.Keys) Console.WriteLine($"{key.Name}\tkey for {string.Join(", ", key.Scopes)}\tsince {key.Made}{(key.Ends is { } ends ? $", until {ends}" : "")}");
            if (!book.Any) Console.Error.WriteLine("isnad: nobody has an account: only this machine can be served. Add one with 'isnad accounts add NAME --role editor'");
            return 0;
        }));
        return command;
    }

    private static Command Remove()
    {
        var data = LedgerPlace.Option();
        var name = new Argument<string>("NAME") { Description = "Of a person or a key." };
        var command = new Command("remove", "Remove a person or a key. Their sessions end with their next request; their decisions stay.") { name, data };
        command.SetAction(parsed => Try(() =>
        {
            var folder = parsed.GetValue(data)!;
            var who = parsed.GetValue(name)!;
            var book = new AccountBook(folder);
            if (!book.Remove(who))
            {
                Console.Error.WriteLine($"isnad: there is no account or key '{who}'");
                return 1;
            }
            new AuditLog(folder).Write(OpenAccess.Person, "account removed", who);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"isnad: '{who}' is removed; {book.Accounts.Count} people and {book.Keys.Count} keys are left"));
            return 0;
        }));
        return command;
    }

    private static int Try(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"isnad: {e.Message}");
            return 2;
        }
    }

    // On a terminal the password is typed twice and not shown; otherwise it is the first line of standard input.
    private static string Password(string who)
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine() ?? throw new ArgumentException("there is no password on standard input; give it as one line, or let one be made with --generate");
        var first = Typed($"Password of {who} ({AccountBook.ShortestPassword} characters or more): ");
        return first == Typed("The same again: ") ? first : throw new ArgumentException("the two are not the same; nothing was added");
    }

    private static string Typed(string prompt)
    {
        Console.Error.Write(prompt);
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace) text.Append(key.KeyChar);
            else if (text.Length > 0) text.Length--;
        }
        Console.Error.WriteLine();
        return text.ToString();
    }
}
