using System.Globalization;
using Isnad.Intake;
using Isnad.Server.Access;
using Isnad.Server.Api;
using Isnad.Server.Storage;
using Microsoft.AspNetCore.Http.Features;

namespace Isnad.Server.Jobs;

/// <summary>Taking reports in and down, and the jobs that do it.</summary>
internal static class JobEndpoints
{
    /// <summary>The longest body of reports.</summary>
    public const long LongestReports = 64 << 20;

    /// <summary>The longest single report.</summary>
    private const int LongestReport = 8 << 20;

    // What a body holds is told by its type, and reports are read from it as from a file of that ending.
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/json"] = "body.json",
        ["application/x-ndjson"] = "body.ndjson",
        ["application/ndjson"] = "body.ndjson",
        ["text/plain"] = "body.txt",
    };

    public static void Map(LedgerRoutes routes)
    {
        routes.Write("POST", "/api/reports", "addReports", "Take reports in: one report record as JSON, many as NDJSON, or a text. They are read and kept by a job.", Scopes.Ingest, Add)
            .Accepts<object>("application/json", "application/x-ndjson", "text/plain").Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        routes.Write("DELETE", "/api/reports/{**report}", "forgetReport", "Take a report down: its text, its reading, and all that stood on it. It cannot come back by itself.", Scopes.Manage, Forget);
        routes.Write("GET", "/api/jobs", "listJobs", "Jobs since the server was started, the latest first.", Scopes.Read, (context, _) =>
        {
            var jobs = context.RequestServices.GetRequiredService<JobBook>().All;
            return Task.FromResult(Answer.Json(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("items");
                foreach (var job in jobs) job.Write(json);
                json.WriteEndArray();
                json.WriteNull("next");
                json.WriteNumber("total", jobs.Count);
                json.WriteEndObject();
            }));
        });
        routes.Write("GET", "/api/jobs/{job}", "getJob", "One job.", Scopes.Read, (context, ask) => Task.FromResult(Answer.Json(Find(context, ask).Write)));
        routes.Write("DELETE", "/api/jobs/{job}", "cancelJob", "Stop a job. What was taken in stays.", Scopes.Ingest, (context, ask) =>
        {
            var job = Find(context, ask);
            if (job.Person != ask.Person && !ask.May(Scopes.Manage)) throw new Refusal(403, "That is not allowed", $"job {job.Id} is {job.Person}'s; only they or an editor may stop it");
            job.Cancel();
            context.RequestServices.GetRequiredService<AuditLog>().Write(ask.Person, "cancel", string.Create(CultureInfo.InvariantCulture, $"job {job.Id}"));
            return Task.FromResult(Answer.Json(job.Write));
        });
    }

    private static Job Find(HttpContext context, Ask ask) => context.RequestServices.GetRequiredService<JobBook>().Find(ask.Number("job")) ?? throw Refusal.Missing($"there is no job {ask.Number("job")}; GET /api/jobs lists them");

    private static async Task<Answer> Add(HttpContext context, Ask ask)
    {
        var type = (context.Request.ContentType ?? "").Split(';')[0].Trim();
        if (!Types.TryGetValue(type, out var name)) throw new Refusal(415, "The body is of another type", $"POST /api/reports takes application/json, application/x-ndjson or text/plain, in UTF-8; this is '{(type.Length > 60 ? type[..60] : type)}'");
        if (context.Request.ContentLength is > LongestReports) throw new Refusal(413, "The body is too long", $"POST /api/reports takes {LongestReports} bytes at a time; send the reports in parts");
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LongestReports;
        var services = context.RequestServices;
        var (start, queue, book) = (services.GetRequiredService<DeskStart>(), services.GetRequiredService<WriteQueue>(), services.GetRequiredService<JobBook>());
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        try
        {
            await context.Request.Body.CopyToAsync(file, context.RequestAborted).ConfigureAwait(false);
            if (file.Length == 0) throw Refusal.Bad("the body is empty; send a report record with the field 'text'");
            var total = Count(file, name);
            Check(file, name);
            var audit = services.GetRequiredService<AuditLog>();
            var job = book.Add("ingest", ask.Person, total, j => IngestJob.Run(j, Arrivals(file, name), start.Packs, queue, book.Tell), file.Dispose)
                ?? throw new Refusal(503, "Too many jobs wait", "POST /api/reports: wait until some are done; GET /api/jobs shows them");
            audit.Write(ask.Person, "ingest", string.Create(CultureInfo.InvariantCulture, $"job {job.Id}"));
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return Answer.Json(job.Write) with { Moved = string.Create(CultureInfo.InvariantCulture, $"/api/jobs/{job.Id}") };
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static IEnumerable<Arrival> Arrivals(FileStream file, string name)
    {
        file.Position = 0;
        return new ReportStream(new IntakeOptions { LongestReport = LongestReport }).ReadStream(file, name);
    }

    // If not even the first report is one, that is said at once, and no job begins.
    private static void Check(FileStream file, string name)
    {
        file.Position = 0;
        using var held = new Unclosed(file);
        var first = new ReportStream(new IntakeOptions { LongestReport = LongestReport }).ReadStream(held, name).Take(2).ToList();
        if (first is [{ Error: { } error }]) throw Refusal.Bad(error.ToString());
    }

    private static long? Count(FileStream file, string name)
    {
        if (name != "body.ndjson") return name == "body.txt" ? 1 : null;
        file.Position = 0;
        var buffer = new byte[1 << 16];
        long lines = 0;
        var last = (byte)'\n';
        for (int read; (read = file.Read(buffer)) > 0; last = buffer[read - 1]) lines += buffer.AsSpan(0, read).Count((byte)'\n');
        return last == '\n' ? lines : lines + 1;
    }

    private static async Task<Answer> Forget(HttpContext context, Ask ask)
    {
        var name = ask.Tail("/api/reports/");
        var versions = await context.RequestServices.GetRequiredService<WriteQueue>().Do(store => store.Forget(name, DateOnly.FromDateTime(DateTime.UtcNow))).ConfigureAwait(false);
        if (versions == 0) throw Refusal.Missing($"no report has the id or address '{name}'; GET /api/reports lists them");
        context.RequestServices.GetRequiredService<AuditLog>().Write(ask.Person, "forget", name);
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("versions", versions);
            json.WriteEndObject();
        });
    }

    /// <summary>A view of a stream whose closing leaves the stream open.</summary>
    private sealed class Unclosed(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
