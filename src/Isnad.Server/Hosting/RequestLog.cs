using System.Diagnostics;

namespace Isnad.Server.Hosting;

/// <summary>A line for each request that writes or is refused; of others only where that is asked for (Debug). Queries are not written down.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var begun = Stopwatch.GetTimestamp();
        await next(context).ConfigureAwait(false);
        var level = HttpMethods.IsGet(context.Request.Method) && context.Response.StatusCode < 400 ? LogLevel.Debug : LogLevel.Information;
        Answered(log, level, context.Request.Method, context.Request.Path, context.Response.StatusCode, (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds, context.User.Identity?.Name);
    }

    [LoggerMessage(Message = "{Method} {Path}: {Status} after {Milliseconds} ms, {Person}")]
    private static partial void Answered(ILogger logger, LogLevel level, string method, string path, int status, long milliseconds, string? person);
}
