using Isnad.Clauses;

namespace Isnad.Speech;

/// <summary>Place, agency, paper and author that stand before a report's first sentence, or the agency after its last one.</summary>
internal sealed class Dateline
{
    /// <summary>First token.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last token.</summary>
    public required int End { get; init; }

    /// <summary>Line on which it stands.</summary>
    public required int Line { get; init; }

    /// <summary>The place named, if any.</summary>
    public Phrase? Place { get; init; }

    /// <summary>The agencies named, other than the report's own outlet.</summary>
    public IReadOnlyList<Phrase> Agencies { get; init; } = [];
}
