using Isnad.Clauses;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>The contexts of PLOVER in which an event stands, by the words of its clause and of its participants.</summary>
internal sealed class ContextReader(Meanings meanings)
{
    /// <summary>The contexts of an event, in the order of their names.</summary>
    public List<string> Of(EventDraft e)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (e.Clause is { } clause)
            foreach (var item in clause.Items)
                if (item.Phrase is { } phrase) Add(phrase, found);
        foreach (var phrase in e.Agents.Concat(e.Targets).Concat(e.Instruments))
        {
            Add(phrase, found);
            if (phrase.Nested().Any(p => p.IsForceOrArm || p.Kind is { Class: "combatant" })) found.Add("military");
        }
        return [.. found];
    }

    private void Add(Phrase phrase, SortedSet<string> found)
    {
        foreach (var part in phrase.Nested())
        {
            if (part.Lemma is { } lemma) found.UnionWith(meanings.ContextsOf(lemma.Text));
            foreach (var adjective in part.AdjectiveLemmas) found.UnionWith(meanings.ContextsOf(adjective));
        }
    }
}
