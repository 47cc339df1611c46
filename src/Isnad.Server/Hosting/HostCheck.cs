using Isnad.Server.Api;

namespace Isnad.Server.Hosting;

/// <summary>
/// Answers only to names that are this server's. A page from elsewhere can make a browser look its own name up as 127.0.0.1, and would
/// then be of one origin with this server; but it cannot change the name that the browser sends.
/// </summary>
internal sealed class HostCheck(RequestDelegate next, DeskSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (host.StartsWith('[')) host = host.Trim('[', ']');
        return settings.Hosts.Contains("*") || settings.Hosts.Contains(host)
            ? next(context)
            : Problems.Write(context, new Refusal(421, "This is not the server of that name", $"host '{(host.Length > 80 ? host[..80] : host)}' is none of this server's names; if it should be, add it to Isnad:Hosts"));
    }
}
