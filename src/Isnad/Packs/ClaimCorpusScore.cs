using System.Globalization;
using System.Text;
using Isnad.Claims;

namespace Isnad.Packs;

/// <summary>How the blocks of corpora of claims are read: by construction, and all together.</summary>
internal sealed class ClaimCorpusScore
{
    private readonly Dictionary<string, Dictionary<string, KindScore>> _constructions = new(StringComparer.Ordinal);
    private readonly List<string> _differences = [];

    /// <summary>All constructions together, by kind.</summary>
    public Dictionary<string, KindScore> Total { get; } = new(StringComparer.Ordinal);

    /// <summary>Blocks, and those of them that are read as expected in every field.</summary>
    public (int Right, int All) Blocks { get; private set; }

    /// <summary>What is read otherwise than expected: the text of a block, then its differences.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Reads blocks and counts.</summary>
    public static ClaimCorpusScore Of(IEnumerable<ClaimCase> cases, CompiledPacks packs)
    {
        var score = new ClaimCorpusScore();
        var reader = new Reader(packs);
        var clauses = new Dictionary<LanguagePack, ReportReader>();
        foreach (var c in cases)
        {
            var pack = packs.Language(c.Sample.Report.Language);
            var read = SampleComparer.Compare(c, reader.Read(c.Sample.Report, new ReadOptions { Values = true }), pack);
            score.Count(c, read);
            var differences = read.Differences;
            if (c.Kinds.Contains("clause"))
            {
                if (!clauses.TryGetValue(pack, out var analyser)) clauses[pack] = analyser = new ReportReader(pack, packs.Gazetteers);
                var compared = new ClauseComparer(analyser.Read(c.Sample.Report.Text, 0, c.Sample.Report.PublishedOn), pack).Compare(c.Sample);
                score.Count(c, compared);
                differences = [.. differences, .. compared.Differences];
            }
            score.Blocks = (score.Blocks.Right + (differences.Count == 0 ? 1 : 0), score.Blocks.All + 1);
            if (differences.Count > 0) score._differences.Add($"{c.Sample.Place}: {c.Sample.Report.Text}\n    {string.Join("\n    ", differences.Select(d => d[(d.LastIndexOf('/') + 1)..]))}");
        }
        return score;
    }

    private void Count(ClaimCase c, SampleScore read)
    {
        foreach (var kind in read.Kinds)
        {
            foreach (var (name, all) in (ReadOnlySpan<(string, Dictionary<string, KindScore>)>)[(kind.Kind, Total), (kind.Kind, Of(c.Construction))])
            {
                if (!all.TryGetValue(name, out var sum)) all[name] = sum = new KindScore(name);
                sum.Add(kind);
            }
        }
    }

    private Dictionary<string, KindScore> Of(string construction)
    {
        if (!_constructions.TryGetValue(construction, out var kinds)) _constructions[construction] = kinds = new(StringComparer.Ordinal);
        return kinds;
    }

    /// <summary>A line for each construction and kind: expected, found, right in every field, extra, F1, and the share of each field.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"construction",-34} {"kind",-9} {"exp.",5} {"found",5} {"right",5} {"extra",5}   F1\n");
        foreach (var (name, kinds) in _constructions) Write(text, name, kinds);
        Write(text, "all", Total);
        text.Append(CultureInfo.InvariantCulture, $"{Blocks.Right} of {Blocks.All} blocks are read as expected");
        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, Dictionary<string, KindScore> kinds)
    {
        foreach (var kind in SampleComparer.Kinds)
        {
            if (!kinds.TryGetValue(kind, out var k) || k.Expected + k.Extra == 0) continue;
            text.Append(CultureInfo.InvariantCulture, $"{(name.Length > 34 ? name[..34] : name),-34} {kind,-9} {k.Expected,5} {k.Found,5} {k.Right,5} {k.Extra,5} {k.F1:.00}");
            foreach (var (field, score) in k.Fields)
                if (!double.IsNaN(score.F1)) text.Append(CultureInfo.InvariantCulture, $"  {field} {score.F1:.00}");
            text.Append('\n');
        }
    }
}
