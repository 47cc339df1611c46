using System.Buffers;
using System.Text;
using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>How readings are written out. <see cref="Write"/> may be called from several threads at once; the rest in order.</summary>
internal abstract class OutputFormat
{
    /// <summary>Tells of the first report, before anything is written.</summary>
    public virtual void Begin(Report first) { }

    /// <summary>What stands before the first reading.</summary>
    /// <param name="several">Whether there is more than one.</param>
    public virtual string Head(bool several) => "";

    /// <summary>Writes one reading.</summary>
    public abstract void Write(Reading reading, IBufferWriter<byte> to);

    /// <summary>What stands between two readings.</summary>
    public virtual string Between => "";

    /// <summary>What stands after the last reading, or alone when there is none.</summary>
    /// <param name="count">How many readings were written.</param>
    public virtual string Tail(long count) => "";

    /// <summary>Writes text as UTF-8; a lone surrogate becomes U+FFFD.</summary>
    protected static void Text(string text, IBufferWriter<byte> to) => Encoding.UTF8.GetBytes(text, to);
}
