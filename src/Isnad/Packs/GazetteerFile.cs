using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Buffers.Binary;

namespace Isnad.Packs;

/// <summary>
/// The frame of a gazetteer's file, little-endian: 8 bytes of magic, the format's number (4), 4 unused, the length of what follows (8), its
/// SHA-256 (32); then sections, each begun at a multiple of eight, and at the end where each begins and how long it is.
/// </summary>
internal sealed unsafe class GazetteerFile
{
    /// <summary>Raised whenever the layout changes.</summary>
    public const int Format = 1;

    private const int HeaderLength = 8 + 4 + 4 + 8 + 32;

    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly (int Start, int Length)[] _sections;

    private GazetteerFile(MemoryMappedViewAccessor view, byte* start, (int, int)[] sections, string hash, long length)
    {
        _view = view;
        _start = start;
        _sections = sections;
        Hash = hash;
        Length = length;
    }

    private static ReadOnlySpan<byte> Magic => "ISNADGZ\n"u8;

    /// <summary>SHA-256 of the sections, in hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Length of the file in bytes.</summary>
    public long Length { get; }

    public static void Write(Stream to, string hash, ReadOnlySpan<byte> payload)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        header.Clear();
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Format);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], payload.Length);
        Convert.FromHexString(hash).CopyTo(header[24..]);
        to.Write(header);
        to.Write(payload);
    }

    /// <summary>Maps a file. Only its frame is checked; <see cref="IsWhole"/> checks the rest.</summary>
    /// <exception cref="PackException">It is no gazetteer, is damaged, or was written by another version of the program.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static GazetteerFile Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length < HeaderLength + 8) throw PackFile.Fault(path, "this is no gazetteer");
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        var header = new ReadOnlySpan<byte>(start, HeaderLength);
        if (!header.StartsWith(Magic)) throw PackFile.Fault(path, "this is no gazetteer");
        var format = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (format != Format) throw PackFile.Fault(path, $"the file has format {format}, this program reads format {Format}; build it again with 'isnad places build' or 'isnad places add'");
        var payload = BinaryPrimitives.ReadInt64LittleEndian(header[16..]);
        if (payload != length - HeaderLength) throw PackFile.Fault(path, $"the file is damaged: {payload} bytes are expected after the header, {length - HeaderLength} are there; build it again with 'isnad places build' or 'isnad places add'");
        var bytes = new ReadOnlySpan<byte>(start + HeaderLength, (int)payload);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[^4..]);
        if (count is < 1 or > 64 || count * 8 + 4 > bytes.Length) throw PackFile.Fault(path, "the file is damaged: its table of sections cannot be read; build it again");
        var sections = MemoryMarshal.Cast<byte, (int Start, int Length)>(bytes[^((count * 8) + 4)..^4]).ToArray();
        foreach (var (at, size) in sections)
            if (at < 0 || size < 0 || at > bytes.Length - size) throw PackFile.Fault(path, "the file is damaged: a section lies outside it; build it again");
        return new GazetteerFile(view, start + HeaderLength, sections, Convert.ToHexStringLower(header[24..HeaderLength]), length);
    }

    /// <summary>Whether every byte is as it was written.</summary>
    public bool IsWhole() =>
        Convert.ToHexStringLower(SHA256.HashData(new ReadOnlySpan<byte>(_start, (int)(Length - HeaderLength)))) == Hash && !_view.SafeMemoryMappedViewHandle.IsClosed;

    /// <summary>What a section holds.</summary>
    public ReadOnlySpan<T> Section<T>(int index) where T : unmanaged =>
        new(_start + _sections[index].Start, _sections[index].Length / Unsafe.SizeOf<T>());
}
