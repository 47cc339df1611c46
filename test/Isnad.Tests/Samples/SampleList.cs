using Isnad.Packs;

namespace Isnad.Tests.Samples;

/// <summary>The sample reports.</summary>
internal static class SampleList
{
    private static readonly Lazy<SampleReport[]> Read = new(() => [.. Repository.Files("samples", ".txt").Select(f => SampleReport.Parse(Repository.Name(f), File.ReadAllText(f)))]);

    public static IReadOnlyList<SampleReport> Reports => Read.Value;

    public static IEnumerable<Report> All => Read.Value.Select(s => s.Report);
}
