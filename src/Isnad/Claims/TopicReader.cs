using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Claims;

/// <summary>Which sentences stand in a text about play, art or trade rather than politics and violence.</summary>
internal sealed class TopicReader(Lexicon lexicon, Meanings meanings)
{
    /// <summary>So many words of leisure and more are needed, and so many for each word of violence.</summary>
    private const int Fewest = 3, ForEachViolent = 2;

    private readonly Lazy<sbyte[]> _topics = new(() =>
    {
        var topics = new sbyte[lexicon.Lemmas.Length];
        for (var i = 0; i < topics.Length; i++) topics[i] = (sbyte)(meanings.HasSense(lexicon.Lemmas.Text(i).ToString(), "leisure") ? 1 : meanings.HasSense(lexicon.Lemmas.Text(i).ToString(), "violence") ? -1 : 0);
        return topics;
    });

    /// <summary>The topics of a report's sentences. What follows a sentence has no say in it.</summary>
    public Topics Read(List<Sentence> sentences, List<Analysis>[] analyses)
    {
        var leisure = new bool[sentences.Count];
        var (play, violence) = (0, 0);
        for (var s = 0; s < sentences.Count; s++)
        {
            for (var t = sentences[s].Start; t < sentences[s].End; t++)
            {
                if (analyses[t] is not [var best, ..]) continue;
                var topic = _topics.Value[best.Lemma];
                if (topic > 0) play++;
                else if (topic < 0) violence++;
            }
            leisure[s] = play >= Fewest && play >= ForEachViolent * violence;
        }
        return new Topics(leisure);
    }
}

/// <summary>The topics of a report's sentences.</summary>
internal sealed class Topics(bool[] leisure)
{
    /// <summary>Those of a report without sentences.</summary>
    public static Topics None { get; } = new([]);

    /// <summary>Whether a sentence stands in a text about play, art or trade.</summary>
    public bool IsLeisure(int sentence) => leisure[sentence];
}
