namespace Isnad.Places;

/// <summary>A place that is known, from the packs or a gazetteer.</summary>
internal sealed record Place
{
    /// <summary>Where it is from: <c>geonames:N</c>, <c>isnad:X</c>, or another source's prefix and code.</summary>
    public required string Ref { get; init; }
    /// <summary>A word of <see cref="PlaceClass"/>.</summary>
    public required string Class { get; init; }
    /// <summary>ISO 3166-1 alpha-3 code, or empty.</summary>
    public required string Country { get; init; }
    /// <summary>English name of the first-level division, or empty.</summary>
    public required string Admin1 { get; init; }
    /// <summary>Name of the second-level division, or empty.</summary>
    public string Admin2 { get; init; } = "";
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public int Population { get; init; }
    public required string NameEn { get; init; }
    /// <summary>Its name in the pack's language, or empty.</summary>
    public required string Name { get; init; }
    /// <summary>0 for the packs' own places, 1 for the embedded gazetteer, more for those added to it.</summary>
    public required int Layer { get; init; }
    /// <summary>What a route joins, by English name.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
    /// <summary>Whether it is a seat of government: 1 of a first-level division, 2 of a second-level one, 0 of none.</summary>
    public int Seat { get; init; }

    /// <summary>The key of its name in the pack's language, once it was asked for.</summary>
    public string? Key { get; set; }

    /// <summary>Kilometres to another place; null if either has no coordinates.</summary>
    public double? DistanceTo(Place other) => Lat is { } a && Lon is { } b && other.Lat is { } c && other.Lon is { } d ? Kilometres(a, b, c, d) : null;

    private const double EarthRadius = 6371;

    /// <summary>Great-circle distance, by the haversine formula.</summary>
    public static double Kilometres(double lat1, double lon1, double lat2, double lon2)
    {
        var (a, b) = (double.DegreesToRadians(lat2 - lat1) / 2, double.DegreesToRadians(lon2 - lon1) / 2);
        var h = (Math.Sin(a) * Math.Sin(a)) + (Math.Cos(double.DegreesToRadians(lat1)) * Math.Cos(double.DegreesToRadians(lat2)) * Math.Sin(b) * Math.Sin(b));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
