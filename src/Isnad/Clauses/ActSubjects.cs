using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Clauses;

/// <summary>
/// "A bombing targeted a market", "an attack left dead": an act told without the article right after a verb of violence or of its results is
/// the subject, and what was read as its genitive is the object, unless another phrase can be that.
/// </summary>
internal sealed class ActSubjects(Meanings meanings)
{
    /// <summary>Parts acts from what are the objects of the verbs before them.</summary>
    public void Part(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k + 1].Phrase is not { Genitive: { } genitive } act || !IsSubject(items[k], act) || !MayBeObject(genitive) || HasObjectAfter(items, k + 2)) continue;
            act.Genitive = null;
            act.End = genitive.Start;
            act.IsDefinite = false;
            items[k + 1] = SentencePart.Of(act);
            items.Insert(k + 2, SentencePart.Of(genitive));
        }
    }

    /// <summary>Whether a phrase is an act that does what the verb right before it tells.</summary>
    public bool IsSubject(SentencePart item, Phrase act) =>
        item is { Kind: PartKind.Verb, Lemma: { } verb, Analysis.Pronoun: 0 } && act is { And: false, Preposition: "", IsPronoun: false, Number: null, Group: null } && act.Start == item.End && WantsObject(verb) && IsAct(act);

    private bool WantsObject(Lemma verb) =>
        meanings.FramesOf(verb.Text, FrameKind.Result).Any(f => f.Prepositions.Count == 0)
        || meanings.FramesOf(verb.Text, FrameKind.Verb).Any(f => f is { Type: EventType.Assault, Roles: RolePattern.Transitive });

    private bool IsAct(Phrase phrase) =>
        phrase is { Name: null, IsPersonName: false, Lemma: { } lemma, Analysis.Pronoun: 0 } && !phrase.Features.HasFlag(Morph.Def)
        && meanings.TellsViolence(lemma);

    /// <summary>Weapons and aircraft rather say what act it is.</summary>
    private static bool MayBeObject(Phrase phrase) => phrase.Preposition.Length == 0 && phrase.Kind?.Denotes is not (Denotes.Aircraft or Denotes.Weapon);

    /// <summary>Whether another phrase without a preposition stands in the same clause.</summary>
    private static bool HasObjectAfter(List<SentencePart> items, int k)
    {
        for (; k < items.Count && items[k].Kind is PartKind.Phrase or PartKind.Time; k++)
            if (items[k].Phrase is { Preposition: "", And: false, IsPronoun: false }) return true;
        return false;
    }
}
