using Isnad.Clauses;
using Isnad.Readings;

namespace Isnad.Claims;

/// <summary>What figures that are joined share: a bound before the first or after the last, and the group that they count.</summary>
internal static class FigureLists
{
    /// <summary>Shares bounds and units among the figures from <paramref name="first"/> on, which are those of one sentence.</summary>
    public static void ShareUnits(List<FigureDraft> figures, int first)
    {
        for (var i = first + 1; i < figures.Count; i++)
        {
            var (before, after) = (figures[i - 1], figures[i]);
            if (!after.IsJoined || before.Clause != after.Clause) continue;
            if (before.Value is { } one && after.Value is { } two)
            {
                // "At least 3 dead and 5 wounded", "3 dead and 5 wounded at least".
                if (IsBoundBefore(one) && after.Number.IsExact) after.Number = after.Number.With(before.Number.Bound) ?? after.Number;
                if (IsBoundAfter(two) && before.Number.IsExact) before.Number = before.Number.With(after.Number.Bound) ?? before.Number;
            }
            if (before.Unit is null && after.Unit is { } unit && after.Value is not null) before.Unit = unit;
        }
    }

    /// <summary>Says a figure again for each of several places.</summary>
    public static void Repeat(List<FigureDraft> figures, int at, List<Phrase> places)
    {
        var figure = figures[at];
        for (var p = places.Count - 1; p >= 0; p--)
        {
            var each = p == 0 ? figure : figure.Again();
            each.Places.Clear();
            each.Places.Add(places[p]);
            each.IsEach = true;
            if (p > 0) figures.Insert(at + 1, each);
        }
    }

    private static bool IsBoundBefore(Values.FoundValue value) => value.Rule.EndsWith(".bound-before", StringComparison.Ordinal);

    private static bool IsBoundAfter(Values.FoundValue value) => value.Rule.EndsWith(".bound-after", StringComparison.Ordinal);
}
