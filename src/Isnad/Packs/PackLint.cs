using System.Text;

namespace Isnad.Packs;

/// <summary>Checks every rule of packs/README.md.</summary>
public static class PackLint
{
    private const string Nothing = "nothing";

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The faults of the packs below <paramref name="root"/>, in order of file and line. Warnings break no rule.</summary>
    /// <param name="root">The folder of the packs.</param>
    /// <param name="verbose">Whether to tell of names that several entries share.</param>
    public static IReadOnlyList<PackFault> Run(string root, bool verbose = false)
    {
        ArgumentNullException.ThrowIfNull(root);
        var faults = new List<PackFault>();
        var whole = true;
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(file) is not (".tsv" or ".rules" or ".txt")) continue;
            var name = Path.GetRelativePath(root, file).Replace('\\', '/');
            whole &= CheckFile(name, File.ReadAllBytes(file), faults);
        }
        if (whole) CheckPacks(root, verbose, faults);
        return [.. faults.Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column).ThenBy(f => f.Message, StringComparer.Ordinal)];
    }

    /// <summary>The examples of rules that do not give what they say.</summary>
    internal static IEnumerable<PackFault> RunExamples(LanguagePack pack)
    {
        foreach (var example in pack.Grammar.Examples)
        {
            var found = new List<string>();
            foreach (var c in ValueCorpus.Parse(example.File, example.Text))
                found.AddRange(ValueCorpus.Read(pack, c, times: false).Concat(ValueCorpus.Read(pack, c, times: true)));
            // A rule that keeps its words from being read shows it by giving nothing.
            if (example.Expected == Nothing ? found.Count > 0 : !found.Exists(f => f == example.Expected || f.StartsWith(example.Expected + " | ", StringComparison.Ordinal)))
                yield return new PackFault(example.File, example.Line, 1, $"the example of {example.Rule} gives {(found.Count == 0 ? Nothing : string.Join(" ; ", found))}, not {example.Expected}");
        }
    }

    /// <summary>The rules without an example.</summary>
    private static IEnumerable<PackFault> FindUnshown(LanguagePack pack)
    {
        var shown = pack.Grammar.Examples.Select(e => e.Rule).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in pack.Grammar.Rules.DistinctBy(r => r.Name))
            if (!shown.Contains(rule.Name)) yield return new PackFault(rule.File, rule.Line, 1, $"the rule {rule.Name} has no example (e.g.)");
    }

    private static void CheckPacks(string root, bool verbose, List<PackFault> faults)
    {
        var folders = PackFolder.ReadAll(root);
        var world = folders.FirstOrDefault(f => f.Name == "world");
        var languages = folders.Where(f => f.Has("fold.tsv")).ToList();
        var names = languages.ConvertAll(l => l.Name);
        var readable = true;
        foreach (var folder in folders)
        {
            foreach (var path in folder.Paths.Where(p => p.EndsWith(".tsv", StringComparison.Ordinal)))
            {
                // A table with a fault of form is not looked into further.
                try { PackForms.Check(folder, path, names, faults); }
                catch (PackException e) { faults.AddRange(e.Faults); readable = false; }
            }
        }
        if (!readable) return;
        if (world is not null) PackReferences.CheckWorld(world, faults);
        foreach (var language in languages)
        {
            try
            {
                var pack = LanguagePack.Compile(language, world, faults);
                faults.AddRange(RunExamples(pack));
                faults.AddRange(FindUnshown(pack));
                PackReferences.CheckWords(language, pack, faults);
                if (!verbose) continue;
                PackReferences.CheckNames(pack, faults);
                PackReferences.CheckRepeated(language, faults);
            }
            catch (PackException e) { faults.AddRange(e.Faults); }
        }
    }

    /// <summary>Checks a file's bytes and lines; false if it cannot be read as text.</summary>
    private static bool CheckFile(string name, byte[] bytes, List<PackFault> faults)
    {
        string text;
        try { text = Strict.GetString(bytes); }
        catch (DecoderFallbackException e)
        {
            faults.Add(new PackFault(name, 1 + bytes.AsSpan(0, Math.Max(0, e.Index)).Count((byte)'\n'), 1, "the file is not UTF-8"));
            return false;
        }
        if (text.StartsWith('\ufeff')) faults.Add(new PackFault(name, 1, 1, "the file begins with a byte order mark"));
        if (text.Length == 0 || text[^1] != '\n') faults.Add(new PackFault(name, 1 + text.AsSpan().Count('\n'), 1, "the last line has no line feed"));
        var lines = text.Split('\n');
        var table = name.EndsWith(".tsv", StringComparison.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            CheckLine(name, i + 1, lines[i], faults);
            if (!table || i == 0) continue;
            if (lines[i].Length == 0 && i < lines.Length - 1) faults.Add(new PackFault(name, i + 1, 1, "the line is empty"));
            if (i > 1 && lines[i].Length > 0) CheckOrder(name, i + 1, lines[i - 1], lines[i], faults);
        }
        return true;
    }

    private static void CheckLine(string name, int number, string line, List<PackFault> faults)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '\r') faults.Add(new PackFault(name, number, i + 1, "a line ends in CR LF or holds a carriage return; LF alone is expected"));
            else if (IsBidiControl(c)) faults.Add(new PackFault(name, number, i + 1, $"U+{(int)c:X4} is a bidi control"));
            else if (c < ' ' && c != '\t') faults.Add(new PackFault(name, number, i + 1, $"U+{(int)c:X4} is a control character"));
            else if (i > 0 && Composes(line[i - 1], c)) faults.Add(new PackFault(name, number, i + 1, $"U+{(int)line[i - 1]:X4} U+{(int)c:X4} is not NFC: there is one character for both"));
        }
    }

    private static void CheckOrder(string name, int number, string before, string line, List<PackFault> faults)
    {
        var order = Encoding.UTF8.GetBytes(before).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(line));
        if (order == 0) faults.Add(new PackFault(name, number, 1, "the line stands twice"));
        else if (order > 0) faults.Add(new PackFault(name, number, 1, "the line is out of order (LC_ALL=C sort)"));
    }

    private static bool IsBidiControl(char c) => c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    // Without a culture's data the runtime takes every text for normal, so the pairs that a pack can hold are told here: a letter
    // with an accent, and the letters that have forms with madda or hamza (Unicode 16, UnicodeData.txt, field 5).
    private static bool Composes(char letter, char mark) => mark switch
    {
        >= '\u0300' and <= '\u036f' => char.IsLetter(letter) && letter < '\u0590',
        '\u0653' or '\u0655' => letter == '\u0627',
        '\u0654' => letter is '\u0627' or '\u0648' or '\u064a' or '\u06c1' or '\u06d2' or '\u06d5',
        _ => false,
    };
}
