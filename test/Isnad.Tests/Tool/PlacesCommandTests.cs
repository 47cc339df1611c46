using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Isnad.Tests.Tool;

/// <summary><c>isnad places</c>, with good input and bad.</summary>
public sealed class PlacesCommandTests : IDisposable
{
    private readonly ToolRun _run = new();

    private string Data => Path.Combine(_run.Folder, "data");

    public void Dispose() => _run.Dispose();

    private const string Good = "9000001\tTell Test\tTell Test\tتل الاختبار الكبير\t35.9\t36.7\tP\tPPL\tSY\t\t12\t\t\t\t250\t\t\t\t2020-01-01";

    [Fact]
    public void A_place_is_found_by_any_of_its_names()
    {
        foreach (var name in (string[])["سراقب", "Saraqib", "saraqib", "geonames:164816"])
        {
            var result = ToolRun.Run("places", "find", name, "--data", Data, "--json");
            Assert.Equal((0, ""), (result.Code, result.Error));
            var first = JsonDocument.Parse(result.Lines[0]).RootElement;
            Assert.Equal(("geonames:164816", "SYR", "Idlib"), (first.GetProperty("ref").GetString(), first.GetProperty("country").GetString(), first.GetProperty("admin1").GetString()));
        }
    }

    [Fact]
    public void Near_orders_by_distance()
    {
        var libya = ToolRun.Run("places", "find", "طرابلس", "--near", "32.9,13.2", "--data", Data, "--json");
        var lebanon = ToolRun.Run("places", "find", "طرابلس", "--near", "بيروت", "--data", Data, "--json");
        Assert.Equal("LBY", JsonDocument.Parse(libya.Lines[0]).RootElement.GetProperty("country").GetString());
        Assert.Equal("LBN", JsonDocument.Parse(lebanon.Lines[0]).RootElement.GetProperty("country").GetString());
        var only = ToolRun.Run("places", "find", "طرابلس", "--country", "lb", "--data", Data, "--json");
        Assert.All(only.Lines, l => Assert.Equal("LBN", JsonDocument.Parse(l).RootElement.GetProperty("country").GetString()));
    }

