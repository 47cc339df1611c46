using System.Runtime.InteropServices;

namespace Isnad.Packs;

/// <summary>Reads what <see cref="PackOutput"/> wrote.</summary>
/// <param name="bytes">The parts, one after another.</param>
/// <param name="from">Where to begin.</param>
internal sealed class PackInput(byte[] bytes, int from)
{
    private int _at = from;

    /// <summary>The strings that the parts refer to.</summary>
    public Texts Texts { get; set; } = null!;

    public int Int() => Array<int>()[0];

    public string Text() => Texts[Int()];

    /// <exception cref="InvalidDataException">The bytes end too soon.</exception>
    public T[] Array<T>() where T : unmanaged
    {
        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(Take(4));
        if (length < 0) throw new InvalidDataException("a negative length");
        if (length == 0) return [];
        var array = GC.AllocateUninitializedArray<T>(length);
        var to = MemoryMarshal.AsBytes(array.AsSpan());
        Take(to.Length).CopyTo(to);
        return array;
    }

    /// <summary>Reads a list of compound things.</summary>
    public T[] Many<T>(Func<T> read)
    {
        var items = new T[Int()];
        for (var i = 0; i < items.Length; i++) items[i] = read();
        return items;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - _at) throw new InvalidDataException("the end comes too soon");
        var taken = bytes.AsSpan(_at, count);
        _at += count;
        return taken;
    }
}
