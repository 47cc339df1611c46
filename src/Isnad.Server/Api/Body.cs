using System.Text.Json;

namespace Isnad.Server.Api;

/// <summary>The bodies of requests that write: JSON objects, of which each field is checked.</summary>
internal static class Body
{
    /// <summary>The longest body of a decision.</summary>
    public const int Longest = 256 << 10;

    /// <summary>The longest text of a field.</summary>
    private const int LongestText = 4_000;

    /// <summary>The object that a request holds.</summary>
    /// <param name="context">The request.</param>
    /// <param name="known">The fields it may have; null for any.</param>
    /// <exception cref="Refusal">It holds none, or another field.</exception>
    public static async Task<JsonElement> Read(HttpContext context, IReadOnlyList<string>? known = null)
    {
        var request = context.Request;
        if (!request.HasJsonContentType()) throw new Refusal(415, "The body is of another type", $"{request.Method} {request.Path}: send JSON as 'Content-Type: application/json'");
        if (request.ContentLength is > Longest) throw new Refusal(413, "The body is too long", $"{request.Method} {request.Path} takes {Longest} bytes; the body has {request.ContentLength}");
        JsonElement body;
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = 32 }, context.RequestAborted).ConfigureAwait(false);
            body = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw Refusal.Bad($"the body is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}; see /openapi/v1.json for what it must be");
        }
        if (body.ValueKind != JsonValueKind.Object) throw Refusal.Bad("the body must be a JSON object");
        if (known is not null)
            foreach (var field in body.EnumerateObject())
                if (!known.Contains(field.Name)) throw Refusal.Bad($"field '{field.Name}' of the body is not known here; known are {string.Join(", ", known)}");
        return body;
    }

    /// <summary>A text that must be there.</summary>
    public static string Text(JsonElement body, string name) => TextOrNull(body, name) ?? throw Refusal.Bad($"field '{name}' of the body is missing; it must be a text");

    /// <summary>A text, or null.</summary>
    public static string? TextOrNull(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw Refusal.Bad($"field '{name}' of the body must be a text; it is {Kind(value)}");
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Refusal.Bad($"field '{name}' of the body holds half a character (a lone surrogate); write it whole");
        }
        return text.Length <= LongestText ? text : throw Refusal.Bad($"field '{name}' of the body has {text.Length} characters; it may have {LongestText}");
    }

    /// <summary>A list of texts.</summary>
    public static IReadOnlyList<string> Texts(JsonElement body, string name) =>
        [.. Items(body, name).Select(i => i.ValueKind == JsonValueKind.String ? i.GetString()! : throw Refusal.Bad($"field '{name}' of the body must hold texts; one is {Kind(i)}"))];

    /// <summary>A list of numbers of events: <c>12</c> or <c>"E12"</c>.</summary>
    public static IReadOnlyList<long> Events(JsonElement body, string name) =>
        [.. Items(body, name).Select(i => i.ValueKind == JsonValueKind.Number && i.TryGetInt64(out var n) && n > 0 ? n
            : i.ValueKind == JsonValueKind.String && i.GetString() is ['E' or 'e', .. var digits] && long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out n) ? n
            : throw Refusal.Bad($"field '{name}' of the body must hold numbers of events, as 12 or \"E12\"; one is {Kind(i)}"))];

    private static List<JsonElement> Items(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var list)) throw Refusal.Bad($"field '{name}' of the body is missing; it must be a list");
        if (list.ValueKind != JsonValueKind.Array) throw Refusal.Bad($"field '{name}' of the body must be a list; it is {Kind(list)}");
        return [.. list.EnumerateArray()];
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
