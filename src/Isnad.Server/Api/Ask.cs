using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Isnad.Server.Api;

/// <summary>What a request asks: its parameters, each checked against how it must be written.</summary>
internal sealed class Ask
{
    private readonly HttpContext _context;
    private readonly Dictionary<string, (Parameter Parameter, string[] Values)> _given = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Parameter> _known;

    /// <summary>Checks a request.</summary>
    /// <exception cref="Refusal">A parameter is unknown, missing or not as it must be.</exception>
    public Ask(HttpContext context, IReadOnlyList<Parameter> known)
    {
        (_context, _known) = (context, known);
        foreach (var (name, values) in context.Request.Query)
        {
            var parameter = known.FirstOrDefault(p => p.Name == name) ?? throw Refusal.Bad(known.Count == 0
                ? $"query parameter '{name}': this address takes none; leave it out"
                : $"query parameter '{name}' is not known here; known are {string.Join(", ", known.Select(p => p.Name))}");
            var texts = values.OfType<string>().Where(v => v.Length > 0).ToArray();
            if (texts.Length > 1 && !parameter.Several) throw Refusal.Bad($"query parameter '{name}' is given {texts.Length} times; give it once");
            foreach (var text in texts) Check(parameter, text);
            if (texts.Length > 0) _given[name] = (parameter, texts);
        }
        if (known.FirstOrDefault(p => p.Required && !_given.ContainsKey(p.Name)) is { } missing)
            throw Refusal.Bad($"query parameter '{missing.Name}' is missing: {missing.Description}");
    }

    /// <summary>Who asks.</summary>
    public string Person => _context.User.Identity?.Name ?? "";

    /// <summary>Whether who asks may do something.</summary>
    public bool May(string scope) => _context.User.HasClaim(Access.Scopes.Claim, scope);

    /// <summary>The parameters of the query as they came, with the mark before them; empty if there are none.</summary>
    public string Query => _context.Request.QueryString.Value ?? "";

    public string? Text(string name) => Values(name) is [var value, ..] ? value : null;

    public IReadOnlyList<string> Texts(string name) => Values(name);

    public DateOnly? Day(string name) => Text(name) is { } text ? ParseDay(text) : null;

    public bool Flag(string name) => Text(name) is "true";

    public int Whole(string name) =>
        Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : _known.First(p => p.Name == name).Usual ?? 0;

    public double[]? Numbers(string name) => Text(name) is { } text ? ParseNumbers(text) : null;

    /// <summary>A number in the path.</summary>
    public long Number(string name) =>
        long.TryParse(Segment(name).TrimStart('E', 'e'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Refusal.Bad($"'{Segment(name)}' in the path is not a number; write 12 or E12");

    /// <summary>A part of the path.</summary>
    public string Segment(string name) => _context.GetRouteValue(name) as string ?? "";

    /// <summary>The end of the path after some words, exactly as the client wrote it before escaping: ids may hold any character.</summary>
    public string Tail(string after)
    {
        var raw = _context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var end = raw.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? raw : raw[..end];
        var start = path.IndexOf(after, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? "" : Uri.UnescapeDataString(path[(start + after.Length)..]);
    }

    /// <summary>The values in a cursor, or null at the beginning.</summary>
    public string[]? Cursor(int parts)
    {
        if (Text("cursor") is not { } text) return null;
        try
        {
            var values = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ');
            if (values.Length == parts && values.All(v => v.Length == 0 || long.TryParse(v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))) return values;
        }
        catch (FormatException)
        {
            // It is none of ours, as said below.
        }
        throw Refusal.Bad("query parameter 'cursor' is none of this list; give 'next' of the page before, or leave it out to begin anew");
    }

    /// <summary>A cursor that holds some values.</summary>
    public static string CursorOf(params ReadOnlySpan<long?> values)
    {
        var texts = new string?[values.Length];
        for (var i = 0; i < values.Length; i++) texts[i] = values[i]?.ToString(CultureInfo.InvariantCulture);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(' ', texts)));
    }

    private string[] Values(string name) => _given.TryGetValue(name, out var given) ? given.Values : [];

    private static void Check(Parameter parameter, string text)
    {
        string Where() => $"query parameter '{parameter.Name}': '{(text.Length > 60 ? text[..60] + "..." : text)}'";
        switch (parameter.Kind)
        {
            case ParameterKind.Day when ParseDay(text) is null: throw Refusal.Bad($"{Where()} is not a day; write 2020-02-07");
            case ParameterKind.Flag when text is not ("true" or "false"): throw Refusal.Bad($"{Where()} is neither true nor false");
            case ParameterKind.Whole when !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < parameter.Least || n > parameter.Most:
                throw Refusal.Bad($"{Where()} is not a whole number from {parameter.Least} to {parameter.Most}");
            case ParameterKind.Numbers when ParseNumbers(text) is not { } numbers || numbers.Length != parameter.Parts:
                throw Refusal.Bad($"{Where()} is not {parameter.Parts} numbers parted by commas: {parameter.Description}");
            case ParameterKind.Text when text.Length > Parameter.LongestText: throw Refusal.Bad($"{Where()} is longer than {Parameter.LongestText} characters; shorten it");
        }
        if (parameter.Words.Count > 0 && !parameter.Words.Contains(text, StringComparer.Ordinal)) throw Refusal.Bad($"{Where()} is none of {string.Join(", ", parameter.Words)}");
    }

    private static DateOnly? ParseDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static double[]? ParseNumbers(string text)
    {
        var parts = text.Split(',');
        var numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i])) return null;
        return numbers;
    }
}
