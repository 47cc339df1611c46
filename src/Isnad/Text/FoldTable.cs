using System.Globalization;
using Isnad.Packs;

namespace Isnad.Text;

/// <summary>A pack's table of foldings: what each code unit becomes before anything is looked up.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
internal sealed class FoldTable
{
    private const char Expands = '\u0001';
    private readonly char[] _map;
    private readonly Dictionary<char, string> _expansions;

    private FoldTable(char[] map, Dictionary<char, string> expansions)
    {
        _map = map;
        _expansions = expansions;
    }

    /// <summary>Reads <c>fold.tsv</c>: columns from (hex code, or range), to (hex codes joined by a space, or <c>-</c> to drop), note.</summary>
    public static FoldTable Parse(Table table)
    {
        var map = new char[char.MaxValue + 1];
        for (var i = 1; i < map.Length; i++) map[i] = (char)i;
        for (var i = 0; i < ' '; i++) map[i] = ' ';
        map['\n'] = '\n';
        map[0x7f] = ' ';
        for (var c = 'A'; c <= 'Z'; c++) map[c] = (char)(c + 32);
        var expansions = new Dictionary<char, string>();
        foreach (var row in table.Rows)
        {
            var from = row["from"].Split('-');
            var first = Code(row, from[0]);
            var last = from.Length > 1 ? Code(row, from[1]) : first;
            var to = row["to"] == "-" ? "" : string.Concat(row["to"].Split(' ').Select(h => (char)Code(row, h)));
            for (var code = first; code <= last; code++)
            {
                if (to.Length > 1) expansions[(char)code] = to;
                map[code] = to.Length switch { 0 => '\0', 1 => to[0], _ => Expands };
            }
        }
        return new FoldTable(map, expansions);
    }

    public void Write(PackOutput to)
    {
        to.Array(_map);
        to.Many(_expansions, e =>
        {
            to.Int(e.Key);
            to.Text(e.Value);
        });
    }

    public static FoldTable Read(PackInput from) =>
        new(from.Array<char>(), from.Many(() => ((char)from.Int(), from.Text())).ToDictionary(e => e.Item1, e => e.Item2));

    private static int Code(Row row, string hex) =>
        int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code <= char.MaxValue
            ? code : throw row.Error("from", $"'{hex}' is not a hexadecimal code of at most FFFF");

    /// <summary>Folds a word or phrase of a pack, without keeping origins.</summary>
    public string Fold(string word)
    {
        var folded = new FoldedText(word, this);
        return folded.Chars.ToString().Trim();
    }

    /// <summary>What a single code unit folds to when that is one code unit, else itself.</summary>
    public char Fold(char c) => _map[c] is Expands or '\0' ? c : _map[c];

    /// <summary>Folds <paramref name="text"/> into <paramref name="chars"/> and <paramref name="origins"/>; returns the count.</summary>
    /// <remarks>Runs of blanks become one blank. <paramref name="origins"/> holds the index in the text of the code unit from which each folded one came.</remarks>
    public int Fold(ReadOnlySpan<char> text, ref char[] chars, ref int[] origins)
    {
        var n = 0;
        var map = _map;
        for (var i = 0; i < text.Length; i++)
        {
            var c = map[text[i]];
            if (c > Expands)
            {
                if (c == ' ' && n > 0 && chars[n - 1] is ' ' or '\n') continue;
                if (c == '\n' && n > 0 && chars[n - 1] == ' ') n--;
                if (n == chars.Length) Grow(ref chars, ref origins);
                chars[n] = c;
                origins[n++] = i;
            }
            else if (c == Expands)
            {
                foreach (var e in _expansions[text[i]])
                {
                    if (n == chars.Length) Grow(ref chars, ref origins);
                    chars[n] = e;
                    origins[n++] = i;
                }
            }
        }
        return n;
    }

    private static void Grow(ref char[] chars, ref int[] origins)
    {
        Array.Resize(ref chars, (chars.Length * 2) + 16);
        Array.Resize(ref origins, chars.Length);
    }
}
