using System.Text.Json;

namespace Isnad.Ledger.Storage;

/// <summary>What a person decided: always about claims, found by their keys, so that it outlives a new reading.</summary>
/// <param name="Number">Number of the decision.</param>
/// <param name="Kind"><c>join</c>: all the claims are of one happening. <c>split</c>: no claim is of one with any of the others. <c>grade</c>.</param>
/// <param name="Claims">Keys of claims.</param>
/// <param name="Others">Of a split: keys of the claims on the other side.</param>
/// <param name="Value">Of a grade: <c>confirmed</c> or <c>discounted</c>.</param>
/// <param name="Person">Who decided.</param>
/// <param name="Note">Why.</param>
/// <param name="Made">When, ISO 8601.</param>
public sealed record Decision(long Number, string Kind, IReadOnlyList<string> Claims, IReadOnlyList<string> Others, string? Value, string? Person, string? Note, string Made);

/// <summary>The decisions that stand, ready to be asked. Few: they are kept in memory.</summary>
internal sealed class DecisionBook
{
    private readonly Dictionary<string, List<Decision>> _byClaim = new(StringComparer.Ordinal);

    private DecisionBook(List<Decision> all)
    {
        All = all;
        foreach (var decision in all)
            foreach (var claim in decision.Claims.Concat(decision.Others))
                (_byClaim.TryGetValue(claim, out var list) ? list : _byClaim[claim] = []).Add(decision);
    }

    /// <summary>All that stand, oldest first.</summary>
    public List<Decision> All { get; }

    public static DecisionBook Load(Database database) => new(database.Rows(
        "select n, kind, claims, others, value, person, note, made from decisions where withdrawn = 0 and kind in ('join', 'split', 'grade') order by n",
        r => new Decision(r.GetInt64(0), r.GetString(1), KeysOf(r.GetString(2)), r.Text(3) is { } others ? KeysOf(others) : [], r.Text(4), r.Text(5), r.Text(6), r.GetString(7))));

    /// <summary>Which part of its telling a claim belongs to: 0, or the number of the split that took it out.</summary>
    public int PartOf(string claim)
    {
        if (!_byClaim.TryGetValue(claim, out var decisions)) return 0;
        foreach (var decision in decisions)
            if (decision.Kind == "split" && decision.Claims.Contains(claim)) return (int)decision.Number;
        return 0;
    }

    /// <summary>Whether two claims are not of one happening.</summary>
    public bool Parted(string one, string other) =>
        _byClaim.TryGetValue(one, out var decisions) && decisions.Exists(d => d.Kind == "split"
            && ((d.Claims.Contains(one) && d.Others.Contains(other)) || (d.Others.Contains(one) && d.Claims.Contains(other))));

    /// <summary>A person's grade of an event, by the claims it stands on: the latest counts.</summary>
    public string? Judged(IEnumerable<string> claims) =>
        claims.SelectMany(c => _byClaim.TryGetValue(c, out var list) ? list : []).Where(d => d.Kind == "grade").MaxBy(d => d.Number)?.Value;

    public static string Text(IEnumerable<string> keys) => JsonSerializer.Serialize(keys.ToArray(), KeysJson.Default.StringArray);

    public static string[] KeysOf(string json) => JsonSerializer.Deserialize(json, KeysJson.Default.StringArray)!;
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
internal sealed partial class KeysJson : System.Text.Json.Serialization.JsonSerializerContext;
