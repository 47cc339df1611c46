using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isnad.Ledger.Review;

/// <summary>What follows from decisions about one claim.</summary>
/// <param name="State">See <see cref="ReviewState"/>.</param>
/// <param name="Edits">Fields to be put in place of the reader's, each as last decided.</param>
internal sealed record Outcome(string State, JsonObject Edits)
{
    /// <summary>Whether two people came to the same.</summary>
    public bool Agrees(Outcome other) => State == other.State && (State == ReviewState.Rejected || JsonNode.DeepEquals(Edits, other.Edits));

    /// <summary>What decisions come to, taken one after another. Edits stay when somebody accepts what they made.</summary>
    public static Outcome Of(IEnumerable<ClaimDecision> decisions)
    {
        string? verdict = null;
        var edits = new JsonObject();
        var before = new JsonObject();
        foreach (var decision in decisions)
        {
            verdict = decision.Kind switch { "reject" => ReviewState.Rejected, "unsure" => ReviewState.Unsure, "reopen" => null, _ => ReviewState.Accepted };
            if (decision.Kind != "edit") continue;
            foreach (var (name, value) in Fields(decision.Before)) before.TryAdd(name, value?.DeepClone());
            foreach (var (name, value) in Fields(decision.After))
                // What is put back to what it was is no edit.
                if (before.TryGetPropertyValue(name, out var old) && JsonNode.DeepEquals(old, value)) edits.Remove(name);
                else edits[name] = value?.DeepClone();
        }
        return new Outcome(verdict == ReviewState.Accepted && edits.Count > 0 ? ReviewState.Edited : verdict ?? ReviewState.Open, edits);
    }

    private static JsonObject Fields(string? json) => json is null ? [] : (JsonObject)JsonNode.Parse(json, documentOptions: new JsonDocumentOptions())!;
}

/// <summary>A claim with all decisions about it that stand and its coders: which of them counts.</summary>
internal sealed class ClaimStand
{
    private readonly IReadOnlyList<ClaimDecision> _decisions;
    private readonly IReadOnlyList<string> _coders;

    /// <param name="decisions">Decisions that nobody took back, oldest first.</param>
    /// <param name="coders">People that the claim is assigned to, in the order of assignment.</param>
    public ClaimStand(IReadOnlyList<ClaimDecision> decisions, IReadOnlyList<string> coders)
    {
        (_decisions, _coders) = (decisions, coders);
        Outcome = Made();
    }

    /// <summary>What counts.</summary>
    public Outcome Outcome { get; }

    /// <summary>The addition, if a person added the claim.</summary>
    public ClaimDecision? Addition => _decisions.FirstOrDefault(d => d.Kind == "add");

    /// <summary>Whether several people code it, each without knowing what the others decided.</summary>
    public bool IsBlind => _coders.Count > 1;

    /// <summary>People that it is assigned to.</summary>
    public IReadOnlyList<string> Coders => _coders;

    /// <summary>Coders who have decided.</summary>
    public IReadOnlyList<string> Decided => [.. _coders.Where(c => OwnOf(c).State != ReviewState.Open)];

    /// <summary>Whether all of its coders have decided.</summary>
    public bool IsComplete => Decided.Count == _coders.Count;

    /// <summary>Whether what others decided must be kept from somebody: they code it too, and have not decided yet, or not all have.</summary>
    public bool IsHiddenFrom(string? person) => IsBlind && !IsComplete && person is not null && _coders.Contains(person);

    /// <summary>What one person made of it.</summary>
    public Outcome OwnOf(string person) => Outcome.Of(_decisions.Where(d => d.Person == person && !d.Adjudicates));

    /// <summary>What a coder made of it before any of them could know the others' word; null before all have decided.</summary>
    public Outcome? IndependentOf(string person)
    {
        if (!IsBlind || !IsComplete) return null;
        var opened = _coders.Max(c => _decisions.First(d => d.Person == c && !d.Adjudicates).Number);
        return Outcome.Of(_decisions.Where(d => d.Person == person && !d.Adjudicates && d.Number <= opened));
    }

    private Outcome Made()
    {
        var settled = _decisions.Where(d => d.Adjudicates).ToList();
        if (settled.Count > 0) return Adjudicated(settled);
        if (!IsBlind) return Outcome.Of(_decisions);
        if (!IsComplete) return new Outcome(ReviewState.Waiting, []);
        var first = OwnOf(_coders[0]);
        return _coders.All(c => OwnOf(c).Agrees(first)) ? first : new Outcome(ReviewState.Disagreed, []);
    }

    // The last one who took over somebody's version laid the ground for what the adjudicators decided since.
    private Outcome Adjudicated(List<ClaimDecision> settled)
    {
        var from = settled.FindLastIndex(d => d.Adopts is not null);
        if (from < 0) return Outcome.Of(settled);
        var adopted = _decisions.Where(d => d.Person == settled[from].Adopts && !d.Adjudicates && d.Kind != "reopen");
        return from == settled.Count - 1 ? Outcome.Of(adopted) : Outcome.Of(adopted.Concat(settled.Skip(from + 1)));
    }
}
