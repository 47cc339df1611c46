using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Isnad.Tool.Output;

/// <summary>
/// The words of pages in one language: the program's own, which stand in the code, or those that a pack's <c>interface.tsv</c> gives
/// for them. The tables are parts of the program, so that a page needs no file beside it.
/// </summary>
internal sealed class PageWords
{
    private const string Prefix = "interface/";

    private static readonly Lazy<PageWords[]> Listed = new(ReadAll);

    private readonly Dictionary<string, string> _texts;

    private PageWords(string language, Dictionary<string, string> texts)
    {
        (Language, _texts) = (language, texts);
        RightToLeft = HtmlText.IsRightToLeft(string.Concat(texts.Values));
    }

    /// <summary>The program's own words.</summary>
    public static PageWords Own { get; } =
        new(typeof(PageWords).Assembly.GetCustomAttribute<NeutralResourcesLanguageAttribute>()!.CultureName, []);

    /// <summary>All there are, the program's own last.</summary>
    public static IReadOnlyList<PageWords> All => Listed.Value;

    /// <summary>BCP 47 tag of the language.</summary>
    public string Language { get; }

    /// <summary>Whether pages in the language run from right to left.</summary>
    public bool RightToLeft { get; }

    /// <summary>The own words that have others here.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>What stands for words of the program's own; themselves if nothing does.</summary>
    public string this[string own] => _texts.GetValueOrDefault(own, own);

    /// <summary>The words of a language, by its tag with or without a region; null if there are none.</summary>
    public static PageWords? Of(string tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        var language = end < 0 ? tag : tag[..end];
        return All.FirstOrDefault(w => w.Language.Equals(language, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The words for a page that begins with a report: of its language, else the program's own.</summary>
    /// <param name="report">The first report.</param>
    /// <param name="usual">The language of reports that name none and run in its direction.</param>
    public static PageWords For(Report report, string? usual)
    {
        if (report.Language is { Length: > 0 } language) return Of(language) ?? Own;
        return usual is not null && Of(usual) is { } words && words.RightToLeft == HtmlText.IsRightToLeft(report.Text) ? words : Own;
    }

    /// <summary>Words with something put in for <c>{0}</c>, <c>{1}</c>.</summary>
    public string With(string own, params string[] parts) => string.Format(CultureInfo.InvariantCulture, this[own], parts);

    /// <summary>A number, date or code, which runs from left to right wherever it stands.</summary>
    public string Atom(string text) => RightToLeft ? $"\u2066{text}\u2069" : text;

    private static PageWords[] ReadAll()
    {
        var all = new List<PageWords>();
        var assembly = typeof(PageWords).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var line in reader.ReadToEnd().Split('\n').Skip(1))
                if (line.Split('\t') is [var key, var text]) texts[key] = text;
            all.Add(new PageWords(name[Prefix.Length..].TrimEnd('/', '\\'), texts));
        }
        return [.. all, Own];
    }
}
