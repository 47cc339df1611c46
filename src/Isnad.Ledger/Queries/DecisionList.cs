using Isnad.Ledger.Storage;

namespace Isnad.Ledger.Queries;

/// <summary>A decision in the history, also one that was withdrawn.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Withdrawn">Whether it stands no longer.</param>
public sealed record DecisionRow(Decision Decision, bool Withdrawn);

/// <summary>The history of people's decisions.</summary>
public static class DecisionList
{
    /// <summary>Decisions, the latest first.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="before">Only those with a lesser number; null for all.</param>
    /// <param name="limit">At most so many.</param>
    public static IReadOnlyList<DecisionRow> Find(Store store, long? before, int limit)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Database.Rows("select n, kind, claims, others, value, person, note, made, withdrawn from decisions where n < $0 order by n desc limit $1",
            r => new DecisionRow(new Decision(r.GetInt64(0), r.GetString(1), DecisionBook.KeysOf(r.GetString(2)), r.Text(3) is { } others ? DecisionBook.KeysOf(others) : [], r.Text(4), r.Text(5), r.Text(6), r.GetString(7)), r.GetInt32(8) == 1),
            before ?? long.MaxValue, limit);
    }

    /// <summary>Number of decisions, also withdrawn ones.</summary>
    public static long Count(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Database.Number("select count(*) from decisions");
    }
}
