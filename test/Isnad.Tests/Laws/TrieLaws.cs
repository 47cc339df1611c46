using FsCheck;
using FsCheck.Fluent;
using Isnad.Text;

namespace Isnad.Tests.Laws;

/// <summary>The trie does what a sorted dictionary does.</summary>
public sealed class TrieLaws
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20210310, 1);

    private static readonly Gen<string> Key = Gen.Elements("\u0627\u0628\u062a\u0648 az-\uffff\u0001".ToCharArray()).NonEmptyListOf().Select(c => new string([.. c.Take(12)]));

    [Fact]
    public void FindsWhatADictionaryFinds() => Check.One(Seeded, Prop.ForAll(Key.ListOf().ToArbitrary(), Key.ListOf().ToArbitrary(), (keys, probes) =>
    {
        var oracle = new SortedSet<string>(keys, StringComparer.Ordinal);
        var sorted = oracle.ToArray();
        var trie = DoubleArrayTrie.Build(sorted);
        for (var i = 0; i < sorted.Length; i++) Assert.Equal(i, trie.Find(sorted[i]));
        foreach (var probe in probes.Concat(sorted.Select(k => k + "x")).Concat(sorted.Select(k => k[..^1])))
            Assert.Equal(probe.Length > 0 ? Array.BinarySearch(sorted, probe, StringComparer.Ordinal) is var at and >= 0 ? at : -1 : -1, trie.Find(probe));
    }));

    [Fact]
    public void WalksThroughEveryPrefix() => Check.One(Seeded, Prop.ForAll(Key.ListOf().ToArbitrary(), Key.ToArbitrary(), (keys, text) =>
    {
        var sorted = new SortedSet<string>(keys, StringComparer.Ordinal).ToArray();
        var trie = DoubleArrayTrie.Build(sorted);
        var state = DoubleArrayTrie.Root;
        for (var n = 1; n <= text.Length && state >= 0; n++)
        {
            state = trie.Step(state, text[n - 1]);
            var prefix = text[..n];
            Assert.Equal(sorted.Any(k => k.StartsWith(prefix, StringComparison.Ordinal)), state >= 0);
            if (state >= 0) Assert.Equal(Array.IndexOf(sorted, prefix), trie.ValueAt(state));
        }
    }));

    [Fact]
    public void EmptyTrieFindsNothing()
    {
        var trie = DoubleArrayTrie.Build([]);
        Assert.Equal(-1, trie.Find("a"));
        Assert.Equal(-1, trie.Find(""));
    }

    [Fact]
    public void HoldsTheLexicon()
    {
        var pack = Isnad.Packs.PackFolder.ReadAll(Repository.Packs).Single(p => p.Name == "ar");
        var words = pack.Table("lexicon/nouns.tsv").Rows.Select(r => Repository.Arabic.Fold.Fold(r["lemma"])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var trie = DoubleArrayTrie.Build(words);
        for (var i = 0; i < words.Length; i++) Assert.Equal(i, trie.Find(words[i]));
    }
}
