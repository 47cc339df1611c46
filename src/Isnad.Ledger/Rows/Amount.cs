using System.Globalization;

namespace Isnad.Ledger.Rows;

/// <summary>Numbers with two ends, in words.</summary>
internal static class Amount
{
    /// <summary>A number with its other end: <c>12-21</c>, <c>6 or more</c>.</summary>
    public static string? Text(double? low, double? high) => (low, high) switch
    {
        (null, null) => null,
        ({ } l, null) => string.Create(CultureInfo.InvariantCulture, $"{l} or more"),
        (null, { } h) => string.Create(CultureInfo.InvariantCulture, $"up to {h}"),
        ({ } l, { } h) => l.Equals(h) ? l.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{l}-{h}"),
    };
}
