using Isnad.Ledger.Digests;
using Isnad.Ledger.Merging;

namespace Isnad.Ledger.Storage;

/// <summary>Digests and tellings of the reports used last.</summary>
internal sealed class TellingCache(Database database)
{
    private const int Digests = 2_000;
    private const int Reports = 4_000;

    private readonly Recent<long, Digest> _digests = new(Digests);
    private readonly Recent<long, List<Telling>> _tellings = new(Reports);
    private DecisionBook? _decisions;

    /// <summary>Decisions to make tellings by; what was made by others is dropped.</summary>
    public void Use(DecisionBook decisions)
    {
        _decisions = decisions;
        _tellings.Clear();
    }

    /// <summary>Drops everything: the file has changed.</summary>
    public void Clear()
    {
        _digests.Clear();
        _tellings.Clear();
    }

    public Digest DigestOf(long report) => _digests.Get(report, n =>
        database.Rows("select digest from digests where report = $0", r => DigestCodec.Read(r.Bytes(0)), n) is [var digest] ? digest
            : throw new InvalidDataException($"report {n} has no digest; run 'isnad rebuild'"));

    public List<Telling> TellingsOf(long report) => _tellings.Get(report, n => TellingMaker.Make(DigestOf(n), n, _decisions is { } book ? book.PartOf : null));

    public Telling At(long report, int ordinal) => TellingsOf(report)[ordinal];

    /// <summary>Values by key; when there are too many, those that were not asked for lately go.</summary>
    private sealed class Recent<TKey, TValue>(int most) where TKey : notnull
    {
        private Dictionary<TKey, TValue> _young = [];
        private Dictionary<TKey, TValue> _old = [];

        public TValue Get(TKey key, Func<TKey, TValue> make)
        {
            if (_young.TryGetValue(key, out var value)) return value;
            if (!_old.TryGetValue(key, out value)) value = make(key);
            if (_young.Count >= most / 2) (_young, _old) = ([], _young);
            return _young[key] = value;
        }

        public void Clear()
        {
            _young.Clear();
            _old.Clear();
        }
    }
}
