using Isnad.Claims;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Clauses;

/// <summary>Reads a sentence as a row of phrases, verbs, particles, times and marks. Not safe to share between threads.</summary>
internal sealed class PhraseReader(Lexicon lexicon, World world, Meanings meanings)
{
    private const Morph Agreeable = Morph.Gender | Morph.Number;

    private readonly uint _the = lexicon.Clitic("the") ?? 0;
    private readonly uint _and = lexicon.Clitic("and") ?? 0;
    private readonly uint _then = lexicon.Clitic("then") ?? 0;
    private readonly (uint Bit, string Form)[] _prepositions =
        [.. lexicon.CliticRows.Where(r => System.Numerics.BitOperations.PopCount(r.Clitics) == 1 && lexicon.Proclitics.First(p => p.Bit == r.Clitics) is { Order: 2, Name: not "will" }).Select(r => (r.Clitics, r.Form))];

    private FoldedText _text = null!;
    private List<Token> _tokens = [];
    private List<Analysis>[] _analyses = [];
    private NameMention?[] _names = [];
    private FoundValue?[] _values = [];
    private int _end;

    /// <summary>Sets the report to read sentences of.</summary>
    public void Begin(FoldedText text, List<Token> tokens, List<Analysis>[] analyses, NameMention?[] names, IReadOnlyList<FoundValue> values)
    {
        (_text, _tokens, _analyses, _names) = (text, tokens, analyses, names);
        _values = new FoundValue?[tokens.Count];
        foreach (var value in values) _values[value.Start] = value;
    }

    /// <summary>The items of a sentence, in order.</summary>
    public List<SentencePart> Read(Sentence sentence)
    {
        var items = new List<SentencePart>();
        _end = sentence.End;
        var preposition = "";
        for (var i = sentence.Start; i < _end;)
        {
            var before = i;
            var item = Next(ref i, ref preposition);
            if (item is not null)
            {
                items.Add(item);
                if (item.Kind != PartKind.Phrase && item.Kind != PartKind.Time) preposition = "";
            }
            if (i == before) i++;
        }
        JoinQuantities(items);
        JoinOffices(items);
        JoinParticiples(items);
        AttachObjects(items);
        return items;
    }

