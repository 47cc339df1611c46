using System.Buffers;
using Isnad.Readings;
using Isnad.Writing;

namespace Isnad.Tool.Output;

/// <summary>Indented JSON: an object for one report, an array for several.</summary>
internal sealed class JsonFormat(bool withText) : OutputFormat
{
    public override string Head(bool several) => several ? "[\n" : "";

    public override void Write(Reading reading, IBufferWriter<byte> to) => ReadingWriter.Write(reading, to, indent: true, withText);

    public override string Between => ",\n";

    public override string Tail(long count) => count switch { 0 => "[]\n", 1 => "\n", _ => "\n]\n" };
}
