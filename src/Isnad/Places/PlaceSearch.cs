using Isnad.Knowledge;
using Isnad.Packs;

namespace Isnad.Places;

/// <summary>Finds places by a name in the pack's language or in Latin letters.</summary>
internal sealed class PlaceSearch(LanguagePack pack, PlaceBook book)
{
    /// <summary>Places of that name; those of the packs first, then by gazetteer and inhabitants. Without any, those whose names differ by one letter.</summary>
    public (List<Place> Places, bool IsNear) Find(string name)
    {
        var numbers = new List<int>();
        var folded = pack.Fold.Fold(name);
        if (pack.World.Names.Find(folded) is >= 0 and var value)
            foreach (var entry in pack.World.EntriesAt(value))
                if (entry.Kind == NameKind.Place) numbers.Add(entry.Index);
        for (var i = 0; i < pack.World.Places.Count; i++)
            if (!numbers.Contains(i) && (pack.Fold.Fold(pack.World.Places[i].NameEn) == folded || pack.World.Places[i].Id == name)) numbers.Add(i);
        if (book.Keys.Of(name) is { Length: > 1 } key) book.Find(key, true, numbers);
        FindLatin(folded, name, numbers);
        var isNear = numbers.Count == 0;
        if (isNear && book.Keys.Of(name) is { Length: > 3 } close) book.FindNear(close, numbers);
        var places = numbers.ConvertAll(book.At).DistinctBy(p => p.Ref).OrderBy(p => p.Layer).ThenByDescending(p => p.Population).ThenBy(p => p.Ref, StringComparer.Ordinal).ToList();
        return (places, isNear && places.Count > 0);
    }

    /// <summary>The names in Latin letters are in no trie: reports do not have them.</summary>
    private void FindLatin(string folded, string reference, List<int> numbers)
    {
        if (folded.Length == 0 || !char.IsAsciiLetterOrDigit(folded[0])) return;
        for (var layer = 0; layer < book.Layers.Count; layer++)
        {
            var gazetteer = book.Layers[layer];
            if (gazetteer.Find(reference) is >= 0 and var exact) numbers.Add(PlaceBook.Number(layer, exact));
            var records = gazetteer.Records;
            for (var i = 0; i < records.Length; i++)
                if (pack.Fold.Fold(gazetteer.Text(records[i].Name)) == folded) numbers.Add(PlaceBook.Number(layer, i));
        }
    }
}
