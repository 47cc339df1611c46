using System.Threading.Channels;
using Isnad.Server.Live;

namespace Isnad.Server.Jobs;

/// <summary>The jobs of this server since it was started; they run one after another, beside everything else.</summary>
internal sealed partial class JobBook(LiveFeed feed, ILogger<JobBook> log) : BackgroundService
{
    private const int Kept = 200;
    private const int MostWaiting = 50;

    private readonly Lock _one = new();
    private readonly List<Job> _jobs = [];
    private readonly Channel<(Job Job, Func<Job, Task> Work, Action Always)> _waiting = Channel.CreateUnbounded<(Job, Func<Job, Task>, Action)>();
    private long _last;

    /// <summary>All that are kept, the latest first.</summary>
    public IReadOnlyList<Job> All
    {
        get
        {
            lock (_one) return [.. _jobs.AsEnumerable().Reverse()];
        }
    }

    /// <summary>The job of a number, or null.</summary>
    public Job? Find(long id)
    {
        lock (_one) return _jobs.Find(j => j.Id == id);
    }

    /// <summary>Puts work in the row.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="person">Who wants it.</param>
    /// <param name="total">How much there is to do, if that is known.</param>
    /// <param name="work">Does it.</param>
    /// <param name="always">Called when it is over, also if it never began.</param>
    /// <returns>The job; null if too many wait.</returns>
    public Job? Add(string kind, string person, long? total, Func<Job, Task> work, Action always)
    {
        Job job;
        lock (_one)
        {
            if (_jobs.Count(j => !j.IsOver) >= MostWaiting) return null;
            job = new Job(++_last, kind, person, total);
            _jobs.Add(job);
            if (_jobs.Count > Kept && _jobs.FindIndex(j => j.IsOver) is >= 0 and var old) _jobs.RemoveAt(old);
        }
        Tell(job);
        if (!_waiting.Writer.TryWrite((job, work, always))) always();
        return job;
    }

    /// <summary>Tells whoever listens how far a job is.</summary>
    public void Tell(Job job) => feed.Publish("job", job.Write);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (job, work, always) in _waiting.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
            {
                using var stop = stoppingToken.Register(job.Cancel);
                await Run(job, work, always).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops. What waits is lost with it; sending the reports again takes in what is missing.
        }
        while (_waiting.Reader.TryRead(out var left)) left.Always();
    }

    private async Task Run(Job job, Func<Job, Task> work, Action always)
    {
        try
        {
            if (job.Stopped.IsCancellationRequested) job.End(JobState.Cancelled, "stopped before it began");
            else
            {
                job.Begin();
                Tell(job);
                await work(job).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            job.End(JobState.Cancelled, "stopped; what was taken in stays, and sending the same again takes in the rest");
        }
#pragma warning disable CA1031 // A job that fails says so; the next one runs.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Failed(log, job.Id, e);
            job.End(JobState.Failed, "a fault of the program's own; its log tells more");
        }
        finally
        {
            always();
            Tell(job);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Id} failed")]
    private static partial void Failed(ILogger logger, long id, Exception e);
}
