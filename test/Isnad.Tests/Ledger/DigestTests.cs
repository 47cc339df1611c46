using Isnad.Ledger.Digests;
using Isnad.Packs;
using Isnad.Tests.Tool;

namespace Isnad.Tests.Ledger;

/// <summary>Digests and sketches.</summary>
public sealed class DigestTests
{
    private static readonly DigestMaker Maker = new(new PackNames(Repository.CompiledPacks));

    [Fact]
    public void A_digest_comes_back_from_its_bytes()
    {
        foreach (var reading in RandomNews.Make(5, 40).Append(FullReading.Make()))
        {
            var bytes = DigestCodec.Write(Maker.Make(reading));
            Assert.Equal(bytes, DigestCodec.Write(DigestCodec.Read(bytes)));
            Assert.Equal(bytes, DigestCodec.Write(Maker.Make(reading)));
        }
        Assert.Throws<InvalidDataException>(() => DigestCodec.Read([99, 0]));
    }

    [Fact]
    public void A_digest_keeps_what_the_reading_says()
    {
        var reading = FullReading.Make();
        var digest = DigestCodec.Read(DigestCodec.Write(Maker.Make(reading)));
        Assert.Equal(reading.Claims.Select(c => c.Key), digest.Claims.Select(c => c.Key));
        var figure = reading.Claims.OfType<Readings.FigureClaim>().First();
        var told = digest.Claims.Single(c => c.Key == figure.Key);
        Assert.Equal((figure.Low, figure.High, figure.Words), (told.Low, told.High, told.Words));
        Assert.Equal(new DateOnly(2021, 3, 10).DayNumber, digest.Published);
        // The chain ends at the outlet from which it was forwarded.
        Assert.Equal("organisation:" + new PackNames(Repository.CompiledPacks).Fold("قناة الخبر"), digest.Voices[0].Witness);
    }

    [Theory]
    [InlineData("one two three four five six seven eight nine ten eleven twelve", "one two three four five six seven eight nine ten eleven twelve", 1)]
    [InlineData("one two three four five six seven eight nine ten eleven twelve", "zero and one two three four five six seven eight nine ten eleven twelve and more", 1)]
    [InlineData("one two three four five six seven eight nine ten eleven twelve", "twelve eleven ten nine eight seven six five four three two one", 0)]
    [InlineData("one two three", "one two three", 0)]
    public void Sketches_tell_how_much_of_the_shorter_text_the_longer_one_has(string one, string other, double shared) =>
        Assert.Equal(shared, Sketch.Shared(Sketch.Of(one, 64), Sketch.Of(other, 64)), 3);

    [Fact]
    public void A_sketch_estimates_what_two_long_texts_share()
    {
        var random = new Random(1);
        string[] Words(int n) => [.. Enumerable.Range(0, n).Select(_ => $"w{random.Next(5000)}")];
        var (first, second, third) = (Words(300), Words(300), Words(300));
        var shared = Sketch.Shared(Sketch.Of(string.Join(' ', first.Concat(second)), 64), Sketch.Of(string.Join(' ', first.Concat(third)), 64));
        Assert.InRange(shared, 0.3, 0.7);
    }
}
