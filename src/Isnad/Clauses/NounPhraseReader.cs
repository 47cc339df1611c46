using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Places;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Clauses;

/// <summary>Reads a noun phrase from its first word: a noun with genitives and adjectives, a name, a number with what it counts.</summary>
internal sealed class NounPhraseReader(SentenceWords words, NameJudge names, Meanings meanings, Bearings bearings)
{
    private readonly AdjectiveReader _adjectives = new(words, meanings);

    /// <summary>Heads of the phrases around the one being read, outermost first.</summary>
    private readonly List<Analysis> _enclosing = [];

    /// <summary>A known name, with its adjectives.</summary>
    public Phrase Named(ref int i, NameMention name)
    {
        var best = words.Best(i);
        var phrase = new Phrase
        {
            Start = name.Start,
            End = name.End,
            From = name.From,
            Head = name.Start,
            Name = name,
            IsDefinite = true,
            Analysis = best is { } a && a.IsAny(Morph.Noun) && !a.IsAny(Morph.Indef) && name.End - name.Start > 1 ? a : new Analysis(0, Morph.Name | Morph.Noun, name.Clitics, 0, 0, 0),
            And = words.Joins(name.Clitics),
            Preposition = words.PrepositionIn(name.Clitics),
        };
        if (best is { } b) { phrase.Lemma = words.LemmaOf(b); phrase.Kind = meanings.KindOf(phrase.Lemma.Text); }
        i = name.End;
        _adjectives.Read(phrase, ref i);
        // More parts of a person's name after the known ones.
        if (name.As(NameKind.Person) is not null && !(name.End - name.Start == 1 && name.As(NameKind.Country) is not null))
        {
            phrase.IsPersonName = true;
            while (names.IsNamePart(i, false)) i++;
            phrase.End = Math.Max(phrase.End, i);
        }
        return phrase;
    }

    /// <summary>A run of words that have no analysis.</summary>
    public Phrase Unknown(ref int i)
    {
        var phrase = new Phrase { Start = i, End = i + 1, From = words.StartOf(i), Head = i, Analysis = new Analysis(0, Morph.Noun | Morph.Name, 0, 0, 0, 0) };
        if (words.SeemsDefinite(i))
        {
            phrase.IsDefinite = true;
            phrase.Analysis = phrase.Analysis with { Features = phrase.Features | Morph.Def };
        }
        i++;
        while (i < words.End && words.Values[i] is null && words.Names[i] is null && words.Best(i) is null && words.IsWord(i)) phrase.End = ++i;
        return phrase;
    }

    /// <summary>A number and what it counts, which may stand after it, be the counting word itself, or stand before its bound ("20 people at least").</summary>
    public Phrase Counted(ref int i, FoundValue value)
    {
        var isDual = value is { Number: { Low: 2, High: 2 } } && words.Best(value.End - 1) is { } last && last.Is(Morph.Dual) && value.End - value.Start == 1 && (meanings.KindOf(words.LemmaOf(last).Text) is not null || last.Is(Morph.Nisba));
        var inner = isDual ? value.Start : CountedInside(value);
        i = inner >= 0 ? inner : value.End;
        // The number in words after what it counts is no adjective of it.
        var end = words.End;
        if (inner == value.Start && value.End - inner > 1) words.End = inner + 1;
        Phrase phrase;
        if (inner > value.Start + 1 && words.Best(inner - 1) is { } before && before.IsAny(Morph.Prep)) phrase = new Phrase { Analysis = new Analysis(0, Morph.Noun, value.Clitics, 0, 0, 0), Group = Nominal(ref i) };
        else phrase = inner >= 0 || IsCounted(i) ? Nominal(ref i) : new Phrase { Analysis = new Analysis(0, Morph.Noun, value.Clitics, 0, 0, 0) };
        words.End = end;
        i = Math.Max(i, value.End);
        if (phrase is { Lemma: { } counted, Kind: not null } && phrase.Features.HasFlag(Morph.Human)) phrase.Kind = meanings.KindOf(counted.Text, false, false, true);
        phrase.Start = value.Start;
        phrase.From = value.From;
        phrase.Number = value;
        phrase.End = Math.Max(phrase.End, i);
        phrase.And = words.Joins(value.Clitics);
        phrase.Preposition = words.PrepositionIn(value.Clitics);
        return phrase;
    }

