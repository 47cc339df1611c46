using Isnad.Morphology;

namespace Isnad.Clauses;

/// <summary>Whether a pronoun can mean a phrase, by gender and number.</summary>
internal sealed class Agreement(Lexicon lexicon)
{
    private readonly Morph[] _pronouns = Array.ConvertAll(lexicon.Enclitics, e => e.Features);

    /// <summary>The features of a suffix pronoun, by its number in an analysis.</summary>
    public Morph Of(int pronoun) => pronoun == 0 ? 0 : _pronouns[pronoun - 1];

    /// <summary>Whether the suffix pronoun of a phrase can mean another.</summary>
    public bool MayRefer(Phrase pronoun, Phrase phrase) => MayRefer(Of(pronoun.Analysis.Pronoun), phrase);

    /// <summary>Whether a pronoun with these features can mean a phrase. What is many and not human takes the feminine singular.</summary>
    public static bool MayRefer(Morph pronoun, Phrase phrase)
    {
        if ((pronoun & Morph.Third) == 0) return false;
        var isMany = (pronoun & (Morph.Plur | Morph.Dual)) != 0 && (pronoun & Morph.Sing) == 0;
        if (phrase.Conjuncts.Count > 0) return isMany || (pronoun & Morph.Fem) != 0;
        var number = phrase.Features & Morph.Number;
        if (phrase.IsPersonName) return !isMany;
        if (phrase.Name is not null || number == 0) return true;
        var gender = phrase.Features & Morph.Gender;
        if (phrase.Number is not null || (number & Morph.Plur) != 0 && (number & Morph.Sing) == 0)
            return isMany || ((pronoun & Morph.Fem) != 0 && !(phrase.Features.HasFlag(Morph.Human) && (gender & Morph.Masc) != 0 && !phrase.Features.HasFlag(Morph.Broken)));
        if (isMany) return phrase.Kind?.Denotes is Semantics.Denotes.Force or Semantics.Denotes.Body or Semantics.Denotes.Quantity;
        return gender == 0 || (pronoun & Morph.Gender) == 0 || (pronoun & gender) != 0;
    }
}
