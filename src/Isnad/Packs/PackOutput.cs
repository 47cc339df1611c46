using System.Runtime.InteropServices;

namespace Isnad.Packs;

/// <summary>Writes the parts of compiled packs, little-endian; strings go to the pool.</summary>
internal sealed class PackOutput(Stream to, Texts texts)
{
    public void Int(int value) => Array<int>([value]);

    /// <summary>The number of a string in the pool.</summary>
    public int Id(string text) => texts.Id(text);

    public void Text(string text) => Int(texts.Id(text));

    /// <summary>Writes how many there are, then the values as they are in memory.</summary>
    public void Array<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        Span<byte> length = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, values.Length);
        to.Write(length);
        to.Write(MemoryMarshal.AsBytes(values));
    }

    public void Array<T>(T[] values) where T : unmanaged => Array<T>(values.AsSpan());

    /// <summary>Writes a list of compound things.</summary>
    public void Many<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Int(items.Count);
        foreach (var item in items) write(item);
    }
}
