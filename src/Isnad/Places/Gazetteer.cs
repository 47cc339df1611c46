using System.Globalization;
using System.Text;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>A file of places, mapped into memory: what of it is looked at is read, and nothing else. Safe to share between threads.</summary>
internal sealed class Gazetteer
{
    /// <summary>The prefix of references that are kept as numbers.</summary>
    public const string NumberedPrefix = "geonames:";

    private readonly GazetteerFile _file;
    private readonly int _numbered;

    /// <exception cref="PackException">The file is no gazetteer, is damaged, or was written by another version of the program.</exception>
    public Gazetteer(GazetteerFile file)
    {
        _file = file;
        var head = Encoding.UTF8.GetString(file.Section<byte>(0)).Split('\n');
        (Name, Keys) = (head[0], head.Length > 1 ? head[1] : "");
        var records = Records;
        _numbered = records.Length;
        for (var (low, high) = (0, records.Length); low < high;)
        {
            var middle = (low + high) / 2;
            if (records[middle].Id >= 0) low = middle + 1;
            else high = middle;
            _numbered = low;
        }
    }

    /// <summary>What it is called: <c>world</c>, or the name of the file that was added.</summary>
    public string Name { get; }

    /// <summary>The fingerprint of the keys under which its names stand.</summary>
    public string Keys { get; }

    /// <summary>SHA-256 of what it holds, in hexadecimal.</summary>
    public string Hash => _file.Hash;

    /// <summary>Number of places.</summary>
    public int Count => Records.Length;

    /// <summary>Length of the file in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>Number of ways to write names.</summary>
    public int Names => Starts.Length - 1;

    private ReadOnlySpan<byte> Texts => _file.Section<byte>(1);

    public ReadOnlySpan<PlaceRecord> Records => _file.Section<PlaceRecord>(2);

    public ReadOnlySpan<DivisionRecord> Divisions => _file.Section<DivisionRecord>(3);

    private ReadOnlySpan<int> Starts => _file.Section<int>(7);

    /// <summary>The trie of its names' keys.</summary>
    public TrieView Trie => new(_file.Section<ushort>(4), _file.Section<DoubleArrayTrie.Unit>(5), _file.Section<int>(6));

    /// <summary>The places of a name: records shifted left by one, the lowest bit set where only a variant of their name is written so.</summary>
    public ReadOnlySpan<int> At(int value)
    {
        var starts = Starts;
        return _file.Section<int>(8)[starts[value]..starts[value + 1]];
    }

    /// <summary>The record of a reference, or -1.</summary>
    public int Find(string reference)
    {
        var records = Records;
        if (reference.StartsWith(NumberedPrefix, StringComparison.Ordinal) && int.TryParse(reference.AsSpan(NumberedPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            for (var (low, high) = (0, _numbered); low < high;)
            {
                var middle = (low + high) / 2;
                if (records[middle].Id == number) return middle;
                if (records[middle].Id < number) low = middle + 1;
                else high = middle;
            }
            return -1;
        }
        for (var i = _numbered; i < records.Length; i++)
            if (Text(~records[i].Id) == reference) return i;
        return -1;
    }

    /// <summary>A place of the file.</summary>
    public Place Make(int record, int layer)
    {
        var found = Records[record];
        var division = Divisions[found.Division];
        return new Place
        {
            Ref = RefOf(found),
            Class = PlaceClass.Name(found.Class),
            Country = Text(division.Country),
            Admin1 = Text(division.Name),
            Admin2 = found.District >= 0 ? Text(Records[found.District].Name) : "",
            Lat = found.Lat / PlaceRecord.Degree,
            Lon = found.Lon / PlaceRecord.Degree,
            Population = found.Population,
            NameEn = Text(found.Name),
            Name = Text(found.Local),
            Layer = layer,
            Seat = found.Seat,
        };
    }

    public string RefOf(PlaceRecord record) => record.Id >= 0 ? NumberedPrefix + record.Id.ToString(CultureInfo.InvariantCulture) : Text(~record.Id);

    public string Text(int offset)
    {
        var texts = Texts;
        return Encoding.UTF8.GetString(texts.Slice(offset + 1, texts[offset]));
    }
}
