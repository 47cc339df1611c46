using Isnad.Ledger.Digests;
using Isnad.Ledger.Merging;
using Isnad.Ledger.Situations;
using Isnad.Packs;

namespace Isnad.Ledger.Storage;

/// <summary>Rows that stand on one report alone, written when it comes to count and deleted when it no longer does.</summary>
internal sealed class DerivedRows(Database database, PackNames names, DecisionBook decisions)
{
    /// <summary>Writes what stands on a report, and marks what must be made anew.</summary>
    public void Write(long report, Derivation derivation, int known, string? language)
    {
        var digest = derivation.Digest;
        database.Do("insert into digests values ($0, $1)", report, derivation.Packed);
        var ordinals = new Dictionary<int, int>();
        var homes = new HashSet<int>();
        foreach (var telling in TellingMaker.Make(digest, report, decisions.PartOf))
        {
            foreach (var claim in telling.Claims) ordinals[claim] = telling.Ordinal;
            database.Do("insert into tellings values ($0, $1, $2, $3, $4, $5, $6, null, null, null)", report, telling.Ordinal, telling.Family, (int)telling.Timing, telling.First, telling.Last, telling.Home);
            homes.Add(telling.Home);
        }
        foreach (var home in homes) Touch(home);
        WriteQueue(report, digest, derivation.Queue, ordinals);
        for (var i = 0; i < digest.Claims.Length; i++)
            if (digest.Claims[i].Kind == "figure") WriteFigure(report, digest, i, known, ordinals.TryGetValue(i, out var telling) ? telling : null);
        foreach (var item in StateItems.Of(digest, known)) WriteState(report, item);
        foreach (var entity in Entities(digest))
            // Most are known from other reports.
            if (database.Do("update entities set reports = reports + 1 where key = $0 and name = $1 and local = $2", entity.Key, entity.Name, entity.Local ?? "") == 0)
                database.Do("insert into entities values ($0, $1, $2, $3, $4, 1)", entity.Key, entity.Kind, entity.Name, entity.Local ?? "", names.Fold($"{entity.Name} {entity.Local}", language));
        foreach (var ((witness, name, kind, via), claims) in Citations(digest))
            database.Do("insert into citations values ($0, $1, $2, $3, 1, $4) on conflict do update set reports = reports + 1, claims = claims + $4", witness, name, kind, via, claims);
        database.Do("insert into words (rowid, title, text) values ($0, $1, $2)", report, derivation.Title, derivation.Text);
    }

    /// <summary>Deletes what stands on a report, and marks what must be made anew.</summary>
    public void Delete(long report, Digest digest)
    {
        foreach (var (home, eventHome) in database.Rows("select t.home, e.home from tellings t left join events e on e.n = t.event where t.report = $0", r => (r.GetInt32(0), r.Int(1)), report))
        {
            Touch(home);
            if (eventHome is { } day) Touch(day);
        }
        foreach (var slot in database.Rows("select distinct slot from states where report = $0", r => r.GetString(0), report)) TouchSlot(slot);
        foreach (var entity in Entities(digest))
        {
            database.Do("update entities set reports = reports - 1 where key = $0 and name = $1 and local = $2", entity.Key, entity.Name, entity.Local ?? "");
            database.Do("delete from entities where key = $0 and name = $1 and local = $2 and reports = 0", entity.Key, entity.Name, entity.Local ?? "");
        }
        foreach (var ((witness, name, kind, via), claims) in Citations(digest))
        {
            database.Do("update citations set reports = reports - 1, claims = claims - $4 where witness = $0 and name = $1 and kind = $2 and via = $3", witness, name, kind, via, claims);
            database.Do("delete from citations where witness = $0 and name = $1 and kind = $2 and via = $3 and reports = 0", witness, name, kind, via);
        }
        database.Do("delete from tellings where report = $0", report);
        database.Do("delete from queue where report = $0", report);
        database.Do("delete from figures where report = $0", report);
        database.Do("delete from states where report = $0", report);
        database.Do("delete from words where rowid = $0", report);
        database.Do("delete from digests where report = $0", report);
    }

    /// <summary>Marks a day: what is kept under days near it is made anew.</summary>
    public void Touch(int day) => database.Do("insert or ignore into dirty values ($0)", day);

    private void TouchSlot(string slot) => database.Do("insert or ignore into dirty_slots values ($0)", slot);

    private static IEnumerable<Party> Entities(Digest digest) => digest.Parties.Where(p => p.Kind is not ("people" or "weapon")).DistinctBy(p => (p.Key, p.Name, p.Local));

    private static Dictionary<(string, string, string, string), int> Citations(Digest digest)
    {
        var claims = new int[digest.Voices.Length];
        foreach (var claim in digest.Claims)
            foreach (var voice in claim.Voices) claims[voice]++;
        var citations = new Dictionary<(string, string, string, string), int>();
        for (var i = 0; i < claims.Length; i++)
        {
            var voice = digest.Voices[i];
            var key = (voice.Witness, voice.Name, voice.Kind, voice.Via is { } via ? digest.Voices[via].Witness : "");
            citations[key] = citations.GetValueOrDefault(key) + claims[i];
        }
        return citations;
    }

    /// <summary>Writes the claims that people review. Those that count no more are of no telling.</summary>
    public void WriteQueue(long report, Digest digest, IReadOnlyList<QueueItem> queue, Dictionary<int, int> ordinals)
    {
        var tellings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (claim, telling) in ordinals) tellings[digest.Claims[claim].Key] = telling;
        for (var i = 0; i < queue.Count; i++)
        {
            var item = queue[i];
            database.Do("insert into queue values ($0, $1, $2, $3, $4, $5, $6)", report, i, item.Claim, item.Kind, tellings.TryGetValue(item.Claim, out var telling) ? telling : null, item.Doubt, item.Weight);
        }
    }

    private void WriteFigure(long report, Digest digest, int index, int known, int? telling)
    {
        var claim = digest.Claims[index];
        var voice = claim.Voices.Length > 0 ? digest.Voices[claim.Voices[0]] : digest.Voices[0];
        var unit = claim.Unit is { } u ? digest.Parties[u] : null;
        var place = claim.Places.Length > 0 ? digest.Parties[claim.Places[0]] : null;
        database.Do("insert into figures values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)",
            report, index, claim.What, claim.Scope, claim.Flow, claim.Per, unit?.Name, unit?.Class, claim.PartOf is null ? 0 : 1, claim.Low, claim.High, claim.Bound, claim.Words,
            place?.Key, place?.Name, place?.Country, claim.First, claim.Last, known, voice.Witness, voice.Name, claim.Status, claim.Negated ? 1 : 0, telling);
    }

    private void WriteState(long report, StateItem item)
    {
        database.Do("insert into states values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
            report, item.Claim, item.Part, item.Slot, item.Predicate, item.Subject, item.SubjectName, item.Object, item.ObjectName, item.Holder, item.HolderName,
            item.Day, item.Known, item.Holds ? 1 : 0, item.Witness, item.Claimant, item.Low, item.High, item.Lat, item.Lon, item.Country);
        TouchSlot(item.Slot);
    }
}
