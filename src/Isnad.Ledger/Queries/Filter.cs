using System.Text;
using Isnad.Ledger.Storage;

namespace Isnad.Ledger.Queries;

/// <summary>The conditions of a query, with their values.</summary>
internal sealed class Filter
{
    private readonly StringBuilder _where = new();
    private readonly List<object?> _values = [];

    /// <summary>Values, in the order of their parameters.</summary>
    public object?[] Values => [.. _values];

    /// <summary>The conditions, after <c>where</c>; empty if there is none.</summary>
    public string Where => _where.Length == 0 ? "" : " where " + _where;

    /// <summary>Adds a condition; each <c>?</c> in it stands for the next value.</summary>
    public void Add(string condition, params ReadOnlySpan<object?> values)
    {
        if (_where.Length > 0) _where.Append(" and ");
        var next = 0;
        foreach (var c in condition)
        {
            if (c != '?') { _where.Append(c); continue; }
            _where.Append('$').Append(_values.Count);
            _values.Add(values[next++]);
        }
    }

    /// <summary>Adds: the column is one of some values.</summary>
    public void In(string column, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        Add($"{column} in ({string.Join(", ", values.Select(_ => "?"))})", [.. values]);
    }

    /// <summary>Parameter for a value outside of the conditions.</summary>
    public string Put(object? value)
    {
        _values.Add(value);
        return $"${_values.Count - 1}";
    }
}

/// <summary>Finds entities by what people call them.</summary>
internal static class NameLookup
{
    /// <summary>Whether a place is asked for by the ISO 3166-1 alpha-3 code of a country.</summary>
    public static bool IsCountry(string name) => name.Length == 3 && name.All(char.IsAsciiLetterUpper);

    /// <summary>Keys of entities whose name holds the words; a key stands for itself.</summary>
    public static List<string> Keys(Store store, string name, params ReadOnlySpan<string> kinds)
    {
        if (name.Contains(':', StringComparison.Ordinal)) return [name];
        var folded = store.Names.Fold(name);
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        // A short name must be a whole word, or "Ma" would be half of the world.
        var pattern = folded.Length < 3 ? $"% {Escape(folded)} %" : $"%{Escape(folded)}%";
        foreach (var (key, kind) in store.Database.Rows("select distinct key, kind from entities where ' ' || folded || ' ' like $0 escape '\\'", r => (r.GetString(0), r.GetString(1)), pattern))
            if (kinds.Contains(kind)) keys.Add(key);
        return [.. keys];
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

/// <summary>Words to look for, as the full-text index wants them.</summary>
internal static class SearchWords
{
    /// <summary>A query for texts that hold all the words, each also with what can be written together before it; null for none.</summary>
    public static string? Match(Store store, string text)
    {
        var openings = store.Names.Openings();
        var terms = new List<string>();
        foreach (var phrase in Phrases(text))
        {
            var words = store.Names.Fold(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => new string([.. w.Where(char.IsLetterOrDigit)])).Where(w => w.Length > 0).ToArray();
            if (words.Length == 0) continue;
            terms.Add($"({string.Join(" OR ", openings.Select(o => $"\"{o}{string.Join(' ', words)}\""))})");
        }
        return terms.Count == 0 ? null : string.Join(" AND ", terms);
    }

    // Words, and words between quotation marks as one.
    private static IEnumerable<string> Phrases(string text)
    {
        var parts = text.Split('"');
        for (var i = 0; i < parts.Length; i++)
            if (i % 2 == 1) yield return parts[i];
            else
                foreach (var word in parts[i].Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return word;
    }
}
