using System.Globalization;

namespace Isnad.Ledger.Storage;

/// <summary>Brings a file to this program's version of the tables. Scripts are only ever added: <c>migration-N.sql</c> leads from version N - 1 to N.</summary>
internal static class Migrations
{
    /// <summary>Marks a file as a ledger ("Isnd").</summary>
    private const int Application = 0x49736e64;

    /// <summary>The version that this program writes.</summary>
    public const int Latest = 4;

    /// <summary>Does what is missing, each script as a whole or not at all. Returns the version that the file had; 0 of a new one.</summary>
    /// <exception cref="InvalidDataException">The file is none of a ledger, or of a newer program.</exception>
    public static int Run(Database database, string path)
    {
        var application = database.Number("pragma application_id");
        var version = (int)database.Number("pragma user_version");
        if (application != Application && (application != 0 || version != 0 || database.Number("select count(*) from sqlite_master") > 0))
            throw new InvalidDataException($"'{path}' is a database, but no ledger; name another folder with --data");
        if (version > Latest) throw new InvalidDataException($"'{path}' was written by a newer program (its tables are of version {version}, this program knows {Latest}); use that program");
        var found = version;
        while (version < Latest)
        {
            version++;
            var script = Script(version);
            database.Transact(() =>
            {
                // Another process may have done it meanwhile.
                if (database.Number("pragma user_version") >= version) return;
                database.Run(script);
                database.Run(string.Create(CultureInfo.InvariantCulture, $"pragma application_id = {Application}; pragma user_version = {version}"));
            });
        }
        return found;
    }

    private static string Script(int version)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"migration-{version}.sql");
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the program lacks {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
