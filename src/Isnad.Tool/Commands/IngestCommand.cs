using System.CommandLine;
using System.Globalization;
using System.Text;
using Isnad.Intake;
using Isnad.Ledger;
using Isnad.Ledger.Storage;
using Isnad.Packs;
using Isnad.Readings;
using Isnad.Writing;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad ingest</c>: reports into the ledger.</summary>
internal static class IngestCommand
{
    /// <summary>Reports of one transaction: few enough to be done in a moment, enough to make the disk's part small.</summary>
    private const int Batch = 250;

    /// <summary>Reports after which events are made in between.</summary>
    private const int SettleAfter = 20_000;

    public static Command Create(Option<string?> packs)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Text files, NDJSON or JSON files, folders, or - for standard input.", Arity = ArgumentArity.ZeroOrMore };
        var data = LedgerPlace.Option();
        var published = LedgerPlace.Day("--published", "Date of publication of reports that give none.");
        var outlet = new Option<string?>("--outlet") { Description = "Outlet of reports that name none.", HelpName = "NAME" };
        var encoding = new Option<string?>("--encoding") { Description = "Encoding of the inputs.", HelpName = "NAME" };
        encoding.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Encodings.Named(result.Tokens[0].Value) is null) result.AddError($"--encoding {result.Tokens[0].Value}: there is no such encoding; for instance utf-8, utf-16, windows-1256.");
        });
        var readings = new Option<bool>("--readings") { Description = "The inputs are readings (NDJSON of 'isnad read'), not reports." };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would become of each report." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Write a line for each report once it is safely on the disk." };
        var jobs = new Option<int>("--jobs", "-j") { Description = "Threads to read with; the default is one for each processor.", HelpName = "N" };
        var command = new Command("ingest", "Take reports into the ledger. Taking the same in again changes nothing.") { inputs, data, published, outlet, encoding, readings, dry, verbose, jobs };
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(inputs) ?? [];
            if (given.Length == 0)
            {
                if (!Console.IsInputRedirected)
                {
                    Console.Error.WriteLine("isnad: nothing to take in. Name files or folders, or pipe reports in: isnad ingest FILE");
                    return 2;
                }
                given = ["-"];
            }
            if (PackPlace.Load(parsed.GetValue(packs), parsed.GetValue(data)) is not { } compiled) return 2;
            var intake = new IntakeOptions
            {
                Published = parsed.GetValue(published)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Outlet = parsed.GetValue(outlet),
                Encoding = parsed.GetValue(encoding) is { } name ? Encodings.Named(name) : null,
            };
            var count = parsed.GetValue(jobs) is > 0 and var n ? n : Environment.ProcessorCount;
            var source = parsed.GetValue(readings) ? Readings(given) : ReadingRun.Read(new ReportStream(intake).Read(given), compiled, count);
            return LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: true, store => Run(store, source, parsed.GetValue(dry), parsed.GetValue(verbose)), settle: false);
        });
        return command;
    }

    private static int Run(Store store, IEnumerable<ReadInput> inputs, bool dry, bool verbose)
    {
        var counts = new long[Enum.GetValues<Taken>().Length];
        long failed = 0, done = 0;
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var progress = Console.IsErrorRedirected ? null : new Progress(Console.Error);
        var errors = progress?.Errors ?? Console.Error;
        foreach (var batch in inputs.Chunk(Batch))
        {
            foreach (var input in batch)
                if (input.Fault is { } fault)
                {
                    failed++;
                    errors.WriteLine($"isnad: {fault}");
                }
            var readings = batch.Select(i => i.Reading).OfType<Reading>().ToList();
            // Within one dry run a report that comes twice is new twice: nothing of the first stays.
            var taken = dry ? readings.ConvertAll(store.Foresee) : store.Take(readings, DateTimeOffset.UtcNow);
            for (var i = 0; i < taken.Count; i++)
            {
                counts[(int)taken[i]]++;
                if (verbose) output.WriteLine($"{Words.Of(taken[i])}\t{readings[i].ReportId}");
            }
            output.Flush();
            done += batch.Length;
            progress?.Report(done);
            if (!dry && done / SettleAfter > (done - batch.Length) / SettleAfter) store.Settle();
        }
        if (!dry) store.Settle();
        progress?.Clear();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"isnad: {(dry ? "would be: " : "")}{counts[(int)Taken.Added]} added, {counts[(int)Taken.Revised]} revised, {counts[(int)Taken.Older]} older versions, {counts[(int)Taken.Known]} known, {counts[(int)Taken.Barred]} taken down before, {failed} failed"));
        return failed > 0 ? 1 : 0;
    }

    private static IEnumerable<ReadInput> Readings(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            TextReader? reader = null;
            string? fault = null;
            try
            {
                reader = file == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                fault = $"{file}: {e.Message}";
            }
            if (reader is null)
            {
                yield return new ReadInput(null, fault);
                continue;
            }
            using (reader)
            {
                for (var (line, number) = (reader.ReadLine(), 1L); line is not null; line = reader.ReadLine(), number++)
                    if (!string.IsNullOrWhiteSpace(line)) yield return Parse(line, file, number);
            }
        }
    }

    private static ReadInput Parse(string line, string file, long number)
    {
        try
        {
            return new ReadInput(ReadingParser.Parse(Encoding.UTF8.GetBytes(line)), null);
        }
        catch (FormatException e)
        {
            return new ReadInput(null, string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: {e.Message}"));
        }
    }
}
