using System.Globalization;
using System.Text;

namespace Isnad.Intake;

/// <summary>Encodings of reports: by name, by byte order mark, and where bytes are no UTF-8.</summary>
public static class Encodings
{
    internal const string Advice = "if the file is in an older encoding, name it, e.g. --encoding windows-1256";

    /// <summary>The encoding of a name, such as <c>utf-8</c> or <c>windows-1256</c>; null if there is no such encoding.</summary>
    public static Encoding? Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (string.Equals(name, "utf-8", StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, "utf8", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? OfPage(page) : null;
        }
    }

    /// <summary>The encoding that a byte order mark announces and the mark's length; null and 0 without one.</summary>
    internal static (Encoding? Encoding, int Length) OfMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    /// <summary>Index of the first byte that is no part of valid UTF-8; -1 if all are.</summary>
    internal static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return -1;
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done) return at;
            at += length;
        }
        return -1;
    }

    /// <summary>What to say of a byte that is no UTF-8.</summary>
    /// <param name="value">The byte.</param>
    /// <param name="offset">Its offset in the file.</param>
    internal static string NotUtf8(byte value, long offset) => string.Create(CultureInfo.InvariantCulture,
        $"not UTF-8: byte 0x{value:X2} at offset {offset}; {Advice}");

    private static Encoding? OfPage(int page)
    {
        try
        {
            return Encoding.GetEncoding(page);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
