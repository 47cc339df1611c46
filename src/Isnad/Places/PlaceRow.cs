namespace Isnad.Places;

/// <summary>What a row of a source tells of a place.</summary>
internal sealed record PlaceRow
{
    /// <summary>Where it is from: <c>geonames:N</c>, or another source's prefix and code.</summary>
    public required string Ref { get; init; }
    /// <summary>GeoNames feature code: <c>PPL</c>, <c>PPLA2</c>, <c>ADM1</c> ...</summary>
    public required string Feature { get; init; }
    /// <summary>ISO 3166-1 alpha-3 code, or empty.</summary>
    public required string Country { get; init; }
    /// <summary>Code of the first-level division inside the country, or empty.</summary>
    public string Admin1 { get; init; } = "";
    /// <summary>Code of the second-level division inside the first, or empty.</summary>
    public string Admin2 { get; init; } = "";
    /// <summary>Degrees, WGS 84.</summary>
    public required double Lat { get; init; }
    /// <summary>Degrees, WGS 84.</summary>
    public required double Lon { get; init; }
    /// <summary>Inhabitants, 0 if unknown.</summary>
    public int Population { get; init; }
    /// <summary>Its name in Latin letters.</summary>
    public required string Name { get; init; }
    /// <summary>Its names in the language of the pack, the usual one first.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
