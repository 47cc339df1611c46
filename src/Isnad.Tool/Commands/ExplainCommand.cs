using System.CommandLine;
using Isnad.Intake;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad explain</c>: what each stage of the reader did with a phrase or a report.</summary>
internal static class ExplainCommand
{
    public static Command Create(Option<string?> packs, Option<string?> data)
    {
        var input = new Argument<string>("TEXT|FILE") { Description = "A phrase, or a file with a report; - for standard input." };
        var clauses = new Option<bool>("--clauses") { Description = "Draw the clauses too: a tree of their functions, with heads, genitives and adjectives." };
        var published = new Option<string?>("--published") { Description = "Date of publication (YYYY-MM-DD), for relative times.", HelpName = "DATE" };
        var encoding = new Option<string?>("--encoding") { Description = "Encoding of the file, if not UTF-8.", HelpName = "NAME" };
        var command = new Command("explain", "Show what was folded, cut, matched, built and dropped, and why.") { input, clauses, published, encoding, data };
        command.SetAction(parsed =>
        {
            var options = new IntakeOptions
            {
                Published = parsed.GetValue(published),
                Encoding = parsed.GetValue(encoding) is { } name ? Encodings.Named(name) : null,
            };
            return Run(parsed.GetValue(input)!, parsed.GetValue(clauses), options, parsed.GetValue(packs), parsed.GetValue(data));
        });
        return command;
    }

    private static int Run(string input, bool clauses, IntakeOptions options, string? packFolder, string? data)
    {
        if (string.IsNullOrWhiteSpace(input) || IsMissing(input))
        {
            Console.Error.WriteLine(input.Length > 0 && IsMissing(input) ? $"isnad: there is no file '{input}'" : "isnad: nothing to explain; give a phrase in quotation marks, or a file");
            return 2;
        }
        if (PackPlace.Load(packFolder, data) is not { } packs) return 2;
        var reader = new Reader(packs);
        var arrivals = input == "-" || File.Exists(input) || Directory.Exists(input)
            ? new ReportStream(options).Read([input])
            : [Arrival.Of(new Report { Text = input, Published = options.Published })];
        var failed = false;
        using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var arrival in arrivals)
        {
            if (arrival.Report is { } report) output.WriteLine(reader.Explain(report, clauses).TrimEnd('\n'));
            else Console.Error.WriteLine($"isnad: {arrival.Error}");
            failed |= arrival.Report is null;
        }
        return failed ? 1 : 0;
    }

    /// <summary>Whether the input is one word that names a file of reports, and there is none.</summary>
    private static bool IsMissing(string input) =>
        input != "-" && !input.Any(char.IsWhiteSpace) && ReportStream.IsReportName(input) && !File.Exists(input) && !Directory.Exists(input);
}
