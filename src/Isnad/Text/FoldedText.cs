namespace Isnad.Text;

/// <summary>A text folded for look-up, with the way back: each folded code unit knows where it came from.</summary>
internal sealed class FoldedText
{
    private readonly char[] _chars;
    private readonly int[] _origins;

    public FoldedText(string text, FoldTable table)
    {
        Original = text;
        _chars = new char[text.Length];
        _origins = new int[text.Length];
        Length = table.Fold(text, ref _chars, ref _origins);
    }

    /// <summary>The text as given.</summary>
    public string Original { get; }

    /// <summary>Number of folded code units.</summary>
    public int Length { get; }

    /// <summary>The folded code units.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>The folded code unit at <paramref name="i"/>.</summary>
    public char this[int i] => _chars[i];

    /// <summary>The code unit as given from which the folded one at <paramref name="i"/> came.</summary>
    public char OriginalAt(int i) => Original[_origins[i]];

    /// <summary>Index in the original of the folded code unit at <paramref name="i"/>.</summary>
    public int OriginOf(int i) => i < Length ? _origins[i] : Original.Length;

    /// <summary>
    /// The stretch of the original that the folded stretch came from. Marks that were dropped belong to the letter
    /// before them, blanks and marks after the last letter of a word do not belong to it unless they stand on it.
    /// </summary>
    public Extent ToOriginal(int start, int end)
    {
        if (end <= start) return new Extent(OriginOf(start), OriginOf(start));
        var last = _origins[end - 1];
        var limit = end < Length ? _origins[end] : Original.Length;
        var stop = last + 1;
        while (stop < limit && System.Globalization.CharUnicodeInfo.GetUnicodeCategory(Original[stop])
            is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.ModifierLetter) stop++;
        return new Extent(_origins[start], stop);
    }
}