    /// <summary>"A number of the residents", "15 of the fighters": the group after "of" is what is counted.</summary>
    private void JoinQuantities(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k].Phrase is not { IsPronoun: false } outer) continue;
            var phrase = outer;
            while (phrase.Genitive is { } inner) phrase = inner;
            if (!(phrase.Kind?.Denotes == Denotes.Quantity || (phrase.Number is not null && (phrase.Head < 0 || phrase.Kind?.Denotes == Denotes.Person)))) continue;
            if (items[k + 1] is not { And: false, Phrase: { IsPronoun: false } group } || meanings.RoleOf(group.Preposition) != Role.From || group.Kind?.Denotes is Denotes.Place || PlaceTest.IsPlace(group)) continue;
            if (items[k + 1].Start > items[k].End + 1) continue;
            phrase.Group = group;
            Extend(items, k, group.End);
        }
    }

    /// <summary>"Belonging to X", "backed by X": the complement of a participle that qualifies a phrase is part of the phrase.</summary>
    private void JoinParticiples(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k].Phrase is not { } outer || items[k + 1] is not { And: false, Phrase: { IsPronoun: false } complement } || items[k + 1].Start > items[k].End + 1) continue;
            if (meanings.RoleOf(complement.Preposition) is not (Role.From or Role.Inner or Role.Agent) || complement.Nested().Any(n => n.Kind?.Denotes is Denotes.Place)) continue;
            foreach (var phrase in outer.Nested())
            {
                if (phrase.Participles is not [.., var last] || last.Token != outer.End - 1 || meanings.KindOf(phrase.AdjectiveLemmas[^1]) is not null) continue;
                phrase.Complement = complement;
                Extend(items, k, complement.End);
                break;
            }
        }
    }

    /// <summary>Lengthens a phrase over the item after it.</summary>
    private static void Extend(List<SentencePart> items, int k, int end)
    {
        foreach (var phrase in items[k].Phrase!.Nested()) phrase.End = end;
        items[k].End = end;
        items.RemoveAt(k + 1);
    }

    /// <summary>A bare phrase right after a verbal noun that has its agent is the verbal noun's object.</summary>
    private static void AttachObjects(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k].Phrase is not { } phrase || items[k + 1] is not { And: false, Phrase: { Preposition: "", IsPronoun: false } next } || next.Start != phrase.End) continue;
            foreach (var noun in phrase.Nested())
            {
                if (!noun.Features.HasFlag(Morph.Masdar) || (noun.Genitive is null && noun.Analysis.Pronoun == 0) || noun.Genitive is { Head: < 0 }) continue;
                if (!next.IsDefinite && next.Number is null && !(next.Features.HasFlag(Morph.Indef) && next.Features.HasFlag(Morph.Acc))) continue;
                noun.Object = next;
                next.IsObject = true;
                break;
            }
        }
    }

    private Analysis? Best(int i) => i < _tokens.Count && _analyses[i] is { Count: > 0 } list ? list[0] : null;

    private Lemma LemmaOf(Analysis a) => lexicon.Lemmas[a.Lemma];

    private bool HasAnd(int i) => Best(i) is { } a && (a.Clitics & (_and | _then)) != 0;

    private SentencePart? Next(ref int i, ref string preposition)
    {
        var token = _tokens[i];
        if (_values[i] is { } value)
        {
            var and = (value.Clitics & (_and | _then)) != 0;
            if (value.Kind is ValueKind.Time or ValueKind.Duration)
            {
                i = value.End;
                var time = new SentencePart { Kind = PartKind.Time, Start = value.Start, End = value.End, Value = value, And = and };
                preposition = "";
                return time;
            }
            if (value.Kind is ValueKind.Number or ValueKind.Percent or ValueKind.Money) return Finish(Counted(ref i, value), ref preposition);
        }
        if (token.Kind == TokenKind.Mark) { i++; return new SentencePart { Kind = PartKind.Mark, Start = i - 1, End = i, Mark = _text[token.Start] }; }
        if (token.Kind != TokenKind.Word) { i++; return null; }
        if (_names[i] is { } name && IsUsable(name, preposition)) return Finish(Named(ref i, name), ref preposition);
        if (_names[i] is { } title && title.End - title.Start > 1 && title.As(NameKind.Title) is not null) return Finish(Named(ref i, title), ref preposition);
        if (PersonName(i, false) is { } person) { i = person.End; return Finish(person, ref preposition); }
        if (Best(i) is not { } best) return Finish(Unknown(ref i), ref preposition);
        if (best.IsAny(Morph.Finite) || best.Is(Morph.Verb))
        {
            i++;
            return new SentencePart { Kind = PartKind.Verb, Start = i - 1, End = i, Analysis = best, Lemma = LemmaOf(best), And = HasAnd(i - 1) };
        }
        if (best.IsAny(Morph.Prep)) return Preposition(ref i, best, ref preposition);
        if (best.IsAny(Morph.Nominal))
        {
            var circumstantial = best.Is(Morph.Adj | Morph.Indef | Morph.Acc) && preposition.Length == 0 && !_analyses[i].Exists(a => a.Is(Morph.Noun | Morph.Indef) && a.Cost <= best.Cost && meanings.KindOf(LemmaOf(a).Text) is not null);
            var nominal = Nominal(ref i);
            nominal.IsCircumstantial = circumstantial;
            return Finish(nominal, ref preposition);
        }
        if (best.IsAny(Morph.Dem) && i + 1 < _end && Best(i + 1) is { } after && after.IsAny(Morph.Nominal) && after.Is(Morph.Def))
        {
            i++;
            var phrase = Nominal(ref i);
            phrase.And |= (best.Clitics & (_and | _then)) != 0;
            if (phrase.Preposition.Length == 0) phrase.Preposition = CliticPreposition(best.Clitics);
            return Finish(phrase, ref preposition);
        }
        i++;
        return new SentencePart { Kind = PartKind.Particle, Start = i - 1, End = i, Analysis = best, Lemma = LemmaOf(best), And = (best.Clitics & (_and | _then)) != 0 };
    }

    /// <summary>A preposition: it waits for its phrase, or already has a pronoun.</summary>
    private SentencePart? Preposition(ref int i, Analysis best, ref string preposition)
    {
        var form = LemmaOf(best).Text;
        if (form.Length == 0) form = CliticPreposition(best.Clitics);
        var start = i++;
        for (var length = meanings.LeadsPreposition(LemmaOf(best).Text) ? 3 : 0; length >= 2; length--)
        {
            if (i - 1 + length > _end || best.Pronoun != 0) continue;
            var phrase = string.Join(' ', Enumerable.Range(i - 1, length).Select(t => Best(t) is { } a ? LemmaOf(a).Text : ""));
            if (meanings.RoleOf(phrase) == Role.None) continue;
            form = phrase;
            i += length - 1;
            break;
        }
        if (best.Pronoun == 0)
        {
            // "From before" is one preposition in two words only where the pack says so; else the last one governs.
            preposition = form;
            return (best.Clitics & (_and | _then)) != 0
                ? new SentencePart { Kind = PartKind.Particle, Start = start, End = i, Analysis = best, Lemma = LemmaOf(best) with { Function = "prep" }, And = true } : null;
        }
        return new SentencePart
        {
            Kind = PartKind.Phrase,
            Start = start,
            End = i,
            And = (best.Clitics & (_and | _then)) != 0,
            Phrase = new Phrase { Start = start, End = i, From = _tokens[start].Start, Head = start, Analysis = best, IsPronoun = true, Preposition = form, IsDefinite = true },
        };
    }

    private SentencePart Finish(Phrase phrase, ref string preposition)
    {
        if (phrase.Preposition.Length == 0) phrase.Preposition = preposition;
        preposition = "";
        return new SentencePart { Kind = PartKind.Phrase, Start = phrase.Start, End = phrase.End, Phrase = phrase, Analysis = phrase.Analysis, Lemma = phrase.Lemma, And = phrase.And };
    }

    private string CliticPreposition(uint clitics)
    {
        foreach (var (bit, form) in _prepositions)
            if ((clitics & bit) != 0) return form;
        return "";
    }

    /// <summary>Whether a known name may be one here: a common word needs a sign that it is a name.</summary>
    private bool IsUsable(NameMention name, string preposition)
    {
        if (name.Entries.All(e => e.Kind is NameKind.Title or NameKind.Office or NameKind.Label)) return false;
        if (name.As(NameKind.Country) is not null) return true;
        // A capital that is also a common word ("floods") needs a sign that it is the capital.
        if (name.As(NameKind.Capital) is not null && !(name.End - name.Start == 1 && Best(name.Start) is { Cost: 0 } common && common.Is(Morph.Noun) && (meanings.IsAccident(LemmaOf(common).Text) || meanings.Knows(LemmaOf(common))))) return true;
        if (name.Entries.All(e => e.Kind is NameKind.Demonym)) return false;
        if (name.End - name.Start > 1) return true;
        if (Best(name.Start) is not { } best) return true;
        // A verb of the reader's own vocabulary is no name unless a preposition governs it.
        if (best.IsAny(Morph.Verb) && preposition.Length == 0 && meanings.Knows(LemmaOf(best))) return false;
        if (best.Cost > 1) return true;
        if (name.As(NameKind.Actor) is not null) return true;
        if (name.As(NameKind.Place) is { } place && world.Places[place.Index].Class is "city" or "admin1" or "island" or "strait" && !best.IsAny(Morph.Verb | Morph.Prep | Morph.Conj | Morph.Part | Morph.Adv) && !meanings.Knows(LemmaOf(best))) return true;
        if ((name.Clitics & _and) != 0 && name.Start > 0 && _names[name.Start - 1] is { } joined && joined.End == name.Start && joined.As(NameKind.Place) is not null) return true;
        var placed = preposition.Length > 0 && meanings.RoleOf(preposition) is Role.Place or Role.From or Role.Toward;
        var headed = name.Start > 0 && Best(name.Start - 1) is { } head && meanings.KindOf(LemmaOf(head).Text)?.Denotes is Denotes.Place;
        return name.As(NameKind.Place) is not null ? placed || headed || (!best.IsAny(Morph.PartOfSpeech & ~(Morph.Adj | Morph.Name)) && !meanings.Knows(LemmaOf(best))) : name.As(NameKind.Person) is not null && !best.IsAny(Morph.Verb | Morph.Noun | Morph.Adj | Morph.Prep);
    }

    private Phrase Named(ref int i, NameMention name)
    {
        var best = Best(i);
        var phrase = new Phrase
        {
            Start = name.Start,
            End = name.End,
            From = name.From,
            Head = name.Start,
            Name = name,
            IsDefinite = true,
            Analysis = best is { } a && a.IsAny(Morph.Noun) && !a.IsAny(Morph.Indef) && name.End - name.Start > 1 ? a : new Analysis(0, Morph.Name | Morph.Noun, name.Clitics, 0, 0, 0),
            And = (name.Clitics & (_and | _then)) != 0,
            Preposition = CliticPreposition(name.Clitics),
        };
        if (best is { } b) { phrase.Lemma = LemmaOf(b); phrase.Kind = meanings.KindOf(phrase.Lemma.Text); }
        i = name.End;
        ReadAdjectives(phrase, ref i);
        // More parts of a person's name after the known ones.
        if (name.As(NameKind.Person) is not null)
        {
            phrase.IsPersonName = true;
            while (i < _end && IsNamePart(i, false)) i++;
            phrase.End = Math.Max(phrase.End, i);
        }
        return phrase;
    }

    private Phrase Unknown(ref int i)
    {
        var phrase = new Phrase { Start = i, End = i + 1, From = _tokens[i].Start, Head = i, Analysis = new Analysis(0, Morph.Noun | Morph.Name, 0, 0, 0, 0) };
        var word = _text.Chars[_tokens[i].Start.._tokens[i].End];
        foreach (var row in lexicon.CliticRows)
        {
            if (row.Clitics != _and && row.Clitics != _the && row.Clitics != (_and | _the)) continue;
            if (word.Length < row.Form.Length + 3 || !word.StartsWith(row.Form, StringComparison.Ordinal)) continue;
            if ((row.Clitics & _the) != 0) { phrase.IsDefinite = true; phrase.Analysis = phrase.Analysis with { Features = phrase.Features | Morph.Def }; }
        }
        i++;
        while (i < _end && _values[i] is null && _names[i] is null && Best(i) is null && _tokens[i].Kind == TokenKind.Word) phrase.End = ++i;
        return phrase;
    }

    /// <summary>A number and what it counts.</summary>
    private Phrase Counted(ref int i, FoundValue value)
    {
        var start = value.Start;
        i = value.End;
        Phrase phrase;
        var selfCounting = Best(value.End - 1) is { } last && last.Is(Morph.Dual) && value.End - value.Start == 1;
        if (selfCounting)
        {
            i = value.Start;
            phrase = Nominal(ref i);
        }
        else if (i < _end && _tokens[i].Kind == TokenKind.Word && _values[i] is null && (_names[i] is not { } named || !IsUsable(named, "") || named.Entries.All(e => e.Kind == NameKind.Person)) && Best(i) is { } next && next.IsAny(Morph.Nominal)
            && (next.Clitics & ~_the) == 0)
        {
            phrase = Nominal(ref i);
        }
        else phrase = new Phrase { End = i, Analysis = new Analysis(0, Morph.Noun, value.Clitics, 0, 0, 0) };
        phrase.Start = start;
        phrase.From = value.From;
        phrase.Number = value;
        phrase.End = Math.Max(phrase.End, i);
        phrase.And = (value.Clitics & (_and | _then)) != 0;
        phrase.Preposition = CliticPreposition(value.Clitics);
        return phrase;
    }

    /// <summary>A noun with its genitive and adjectives.</summary>
    private Phrase Nominal(ref int i, int depth = 0)
    {
        var best = Best(i)!.Value;
        var lemma = LemmaOf(best);
        var phrase = new Phrase
        {
            Start = i,
            End = i + 1,
            From = FromOf(i, best),
            Head = i,
            Analysis = best,
            Lemma = lemma,
            Kind = KindOf(lemma),
            And = (best.Clitics & (_and | _then)) != 0,
            Preposition = CliticPreposition(best.Clitics),
            IsDefinite = best.Is(Morph.Def) || best.Pronoun != 0,
        };
        i++;
        var construct = best.Pronoun == 0 && !best.IsAny(Morph.Def | Morph.Indef | Morph.Abs);
        if (construct && i < _end && (!AsksForVictim(lemma) || _analyses[i].Exists(a => a.Is(Morph.Adj) && meanings.CompoundOf(lemma.Text, LemmaOf(a).Text) is not null)) && Best(i) is { } next && next.IsAny(Morph.Noun) && !next.Is(Morph.Def) && _values[i] is null && _names[i] is null && PreferAdjective(phrase, i)) construct = false;
        _enclosing.Add(best);
        var inner = construct && depth < 6 && i < _end ? Genitive(ref i, depth, best) : null;
        _enclosing.RemoveAt(_enclosing.Count - 1);
        if (inner is { } genitive)
        {
            phrase.Genitive = genitive;
            phrase.End = genitive.End;
            phrase.IsDefinite |= genitive.IsDefinite;
            if (genitive.Demonym >= 0 && genitive.Name is null && Disagree(genitive, genitive.DemonymToken)) (phrase.Demonym, phrase.DemonymToken) = (genitive.Demonym, genitive.DemonymToken);
        }
        ReadAdjectives(phrase, ref i);
        return phrase;
    }

    /// <summary>Whether the last adjective of a genitive agrees with its head rather than with the genitive itself.</summary>
    private bool Disagree(Phrase genitive, int adjective) =>
        adjective >= 0 && Best(adjective) is { } a && (a.Features & Morph.Gender) != 0 && (genitive.Features & Morph.Gender) != 0
        && (a.Features & genitive.Features & Morph.Gender) == 0 && !genitive.Features.HasFlag(Morph.Plur);

    private readonly List<Analysis> _enclosing = [];

    /// <summary>Whether an indefinite word is an adjective of a noun further out ("a terrorist bombing operation"), with which it agrees while it does not with the nearest.</summary>
    private bool QualifiesOuter(int i, Analysis head)
    {
        if (_enclosing.Count < 2) return false;
        foreach (var a in _analyses[i])
        {
            if (!a.Is(Morph.Adj | Morph.Nisba) || a.Is(Morph.Def) || Agrees(head, a)) continue;
            for (var k = 0; k < _enclosing.Count - 1; k++)
                if (Agrees(_enclosing[k], a)) return true;
        }
        return false;
    }

    private Phrase? Genitive(ref int i, int depth, Analysis head)
    {
        var token = _tokens[i];
        if (token.Kind == TokenKind.Mark && _text[token.Start] is '"' or '\u00ab' && i + 2 < _end) return Quoted(ref i, depth);
        if (_values[i] is { Kind: ValueKind.Number, Clitics: 0 } value) return Counted(ref i, value);
        if (token.Kind != TokenKind.Word || _values[i] is not null) return null;
        if (_names[i] is { } name && (name.Clitics & ~_the) == 0 && !name.Entries.All(e => e.Kind is NameKind.Demonym or NameKind.Title or NameKind.Office))
        {
            return Named(ref i, name);
        }
        if (Best(i) is not { } next)
        {
            return meanings.KindOf(LemmaOf(head).Text)?.Denotes is not null ? Unknown(ref i) : null;
        }
        if (!next.IsAny(Morph.Nominal) || (next.Clitics & ~_the) != 0 || QualifiesOuter(i, head)) return null;
        // An indefinite adjective agrees with an indefinite head; it is no genitive.
        if (next.IsAny(Morph.Adj) && !next.IsAny(Morph.Noun) && !next.Is(Morph.Def) && !head.Is(Morph.Elative) && Agrees(head, next) && IsPlainAdjective(next)) return null;
        if (next.IsAny(Morph.Adj) && next.Is(Morph.Def) && DemonymAt(i) >= 0 && Agrees(head, next) && !next.IsAny(Morph.Plur)) return null;
        return Nominal(ref i, depth + 1);
    }

    private bool IsPlainAdjective(Analysis a) => meanings.KindOf(LemmaOf(a).Text) is null;

    /// <summary>A name in quotation marks after its head: newspaper "X".</summary>
    private Phrase? Quoted(ref int i, int depth)
    {
        var open = i;
        var close = -1;
        for (var t = open + 1; t < _end && t < open + 6; t++)
            if (_tokens[t].Kind == TokenKind.Mark && _text[_tokens[t].Start] is '"' or '\u00bb' or '\u00ab') { close = t; break; }
        if (close < 0 || close == open + 1) return null;
        var phrase = new Phrase
        {
            Start = open + 1,
            End = close,
            From = _tokens[open + 1].Start,
            Head = open + 1,
            Name = _names[open + 1] is { } n && n.End <= close ? n : null,
            Analysis = Best(open + 1) ?? new Analysis(0, Morph.Noun | Morph.Name, 0, 0, 0, 0),
            IsDefinite = true,
        };
        i = close + 1;
        _ = depth;
        return phrase;
    }

    private void ReadAdjectives(Phrase phrase, ref int i)
    {
        while (i < _end && _tokens[i].Kind == TokenKind.Word && _values[i] is null or { Kind: ValueKind.Ordinal })
        {
            if (i >= _end || _tokens[i].Kind != TokenKind.Word) break;
            var demonym = DemonymAt(i);
            if (Best(i) is not { } a)
            {
                if (demonym < 0) break;
            }
            else
            {
                if (demonym < 0 && !a.IsAny(Morph.Adj))
                {
                    if (!PreferAdjective(phrase, i)) break;
                    a = Best(i)!.Value;
                }
                var joined = (a.Clitics & (_and | _then)) != 0;
                if ((a.Clitics & ~_the & ~_and) != 0 || (joined && phrase.Adjectives.Count == 0)) break;
                if (a.Is(Morph.Def) != phrase.IsDefinite && !(phrase.Name is not null && a.Is(Morph.Def))) break;
                if (!phrase.IsDefinite && phrase.Kind is null && meanings.KindOf(LemmaOf(a).Text) is { Denotes: Denotes.Person } && phrase.Features.HasFlag(Morph.Masdar)) break;
            }
            if (demonym >= 0) (phrase.Demonym, phrase.DemonymToken) = (demonym, i);
            phrase.Adjectives.Add(i);
            if (Best(i) is { } adjective)
            {
                var lemma = LemmaOf(adjective);
                phrase.AdjectiveLemmas.Add(lemma.Text);
                if (lemma.Root.Length > 0 && adjective.IsAny(Morph.ActivePart | Morph.PassivePart)) phrase.Participles.Add((i, lemma.Root, adjective.Is(Morph.PassivePart)));
            }
            i++;
            phrase.End = i;
        }
    }

    /// <summary>
    /// A word that may be an adjective is one after a definite noun if it is definite and agrees, and after an
    /// indefinite noun if it is formed from a noun and agrees, unless the noun asks for a victim. The choice is kept.
    /// </summary>
    private bool PreferAdjective(Phrase phrase, int i)
    {
        var list = _analyses[i];
        if (list.Count == 0 || list[0].IsAny(Morph.Verb | Morph.Prep | Morph.Conj | Morph.Part | Morph.Rel)) return false;
        for (var k = 0; k < list.Count; k++)
        {
            var a = list[k];
            if (!a.Is(Morph.Adj) || a.Is(Morph.Def) != phrase.IsDefinite || !Agrees(phrase.Analysis, a) || (a.Clitics & ~_the) != 0 || a.Pronoun != 0) continue;
            if (!phrase.IsDefinite && !a.IsAny(Morph.Nisba) && meanings.Knows(LemmaOf(list[0])) && (phrase.Lemma is null || meanings.CompoundOf(phrase.Lemma.Text, LemmaOf(a).Text) is null)) continue;
            if (phrase.Name is not null && phrase.Name.As(NameKind.Person) is not null) return false;
            (list[0], list[k]) = (list[k], list[0]);
            return true;
        }
        return false;
    }

    /// <summary>Whether a noun's genitive would be its victim or target, so that a noun after it is no adjective.</summary>
    private bool AsksForVictim(Lemma lemma) =>
        meanings.FramesOf(lemma.Root.Length > 0 ? lemma.Root : lemma.Text, FrameKind.Verb).Concat(meanings.FramesOf(lemma.Text, FrameKind.Noun)).Any(f => f.Genitive is Semantics.Genitive.Victim || f.Measure is Measure.Killed or Measure.Wounded or Measure.Detained or Measure.Abducted);

    private int DemonymAt(int i)
    {
        if (i >= _tokens.Count || _names[i] is not { } name || name.As(NameKind.Demonym) is not { } entry || name.End != i + 1) return -1;
        return entry.Index;
    }

    private static bool Agrees(Analysis head, Analysis adjective)
    {
        var (h, a) = (head.Features & Agreeable, adjective.Features & Agreeable);
        if ((h & Morph.Plur) != 0 && (a & Morph.Sing) != 0) return (a & Morph.Fem) != 0;
        if ((h & a & Morph.Number) == 0 && (h & Morph.Number) != 0 && (a & Morph.Number) != 0) return false;
        return (h & Morph.Gender) == 0 || (a & Morph.Gender) == 0 || (h & a & Morph.Gender) != 0;
    }

    private int FromOf(int i, Analysis best)
    {
        var start = _tokens[i].Start + best.StemStart;
        if ((best.Clitics & _the) == 0) return start;
        foreach (var row in lexicon.CliticRows)
            if (row.Clitics == _the) return Math.Max(_tokens[i].Start, start - row.Form.Length);
        return start;
    }

    private NounKind? KindOf(Lemma lemma) => meanings.KindOf(lemma.Text);

    // ---- persons ----

    /// <summary>Whether a token may be part of a person's name.</summary>
    private bool IsNamePart(int i, bool first)
    {
        if (i >= _end || _tokens[i].Kind != TokenKind.Word || _values[i] is not null) return false;
        var word = _text.Chars[_tokens[i].Start.._tokens[i].End];
        var given = world.GivenNames.Contains(word);
        if (first) return given || (IsJoint(i) && i + 1 < _end && IsNamePart(i + 1, false));
        if (i > 0 && IsJoint(i - 1) && Best(i) is not { } && word.Length > 1) return true;
        if (i > 0 && IsJoint(i - 1) && Best(i) is { } after && (after.Clitics & ~_the) == 0 && !after.IsAny(Morph.Prep | Morph.Conj | Morph.Part)) return true;
        if (IsJoint(i)) return i + 1 < _end && _tokens[i + 1].Kind == TokenKind.Word;
        if (Best(i) is { } best && (IsGrammatical(best) || (best.Is(Morph.Verb) && best.Cost == 0 && _tokens[i].Length < 4 && !given))) return false;
        if (given || world.FamilyNames.Contains(word)) return true;
        return Best(i) is null && word.Length > 2 && _names[i] is null;
    }

    /// <summary>Whether a word with the article may be a surname: it has no meaning to the reader and the name can end with it.</summary>
    private bool IsSurname(int i) =>
        _tokens[i].Kind == TokenKind.Word && _values[i] is null && _names[i] is null && Best(i) is { } best && best.Is(Morph.Def) && (best.Clitics & ~_the) == 0
        && meanings.KindOf(LemmaOf(best).Text) is null && DemonymAt(i) < 0 && (i + 1 >= _end || _tokens[i + 1].Kind == TokenKind.Mark || Best(i + 1) is { } next && (next.IsAny(Morph.Verb | Morph.Prep | Morph.Conj) || next.Clitics != 0));

    private bool IsJoint(int i) => _tokens[i].Kind == TokenKind.Word && world.NameJoints.Contains(_text.Chars[_tokens[i].Start.._tokens[i].End]);

    private bool IsGrammatical(Analysis a) =>
        a.IsAny(Morph.Prep | Morph.Rel | Morph.Dem) || LemmaOf(a).Function is "complement" or "complement-speech" or "and-or" or "but" or "if" or "when" or "neg" or "neg-past" or "neg-future" or "assertive" or "because" or "until";

    /// <summary>A run of parts of a person's name from a token; after a title or office one part is enough.</summary>
    private Phrase? PersonName(int i, bool titled)
    {
        if (!IsNamePart(i, !titled) && !(titled && IsNamePart(i, false))) return null;
        if (titled && Best(i) is { } own && own.IsAny(Morph.Verb | Morph.Prep | Morph.Conj | Morph.Part)
            && !world.GivenNames.Contains(_text.Chars[_tokens[i].Start.._tokens[i].End])) return null;
        var end = i + 1;
        while (end < _end && IsNamePart(end, false)) end++;
        if (titled && end < _end && end - i is 1 or 2 && IsSurname(end)) end++;
        if (!titled && end - i < 2) return null;
        return new Phrase { Start = i, End = end, From = _tokens[i].Start, Head = i, Analysis = new Analysis(0, Morph.Name | Morph.Noun | Morph.Human, 0, 0, 0, 0), IsPersonName = true, IsDefinite = true };
    }

    /// <summary>Whether a phrase is an office or title, so that a name beside it is a person's.</summary>
    private bool IsOffice(Phrase phrase) =>
        phrase.Kind is { Denotes: Denotes.Person, Class: not ("civilian" or "child" or "woman" or "displaced" or "protester" or "prisoner") } && !phrase.IsPersonName && phrase.Number is null
        || (_names[phrase.Start] is { } name && name.Entries.Any(e => e.Kind is NameKind.Title or NameKind.Office));

    /// <summary>Joins offices and titles with the names beside them: "the minister X", "the envoy to Y, X", "X, the minister".</summary>
    private void JoinOffices(List<SentencePart> items)
    {
        for (var k = items.Count - 1; k >= 0; k--)
        {
            if (items[k].Phrase is not { IsPronoun: false, IsPersonName: false } outer) continue;
            var office = outer;
            while (office.Genitive is { } inner && inner.End == outer.End && (IsOffice(inner) || !IsOffice(office))) office = inner;
            if (!IsOffice(office) || (!office.IsDefinite && office.Demonym < 0)) continue;
            // The place of an office may stand between it and the name.
            var at = k + 1;
            if (at < items.Count && items[at] is { And: false, Phrase: { Preposition.Length: > 0, IsPersonName: false } } between && between.Start >= office.End && between.Start <= office.End + 1
                && at + 1 < items.Count && items[at + 1] is { And: false, Phrase: { IsPersonName: true, Preposition: "" } late } && late.Start == between.End) at++;
            var next = at == k + 1 ? office.End : items[at - 1].End;
            var person = at < items.Count && items[at] is { And: false, Phrase: { Preposition: "" } after } && after.Start == next
                ? after.IsPersonName ? after : after.Name is null && after.Head == after.Start && after.Genitive is null ? PersonName(after.Start, true) : null
                : next < _end && (at >= items.Count || items[at].Start > next) ? PersonName(next, true) : null;
            // A name with a title of its own belongs to the whole office before it, not to the last word of it.
            if (person is { Office: not null } && office != outer)
            {
                if (!IsOffice(outer)) continue;
                office = outer;
            }
            if (person is not null && person.End <= _end) Merge(items, k, outer, office, person);
            else if (k > 0 && office == outer && items[k - 1] is { Phrase: { IsPersonName: true, Office: null } named } && !office.And && office.Preposition.Length == 0 && named.End == office.Start && office.IsDefinite && office.Number is null)
            {
                named.Office = office;
                named.End = office.End;
                items[k - 1].End = office.End;
                items.RemoveAt(k);
            }
        }
    }

    private static void Merge(List<SentencePart> items, int k, Phrase outer, Phrase office, Phrase person)
    {
        var merged = new Phrase
        {
            Start = office.Start,
            End = person.End,
            From = office.From,
            Head = person.Head,
            Analysis = office.Analysis,
            Lemma = office.Lemma,
            Kind = office.Kind,
            Name = person.Name,
            IsPersonName = true,
            Office = office,
            Preposition = office.Preposition,
            And = office.And,
            IsDefinite = true,
            NameStart = person.NameStart >= 0 ? person.NameStart : person.Start,
            NameFrom = person.NameFrom >= 0 ? person.NameFrom : person.From,
        };
        if (office == outer) items[k] = new SentencePart { Kind = PartKind.Phrase, Start = merged.Start, End = merged.End, Phrase = merged, Analysis = merged.Analysis, Lemma = merged.Lemma, And = merged.And };
        else
        {
            foreach (var phrase in outer.Nested())
            {
                phrase.End = person.End;
                if (phrase.Genitive == office) { phrase.Genitive = merged; break; }
            }
            items[k].End = person.End;
        }
        while (k + 1 < items.Count && items[k + 1].Start < person.End) items.RemoveAt(k + 1);
    }
}