    /// <summary>A number in quotes or brackets, which may be said again in words after them: "'17' of them", "(7) seven guards"; or null.</summary>
    public Phrase? Bracketed(ref int i)
    {
        if (i + 2 >= words.End || words.KindOf(i) != TokenKind.Mark || words.MarkAt(i) is not ('"' or '\u00ab' or '(') || words.Values[i + 1] is not { Kind: ValueKind.Number } value) return null;
        var close = value.End;
        if (close >= words.End || words.KindOf(close) != TokenKind.Mark || words.MarkAt(close) is not ('"' or '\u00bb' or ')')) return null;
        var open = i;
        i = close + 1;
        Phrase phrase;
        if (i < words.End && words.Values[i] is { Kind: ValueKind.Number } again && again.Number == value.Number) phrase = Counted(ref i, again);
        else if (words.MarkAt(open) == '(') { i = open; return null; }
        else phrase = IsCounted(i) ? Nominal(ref i) : new Phrase { Analysis = new Analysis(0, Morph.Noun, value.Clitics, 0, 0, 0) };
        phrase.Start = open;
        phrase.From = words.StartOf(open);
        phrase.Number = value with { End = Math.Max(value.End + 1, phrase.Number?.End ?? 0) };
        phrase.End = Math.Max(phrase.End, i);
        return phrase;
    }

    /// <summary>The counted noun that a number has taken in together with its bound, or -1.</summary>
    private int CountedInside(FoundValue value)
    {
        // "Two drivers", "one guard" with the number in words after them.
        var isNamedFirst = value.Number is { IsExact: true, Low: 1 or 2 } && value.End - value.Start > 1;
        if (!isNamedFirst && (value.Number?.IsExact ?? true)) return -1;
        for (var t = isNamedFirst ? value.Start : value.Start + 1; t < (isNamedFirst ? value.Start + 1 : value.End); t++)
            if (words.IsWord(t) && words.Best(t) is { } word && word.IsAny(Morph.Nominal) && !words.Joins(word.Clitics) && meanings.KindOf(words.LemmaOf(word).Text) is { Denotes: not Denotes.Quantity }) return t;
        return -1;
    }

    /// <summary>A noun with its genitive and adjectives.</summary>
    public Phrase Nominal(ref int i, int depth = 0, string waiting = "")
    {
        words.PreferConstruct(i);
        var best = words.Best(i)!.Value;
        var lemma = words.LemmaOf(best);
        var phrase = new Phrase
        {
            Start = i,
            End = i + 1,
            From = words.FromOf(i, best),
            Head = i,
            Analysis = best,
            Lemma = lemma,
            Kind = meanings.KindOf(lemma.Text, best.Is(Morph.Plur) && !best.IsAny(Morph.Sing) && !best.Is(Morph.Human), depth == 0 && meanings.RoleOf(waiting.Length > 0 ? waiting : words.PrepositionIn(best.Clitics)) == Role.Place, best.Is(Morph.Plur | Morph.Human) && !best.IsAny(Morph.Sing)),
            And = words.Joins(best.Clitics),
            Preposition = words.PrepositionIn(best.Clitics),
            IsDefinite = best.Is(Morph.Def) || best.Pronoun != 0,
        };
        i++;
        var isConstruct = best.Pronoun == 0 && !best.IsAny(Morph.Def | Morph.Indef | Morph.Abs);
        if (isConstruct && i < words.End && !IsQualified(phrase, lemma, i) && depth < 6)
        {
            _enclosing.Add(best);
            if (GenitiveAt(ref i, depth, best) is { } genitive) AddGenitive(phrase, genitive);
            _enclosing.RemoveAt(_enclosing.Count - 1);
        }
        _adjectives.Read(phrase, ref i);
        // An unknown word after a common noun qualifies it.
        if (depth == 0 && phrase.Kind?.Denotes != Denotes.Person && i < words.End && words.IsWord(i) && words.Best(i) is null && words.Names[i] is null && words.Values[i] is null && words.SeemsDefinite(i) == phrase.IsDefinite && phrase.Genitive is null) phrase.End = ++i;
        // "The four people": the number follows as an adjective.
        if (best.Is(Morph.Def | Morph.Plur) && i < words.End && words.Values[i] is { Kind: ValueKind.Number } number && words.SeemsDefinite(i) && !words.Joins(number.Clitics))
        {
            phrase.Number = number;
            phrase.End = i = number.End;
        }
        return phrase;
    }

