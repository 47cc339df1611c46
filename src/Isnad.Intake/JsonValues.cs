using System.Buffers;

namespace Isnad.Intake;

/// <summary>Cuts a stream of JSON into its reports, one at a time: the items of an array, or objects that follow one another.</summary>
internal sealed class JsonValues(Stream stream, int longest)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly ArrayBufferWriter<byte> _value = new();
    private int _at;
    private int _to;
    private long _line = 1;
    private long _position;
    private bool _inArray;
    private bool _closed;

    /// <summary>Line on which the value starts, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Offset of the value's first byte.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether the value is longer than allowed; then it is empty.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The bytes of the value; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Value => _value.WrittenMemory;

    /// <summary>Whether an array was opened and never closed.</summary>
    public bool Unclosed => _inArray && !_closed;

    /// <summary>Goes on to the next value.</summary>
    public bool Next()
    {
        _value.ResetWrittenCount();
        TooLong = false;
        if (!SkipToValue()) return false;
        Line = _line;
        Offset = _position;
        var depth = 0;
        var inString = false;
        while (Peek() is >= 0 and var found)
        {
            var c = (byte)found;
            if (inString)
            {
                Keep();
                if (c == '\\' && Peek() >= 0) Keep();
                else if (c == '"') inString = false;
                continue;
            }
            if (depth == 0 && EndsBare(c)) return true;
            Keep();
            if (c == '"') inString = true;
            else if (c is (byte)'{' or (byte)'[') depth++;
            else if (c is (byte)'}' or (byte)']' && --depth <= 0) return true;
        }
        return true;
    }

    private bool EndsBare(byte c) => c is (byte)',' or (byte)'\n' || (_inArray && c == ']');

    private bool SkipToValue()
    {
        var started = _position > 0;
        while (Peek() is >= 0 and var found)
        {
            var c = (byte)found;
            if (c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',') Drop();
            else if (!started && c == '[')
            {
                _inArray = started = true;
                Drop();
            }
            else if (_inArray && !_closed && c == ']')
            {
                _closed = true;
                Drop();
            }
            else return true;
        }
        return false;
    }

    private int Peek()
    {
        if (_at < _to) return _buffer[_at];
        _to = stream.Read(_buffer);
        _at = 0;
        return _to == 0 ? -1 : _buffer[0];
    }

    private void Keep()
    {
        if (_value.WrittenCount >= longest)
        {
            TooLong = true;
            _value.ResetWrittenCount();
        }
        if (!TooLong)
        {
            _value.GetSpan(1)[0] = _buffer[_at];
            _value.Advance(1);
        }
        Drop();
    }

    private void Drop()
    {
        if (_buffer[_at] == '\n') _line++;
        _at++;
        _position++;
    }
}
