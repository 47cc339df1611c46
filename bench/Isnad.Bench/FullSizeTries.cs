using System.Diagnostics;
using System.Globalization;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Bench;

/// <summary>Tries of half a million words and of 200,000 names of places: building, loading, memory, walking.</summary>
internal static class FullSizeTries
{
    private static readonly string Letters = string.Concat(Enumerable.Range(0x0627, 20).Select(c => (char)c));

    public static int Run()
    {
        foreach (var (name, count, words) in new[] { ("words", 500_000, 1), ("places", 200_000, 2) })
        {
            var keys = Keys(count, words);
            var watch = Stopwatch.StartNew();
            var trie = DoubleArrayTrie.Build(keys);
            var built = watch.Elapsed.TotalMilliseconds;
            using var stream = new MemoryStream();
            trie.Write(new PackOutput(stream, new Packs.Texts()));
            var before = GC.GetTotalMemory(true);
            var bytes = stream.ToArray();
            watch.Restart();
            var loaded = DoubleArrayTrie.Read(new PackInput(bytes, 0));
            var load = watch.Elapsed.TotalMilliseconds;
            var text = Text(keys);
            var (best, found) = (double.MaxValue, 0);
            for (var round = 0; round < 7; round++)
            {
                watch.Restart();
                found = Walk(loaded, text);
                best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: {count:#,0} entries, {loaded.Size:#,0} states, {bytes.Length / 1e6:0.0} MB; built in {built:0} ms, loaded in {load:0.0} ms; {best * 1e6 / text.Length:0.0} ns a character, {found:#,0} found"));
            GC.KeepAlive(before);
        }
        return 0;
    }

    // Words of Zipf-like lengths whose letters are not alike in frequency, from a fixed seed.
    private static string[] Keys(int count, int words)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var seed = 12345u;
        uint Next(uint below) { seed = (seed * 1664525) + 1013904223; return (seed >> 8) % below; }
        while (keys.Count < count)
        {
            var parts = new string[words];
            for (var w = 0; w < words; w++)
            {
                var chars = new char[4 + Next(6)];
                for (var i = 0; i < chars.Length; i++) chars[i] = Letters[(int)(Next(20) * Next(20) / 20)];
                parts[w] = new string(chars);
            }
            keys.Add(string.Join(' ', parts));
        }
        return [.. keys.Order(StringComparer.Ordinal)];
    }

    private static string Text(string[] keys)
    {
        var built = new System.Text.StringBuilder();
        var seed = 777u;
        while (built.Length < 2_000_000)
        {
            seed = (seed * 1664525) + 1013904223;
            var key = keys[(seed >> 4) % keys.Length];
            built.Append((seed & 3) == 0 ? key[..(key.Length / 2)] : key).Append(' ');
        }
        return built.ToString();
    }

    private static int Walk(DoubleArrayTrie trie, string text)
    {
        var found = 0;
        for (var start = 0; start < text.Length; start = text.IndexOf(' ', start) + 1)
        {
            var state = DoubleArrayTrie.Root;
            for (var i = start; i < text.Length; i++)
            {
                state = trie.Step(state, text[i]);
                if (state < 0) break;
                if (trie.ValueAt(state) >= 0) found++;
            }
            if (text.IndexOf(' ', start) < 0) break;
        }
        return found;
    }
}
