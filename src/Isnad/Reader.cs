using Isnad.Claims;
using Isnad.Packs;
using Isnad.Readings;
using Isnad.Writing;

namespace Isnad;

/// <summary>What to write besides the claims.</summary>
public sealed record ReadOptions
{
    /// <summary>Whether the reading lists every number and time recognised.</summary>
    public bool Values { get; init; }
}

/// <summary>Reads reports. One reader serves one thread at a time; it keeps buffers between reports.</summary>
public sealed class Reader(CompiledPacks packs)
{
    private readonly Dictionary<LanguagePack, ReportReader> _readers = [];

    /// <summary>Told of every stage that begins, for measurements; <see langword="null"/> for none.</summary>
    internal Action<Stage>? Begins { get; init; }

    /// <summary>Version of the engine, as readings name it.</summary>
    public static string Version { get; } = typeof(Reader).Assembly.GetName().Version!.ToString(3);

    /// <summary>Reads one report. No text makes it throw.</summary>
    public Reading Read(Report report, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (clean, replaced) = Clean(report);
        var id = clean.Id ?? IdOf(clean);
        var analysis = Analyse(clean);
        analysis.Diagnostics.InsertRange(0, replaced.Select(at => ("ISN1001", 0, 0, $"a lone surrogate at code unit {at} was read as U+FFFD")));
        Begins?.Invoke(Stage.Resolve);
        return new ReadingAssembler(analysis, clean, id).Assemble(Version, packs.Hash, options?.Values ?? false);
    }

    /// <summary>Tells, in plain text, what each stage did with a report: folded, cut, matched, built, dropped, and why.</summary>
    public string Explain(Report report, bool clauses = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        var pack = packs.Language(report.Language);
        return new Explanation(pack, ReaderFor(pack)).Write(Clean(report).Report, clauses);
    }

    private ReportAnalysis Analyse(Report report)
    {
        var offset = string.IsNullOrEmpty(report.Title) ? 0 : report.Title.Length + 1;
        var buffer = offset == 0 ? report.Text : $"{report.Title}\n{report.Text}";
        return ReaderFor(packs.Language(report.Language)).Read(buffer, offset, report.PublishedOn, report.Outlet ?? "");
    }

    private ReportReader ReaderFor(LanguagePack pack)
    {
        if (!_readers.TryGetValue(pack, out var reader)) _readers[pack] = reader = new ReportReader(pack, packs.Gazetteers) { Begins = Begins };
        return reader;
    }

    private static string IdOf(Report report) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{report.Outlet}\0{report.Url}\0{report.Text}")));

    /// <summary>Replaces lone surrogates one for one, so that every offset stays; returns where they stood.</summary>
    private static (Report Report, List<int> Replaced) Clean(Report report)
    {
        var replaced = new List<int>();
        var text = Clean(report.Text, replaced);
        var title = report.Title is null ? null : Clean(report.Title, []);
        return (ReferenceEquals(text, report.Text) && ReferenceEquals(title, report.Title) ? report : report with { Text = text, Title = title }, replaced);
    }

    private static string Clean(string text, List<int> replaced)
    {
        char[]? fixedText = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) { i++; continue; }
            (fixedText ??= text.ToCharArray())[i] = '\ufffd';
            if (replaced.Count < 10) replaced.Add(i);
        }
        return fixedText is null ? text : new string(fixedText);
    }
}
