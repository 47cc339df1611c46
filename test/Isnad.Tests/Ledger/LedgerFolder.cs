using Isnad.Ledger;
using Isnad.Readings;

namespace Isnad.Tests.Ledger;

/// <summary>A ledger in a folder of its own, removed at the end.</summary>
internal sealed class LedgerFolder : IDisposable
{
    public static readonly DateTimeOffset Now = new(2022, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("isnad-ledger-").FullName;

    public LedgerFolder() => Store = Store.Open(_folder, Repository.CompiledPacks, create: true);

    public string Path => _folder;

    public Store Store { get; private set; }

    /// <summary>A ledger with readings, settled.</summary>
    public static LedgerFolder With(IEnumerable<Reading> readings)
    {
        var folder = new LedgerFolder();
        folder.Store.Take(readings, Now);
        folder.Store.Settle();
        return folder;
    }

    /// <summary>Closes and opens the file.</summary>
    public void Reopen()
    {
        Store.Dispose();
        Store = Store.Open(_folder, Repository.CompiledPacks);
    }

    /// <summary>For each event claim, by key, the number of its event.</summary>
    public Dictionary<string, long> EventsByClaim()
    {
        var events = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var number in Store.Database.Rows("select n from events order by n", r => r.GetInt64(0)))
            foreach (var (telling, _) in Store.TellingsOf(number))
                foreach (var key in telling.Keys) events[key] = number;
        return events;
    }

    /// <summary>The events as sets of claims, in one text: what merging made, whatever the numbers of events.</summary>
    public string Partition() =>
        string.Join('\n', EventsByClaim().GroupBy(p => p.Value).Select(g => string.Join(' ', g.Select(p => p.Key).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    /// <summary>Asserts that the audit finds nothing, and that a rebuild changes nothing.</summary>
    public void IsRebuilt()
    {
        Assert.Empty(Audit.Run(Store));
        var before = Audit.Rows(Store).ToList();
        Store.Rebuild();
        var after = Audit.Rows(Store).ToList();
        Assert.True(before.SequenceEqual(after), $"only before:\n{string.Join('\n', before.Except(after).Take(8))}\nonly rebuilt:\n{string.Join('\n', after.Except(before).Take(8))}");
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