    /// <summary>Whether the word after a number is what it counts.</summary>
    private bool IsCounted(int i) =>
        i < words.End && words.IsWord(i) && words.Values[i] is null && (words.Names[i] is not { } named || !names.IsUsable(named, "") || named.Entries.All(e => e.Kind == NameKind.Person))
        && words.Best(i) is { } next && next.IsAny(Morph.Nominal) && words.IsBare(next.Clitics);

    /// <summary>Whether the noun after a noun is rather its adjective; if so, it is made one.</summary>
    private bool IsQualified(Phrase phrase, Lemma lemma, int i) =>
        !words.BeginsAside(i) && (!AsksForVictim(lemma) || words.Analyses[i].Exists(a => a.Is(Morph.Adj) && meanings.CompoundOf(lemma.Text, words.LemmaOf(a).Text) is not null))
        && words.Best(i) is { } next && next.IsAny(Morph.Noun) && !next.Is(Morph.Def) && !_adjectives.IsConstructHead(i) && words.Values[i] is null && (words.Names[i] is null || words.Names[i]!.Entries.All(e => e.Kind is NameKind.Title or NameKind.Office or NameKind.Demonym)) && _adjectives.Prefer(phrase, i);

    /// <summary>Whether a noun's genitive would be its victim or target, so that a noun after it is no adjective.</summary>
    private bool AsksForVictim(Lemma lemma) =>
        meanings.FramesOf(lemma.Root.Length > 0 ? lemma.Root : lemma.Text, FrameKind.Verb).Concat(meanings.FramesOf(lemma.Text, FrameKind.Noun)).Any(f => f.Genitive is Genitive.Victim || f.Measure is Measure.Killed or Measure.Wounded or Measure.Detained or Measure.Abducted);

    private void AddGenitive(Phrase phrase, Phrase genitive)
    {
        phrase.Genitive = genitive;
        phrase.End = genitive.End;
        phrase.IsDefinite |= genitive.IsDefinite;
        if ((genitive.IsPlace || genitive.Name?.As(NameKind.Unlisted) is not null) && (genitive.Name is not null || genitive.Kind is { Denotes: Denotes.Place, Class: "natural" }) && phrase.Lemma is { } lemma && bearings.HeadOf(lemma.Text) is { } head) phrase.Kind = head;
        if (genitive.Demonym >= 0 && genitive.Name is null && _adjectives.Disagrees(genitive, genitive.DemonymToken)) (phrase.Demonym, phrase.DemonymToken) = (genitive.Demonym, genitive.DemonymToken);
    }

