using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Isnad.Ledger;
using Isnad.Ledger.Exports;
using Isnad.Ledger.Queries;

namespace Isnad.Tests.Ledger;

/// <summary>Exports, read back by parsers that are not ours.</summary>
public sealed class ExportTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "test", "Isnad.Tests", "Ledger", "Collections");

    private readonly LedgerFolder _ledger = LedgerFolder.With(
        Collection.Load(Path.Combine(Folder, "fighting.txt")).Concat(Collection.Load(Path.Combine(Folder, "people.txt"))).SelectMany(c => c.Readings));

    public void Dispose() => _ledger.Dispose();

    private string Text(string format, ExportOptions? options = null)
    {
        var text = new StringWriter { NewLine = "\n" };
        var result = Export.Write(_ledger.Store, format, options ?? new ExportOptions(), text, LedgerFolder.Now);
        Assert.True(result.Written > 0, "nothing was written");
        return text.ToString();
    }

    private static List<string[]> Rows(string csv)
    {
        var rows = new List<string[]>();
        using var reader = CsvReader.FromText(csv, new CsvReaderOptions { HasHeader = false });
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    [Fact]
    public void Acled_rows_have_its_columns_and_its_codes()
    {
        var rows = Rows(Text("acled"));
        Assert.Equal(31, rows[0].Length);
        Assert.Equal(("event_id_cnty", "fatalities", "timestamp"), (rows[0][0], rows[0][28], rows[0][30]));
        Assert.All(rows, r => Assert.Equal(31, r.Length));
        var shelling = rows.Single(r => r[21] == "الجبين" && r[1] == "2021-05-04");
        Assert.Equal(("1", "Explosions/Remote violence", "Shelling/artillery/missile attack", "1", "760", "Syria", "6"), (shelling[3], shelling[5], shelling[6], shelling[9], shelling[15], shelling[17], shelling[28]));
        var clash = rows.Single(r => r[21] == "حصن الغراب" && r[6] == "Armed clash");
        Assert.Equal(("12", "11"), (clash[13], clash[28]));
        Assert.Contains(rows, r => r[6] == "Government regains territory" && r[21] == "حصن الغراب" && r[1] == "2021-06-10");
        Assert.Contains(rows, r => r[6] == "Non-state actor overtakes territory" && r[1] == "2021-06-13");
        Assert.Contains(rows, r => r[6] == "Peaceful protest" && r[4] == "Demonstrations");
        // What was only planned, denied or undated is no row.
        Assert.DoesNotContain(rows, r => r[7] == "الحكومة الانتقالية" && r[1] == "2021-12-04" && r[5] == "Protests");
        Assert.All(rows.Skip(1), r => Assert.True(DateOnly.TryParseExact(r[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
    }

    [Fact]
    public void Vague_fatalities_are_written_as_asked()
    {
        var vague = RandomNews.Make(3, 1).Select(r => r with
        {
            Claims = [.. r.Claims.OfType<Readings.EventClaim>().Take(1).Select(c => c with { Type = Readings.EventType.Assault, Mode = "aerial", Acled = ("Explosions/Remote violence", "Air/drone strike"), Status = Readings.ClaimStatus.Happened, Time = new Readings.ClaimTime { Start = "2021-03-01", End = "2021-03-01", Precision = Readings.TimePrecision.Day, Relation = Readings.TimeRelation.At } }).Cast<Readings.Claim>(),
                new Readings.FigureClaim { Id = "c99", Key = "tens", Sources = ["s0"], Evidence = [], Rule = "by hand", Measure = Readings.Measure.Killed, Low = 20, High = 99, Bound = Readings.Bound.Vague, Words = "عشرات" }],
            Relations = [new Readings.Relation(Readings.RelationType.Causes, r.Claims.OfType<Readings.EventClaim>().First().Id, "c99", [])],
        });
        using var ledger = LedgerFolder.With(vague);
        string Fatalities(bool acled)
        {
            var text = new StringWriter();
            Export.Write(ledger.Store, "acled", new ExportOptions { AcledVague = acled }, text, LedgerFolder.Now);
            return Rows(text.ToString())[1][28];
        }
        Assert.Equal(("20", "10"), (Fatalities(false), Fatalities(true)));
    }

    [Fact]
    public void Ged_rows_keep_low_best_and_high_in_order()
    {
        var rows = Rows(Text("ged"));
        Assert.All(rows, r => Assert.Equal(49, r.Length));
        foreach (var row in rows.Skip(1))
        {
            double Of(string column) => double.Parse(row[Array.IndexOf(rows[0], column)], CultureInfo.InvariantCulture);
            Assert.True(Of("low") <= Of("best") && Of("best") <= Of("high"), string.Join(',', row));
            Assert.Equal(Of("best"), Of("deaths_a") + Of("deaths_b") + Of("deaths_civilians") + Of("deaths_unknown"));
        }
        var market = rows.Single(r => r[26] == "دير السنابل" && r[Array.IndexOf(rows[0], "high")] == "9");
        Assert.Equal(("7", "POINT (36.4 35.2)", "3"), (market[Array.IndexOf(rows[0], "low")], market[31], market[5]));
    }

    [Fact]
    public void Plover_lines_are_objects_with_what_it_requires()
    {
        var lines = Text("plover").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        foreach (var line in lines)
            foreach (var required in (string[])["id", "date", "actor", "event", "mode"]) Assert.True(line.TryGetProperty(required, out _), required);
        var killing = lines.Single(l => l.GetProperty("recipient").EnumerateArray().Any(p => p.GetProperty("entity_text").GetString() == "أبو زيد العامري"));
        Assert.Equal("ASSAULT", killing.GetProperty("event")[0].GetString());
        Assert.Equal("Q4", killing.GetProperty("quad_code").GetString());
        Assert.Equal(9, lines.Single(l => l.TryGetProperty("event_loc", out var at) && at.GetProperty("extracted_place").GetString() == "قرية المطر").GetProperty("size").GetProperty("dead").GetDouble());
        Assert.DoesNotContain(lines, l => l.GetProperty("event")[0].GetString() == "CONSULT" && l.GetProperty("date").GetString() == "2021-12-01");
    }

    [Fact]
    public void GeoJson_has_points_with_longitude_first()
    {
        using var json = JsonDocument.Parse(Text("geojson"));
        Assert.Equal("FeatureCollection", json.RootElement.GetProperty("type").GetString());
        var features = json.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(EventList.Count(_ledger.Store, new EventQuery()), features.Count);
        var point = features.First(f => f.GetProperty("properties").GetProperty("place").GetString() == "دير السنابل").GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal((36.4, 35.2), (point[0].GetDouble(), point[1].GetDouble()));
    }

    [Fact]
    public void Hxl_has_tags_in_the_second_row()
    {
        var rows = Rows(Text("hxl"));
        Assert.All(rows[1], t => Assert.StartsWith("#", t, StringComparison.Ordinal));
        foreach (var tag in (string[])["#event+type", "#date+occurred", "#adm1+name", "#loc+name", "#geo+lat", "#geo+lon", "#affected+killed", "#affected+idps+ind+newdisp+conflict", "#meta+source"]) Assert.Contains(tag, rows[1]);
        Assert.All(rows, r => Assert.Equal(rows[0].Length, r.Length));
    }

    [Fact]
    public void The_public_sees_a_grid_and_no_private_person()
    {
        foreach (var format in Export.Formats)
        {
            var text = Text(format, new ExportOptions { Public = true, Grid = 0.5 });
            // Journalists without a body of their own are private; who speaks for a body is not.
            Assert.DoesNotContain("مروان", text, StringComparison.Ordinal);
            Assert.DoesNotContain("35.41", text, StringComparison.Ordinal);
            Assert.DoesNotContain("وفق مرصد الوادي", text, StringComparison.Ordinal);
            Assert.Contains("مروان", Text("geojson"), StringComparison.Ordinal);
        }
        using var json = JsonDocument.Parse(Text("geojson", new ExportOptions { Public = true, Grid = 0.5 }));
        var point = json.RootElement.GetProperty("features").EnumerateArray().First(f => f.GetProperty("properties").GetProperty("place").GetString() == "دير السنابل").GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal((36.25, 35.25), (point[0].GetDouble(), point[1].GetDouble()));
    }

    [Fact]
    public void A_delta_holds_what_is_new_or_changed_since_a_release()
    {
        var all = Export.Write(_ledger.Store, "geojson", new ExportOptions { Release = "one" }, new StringWriter(), LedgerFolder.Now);
        var none = Export.Write(_ledger.Store, "geojson", new ExportOptions { SinceRelease = "one" }, new StringWriter(), LedgerFolder.Now);
        Assert.Equal((0, all.Written), (none.Written, none.Unchanged));
        _ledger.Store.Take(RandomNews.Make(1, 1), LedgerFolder.Now);
        _ledger.Store.Settle();
        var some = Export.Write(_ledger.Store, "geojson", new ExportOptions { SinceRelease = "one" }, new StringWriter(), LedgerFolder.Now);
        Assert.Equal(all.Written, some.Unchanged);
        Assert.True(some.Written > 0);
        Assert.Throws<KeyNotFoundException>(() => Export.Write(_ledger.Store, "geojson", new ExportOptions { SinceRelease = "two" }, new StringWriter(), LedgerFolder.Now));
    }
}
