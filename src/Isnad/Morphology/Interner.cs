namespace Isnad.Morphology;

/// <summary>Gives strings small numbers in the order in which they come.</summary>
internal sealed class Interner(params string[] first)
{
    private readonly Dictionary<string, int> _ids = first.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i, StringComparer.Ordinal);

    public bool Has(string text) => _ids.ContainsKey(text);

    public int Id(string text)
    {
        if (_ids.TryGetValue(text, out var id)) return id;
        _ids[text] = id = _ids.Count;
        return id;
    }

    public string[] ToArray()
    {
        var texts = new string[_ids.Count];
        foreach (var (text, id) in _ids) texts[id] = text;
        return texts;
    }
}
