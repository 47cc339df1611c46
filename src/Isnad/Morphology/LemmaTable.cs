using System.Runtime.InteropServices;
using Isnad.Packs;

namespace Isnad.Morphology;

/// <summary>The lemmas of a language, each made when it is first asked for. Safe to share between threads.</summary>
internal sealed class LemmaTable : IReadOnlyList<Lemma>
{
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Entry(int Text, Morph PartOfSpeech, int Function, int Root, int Valency, int Prior, Morph PriorFor);

    private readonly Texts _texts;
    private readonly Entry[] _entries;
    private readonly Lemma?[] _made;

    private LemmaTable(Texts texts, Entry[] entries)
    {
        (_texts, _entries) = (texts, entries);
        _made = new Lemma?[entries.Length];
    }

    /// <summary>Number of lemmas.</summary>
    public int Length => _entries.Length;

    /// <summary>The lemma of that number.</summary>
    public Lemma this[int lemma] => _made[lemma] ??= Make(_entries[lemma]);

    /// <summary>Its part of speech.</summary>
    public Morph PartOfSpeech(int lemma) => _entries[lemma].PartOfSpeech;

    /// <summary>How likely a form of it is beside others.</summary>
    public int Prior(in Analysis form) => _entries[form.Lemma] is var e && (form.Features & e.PriorFor) == e.PriorFor ? e.Prior : 0;

    /// <summary>Its citation form, without making a string.</summary>
    public ReadOnlySpan<char> Text(int lemma) => _texts.Span(_entries[lemma].Text);

    public static LemmaTable Build(IEnumerable<Lemma> lemmas, Texts texts) =>
        new(texts, [.. lemmas.Select(l => new Entry(texts.Id(l.Text), l.PartOfSpeech, texts.Id(l.Function), texts.Id(l.Root), texts.Id(l.Valency), l.Prior, l.PriorFor))]);

    private Lemma Make(in Entry e) => new(_texts[e.Text], e.PartOfSpeech, _texts[e.Function], _texts[e.Root]) { Valency = _texts[e.Valency], Prior = e.Prior, PriorFor = e.PriorFor };

    int IReadOnlyCollection<Lemma>.Count => Length;

    public IEnumerator<Lemma> GetEnumerator()
    {
        for (var i = 0; i < Length; i++) yield return this[i];
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public void Write(PackOutput to) => to.Array(_entries);

    public static LemmaTable Read(PackInput from) => new(from.Texts, from.Array<Entry>());
}
