using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Values;

namespace Isnad.Clauses;

/// <summary>A known name at a place in the text.</summary>
internal sealed record NameMention(int Start, int End, int From, uint Clitics, NameEntry[] Entries)
{
    /// <summary>Whether what stands around it was weighed already, and it is a name.</summary>
    public bool IsBelieved { get; init; }

    /// <summary>The first meaning of that kind, or null.</summary>
    public NameEntry? As(NameKind kind)
    {
        foreach (var entry in Entries)
            if (entry.Kind == kind) return entry;
        return null;
    }
}

/// <summary>A noun phrase: a head with its genitives and adjectives, a name, a number with what it counts, or a pronoun.</summary>
internal sealed class Phrase
{
    /// <summary>First token.</summary>
    public int Start;
    /// <summary>One past the last token.</summary>
    public int End;
    /// <summary>First folded code unit, after proclitics other than the article.</summary>
    public int From;
    /// <summary>Token of the head noun; -1 for a bare number.</summary>
    public int Head = -1;
    /// <summary>Analysis of the head; default for unknown words.</summary>
    public Analysis Analysis;
    /// <summary>Lemma of the head, or null if unknown.</summary>
    public Lemma? Lemma;
    /// <summary>What the head denotes.</summary>
    public NounKind? Kind;
    /// <summary>The known name that the phrase is, or begins with.</summary>
    public NameMention? Name;
    /// <summary>Whether it is a person's name recognised by its parts, by title or office.</summary>
    public bool IsPersonName;
    /// <summary>The number that counts the head.</summary>
    public FoundValue? Number;
    /// <summary>The phrase in the genitive.</summary>
    public Phrase? Genitive;
    /// <summary>Whether it means nobody and nothing definite ("any journalist"), so that it counts none.</summary>
    public bool IsAny;
    /// <summary>The group of which a number or quantity is taken: "15 of the fighters".</summary>
    public Phrase? Group;
    /// <summary>Last token of a short relative clause that is part of the name, or -1.</summary>
    public int RelativeEnd = -1;
    /// <summary>The object of a verbal noun whose genitive is its agent.</summary>
    public Phrase? Object;
    /// <summary>Whether it is the object of a verbal noun before it, and so no object of a verb.</summary>
    public bool IsObject;
    /// <summary>Whether it only says in what state somebody acts ("supported by ..."), so that it is no subject or object.</summary>
    public bool IsCircumstantial;
    /// <summary>Complement of a participle that qualifies it ("backed by X").</summary>
    public Phrase? Complement;
    /// <summary>Whether it belongs to words of attribution ("according to X").</summary>
    public bool IsCue;
    /// <summary>Tokens of the adjectives of the head.</summary>
    public readonly List<int> Adjectives = [];
    /// <summary>Lemmas of the adjectives.</summary>
    public readonly List<string> AdjectiveLemmas = [];
    /// <summary>Participles among the adjectives: token, the verb, whether passive.</summary>
    public readonly List<(int Token, string Root, bool Passive)> Participles = [];
    /// <summary>Country whose adjective qualifies the head, -1 for none.</summary>
    public int Demonym = -1;
    /// <summary>Token of that adjective.</summary>
    public int DemonymToken = -1;
    /// <summary>A person's office or title standing beside the name.</summary>
    public Phrase? Office;
    /// <summary>Where the person's own name begins, if an office or title stands before it: token, and folded code unit.</summary>
    public int NameStart = -1, NameFrom = -1;
    /// <summary>Preposition that governs it, as the pack writes it; empty for none.</summary>
    public string Preposition = "";
    /// <summary>Whether "and" joins it to what stands before.</summary>
    public bool And;
    /// <summary>The phrase that "and" joins it to.</summary>
    public Phrase? JoinedTo;
    /// <summary>What "and" joins to it.</summary>
    public readonly List<Phrase> Conjuncts = [];
    /// <summary>Whether it is only a suffix pronoun on the token <see cref="Head"/>.</summary>
    public bool IsPronoun;
    /// <summary>For a pronoun: the subject of its clause, to which it refers if they agree.</summary>
    public Phrase? Binder;
    /// <summary>For a pronoun: whom it cannot mean, as that one acts in its clause.</summary>
    public Phrase? Disjoint;
    /// <summary>Whether it is definite: by article, pronoun, name, or a definite genitive.</summary>
    public bool IsDefinite;

