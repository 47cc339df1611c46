using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Isnad.Ledger.Rows;

namespace Isnad.Server.Live;

/// <summary>Hands news of this server to everybody who listens. Who listens too slowly loses the oldest of it.</summary>
internal sealed class LiveFeed
{
    private const int Held = 256;

    private static readonly JsonWriterOptions Options = new() { Encoder = RowJson.Encoder };

    private readonly ConcurrentDictionary<Channel<byte[]>, bool> _listeners = [];

    /// <summary>How many listen.</summary>
    public int Listeners => _listeners.Count;

    /// <summary>Begins to listen.</summary>
    public Channel<byte[]> Open()
    {
        var channel = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(Held) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        _listeners[channel] = true;
        return channel;
    }

    /// <summary>Ends it.</summary>
    public void Close(Channel<byte[]> channel) => _listeners.TryRemove(channel, out _);

    /// <summary>Tells everybody something.</summary>
    public void Publish(string name, Action<Utf8JsonWriter> write)
    {
        if (_listeners.IsEmpty) return;
        var message = Message(name, write);
        foreach (var listener in _listeners.Keys) listener.Writer.TryWrite(message);
    }

    /// <summary>A server-sent event.</summary>
    public static byte[] Message(string name, Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        text.Write(Encoding.ASCII.GetBytes($"event: {name}\ndata: "));
        using (var json = new Utf8JsonWriter(text, Options)) write(json);
        text.Write("\n\n"u8);
        return text.ToArray();
    }
}
