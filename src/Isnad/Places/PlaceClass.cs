namespace Isnad.Places;

/// <summary>What kind of place: the words of <c>places.tsv</c>, and how GeoNames' feature codes map to them.</summary>
internal static class PlaceClass
{
    private const int CityFrom = 100_000;
    private const int TownFrom = 10_000;

    private static readonly string[] All =
    [
        "village", "town", "city", "quarter", "admin1", "admin2", "airport", "base", "camp", "crossing", "dam", "facility",
        "island", "lake", "mountain", "region", "river", "route", "sea", "strait", "ruin",
    ];

    private static readonly Dictionary<string, string> Features = new(StringComparer.Ordinal)
    {
        ["ADM1"] = "admin1",
        ["ADM2"] = "admin2",
        ["ADM3"] = "admin2",
        ["ADM4"] = "admin2",
        ["ADMD"] = "region",
        ["RGN"] = "region",
        ["AREA"] = "region",
        ["PPLX"] = "quarter",
        ["PPLQ"] = "ruin",
        ["PPLH"] = "ruin",
        ["PPLW"] = "ruin",
        ["AIRP"] = "airport",
        ["AIRF"] = "airport",
        ["AIRB"] = "base",
        ["MILB"] = "base",
        ["INSM"] = "base",
        ["RFGC"] = "camp",
        ["CMPRF"] = "camp",
        ["CMP"] = "camp",
        ["DAM"] = "dam",
        ["ISL"] = "island",
        ["ISLS"] = "island",
        ["LK"] = "lake",
        ["LKS"] = "lake",
        ["MT"] = "mountain",
        ["MTS"] = "mountain",
        ["HLL"] = "mountain",
        ["PK"] = "mountain",
        ["STM"] = "river",
        ["WAD"] = "river",
        ["STRT"] = "strait",
        ["SEA"] = "sea",
        ["GULF"] = "sea",
        ["RD"] = "route",
        ["PSTB"] = "crossing",
        ["GATE"] = "crossing",
        ["BDG"] = "facility",
        ["HSP"] = "facility",
        ["OILF"] = "facility",
        ["OILR"] = "facility",
        ["PRN"] = "facility",
        ["PRT"] = "facility",
        ["STLMT"] = "village",
    };

    /// <summary>The class of a feature code; null for features that news does not name.</summary>
    public static string? Of(string feature, int population) =>
        Features.TryGetValue(feature, out var known) ? known
        : !feature.StartsWith("PPL", StringComparison.Ordinal) ? null
        : population >= CityFrom || feature is "PPLC" or "PPLA" ? "city"
        : population >= TownFrom || feature is "PPLA2" ? "town" : "village";

    public static byte Code(string name) => (byte)Array.IndexOf(All, name);

    public static string Name(byte code) => All[code];

    /// <summary>Whether people live there.</summary>
    public static bool IsSettlement(string name) => name is "city" or "town" or "village" or "quarter" or "ruin";
}
