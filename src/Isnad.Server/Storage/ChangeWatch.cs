using System.Globalization;
using System.Security.Cryptography;
using Isnad.Ledger;
using Isnad.Packs;

namespace Isnad.Server.Storage;

/// <summary>Knows whether the ledger has changed, whoever changed it: this program or another one.</summary>
internal sealed class ChangeWatch(string folder, CompiledPacks packs) : IDisposable
{
    private readonly Lock _one = new();
    private readonly Store _store = Store.Open(folder, packs);

    // The number begins anew with each start, and answers may differ between versions of the program.
    private readonly string _start = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    /// <summary>The state of the ledger: another text whenever something has been written.</summary>
    public string State
    {
        get
        {
            lock (_one) return string.Create(CultureInfo.InvariantCulture, $"{_start}-{_store.Changes()}");
        }
    }

    public void Dispose() => _store.Dispose();
}
