using System.Collections.Concurrent;
using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Intake;

/// <summary>What became of one input: a reading, or why there is none.</summary>
/// <param name="Reading">The reading, or null.</param>
/// <param name="Fault">Why there is none, or null.</param>
public readonly record struct ReadInput(Reading? Reading, string? Fault);

/// <summary>Reads reports with several threads and gives their readings in the order of the reports, a few at a time.</summary>
public static class ReadingRun
{
    private const int AheadPerThread = 8;

    /// <summary>Reads what arrives. Nothing but a few reports for each thread is in memory at a time.</summary>
    /// <param name="arrivals">Reports, or why there is none.</param>
    /// <param name="packs">The packs.</param>
    /// <param name="jobs">Number of threads.</param>
    public static IEnumerable<ReadInput> Read(IEnumerable<Arrival> arrivals, CompiledPacks packs, int jobs)
    {
        ArgumentNullException.ThrowIfNull(arrivals);
        ArgumentNullException.ThrowIfNull(packs);
        return Run(arrivals, packs, jobs);
    }

    private static IEnumerable<ReadInput> Run(IEnumerable<Arrival> arrivals, CompiledPacks packs, int jobs)
    {
        using var work = new BlockingCollection<Job>();
        var threads = new List<Thread>();
        var ahead = new Queue<Job>();
        try
        {
            foreach (var arrival in arrivals)
            {
                var job = new Job(arrival);
                ahead.Enqueue(job);
                work.Add(job);
                if (threads.Count < jobs) threads.Add(Start(work, packs));
                if (ahead.Count >= jobs * AheadPerThread) yield return ahead.Dequeue().Result();
            }
            while (ahead.TryDequeue(out var job)) yield return job.Result();
        }
        finally
        {
            work.CompleteAdding();
            foreach (var thread in threads) thread.Join();
        }
    }

    private static Thread Start(BlockingCollection<Job> work, CompiledPacks packs)
    {
        var thread = new Thread(() =>
        {
            var reader = new Reader(packs);
            foreach (var job in work.GetConsumingEnumerable()) job.Do(reader);
        }, 16 << 20)
        { IsBackground = true };
        thread.Start();
        return thread;
    }

    private sealed class Job(Arrival arrival)
    {
        private readonly ManualResetEventSlim _done = new();
        private ReadInput _result;

        public void Do(Reader reader)
        {
            try
            {
                _result = arrival.Report is { } report ? new ReadInput(reader.Read(report), null) : new ReadInput(null, arrival.Error!.ToString());
            }
            catch (Exception e)
            {
                _result = new ReadInput(null, $"report '{arrival.Report!.Id ?? arrival.Report.Url ?? arrival.Report.Title}': the program failed on it, a fault of the program's own: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
            }
            _done.Set();
        }

        public ReadInput Result()
        {
            _done.Wait();
            _done.Dispose();
            return _result;
        }
    }
}
