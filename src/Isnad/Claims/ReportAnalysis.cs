using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Text;
using Isnad.Values;

namespace Isnad.Claims;

/// <summary>Everything that the stages made of one report, before it is written.</summary>
internal sealed class ReportAnalysis
{
    public required FoldedText Text;
    public required List<Token> Tokens;
    public required List<Sentence> Sentences;
    public required List<Analysis>[] Analyses;
    public required NameMention?[] Names;
    public required List<FoundValue> Values;
    public readonly List<List<SentencePart>> Items = [];
    public readonly List<List<Clause>> Clauses = [];
    public readonly List<EventDraft> Events = [];
    public readonly List<FigureDraft> Figures = [];
    public readonly List<StateDraft> States = [];
    public readonly List<StatementDraft> Statements = [];
    public required EntityTable Entities;
    public required PlaceResolver Places;
    public DateOnly? Anchor;
    /// <summary>Place and agency before the first sentence.</summary>
    public Byline? Byline;
    public readonly List<Section> Sections = [];
    public readonly List<(string Code, int From, int To, string Message)> Diagnostics = [];
    public IReadOnlyList<Speaker> Speakers = [];
    /// <summary>What was found and not kept: tokens, and why.</summary>
    public readonly List<(int Start, int End, string Why)> Dropped = [];
    /// <summary>Who uses a loaded word, by its token.</summary>
    public readonly Dictionary<int, Speaker> LabelUsers = [];
    /// <summary>Code units of title and line end before the text.</summary>
    public int TextOffset;
}
