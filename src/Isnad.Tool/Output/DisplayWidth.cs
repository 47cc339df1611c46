using System.Globalization;
using System.Text;

namespace Isnad.Tool.Output;

/// <summary>Columns that text takes on a terminal, and text in which right-to-left and left-to-right do not disturb each other.</summary>
internal static class DisplayWidth
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>Columns of a text: none for marks, controls and the escapes of a colour, two for wide characters.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        for (var escape = text.IndexOf('\u001b'); escape >= 0; escape = text.IndexOf('\u001b'))
        {
            width += Of(text[..escape]);
            text = text[(escape + 1)..];
            text = text[(text.IndexOf('m') + 1)..];
        }
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    /// <summary>The text between isolates if it has a character that is not ASCII, without characters that would steer the terminal.</summary>
    public static string Isolate(string text)
    {
        text = Harmless(text);
        return System.Text.Ascii.IsValid(text) ? text : $"{FirstStrongIsolate}{text}{PopIsolate}";
    }

    /// <summary>The text padded with spaces to a width; isolated.</summary>
    public static string Pad(string text, int width, bool end = false)
    {
        var isolated = Isolate(text);
        var spaces = new string(' ', Math.Max(0, width - Of(isolated)));
        return end ? spaces + isolated : isolated + spaces;
    }

    /// <summary>Lines of at most so many columns, cut at spaces; a longer word stays whole.</summary>
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var needed = Of(word);
            if (used > 0 && used + 1 + needed > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }
            if (used > 0)
            {
                line.Append(' ');
                used++;
            }
            line.Append(word);
            used += needed;
        }
        if (used > 0 || lines.Count == 0) lines.Add(line.ToString());
        return lines;
    }

    /// <summary>Removes control characters and bidi controls: a report must not steer the terminal, nor leave an isolate open.</summary>
    private static string Harmless(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0000', '\u001f') && !text.Any(IsSteering)) return text;
        return string.Concat(text.Where(c => !IsSteering(c)));
    }

    private static bool IsSteering(char c) =>
        char.IsControl(c) || c is '\u200e' or '\u200f' or '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static int Of(Rune rune)
    {
        if (rune.Value is >= 0x20 and < 0x7f) return 1;
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark:
            case UnicodeCategory.EnclosingMark:
            case UnicodeCategory.Format:
            case UnicodeCategory.Control:
                return 0;
        }
        return rune.Value is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3)
            or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe4f) or (>= 0xff00 and <= 0xff60)
            or (>= 0x1f300 and <= 0x1faff) or (>= 0x20000 and <= 0x3fffd) ? 2 : 1;
    }
}
