using Isnad.Clauses;
using Isnad.Readings;

namespace Isnad.Speech;

/// <summary>Who says so, before entities are resolved.</summary>
internal sealed class Speaker
{
    /// <summary>The phrase that names the speaker.</summary>
    public required Phrase Phrase { get; init; }

    /// <summary>What kind of speaker.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>Tokens of the words of attribution.</summary>
    public required int CueStart { get; init; }

    /// <summary>One past the last of them.</summary>
    public required int CueEnd { get; init; }

    /// <summary>Who passes it on; null for the outlet.</summary>
    public Speaker? Via { get; init; }

    /// <summary>Whether the speaker's words are those of a document ("in a statement").</summary>
    public bool InDocument { get; init; }

    /// <summary>The same speaker, passed on by somebody else at the end of the chain.</summary>
    public Speaker PassedOnBy(Speaker via) => new()
    {
        Phrase = Phrase,
        Kind = Kind,
        CueStart = CueStart,
        CueEnd = CueEnd,
        Via = Via is null ? via : Via.PassedOnBy(via),
        InDocument = InDocument,
    };

    /// <summary>Whether somebody stands in the chain, as speaker or as one who passes on.</summary>
    public bool Chains(Phrase phrase)
    {
        for (var link = this; link is not null; link = link.Via)
            if (link.Phrase == phrase) return true;
        return false;
    }
}

/// <summary>Those who say something, and how they stand to it. No speakers: the outlet itself.</summary>
internal sealed record Voice(IReadOnlyList<Speaker> Speakers, Stance Stance)
{
    /// <summary>The outlet's own voice.</summary>
    public static Voice Outlet { get; } = new([], Stance.States);

    /// <summary>Whether the outlet says it itself.</summary>
    public bool IsOutlet => Speakers.Count == 0;

    /// <summary>The same voice, passed on by somebody who is not in it yet.</summary>
    public Voice PassedOnBy(Speaker via) =>
        new([.. Speakers.Select(s => s.Chains(via.Phrase) ? s : s.PassedOnBy(via))], Stance);
}
