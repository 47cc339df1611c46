using System.Globalization;
using Isnad.Intake;
using Isnad.Ledger;
using Isnad.Ledger.Storage;
using Isnad.Packs;
using Isnad.Readings;
using Isnad.Server.Storage;

namespace Isnad.Server.Jobs;

/// <summary>Reads reports and takes their readings in, a few at a time, so that people's decisions can come between.</summary>
internal static class IngestJob
{
    private const int Batch = 50;
    private const int SettleAfter = 250;

    /// <summary>Takes in what arrives.</summary>
    public static async Task Run(Job job, IEnumerable<Arrival> arrivals, CompiledPacks packs, WriteQueue queue, Action<Job> tell)
    {
        var counts = new long[Enum.GetValues<Taken>().Length];
        long done = 0, failed = 0, unsettled = 0;
        foreach (var batch in ReadingRun.Read(arrivals, packs, Environment.ProcessorCount).Chunk(Batch))
        {
            job.Stopped.ThrowIfCancellationRequested();
            foreach (var input in batch)
            {
                if (input.Fault is not { } fault) continue;
                failed++;
                job.Fail(fault);
            }
            var readings = batch.Select(i => i.Reading).OfType<Reading>().ToList();
            foreach (var taken in await queue.DoLater(store => store.Take(readings, DateTimeOffset.UtcNow)).ConfigureAwait(false)) counts[(int)taken]++;
            done += batch.Length;
            unsettled += batch.Length;
            if (unsettled >= SettleAfter)
            {
                await Settle(queue).ConfigureAwait(false);
                unsettled = 0;
            }
            job.Report(done);
            tell(job);
        }
        await Settle(queue).ConfigureAwait(false);
        job.End(done > 0 && failed == done ? JobState.Failed : JobState.Done, string.Create(CultureInfo.InvariantCulture,
            $"{counts[(int)Taken.Added]} added, {counts[(int)Taken.Revised]} revised, {counts[(int)Taken.Older]} older versions, {counts[(int)Taken.Known]} known, {counts[(int)Taken.Barred]} taken down before, {failed} failed"));
    }

    private static Task<bool> Settle(WriteQueue queue) => queue.DoLater(store =>
    {
        store.Settle();
        return true;
    });
}
