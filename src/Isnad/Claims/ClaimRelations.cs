using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>How the claims of a report hang together: what is asked for, caused, denied, confirmed, claimed.</summary>
internal sealed class ClaimRelations(EntityTable entities, Meanings meanings)
{
    /// <summary>How many claims back one is sought that another denies or confirms.</summary>
    private const int ClaimsBack = 64;

    /// <summary>The relations of claims in text order.</summary>
    public List<(RelationType Type, Draft From, Draft To)> Read(List<Draft> drafts)
    {
        var relations = new List<(RelationType, Draft, Draft)>();
        var told = drafts.ToHashSet();
        var events = drafts.OfType<EventDraft>().ToList();
        var at = -1;
        foreach (var draft in drafts)
        {
            switch (draft)
            {
                case EventDraft e:
                    at++;
                    if (e.Governor is { Frame.Inner: not null } governor && told.Contains(governor)) relations.Add((RelationType.Content, governor, e));
                    if (Earlier(events, at) is { } other) relations.Add((other.Type, e, other.Claim));
                    break;
                case FigureDraft f:
                    if (f.Cause is { } cause && told.Contains(cause)) relations.Add((RelationType.Causes, cause, f));
                    if (f.PartOf is { } whole && told.Contains(whole)) relations.Add((RelationType.PartOf, f, whole));
                    break;
            }
        }
        return relations;
    }

    /// <summary>The earlier claim that an event, by its index, denies, confirms or takes the responsibility for.</summary>
    private (RelationType Type, EventDraft Claim)? Earlier(List<EventDraft> events, int at)
    {
        var e = events[at];
        var claims = ClaimsIt(e);
        if (e.Status != ClaimStatus.Denied && e.Voice.Stance != Stance.Confirms && !claims) return null;
        for (var k = at - 1; k >= 0 && k >= at - ClaimsBack; k--)
        {
            var other = events[k];
            if (other.Type != e.Type || other.Status == ClaimStatus.Denied) continue;
            if (e.Status == ClaimStatus.Denied) { if (IsOfSame(other, e)) return (RelationType.Denies, other); }
            else if (other.Happening >= 0 && other.Happening == e.Happening) return (claims ? RelationType.ClaimsResponsibility : RelationType.Confirms, other);
        }
        return null;
    }

    /// <summary>"Claimed the attack", "claimed responsibility for it".</summary>
    private bool ClaimsIt(EventDraft e) =>
        e.Clause?.Verb?.Lemma is { } verb && e.Noun is { } noun
        && (meanings.HasSense(verb.Text, "claims") || e.Clause.Items.Exists(i => i.Phrase is { } p && p.End <= noun.Start && p.Nested().Any(n => n.Lemma is { } lemma && meanings.HasSense(lemma.Text, "responsibility"))));

    /// <summary>Whether two claims tell of one act: a target or place, or else an agent, in common. Who denies an act may deny it of others than those named.</summary>
    private bool IsOfSame(EventDraft a, EventDraft b) =>
        !Conflict(a.Places, b.Places)
        && (Participants.Meet(a.Targets, b.Targets, entities) || Participants.Meet(a.Places, b.Places, entities) || Participants.Meet(a.Agents, b.Agents, entities));

    private bool Conflict(List<Phrase> a, List<Phrase> b) => a.Count > 0 && b.Count > 0 && !Participants.Meet(a, b, entities);
}
