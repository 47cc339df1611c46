using Isnad.Text;
using Isnad.Tests.Fuzz;

namespace Isnad.Tests.Laws;

/// <summary>Folding loses no position, and folding twice is folding once.</summary>
public sealed class FoldLaws
{
    private static IEnumerable<string> Texts() => new Mutator(11).Texts(600).Concat(Seeds.All);

    [Fact]
    public void FoldingIsIdempotent() => Assert.All(Texts(), text =>
    {
        var once = new FoldedText(text, Repository.Arabic.Fold).Chars.ToString();
        Assert.Equal(once, new FoldedText(once, Repository.Arabic.Fold).Chars.ToString());
    });

    [Fact]
    public void OriginsNeverGoBack() => Assert.All(Texts(), text =>
    {
        var folded = new FoldedText(text, Repository.Arabic.Fold);
        for (var i = 1; i < folded.Length; i++) Assert.True(folded.OriginOf(i) >= folded.OriginOf(i - 1));
        if (folded.Length > 0) Assert.InRange(folded.OriginOf(folded.Length - 1), 0, text.Length - 1);
        Assert.Equal(text.Length, folded.OriginOf(folded.Length));
    });

    [Fact]
    public void EveryUnitComesFromWhatFoldsToIt() => Assert.All(Texts(), text =>
    {
        var table = Repository.Arabic.Fold;
        var folded = new FoldedText(text, table);
        for (var i = 0; i < folded.Length; i++)
        {
            var alone = new FoldedText(folded.OriginalAt(i).ToString(), table).Chars.ToString();
            Assert.Contains(folded[i].ToString(), alone, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void TheWayBackCoversTheWay() => Assert.All(Texts(), text =>
    {
        var folded = new FoldedText(text, Repository.Arabic.Fold);
        for (var i = 0; i < folded.Length; i++)
        {
            var extent = folded.ToOriginal(i, i + 1);
            Assert.InRange(extent.Start, 0, extent.End);
            Assert.InRange(extent.End, extent.Start + 1, text.Length);
            Assert.Equal(folded.OriginOf(i), extent.Start);
        }
    });

    [Fact]
    public void TokensAndGapsRebuildTheText() => Assert.All(Texts(), text =>
    {
        var folded = new FoldedText(text, Repository.Arabic.Fold);
        var tokens = Cutter.Tokens(folded);
        var built = new System.Text.StringBuilder();
        var at = 0;
        foreach (var token in tokens)
        {
            Assert.True(token.Start >= at && token.End > token.Start && token.End <= folded.Length);
            var gap = folded.Chars[at..token.Start];
            Assert.True(gap.IndexOfAnyExcept(' ') < 0, "only blanks lie between tokens");
            Assert.Equal(token.Spaced, !gap.IsEmpty || at == 0 || token.Kind == TokenKind.Break || folded[token.Start - 1] == '\n');
            built.Append(gap).Append(folded.Chars[token.Start..token.End]);
            at = token.End;
        }
        built.Append(folded.Chars[at..]);
        Assert.True(folded.Chars[at..].IndexOfAnyExcept(' ') < 0);
        Assert.Equal(folded.Chars.ToString(), built.ToString());
    });

    [Fact]
    public void SentencesHoldEveryTokenButBreaks() => Assert.All(Texts(), text =>
    {
        var folded = new FoldedText(text, Repository.Arabic.Fold);
        var tokens = Cutter.Tokens(folded);
        var at = 0;
        foreach (var sentence in Cutter.Sentences(folded, tokens))
        {
            for (; at < sentence.Start; at++) Assert.Equal(TokenKind.Break, tokens[at].Kind);
            Assert.True(sentence.End > sentence.Start);
            for (; at < sentence.End; at++) Assert.NotEqual(TokenKind.Break, tokens[at].Kind);
        }
        for (; at < tokens.Count; at++) Assert.Equal(TokenKind.Break, tokens[at].Kind);
    });
}
