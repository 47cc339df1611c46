using Isnad.Morphology;
using Isnad.Semantics;

namespace Isnad.Clauses;

/// <summary>Finds participles that are the predicate of a clause without a finite verb: "..., stressing that", "..., accusing the army of".</summary>
internal sealed class ParticipleReader(Lexicon lexicon, SentenceWords words, Meanings meanings)
{
    private readonly Lazy<Dictionary<string, int>> _verbs = new(() =>
    {
        var verbs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lexicon.Lemmas.Length; i++)
            if ((lexicon.Lemmas.PartOfSpeech(i) & Morph.Verb) != 0) verbs.TryAdd(lexicon.Lemmas.Text(i).ToString(), i);
        return verbs;
    });

    /// <summary>The participle at a token as the verb that it stands for, or null.</summary>
    public SentencePart? At(int i, List<SentencePart> before)
    {
        if (before.Count == 0 || i + 1 >= words.End || !words.IsWord(i)) return null;
        // "City", "restaurant", "gunmen": as nouns they name a place, a building or people in arms.
        if (words.Best(i) is { } best && best.IsAny(Morph.Noun) && meanings.KindOf(words.LemmaOf(best).Text) is { Denotes: Denotes.Place or Denotes.Facility } or { Class: "combatant" }) return null;
        foreach (var a in words.Analyses[i])
        {
            if (!a.Is(Morph.Adj | Morph.ActivePart) || a.IsAny(Morph.Def) || a.Pronoun != 0 || words.PrepositionIn(a.Clitics).Length > 0) continue;
            var isOblique = a.IsAny(Morph.Plur | Morph.Dual) && a.IsAny(Morph.Acc | Morph.Gen) && !a.Is(Morph.Nom) && !a.Is(Morph.Cons);
            if (!a.Is(Morph.Indef | Morph.Acc) && !a.Is(Morph.Fem | Morph.Sing) && !isOblique) continue;
            if (words.LemmaOf(a).Root is not { Length: > 0 } root || !Tells(root) || !_verbs.Value.TryGetValue(root, out var verb)) continue;
            if (!Follows(before, a, i) || !Governs(i + 1)) return null;
            return new SentencePart
            {
                Kind = PartKind.Verb,
                Start = i,
                End = i + 1,
                Analysis = a with { Lemma = verb, Features = Morph.Verb | Morph.Perf | Morph.Act | Morph.Third | (a.Features & (Morph.Gender | Morph.Number)) },
                Lemma = lexicon.Lemmas[verb],
                And = words.Joins(a.Clitics),
                IsParticiple = true,
            };
        }
        return null;
    }

    private bool Tells(string verb) => meanings.Says(verb) || meanings.FramesOf(verb, FrameKind.Verb).Any(f => f.Type is not null);

    /// <summary>
    /// Whether it comes after a clause that somebody acts in, and cannot be an adjective or object there: after a comma or quotation, or after
    /// a definite phrase where the verb has no place for it.
    /// </summary>
    private bool Follows(List<SentencePart> before, Analysis participle, int i)
    {
        if (before.FindLast(p => p.Kind == PartKind.Verb) is not { } verb) return false;
        var last = before[^1];
        if (last is { Kind: PartKind.Mark, Mark: ',' or '"' or '\u00bb' or ')' or '-' }) return true;
        if (last is { Kind: PartKind.Time }) return true;
        if (last.Phrase is not { } phrase || (!phrase.IsDefinite && AdjectiveReader.Agrees(phrase.Analysis, participle))) return words.Joins(participle.Clitics);
        var isPerson = words.Analyses[i].Exists(a => a.Is(Morph.Noun | Morph.Human));
        return !isPerson || verb.Lemma is { } lemma && (meanings.CueOf("say-verb", lemma.Text) is not null || !lemma.Valency.Contains('1', StringComparison.Ordinal));
    }

    /// <summary>Whether what follows can be what the participle governs: a clause, a preposition, a definite noun or an action.</summary>
    private bool Governs(int i)
    {
        if (!words.IsWord(i)) return words.KindOf(i) == Text.TokenKind.Mark && words.MarkAt(i) is '"' or '\u00ab' or ':';
        if (words.Names[i] is not null || words.Values[i] is not null) return true;
        if (words.Best(i) is not { } next) return true;
        if (next.Is(Morph.Prep) || words.PrepositionIn(next.Clitics).Length > 0 || next.IsAny(Morph.Dem)) return true;
        if (words.LemmaOf(next).Function is "complement" or "complement-speech") return true;
        return next.IsAny(Morph.Nominal) && (next.Is(Morph.Def) || next.Is(Morph.Masdar) || next.Pronoun != 0 || !next.IsAny(Morph.Adj));
    }
}
