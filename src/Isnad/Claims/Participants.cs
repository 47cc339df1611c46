using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Who can take part in an event, and whether two events have somebody in common.</summary>
internal static class Participants
{
    /// <summary>
    /// Whether a phrase can name who does something: persons, forces, bodies, states, aircraft and guns, and what the pack does not
    /// know; no shells, buildings, documents or actions.
    /// </summary>
    public static bool CanAct(Phrase phrase)
    {
        if (phrase.IsPronoun || phrase.IsPersonName || phrase.Demonym >= 0) return true;
        if (phrase.Name is { } name && phrase.Head == name.Start)
            return phrase.IsState || name.Entries.Any(e => e.Kind is NameKind.Actor or NameKind.Person or NameKind.Outlet) || name.Entries.All(e => e.Kind is not NameKind.Place);
        if (phrase.Kind is { } kind)
        {
            switch (kind.Denotes)
            {
                case Denotes.Person or Denotes.Force or Denotes.Body or Denotes.Family or Denotes.Aircraft or Denotes.Vehicle: return true;
                case Denotes.Weapon: return kind.Measure is null && phrase.IsDefinite;
                case Denotes.Quantity: return (phrase.Group ?? phrase.Genitive) is not { } counted || CanAct(counted);
                case Denotes.Place: return phrase.IsState;
                case Denotes.Other: return phrase.Number is not null || phrase.Features.HasFlag(Morph.Human);
                default: return false;
            }
        }
        if (phrase.Group is { } group) return CanAct(group);
        if (phrase.Lemma is null || phrase.Number is not null || phrase.Features.HasFlag(Morph.Human)) return true;
        return phrase.Features.HasFlag(Morph.Adj) && !phrase.IsCircumstantial && !phrase.Features.HasFlag(Morph.Noun);
    }

    /// <summary>Whether two lists name an entity in common.</summary>
    public static bool Meet(List<Phrase> a, List<Phrase> b, EntityTable entities) =>
        a.Exists(x => b.Exists(y => entities.Resolve(x) is { } p && p == entities.Resolve(y)));
}
