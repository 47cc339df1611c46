using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Text;

namespace Isnad.Clauses;

/// <summary>Finds known names: the longest at each word, after any proclitics.</summary>
internal sealed class NameFinder(Lexicon lexicon, World world)
{
    private readonly uint _the = lexicon.Clitic("the") ?? 0;
    private readonly string _article = Array.Find(lexicon.CliticRows, r => r.Clitics == (lexicon.Clitic("the") ?? 0)).Form ?? "";

    /// <summary>Names by first token, not overlapping.</summary>
    public NameMention?[] Find(FoldedText text, List<Token> tokens)
    {
        var found = new NameMention?[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) continue;
            if (At(text, tokens, i) is not { } name) continue;
            found[i] = name;
            i = name.End - 1;
        }
        return found;
    }

    /// <summary>Which tokens belong to names of places, people, actors or outlets.</summary>
    public static bool[] Proper(NameMention?[] names)
    {
        var proper = new bool[names.Length];
        foreach (var name in names)
        {
            if (name is null || !Array.Exists(name.Entries, e => e.Kind is NameKind.Country or NameKind.Capital or NameKind.Actor or NameKind.Person or NameKind.Outlet or NameKind.Place)) continue;
            for (var i = name.Start; i < name.End; i++) proper[i] = true;
        }
        return proper;
    }

    private NameMention? At(FoldedText text, List<Token> tokens, int i)
    {
        var token = tokens[i];
        var best = Walk(text, tokens, i, token.Start, DoubleArrayTrie.Root, 0, token.Start, null);
        var word = text.Chars[token.Start..token.End];
        foreach (var row in lexicon.CliticRowsFrom(word[0]))
        {
            if (word.Length <= row.Form.Length || !word.StartsWith(row.Form, StringComparison.Ordinal)) continue;
            var at = token.Start + row.Form.Length - row.Overlap;
            best = Walk(text, tokens, i, at, DoubleArrayTrie.Root, row.Clitics, at, best);
            // A contraction hides the article with which the name begins.
            if ((row.Clitics & _the) == 0 || row.Clitics == _the || row.Overlap > 0) continue;
            var state = DoubleArrayTrie.Root;
            foreach (var c in _article) state = state < 0 ? state : world.Names.Step(state, c);
            if (state >= 0) best = Walk(text, tokens, i, at, state, row.Clitics & ~_the, at - 1, best);
        }
        return best;
    }

    private NameMention? Walk(FoldedText text, List<Token> tokens, int i, int at, int state, uint clitics, int from, NameMention? best)
    {
        for (var t = i; t < tokens.Count && t < i + 12; t++)
        {
            if (tokens[t].Kind == TokenKind.Break) break;
            if (t > i && tokens[t].Spaced && (state = world.Names.Step(state, ' ')) < 0) break;
            for (var c = t == i ? at : tokens[t].Start; c < tokens[t].End && state >= 0; c++) state = world.Names.Step(state, text[c]);
            if (state < 0) break;
            var value = world.Names.ValueAt(state);
            // The longest wins; among equals the one with the fewest proclitics.
            if (value < 0 || (best is not null && t + 1 <= best.End)) continue;
            var entries = world.EntriesAt(value);
            // A place that is named without the article does not take one: what has it is a common noun.
            if ((clitics & _the) != 0 && Array.TrueForAll(entries, e => e.Kind is NameKind.Country or NameKind.Capital or NameKind.Place)) continue;
            best = new NameMention(i, t + 1, from, clitics, entries);
        }
        return best;
    }
}
