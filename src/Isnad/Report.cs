namespace Isnad;

/// <summary>One report as it came in. Dates are kept as written; only <see cref="PublishedOn"/> interprets one.</summary>
public sealed record Report
{
    /// <summary>The input's own id, or null: then the reading's id is a hash of outlet, address and text.</summary>
    public string? Id { get; init; }
    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }
    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }
    /// <summary>The headline, when it is given apart from the text.</summary>
    public string? Title { get; init; }
    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }
    /// <summary>When it was published: ISO 8601 date, or date and time with offset.</summary>
    public string? Published { get; init; }
    /// <summary>When it was fetched.</summary>
    public string? Fetched { get; init; }
    /// <summary>The channel or outlet from which it was forwarded.</summary>
    public string? ForwardedFrom { get; init; }
    /// <summary>The language from which it was translated.</summary>
    public string? TranslatedFrom { get; init; }
    /// <summary>The id of the report that this one revises.</summary>
    public string? RevisionOf { get; init; }
    /// <summary>The text. All spans refer to it exactly as given.</summary>
    public required string Text { get; init; }

    /// <summary>The day of publication in the outlet's own zone (the date as written), or null.</summary>
    public DateOnly? PublishedOn =>
        Published is { Length: >= 10 } p
        && DateOnly.TryParseExact(p.AsSpan(0, 10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None, out var day)
            ? day : null;
}
