using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Whether an event is the report's news, taken for granted, or told as background.</summary>
internal sealed class AssertionReader(Meanings meanings)
{
    /// <summary>What happened longer before publication than this many days is background.</summary>
    private const int DaysOfNews = 45;

    public Assertion Read(EventDraft e, DateOnly? published, bool isHeadline)
    {
        if (e.Assertion != Assertion.Asserted) return e.Assertion;
        if (e.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing)) return Assertion.Asserted;
        if (published is { } day && e.Time?.Time is { End: { } end, Relation: TimeRelation.At or TimeRelation.Throughout } && end < day.AddDays(-DaysOfNews)) return Assertion.Background;
        if (isHeadline) return Assertion.Asserted;
        if (e.Noun is null) return e.Clause is { Link: Link.Relative } && e.Rule.StartsWith("verb.", StringComparison.Ordinal) ? Assertion.Presupposed : Assertion.Asserted;
        return IsTold(e) ? Assertion.Asserted : Assertion.Presupposed;
    }

    /// <summary>
    /// A noun tells news if its clause is about it: what a verb carries, announces or has as its result, or a clause
    /// without a verb; not what only stands in an adjunct or qualifies another noun.
    /// </summary>
    private bool IsTold(EventDraft e)
    {
        var clause = e.Clause!;
        if (e.Relatives.Count > 0 || e.Also.Count > 0) return true;
        if (clause.Verb?.Lemma is not { } verb) return clause.Parent is null && !e.PointsBack;
        var holder = clause.Items.Find(i => i.Phrase is { } p && p.Nested().Contains(e.Noun!))?.Phrase;
        if (holder is null) return false;
        var outermost = holder.Nested().TakeWhile(p => p != e.Noun).All(p => p.Kind?.Denotes == Denotes.Quantity || (p.Lemma is { } l && meanings.FramesOf(l.Text, FrameKind.Carrier).Count > 0));
        if (!outermost) return false;
        if (clause.Subjects.Contains(holder)) return !e.PointsBack || meanings.FramesOf(verb.Text, FrameKind.Result).Count > 0 || meanings.FramesOf(verb.Text, FrameKind.Light).Count > 0;
        var carried = meanings.FramesOf(verb.Text, FrameKind.Light).Count > 0 || meanings.FramesOf(verb.Text, FrameKind.Result).Count > 0 || meanings.FramesOf(verb.Text, FrameKind.Phase).Count > 0
            || meanings.FramesOf(verb.Text, FrameKind.Governor).Count > 0 || meanings.CueOf("say-verb", verb.Text) is not null;
        return carried && (clause.Objects.Contains(holder) || meanings.RoleOf(holder.Preposition) is not (Role.Cause or Role.Place)) && !e.PointsBack;
    }
}
