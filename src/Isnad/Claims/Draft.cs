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
    public readonly List<Phrase> Places = [];
    public string Rule = "";
    public int Sentence;
    public int Line;
    /// <summary>Further words that prove it.</summary>
    public readonly List<(int Start, int End)> Also = [];
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
    /// <summary>Family of event nouns that may take one another up; empty for others.</summary>
    public string Group = "";
    /// <summary>Whether another telling of the same happening stands in the report.</summary>
    public bool IsTold;
    /// <summary>Relative clauses on the noun that tell more of it.</summary>
    public readonly List<Clause> Relatives = [];
    /// <summary>The event from which its time is reckoned ("two days after the attack").</summary>
    public EventDraft? TimeFrom;
    /// <summary>The event whose content this one is.</summary>
    public EventDraft? Governor;
}

/// <summary>A figure in the making.</summary>
internal sealed class FigureDraft : Draft
{
    public required Measure Measure;
    public required NumberValue Number;
    public Phrase? Unit;
    public required int WordsFrom, WordsTo;
    public EventDraft? Cause;
    public FigureDraft? PartOf;
    public bool PerFamily;
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
