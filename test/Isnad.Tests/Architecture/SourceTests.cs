using System.Text;
using System.Text.RegularExpressions;

namespace Isnad.Tests.Architecture;

/// <summary>What is linguistic is in the packs: sources hold no other letters than ASCII, and name no language.</summary>
public sealed class SourceTests
{
    private static readonly string[] Extensions = [".cs", ".csproj", ".json", ".txt", ".js", ".css", ".html", ".md"];

    // Names of languages and of scripts, in English and as tags in quotation marks.
    private static readonly Regex Language = new(
        @"\b(arabic|arab|english|french|hebrew|persian|farsi|urdu|kurdish|turkish|russian|spanish|german|ukrainian|chinese|latin)\b|""(ar|en|fr|he|fa|ur|ku|tr|ru|es|de|uk|zh)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [Fact]
    public void SourcesAreAscii()
    {
        var faults = new List<string>();
        foreach (var file in Repository.Files("src", Extensions))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file, Encoding.UTF8))
            {
                number++;
                var at = line.AsSpan().IndexOfAnyExceptInRange('\0', '\x7f');
                if (at >= 0) faults.Add($"{Repository.Name(file)}:{number}:{at + 1}: U+{(int)line[at]:X4}");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void CodeNamesNoLanguage()
    {
        var faults = new List<string>();
        foreach (var file in Repository.Files("src", ".cs"))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                // A comment may cite a language as an example, code may not. Names of encodings are no languages, the pages of the
                // program are in its own language, and a clitic of the kind "en" is an enclitic.
                if (line.Contains("<html lang=", StringComparison.Ordinal) || line.Contains("\"kind\"] == \"en\"", StringComparison.Ordinal) || line.Contains("[\"pro\", \"en\"]", StringComparison.Ordinal)) continue;
                var code = Regex.Replace(line, @"//.*$", "").Replace("Encoding.Latin1", "", StringComparison.Ordinal);
                if (Language.Match(code) is { Success: true } match) faults.Add($"{Repository.Name(file)}:{number}: {match.Value}: {line.Trim()}");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void NamespacesFollowFolders()
    {
        var faults = new List<string>();
        foreach (var file in Repository.Files("src", ".cs"))
        {
            var folder = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), Path.GetDirectoryName(file)!).Replace('/', '.').Replace('\\', '.');
            var text = File.ReadAllText(file);
            if (Regex.Match(text, @"^namespace ([\w.]+);", RegexOptions.Multiline) is { Success: true } match && match.Groups[1].Value != folder)
                faults.Add($"{Repository.Name(file)}: namespace {match.Groups[1].Value}, folder {folder}");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
