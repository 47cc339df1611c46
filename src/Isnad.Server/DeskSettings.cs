using System.Globalization;
using System.Net;

namespace Isnad.Server;

/// <summary>Settings of a server, from the section <c>Isnad</c> of its configuration: appsettings.json, then the environment, then flags.</summary>
internal sealed class DeskSettings
{
    /// <summary>Where a server listens unless told otherwise: on this machine only.</summary>
    public const string UsualUrl = "http://127.0.0.1:5210";

    private DeskSettings()
    {
    }

    /// <summary>Where it listens.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Whether only this machine can reach it.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>Names that it answers to; <c>*</c> for all.</summary>
    public required IReadOnlySet<string> Hosts { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusal">Something in them is not as it must be.</exception>
    public static DeskSettings Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Isnad");
        var urls = (section["Urls"] ?? UsualUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var all = urls.Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>()).ToList();
        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var url in all) hosts.Add(Parse(url).Host.Trim('[', ']'));
        var local = hosts.All(IsLoopback);
        hosts.RemoveWhere(h => h is "*" or "+" or "0.0.0.0" or "::");
        hosts.UnionWith(["localhost", "127.0.0.1", "::1"]);
        if (section["Hosts"] is { } named) hosts.UnionWith(named.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return new DeskSettings { Urls = urls, IsLocal = local, Hosts = hosts };
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new StartRefusal($"'{url}' is not an address to listen on; write http://127.0.0.1:5210");
        }
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

/// <summary>Why a server does not start: said to whoever starts it.</summary>
public sealed class StartRefusal : Exception
{
    /// <summary>A refusal that says what is wrong and what to do.</summary>
    public StartRefusal(string message) : base(message)
    {
    }

    /// <summary>A refusal.</summary>
    public StartRefusal()
    {
    }

    /// <summary>A refusal with its cause.</summary>
    public StartRefusal(string message, Exception cause) : base(message, cause)
    {
    }
}
