using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Isnad.Knowledge;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>Compiles rows of places into the form that a <see cref="Gazetteer"/> opens. The same rows give the same bytes.</summary>
/// <param name="keys">How names are brought to one form.</param>
/// <param name="world">First-level divisions that have names of their own (others are named after their seat), and what sources have wrong.</param>
internal sealed class GazetteerBuilder(PlaceKeys keys, World world)
{
    /// <summary>More places of one name are not told apart by anything that a report says.</summary>
    private const int MostNamesakes = 96;

    private readonly List<PlaceRow> _rows = [];
    private readonly List<byte> _texts = [0];
    private readonly Dictionary<string, int> _textAt = new(StringComparer.Ordinal) { [""] = 0 };

    private readonly ILookup<string, PlaceOverride> _overrides = world.PlaceOverrides.ToLookup(o => o.Ref, StringComparer.Ordinal);

    /// <summary>Adds a row, put right by the packs' overrides; one of a feature that news does not name is left out.</summary>
    public void Add(PlaceRow row)
    {
        if (PlaceClass.Of(row.Feature, row.Population) is null) return;
        foreach (var change in _overrides[row.Ref])
        {
            if (change.Action == "omit") return;
            row = row with
            {
                Names = change.Action switch
                {
                    "drop" => [.. row.Names.Where(n => !change.Names.Contains(n))],
                    "add" => [.. row.Names, .. change.Names],
                    _ => [.. change.Names, .. row.Names.Except(change.Names)],
                },
            };
        }
        _rows.Add(row);
    }

    /// <summary>Writes the file.</summary>
    public void Write(Stream to, string name)
    {
        var rows = _rows.DistinctBy(r => r.Ref).OrderBy(r => Number(r.Ref) is var n && n < 0 ? int.MaxValue : n).ThenBy(r => r.Ref, StringComparer.Ordinal).ToList();
        var divisionAt = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var divisionRecords = Divisions(rows, divisionAt);
        var seats = Seats(rows);
        var records = new PlaceRecord[rows.Count];
        for (var i = 0; i < records.Length; i++)
        {
            var row = rows[i];
            var number = Number(row.Ref);
            records[i] = new PlaceRecord(number >= 0 ? number : ~Text(row.Ref), Text(row.Name), Text(row.Names is [var first, ..] ? first : ""), (int)Math.Round(row.Lat * PlaceRecord.Degree), (int)Math.Round(row.Lon * PlaceRecord.Degree),
                row.Population, seats.TryGetValue(District(row), out var seat) ? seat : -1, divisionAt[Division(row)], PlaceClass.Code(PlaceClass.Of(row.Feature, row.Population)!),
                row.Feature switch { "PPLC" or "PPLA" => 1, "PPLA2" => 2, _ => 0 });
        }
        var (trie, starts, items) = Names(rows, records);
        using var payload = new MemoryStream();
        var output = new SectionOutput(payload);
        output.Add(Encoding.UTF8.GetBytes($"{name}\n{keys.Fingerprint()}"));
        output.Add<byte>(CollectionsMarshal.AsSpan(_texts));
        output.Add<PlaceRecord>(records);
        output.Add<DivisionRecord>(divisionRecords);
        output.Add<ushort>(trie.Codes);
        output.Add<DoubleArrayTrie.Unit>(trie.Units);
        output.Add<int>(trie.Values);
        output.Add<int>(starts);
        output.Add<int>(items);
        output.Complete();
        GazetteerFile.Write(to, Convert.ToHexStringLower(SHA256.HashData(payload.GetBuffer().AsSpan(0, (int)payload.Length))), payload.GetBuffer().AsSpan(0, (int)payload.Length));
    }

    private static int Number(string reference) =>
        reference.StartsWith(Gazetteer.NumberedPrefix, StringComparison.Ordinal) && int.TryParse(reference.AsSpan(Gazetteer.NumberedPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Division(PlaceRow row) => $"{row.Country}.{row.Admin1}";

    private static string District(PlaceRow row) => row.Admin2.Length == 0 ? "" : $"{row.Country}.{row.Admin1}.{row.Admin2}";

    /// <summary>The seat of each second-level division: its place of feature PPLA2, by which it is called.</summary>
    private static Dictionary<string, int> Seats(List<PlaceRow> rows)
    {
        var seats = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
            if (rows[i].Feature is "PPLA2" or "ADM2" && District(rows[i]) is { Length: > 0 } district) seats.TryAdd(district, i);
        return seats;
    }

    private DivisionRecord[] Divisions(List<PlaceRow> rows, Dictionary<string, ushort> at)
    {
        var known = world.Divisions.ToDictionary(d => d.Country + d.Code[d.Code.IndexOf('.', StringComparison.Ordinal)..], StringComparer.Ordinal);
        var seats = new Dictionary<string, PlaceRow>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (row.Feature is "PPLA" or "PPLC" && (!seats.TryGetValue(Division(row), out var other) || other.Population < row.Population)) seats[Division(row)] = row;
        var records = new List<DivisionRecord>();
        foreach (var key in rows.Select(Division).Distinct().Order(StringComparer.Ordinal))
        {
            at[key] = (ushort)records.Count;
            var country = key[..key.IndexOf('.', StringComparison.Ordinal)];
            var division = known.GetValueOrDefault(key);
            var seat = key.EndsWith('.') ? null : seats.GetValueOrDefault(key);
            records.Add(new DivisionRecord(Text(key), Text(country), Text(division?.NameEn ?? seat?.Name ?? ""), Text(seat?.Names is [var first, ..] ? first : "")));
        }
        return [.. records];
    }

    private (DoubleArrayTrie Trie, int[] Starts, int[] Items) Names(List<PlaceRow> rows, PlaceRecord[] records)
    {
        var names = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        void Add(string key, int item)
        {
            if (!names.TryGetValue(key, out var list)) names[key] = list = [];
            if (!list.Exists(i => i >> 1 == item >> 1)) list.Add(item);
        }
        for (var pass = 0; pass < 2; pass++)
            for (var i = 0; i < rows.Count; i++)
                foreach (var name in rows[i].Names)
                {
                    var key = keys.Of(name);
                    if (key.Length < 2) continue;
                    if (pass == 0) Add(key, i << 1);
                    else foreach (var variant in keys.Variants(key, rows[i].Name)) Add(variant, (i << 1) | 1);
                }
        var starts = new int[names.Count + 1];
        var items = new List<int>();
        var n = 0;
        foreach (var list in names.Values)
        {
            items.AddRange(list.OrderBy(i => i & 1).ThenByDescending(i => records[i >> 1].Population).ThenBy(i => i).Take(MostNamesakes));
            starts[++n] = items.Count;
        }
        return (DoubleArrayTrie.Build([.. names.Keys]), starts, [.. items]);
    }

    private int Text(string text)
    {
        ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(_textAt, text, out var known);
        if (known) return at;
        at = _texts.Count;
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = Math.Min(bytes.Length, byte.MaxValue);
        _texts.Add((byte)length);
        _texts.AddRange(bytes.AsSpan(0, length));
        return at;
    }
}
