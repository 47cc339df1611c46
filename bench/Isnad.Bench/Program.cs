using BenchmarkDotNet.Running;

namespace Isnad.Bench;

/// <summary>
/// Benchmarks: <c>dotnet run -c Release -- --filter '*'</c>. Further measurements need no harness:
/// <c>growth [PACKS.isnad]</c> prints the time that hostile texts take as they double, <c>tries</c> the cost of tries at full size,
/// <c>ambiguity FILE.ndjson</c> analyses and edges per word, <c>ledger PACKS.isnad SAMPLES SIZE...</c> speed and size of a ledger as it grows,
/// <c>places FILE.isnad ...</c> the cost of gazetteers.
/// </summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        switch (args)
        {
            case ["growth", .. var rest]: return Growth.Run(rest);
            case ["tries", ..]: return FullSizeTries.Run();
            case ["places", .. var files]: return GazetteerCost.Run(files);
            case ["ambiguity", var file]: return Ambiguity.Run(file);
            case ["ledger", .. var rest]: return LedgerGrowth.Run(rest);
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                return 0;
        }
    }
}
