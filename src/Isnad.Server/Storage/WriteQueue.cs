using System.Collections.Concurrent;
using Isnad.Ledger;
using Isnad.Packs;

namespace Isnad.Server.Storage;

/// <summary>
/// Everything that is written goes through one thread with one store, one piece of work after another: writers never wait for each
/// other's locks. What people do goes before the next piece of what runs for long.
/// </summary>
internal sealed class WriteQueue : IDisposable
{
    private const int Stack = 16 << 20;

    private readonly BlockingCollection<Action> _people = [];
    private readonly BlockingCollection<Action> _jobs = [];
    private readonly Store _store;
    private readonly Thread _thread;

    /// <summary>Opens the ledger of a folder, which is made if it is not there.</summary>
    public WriteQueue(string folder, CompiledPacks packs)
    {
        _store = Store.Open(folder, packs, create: true);
        _thread = new Thread(Work, Stack) { IsBackground = true, Name = "ledger writer" };
        _thread.Start();
    }

    /// <summary>Does something that a person waits for.</summary>
    public Task<T> Do<T>(Func<Store, T> work) => Put(_people, work);

    /// <summary>Does a piece of something that runs for long; what people do comes first.</summary>
    public Task<T> DoLater<T>(Func<Store, T> work) => Put(_jobs, work);

    private Task<T> Put<T>(BlockingCollection<Action> queue, Func<Store, T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Add(() =>
        {
            try
            {
                done.SetResult(work(_store));
            }
#pragma warning disable CA1031 // Whoever waits for the work gets what went wrong with it; the queue goes on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    private void Work()
    {
        BlockingCollection<Action>[] queues = [_people, _jobs];
        while (true)
        {
            Action? work;
            try
            {
                // Of several that are ready, the first in the order of the queues is taken.
                if (BlockingCollection<Action>.TakeFromAny(queues, out work) < 0) return;
            }
            catch (ArgumentException)
            {
                return;
            }
            work!();
        }
    }

    public void Dispose()
    {
        _people.CompleteAdding();
        _jobs.CompleteAdding();
        _thread.Join();
        _store.Dispose();
        _people.Dispose();
        _jobs.Dispose();
    }
}
