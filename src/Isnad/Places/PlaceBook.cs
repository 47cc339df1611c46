using Isnad.Knowledge;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>
/// Every place that is known: those of the packs, and under them the gazetteers, one below the other. A place is named by a number: one
/// of the packs by its index there, one of a gazetteer by the complement of layer and record. Keeps what it made; serves one thread.
/// </summary>
internal sealed class PlaceBook(LanguagePack pack, IReadOnlyList<Gazetteer> layers)
{
    /// <summary>More gazetteers cannot be used at once.</summary>
    public const int MostLayers = 32;

    private const int RecordBits = 26;

    private Dictionary<(string Country, string Name), int>? _divisions;

    private readonly Place?[] _own = new Place?[pack.World.Places.Count];

    /// <summary>The gazetteers, those that count more first.</summary>
    public IReadOnlyList<Gazetteer> Layers => layers;

    public PlaceKeys Keys => pack.PlaceKeys;

    /// <summary>The number of a gazetteer's record.</summary>
    public static int Number(int layer, int record) => ~((layer << RecordBits) | record);

    /// <summary>The place of a number.</summary>
    public Place At(int number)
    {
        if (number >= 0) return _own[number] ??= Own(pack.World.Places[number]);
        if (_made.TryGetValue(number, out var place)) return place;
        if (_made.Count == MostKept) _made.Clear();
        return _made[number] = layers[~number >> RecordBits].Make(~number & ((1 << RecordBits) - 1), (~number >> RecordBits) + 1);
    }

    /// <summary>The key of a place's name in the pack's language.</summary>
    public string KeyOf(Place place) => place.Key ??= Keys.Of(place.Name);

    private const int MostKept = 8192;
    private readonly Dictionary<int, Place> _made = [];

    /// <summary>Adds the numbers of the places of all gazetteers that are written so; a variant of their name counts only if <paramref name="variants"/>.</summary>
    public void Find(ReadOnlySpan<char> key, bool variants, List<int> numbers)
    {
        for (var layer = 0; layer < layers.Count; layer++)
            if (layers[layer].Trie.Find(key) is >= 0 and var value) AddAt(layer, value, variants, numbers);
    }

    /// <summary>Adds the numbers of the places whose names differ from a key by one letter.</summary>
    public void FindNear(ReadOnlySpan<char> key, List<int> numbers)
    {
        var values = new List<int>();
        for (var layer = 0; layer < layers.Count; layer++)
        {
            values.Clear();
            layers[layer].Trie.Near(key, values);
            values.Sort();
            foreach (var value in values) AddAt(layer, value, false, numbers);
        }
    }

    private void AddAt(int layer, int value, bool variants, List<int> numbers)
    {
        foreach (var item in layers[layer].At(value))
            if ((variants || (item & 1) == 0) && Number(layer, item >> 1) is var number && !numbers.Contains(number)) numbers.Add(number);
    }

    /// <summary>The first-level division of that English name in a country, as the packs have it; null if they do not.</summary>
    public Place? Division(string country, string name)
    {
        if (name.Length == 0) return null;
        var divisions = _divisions ??= Divisions();
        return divisions.TryGetValue((country, name), out var index) ? At(index) : null;
    }

    private Dictionary<(string Country, string Name), int> Divisions()
    {
        var divisions = new Dictionary<(string, string), int>();
        for (var i = 0; i < pack.World.Places.Count; i++)
            if (pack.World.Places[i] is { Class: "admin1" or "region" } place) divisions.TryAdd((place.Country, place.NameEn), i);
        return divisions;
    }

    /// <summary>A place of the packs, with what the gazetteers know of it besides.</summary>
    private Place Own(KnownPlace known)
    {
        var place = new Place
        {
            Ref = known.Id,
            Class = known.Class,
            Country = known.Country,
            Admin1 = known.Admin1,
            Lat = known.Lat,
            Lon = known.Lon,
            NameEn = known.NameEn,
            Name = known.Name,
            Links = known.Links,
            Layer = 0,
        };
        return Twin(place) is not { } twin ? place : place with
        {
            Lat = twin.Lat,
            Lon = twin.Lon,
            Population = twin.Population,
            Admin1 = place.Admin1.Length > 0 ? place.Admin1 : twin.Admin1,
            Admin2 = twin.Admin2,
            Seat = twin.Seat,
        };
    }

    /// <summary>The same place in the embedded gazetteer: by its number, else the only settlement of its name in its division.</summary>
    private Place? Twin(Place place)
    {
        if (layers.Count == 0) return null;
        if (layers[0].Find(place.Ref) is >= 0 and var record) return layers[0].Make(record, 1);
        if (!PlaceClass.IsSettlement(place.Class) || place.Class == "quarter" || layers[0].Trie.Find(Keys.Of(place.Name)) is not (>= 0 and var value)) return null;
        Place? twin = null;
        foreach (var item in layers[0].At(value))
        {
            if ((item & 1) != 0) continue;
            var other = layers[0].Make(item >> 1, 1);
            if (other.Country != place.Country || (place.Lat is null ? place.Admin1.Length > 0 && other.Admin1 != place.Admin1 : place.DistanceTo(other) > NearEnough)) continue;
            if (twin is not null) return null;
            twin = other;
        }
        return twin;
    }

    /// <summary>Kilometres within which two places of one name and country are one.</summary>
    private const double NearEnough = 12;
}
