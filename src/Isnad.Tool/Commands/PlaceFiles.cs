using Isnad.Packs;
using Isnad.Places;
using Isnad.Tool.Places;

namespace Isnad.Tool.Commands;

/// <summary>What the commands that read and write files of places share.</summary>
internal static class PlaceFiles
{
    private const int ShownRefusals = 20;

    public static PlaceRules RulesFor(LanguagePack pack)
    {
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var country in pack.World.Countries)
        {
            countries[country.Iso3] = country.Iso3;
            countries[country.Iso2] = country.Iso3;
        }
        return new PlaceRules(pack.PlaceKeys, countries);
    }

    /// <summary>The rows of a file, or null after saying what is wrong.</summary>
    public static PlaceSource? Read(string path, PlaceRules rules)
    {
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"isnad: there is no file '{path}'");
            return null;
        }
        try
        {
            return PlaceFile.Read(path, rules);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"isnad: '{path}' cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>Tells how many rows were taken and which were refused.</summary>
    public static void Report(PlaceSource source, bool verbose)
    {
        foreach (var refused in verbose ? source.Refused : source.Refused.Take(ShownRefusals)) Console.Error.WriteLine(refused);
        if (!verbose && source.Refused.Count > ShownRefusals) Console.Error.WriteLine($"and {source.Refused.Count - ShownRefusals} more; --verbose lists all");
        Console.Error.WriteLine($"{source.File}: {source.Rows.Count} places taken, {source.Refused.Count} rows refused{(source.PassedOver > 0 ? $", {source.PassedOver} passed over (features that news does not name)" : "")}");
    }

    public static void Compile(LanguagePack pack, IEnumerable<PlaceRow> rows, string name, string path)
    {
        var builder = new GazetteerBuilder(pack.PlaceKeys, pack.World);
        foreach (var row in rows) builder.Add(row);
        using var file = File.Create(path);
        builder.Write(file, name);
    }

    /// <summary>Writes a file beside its place and moves it there when it is complete; false after saying what is wrong.</summary>
    public static bool Save(string to, Action<string> write)
    {
        var part = to + ".part";
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(to)) is { } folder) Directory.CreateDirectory(folder);
            write(part);
            File.Move(part, to, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"isnad: cannot write '{to}': {e.Message}");
            File.Delete(part);
            return false;
        }
    }
}
