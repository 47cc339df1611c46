using Isnad.Places;

namespace Isnad.Tool.Places;

/// <summary>
/// Puts places that are added into first-level divisions. Codes of the file are trusted only where it and the embedded gazetteer tell
/// the same of the places that both have; else a place lies where most of its neighbours in the embedded gazetteer lie.
/// </summary>
internal sealed class DivisionGuess
{
    private const int Neighbours = 5;
    private const double CellDegrees = 0.25;
    private const int FarthestRing = 4;
    private const double LeastAgreement = 0.9;
    private const int LeastShared = 5;

    private readonly Gazetteer _embedded;
    private readonly Dictionary<(int Lat, int Lon), List<int>> _cells = [];

    public DivisionGuess(Gazetteer embedded, IReadOnlySet<string> countries)
    {
        _embedded = embedded;
        var records = embedded.Records;
        var divisions = embedded.Divisions;
        for (var i = 0; i < records.Length; i++)
        {
            if (!countries.Contains(embedded.Text(divisions[records[i].Division].Country))) continue;
            var cell = Cell(records[i].Lat / PlaceRecord.Degree, records[i].Lon / PlaceRecord.Degree);
            if (!_cells.TryGetValue(cell, out var list)) _cells[cell] = list = [];
            list.Add(i);
        }
    }

    private static (int Lat, int Lon) Cell(double lat, double lon) => ((int)Math.Floor(lat / CellDegrees), (int)Math.Floor(lon / CellDegrees));

    /// <summary>How many places the file shares with the embedded gazetteer, and of how many both tell the same division.</summary>
    public (int Shared, int Alike) Compare(IEnumerable<PlaceRow> rows)
    {
        var (shared, alike) = (0, 0);
        foreach (var row in rows)
        {
            if (row.Admin1.Length == 0 || _embedded.Find(row.Ref) is not (>= 0 and var record)) continue;
            shared++;
            if (Key(record) == $"{row.Country}.{row.Admin1}") alike++;
        }
        return (shared, alike);
    }

    /// <summary>Whether the file's codes can be trusted.</summary>
    public static bool IsTrusted((int Shared, int Alike) found) => found.Shared >= LeastShared && found.Alike >= LeastAgreement * found.Shared;

    /// <summary>The row in the division of most of its neighbours.</summary>
    public PlaceRow Put(PlaceRow row)
    {
        if (_embedded.Find(row.Ref) is >= 0 and var same) return In(row, Key(same));
        var near = new List<(double Km, int Record)>();
        var (lat, lon) = Cell(row.Lat, row.Lon);
        for (var ring = 0; ring <= FarthestRing && near.Count < Neighbours; ring++)
            for (var y = lat - ring; y <= lat + ring; y++)
                for (var x = lon - ring; x <= lon + ring; x++)
                    if (Math.Max(Math.Abs(y - lat), Math.Abs(x - lon)) == ring && _cells.TryGetValue((y, x), out var list))
                        foreach (var record in list)
                            if (Key(record).StartsWith(row.Country, StringComparison.Ordinal)) near.Add((Place.Kilometres(row.Lat, row.Lon, _embedded.Records[record].Lat / PlaceRecord.Degree, _embedded.Records[record].Lon / PlaceRecord.Degree), record));
        var best = near.OrderBy(n => n.Km).Take(Neighbours).GroupBy(n => Key(n.Record)).OrderByDescending(g => g.Sum(n => 1 / (1 + n.Km))).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        return In(row, best?.Key ?? $"{row.Country}.");
    }

    private static PlaceRow In(PlaceRow row, string key) => row with { Admin1 = key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..], Admin2 = "" };

    private string Key(int record) => _embedded.Text(_embedded.Divisions[_embedded.Records[record].Division].Key);
}
