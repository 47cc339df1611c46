using System.Buffers;
using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>One page for people.</summary>
internal sealed class HtmlFormat : OutputFormat
{
    public override void Write(Reading reading, IBufferWriter<byte> to) => Text("", to);
}
