using System.Text;
using Isnad.Tests.Laws;
using Isnad.Tests.Tool;
using Isnad.Writing;

namespace Isnad.Tests.Ledger;

/// <summary>Readings come back from their JSON as they were.</summary>
public sealed class ReadingParserTests
{
    [Fact]
    public void A_reading_with_every_member_comes_back()
    {
        var json = Json.Bytes(FullReading.Make());
        Assert.Equal(Encoding.UTF8.GetString(json), Json.Text(ReadingParser.Parse(json)));
    }

    [Fact]
    public void Readings_of_the_samples_come_back()
    {
        var reader = new Reader(Repository.CompiledPacks);
        foreach (var file in Repository.Files("samples", ".txt"))
        {
            var reading = reader.Read(Isnad.Intake.TextFile.Parse(File.ReadAllText(file)), new ReadOptions { Values = true });
            Assert.Equal(Json.Text(reading), Json.Text(ReadingParser.Parse(Json.Bytes(reading))));
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"schema\":\"isnad/reading/2\"}")]
    [InlineData("{\"schema\":\"isnad/reading/1\",\"report\":{\"id\":\"a\"},\"engine\":{\"version\":\"1\",\"packs\":\"2\"}}")]
    public void What_is_no_reading_is_refused(string json) => Assert.Throws<FormatException>(() => ReadingParser.Parse(Encoding.UTF8.GetBytes(json)));
}
