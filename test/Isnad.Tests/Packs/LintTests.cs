using Isnad.Packs;

namespace Isnad.Tests.Packs;

/// <summary>The packs keep the rules of packs/README.md, and the lint sees what breaks them.</summary>
public sealed class LintTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("isnad-lint-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void ThePacksKeepTheRules()
    {
        var faults = PackLint.Run(Repository.Packs).Where(f => !f.IsWarning).ToList();
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults.Take(400))}");
    }

    [Theory]
    [InlineData("name\nb\na\n", "out of order")]
    [InlineData("name\na\na\n", "stands twice")]
    [InlineData("name\na\r\nb\n", "carriage return")]
    [InlineData("name\na\n\nb\n", "the line is empty")]
    [InlineData("name\na", "no line feed")]
    [InlineData("name\na\u202eb\n", "U+202E is a bidi control")]
    [InlineData("name\n\u0627\u0654\n", "not NFC")]
    [InlineData("name\nae\u0301\n", "not NFC")]
    [InlineData("\ufeffname\na\n", "byte order mark")]
    [InlineData("name\na\tb\n", "2 fields, 1 expected")]
    [InlineData("names\na\n", "the columns are names; name are expected")]
    [InlineData("name\na \n", "a blank too many")]
    [InlineData("name\na|\n", "an alternative that is empty")]
    public void SeesAFaultOfForm(string table, string message) => Sees("names/family.tsv", table, message);

    [Theory]
    [InlineData("semantics/labels.tsv", "polarity\tnormal\tform\nangry\t-\ta\n", "'angry' is none of hostile, glorifying")]
    [InlineData("semantics/frames.tsv", "pos\ttype\tmode\troles\tgenitive\tinner\tmeasure\tpreps\tlemma\nverb\tAGREE\tvisit\tt\tS\t-\t-\t-\ta\n", "'visit' is no mode of AGREE")]
    [InlineData("semantics/frames.tsv", "pos\ttype\tmode\troles\tgenitive\tinner\tmeasure\tpreps\tlemma\nverb\tHIT\t-\tt\tS\t-\t-\t-\ta\n", "'HIT' is none of AGREE")]
    [InlineData("semantics/kinds.tsv", "kind\tclass\tmeasure\tlemma\nperson\tking\t-\ta\n", "'king' is no class of person")]
    [InlineData("lexicon/particles.tsv", "pos\tfunction\tform\nconj\tmeanwhile\ta\n", "'meanwhile' is none of")]
    [InlineData("lexicon/nouns.tsv", "class\tgender\thuman\tsound\tbroken\tlemma\nx\tm\th\t-\t-\ta\n", "'x' is no class of nouns")]
    [InlineData("names/other.tsv", "name\na\n", "knows no such table")]
    public void SeesAnUnknownWord(string path, string table, string message) => Sees(path, table, message);

    [Fact]
    public void SeesAMarkThatFoldingDrops()
    {
        Write("ar/fold.tsv", "from\tto\tnote\n064B-0652\t-\tmarks\n");
        Write("ar/names/family.tsv", "name\na\u064eb\n");
        Assert.Contains(PackLint.Run(_folder), f => f.Message.Contains("U+064E is not written in packs", StringComparison.Ordinal) && f.File == "ar/names/family.tsv");
    }

    [Fact]
    public void SeesWhatReferencesMiss()
    {
        Write("ar/fold.tsv", "from\tto\tnote\n00A0\t0020\tblank\n");
        Write("world/countries.tsv", "iso3\tiso2\tplover\tlat\tlon\tname_en\tcapital_en\tcapital_ar\tdemonyms_ar\tnames_ar\nXYZ\tXY\tXYZ\t1\t200\tX\tY\t-\t-\tx\n");
        Write("world/actors.tsv", "id\tkind\trole\tcountry\tplover\tacled\tinteraction\tparent\tyears\tname_en\tlabels_ar\tnames_ar\na\torganisation\tarmy\tABC\t-\t-\t-\tb\t-\tA\t-\tx\n");
        Write("world/agreements.tsv", "id\tparties\tdate\tname_en\tnames_ar\nt\ta|c\t2020-13\tT\tx\n");
        var messages = PackLint.Run(_folder).Select(f => f.Message).ToList();
        Assert.Contains("'ABC': countries.tsv has no such code", messages);
        Assert.Contains("'b': actors.tsv has no such id", messages);
        Assert.Contains("'c': actors.tsv has no such id", messages);
        Assert.Contains(messages, m => m.StartsWith("'2020-13' is no date", StringComparison.Ordinal));
        Assert.Contains("'200' is no number of degrees", messages);
    }

    [Fact]
    public void SeesBrokenEncoding()
    {
        Write("ar/fold.tsv", "from\tto\tnote\n");
        Directory.CreateDirectory(Path.Combine(_folder, "ar", "names"));
        File.WriteAllBytes(Path.Combine(_folder, "ar", "names", "given.tsv"), [(byte)'n', (byte)'\n', 0xe3, 0xe4, (byte)'\n']);
        var fault = Assert.Single(PackLint.Run(_folder));
        Assert.Equal(("ar/names/given.tsv", 2, "the file is not UTF-8"), (fault.File, fault.Line, fault.Message));
    }

    [Fact]
    public void SeesExamplesThatAreWrongOrWanting()
    {
        Write("ar/fold.tsv", "from\tto\tnote\n00A0\t0020\tblank\n");
        Write("ar/grammar/words.tsv", "class\tvalue\tform\nunit\t3\tthree\n");
        Write("ar/grammar/numbers.rules", "yield number number\n\nrule number.right\n  match {unit}\n  make number $1\n  e.g. three = number 3..3 exact\n  e.g. three = number 4..4 exact\n\nrule other.none\n  match {unit}\n  make number $1\n");
        var faults = PackLint.Run(_folder);
        Assert.Contains(faults, f => f.Line == 7 && f.Message == "the example of number.right gives number 3..3 exact | three, not number 4..4 exact");
        Assert.Contains(faults, f => f.Message == "the rule other.none has no example (e.g.)");
        Assert.Equal(2, faults.Count);
    }

    private void Sees(string path, string table, string message)
    {
        Write("ar/fold.tsv", "from\tto\tnote\n00A0\t0020\tblank\n");
        Write("ar/" + path, table);
        Assert.Contains(PackLint.Run(_folder), f => f.File == "ar/" + path && f.Line > 0 && f.Message.Contains(message, StringComparison.Ordinal));
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new System.Text.UTF8Encoding(false));
    }
}
