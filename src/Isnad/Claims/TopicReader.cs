using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Claims;

/// <summary>Which sentences stand in a text about play, art or trade rather than politics and violence.</summary>
internal sealed class TopicReader(Lexicon lexicon, Meanings meanings)
{
    /// <summary>So many words of leisure and more are needed up to a sentence, or in it, and so many for each word of violence.</summary>
    private const int Fewest = 3, FewestInOne = 2, ForEachViolent = 2;

    private const sbyte Leisure = 1, Either = 2, Violence = -1;

    private readonly Lazy<sbyte[]> _topics = new(() =>
    {
        var topics = new sbyte[lexicon.Lemmas.Length];
        for (var i = 0; i < topics.Length; i++) topics[i] = TopicOf(meanings, lexicon.Lemmas.Text(i).ToString());
        return topics;
    });

    private static sbyte TopicOf(Meanings meanings, string lemma) =>
        meanings.HasSense(lemma, "leisure") ? Leisure : meanings.HasSense(lemma, "leisure-or-violence") ? Either : meanings.HasSense(lemma, "violence") ? Violence : (sbyte)0;

    /// <summary>The topics of a report's sentences. What follows a sentence has no say in it.</summary>
    public Topics Read(List<Sentence> sentences, List<Analysis>[] analyses)
    {
        var topics = new Topic[sentences.Count];
        var (play, violence) = (0, 0);
        for (var s = 0; s < sentences.Count; s++)
        {
            var (playHere, eitherHere, violenceHere) = (0, 0, 0);
            for (var t = sentences[s].Start; t < sentences[s].End; t++)
            {
                if (analyses[t] is not [var best, ..]) continue;
                var topic = _topics.Value[best.Lemma];
                if (topic == Leisure) playHere++;
                else if (topic == Either) eitherHere++;
                else if (topic == Violence) violenceHere++;
            }
            play += playHere;
            violence += violenceHere;
            // Words that are of play and of war alike ("team", "attacker") count beside one of play only.
            var here = playHere > 0 ? playHere + eitherHere : 0;
            var isLeisure = (play >= Fewest && play >= ForEachViolent * violence) || (here >= FewestInOne && here > violenceHere && violence == violenceHere);
            topics[s] = isLeisure ? Topic.Leisure : violence > 0 ? Topic.Conflict : Topic.Other;
        }
        return new Topics(topics);
    }
}

/// <summary>What a text is about up to a sentence.</summary>
internal enum Topic : byte { Other, Leisure, Conflict }

/// <summary>The topics of a report's sentences.</summary>
internal sealed class Topics(Topic[] topics)
{
    /// <summary>Those of a report without sentences.</summary>
    public static Topics None { get; } = new([]);

    /// <summary>What a report is about up to a sentence.</summary>
    public Topic Of(int sentence) => topics[sentence];
}
