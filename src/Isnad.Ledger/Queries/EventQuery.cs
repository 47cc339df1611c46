namespace Isnad.Ledger.Queries;

/// <summary>What to look for among events. Everything that is given must hold.</summary>
public sealed record EventQuery
{
    /// <summary>First day on which it may have ended.</summary>
    public DateOnly? From { get; init; }
    /// <summary>Last day on which it may have begun.</summary>
    public DateOnly? To { get; init; }
    /// <summary>Names, keys or ISO 3166 codes of places: at one of them, or within.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
    /// <summary>A circle: latitude, longitude, kilometres.</summary>
    public (double Lat, double Lon, double Km)? Near { get; init; }
    /// <summary>A box: south, west, north, east.</summary>
    public (double South, double West, double North, double East)? Box { get; init; }
    /// <summary>Names or keys of actors, on either side.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];
    /// <summary>PLOVER types or modes.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
    /// <summary>Statuses.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];
    /// <summary>Grades, also a person's (<c>confirmed</c>, <c>discounted</c>).</summary>
    public IReadOnlyList<string> Grades { get; init; } = [];
    /// <summary>Something disputed.</summary>
    public string? Disputed { get; init; }
    /// <summary>An outlet of a report of it.</summary>
    public string? Outlet { get; init; }
    /// <summary>Words in a report of it.</summary>
    public string? Text { get; init; }
    /// <summary>At least so many independent witnesses.</summary>
    public int Witnesses { get; init; }
    /// <summary>Only what was known by a day.</summary>
    public DateOnly? KnownBy { get; init; }
    /// <summary>Whether events that are only told in passing are left out.</summary>
    public bool NewsOnly { get; init; }
    /// <summary>At most so many; 0 for all.</summary>
    public int Limit { get; init; }
    /// <summary>So many are passed over.</summary>
    public int Offset { get; init; }
    /// <summary>Only what comes after an event in the order of the list: its first day (day number) and its number.</summary>
    public (int? First, long Number)? After { get; init; }
}

/// <summary>An event in a list.</summary>
public sealed record EventRow
{
    /// <summary>Number; it is shown as <c>E12</c>.</summary>
    public required long Number { get; init; }
    /// <summary>Kind of happening.</summary>
    public required string Family { get; init; }
    /// <summary>PLOVER type.</summary>
    public string? Type { get; init; }
    /// <summary>PLOVER mode.</summary>
    public string? Mode { get; init; }
    /// <summary>Status.</summary>
    public required string Status { get; init; }
    /// <summary>First day, ISO 8601.</summary>
    public string? First { get; init; }
    /// <summary>Last day.</summary>
    public string? Last { get; init; }
    /// <summary>Precision of the time.</summary>
    public string? Precision { get; init; }
    /// <summary>Place.</summary>
    public string? Place { get; init; }
    /// <summary>Place in the reports' language.</summary>
    public string? PlaceLocal { get; init; }
    /// <summary>Precision of the place.</summary>
    public string? PlacePrecision { get; init; }
    /// <summary>Latitude.</summary>
    public double? Lat { get; init; }
    /// <summary>Longitude.</summary>
    public double? Lon { get; init; }
    /// <summary>Country, ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }
    /// <summary>First-level division.</summary>
    public string? Admin1 { get; init; }
    /// <summary>Who did it.</summary>
    public string? Agents { get; init; }
    /// <summary>To whom.</summary>
    public string? Targets { get; init; }
    /// <summary>Least number of killed that claimants now give.</summary>
    public double? KilledLow { get; init; }
    /// <summary>Greatest.</summary>
    public double? KilledHigh { get; init; }
    /// <summary>Least number of wounded.</summary>
    public double? WoundedLow { get; init; }
    /// <summary>Greatest.</summary>
    public double? WoundedHigh { get; init; }
    /// <summary>Reports.</summary>
    public int Reports { get; init; }
    /// <summary>Outlets.</summary>
    public int Outlets { get; init; }
    /// <summary>Independent witnesses.</summary>
    public int Witnesses { get; init; }
    /// <summary>Grade proposed.</summary>
    public required string Grade { get; init; }
    /// <summary>What is disputed, parted by blanks.</summary>
    public required string Disputes { get; init; }
    /// <summary>A person's word.</summary>
    public string? Judged { get; init; }
    /// <summary>Whether it is only told in passing.</summary>
    public bool Passing { get; init; }
}
