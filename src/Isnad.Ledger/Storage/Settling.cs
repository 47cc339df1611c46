using Isnad.Ledger.Digests;
using Isnad.Ledger.Events;
using Isnad.Ledger.Merging;
using Isnad.Ledger.Situations;

namespace Isnad.Ledger.Storage;

/// <summary>
/// Makes events and standings anew where something has changed. What is written depends on the readings, the decisions and the ids
/// alone: after any number of additions and removals it is what a rebuild writes.
/// </summary>
internal sealed class Settling
{
    /// <summary>Days of one step, and tellings after which a step takes in no further day.</summary>
    private const int Days = 400;
    private const int Enough = 20_000;

    private readonly Database _database;
    private readonly TellingCache _tellings;
    private readonly DecisionBook _decisions;

    public Settling(Database database, TellingCache tellings)
    {
        (_database, _tellings) = (database, tellings);
        _decisions = DecisionBook.Load(database);
        _tellings.Use(_decisions);
    }

    /// <summary>Whether anything is left to do.</summary>
    public static bool IsDue(Database database) =>
        database.Value("select 1 from dirty limit 1") is not null || database.Value("select 1 from dirty_slots limit 1") is not null;

    /// <summary>Does one step; returns whether there is more to do. Within the caller's transaction.</summary>
    public bool Step()
    {
        if (_database.Value("select min(day) from dirty") is long first)
        {
            var from = (int)first;
            var counts = _database.Rows("select home, count(*) from tellings where home between $0 and $1 group by home", r => (r.GetInt32(0), r.GetInt32(1)), from, from + Days - 1);
            var to = from;
            var tellings = 0;
            foreach (var (day, count) in counts)
            {
                tellings += count;
                if (day > from && tellings > Enough) break;
                to = day;
            }
            if (counts.Count == 0 || tellings <= Enough) to = from + Days - 1;
            // Days far from each other do not concern each other: the next step is theirs.
            var last = from;
            foreach (var day in _database.Rows("select day from dirty where day between $0 and $1 order by day", r => r.GetInt32(0), from, to))
            {
                if (day - last > 2 * Merger.Reach) break;
                last = day;
            }
            Settle(from, last);
            _database.Do("delete from dirty where day between $0 and $1", from, last);
            return true;
        }
        var slots = _database.Rows("select slot from dirty_slots limit 1000", r => r.GetString(0));
        foreach (var slot in slots)
        {
            SettleSlot(slot);
            _database.Do("delete from dirty_slots where slot = $0", slot);
        }
        return slots.Count > 0;
    }

    private void Settle(int first, int last)
    {
        var (from, to) = (first - Merger.Reach, last + Merger.Reach);
        var zone = new SettledZone(_database, _tellings, _decisions);
        var rows = zone.Between(from - Merger.Reach, to + Merger.Reach);
        foreach (var family in rows.Where(r => r.Telling.Timing != Timing.Vague).GroupBy(r => r.Telling.Family).OrderBy(f => f.Key, StringComparer.Ordinal))
            foreach (var group in new Merger(_decisions.Parted).Merge(family.Select(r => r.Telling)))
                if (group.Home >= from && group.Home <= to) zone.Groups.Add(group);
        new VaguePlacing(zone, _decisions).Place(from, to);
        zone.Write(from, to);
    }

    private void SettleSlot(string slot)
    {
        _database.Do("delete from standings where slot = $0", slot);
        foreach (var standing in StandingMaker.Make(StateRows.Where(_database, _tellings, "slot = $0", null, slot)))
            _database.Do("insert into standings values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
                slot, standing.Since, standing.Until, standing.Predicate, standing.Subject, standing.SubjectName, standing.Object, standing.ObjectName, standing.Holder, standing.HolderName,
                standing.Contested ? 1 : 0, DecisionBook.Text(standing.Claims), standing.Witnesses, standing.LastSaid, standing.Lat, standing.Lon, standing.Country, standing.Low, standing.High);
    }
}
