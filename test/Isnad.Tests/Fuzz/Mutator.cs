using System.Text;

namespace Isnad.Tests.Fuzz;

/// <summary>Breaks texts in every way that an input may be broken, the same way for the same seed.</summary>
internal sealed class Mutator(int seed)
{
    // Marks, controls, blanks and brackets of many kinds; the letters of the seeds come with the seeds.
    private static readonly string[] Pieces =
    [
        "\u202a", "\u202b", "\u202c", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f", "\u200b", "\u200d", "\ufeff", "\u0000", "\u0001", "\u007f", "\u0085", "\u2028", "\u00a0",
        "\ud800", "\udc00", "\udfff\ud800", "\ufffd", "\uffff", "\U0001f4a5", "\U00010330", "\u064b", "\u0651\u064e", "\u0640\u0640", "\u0654", "\u0670",
        "\n", "\r\n", "\t", "\r", "  ", ".", "...", "\u061f", "\u060c", "\u061b", "!", ",", ":", "\"", "'", "\u00ab", "\u00bb", "(", ")", "[", "]", "{", "}", "<", ">", "&", "/", "-", "%", "#", "@",
        "0", "12", "9999999999999999999999", "1,2,3", "2021-13-45", "31/2/2020", "25:99", "\u0661\u0662", "\u06f7", "1e309", "-0", "5-3", "0/0", "3.14.15",
    ];

    private static readonly (int First, int Count)[] Scripts =
        [(0x20, 95), (0x600, 256), (0x750, 48), (0xfb50, 600), (0xfe70, 140), (0x590, 112), (0x400, 256), (0x4e00, 2000), (0xac00, 2000), (0x900, 128), (0x300, 112), (0x2000, 112), (0xd800, 2048)];

    private readonly Random _random = new(seed);

    /// <summary>That many texts made from the seeds.</summary>
    public IEnumerable<string> Texts(int count)
    {
        for (var i = 0; i < count; i++) yield return Next();
    }

    /// <summary>One more text.</summary>
    public string Next() => _random.Next(20) switch
    {
        0 => Script(_random.Next(1, 200)),
        1 => new string(Letter(), _random.Next(1, 3000)),
        2 => string.Concat(Enumerable.Repeat(Piece(), _random.Next(1, 400))),
        3 => Brackets(_random.Next(1, 300)),
        4 => Mutate(Part(), 200),
        5 => Shuffle(Part()),
        _ => Mutate(Part(), _random.Next(1, 12)),
    };

    /// <summary>A stretch of one seed, or of two put together.</summary>
    private string Part()
    {
        var text = Seed();
        if (_random.Next(4) == 0) text = $"{text}{Piece()}{Seed()}";
        if (text.Length <= 700) return text;
        var length = _random.Next(100, 700);
        var at = _random.Next(text.Length - length);
        return text.Substring(at, length);
    }

    private string Seed() => Seeds.All[_random.Next(Seeds.All.Length)];

    private string Piece() => Pieces[_random.Next(Pieces.Length)];

    private char Letter()
    {
        var seed = Seed();
        return seed[_random.Next(seed.Length)];
    }

    private string Mutate(string text, int times)
    {
        var built = new StringBuilder(text);
        for (var i = 0; i < times; i++)
        {
            var at = _random.Next(built.Length + 1);
            var left = built.Length - at;
            switch (_random.Next(8))
            {
                case 0 when left > 0: built.Remove(at, _random.Next(1, Math.Min(left, 8) + 1)); break;
                case 1: built.Insert(at, Piece()); break;
                case 2 when left > 1: (built[at], built[at + 1]) = (built[at + 1], built[at]); break;
                case 3 when left > 0: built.Insert(at, built.ToString(at, _random.Next(1, Math.Min(left, 30) + 1))); break;
                case 4 when left > 0: built[at] = Letter(); break;
                case 5: built.Insert(at, Script(_random.Next(1, 4))); break;
                case 6: built.Insert(at, new string(Letter(), _random.Next(2, 60))); break;
                case 7 when left > 0 && built.ToString().IndexOf(' ', at) is var blank and >= 0: built.Remove(blank, 1); break;
                default: built.Append(Piece()); break;
            }
            if (built.Length > 4000) built.Length = 4000;
        }
        return built.ToString();
    }

    private string Script(int length)
    {
        var (first, count) = Scripts[_random.Next(Scripts.Length)];
        var built = new StringBuilder(length);
        for (var i = 0; i < length; i++) built.Append(_random.Next(6) == 0 ? ' ' : (char)(first + _random.Next(count)));
        return built.ToString();
    }

    private string Brackets(int depth)
    {
        const string opening = "([{<\"\u00ab";
        const string closing = ")]}>\"\u00bb";
        var built = new StringBuilder();
        for (var i = 0; i < depth; i++) built.Append(opening[_random.Next(opening.Length)]);
        built.Append(Part());
        for (var i = 0; i < depth; i++) built.Append(closing[_random.Next(closing.Length)]);
        return built.ToString();
    }

    private string Shuffle(string text)
    {
        var words = text.Split(' ');
        _random.Shuffle(words);
        return string.Join(' ', words);
    }
}