    private Phrase? GenitiveAt(ref int i, int depth, Analysis head)
    {
        if (Bracketed(ref i) is { } number) return number;
        if (words.KindOf(i) == TokenKind.Mark && words.MarkAt(i) is '"' or '\u00ab' && i + 2 < words.End) return Quoted(ref i);
        if (words.Values[i] is { Kind: ValueKind.Number, Clitics: 0 } value) return Counted(ref i, value);
        if (!words.IsWord(i) || words.Values[i] is not null || words.BeginsAside(i)) return null;
        if (words.Names[i] is { } name && words.IsBare(name.Clitics) && !IsFunctionWord(name)
            && !name.Entries.All(e => e.Kind is NameKind.Demonym or NameKind.Title or NameKind.Office)
            && (names.IsUsable(name, "") || meanings.KindOf(words.LemmaOf(head).Text)?.Denotes is Denotes.Place or Denotes.Facility or Denotes.Force or Denotes.Body or Denotes.Person)) return Named(ref i, name);
        if (meanings.KindOf(words.LemmaOf(head).Text) is { Denotes: Denotes.Place, Class: "settlement" or "quarter" or "governorate" or "district" } && !head.Is(Morph.Plur) && words.Names[i] is null && SeemsNamed(head, i)) return Unknown(ref i);
        // "The airport of X Y": buildings and streets are named after persons.
        if (words.Names[i] is null && meanings.KindOf(words.LemmaOf(head).Text) is { Denotes: Denotes.Facility } or { Class: "route" or "quarter" } && names.PersonName(i, false) is { } honoured)
        {
            i = honoured.End;
            return honoured;
        }
        if (IsAny(i))
        {
            i++;
            var any = Nominal(ref i, depth + 1);
            any.IsAny = true;
            return any;
        }
        if (!head.IsAny(Morph.Def) && (words.QualifyingVerb(i, true) is not null || IsCarried(head, i))) return null;
        _adjectives.IsConstructHead(i);
        if (words.Best(i) is not { } next) return words.Names[i] is null && meanings.KindOf(words.LemmaOf(head).Text) is not null ? Unknown(ref i) : null;
        if (!next.IsAny(Morph.Nominal) || !words.IsBare(next.Clitics) || QualifiesOuter(i, head)) return null;
        // With the ending of the indefinite accusative it is the object of what an act does.
        if (next.Is(Morph.Noun | Morph.Indef | Morph.Acc) && !next.IsAny(Morph.Gen | Morph.Dual) && meanings.TellsEvent(words.LemmaOf(head))) return null;
        // What is only an adjective, and indefinite, is no genitive.
        if (next.IsAny(Morph.Adj) && !next.IsAny(Morph.Noun) && !next.Is(Morph.Def) && !head.Is(Morph.Elative) && !words.Analyses[i].Exists(a => a.Is(Morph.Noun))) return null;
        if (next.Pronoun != 0 && !head.IsAny(Morph.Masdar) && meanings.CueOf("reflexive", words.LemmaOf(next).Text) is not null) return null;
        if (next.IsAny(Morph.Adj) && AdjectiveReader.Agrees(head, next))
        {
            // An indefinite adjective agrees with an indefinite head; it is no genitive.
            if (!next.IsAny(Morph.Noun) && !next.Is(Morph.Def) && !head.Is(Morph.Elative) && !MayBeGenitive(words.LemmaOf(head), words.LemmaOf(next))) return null;
            if (next.Is(Morph.Def) && words.DemonymAt(i) >= 0 && !next.IsAny(Morph.Plur)) return null;
        }
        return Nominal(ref i, depth + 1);
    }

    /// <summary>"The arrest of any journalist": a word of quantity that may be a particle, before an indefinite noun.</summary>
    private bool IsAny(int i) =>
        i + 1 < words.End && words.IsWord(i + 1) && words.Best(i) is { Clitics: 0 } best && best.IsAny(Morph.Rel | Morph.Part) && words.Analyses[i].Exists(a => words.LemmaOf(a).Function == "quantity")
        && words.Names[i + 1] is null or { Entries: [{ Kind: NameKind.Office or NameKind.Title }, ..] } && words.Best(i + 1) is { } next && next.Is(Morph.Noun) && !next.Is(Morph.Def) && words.IsBare(next.Clitics);

    /// <summary>"A bombing took place", "a meeting was held": after an indefinite act a word that may be the verb that carries it is that verb. It is put first.</summary>
    private bool IsCarried(Analysis head, int i)
    {
        if (!meanings.TellsEvent(words.LemmaOf(head))) return false;
        var list = words.Analyses[i];
        var verb = list.FindIndex(a => a.IsAny(Morph.Finite) && a.Is(Morph.Third) && a.Clitics == 0 && (meanings.FramesOf(words.LemmaOf(a).Text, FrameKind.Light).Count > 0 || meanings.FramesOf(words.LemmaOf(a).Text, FrameKind.Result).Count > 0));
        if (verb < 0) return false;
        (list[0], list[verb]) = (list[verb], list[0]);
        return true;
    }

