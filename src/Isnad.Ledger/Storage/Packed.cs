using System.Buffers;
using System.IO.Compression;
using Isnad.Readings;
using Isnad.Writing;

namespace Isnad.Ledger.Storage;

/// <summary>Readings as they lie in the file: JSON, deflated.</summary>
internal static class Packed
{
    public static byte[] Reading(Reading reading)
    {
        var json = new ArrayBufferWriter<byte>();
        ReadingWriter.Write(reading, json, withText: false);
        return Deflate(json.WrittenSpan);
    }

    public static Reading Reading(byte[] packed, Report report) => ReadingParser.Parse(Inflate(packed), report);

    private static byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(bytes);
        return packed.ToArray();
    }

    private static ReadOnlyMemory<byte> Inflate(byte[] packed)
    {
        var bytes = new MemoryStream(packed.Length * 4);
        using (var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress)) inflate.CopyTo(bytes);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
