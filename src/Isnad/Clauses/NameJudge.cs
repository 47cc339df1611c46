using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Clauses;

/// <summary>Judges whether words are names where they stand: known names, and persons' names by their parts.</summary>
internal sealed class NameJudge(SentenceWords words, World world, Meanings meanings)
{
    /// <summary>Whether a known name may be one here: a common word needs a sign that it is a name.</summary>
    public bool IsUsable(NameMention name, string preposition)
    {
        if (name.IsBelieved) return true;
        if (name.Entries.All(e => e.Kind is NameKind.Title or NameKind.Office or NameKind.Label)) return false;
        if (name.As(NameKind.Country) is not null) return true;
        // A capital that is also a common word ("floods") needs a sign that it is the capital.
        if (name.As(NameKind.Capital) is not null && !(name.End - name.Start == 1 && words.Best(name.Start) is { } common && common.Is(Morph.Noun) && (meanings.IsAccident(words.LemmaOf(common).Text) || (common.Cost == 0 && IsKnown(common))))) return true;
        if (name.Entries.All(e => e.Kind is NameKind.Demonym)) return false;
        if (name.End - name.Start > 1) return true;
        if (words.Best(name.Start) is not { } best) return true;
        // A verb of the reader's own vocabulary is no name unless a preposition governs it.
        if (best.IsAny(Morph.Verb) && preposition.Length == 0 && IsKnown(best)) return false;
        if (meanings.KindOf(words.LemmaOf(best).Text) is { Denotes: Denotes.Quantity }) return false;
        if (best.Cost > 1) return true;
        if (name.As(NameKind.Actor) is not null) return !IsActionOf(name, best);
        if ((name.Clitics & words.And) != 0 && name.Start > 0 && words.Names[name.Start - 1] is { } joined && joined.End == name.Start && joined.As(NameKind.Place) is not null) return true;
        if (name.As(NameKind.Place) is not { } place) return name.As(NameKind.Person) is not null && !best.IsAny(Morph.PartOfSpeech & ~Morph.Name);
        if (world.Places[place.Index].Class is "city" or "admin1" or "island" or "strait" && !best.IsAny(Morph.Verb | Morph.Prep | Morph.Conj | Morph.Part | Morph.Adv) && !IsKnown(best)) return true;
        if (preposition.Length > 0 && meanings.RoleOf(preposition) is Role.Place or Role.From or Role.Toward or Role.Instrument) return true;
        if (name.Start > 0 && words.Best(name.Start - 1) is { } head && meanings.KindOf(words.LemmaOf(head).Text)?.Denotes is Denotes.Place) return true;
        return !best.IsAny(Morph.PartOfSpeech & ~(Morph.Adj | Morph.Name)) && !IsKnown(best);
    }

    /// <summary>"The advance of the forces": a group's name that is also an action is only that before a noun in the genitive.</summary>
    private bool IsActionOf(NameMention name, Analysis best) =>
        best.Is(Morph.Noun | Morph.Masdar) && !best.Is(Morph.Def) && name.End < words.End && words.IsWord(name.End) && words.Names[name.End]?.As(NameKind.Demonym) is null
        && words.Best(name.End) is { } owner && owner.Is(Morph.Noun) && words.IsBare(owner.Clitics);

    /// <summary>Whether a token may be part of a person's name.</summary>
    public bool IsNamePart(int i, bool first)
    {
        if (i >= words.End || !words.IsWord(i) || words.Values[i] is not null) return false;
        if (words.Best(i) is { } lead && lead.Is(Morph.Prep) && meanings.SpeaksFor(words.LemmaOf(lead).Text)) return false;
        if (IsOnlyParticle(i)) return false;
        var word = words.Letters(i);
        var given = world.GivenNames.Contains(word);
        if (first) return given || (IsJoint(i) && IsNamePart(i + 1, false));
        var best = words.Best(i);
        if (i > 0 && IsJoint(i - 1) && (best is { } after ? words.IsBare(after.Clitics) && (!after.IsAny(Morph.Prep | Morph.Conj | Morph.Part) || given) : word.Length > 1)) return true;
        if (IsJoint(i)) return i + 1 < words.End && words.IsWord(i + 1);
        if (given && best is { } spelled && IsGrammatical(spelled) && spelled.Cost > 0 && (IsNameWord(i - 1) || IsNameWord(i + 1))) return true;
        if (best is { } own && (IsGrammatical(own) || (own.Is(Morph.Verb) && own.Cost == 0 && word.Length < 4 && !given))) return false;
        if (given || world.FamilyNames.Contains(word)) return true;
        return best is null && word.Length > 2 && words.Names[i] is null;
    }

