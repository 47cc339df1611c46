using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Isnad.Tool.Commands;

/// <summary>One line on a terminal that tells how far long work is; nothing in the first second.</summary>
internal sealed class Progress
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly TextWriter _terminal;
    private long _next = 1000;
    private bool _shown;

    public Progress(TextWriter terminal)
    {
        _terminal = terminal;
        Errors = new Interrupting(this);
    }

    /// <summary>Where errors go: they first clear the line.</summary>
    public TextWriter Errors { get; }

    public void Report(long count)
    {
        var elapsed = _watch.ElapsedMilliseconds;
        if (elapsed < _next) return;
        _next = elapsed + 250;
        _shown = true;
        _terminal.Write(string.Create(CultureInfo.InvariantCulture, $"\r{count:#,0} reports, {count * 1000.0 / elapsed:#,0} a second \u001b[K"));
    }

    public void Clear()
    {
        if (_shown) _terminal.Write("\r\u001b[K");
        _shown = false;
    }

    private sealed class Interrupting(Progress progress) : TextWriter
    {
        public override Encoding Encoding => progress._terminal.Encoding;

        public override void WriteLine(string? value)
        {
            progress.Clear();
            progress._terminal.WriteLine(value);
        }
    }
}
