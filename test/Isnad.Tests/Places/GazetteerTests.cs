using Isnad.Packs;
using Isnad.Places;

namespace Isnad.Tests.Places;

/// <summary>The compiled form of gazetteers, and looking places up in them.</summary>
public sealed class GazetteerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("isnad-places-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static PlaceRow Row(int id, string name, double lat, double lon, params string[] names) =>
        new() { Ref = $"geonames:{id}", Feature = "PPL", Country = "SYR", Admin1 = "12", Lat = lat, Lon = lon, Name = name, Names = names };

    private static readonly PlaceRow[] Rows =
    [
        Row(7, "Kafr Nabl", 35.61, 36.56, "كفر نبل"),
        Row(3, "Al Bab", 36.37, 37.52, "الباب"),
        Row(5, "Qurqania", 36.1, 36.6, "قورقانيا"),
        new() { Ref = "pcode:SY0703", Feature = "PPL", Country = "SYR", Lat = 35.8, Lon = 36.3, Name = "Village", Names = ["القرية الأولى"] },
        new() { Ref = "geonames:9", Feature = "MNMT", Country = "SYR", Lat = 35.8, Lon = 36.3, Name = "Monument" },
    ];

    private string Build(string name, IEnumerable<PlaceRow> rows)
    {
        var path = Path.Combine(_folder, name + ".isnad");
        var builder = new GazetteerBuilder(Repository.Arabic.PlaceKeys, Repository.Arabic.World);
        foreach (var row in rows) builder.Add(row);
        using var file = File.Create(path);
        builder.Write(file, name);
        return path;
    }

    [Fact]
    public void TheOrderOfRowsDoesNotMatter() =>
        Assert.Equal(File.ReadAllBytes(Build("a", Rows)), File.ReadAllBytes(Build("a", Rows.Reverse())));

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        var gazetteer = new Gazetteer(GazetteerFile.Open(Build("test", Rows)));
        Assert.Equal((4, "test"), (gazetteer.Count, gazetteer.Name));
        var place = gazetteer.Make(gazetteer.Find("geonames:7"), 1);
        Assert.Equal(("Kafr Nabl", "كفر نبل", "SYR", "Idlib"), (place.NameEn, place.Name, place.Country, place.Admin1));
        Assert.Equal((35.61, 36.56), (Math.Round(place.Lat!.Value, 5), Math.Round(place.Lon!.Value, 5)));
        Assert.Equal("pcode:SY0703", gazetteer.Make(gazetteer.Find("pcode:SY0703"), 1).Ref);
        Assert.Equal(-1, gazetteer.Find("geonames:4"));
        Assert.Equal(-1, gazetteer.Find("geonames:9"));
    }

    [Theory]
    [InlineData("كفرنبل", "geonames:7")]
    [InlineData("كفر نبل", "geonames:7")]
    [InlineData("كفر_نبل", "geonames:7")]
    [InlineData("باب", "geonames:3")]
    [InlineData("القريه الاولى", "pcode:SY0703")]
    public void SpellingsMeet(string written, string reference)
    {
        var book = new PlaceBook(Repository.Arabic, [new Gazetteer(GazetteerFile.Open(Build("test", Rows)))]);
        var numbers = new List<int>();
        book.Find(book.Keys.Of(written), false, numbers);
        Assert.Equal([reference], numbers.Select(n => book.At(n).Ref));
    }

    [Theory]
    [InlineData("قورقنيا", true)]
    [InlineData("قورقانبا", true)]
    [InlineData("قورقاينا", true)]
    [InlineData("قورانا", false)]
    public void OneLetterAmissIsFound(string written, bool found)
    {
        var book = new PlaceBook(Repository.Arabic, [new Gazetteer(GazetteerFile.Open(Build("test", Rows)))]);
        var numbers = new List<int>();
        book.FindNear(book.Keys.Of(written), numbers);
        Assert.Equal(found, numbers.Exists(n => book.At(n).Ref == "geonames:5"));
    }

    [Fact]
    public void NearLookUpFindsWhatDiffersByOneEdit()
    {
        var names = new[] { "سراقب", "سرمين", "سرمدا", "تفتناز", "بنش", "اريحا", "احسم", "حارم" };
        var gazetteer = new Gazetteer(GazetteerFile.Open(Build("near", names.Select((n, i) => Row(i + 1, $"n{i}", 35, 36, n)))));
        foreach (var name in names)
        {
            var key = Repository.Arabic.PlaceKeys.Of(name);
            for (var i = 0; i < key.Length; i++)
            {
                var values = new List<int>();
                gazetteer.Trie.Near(key.Remove(i, 1), values);
                Assert.Contains(gazetteer.Trie.Find(key), values);
            }
        }
    }

    [Fact]
    public void ADamagedFileIsRefused()
    {
        var path = Build("test", Rows);
        var whole = File.ReadAllBytes(path);
        foreach (var bytes in (byte[][])[whole[..^9], whole[..40], [.. "no gazetteer at all, and long enough to be looked at as if it were one of them......"u8], [.. whole[..8], 99, .. whole[9..]]])
        {
            File.WriteAllBytes(path + ".bad", bytes);
            Assert.Throws<PackException>(() => GazetteerFile.Open(path + ".bad"));
        }
        Assert.True(GazetteerFile.Open(path).IsWhole());
        whole[200] ^= 1;
        File.WriteAllBytes(path + ".bad", whole);
        Assert.False(GazetteerFile.Open(path + ".bad").IsWhole());
    }

    [Fact]
    public void ReadingsNameTheGazetteersInUse()
    {
        var added = Repository.CompiledPacks.With([Build("added", Rows)]);
        Assert.NotEqual(Repository.CompiledPacks.Hash, added.Hash);
        Assert.Equal(added.Hash, Repository.CompiledPacks.With([Build("added", Rows)]).Hash);
        Assert.Same(Repository.CompiledPacks, Repository.CompiledPacks.With([]));
    }

    [Fact]
    public void WhatIsAddedLiesUnderTheEmbedded()
    {
        var packs = Repository.WithGazetteer.With([Build("added", [Row(99_000_001, "Another Saraqib", 34.0, 37.0, "سراقب"), Row(99_000_002, "Tall Tajribi", 35.9, 36.7, "تل التجريبي الجديد")])]);
        var reader = new Reader(packs);
        var reading = reader.Read(new Report { Text = "قصفت الطائرات مدينة سراقب وقرية تل التجريبي الجديد في ريف إدلب.", Language = "ar" });
        Assert.Contains(reading.Entities, e => e.Refs is [{ Ref: "geonames:164816" }, ..]);
        Assert.Contains(reading.Entities, e => e.Refs is [{ Ref: "geonames:99000002" }, ..]);
    }
}
