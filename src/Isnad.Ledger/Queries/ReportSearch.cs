using Isnad.Ledger.Storage;

namespace Isnad.Ledger.Queries;

/// <summary>A report that holds the words looked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Published">When it was published, as given.</param>
/// <param name="Title">Its title.</param>
/// <param name="Excerpt">The words around the first place where it holds one.</param>
/// <param name="Events">Numbers of the events that it tells.</param>
public sealed record FoundReport(string Id, string? Outlet, string? Published, string? Title, string Excerpt, IReadOnlyList<long> Events);

/// <summary>Finds reports by their words, folded as the reader folds them.</summary>
public static class ReportSearch
{
    private const int Around = 60;

    /// <summary>Reports that hold all the words; between quotation marks, in this order. The best first.</summary>
    public static IReadOnlyList<FoundReport> Find(Store store, string text, int limit = 20, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(text);
        if (SearchWords.Match(store, text) is not { } match) return [];
        var first = store.Names.Fold(text.Replace('"', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return store.Database.Rows("select r.n, r.id, r.outlet, r.published, r.title, r.text from words w join reports r on r.n = w.rowid where words match $0 order by bm25(words, 4.0, 1.0), r.n limit $1 offset $2",
            r => (N: r.GetInt64(0), Id: r.GetString(1), Outlet: r.Text(2), Published: r.Text(3), Title: r.Text(4), Text: r.GetString(5)), match, limit > 0 ? limit : -1, offset)
            .ConvertAll(r => new FoundReport(r.Id, r.Outlet, r.Published, r.Title, Excerpt(store, r.Text, first),
                store.Database.Rows("select distinct event from tellings where report = $0 and event is not null order by event", e => e.GetInt64(0), r.N)));
    }

    /// <summary>Number of reports that hold all the words.</summary>
    public static long Count(Store store, string text)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(text);
        return SearchWords.Match(store, text) is { } match ? store.Database.Number("select count(*) from words where words match $0", match) : 0;
    }

    private static string Excerpt(Store store, string text, string folded)
    {
        var at = 0;
        foreach (var (start, end) in WordsOf(text))
            if (folded.Length > 0 && store.Names.Fold(text[start..end]).Contains(folded, StringComparison.Ordinal)) { at = start; break; }
        var from = Math.Max(0, at - Around);
        var to = Math.Min(text.Length, at + (2 * Around));
        while (from > 0 && !char.IsWhiteSpace(text[from - 1])) from--;
        while (to < text.Length && !char.IsWhiteSpace(text[to])) to++;
        return $"{(from > 0 ? "\u2026" : "")}{text[from..to].ReplaceLineEndings(" ")}{(to < text.Length ? "\u2026" : "")}";
    }

    private static IEnumerable<(int Start, int End)> WordsOf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i])) i++;
            yield return (start, i);
        }
    }
}
