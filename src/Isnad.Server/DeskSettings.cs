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

    /// <summary>Whether nothing is served but over encrypted connections.</summary>
    public required bool OnlySecure { get; init; }

    /// <summary>An address at which passwords would cross the network unencrypted, without that having been asked for; or null.</summary>
    public string? Unencrypted { get; private init; }

    /// <summary>Proxies whose word is taken for who asks and how; only behind one may plain HTTP be served to other machines.</summary>
    public required IReadOnlyList<IPNetwork> Proxies { get; init; }

    /// <summary>Names that it answers to; <c>*</c> for all.</summary>
    public required IReadOnlySet<string> Hosts { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusal">Something in them is not as it must be.</exception>
    public static DeskSettings Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Isnad");
        var urls = Words(section["Urls"] ?? UsualUrl);
        var all = urls.Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>()).ToList();
        var bindings = all.ConvertAll(Parse);
        var proxies = Words(section["Proxies"]).Select(Network).ToList();
        var named = Words(section["Hosts"]);
        var remote = bindings.FindAll(b => !IsLoopback(b.Host));
        var plain = section.GetValue("PlainHttp", false);
        var open = plain || proxies.Count > 0 ? null : remote.Find(b => b.Scheme != Uri.UriSchemeHttps);
        var hosts = new HashSet<string>(bindings.Select(b => b.Host.Trim('[', ']')), StringComparer.OrdinalIgnoreCase);
        // Whoever listens on all addresses answers to all names, unless some are given; accounts stand before everything then.
        if (hosts.RemoveWhere(h => h is "*" or "+" or "0.0.0.0" or "::") > 0 && named.Length == 0) hosts.Add("*");
        hosts.UnionWith([.. named, "localhost", "127.0.0.1", "::1"]);
        // A name that leads here from elsewhere, or a proxy, means that others than this machine's people come.
        var local = remote.Count == 0 && proxies.Count == 0 && named.All(IsLoopback);
        return new DeskSettings { Urls = urls, IsLocal = local, OnlySecure = !plain && !local && (proxies.Count > 0 || bindings.TrueForAll(b => b.Scheme == Uri.UriSchemeHttps)), Proxies = proxies, Hosts = hosts, Unencrypted = open?.ToString() };
    }

    private static string[] Words(string? text) => (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
            : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new StartRefusal($"Isnad:Proxies: '{text}' is neither an address nor a network; write 10.0.0.2 or 10.0.0.0/8");

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
