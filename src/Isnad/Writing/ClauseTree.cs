using System.Text;
using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Packs;

namespace Isnad.Writing;

/// <summary>
/// Draws the clauses of a sentence as a tree: functions under each clause, and in each phrase its head, number, genitive and adjectives.
/// Words of the report stand in isolates (U+2068, U+2069), so that terminals lay out right-to-left words without moving the labels.
/// </summary>
internal sealed class ClauseTree(LanguagePack pack, ReportAnalysis report)
{
    private const int LabelWidth = 10;

    private sealed record Node(string Label, string Words, string Detail)
    {
        public List<Node> Children { get; } = [];
    }

    /// <summary>Draws a sentence.</summary>
    public void Draw(StringBuilder to, int sentence)
    {
        var extent = report.Sentences[sentence];
        to.Append("SENTENCE ").Append(sentence + 1).Append("  ").AppendLine(Isolate(Slice(extent.Start, extent.End)));
        var clauses = report.Clauses[sentence];
        var nodes = clauses.ToDictionary(c => c, NodeOf);
        foreach (var clause in clauses)
            if (clause.Parent is { } parent && nodes.TryGetValue(parent, out var above)) above.Children.Add(nodes[clause]);
        foreach (var clause in clauses)
            if (clause.Parent is null || !nodes.ContainsKey(clause.Parent)) Draw(to, nodes[clause], "", "");
    }

    private static void Draw(StringBuilder to, Node node, string lead, string childLead)
    {
        to.Append(lead).Append(node.Words.Length > 0 ? node.Label.PadRight(LabelWidth) + " " + node.Words : node.Label);
        if (node.Detail.Length > 0) to.Append("  (").Append(node.Detail).Append(')');
        to.AppendLine();
        for (var i = 0; i < node.Children.Count; i++)
        {
            var isLast = i == node.Children.Count - 1;
            Draw(to, node.Children[i], childLead + (isLast ? "\u2514\u2500 " : "\u251c\u2500 "), childLead + (isLast ? "   " : "\u2502  "));
        }
    }

    private Node NodeOf(Clause clause)
    {
        var details = new List<string>();
        if (clause.Opening.Length > 0) details.Add(clause.Opening);
        if (clause.Antecedent is { } head) details.Add($"of {Isolate(Slice(head.Start, head.End))}");
        if (clause.SubjectInherited) details.Add("subject from before");
        var node = new Node(clause.Link.ToString().ToLowerInvariant() + " clause", "", string.Join(", ", details));
        if (clause.Verb is { } verb)
        {
            var features = MorphNames.Describe(verb.Analysis.Features & ~(Morph.Verb | Morph.Voice));
            var particles = clause.Particles.Count > 0 ? "; after " + string.Join(", ", clause.Particles) : "";
            node.Children.Add(new Node("verb", Isolate(Slice(verb.Start, verb.End)), $"{Isolate(verb.Lemma!.Text)} {(clause.IsPassive ? "passive" : "active")} {features}{particles}"));
        }
        foreach (var subject in clause.Subjects) node.Children.Add(NodeOf("subject", subject));
        foreach (var phrase in clause.Objects) node.Children.Add(NodeOf("object", phrase));
        foreach (var complement in clause.Complements) node.Children.Add(NodeOf("complement", complement));
        foreach (var time in clause.Items.Where(i => i.Kind == PartKind.Time)) node.Children.Add(new Node("time", Isolate(Slice(time.Start, time.End)), ""));
        return node;
    }

    private Node NodeOf(string label, Phrase phrase)
    {
        var node = new Node(label, Isolate(Slice(phrase.Start, phrase.End)), DetailOf(phrase));
        // The parts are drawn only where there are several.
        if (phrase.Number is { } number && phrase.Head >= 0) node.Children.Add(new Node("number", Isolate(Slice(number.Start, number.End)), ""));
        var parts = phrase.Genitive is not null || phrase.Adjectives.Count > 0 || phrase.Office is not null || phrase.Group is not null || phrase.Object is not null || phrase.Complement is not null;
        if (phrase.Head >= 0 && !phrase.IsPronoun && !phrase.IsPersonName && (parts || node.Children.Count > 0)) node.Children.Add(new Node("head", Isolate(Slice(phrase.Head, phrase.Head + 1)), HeadOf(phrase)));
        if (phrase.Office is { } office) node.Children.Add(NodeOf("office", office));
        foreach (var adjective in phrase.Adjectives) node.Children.Add(new Node("adjective", Isolate(Slice(adjective, adjective + 1)), ""));
        if (phrase.Genitive is { } genitive) node.Children.Add(NodeOf("genitive", genitive));
        if (phrase.Group is { } group) node.Children.Add(NodeOf("of", group));
        if (phrase.Object is { } patient) node.Children.Add(NodeOf("patient", patient));
        if (phrase.Complement is { } complement) node.Children.Add(NodeOf("complement", complement));
        return node;
    }

    private static string DetailOf(Phrase phrase)
    {
        var details = new List<string>();
        if (phrase.Preposition.Length > 0) details.Add("after " + Isolate(phrase.Preposition));
        if (phrase.And) details.Add("joined");
        if (phrase.IsPronoun) details.Add("pronoun");
        if (phrase.IsPersonName) details.Add("person's name");
        else if (phrase.Name is { } name) details.Add("name: " + string.Join(" or ", name.Entries.Select(e => e.Kind.ToString().ToLowerInvariant()).Distinct()));
        else if (phrase.IsUnknown) details.Add("unknown word");
        return string.Join(", ", details);
    }

    private string HeadOf(Phrase phrase)
    {
        if (phrase.Lemma is not { } lemma) return "";
        var kind = phrase.Kind is { } k ? $"; {k.Denotes.ToString().ToLowerInvariant()}{(k.Class is { Length: > 1 } c ? " " + c : "")}" : "";
        var pronoun = phrase.Analysis.Pronoun == 0 ? "" : " +" + pack.Lexicon.Enclitics[phrase.Analysis.Pronoun - 1].Name;
        return $"{Isolate(lemma.Text)} {MorphNames.Describe(phrase.Analysis.Features)}{pronoun}{kind}";
    }

    private static string Isolate(string words) => $"\u2068{words.ReplaceLineEndings(" ")}\u2069";

    private string Slice(int start, int end)
    {
        if (start < 0 || end <= start) return "";
        var extent = report.Text.ToOriginal(report.Tokens[start].Start, report.Tokens[end - 1].End);
        return report.Text.Original[extent.Start..extent.End];
    }
}
