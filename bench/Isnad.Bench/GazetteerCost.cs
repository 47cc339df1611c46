using System.Diagnostics;
using System.Globalization;
using Isnad.Packs;
using Isnad.Places;

namespace Isnad.Bench;

/// <summary>What gazetteers cost: opening them, looking names up in them, memory. The files after the first are those that <c>isnad places add</c> made.</summary>
internal static class GazetteerCost
{
    private const int Rounds = 5;

    public static int Run(IReadOnlyList<string> files)
    {
        if (files.Count == 0 || files.FirstOrDefault(f => !File.Exists(f)) is not null)
        {
            Console.Error.WriteLine("name files of gazetteers: the program's gazetteer.isnad, then those in the data folder");
            return 2;
        }
        var pack = CompiledPacks.Compile(Growth.Folder("packs"), []).Language(null);
        var names = Names(new Gazetteer(GazetteerFile.Open(files[0])), pack.PlaceKeys);
        for (var count = 1; count <= files.Count; count++)
        {
            var before = Environment.WorkingSet;
            var watch = Stopwatch.StartNew();
            var layers = files.Take(count).Select(f => new Gazetteer(GazetteerFile.Open(f))).ToList();
            var opened = watch.Elapsed.TotalMilliseconds;
            var book = new PlaceBook(pack, layers);
            var (exact, near) = (Best(names, n => book.Find(n, false, [])), Best(names[..500], n => book.FindNear(n, [])));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{count} gazetteers, {layers.Sum(l => l.Count):#,0} places, {layers.Sum(l => l.Length) / 1e6:0.0} MB: opened in {opened:0.00} ms; {exact:0} ns a name, {near / 1000:0.0} us with one letter amiss; working set grew by {(Environment.WorkingSet - before) / 1e6:0.0} MB"));
        }
        return 0;
    }

    /// <summary>Keys of names in the gazetteer, every seventh, and as many that it does not have.</summary>
    private static string[] Names(Gazetteer gazetteer, PlaceKeys keys)
    {
        var names = new List<string>();
        for (var i = 0; i < gazetteer.Count && names.Count < 20_000; i += 7)
        {
            var key = keys.Of(gazetteer.Text(gazetteer.Records[i].Local));
            if (key.Length < 3) continue;
            names.Add(key);
            names.Add(key[1..] + key[0]);
        }
        return [.. names];
    }

    private static double Best(string[] names, Action<string> look)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var name in names) look(name);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }
        return best * 1e6 / names.Length;
    }
}
