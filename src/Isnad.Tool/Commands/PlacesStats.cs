using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Isnad.Packs;
using Isnad.Places;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad places stats</c>: which gazetteers there are, and what they hold.</summary>
internal static class PlacesStats
{
    private const int ShownCountries = 12;

    public static Command Create(Option<string?> packs, Option<string?> data)
    {
        var command = new Command("stats", "Tell which gazetteers are in use, their versions, and how many places of which kind they hold.") { data };
        command.SetAction(parsed => Run(parsed.GetValue(packs), parsed.GetValue(data)));
        return command;
    }

    private static int Run(string? named, string? data)
    {
        var watch = Stopwatch.StartNew();
        if (PackPlace.Load(named, data) is not { } packs) return 2;
        var opened = watch.Elapsed.TotalMilliseconds;
        var pack = packs.Language(null);
        var own = new PlaceBook(pack, packs.Gazetteers);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"packs         {pack.World.Places.Count,8} places"));
        Write(Enumerable.Range(0, pack.World.Places.Count).Select(i => (pack.World.Places[i].Country, pack.World.Places[i].Class)));
        foreach (var gazetteer in packs.Gazetteers)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{gazetteer.Name,-13} {gazetteer.Count,8} places, {gazetteer.Names} names, {gazetteer.Length / 1e6:0.0} MB, version {gazetteer.Hash[..12]}"));
            Write(Kinds(gazetteer));
        }
        Console.WriteLine($"version in readings {packs.Hash}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"packs and gazetteers opened in {opened:0} ms"));
        return own.Layers.Count > 0 ? 0 : 1;
    }

    private static List<(string Country, string Class)> Kinds(Gazetteer gazetteer)
    {
        var kinds = new List<(string, string)>(gazetteer.Count);
        foreach (var record in gazetteer.Records) kinds.Add((gazetteer.Text(gazetteer.Divisions[record.Division].Country), PlaceClass.Name(record.Class)));
        return kinds;
    }

    private static void Write(IEnumerable<(string Country, string Class)> places)
    {
        var all = places.ToList();
        Console.WriteLine("  " + string.Join(", ", all.GroupBy(p => p.Class).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}")));
        var countries = all.Where(p => p.Country.Length > 0).GroupBy(p => p.Country).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        Console.WriteLine("  " + string.Join(", ", countries.Take(ShownCountries).Select(g => $"{g.Key} {g.Count()}")) + (countries.Count > ShownCountries ? $", and {countries.Count - ShownCountries} countries more" : ""));
    }
}
