namespace Isnad.Ledger.Exports;

/// <summary>What data sets write of a country.</summary>
internal sealed record Country(string Iso3, string Numeric, string Name, string Region)
{
    private static readonly Lazy<Dictionary<string, Country>> All = new(Load);

    /// <summary>The country of an ISO 3166-1 alpha-3 code; of an unknown one, with nothing but the code.</summary>
    public static Country Of(string? iso3) => iso3 is null ? new Country("", "", "", "") : All.Value.GetValueOrDefault(iso3) ?? new Country(iso3, "", iso3, "");

    private static Dictionary<string, Country> Load()
    {
        using var reader = new StreamReader(typeof(Country).Assembly.GetManifestResourceStream("countries.tsv")!);
        var all = new Dictionary<string, Country>(StringComparer.Ordinal);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Split('\t') is [var iso3, var numeric, var name, var region]) all[iso3] = new Country(iso3, numeric, name, region);
        return all;
    }
}
