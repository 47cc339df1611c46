using System.CommandLine;
using System.Diagnostics;
using Isnad.Packs;
using Isnad.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad serve</c>: the ledger over HTTP.</summary>
internal static class ServeCommand
{
    public static Command Create(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        var urls = Urls();
        var open = new Option<bool>("--open") { Description = "Open the desk in the browser." };
        var command = new Command("serve", "Serve the ledger: the desk for people, and an interface for programs under /api.") { data, urls, open };
        command.SetAction((parsed, cancelled) => PackPlace.Load(parsed.GetValue(packs), parsed.GetValue(data)) is { } compiled
            ? Run(parsed.GetValue(data)!, compiled, parsed.GetValue(urls), parsed.GetValue(open), cancelled)
            : Task.FromResult(2));
        return command;
    }

    /// <summary>The option <c>--urls</c>.</summary>
    public static Option<string?> Urls() => new("--urls")
    {
        Description = "Addresses to listen on, parted by ';'. The default is http://127.0.0.1:5210, which only this machine can reach; others need accounts (isnad accounts add).",
        HelpName = "URL",
    };

    /// <summary>Serves until it is stopped; returns the exit code.</summary>
    public static async Task<int> Run(string data, CompiledPacks packs, string? urls, bool open, CancellationToken cancelled, Action<WebApplication>? started = null)
    {
        var flags = new Dictionary<string, string?>();
        if (urls is not null) flags["Isnad:Urls"] = urls;
        try
        {
            var app = DeskServer.Build(new DeskStart(data, packs) { Flags = flags });
            await using (app.ConfigureAwait(false))
            {
                await app.StartAsync(cancelled).ConfigureAwait(false);
                var addresses = DeskServer.Addresses(app);
                foreach (var address in addresses) Console.WriteLine($"isnad: the desk is at {address}");
                Console.Error.WriteLine("isnad: stop with Ctrl+C");
                if (open) Browse(addresses[0]);
                started?.Invoke(app);
                await app.WaitForShutdownAsync(cancelled).ConfigureAwait(false);
            }
            return 0;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine($"isnad: another program listens there already ({e.Message}); name another address with --urls http://127.0.0.1:0 (0: any free port)");
            return 2;
        }
        catch (Exception e) when (e is StartRefusal or IOException or InvalidDataException or UnauthorizedAccessException or SqliteException or InvalidOperationException or System.Security.Cryptography.CryptographicException)
        {
            Console.Error.WriteLine($"isnad: {e.Message}");
            return 2;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    private static void Browse(string address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(OperatingSystem.IsLinux() ? "xdg-open" : OperatingSystem.IsMacOS() ? "open" : address)
            {
                UseShellExecute = OperatingSystem.IsWindows(),
                RedirectStandardError = !OperatingSystem.IsWindows(),
                Arguments = OperatingSystem.IsWindows() ? "" : address,
            });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            Console.Error.WriteLine($"isnad: no browser could be started; open {address} yourself");
        }
    }
}
