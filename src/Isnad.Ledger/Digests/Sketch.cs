using System.Buffers.Binary;

namespace Isnad.Ledger.Digests;

/// <summary>
/// A sketch of a text: the smallest hashes of its shingles (three words in a row), sorted, four bytes each. Two sketches tell how
/// much of the shorter text stands in the longer one (Broder 1997, bottom-k sketches).
/// </summary>
public static class Sketch
{
    private const int Words = 3;

    /// <summary>Shingles from which on two texts can be called copies of each other: fewer are a common phrase.</summary>
    private const int Enough = 8;

    /// <summary>The sketch of a folded text.</summary>
    /// <param name="folded">The text, folded.</param>
    /// <param name="size">Hashes to keep at most.</param>
    public static byte[] Of(string folded, int size)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var words = Cut(folded);
        var hashes = new HashSet<uint>();
        for (var i = 0; i + Words <= words.Count; i++)
        {
            var hash = 2166136261u;
            for (var w = i; w < i + Words; w++)
            {
                foreach (var c in folded.AsSpan(words[w].Start, words[w].Length)) hash = (hash ^ c) * 16777619u;
                hash = (hash ^ ' ') * 16777619u;
            }
            hashes.Add(Mix(hash));
        }
        var kept = hashes.Order().Take(size).ToArray();
        var bytes = new byte[kept.Length * 4];
        for (var i = 0; i < kept.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * 4), kept[i]);
        return bytes;
    }

    /// <summary>Share of the shorter text's shingles that the longer one has, 0 to 1; 0 when there are too few to tell.</summary>
    public static double Shared(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length < Enough * 4 || other.Length < Enough * 4) return 0;
        // Both sketches are complete up to the smaller of their greatest hashes.
        var limit = Math.Min(At(one, (one.Length / 4) - 1), At(other, (other.Length / 4) - 1));
        int i = 0, j = 0, both = 0;
        while (i < one.Length / 4 && j < other.Length / 4)
        {
            var (a, b) = (At(one, i), At(other, j));
            if (Math.Max(a, b) > limit) break;
            if (a == b) both++;
            if (a <= b) i++;
            if (b <= a) j++;
        }
        while (i < one.Length / 4 && At(one, i) <= limit) i++;
        while (j < other.Length / 4 && At(other, j) <= limit) j++;
        var fewer = Math.Min(i, j);
        return fewer < Enough ? (fewer == 0 ? 0 : both / (double)Enough) : both / (double)fewer;
    }

    private static uint At(ReadOnlySpan<byte> sketch, int i) => BinaryPrimitives.ReadUInt32BigEndian(sketch[(i * 4)..]);

    private static uint Mix(uint h)
    {
        h = (h ^ (h >> 16)) * 0x85ebca6b;
        h = (h ^ (h >> 13)) * 0xc2b2ae35;
        return h ^ (h >> 16);
    }

    private static List<(int Start, int Length)> Cut(string text)
    {
        var words = new List<(int, int)>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start >= 0) words.Add((start, i - start));
            start = -1;
        }
        return words;
    }
}
