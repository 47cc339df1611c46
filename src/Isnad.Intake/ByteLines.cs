namespace Isnad.Intake;

/// <summary>Pieces of a stream of bytes, one at a time, in one buffer that grows to the longest piece.</summary>
internal sealed class ByteLines(Stream stream, int longest)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _from;
    private int _to;
    private bool _ended;

    /// <summary>Offset in the stream of the first byte of <see cref="Line"/>.</summary>
    public long Offset { get; private set; }

    /// <summary>Number of the line, counted from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the line is longer than allowed; then <see cref="Line"/> is empty.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The line without its end; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }


    /// <summary>Goes on to the next line.</summary>
    public bool Next()
    {
        Offset += _skip;
        _skip = 0;
        TooLong = false;
        Number++;
        var searched = 0;
        var dropped = 0L;
        while (true)
        {
            var end = _buffer.AsSpan(_from + searched, _to - _from - searched).IndexOf((byte)'\n');
            if (end >= 0) return Take(searched + end, 1, dropped);
            searched = _to - _from;
            if (_ended)
            {
                if (searched == 0 && dropped == 0) return false;
                return Take(searched, 0, dropped);
            }
            if (searched > longest)
            {
                dropped += searched;
                _from = _to = searched = 0;
            }
            Fill();
        }
    }

    private long _skip;

    private bool Take(int length, int ending, long dropped)
    {
        TooLong = dropped > 0 || length > longest;
        _skip = dropped + length + ending;
        var line = _buffer.AsMemory(_from, TooLong ? 0 : length);
        if (line.Length > 0 && line.Span[^1] == '\r') line = line[..^1];
        Line = line;
        _from += length + ending;
        return true;
    }

    private void Fill()
    {
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            _to -= _from;
            _from = 0;
        }
        if (_to == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _to, _buffer.Length - _to);
        _to += read;
        _ended = read == 0;
    }
}
