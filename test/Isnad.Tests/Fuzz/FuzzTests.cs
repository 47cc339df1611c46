using System.Text;
using Isnad.Tests.Laws;

namespace Isnad.Tests.Fuzz;

/// <summary>No text makes the reader throw, lose a position or break the format; and time grows with length only.</summary>
public sealed class FuzzTests
{
    private static readonly ReadOptions WithValues = new() { Values = true };

    public static TheoryData<int> RandomSeeds => [1, 2, 3, 4, 5, 6];

    [Theory]
    [MemberData(nameof(RandomSeeds))]
    public void BrokenTextsAreRead(int seed)
    {
        var reader = new Reader(Repository.CompiledPacks);
        var mutator = new Mutator(seed * 7919);
        var faults = new List<string>();
        for (var i = 0; i < 500; i++)
        {
            var text = mutator.Next();
            var report = new Report { Text = text, Title = i % 3 == 0 ? mutator.Next() : null, Language = "ar", Published = i % 4 == 0 ? null : "2021-03-10", Outlet = "x" };
            try
            {
                var reading = reader.Read(report, WithValues);
                faults.AddRange(ReadingLaws.Faults(reading, report).Take(3).Select(f => $"{seed}/{i}: {f}: {Show(report)}"));
                if (i % 10 == 0) faults.AddRange(Json.Faults(reading).Take(3).Select(f => $"{seed}/{i}: schema: {f}: {Show(report)}"));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                faults.Add($"{seed}/{i}: {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0].Trim()}: {Show(report)}");
                reader = new Reader(Repository.CompiledPacks);
            }
        }
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults.Take(25))}");
    }

    private static string Show(Report report)
    {
        var built = new StringBuilder();
        foreach (var c in report.Title is null ? report.Text : $"[{report.Title}] {report.Text}")
        {
            if (built.Length > 300) { built.Append('…'); break; }
            if (char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format) built.Append($"\\u{(int)c:x4}");
            else built.Append(c);
        }
        return built.ToString();
    }
}
