using System.Security.Cryptography;
using System.Text;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>
/// Brings names of places to one form, so that the ways to write them meet: folded, without the blanks between words and
/// the article before each, letters joined that are written for one another. Immutable and safe to share between threads.
/// </summary>
internal sealed class PlaceKeys
{
    /// <summary>Letters that a word keeps at least when its article is dropped.</summary>
    private const int LeastAfterArticle = 3;

    private const int LeastForVariants = 4;

    private readonly FoldTable _fold;
    private readonly Dictionary<char, char> _same = [];
    private readonly List<(string From, string[] To, string Sign)> _variants = [];
    private readonly Table _table;
    private readonly string _letters;

    private PlaceKeys(FoldTable fold, string article, string letters, Table table)
    {
        (_fold, Article, _letters, _table) = (fold, article, letters, table);
        foreach (var row in table.Rows)
        {
            var from = fold.Fold(row["from"]);
            if (row["kind"] == "variant") _variants.Add((from, [.. row.List("to").Select(fold.Fold)], row["sign"]));
            else if (from.Length == 1) _same[from[0]] = row["to"] == "-" ? '\0' : fold.Fold(row["to"])[0];
        }
    }

    /// <summary>The article as it is written before a word, folded; empty if the language has none.</summary>
    public string Article { get; }

    /// <summary>Reads <c>names/spelling.tsv</c>; the language's letters are those of its given names.</summary>
    public static PlaceKeys Compile(PackFolder pack, FoldTable fold, string article)
    {
        var letters = pack.Table("names/given.tsv").Rows.SelectMany(r => r["name"]).Where(char.IsLetter).Distinct().Order().ToArray();
        return new PlaceKeys(fold, article, new string(letters), pack.Table("names/spelling.tsv"));
    }

    public void Write(PackOutput to)
    {
        to.Text(Article);
        to.Text(_letters);
        _table.Write(to);
    }

    public static PlaceKeys Read(PackInput from, FoldTable fold) => new(fold, from.Text(), from.Text(), Table.Read(from));

    /// <summary>What a folded letter is in a key; NUL if it is left out.</summary>
    public char Map(char c) => _same.TryGetValue(c, out var to) ? to : c;

    /// <summary>Whether a name is written in the language's letters; <paramref name="strictly"/>, none of them a form that other languages of the script use.</summary>
    public bool IsLocal(string name, bool strictly)
    {
        var any = false;
        foreach (var c in name)
        {
            if (char.IsDigit(c)) return false;
            if (!char.IsLetter(c)) continue;
            if (!_letters.Contains(strictly ? c : _fold.Fold(c), StringComparison.Ordinal) && (strictly || !_letters.Contains(c, StringComparison.Ordinal))) return false;
            any = true;
        }
        return any;
    }

    /// <summary>How many letters of a folded word are its article.</summary>
    public int ArticleOf(ReadOnlySpan<char> word) =>
        Article.Length > 0 && word.Length >= Article.Length + LeastAfterArticle && word.StartsWith(Article, StringComparison.Ordinal) ? Article.Length : 0;

    /// <summary>The key of a name, empty if it has no letters.</summary>
    public string Of(string name)
    {
        var folded = _fold.Fold(name);
        var key = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[i])) { i++; continue; }
            var end = i;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end])) end++;
            for (i += ArticleOf(folded.AsSpan(i, end - i)); i < end; i++)
                if (Map(folded[i]) is not '\0' and var c) key.Append(c);
        }
        return key.ToString();
    }

    /// <summary>Other ways in which a foreign name may be written, given its name in the letters that all entries have.</summary>
    public IEnumerable<string> Variants(string key, string common)
    {
        if (key.Length < LeastForVariants) yield break;
        foreach (var (from, to, sign) in _variants)
        {
            if (key.IndexOf(from, StringComparison.Ordinal) is not (>= 0 and var at) || !common.Contains(sign, StringComparison.OrdinalIgnoreCase)) continue;
            foreach (var other in to) yield return string.Concat(key.AsSpan(0, at), other, key.AsSpan(at + from.Length));
        }
    }

    /// <summary>Tells whether two sets of keys are made alike: a hash over the table, and over what letters and the article fold to.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder(Article);
        text.Append('\n').Append(_letters);
        foreach (var row in _table.Rows) text.Append('\n').Append(row["kind"]).Append('\t').Append(row["from"]).Append('\t').Append(row["to"]).Append('\t').Append(row["sign"]);
        foreach (var c in _letters) text.Append(_fold.Fold(c));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
