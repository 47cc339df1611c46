using Isnad.Clauses;

namespace Isnad.Speech;

/// <summary>How a word of saying takes what is said.</summary>
internal enum SayingKind : byte
{
    /// <summary>A clause, a quotation, or a noun that tells what happened ("announced the killing of").</summary>
    Tell,
    /// <summary>A clause or quotation only; with an object the word means something else ("followed the talks").</summary>
    Clause,
    /// <summary>As <see cref="Tell"/>, but not of the speaker's own acts ("expressed its rejection").</summary>
    Convey,
    /// <summary>A clause or quotation; what a noun names is taken for granted ("condemned the attack").</summary>
    Express,
    /// <summary>What somebody else said ("quoted X as saying").</summary>
    HandOn,
    /// <summary>What stands in a document ("the report says", "it says in the report").</summary>
    Stand,
}

/// <summary>What somebody says in a sentence.</summary>
internal sealed class Saying
{
    /// <summary>How the word takes what is said.</summary>
    public required SayingKind Kind { get; init; }

    /// <summary>Tokens of the word of saying.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last of them.</summary>
    public required int End { get; init; }

    /// <summary>The clause of the word.</summary>
    public required Clause? Clause { get; init; }

    /// <summary>Who says it.</summary>
    public required Voice Voice { get; set; }

    /// <summary>Whether the voice was taken over from an earlier word.</summary>
    public bool IsCarriedOn { get; init; }

    /// <summary>First token of what is said; -1 if nothing follows the word.</summary>
    public int From { get; set; } = -1;

    /// <summary>One past the last token of what is said.</summary>
    public int To { get; set; } = -1;

    /// <summary>Whether what is said is the news; else it only names what is taken for granted.</summary>
    public bool IsNews { get; set; } = true;
}
