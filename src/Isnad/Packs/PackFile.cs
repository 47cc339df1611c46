using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Isnad.Packs;

/// <summary>
/// The frame of a file of compiled packs, little-endian: 8 bytes of magic, the format's number (4), a check sum (4) and the
/// length (8) of what follows, the hash of the sources (32), then the parts.
/// </summary>
internal static class PackFile
{
    /// <summary>Raised whenever the layout of any part changes.</summary>
    public const int Format = 3;

    private const int HeaderLength = 8 + 4 + 4 + 8 + 32;

    private static ReadOnlySpan<byte> Magic => "ISNADPK\n"u8;

    public static void Write(Stream to, string hash, ReadOnlySpan<byte> payload)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Format);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], payload.Length);
        Convert.FromHexString(hash).CopyTo(header[24..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], Sum(header[16..], payload));
        to.Write(header);
        to.Write(payload);
    }

    /// <summary>Checks a file; returns the hash of its sources and where its parts begin.</summary>
    public static (string Hash, int Start) Open(string path, ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file.StartsWith(Magic)) throw Fault(path, "this is no file of compiled packs");
        var format = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        if (format != Format)
            throw Fault(path, $"the file has format {format}, this program reads format {Format}; compile the packs again with 'isnad packs build'");
        var length = BinaryPrimitives.ReadInt64LittleEndian(file[16..]);
        if (length != file.Length - HeaderLength)
            throw Fault(path, $"the file is damaged: {length} bytes are expected after the header, {file.Length - HeaderLength} are there; compile the packs again with 'isnad packs build'");
        if (BinaryPrimitives.ReadUInt32LittleEndian(file[12..]) != Sum(file[16..HeaderLength], file[HeaderLength..]))
            throw Fault(path, "the file is damaged: its check sum is wrong; compile the packs again with 'isnad packs build'");
        return (Convert.ToHexStringLower(file[24..HeaderLength]), HeaderLength);
    }

    private static uint Sum(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) => Sum(Sum(uint.MaxValue, header), payload);

    private static uint Sum(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes)) sum = BitOperations.Crc32C(sum, word);
        foreach (var b in bytes[(bytes.Length & ~7)..]) sum = BitOperations.Crc32C(sum, b);
        return sum;
    }

    public static PackException Fault(string path, string message) => new([new PackFault(path, 0, 0, message)]);
}
