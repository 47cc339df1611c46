using Isnad.Readings;

namespace Isnad.Values;

/// <summary>Makes a value of a rule's arguments, or null if they do not go together.</summary>
internal delegate object? ValueFunction(ValueContext context, object?[] arguments);

/// <summary>The functions that rules may name.</summary>
internal static class ValueFunctions
{
    private static readonly Dictionary<string, ValueFunction> All = new(StringComparer.Ordinal)
    {
        ["same"] = static (_, a) => a[0],
        ["number"] = static (_, a) => Number(a[0]) is { } n ? new NumberValue(n) : null,
        ["teen"] = static (_, a) => Number(a[0]) is { } n and >= 1 and <= 9 ? new NumberValue(n + 10) : null,
        ["units-tens"] = static (_, a) => Exact(a[0]) is { } u and >= 1 and <= 9 && Exact(a[1]) is { } t && t % 10 == 0 && t is >= 20 and <= 90 ? new NumberValue(u + t) : null,
        ["add"] = static (_, a) => Add(a[0], a[1]),
        ["multiply"] = static (_, a) => Multiply(a[0], a[1]),
        ["add-part"] = static (_, a) => AddPart(a[0], a[1], a[2]),
        ["fraction"] = static (_, a) => Number(a[0]) is { } n && Number(a[1]) is { } d ? new NumberValue(n / d) : null,
        ["two"] = static (_, a) => Number(a[1]) is 2 ? new NumberValue(2) : null,
        ["one"] = static (_, a) => Number(a[1]) is 1 ? new NumberValue(1) : null,
        ["times"] = static (_, a) => Number(a[0]) is { } n && Number(a[1]) is { } p ? new NumberValue(Math.Round(n * p, 9)) : null,
        ["multiply-part"] = static (_, a) => Number(a[0]) is { } p and < 1 && Number(a[1]) is { } s ? new NumberValue(p * s) : null,
        ["few-tens"] = static (_, a) => Number(a[0]) is { } n ? new NumberValue(n + 3, n + 9, Bound.Vague) : null,
        ["bound-outer"] = static (_, a) => a[0] is NumberValue n && Words.TryParse<Bound>(WordOf(a[1]), out var outer) && n.Bound == Bound.About && outer != Bound.About ? (n with { Bound = Bound.Exact }).With(outer) : null,
        ["range"] = static (_, a) => Range(a[0], a[1]),
        ["vague"] = static (_, a) => Number(a[0]) is { } low && Number(a[1]) is { } high ? new NumberValue(low, high, Bound.Vague) : null,
        ["vague-scale"] = static (_, a) => Number(a[0]) is { } s ? new NumberValue(2 * s, (10 * s) - 1, Bound.Vague) : null,
        ["odd"] = static (_, a) => Exact(a[0]) is { } n ? new NumberValue(n + 1, n + 9, Bound.Vague) : null,
        ["bound"] = static (_, a) => a[0] is NumberValue n && Words.TryParse<Bound>(WordOf(a[1]), out var bound) ? n.With(bound) : null,
        ["unit"] = static (_, a) => InUnit(a[0], a.Length > 1 ? WordOf(a[1]) : ""),
        ["ordinal-add"] = static (_, a) => Number(a[0]) is { } u && Number(a[1]) is { } t ? new NumberValue(u + t) : null,
    };

    static ValueFunctions() => TimeFunctions.Register(All);

    /// <summary>The function of that name, or null.</summary>
    public static ValueFunction? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>The name of a function.</summary>
    public static string NameOf(ValueFunction function) => All.First(f => f.Value == function).Key;

    /// <summary>Every name, for messages.</summary>
    public static string List => string.Join(", ", All.Keys.Order(StringComparer.Ordinal));

    /// <summary>The number of an argument: a constant, a word's value or an exact number.</summary>
    internal static double? Number(object? argument) => argument switch
    {
        double d => d,
        Atom { Number: var n } when !double.IsNaN(n) => n,
        NumberValue { IsExact: true } v => v.Low,
        _ => null,
    };

    /// <summary>The word of an argument.</summary>
    internal static string WordOf(object? argument) => argument switch { string s => s, Atom a => a.Text, _ => "" };

    /// <summary>A number in a unit; null for what is none.</summary>
    internal static NumberValue? InUnit(object? number, string unit) =>
        number is NumberValue n ? n with { Unit = unit } : Number(number) is { } exact ? new NumberValue(exact) { Unit = unit } : null;

    private static double? Exact(object? argument) => Number(argument);

    /// <summary>A lower group after a higher one: 2000 and 500, 120 and 5. Not 5 and 120, not 20 and 30.</summary>
    private static NumberValue? Add(object? higher, object? lower)
    {
        if (Exact(higher) is not { } h || Exact(lower) is not { } l || h <= 0 || l <= 0 || h != Math.Floor(h)) return null;
        return l < LowestGroup(h) ? new NumberValue(h + l) : null;
    }

    /// <summary>What may be added below a number: 1000 for 5000, 100 for 300, 10 for 40.</summary>
    private static double LowestGroup(double n)
    {
        foreach (var scale in (ReadOnlySpan<double>)[1e12, 1e9, 1e6, 1e3])
            if (n >= scale && n % scale == 0) return scale;
        return n % 100 == 0 ? 100 : n % 10 == 0 && n >= 20 ? 10 : 0;
    }

    private static NumberValue? Multiply(object? number, object? scale)
    {
        if (Number(scale) is not { } s) return null;
        return number switch
        {
            // The vague thousands of hundreds: low times 1000, and all the digits up to the next.
            NumberValue { Bound: Bound.Vague } v => new NumberValue(v.Low * s, ((v.High + 1) * s) - 1, Bound.Vague),
            NumberValue { Bound: Bound.Between } v => new NumberValue(v.Low * s, v.High * s, Bound.Between),
            _ => Number(number) is { } n && n > 0 && n < s ? new NumberValue(n * s) { Scale = s } : null,
        };
    }

    /// <summary>A number, then a part of a scale: "two million and a half million", "three and a half".</summary>
    private static NumberValue? AddPart(object? number, object? part, object? scale)
    {
        if (number is not NumberValue { IsExact: true } n || Number(part) is not { } p || p >= 1) return null;
        var s = Number(scale) ?? (n.Low >= 1e9 && n.Low % 1e9 == 0 ? 1e9 : n.Low >= 1e6 && n.Low % 1e6 == 0 ? 1e6 : n.Low >= 1e3 && n.Low % 1e3 == 0 ? 1e3 : 1);
        return new NumberValue(n.Low + (p * s)) { Unit = n.Unit };
    }

    private static NumberValue? Range(object? low, object? high)
    {
        if (low is not NumberValue { IsExact: true } a || high is not NumberValue { IsExact: true } b) return null;
        if (a.Unit.Length > 0 && b.Unit.Length > 0 && a.Unit != b.Unit) return null;
        // "5 to 8 thousand": the scale of the second holds for both.
        var from = b.Scale > 1 && a.Scale == 1 && a.Low * b.Scale < b.Low ? a.Low * b.Scale : a.Low;
        return from < b.Low ? new NumberValue(from, b.Low, Bound.Between) { Unit = b.Unit.Length > 0 ? b.Unit : a.Unit } : null;
    }
}
