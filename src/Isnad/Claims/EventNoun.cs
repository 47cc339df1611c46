using Isnad.Clauses;

namespace Isnad.Claims;

/// <summary>A noun that tells an event, where it stands: its clause, the item that it is in, and the event of the clause's verb.</summary>
internal sealed record EventNoun(Phrase Noun, Clause Clause, SentencePart Item, EventDraft? VerbEvent)
{
    /// <summary>The whole phrase that the noun is in.</summary>
    public Phrase Outer => Item.Phrase!;

    /// <summary>Whether the whole phrase is a subject of the clause's verb.</summary>
    public bool IsSubject => Clause.Verb is not null && Clause.Subjects.Contains(Outer);
}
