using Isnad.Packs;
using Isnad.Tests.Samples;

namespace Isnad.Tests.Fuzz;

/// <summary>Texts to begin with: the samples and the phrases of the corpora.</summary>
internal static class Seeds
{
    private static readonly Lazy<string[]> Found = new(() => [.. SampleList.All.Select(s => s.Text), .. Phrases]);

    /// <summary>Phrases of both value corpora.</summary>
    public static IEnumerable<string> Phrases => Cases("numbers.txt").Concat(Cases("times.txt")).Select(c => c.Text);

    /// <summary>Every seed.</summary>
    public static string[] All => Found.Value;

    /// <summary>The cases of a corpus of the Arabic pack.</summary>
    public static IReadOnlyList<ValueCase> Cases(string corpus)
    {
        var path = Path.Combine(Repository.Packs, "ar", "corpora", corpus);
        return ValueCorpus.Parse(Repository.Name(path), File.ReadAllText(path));
    }
}
