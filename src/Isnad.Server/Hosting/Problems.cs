using System.Diagnostics;
using System.Text.Json;
using Isnad.Server.Api;
using Microsoft.Data.Sqlite;

namespace Isnad.Server.Hosting;

/// <summary>Whatever goes wrong with a request is told as <c>application/problem+json</c>: what, where, and what to do.</summary>
internal sealed partial class Problems(RequestDelegate next, ILogger<Problems> log)
{
    /// <summary>Type of the body.</summary>
    public const string Type = "application/problem+json";

    private const int SqliteBusy = 5;

    private static readonly JsonWriterOptions Options = new() { Encoder = Ledger.Rows.RowJson.Encoder };

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response.StatusCode >= 400 && !context.Response.HasStarted && context.Response.ContentLength is null && context.Response.ContentType is null)
                await Write(context, Of(context, context.Response.StatusCode)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
#pragma warning disable CA1031 // The last resort: nothing that goes wrong with one request may reach another.
        catch (Exception e) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            var refusal = Of(e);
            if (refusal is null) Failed(log, context.Request.Method, context.Request.Path, e);
            await Write(context, refusal ?? new Refusal(500, "The server failed", $"{context.Request.Method} {context.Request.Path}: a fault of the server's own. Its log tells more under trace {TraceOf(context)}; try again, and if it stays, tell its developers")).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a problem.</summary>
    public static async Task Write(HttpContext context, Refusal refusal)
    {
        var response = context.Response;
        response.StatusCode = refusal.Status;
        response.ContentType = Type;
        response.Headers.CacheControl = "no-store";
        response.Headers.Remove("ETag");
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable) response.Headers.RetryAfter = "5";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            json.WriteString("title", refusal.Title);
            json.WriteNumber("status", refusal.Status);
            json.WriteString("detail", refusal.Message);
            json.WriteString("instance", context.Request.Path);
            json.WriteString("trace", TraceOf(context));
            json.WriteEndObject();
        }
        await response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted).ConfigureAwait(false);
    }

    private static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    private static Refusal? Of(Exception e) => e switch
    {
        Refusal refusal => refusal,
        KeyNotFoundException => Refusal.Missing(e.Message),
        ArgumentException argument => Refusal.Bad(argument.ParamName is { } name ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : e.Message),
        BadHttpRequestException { StatusCode: 413 } => new Refusal(413, "The body is too long", "The body of the request is longer than this address takes; send less at a time"),
        BadHttpRequestException bad => new Refusal(bad.StatusCode, "The request cannot be understood", bad.Message),
        SqliteException { SqliteErrorCode: SqliteBusy } => new Refusal(503, "The ledger is busy", "Another program has been writing to the ledger for a minute; try again when it is done"),
        _ => null,
    };

    private static Refusal Of(HttpContext context, int status)
    {
        var what = $"{context.Request.Method} {context.Request.Path}";
        return status switch
        {
            400 => Refusal.Bad($"{what}: the request is not as it must be; see /openapi/v1.json"),
            401 => new Refusal(401, "Nobody is logged in", $"{what}: log in with POST /api/login, or send a key as 'Authorization: Bearer ...'"),
            403 => new Refusal(403, "That is not allowed", $"{what}: {(context.User.Identity?.Name is { Length: > 0 } name ? $"'{name}' may not do that" : "you may not do that")}; ask an editor"),
            404 => new Refusal(404, "There is no such address", $"{what}: nothing is here; /openapi/v1.json lists all addresses"),
            405 => new Refusal(405, "That cannot be done here", $"{what}: this address takes {context.Response.Headers.Allow}"),
            415 => new Refusal(415, "The body is of another type", $"{what}: send JSON as 'Content-Type: application/json'"),
            429 => new Refusal(429, "Too many requests", $"{what}: wait {context.Response.Headers.RetryAfter} seconds and try again"),
            _ => new Refusal(status, "The request failed", $"{what}: status {status}; see /openapi/v1.json"),
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void Failed(ILogger logger, string method, string path, Exception e);
}
