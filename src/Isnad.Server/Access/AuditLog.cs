using System.Globalization;
using System.Text.Json;
using Isnad.Ledger.Rows;

namespace Isnad.Server.Access;

/// <summary>Who did what when: a line for each login, decision, ingest and change of accounts, only ever added to (<c>audit.ndjson</c>).</summary>
internal sealed class AuditLog(string folder)
{
    /// <summary>Name of the file within the folder.</summary>
    public const string FileName = "audit.ndjson";

    private static readonly JsonWriterOptions Options = new() { Encoder = RowJson.Encoder };

    private readonly Lock _one = new();

    /// <summary>Adds a line; it is on the disk when this returns.</summary>
    /// <param name="person">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="about">To what.</param>
    public void Write(string person, string action, string? about = null)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteString("at", DateTimeOffset.UtcNow.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("who", person);
            json.WriteString("did", action);
            if (about is not null) json.WriteString("what", about);
            json.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        lock (_one)
        {
            Directory.CreateDirectory(folder);
            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(Path.Combine(folder, FileName), options);
            file.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
            file.Flush(flushToDisk: true);
        }
    }
}
