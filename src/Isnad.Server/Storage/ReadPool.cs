using System.Collections.Concurrent;
using Isnad.Ledger;
using Isnad.Packs;

namespace Isnad.Server.Storage;

/// <summary>Stores to read with: each serves one question at a time, and sees the ledger as it stood when the question was put.</summary>
internal sealed class ReadPool(string folder, CompiledPacks packs, int size) : IDisposable
{
    private readonly SemaphoreSlim _free = new(size);
    private readonly ConcurrentBag<Store> _idle = [];

    /// <summary>Puts a question to the ledger. Whatever the answer needs must be read within.</summary>
    public async Task<T> Read<T>(Func<Store, T> question, CancellationToken cancelled)
    {
        await _free.WaitAsync(cancelled).ConfigureAwait(false);
        try
        {
            var store = _idle.TryTake(out var idle) ? idle : Store.Open(folder, packs);
            try
            {
                return store.Snapshot(question);
            }
            finally
            {
                _idle.Add(store);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var store)) store.Dispose();
        _free.Dispose();
    }
}
