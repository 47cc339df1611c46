using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Values;

namespace Isnad.Clauses;

/// <summary>Finds the adjectives of a noun phrase.</summary>
internal sealed class AdjectiveReader(SentenceWords words, Meanings meanings)
{
    private const Morph Agreeable = Morph.Gender | Morph.Number;

    /// <summary>Adds the adjectives that follow a phrase.</summary>
    public void Read(Phrase phrase, ref int i)
    {
        for (; i < words.End && words.IsWord(i) && words.Values[i] is null or { Kind: ValueKind.Ordinal }; phrase.End = ++i)
        {
            // Of two states side by side the second is no adjective of the first ("Iran accuses Saudi Arabia").
            if (phrase.Name?.As(NameKind.Country) is not null && words.Names[i]?.As(NameKind.Country) is not null) break;
            var demonym = words.DemonymAt(i);
            if (!Qualifies(phrase, i, demonym >= 0) || words.BeginsAside(i)) break;
            if (demonym >= 0) (phrase.Demonym, phrase.DemonymToken) = (demonym, i);
            phrase.Adjectives.Add(i);
            if (words.Best(i) is not { } adjective) continue;
            var lemma = words.LemmaOf(adjective);
            phrase.AdjectiveLemmas.Add(lemma.Text);
            if (lemma.Root.Length > 0 && adjective.IsAny(Morph.ActivePart | Morph.PassivePart)) phrase.Participles.Add((i, lemma.Root, adjective.Is(Morph.PassivePart)));
        }
    }

    /// <summary>
    /// A word that may be an adjective is one after a definite noun if it is definite and agrees, and after an
    /// indefinite noun if it is formed from a noun and agrees, unless the noun asks for a victim. The choice is kept.
    /// </summary>
    public bool Prefer(Phrase phrase, int i)
    {
        var list = words.Analyses[i];
        if (list.Count == 0 || list[0].IsAny(Morph.Verb | Morph.Prep | Morph.Conj | Morph.Part | Morph.Rel)) return false;
        for (var k = 0; k < list.Count; k++)
        {
            var a = list[k];
            if (!a.Is(Morph.Adj) || a.Is(Morph.Def) != phrase.IsDefinite || !Agrees(phrase.Analysis, a) || !words.IsBare(a.Clitics) || a.Pronoun != 0) continue;
            // An adjective that only the rule of nisbas gives is no reason against a noun of the lexicon ("village", not "of villages").
            if (a.Is(Morph.Nisba | Morph.Derived) && list[0].IsAny(Morph.Noun)) continue;
            // Another word that only looks the same stays what it is; a noun made from the adjective ("an armed man") gives way to it.
            if (!a.IsAny(Morph.Nisba) && meanings.Knows(words.LemmaOf(list[0])) && !words.LemmaOf(list[0]).Text.StartsWith(words.LemmaOf(a).Text, StringComparison.Ordinal)) continue;
            if (meanings.KindOf(words.LemmaOf(list[0]).Text) is { Denotes: Denotes.Place or Denotes.Facility or Denotes.Site or Denotes.Body or Denotes.Force or Denotes.Vehicle } && list[0].Is(Morph.Noun)) continue;
            if (phrase.Name?.As(NameKind.Person) is not null) return false;
            (list[0], list[k]) = (list[k], list[0]);
            return true;
        }
        return false;
    }

    /// <summary>Whether the last adjective of a genitive agrees with its head rather than with the genitive itself.</summary>
    public bool Disagrees(Phrase genitive, int adjective) =>
        adjective >= 0 && words.Best(adjective) is { } a && (a.Features & Morph.Gender) != 0 && (genitive.Features & Morph.Gender) != 0
        && (a.Features & genitive.Features & Morph.Gender) == 0 && !genitive.Features.HasFlag(Morph.Plur);

    /// <summary>Whether an adjective may qualify a noun, by gender and number.</summary>
    public static bool Agrees(Analysis head, Analysis adjective)
    {
        var (h, a) = (head.Features & Agreeable, adjective.Features & Agreeable);
        if ((h & Morph.Plur) != 0 && (h & Morph.Sing) == 0 && (a & Morph.Sing) != 0) return (a & Morph.Fem) != 0 && !(head.Is(Morph.Human | Morph.Masc) && !head.Is(Morph.Broken));
        if ((h & a & Morph.Number) == 0 && (h & Morph.Number) != 0 && (a & Morph.Number) != 0) return false;
        return (h & Morph.Gender) == 0 || (a & Morph.Gender) == 0 || (h & a & Morph.Gender) != 0;
    }

    /// <summary>Whether an indefinite word that may be an action is one because a definite word follows: "forces of riot control". The choice is kept.</summary>
    public bool IsConstructHead(int i)
    {
        var list = words.Analyses[i];
        if (list.Count == 0 || list[0].IsAny(Morph.Def | Morph.Verb | Morph.Prep) || i + 1 >= words.End || !words.IsWord(i + 1)) return false;
        if (words.Best(i + 1) is not { } next || !next.IsAny(Morph.Noun) || !next.Is(Morph.Def) || !words.IsBare(next.Clitics)) return false;
        var action = list.FindIndex(x => x.Is(Morph.Noun | Morph.Masdar) && !x.IsAny(Morph.Def | Morph.Abs | Morph.Indef));
        if (action < 0 || !list.Exists(x => x.Is(Morph.Adj))) return false;
        (list[0], list[action]) = (list[action], list[0]);
        return true;
    }

    private bool Qualifies(Phrase phrase, int i, bool isDemonym)
    {
        if (words.Best(i) is not { } a) return isDemonym;
        if (!isDemonym && !phrase.IsDefinite && IsConstructHead(i)) return false;
        if (!isDemonym && !a.IsAny(Morph.Adj))
        {
            if (!Prefer(phrase, i)) return false;
            a = words.Best(i)!.Value;
        }
        // A definite adjective of another number or gender qualifies a noun further out, or is a noun of its own.
        else if (!isDemonym && a.Is(Morph.Def) && phrase.IsDefinite && phrase.Name is null && !phrase.IsPersonName && phrase.Head >= 0 && !Agrees(phrase.Analysis, a)) return false;
        // "Masked men abducted an activist": what may be a noun and does not agree is one.
        else if (!isDemonym && !a.Is(Morph.Def) && !phrase.IsDefinite && phrase.Name is null && !phrase.IsPersonName && phrase.Head >= 0 && !Agrees(phrase.Analysis, a) && words.Analyses[i].Exists(x => x.Is(Morph.Noun) && meanings.KindOf(words.LemmaOf(x).Text) is { Denotes: Denotes.Person })) return false;
        if ((a.Clitics & ~words.The & ~words.And) != 0 || (words.Joins(a.Clitics) && phrase.Adjectives.Count == 0)) return false;
        if (a.Is(Morph.Def) != phrase.IsDefinite && !(phrase.Name is not null && a.Is(Morph.Def))) return false;
        return phrase.IsDefinite || phrase.Kind is not null || a.Is(Morph.Nisba) || !phrase.Features.HasFlag(Morph.Masdar) || meanings.KindOf(words.LemmaOf(a).Text) is not { Denotes: Denotes.Person }
            || (phrase.Lemma is { } lemma && meanings.CompoundOf(lemma.Text, words.LemmaOf(a).Text) is not null);
    }
}
