using Isnad.Clauses;
using Isnad.Text;

namespace Isnad.Claims;

/// <summary>The events of one sentence while they are read, and what they are read from.</summary>
internal sealed class SentenceEvents(List<Clause> clauses, List<Token> tokens, bool isHeadline, List<(int Start, int End, string Why)> dropped)
{
    /// <summary>The clauses of the sentence.</summary>
    public List<Clause> Clauses => clauses;

    /// <summary>The tokens of the report.</summary>
    public List<Token> Tokens => tokens;

    /// <summary>Whether the sentence is a headline.</summary>
    public bool IsHeadline => isHeadline;

    /// <summary>The events found so far.</summary>
    public List<EventDraft> Events { get; } = [];

    /// <summary>Casualty phrases that were tied to the act that caused them.</summary>
    public List<(Phrase Victims, EventDraft Cause)> Tolls { get; } = [];

    /// <summary>Casualty verbs that were joined with an attack.</summary>
    public List<(EventDraft Killing, EventDraft Attack)> VerbTolls { get; } = [];

    /// <summary>Notes an event that is not kept.</summary>
    public void Drop(EventDraft draft, string why) => dropped.Add((draft.Start, draft.End, why));
}
