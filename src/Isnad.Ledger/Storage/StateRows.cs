using Isnad.Ledger.Situations;

namespace Isnad.Ledger.Storage;

/// <summary>Reads claims about how things stand back from their table.</summary>
internal static class StateRows
{
    /// <summary>The items that a condition and a filter let through, in no order.</summary>
    /// <param name="database">The ledger.</param>
    /// <param name="tellings">The digests, which know the claims' keys.</param>
    /// <param name="condition">What the rows must meet, with parameters <c>$0</c>, <c>$1</c> ...</param>
    /// <param name="wanted">What the items must meet besides; no digest is loaded for the others.</param>
    /// <param name="values">Values of the parameters.</param>
    public static List<StateItem> Where(Database database, TellingCache tellings, string condition, Predicate<StateItem>? wanted, params ReadOnlySpan<object?> values)
    {
        var rows = database.Rows(
            $"select report, claim, part, slot, predicate, subject, subject_name, object, object_name, holder, holder_name, day, known, holds, witness, claimant, low, high, lat, lon, country from states where {condition}",
            r => (Report: r.GetInt64(0), Item: new StateItem
            {
                Claim = r.GetInt32(1),
                Part = r.GetInt32(2),
                Slot = r.GetString(3),
                Predicate = r.GetString(4),
                Subject = r.Text(5),
                SubjectName = r.Text(6),
                Object = r.Text(7),
                ObjectName = r.Text(8),
                Holder = r.Text(9),
                HolderName = r.Text(10),
                Day = r.GetInt32(11),
                Known = r.GetInt32(12),
                Holds = r.GetInt32(13) == 1,
                Witness = r.GetString(14),
                Claimant = r.GetString(15),
                Low = r.Real(16),
                High = r.Real(17),
                Lat = r.Real(18),
                Lon = r.Real(19),
                Country = r.Text(20),
                Key = "",
            }), values);
        if (wanted is not null) rows.RemoveAll(r => !wanted(r.Item));
        return rows.ConvertAll(r => r.Item with { Key = tellings.DigestOf(r.Report).Claims[r.Item.Claim].Key });
    }
}
