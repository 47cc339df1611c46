using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Isnad.Intake;

/// <summary>Reads a report from the bytes of one JSON object.</summary>
internal static class ReportJson
{
    /// <summary>The report, or null and what is wrong with the object.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    /// <param name="fault">What is wrong.</param>
    /// <param name="line">Line of the fault inside the bytes, counted from 0.</param>
    public static Report? Parse(ReadOnlySpan<byte> utf8, out string fault, out long line)
    {
        line = 0;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            return Parse(ref reader, out fault);
        }
        catch (JsonException e)
        {
            line = e.LineNumber ?? 0;
            fault = $"broken JSON at byte {e.BytePositionInLine ?? 0} of the line: {Sentence(e.Message)}";
            return null;
        }
    }

    private static Report? Parse(ref Utf8JsonReader reader, out string fault)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            fault = $"a report must be a JSON object; found {Kind(reader.TokenType)}";
            return null;
        }
        string? id = null, outlet = null, url = null, title = null, language = null, published = null, fetched = null,
            forwarded = null, translated = null, revised = null, text = null, wrong = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("text"u8)) text = Field(ref reader, "text", ref wrong);
            else if (reader.ValueTextEquals("id"u8)) id = Field(ref reader, "id", ref wrong);
            else if (reader.ValueTextEquals("outlet"u8)) outlet = Field(ref reader, "outlet", ref wrong);
            else if (reader.ValueTextEquals("url"u8)) url = Field(ref reader, "url", ref wrong);
            else if (reader.ValueTextEquals("title"u8)) title = Field(ref reader, "title", ref wrong);
            else if (reader.ValueTextEquals("language"u8)) language = Field(ref reader, "language", ref wrong);
            else if (reader.ValueTextEquals("published"u8)) published = Field(ref reader, "published", ref wrong);
            else if (reader.ValueTextEquals("fetched"u8)) fetched = Field(ref reader, "fetched", ref wrong);
            else if (reader.ValueTextEquals("forwarded_from"u8)) forwarded = Field(ref reader, "forwarded_from", ref wrong);
            else if (reader.ValueTextEquals("translated_from"u8)) translated = Field(ref reader, "translated_from", ref wrong);
            else if (reader.ValueTextEquals("revision_of"u8)) revised = Field(ref reader, "revision_of", ref wrong);
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
        if (reader.Read())
            wrong ??= "something follows the JSON object on the line";
        if (wrong is null && text is null) wrong = "there is no field 'text'";
        fault = wrong ?? "";
        return wrong is not null ? null : new Report
        {
            Id = id,
            Outlet = outlet,
            Url = url,
            Title = title,
            Language = language,
            Published = published,
            Fetched = fetched,
            ForwardedFrom = forwarded,
            TranslatedFrom = translated,
            RevisionOf = revised,
            Text = text!,
        };
    }

    private static string? Field(ref Utf8JsonReader reader, string name, ref string? wrong)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null: return null;
            case JsonTokenType.String: return Text(ref reader);
            case JsonTokenType.Number when name is "id" or "revision_of": return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                wrong ??= $"the field '{name}' must be a string; found {Kind(reader.TokenType)}";
                reader.Skip();
                return null;
        }
    }

    /// <summary>The value of a string. Unlike <see cref="Utf8JsonReader.GetString"/> it keeps a lone surrogate, for the reader to report.</summary>
    private static string Text(ref Utf8JsonReader reader)
    {
        var raw = reader.ValueSpan;
        if (!reader.ValueIsEscaped) return Encoding.UTF8.GetString(raw);
        var buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        var length = 0;
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0) plain = raw.Length;
            length += Encoding.UTF8.GetChars(raw[..plain], buffer.AsSpan(length));
            raw = raw[plain..];
            if (raw.IsEmpty) break;
            buffer[length++] = Escaped(raw);
            raw = raw[(raw[1] == 'u' ? 6 : 2)..];
        }
        var text = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    private static char Escaped(ReadOnlySpan<byte> escape) => (char)escape[1] switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => (char)((Hex(escape[2]) << 12) | (Hex(escape[3]) << 8) | (Hex(escape[4]) << 4) | Hex(escape[5])),
        var other => other,
    };

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };

    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
