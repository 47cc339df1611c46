using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Isnad.Server.Hosting;

/// <summary>What the server tells of itself: structured lines on standard error, and OpenTelemetry where an endpoint is configured.</summary>
internal static class Logs
{
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting"];

    public static void Add(WebApplicationBuilder builder)
    {
        var logging = builder.Logging;
        logging.ClearProviders();
        logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical).AddFilter("Isnad.Server.Access", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        // A log for people on a terminal, one for programs everywhere else; nothing on standard output.
        var form = builder.Configuration["Isnad:Logs"] ?? (Console.IsErrorRedirected ? "json" : "text");
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        if (form == "text") logging.AddSimpleConsole(o => o.SingleLine = true);
        else if (form == "json") logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        else throw new StartRefusal($"Isnad:Logs is '{form}'; choose text or json");
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 }) return;
        builder.Services.AddOpenTelemetry()
            .WithTracing(t => t.AddSource("Microsoft.AspNetCore").AddOtlpExporter())
            .WithMetrics(m => m.AddMeter(Meters).AddOtlpExporter())
            .WithLogging(l => l.AddOtlpExporter());
    }
}
