using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Speech;
using Isnad.Values;

namespace Isnad.Claims;

/// <summary>A claim in the making: phrases instead of entities, tokens instead of spans.</summary>
internal abstract class Draft
{
    /// <summary>Tokens of the trigger.</summary>
    public int Start, End;
    /// <summary>First folded code unit of the trigger, after proclitics.</summary>
    public int From;
    public Clause? Clause;
    /// <summary>Who says so.</summary>
    public Voice Voice = Voice.Outlet;
    public ClaimStatus Status;
    public Polarity Polarity;
    public Assertion Assertion;
    public FoundValue? Time;
    public bool TimeInherited;
    public List<Phrase> Places { get; protected set; } = [];
    public string Rule = "";
    public int Sentence;
    public int Line;
    /// <summary>Further words that prove it.</summary>
    public List<(int Start, int End)> Also { get; protected set; } = [];
    /// <summary>Number of the happening, -1 for none.</summary>
    public int Happening = -1;
}

/// <summary>An event in the making.</summary>
internal sealed class EventDraft : Draft
{
    public required Frame Frame;
    public EventType? Type;
    public string Mode = "";
    public readonly List<Phrase> Agents = [];
    public readonly List<Phrase> Targets = [];
    public readonly List<Phrase> Instruments = [];
    public readonly List<Phrase> FromPlaces = [];
    public readonly List<Phrase> TowardPlaces = [];
    /// <summary>The phrase that names the event, if a noun does.</summary>
    public Phrase? Noun;
    /// <summary>Whether a definite noun points back to a happening told before.</summary>
    public bool PointsBack;
    /// <summary>Whether its word stands for a kind of happening as often as for one ("violence").</summary>
    public bool IsGeneral;
    /// <summary>Family of event nouns that may take one another up; empty for others.</summary>
    public string Group = "";
    /// <summary>Whether another telling of the same happening stands in the report.</summary>
    public bool IsTold;
    /// <summary>Words of casualties that were joined with it.</summary>
    public readonly List<EventDraft> Absorbed = [];
    /// <summary>Relative clauses on the noun that tell more of it.</summary>
    public readonly List<Clause> Relatives = [];
    /// <summary>The event from which its time is reckoned ("two days after the attack").</summary>
    public EventDraft? TimeFrom;
    /// <summary>Contexts of PLOVER.</summary>
    public IReadOnlyList<string> Contexts = [];
    /// <summary>Event type and sub-event type of ACLED.</summary>
    public (string EventType, string SubEventType)? Acled;
    /// <summary>The event whose content this one is.</summary>
    public EventDraft? Governor;
}

/// <summary>A figure in the making.</summary>
internal sealed class FigureDraft : Draft
{
    public required Measure Measure;
    public required NumberValue Number;
    /// <summary>The number as it stands in the text; null for a dual, a single person, or none.</summary>
    public FoundValue? Value;
    public Phrase? Unit;
    /// <summary>Folded code units of the words: the number with what it counts.</summary>
    public required int WordsFrom, WordsTo;
    public EventDraft? Cause;
    public FigureDraft? PartOf;
    public bool PerFamily;
    /// <summary>Whether a word of casualty or capture says what is counted, not only the noun itself.</summary>
    public bool IsFrame;
    /// <summary>Whether a running number is told ("the toll rose to").</summary>
    public bool IsTally;
    /// <summary>Whether "and" joins it to the figure before.</summary>
    public bool IsJoined;
    /// <summary>Of the displaced: new or stock.</summary>
    public string? Flow;
    /// <summary>"The area": its place, if nothing better is found.</summary>
    public Phrase? VaguePlace;
    /// <summary>Whether it is one of several places of each of which the number holds.</summary>
    public bool IsEach;

    /// <summary>The same figure once more.</summary>
    public FigureDraft Again()
    {
        var again = (FigureDraft)MemberwiseClone();
        again.Places = [.. Places];
        again.Also = [.. Also];
        return again;
    }
}

/// <summary>A state in the making.</summary>
internal sealed class StateDraft : Draft
{
    public required Predicate Predicate;
    public required Phrase Subject;
    public readonly List<Phrase> Objects = [];
    public Phrase? Holder;
    public Phrase? HeldBefore;
    public Phrase? Office;
    public NumberValue? Count;
}

/// <summary>A statement in the making.</summary>
internal sealed class StatementDraft : Draft
{
    public required int ContentFrom, ContentTo;
    public bool Quoted;
    /// <summary>Whom and what it is about.</summary>
    public readonly List<Phrase> About = [];
}
