using System.Buffers;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Isnad.Claims;
using Isnad.Intake;
using Isnad.Writing;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad bench</c>: how fast reports are read on one thread, from raw text to JSON.</summary>
internal static class BenchCommand
{
    public static Command Create(Option<string?> packs, Option<string?> data)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Files or folders with reports.", Arity = ArgumentArity.OneOrMore };
        var rounds = new Option<int>("--rounds") { Description = "How often to read all of them.", HelpName = "N", DefaultValueFactory = _ => 5 };
        rounds.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1))
                result.AddError($"--rounds {result.Tokens[0].Value}: give a number of 1 or more.");
        });
        var command = new Command("bench", "Measure speed and memory on reports, on one thread, from text to JSON.") { inputs, rounds, data };
        command.SetAction(parsed => Run(parsed.GetValue(inputs)!, parsed.GetValue(rounds), parsed.GetValue(packs), parsed.GetValue(data)));
        return command;
    }

    private static int Run(IReadOnlyList<string> inputs, int rounds, string? packFolder, string? data)
    {
        var toMain = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
        var watch = Stopwatch.StartNew();
        if (PackPlace.Load(packFolder, data) is not { } packs) return 2;
        var compiled = watch.Elapsed.TotalMilliseconds;
        var reports = new List<Report>();
        var failed = false;
        foreach (var arrival in new ReportStream(new IntakeOptions()).Read(inputs))
        {
            if (arrival.Report is { } report) reports.Add(report);
            else Console.Error.WriteLine($"isnad: {arrival.Error}");
            failed |= arrival.Report is null;
        }
        if (reports.Count == 0)
        {
            Console.Error.WriteLine("isnad: no reports to measure on");
            return 2;
        }
        var sentences = reports.Sum(r => SentenceCount.Of(r.Text));
        long characters = reports.Sum(r => (long)r.Text.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{reports.Count:#,0} reports, {sentences:#,0} sentences, {characters:#,0} characters"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start: {toMain:0} ms to the command, {compiled:0} ms for the packs"));
        var reader = new Reader(packs);
        var output = new ArrayBufferWriter<byte>(1 << 20);
        var clock = new StageClock();
        var best = double.MaxValue;
        for (var round = 1; round <= rounds; round++)
        {
            long bytes = 0;
            watch.Restart();
            var processor = Environment.CpuUsage.TotalTime;
            foreach (var report in reports)
            {
                output.ResetWrittenCount();
                ReadingWriter.Write(reader.Read(report), output);
                bytes += output.WrittenCount;
            }
            var seconds = watch.Elapsed.TotalSeconds;
            // On a busy machine the time that the program had the processor tells more than the clock.
            best = Math.Min(best, Math.Min(seconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round}: {seconds:0.000} s, {sentences / seconds:#,0} sentences a second, {seconds * 1e6 / Math.Max(1, sentences):0.0} us a sentence, {bytes / 1e6:0.0} MB of JSON"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"best: {sentences / best:#,0} sentences a second, {best * 1e9 / Math.Max(1, characters):0.0} ns a character"));
        TimeStages(packs, reports, clock, output);
        clock.Print(sentences, Console.Out);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory: {process.PeakWorkingSet64 / 1048576.0:0} MB"));
        return failed ? 1 : 0;
    }

    /// <summary>Two more rounds with a clock, which itself costs a little.</summary>
    private static void TimeStages(Packs.CompiledPacks packs, List<Report> reports, StageClock clock, ArrayBufferWriter<byte> output)
    {
        var reader = new Reader(packs) { Begins = clock.Begin };
        for (var round = 0; round < 2; round++)
        {
            // The first time warms up what the reader keeps.
            clock.Reset();
            foreach (var report in reports)
            {
                output.ResetWrittenCount();
                var reading = reader.Read(report);
                clock.Begin(Stage.Write);
                ReadingWriter.Write(reading, output);
                clock.Stop();
            }
        }
    }
}