    /// <summary>Whether a word after "town", "quarter" and the like is a name although it has an analysis: no verb of the third person, no common noun or adjective of the reader's.</summary>
    private bool SeemsNamed(Analysis head, int i)
    {
        if (words.Best(i) is not { } best || !words.IsBare(best.Clitics) || best.Is(Morph.Def)) return false;
        foreach (var a in words.Analyses[i])
        {
            // In the accusative or of another gender it cannot go with the noun.
            if (a.Is(Morph.Indef | Morph.Acc) || (a.Is(Morph.Adj) && !a.Is(Morph.Noun) && !AdjectiveReader.Agrees(head, a))) continue;
            if (a.IsAny(Morph.Prep | Morph.Rel | Morph.Dem | Morph.Conj | Morph.Part | Morph.Adv) || (a.IsAny(Morph.Verb) && a.Is(Morph.Third) && a.Pronoun == 0) || (a.IsAny(Morph.Adj | Morph.Noun) && a.Pronoun == 0) || meanings.Knows(words.LemmaOf(a))) return false;
        }
        return true;
    }

    /// <summary>Whether an adjective that agrees with the head may be a noun of its own ("killing a gunman") and not qualify it ("an armed attack", "an armed group").</summary>
    private bool MayBeGenitive(Lemma head, Lemma adjective) =>
        meanings.KindOf(adjective.Text) is not null && meanings.CompoundOf(head.Text, adjective.Text) is null && (meanings.KindOf(head.Text) is null || AsksForVictim(head));

    /// <summary>Whether an indefinite word is an adjective of a noun further out ("a terrorist bombing operation"), with which it agrees while it does not with the nearest.</summary>
    private bool QualifiesOuter(int i, Analysis head)
    {
        foreach (var a in words.Analyses[i])
        {
            if (!a.Is(Morph.Adj | Morph.Nisba) || a.Is(Morph.Def) || AdjectiveReader.Agrees(head, a)) continue;
            for (var k = 0; k < _enclosing.Count - 1; k++)
                if (AdjectiveReader.Agrees(_enclosing[k], a)) return true;
        }
        return false;
    }

    /// <summary>Whether what would be a name is rather a word of grammar ("that").</summary>
    private bool IsFunctionWord(NameMention name) =>
        name.End - name.Start == 1 && words.Best(name.Start) is { } best && best.IsAny(Morph.Conj | Morph.Part | Morph.Pron | Morph.Rel);

    /// <summary>A name in quotation marks after its head: newspaper "X".</summary>
    private Phrase? Quoted(ref int i)
    {
        var open = i;
        var close = open + 1;
        while (close < words.End && close < open + 6 && !(words.KindOf(close) == TokenKind.Mark && words.MarkAt(close) is '"' or '\u00bb' or '\u00ab')) close++;
        if (close >= words.End || close >= open + 6 || close == open + 1) return null;
        i = close + 1;
        // "The front of 'Tell X'": what it is called says what it is.
        var kind = close - open > 2 && words.Best(open + 1) is { } first && meanings.KindOf(words.LemmaOf(first).Text) is { Denotes: Denotes.Place } place ? place : null;
        return new Phrase
        {
            Start = open + 1,
            End = close,
            From = words.StartOf(open + 1),
            Head = open + 1,
            Name = words.Names[open + 1] is { } n && n.End <= close ? n : null,
            Lemma = kind is null ? null : words.LemmaOf(words.Best(open + 1)!.Value),
            Kind = kind,
            Analysis = words.Best(open + 1) ?? new Analysis(0, Morph.Noun | Morph.Name, 0, 0, 0, 0),
            IsDefinite = true,
        };
    }
}