    /// <summary>Features of the head's form.</summary>
    public Morph Features => Analysis.Features;

    /// <summary>Every phrase inside, outermost first.</summary>
    public IEnumerable<Phrase> Nested()
    {
        for (var phrase = this; phrase is not null; phrase = phrase.Genitive) yield return phrase;
    }

    /// <summary>Whether a phrase is this one or inside it.</summary>
    public bool Contains(Phrase? inner)
    {
        foreach (var phrase in Nested())
            if (phrase == inner) return true;
        return false;
    }

    /// <summary>Whether it names a place.</summary>
    public bool IsPlace
    {
        get
        {
            if (Name is not { } name || Head != name.Start) return Kind?.Denotes == Denotes.Place;
            foreach (var entry in name.Entries)
                if (entry.Kind is NameKind.Place or NameKind.Country or NameKind.Capital) return true;
            return false;
        }
    }

    /// <summary>Whether it is a word that nothing is known of.</summary>
    public bool IsUnknown => Lemma is null && Name is null && !IsPersonName && !IsPronoun && Head >= 0 && Number is null;

    /// <summary>Whether it names a building or site.</summary>
    public bool IsSite => Kind?.Denotes is Denotes.Facility or Denotes.Site;

    /// <summary>Whether a place's name stands for a state, which acts.</summary>
    public bool IsState => Name?.As(NameKind.Country) is not null || Name?.As(NameKind.Capital) is not null || (Kind?.Class == "country" && (Genitive is not null || Analysis.Pronoun != 0));

    /// <summary>Whether it is a force, or what a force fights with.</summary>
    public bool IsForceOrArm => Kind?.Denotes is Denotes.Force or Denotes.Weapon or Denotes.Vehicle or Denotes.Aircraft;

    /// <summary>Whether it is only a bare number or quantity, which names nobody.</summary>
    public bool NamesNobody => Group is null && (Head < 0 && !IsPronoun || (Kind?.Denotes == Denotes.Quantity && Genitive is null));

    /// <summary>The country that an adjective of it names, as a phrase of its own.</summary>
    public Phrase OfDemonym() =>
        new() { Start = DemonymToken, End = DemonymToken + 1, Head = DemonymToken, From = -1, Demonym = Demonym, IsDefinite = true };
}

/// <summary>What an item of a sentence is.</summary>
internal enum PartKind : byte { Phrase, Verb, Particle, Mark, Time }

/// <summary>A sentence is a row of items.</summary>
internal sealed class SentencePart
{
    public required PartKind Kind;
    public required int Start;
    public required int End;
    public Phrase? Phrase;
    public Analysis Analysis;
    public Lemma? Lemma;
    public FoundValue? Value;
    /// <summary>For marks: the folded character.</summary>
    public char Mark;
    /// <summary>Whether "and" (or "then") stands before it.</summary>
    public bool And;
    /// <summary>For verbs: whether it is a participle that says what somebody does meanwhile ("adding that ...").</summary>
    public bool IsParticiple;
    /// <summary>Function of a particle, as the pack names it.</summary>
    public string Function => Kind == PartKind.Particle ? Lemma?.Function ?? "" : "";

    /// <summary>A phrase as an item.</summary>
    public static SentencePart Of(Phrase phrase) =>
        new() { Kind = PartKind.Phrase, Start = phrase.Start, End = phrase.End, Phrase = phrase, Analysis = phrase.Analysis, Lemma = phrase.Lemma, And = phrase.And };
}