    [Theory]
    [InlineData(1, "no place is called", "find", "زقزقزقزقز")]
    [InlineData(2, "the name is empty", "find", " ")]
    [InlineData(2, "no such country code", "find", "حلب", "--country", "XQ")]
    [InlineData(2, "neither LAT,LON", "find", "حلب", "--near", "95,200")]
    [InlineData(2, "--limit", "find", "حلب", "--limit", "0")]
    [InlineData(2, "there is no file", "add", "absent.txt")]
    [InlineData(2, "--name", "add", "absent.txt", "--name", "../x")]
    [InlineData(2, "Required argument", "add")]
    [InlineData(2, "the name must end in", "build", "--from", "absent.txt", "--to", "out.txt")]
    [InlineData(2, "there is no file", "build", "--from", "absent.txt", "--to", "out.isnad")]
    public void Bad_arguments_are_explained(int code, string message, params string[] args)
    {
        var result = ToolRun.Run(["places", .. args]);
        Assert.Equal(code, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public void Rows_that_are_wrong_are_listed_and_the_others_kept()
    {
        string[] wrong =
        [
            Good.Replace("35.9", "95.9", StringComparison.Ordinal), Good.Replace("36.7", "east", StringComparison.Ordinal), Good.Replace("\tSY\t", "\tQQ\t", StringComparison.Ordinal),
            Good.Replace("9000001", "nine", StringComparison.Ordinal), Good.Replace("\t250\t", "\tmany\t", StringComparison.Ordinal), Good[..^11], Good.Replace("\tP\t", "\t?\t", StringComparison.Ordinal),
            Good.Replace("35.9\t36.7", "0\t0", StringComparison.Ordinal),
        ];
        var file = _run.Write("XX.txt", string.Join('\n', wrong.Append(Good)) + "\n");
        var result = ToolRun.Run("places", "add", file, "--data", Data);
        Assert.Equal(0, result.Code);
        foreach (var (reason, line) in ((string, int)[])[("'95.9' is no latitude", 1), ("'east' is no longitude", 2), ("'QQ' is no country code", 3), ("'nine' is no GeoNames number", 4), ("'many' is no number of inhabitants", 5), ("18 columns, 19 are expected", 6), ("'?' is no feature class", 7), ("0, 0", 8)])
            Assert.Contains(result.Error.Split('\n'), l => l.StartsWith($"XX.txt:{line}: ", StringComparison.Ordinal) && l.Contains(reason, StringComparison.Ordinal));
        Assert.Contains("1 places taken, 8 rows refused", result.Error, StringComparison.Ordinal);
        var found = ToolRun.Run("places", "find", "تل الاختبار الكبير", "--data", Data);
        Assert.Contains("geonames:9000001", found.Output, StringComparison.Ordinal);
        Assert.Contains("Idlib", found.Output, StringComparison.Ordinal);
        Assert.Contains("XX", ToolRun.Run("places", "stats", "--data", Data).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_format_is_read()
    {
        var zip = Path.Combine(_run.Folder, "ZZ.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            using (var readme = new StreamWriter(archive.CreateEntry("readme.txt").Open())) readme.Write(new string('x', 5000));
            using var entry = new StreamWriter(archive.CreateEntry("ZZ.txt").Open(), new UTF8Encoding(false));
            entry.Write(Good);
        }
        var csv = _run.Write("ocha.csv", "admin4Pcode,admin4Name_en,admin4Name_ar,lat,lon\nSY070301,\"Test, East\",تل المثال الشرقي,35.8,36.6\nSY070302,Bad,قرية,x,36\n");
        var json = _run.Write("table.json", """[{"pcode":"SY070303","name":{"en":"Json Village","ar":"قرية المثال"},"lat":35.7,"lon":36.5},{"name":"no code","lat":1,"lon":1},7]""");
        var geo = _run.Write("area.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"pcode":"SY0704","name_en":"Square","name_ar":"مربع المثال"},"geometry":{"type":"Polygon","coordinates":[[[36,35],[36.2,35],[36.2,35.2],[36,35.2],[36,35]]]}},{"type":"Feature","properties":null}]}""");
        var result = ToolRun.Run("places", "add", zip, csv, json, geo, "--data", Data);
        Assert.Equal(0, result.Code);
        Assert.Contains("ocha.csv:3: 'x' is no latitude", result.Error, StringComparison.Ordinal);
        Assert.Contains("table.json:2: there is no P-code", result.Error, StringComparison.Ordinal);
        Assert.Contains("table.json:3: the element is no object", result.Error, StringComparison.Ordinal);
        Assert.Contains("area.geojson:2: the feature has no properties", result.Error, StringComparison.Ordinal);
        foreach (var (name, reference) in ((string, string)[])[("تل الاختبار الكبير", "geonames:9000001"), ("تل المثال الشرقي", "pcode:SY070301"), ("Json Village", "pcode:SY070303"), ("مربع المثال", "pcode:SY0704")])
            Assert.Contains(reference, ToolRun.Run("places", "find", name, "--data", Data).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.csv", "")]
    [InlineData("open.csv", "pcode,name\nSY01,\"never closed\n")]
    [InlineData("broken.json", "[{\"pcode\":")]
    [InlineData("scalar.json", "12")]
    [InlineData("nothing.geojson", "{\"type\":\"FeatureCollection\"}")]
    [InlineData("table.xlsx", "PK")]
    [InlineData("fake.zip", "no archive")]
    [InlineData("fake.tsv.gz", "no gzip")]
    [InlineData("none.txt", "not\ta\tdump\n")]
    public void Files_that_hold_no_places_add_nothing(string name, string content)
    {
        var result = ToolRun.Run("places", "add", _run.Write(name, content), "--data", Data);
        Assert.Equal(2, result.Code);
        Assert.StartsWith("isnad: ", result.Error.Split('\n').Last(l => l.Length > 0), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Data, "places")) && Directory.EnumerateFiles(Path.Combine(Data, "places")).Any());
    }

    [Fact]
    public void A_damaged_gazetteer_stops_a_reading_with_a_line_that_says_so()
    {
        _run.Write("data/places/bad.isnad", "no gazetteer");
        var result = ToolRun.RunOn("خبر"u8.ToArray(), "read", "-", "--data", Data);
        Assert.Equal(2, result.Code);
        Assert.Contains("this is no gazetteer", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gazetteer_is_built_from_its_table_alone()
    {
        var dump = _run.Write("cities.txt", Good + "\n");
        var table = Path.Combine(_run.Folder, "t.tsv.gz");
        Assert.Equal(0, ToolRun.Run("places", "build", "--from", dump, "--to", table).Code);
        var (one, two) = (Path.Combine(_run.Folder, "one.isnad"), Path.Combine(_run.Folder, "two.isnad"));
        Assert.Equal(0, ToolRun.Run("places", "build", "--from", table, "--to", one).Code);
        Assert.Equal(0, ToolRun.Run("places", "build", "--from", dump, "--to", two).Code);
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
    }
}
