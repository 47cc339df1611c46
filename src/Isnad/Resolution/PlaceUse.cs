using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Places;
using Isnad.Semantics;

namespace Isnad.Resolution;

/// <summary>How a place stands to another that the text names beside it.</summary>
internal enum Beside : byte { None, Within, Near, On }

/// <summary>A place at one place in a report: a name, or a word for a kind of place with a name that no table has.</summary>
internal sealed class PlaceUse
{
    /// <summary>The phrase of the name, or of the word for a kind of place.</summary>
    public required Phrase Phrase { get; init; }
    /// <summary>The outermost phrase that means the place: "the countryside of X".</summary>
    public required Phrase Outer { get; init; }
    /// <summary>What the word before the name calls it ("the town of"), or null.</summary>
    public NounKind? Head { get; set; }
    /// <summary>Sentence in which it stands.</summary>
    public required int Sentence { get; init; }
    /// <summary>How it stands to <see cref="Other"/>.</summary>
    public Beside Beside { get; set; }
    /// <summary>The place beside which it is set.</summary>
    public PlaceUse? Other { get; set; }
    /// <summary>Direction from <see cref="Other"/>, or null.</summary>
    public string? Direction { get; set; }
    /// <summary>Kilometres from it, or null.</summary>
    public double? Km { get; set; }
    /// <summary>The two between which it lies.</summary>
    public List<PlaceUse> Between { get; } = [];
    /// <summary>Whether another place is set beside it, so that it is no place of its own here.</summary>
    public bool IsLimit { get; set; }
    /// <summary>Whether its entity knows what it stands beside.</summary>
    public bool IsRelated { get; set; }
    /// <summary>What was chosen for its name, and what was not.</summary>
    public PlaceChoice? Choice { get; set; }

    /// <summary>Whether its name is in no gazetteer.</summary>
    public bool IsUnlisted => Phrase.Name?.As(NameKind.Unlisted) is not null;

    /// <summary>The class of place that the word before it asks for, or empty.</summary>
    public string Asked => Head?.Class ?? "";
}

/// <summary>A place that a name may mean, with what speaks for it.</summary>
internal sealed class PlaceCandidate(Place place, int entry)
{
    public Place Place => place;
    /// <summary>Index among the name's entries; -1 for one that was derived from them.</summary>
    public int Entry => entry;
    /// <summary>Points, with their reasons.</summary>
    public List<(string Reason, int Points)> Reasons { get; } = [];
    public int Score { get; private set; }

    public void Add(string reason, int points)
    {
        if (points == 0) return;
        Reasons.Add((reason, points));
        Score += points;
    }
}

/// <summary>The places that a name may mean where it stands, the likeliest first.</summary>
internal sealed class PlaceChoice(List<PlaceCandidate> ranked)
{
    /// <summary>Fewer points between two places are honest doubt.</summary>
    private const int Margin = 8;

    public List<PlaceCandidate> Ranked => ranked;

    public Place? Best => ranked is [var first, ..] ? first.Place : null;

    /// <summary>Those that the text does not tell apart, the likeliest first; one, if it does.</summary>
    public IEnumerable<PlaceCandidate> Likely => ranked.Where((c, i) => i == 0 || (ranked[0].Score - c.Score < Margin && IsElsewhere(c.Place, ranked[0].Place))).Take(4);

    /// <summary>0 to 100: how sure the best is.</summary>
    public int Certainty
    {
        get
        {
            var rival = ranked.Skip(1).FirstOrDefault(c => IsElsewhere(c.Place, ranked[0].Place));
            return rival is null ? 97 : Math.Clamp(50 + ranked[0].Score - rival.Score, 50, 96);
        }
    }

    /// <summary>A city and the division called after it are no doubt about where.</summary>
    private static bool IsElsewhere(Place a, Place b) => a.Country != b.Country || !((a.Class == "admin1" || b.Class == "admin1") && a.Admin1 == b.Admin1) && (a.DistanceTo(b) is { } km ? km > 15 : a.Admin1 != b.Admin1);
}
