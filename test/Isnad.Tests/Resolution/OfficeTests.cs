using Isnad.Readings;

namespace Isnad.Tests.Resolution;

/// <summary>Offices and the time for which they are held.</summary>
public sealed class OfficeTests
{
    private const string Text = "التقى عباس عراقجي وفدا من المزارعين. وقال وزير الخارجية الإيراني إن بلاده ترفض الضغوط.";

    [Theory]
    [InlineData("2025-03-10", true)]
    [InlineData("2021-03-10", false)]
    public void AnOfficeMeansWhoHoldsItOnTheDayOfPublication(string published, bool isHeld)
    {
        var reading = new Reader(Repository.CompiledPacks).Read(new Report { Text = Text, Outlet = "a paper", Language = "ar", Published = published });
        var person = Assert.Single(reading.Entities, e => e is { Kind: EntityKind.Person } && e.Mentions.Any(m => m.Where.Text == "عباس عراقجي"));
        Assert.Equal(isHeld, person.Mentions.Any(m => m.Where.Text == "وزير الخارجية الإيراني"));
        Assert.Equal(isHeld, person.Affiliation is not null);
    }
}
