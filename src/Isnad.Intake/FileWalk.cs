namespace Isnad.Intake;

/// <summary>Files of a folder and of the folders below it, in ordinal order of their paths.</summary>
internal static class FileWalk
{
    private static readonly string[] Endings = [".txt", ".text", ".ndjson", ".jsonl", ".json"];

    /// <summary>Whether a file that a folder holds is taken for reports, by the ending of its name.</summary>
    public static bool IsReport(string path) =>
        Array.Exists(Endings, e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>The files, and an error in place of each folder that cannot be listed. Links to folders are not followed.</summary>
    public static IEnumerable<(string Path, string? Fault)> Below(string folder, Func<string, FileSystemInfo[]>? list = null)
    {
        list ??= static path => new DirectoryInfo(path).GetFileSystemInfos();
        FileSystemInfo[]? entries = null;
        string? fault = null;
        try
        {
            entries = list(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            fault = $"cannot list the folder: {e.Message}";
        }
        if (entries is null)
        {
            yield return (folder, fault);
            yield break;
        }
        Array.Sort(entries, static (a, b) => string.CompareOrdinal(SortName(a), SortName(b)));
        foreach (var entry in entries)
        {
            if (entry.Name.StartsWith('.')) continue;
            var path = Path.Combine(folder, entry.Name);
            if (entry is not DirectoryInfo) yield return (path, null);
            else if (entry.LinkTarget is null)
                foreach (var below in Below(path, list)) yield return below;
        }
    }

    private static string SortName(FileSystemInfo entry) => entry is DirectoryInfo ? entry.Name + "/" : entry.Name;
}
