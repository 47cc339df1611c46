using System.Text;

namespace Isnad.Intake;

/// <summary>
/// Reports from files, folders and standard input, one after another. Nothing but the report at hand is kept in memory,
/// and no input stops the ones after it.
/// </summary>
public sealed class ReportStream(IntakeOptions options)
{
    private const string TooLong = "the report is too long";

    private enum Shape { Text, Lines, Values }

    /// <summary>Files in folders that were passed over because their names do not end like those of reports.</summary>
    public int PassedOver { get; private set; }

    /// <summary>Whether a name ends like that of a file of reports.</summary>
    public static bool IsReportName(string name) => FileWalk.IsReport(name);

    /// <summary>The reports of the inputs, in order; of a folder, in ordinal order of the paths of its files.</summary>
    /// <param name="inputs">Files and folders; <c>-</c> is standard input.</param>
    public IEnumerable<Arrival> Read(IEnumerable<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        foreach (var input in inputs)
        {
            var arrivals = input == "-" ? ReadStream(Console.OpenStandardInput(), "-")
                : Directory.Exists(input) ? ReadFolder(input)
                : ReadFile(input);
            foreach (var arrival in arrivals) yield return arrival;
        }
    }

    private IEnumerable<Arrival> ReadFolder(string folder)
    {
        var any = false;
        foreach (var (path, fault) in FileWalk.Below(folder))
        {
            any = true;
            if (fault is not null) yield return Arrival.Failed(path, null, fault);
            else if (!FileWalk.IsReport(path)) PassedOver++;
            else
                foreach (var arrival in ReadFile(path)) yield return arrival;
        }
        if (!any) yield return Arrival.Failed(folder, null, "the folder is empty");
    }

    private IEnumerable<Arrival> ReadFile(string path)
    {
        FileStream? stream = null;
        string? fault = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            fault = "there is no such file or folder";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            fault = $"cannot open the file: {e.Message}";
        }
        if (stream is null) return [Arrival.Failed(path, null, fault!)];
        return ReadStream(stream, path);
    }

    /// <summary>The reports of a stream, which is closed at the end.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="name">Its name: the ending tells NDJSON from plain text; without one, the first character does.</param>
    public IEnumerable<Arrival> ReadStream(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using var source = stream;
        using var arrivals = ReadOpen(source, name).GetEnumerator();
        while (true)
        {
            Arrival arrival;
            try
            {
                if (!arrivals.MoveNext()) break;
                arrival = arrivals.Current;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                arrival = Arrival.Failed(name, null, $"cannot read on: {e.Message}");
            }
            yield return arrival;
            if (arrival.Error is { Line: null }) break;
        }
    }

    private IEnumerable<Arrival> ReadOpen(Stream stream, string name)
    {
        var start = new byte[1 << 16];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var (marked, mark) = Encodings.OfMark(start.AsSpan(0, length));
        var body = new PrefixedStream(start.AsMemory(mark, length - mark), stream);
        var encoding = options.Encoding ?? marked;
        if (marked is not null && !Equals(marked, Encoding.UTF8)) encoding = marked;
        if (encoding is null && TextFile.DeclaredEncoding(start.AsSpan(mark, length - mark)) is { } declared)
        {
            encoding = Encodings.Named(declared);
            if (encoding is null) return [Arrival.Failed(name, 1, $"there is no encoding '{declared}'; {Encodings.Advice}")];
        }
        if (length == mark) return [Arrival.Failed(name, null, "the file is empty")];
        Stream utf8 = encoding is null or UTF8Encoding ? body : Encoding.CreateTranscodingStream(body, encoding, Encoding.UTF8);
        if (!ReferenceEquals(utf8, body))
        {
            length = utf8.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            mark = 0;
            utf8 = new PrefixedStream(start.AsMemory(0, length), utf8);
        }
        return ShapeOf(name, start.AsSpan(mark, length - mark)) switch
        {
            Shape.Lines => ReadLines(utf8, name, mark),
            Shape.Values => ReadValues(utf8, name),
            _ => ReadText(utf8, name, mark),
        };
    }

    private static Shape ShapeOf(string name, ReadOnlySpan<byte> start)
    {
        if (name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)) return Shape.Lines;
        if (name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".text", StringComparison.OrdinalIgnoreCase)) return Shape.Text;
        var trimmed = start.TrimStart(" \t\r\n"u8);
        if (trimmed.StartsWith("["u8) && trimmed[1..].TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)']', ..]) return Shape.Values;
        if (trimmed is not [(byte)'{', ..])
            return name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Shape.Values : Shape.Text;
        // One object over several lines, unless the next line starts another one.
        var end = trimmed.IndexOf((byte)'\n');
        if (end < 0) return Shape.Lines;
        var second = trimmed[(end + 1)..].TrimStart("\r\n"u8);
        if (trimmed[..end].TrimEnd(" \t\r"u8) is [.., (byte)'}'] || second is [(byte)'{', ..]) return Shape.Lines;
        return Shape.Values;
    }

    private IEnumerable<Arrival> ReadLines(Stream stream, string name, int mark)
    {
        var lines = new ByteLines(stream, options.LongestReport);
        var any = false;
        while (lines.Next())
        {
            if (lines.TooLong) yield return Arrival.Failed(name, lines.Number, TooLong);
            else if (lines.Line.Span.Trim(" \t\r"u8).IsEmpty) continue;
            else yield return Object(lines.Line.Span, name, lines.Number, lines.Offset + mark);
            any = true;
        }
        if (!any) yield return Arrival.Failed(name, null, "the file is empty: it has no line with a report");
    }

    private IEnumerable<Arrival> ReadValues(Stream stream, string name)
    {
        var values = new JsonValues(stream, options.LongestReport);
        var any = false;
        while (values.Next())
        {
            any = true;
            yield return values.TooLong ? Arrival.Failed(name, values.Line, TooLong)
                : Object(values.Value.Span, name, values.Line, values.Offset);
        }
        if (values.Unclosed) yield return Arrival.Failed(name, null, "the array does not end: the file is cut off");
        else if (!any) yield return Arrival.Failed(name, null, "the file is empty: it holds no report");
    }

    private Arrival Object(ReadOnlySpan<byte> json, string name, long line, long offset)
    {
        var invalid = Encodings.FirstInvalid(json);
        if (invalid >= 0)
            return Arrival.Failed(name, line + json[..invalid].Count((byte)'\n'), Encodings.NotUtf8(json[invalid], offset + invalid));
        return ReportJson.Parse(json, out var fault, out var below) is { } report
            ? Arrival.Of(options.Complete(report))
            : Arrival.Failed(name, line + below, fault);
    }

    private IEnumerable<Arrival> ReadText(Stream stream, string name, int mark)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > options.LongestReport) return [Arrival.Failed(name, null, TooLong)];
            bytes.Write(buffer, 0, read);
        }
        var all = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        var invalid = Encodings.FirstInvalid(all);
        if (invalid >= 0)
            return [Arrival.Failed(name, all[..invalid].Count((byte)'\n') + 1, Encodings.NotUtf8(all[invalid], invalid + mark))];
        var report = TextFile.Parse(Encoding.UTF8.GetString(all));
        return string.IsNullOrWhiteSpace(report.Text) && string.IsNullOrWhiteSpace(report.Title)
            ? [Arrival.Failed(name, null, "the file is empty: there is no text in it")]
            : [Arrival.Of(options.Complete(report))];
    }
}
