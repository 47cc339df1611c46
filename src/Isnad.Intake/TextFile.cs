using System.Text;

namespace Isnad.Intake;

/// <summary>
/// Reads a report from a plain text. If its first line is <c>key: value</c> with a field of a report as key, such lines up to an
/// empty one are its fields, and what follows a line that starts with <c>===</c> is no part of it.
/// </summary>
internal static class TextFile
{
    private static readonly string[] Keys =
        ["id", "outlet", "url", "title", "language", "published", "fetched", "forwarded_from", "translated_from", "revision_of", "encoding"];

    /// <summary>The encoding that the header declares; null without one. The header's keys are ASCII in every encoding that it can name.</summary>
    public static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("encoding:"u8) && Key(FirstLine(bytes)) is null) return null;
        while (FirstLine(bytes) is { Length: > 0 } line)
        {
            if (Key(line) is { } key && key.Equals("encoding", StringComparison.Ordinal)) return line["encoding:".Length..].Trim();
            var next = bytes.IndexOf((byte)'\n');
            if (next < 0) break;
            bytes = bytes[(next + 1)..];
        }
        return null;
    }

    /// <summary>The report in a text.</summary>
    public static Report Parse(string text)
    {
        if (Key(LineAt(text, 0, out _)) is null) return new Report { Text = text };
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = 0;
        while (at < text.Length)
        {
            var line = LineAt(text, at, out var next);
            if (line.Trim().Length == 0)
            {
                at = next;
                break;
            }
            if (Key(line) is not { } key) break;
            fields[key] = line[(key.Length + 1)..].Trim();
            at = next;
        }
        string? Field(string key) => fields.TryGetValue(key, out var value) && value.Length > 0 ? value : null;
        return new Report
        {
            Id = Field("id"),
            Outlet = Field("outlet"),
            Url = Field("url"),
            Title = Field("title"),
            Language = Field("language"),
            Published = Field("published"),
            Fetched = Field("fetched"),
            ForwardedFrom = Field("forwarded_from"),
            TranslatedFrom = Field("translated_from"),
            RevisionOf = Field("revision_of"),
            Text = text[at..EndOfText(text, at)],
        };
    }

    private static int EndOfText(string text, int from)
    {
        var end = text.Length;
        for (var at = from; at < text.Length;)
        {
            if (string.CompareOrdinal(text, at, "===", 0, 3) == 0)
            {
                end = at;
                break;
            }
            var next = text.IndexOf('\n', at);
            at = next < 0 ? text.Length : next + 1;
        }
        while (end > from && text[end - 1] is '\n' or '\r') end--;
        return end;
    }

    private static string? Key(string line) =>
        Array.Find(Keys, k => line.Length > k.Length && line[k.Length] == ':' && line.StartsWith(k, StringComparison.Ordinal));

    private static string FirstLine(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        return Encoding.Latin1.GetString(bytes[..Math.Min(end < 0 ? bytes.Length : end, 1 << 12)]).TrimEnd('\r');
    }

    private static string LineAt(string text, int at, out int next)
    {
        var end = text.IndexOf('\n', at);
        next = end < 0 ? text.Length : end + 1;
        return text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd('\r').ToString();
    }
}
