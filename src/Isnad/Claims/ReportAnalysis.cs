using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Speech;
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
    /// <summary>Items that only tell of sources and stand in no clause.</summary>
    public readonly List<SentencePart> SetAside = [];
    public readonly List<List<Clause>> Clauses = [];
    public readonly List<EventDraft> Events = [];
    public readonly List<FigureDraft> Figures = [];
    public readonly List<StateDraft> States = [];
    public readonly List<StatementDraft> Statements = [];
    public required EntityTable Entities;
    public required PlaceResolver Places;
    public DateOnly? Anchor;
    /// <summary>Which sentences stand in a text about play, art or trade.</summary>
    public Topics Topics = Topics.None;
    /// <summary>Places and agencies before the first sentence or after the last one.</summary>
    public readonly List<Dateline> Datelines = [];
    /// <summary>What kind of section each sentence stands in.</summary>
    public readonly List<SectionKind> Kinds = [];
    public readonly List<Section> Sections = [];
    /// <summary>Sentences that turn to other news ("elsewhere").</summary>
    public readonly HashSet<int> Turns = [];
    public readonly List<(string Code, int From, int To, string Message)> Diagnostics = [];
    /// <summary>Stretches that somebody speaks, in the order in which they were found.</summary>
    public IReadOnlyList<Scope> Scopes = [];
    /// <summary>Those who speak in the report.</summary>
    public readonly List<Speaker> Speakers = [];
    /// <summary>How the claims hang together.</summary>
    public IReadOnlyList<(RelationType Type, Draft From, Draft To)> Relations = [];
    /// <summary>What was found and not kept: tokens, and why.</summary>
    public readonly List<(int Start, int End, string Why)> Dropped = [];
    /// <summary>Who uses a loaded word, by its token.</summary>
    public readonly Dictionary<int, Voice> LabelUsers = [];
    /// <summary>Code units of title and line end before the text.</summary>
    public int TextOffset;

    /// <summary>The time that a token is part of, or null.</summary>
    public FoundValue? TimeAt(int token)
    {
        // Values stand in the order of their sentences, and those of one sentence do not overlap.
        var (low, high) = (0, Values.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Values[middle].End <= token) low = middle + 1;
            else high = middle;
        }
        return low < Values.Count && Values[low].Start <= token && Values[low].Time is not null ? Values[low] : null;
    }

    /// <summary>Every claim, kind by kind.</summary>
    public IEnumerable<Draft> Claims() => Events.Cast<Draft>().Concat(Figures).Concat(States).Concat(Statements);

    /// <summary>Whether a sentence is a headline, the report's own or a related one.</summary>
    public bool IsHeadline(int sentence) => Kinds[sentence] is SectionKind.Title or SectionKind.Related;
}
