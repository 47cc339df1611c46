using System.Text;
using Isnad.Packs;

namespace Isnad.Morphology;

/// <summary>Templates of stems, as the tables of patterns write them.</summary>
internal static class StemTemplate
{
    /// <summary>Fills a template: digits stand for radicals, <c>0</c> for the word, <c>0-1</c> for the word less a letter.</summary>
    public static string Fill(string template, string word, string root)
    {
        var built = new StringBuilder(template.Length + 8);
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c == '0')
            {
                var less = 0;
                if (i + 2 < template.Length && template[i + 1] == '-' && char.IsAsciiDigit(template[i + 2])) { less = template[i + 2] - '0'; i += 2; }
                built.Append(word, 0, Math.Max(0, word.Length - less));
            }
            else if (c is >= '1' and <= '9') built.Append(c - '1' < root.Length ? root[c - '1'] : '?');
            else if (c != '-') built.Append(c);
        }
        return built.ToString();
    }

    /// <summary>The rows of a table of patterns by their class.</summary>
    public static Dictionary<string, List<Row>> ByClass(Table patterns)
    {
        var groups = new Dictionary<string, List<Row>>(StringComparer.Ordinal);
        foreach (var row in patterns.Rows)
        {
            if (!groups.TryGetValue(row["class"], out var list)) groups[row["class"]] = list = [];
            list.Add(row);
        }
        return groups;
    }
}
