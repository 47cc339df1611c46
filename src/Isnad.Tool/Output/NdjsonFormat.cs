using System.Buffers;
using Isnad.Readings;
using Isnad.Writing;

namespace Isnad.Tool.Output;

/// <summary>One line of JSON for each report.</summary>
internal sealed class NdjsonFormat(bool withText) : OutputFormat
{
    public override void Write(Reading reading, IBufferWriter<byte> to)
    {
        ReadingWriter.Write(reading, to, indent: false, withText);
        to.Write("\n"u8);
    }
}
