using System.CommandLine;
using System.Globalization;
using Isnad.Intake;
using Isnad.Ledger;

namespace Isnad.Tool.Commands;

/// <summary>Commands that keep a ledger in order: <c>forget</c>, <c>audit</c>, <c>backup</c>, <c>rebuild</c>, <c>reread</c>.</summary>
internal static class LedgerCare
{
    public static Command Forget(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        var names = new Argument<string[]>("REPORT") { Description = "Ids or addresses of reports.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("forget", "Take reports down: their texts, their readings, and all that stood on them. They cannot come back by themselves.") { names, data };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var missing = 0;
            foreach (var name in parsed.GetValue(names)!)
            {
                var versions = store.Forget(name, DateOnly.FromDateTime(DateTime.UtcNow));
                if (versions == 0) missing++;
                Console.Error.WriteLine(versions == 0 ? $"isnad: no report has the id or address '{name}'" : string.Create(CultureInfo.InvariantCulture, $"isnad: '{name}' is taken down, {versions} versions"));
            }
            return missing > 0 ? 1 : 0;
        }, settle: false));
        return command;
    }

    public static Command Check(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        var command = new Command("audit", "Check that every derived fact names its claims, and every claim its reading.") { data };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var progress = Console.IsErrorRedirected ? null : new Progress(Console.Error);
            var faults = Audit.Run(store, progress is null ? null : progress.Report);
            progress?.Clear();
            foreach (var fault in faults) Console.WriteLine(fault);
            var dangling = new Decisions(store, null, DateTimeOffset.UtcNow).Dangling();
            foreach (var decision in dangling) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"note: decision {decision.Number} ({decision.Kind}) is about claims that no reading has any more"));
            var counts = store.Counts();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts.Reports} reports in {counts.Versions} versions, {counts.Events} events, {counts.Figures} figures, {counts.Standings} standings; {faults.Count} faults"));
            return faults.Count > 0 ? 1 : 0;
        }));
        return command;
    }

    public static Command Backup(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        var file = new Argument<string>("FILE") { Description = "The copy to write; it must not be there yet." };
        var command = new Command("backup", "Copy the ledger to a file, also while it is being written to.") { file, data };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var to = parsed.GetValue(file)!;
            if (File.Exists(to)) throw new IOException($"'{to}' is there already; name another file");
            var part = to + ".part";
            File.Delete(part);
            store.Backup(part);
            File.Move(part, to);
            return 0;
        }, settle: false));
        return command;
    }

    public static Command Rebuild(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        var command = new Command("rebuild", "Make everything derived anew from the stored readings.") { data };
        command.SetAction(parsed => LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
        {
            var progress = Console.IsErrorRedirected ? null : new Progress(Console.Error);
            store.Settle();
            var before = Audit.Print(store);
            store.Rebuild(progress is null ? null : progress.Report);
            progress?.Clear();
            Console.Error.WriteLine(Audit.Print(store) == before ? "isnad: rebuilt; nothing has changed" : "isnad: rebuilt; what is derived has changed (other packs, or another version of the program)");
            return 0;
        }, settle: false));
        return command;
    }

    public static Command Reread(Option<string?> packs)
    {
        var data = LedgerPlace.Option();
        var dry = new Option<bool>("--dry-run") { Description = "Only print the difference." };
        var jobs = new Option<int>("--jobs", "-j") { Description = "Threads to read with; the default is one for each processor.", HelpName = "N" };
        var command = new Command("reread", "Read the stored reports with the present program and packs, and print what has changed.") { data, dry, jobs };
        command.SetAction(parsed =>
        {
            if (PackPlace.Load(parsed.GetValue(packs), parsed.GetValue(data)) is not { } compiled) return 2;
            var count = parsed.GetValue(jobs) is > 0 and var n ? n : Environment.ProcessorCount;
            return LedgerPlace.With(parsed.GetValue(data)!, parsed.GetValue(packs), create: false, store =>
            {
                var rereading = new Rereading(store);
                var progress = Console.IsErrorRedirected ? null : new Progress(Console.Error);
                var arrivals = rereading.Reports().Select(Arrival.Of);
                foreach (var batch in rereading.Numbers().Zip(ReadingRun.Read(arrivals, compiled, count)).Chunk(200))
                {
                    foreach (var difference in rereading.Replace([.. batch.Where(b => b.Second.Reading is not null).Select(b => (b.First, b.Second.Reading!))], parsed.GetValue(dry)))
                        foreach (var line in difference.Lines) Console.WriteLine($"{difference.Report}\t{line}");
                    progress?.Report(rereading.Done);
                }
                if (!parsed.GetValue(dry)) store.Settle();
                progress?.Clear();
                var dangling = new Decisions(store, null, DateTimeOffset.UtcNow).Dangling();
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"isnad: {rereading.Done} reports read again, {rereading.Changed} changed: {rereading.Gained} claims more, {rereading.Lost} claims fewer, {rereading.Altered} claims altered; decisions without their claims: {dangling.Count}"));
                return 0;
            });
        });
        return command;
    }
}