    /// <summary>A run of parts of a person's name from a token; after a title or office one part is enough.</summary>
    public Phrase? PersonName(int i, bool titled)
    {
        if (!IsNamePart(i, !titled)) return null;
        if (titled && words.Best(i) is { } own && own.IsAny(Morph.Verb | Morph.Prep | Morph.Conj | Morph.Part) && !world.GivenNames.Contains(words.Letters(i))) return null;
        var end = i + 1;
        while (IsNamePart(end, false)) end++;
        if (titled && end < words.End && end - i is 1 or 2 && IsSurname(end)) end++;
        // "Dr. X Y, ...": before a comma a second word belongs to the name whatever else it may mean.
        if (titled && end - i == 1 && end + 1 < words.End && words.IsWord(end) && words.KindOf(end + 1) == TokenKind.Mark && words.MarkAt(end + 1) == ',' && words.Best(end) is { } second && words.IsBare(second.Clitics) && !second.Is(Morph.Def) && second.Pronoun == 0 && !second.IsAny(Morph.Prep | Morph.Rel)) end++;
        if (!titled && end - i < 2) return null;
        // A word that is also a preposition begins a name only before a part that is a known one.
        if (!titled && words.Best(i) is { } lead && lead.IsAny(Morph.Prep | Morph.Conj) && !world.GivenNames.Contains(words.Letters(i + 1)) && !world.FamilyNames.Contains(words.Letters(i + 1)) && !IsJoint(i + 1)) return null;
        return new Phrase { Start = i, End = end, From = words.StartOf(i), Head = i, Analysis = new Analysis(0, Morph.Name | Morph.Noun | Morph.Human, 0, 0, 0, 0), IsPersonName = true, IsDefinite = true };
    }

    /// <summary>Whether a word stands among given and family names, or joins their parts.</summary>
    private bool IsNameWord(int i) =>
        i >= 0 && i < words.End && words.IsWord(i) && (IsJoint(i) || world.GivenNames.Contains(words.Letters(i)) || world.FamilyNames.Contains(words.Letters(i)));

    /// <summary>Whether a word, as it is spelled, is a preposition or conjunction and nothing else, although a name would look the same with other marks ("on", Ali).</summary>
    private bool IsOnlyParticle(int i) =>
        words.Best(i) is { Cost: 0 } best && best.IsAny(Morph.Prep | Morph.Conj) && words.Analyses[i].TrueForAll(a => a.Cost > 0 || a.IsAny(Morph.Prep | Morph.Conj | Morph.Part));

    /// <summary>Whether the reader's own vocabulary has the word.</summary>
    private bool IsKnown(Analysis a) => meanings.Knows(words.LemmaOf(a));

    /// <summary>Whether a word with the article may be a surname: it has no meaning to the reader and the name can end with it.</summary>
    private bool IsSurname(int i) =>
        words.IsWord(i) && words.Values[i] is null && words.Names[i] is null && words.Best(i) is { } best && best.Is(Morph.Def) && words.IsBare(best.Clitics)
        && meanings.KindOf(words.LemmaOf(best).Text) is null
        && (i + 1 >= words.End || words.KindOf(i + 1) == TokenKind.Mark || words.Best(i + 1) is { } next && (next.IsAny(Morph.Verb | Morph.Prep | Morph.Conj) || next.Clitics != 0));

    private bool IsJoint(int i) => words.IsWord(i) && world.NameJoints.Contains(words.Letters(i));

    private bool IsGrammatical(Analysis a) =>
        a.IsAny(Morph.Prep | Morph.Rel | Morph.Dem) || words.LemmaOf(a).Function is "complement" or "complement-speech" or "and-or" or "but" or "if" or "when" or "neg" or "neg-past" or "neg-future" or "assertive" or "because" or "until";
}
