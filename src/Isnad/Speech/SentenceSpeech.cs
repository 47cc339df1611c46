using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Text;

namespace Isnad.Speech;

/// <summary>A sentence as attribution reads it.</summary>
/// <param name="Report">The report that it stands in.</param>
/// <param name="Sentence">Its tokens.</param>
/// <param name="Index">Its number in the report.</param>
/// <param name="Items">Its phrases, verbs, particles, times and marks.</param>
/// <param name="Cues">Words of attribution in it.</param>
internal sealed record SentenceSpeech(ReportAnalysis Report, Sentence Sentence, int Index, List<SentencePart> Items, List<FoundCue> Cues)
{
    /// <summary>Its clauses, once they are read.</summary>
    public List<Clause> Clauses { get; set; } = [];

    public FoldedText Text => Report.Text;

    public List<Token> Tokens => Report.Tokens;

    public List<Analysis>[] Analyses => Report.Analyses;

    /// <summary>The mark that a token is, or a blank.</summary>
    public char MarkAt(int token) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == TokenKind.Mark ? Text[Tokens[token].Start] : ' ';

    /// <summary>The first token of the sentence that is no mark.</summary>
    public int FirstWord
    {
        get
        {
            var t = Sentence.Start;
            while (t < Sentence.End && Tokens[t].Kind == TokenKind.Mark) t++;
            return t;
        }
    }

    /// <summary>The index of the first item that begins at or after a token; the number of items if there is none.</summary>
    public int ItemFrom(int token)
    {
        var k = Items.FindIndex(i => i.Start >= token);
        return k < 0 ? Items.Count : k;
    }
}
