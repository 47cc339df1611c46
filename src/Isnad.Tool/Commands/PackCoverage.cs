using System.CommandLine;
using System.Globalization;
using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Intake;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad packs coverage</c>: the share of running words that a language's lexicon or its names account for.</summary>
internal static class PackCoverage
{
    public static Command Create(Option<string?> packs)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Files or folders with reports.", Arity = ArgumentArity.OneOrMore };
        var top = new Option<int>("--top") { Description = "How many unknown words to list, the most frequent first.", HelpName = "N", DefaultValueFactory = _ => 100 };
        var command = new Command("coverage", "Count the words of reports that the packs know, and list the most frequent unknown ones.") { inputs, top };
        command.SetAction(parsed => PackPlace.Load(parsed.GetValue(packs)) is { } loaded ? Run(loaded, parsed.GetValue(inputs)!, parsed.GetValue(top)) : 2);
        return command;
    }

    private static int Run(CompiledPacks packs, IReadOnlyList<string> inputs, int top)
    {
        var readers = new Dictionary<LanguagePack, ReportReader>();
        var count = new Count();
        var failed = false;
        foreach (var arrival in new ReportStream(new IntakeOptions()).Read(inputs))
        {
            failed |= arrival.Report is null;
            if (arrival.Report is not { } report)
            {
                Console.Error.WriteLine($"isnad: {arrival.Error}");
                continue;
            }
            var pack = packs.Language(report.Language);
            if (!readers.TryGetValue(pack, out var reader)) readers[pack] = reader = new ReportReader(pack);
            count.Add(reader.Read(report.Text, 0, report.PublishedOn), pack);
        }
        using var output = new StreamWriter(Console.OpenStandardOutput());
        count.Print(output, top);
        return failed ? 1 : 0;
    }

    private sealed class Count
    {
        private readonly Dictionary<string, int> _unknown = new(StringComparer.Ordinal);
        private readonly List<int> _edges = [];
        private int _words;
        private int _analysed;
        private int _named;

        public void Add(ReportAnalysis report, LanguagePack pack)
        {
            var isNamed = Named(report, pack);
            var valuesAt = report.Values.ToLookup(v => v.Start);
            for (var i = 0; i < report.Tokens.Count; i++)
            {
                var token = report.Tokens[i];
                if (token.Kind == TokenKind.Break) continue;
                _edges.Add(report.Analyses[i].Count + (report.Names[i]?.Entries.Length ?? 0) + valuesAt[i].Count());
                if (token.Kind != TokenKind.Word || char.IsAscii(report.Text[token.Start])) continue;
                _words++;
                if (report.Analyses[i].Count > 0) _analysed++;
                else if (isNamed[i]) _named++;
                else
                {
                    var word = report.Text.Chars[token.Start..token.End].ToString();
                    _unknown[word] = _unknown.GetValueOrDefault(word) + 1;
                }
            }
        }

        /// <summary>Which tokens are part of a name that the packs have, or of a person's name that begins with a given name or follows a title or office.</summary>
        private static bool[] Named(ReportAnalysis report, LanguagePack pack)
        {
            var isNamed = new bool[report.Tokens.Count];
            foreach (var name in report.Names)
                if (name is not null) isNamed.AsSpan(name.Start..name.End).Fill(true);
            foreach (var part in report.Items.SelectMany(items => items))
                for (var phrase = part.Phrase; phrase is not null; phrase = phrase.Genitive)
                    if (phrase is { IsPersonName: true } person) isNamed.AsSpan(person.Start..person.End).Fill(true);
            for (var i = 0; i < isNamed.Length; i++)
            {
                var word = report.Text.Chars[report.Tokens[i].Start..report.Tokens[i].End];
                isNamed[i] |= pack.World.GivenNames.Contains(word) || pack.World.FamilyNames.Contains(word);
            }
            return isNamed;
        }

        public void Print(TextWriter to, int top)
        {
            var words = Math.Max(1, _words);
            var edges = _edges.Order().ToArray();
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{_words:#,0} words: {(_analysed + _named) / (double)words:0.0000} known ({_analysed / (double)words:0.0000} in the lexicon, {_named / (double)words:0.0000} only in names)"));
            if (edges.Length > 0)
                to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"edges a token: {edges.Average():0.00} on average, {edges[(int)((edges.Length - 1) * 0.99)]} at the 99th percentile"));
            to.WriteLine($"{_unknown.Values.Sum().ToString("#,0", CultureInfo.InvariantCulture)} unknown, {_unknown.Count.ToString("#,0", CultureInfo.InvariantCulture)} different; the most frequent:");
            foreach (var (word, times) in _unknown.OrderByDescending(u => u.Value).ThenBy(u => u.Key, StringComparer.Ordinal).Take(top)) to.WriteLine($"{times,6}  {word}");
        }
    }
}
