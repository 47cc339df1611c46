using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Whether an event is the report's news, taken for granted, or told as background.</summary>
internal sealed class AssertionReader(Meanings meanings, EventFrames frames)
{
    /// <summary>What happened longer before publication than this many days is background.</summary>
    private const int DaysOfNews = 45;

    /// <summary>The assertion of an event.</summary>
    public Assertion Read(EventDraft e, DateOnly? published, bool isHeadline)
    {
        if (e.Assertion != Assertion.Asserted) return e.Assertion;
        if (e.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing)) return Assertion.Asserted;
        if (published is { } day && e.Time?.Time is { End: { } end, Relation: TimeRelation.At or TimeRelation.Throughout } && end < day.AddDays(-DaysOfNews)) return Assertion.Background;
        if (isHeadline || IsTold(e) || e.Absorbed.Exists(IsTold)) return Assertion.Asserted;
        return Assertion.Presupposed;
    }

    /// <summary>Whether a word tells the event as news: the verb of a clause that is told, or what such a clause is about.</summary>
    private bool IsTold(EventDraft e)
    {
        if (!IsMain(e.Clause!)) return false;
        if (e.Rule.StartsWith(EventReader.Protesters, StringComparison.Ordinal)) return Gathers(e.Clause!);
        return e.Noun is { } noun ? IsTold(e, noun, e.Clause!) : e.Agents.Count + e.Targets.Count + e.Places.Count + e.Clause!.Subjects.Count > 0 && (e.Status != ClaimStatus.Ongoing || IsDefinite(e));
    }

    /// <summary>What goes on is news if it is told of somebody definite; else it is a way of the world.</summary>
    private static bool IsDefinite(EventDraft e) => e.Agents.Exists(a => a.IsDefinite) && (e.Targets.Exists(t => t.IsDefinite) || e.Places.Count > 0 || e.Time is not null);

    private bool Gathers(Clause clause) => clause.Verb?.Lemma is { } verb && meanings.HasSense(verb.Text, "gathers");

    /// <summary>Whether neither the clause nor one around it is only an adjunct or qualifies a noun.</summary>
    private static bool IsMain(Clause clause)
    {
        for (var c = clause; c is not null; c = c.Parent)
            if (c.Link is Link.Relative || (c.Link == Link.Subordinate && c.Opening.Length > 0 && c.Opening is not ("but" or "while" or "so" or "where") && !Begins(c))) return false;
        return true;
    }

    /// <summary>"As well, gunmen abducted ...", "before two days": what opens a sentence like this subordinates nothing.</summary>
    private static bool Begins(Clause clause) => clause is { Parent: null, Opening: "as" or "before", Verb: not null };

    /// <summary>
    /// A noun tells news if its clause is about it: what a verb carries, announces or has as its result, or a clause
    /// without a verb; not what only stands in an adjunct or qualifies another noun.
    /// </summary>
    private bool IsTold(EventDraft e, Phrase noun, Clause clause)
    {
        var holder = clause.Items.Find(i => i.Phrase is { } p && p.Contains(noun))?.Phrase;
        if (holder is null || !frames.IsCarried(holder, noun)) return false;
        if (holder.JoinedTo is { } first && !(holder = first).Nested().Any(n => frames.OfNoun(n) is not null && frames.IsCarried(first, n))) return false;
        if (clause.Verb?.Lemma is not { } verb) return !e.PointsBack && holder.Preposition.Length == 0 && clause.Items.Find(i => i.Phrase is not null)?.Phrase == holder && (e.Frame.Measure is not null || clause.Items.Count > 1);
        bool Is(FrameKind kind) => meanings.FramesOf(verb.Text, kind).Count > 0;
        // "Went out in a demonstration", "demonstrations broke out": those who gather protest. "Dispersed a demonstration" tells of one as well.
        if (e.Type == EventType.Protest && (Gathers(clause) || (clause.Objects.Contains(holder) && !holder.IsDefinite))) return true;
        if (clause.Subjects.Contains(holder)) return Is(FrameKind.Light) || (!e.PointsBack && Is(FrameKind.Result)) || e.Also.Count > 0;
        if (e.PointsBack) return Is(FrameKind.Light) && (clause.Objects.Contains(holder) || meanings.RoleOf(holder.Preposition) == Role.Instrument);
        // "Claimed the attack" takes it for granted; "claimed responsibility for it" does so, too.
        if (meanings.HasSense(verb.Text, "claims")) return false;
        var says = meanings.Says(verb.Text);
        if (holder.Preposition.Length == 0) return says || Is(FrameKind.Light) || Is(FrameKind.Result) || Is(FrameKind.Phase) || Is(FrameKind.Governor);
        return says ? clause.Objects.Count == 0 && meanings.RoleOf(holder.Preposition) is not (Role.Cause or Role.Place or Role.Inner or Role.None or Role.From) : Carries(verb.Text, holder.Preposition);
    }

    /// <summary>"Came under attack", "carried out an attack": whether a verb carries what stands under a preposition after it.</summary>
    private bool Carries(string verb, string preposition)
    {
        foreach (var kind in (ReadOnlySpan<FrameKind>)[FrameKind.Light, FrameKind.Result, FrameKind.Phase, FrameKind.Governor])
            foreach (var frame in meanings.FramesOf(verb, kind))
                if (frame.RoleOf(preposition) is not null || (frame.Prepositions.Count == 0 && meanings.RoleOf(preposition) == Role.Instrument)) return true;
        return false;
    }
}
