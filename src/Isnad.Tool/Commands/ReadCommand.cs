using System.CommandLine;
using System.Globalization;
using Isnad.Intake;
using Isnad.Tool.Output;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad read</c>: reports in, readings out.</summary>
internal static class ReadCommand
{
    private static readonly string[] Formats = ["text", "json", "ndjson", "html"];

    public static Command Create(Option<string?> packs, Option<string?> data)
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = "Text files, NDJSON or JSON files, folders (with all below them), or - for standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        inputs.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.Length > 1 && token.Value[0] == '-')
                    result.AddError($"{token.Value}: there is no such option; to read a file of that name, write ./{token.Value}");
        });
        var format = new Option<string?>("--format", "-f")
        {
            Description = "How to write readings: text (the default on a terminal), json, ndjson (the default otherwise), html.",
            HelpName = "text|json|ndjson|html",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Formats.Contains(result.Tokens[0].Value, StringComparer.Ordinal))
                result.AddError($"--format {result.Tokens[0].Value}: there is no such format; choose text, json, ndjson or html.");
        });
        var published = new Option<string?>("--published")
        {
            Description = "Date of publication of reports that give none: YYYY-MM-DD, or date and time with offset.",
            HelpName = "DATE",
        };
        published.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !IsDate(result.Tokens[0].Value))
                result.AddError($"--published {result.Tokens[0].Value}: not a date; write 2020-02-07 or 2020-02-07T10:00:00+02:00.");
        });
        var outlet = new Option<string?>("--outlet") { Description = "Outlet of reports that name none.", HelpName = "NAME" };
        var encoding = new Option<string?>("--encoding")
        {
            Description = "Encoding of the inputs; the default is UTF-8, or what a byte order mark says.",
            HelpName = "NAME",
        };
        encoding.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Encodings.Named(result.Tokens[0].Value) is null)
                result.AddError($"--encoding {result.Tokens[0].Value}: there is no such encoding; for instance utf-8, utf-16, windows-1256.");
        });
        var values = new Option<bool>("--values") { Description = "List every number and time recognised, too." };
        var noText = new Option<bool>("--no-text") { Description = "Leave the reports' titles and texts out (json, ndjson)." };
        var jobs = new Option<int>("--jobs", "-j")
        {
            Description = "Threads to read with; the default is one for each processor. The output is the same for any number.",
            HelpName = "N",
        };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > 256))
                result.AddError($"--jobs {result.Tokens[0].Value}: give a number from 1 to 256.");
        });
        var lang = new Option<string?>("--lang")
        {
            Description = $"Language of the page's own words (html): {Languages()}; the default is the first report's, if it is one of these.",
            HelpName = string.Join('|', PageWords.All.Select(w => w.Language)),
        };
        lang.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && PageWords.Of(result.Tokens[0].Value) is null)
                result.AddError($"--lang {result.Tokens[0].Value}: pages have no words in it; choose {Languages()}.");
        });
        var to = new Option<string?>("--out", "-o") { Description = "Write to a file, which appears only when it is complete.", HelpName = "FILE" };
        var command = new Command("read", "Read reports: who claims what, through whom.")
        {
            inputs, format, published, outlet, encoding, values, noText, lang, jobs, to, data,
        };
        command.SetAction(parsed => Run(new ReadSettings
        {
            Inputs = parsed.GetValue(inputs) ?? [],
            Format = parsed.GetValue(format),
            Intake = new IntakeOptions
            {
                Published = parsed.GetValue(published),
                Outlet = parsed.GetValue(outlet),
                Encoding = parsed.GetValue(encoding) is { } name ? Encodings.Named(name) : null,
            },
            Values = parsed.GetValue(values),
            WithText = !parsed.GetValue(noText),
            Jobs = parsed.GetValue(jobs) is > 0 and var n ? n : Environment.ProcessorCount,
            Lang = parsed.GetValue(lang),
            Out = parsed.GetValue(to),
            Packs = parsed.GetValue(packs),
            Data = parsed.GetValue(data),
        }));
        return command;
    }

    private static bool IsDate(string value) =>
        value.Length >= 10
        && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && (value.Length == 10
            || DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static int Run(ReadSettings settings)
    {
        IReadOnlyList<string> inputs = settings.Inputs;
        if (inputs.Count == 0)
        {
            if (!Console.IsInputRedirected)
            {
                Console.Error.WriteLine("isnad: nothing to read. Name files or folders, or pipe a report in: isnad read FILE");
                return 2;
            }
            inputs = ["-"];
        }
        if (PackPlace.Load(settings.Packs, settings.Data) is not { } packs) return 2;
        if (settings.Out is { } target && Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder && !Directory.Exists(folder))
        {
            Console.Error.WriteLine($"isnad: cannot write '{target}': there is no folder '{folder}'");
            return 2;
        }
        var part = settings.Out is null ? null : settings.Out + ".part";
        Stream output;
        try
        {
            output = part is null ? Console.OpenStandardOutput() : File.Create(part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Console.Error.WriteLine($"isnad: cannot write '{settings.Out}': {e.Message}");
            return 2;
        }
        var toTerminal = settings.Out is null && !Console.IsOutputRedirected;
        var reports = new ReportStream(settings.Intake);
        var progress = toTerminal || Console.IsErrorRedirected ? null : new Progress(Console.Error);
        using (var buffered = new BufferedStream(output, 1 << 16))
        {
            var run = new ReadRun(packs, new ReadOptions { Values = settings.Values }, FormatOf(settings, toTerminal, packs.Languages.First()), settings.Jobs,
                buffered, progress?.Errors ?? Console.Error)
            { Written = progress is null ? null : progress.Report };
            try
            {
                run.Run(reports.Read(inputs));
            }
            catch (IOException e)
            {
                // Whoever read the output has gone, or the disk is full.
                if (part is null) return 1;
                Console.Error.WriteLine($"isnad: cannot write '{settings.Out}': {e.Message}");
                return 1;
            }
            finally
            {
                progress?.Clear();
            }
            if (reports.PassedOver > 0)
                Console.Error.WriteLine($"isnad: passed over {reports.PassedOver} files in folders that are no .txt, .ndjson, .jsonl or .json");
            buffered.Dispose();
            if (part is not null) File.Move(part, settings.Out!, overwrite: true);
            return run.Failed > 0 ? 1 : 0;
        }
    }

    private static string Languages() => string.Join(" or ", PageWords.All.Select(w => w.Language));

    private static OutputFormat FormatOf(ReadSettings settings, bool toTerminal, string usual) =>
        (settings.Format ?? (toTerminal ? "text" : "ndjson")) switch
        {
            "json" => new JsonFormat(settings.WithText),
            "ndjson" => new NdjsonFormat(settings.WithText),
            "html" => new HtmlFormat(settings.Lang is { } lang ? PageWords.Of(lang) : null, usual),
            _ => new TextFormat(toTerminal ? Math.Clamp(Console.WindowWidth, 40, 160) : 100,
                toTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))),
        };
}
