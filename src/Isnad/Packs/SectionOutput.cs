using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Isnad.Packs;

/// <summary>Writes the sections of a gazetteer's file.</summary>
internal sealed class SectionOutput(Stream to)
{
    private readonly List<(int Start, int Length)> _sections = [];

    public void Add<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        while (to.Position % 8 != 0) to.WriteByte(0);
        var bytes = MemoryMarshal.AsBytes(values);
        _sections.Add(((int)to.Position, bytes.Length));
        to.Write(bytes);
    }

    /// <summary>Writes the table of the sections; nothing can be added after it.</summary>
    public void Complete()
    {
        while (to.Position % 8 != 0) to.WriteByte(0);
        Span<byte> number = stackalloc byte[4];
        foreach (var (start, length) in _sections)
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, start);
            to.Write(number);
            BinaryPrimitives.WriteInt32LittleEndian(number, length);
            to.Write(number);
        }
        BinaryPrimitives.WriteInt32LittleEndian(number, _sections.Count);
        to.Write(number);
    }
}
