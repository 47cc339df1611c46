using Isnad.Places;

namespace Isnad.Resolution;

/// <summary>Weighs the places that a name may mean by what the whole report tells, in points.</summary>
internal sealed class PlaceScorer(ReportCountries countries)
{
    private const int MostAnchors = 24;

    /// <summary>Farther than this in kilometres nothing is near.</summary>
    private const double Farthest = 250;

    /// <summary>Less than a degree of latitude measures anywhere.</summary>
    private const double KilometresPerDegree = 110;

    /// <summary>Places that are certain, in text order.</summary>
    private readonly List<Place> _anchors = [];

    public void AddAnchor(Place place)
    {
        if (_anchors.Count < MostAnchors && place.Lat is not null && !_anchors.Exists(a => a.Ref == place.Ref)) _anchors.Add(place);
    }

    /// <summary>Gives a candidate its points.</summary>
    /// <param name="candidate">What the name may mean.</param>
    /// <param name="use">Where the name stands.</param>
    /// <param name="other">What the place beside it was resolved to, if it was.</param>
    /// <param name="nationality">Country of an adjective that qualifies it ("the Libyan city of"), or empty.</param>
    public void Weigh(PlaceCandidate candidate, PlaceUse use, Place? other, string nationality)
    {
        var place = candidate.Place;
        candidate.Add("source", place.Layer switch { 0 => 15, 1 => 10, _ => 0 });
        candidate.Add(use.Asked.Length > 0 ? "the class asked for" : "class", Class(use.Asked, place));
        if (nationality.Length > 0) candidate.Add("its nationality", place.Country == nationality ? 40 : -40);
        if (other is not null) candidate.Add("what stands beside it", Nearness(place, other, use.Beside));
        candidate.Add("country of the report", Math.Min(25, countries[place.Country]));
        if (countries.Any && countries[place.Country] == 0) candidate.Add("other country", -15);
        candidate.Add("near others", Anchors(place));
        candidate.Add("inhabitants", place.Population switch { >= 1_000_000 => 14, >= 100_000 => 10, >= 20_000 => 7, >= 5_000 => 4, >= 1_000 => 2, _ => 0 });
        candidate.Add("seat", place.Seat switch { 1 => 6, 2 => 3, _ => 0 });
    }

    private static int Class(string asked, Place place) => asked switch
    {
        "settlement" => place.Class is "city" or "town" or "village" ? 20 : place.Class is "quarter" or "ruin" or "camp" ? 0 : -30,
        "governorate" => place.Class == "admin1" ? 45 : place.Class is "admin2" or "region" ? 10 : -5,
        "district" => place.Class == "admin2" ? 45 : place.Class is "admin1" or "region" ? 15 : place.Seat > 0 ? 10 : 0,
        "quarter" => place.Class == "quarter" ? 40 : -10,
        "country" => place.Class == "country" ? 40 : -20,
        "region" => place.Class is "region" ? 10 : place.Seat > 0 ? 8 : 0,
        "camp" => place.Class == "camp" ? 30 : -5,
        "crossing" => place.Class == "crossing" ? 30 : 0,
        "natural" or "route" => PlaceClass.IsSettlement(place.Class) ? 0 : 15,
        _ => place.Class switch { "country" => 25, "city" => 6, "quarter" => -8, "ruin" => -15, "admin1" => 2, _ => 0 },
    };

    /// <summary>How well a place goes with the one beside it.</summary>
    private static int Nearness(Place place, Place other, Beside beside)
    {
        if (place.Ref == other.Ref) return -60;
        if (other.Country.Length > 0 && place.Country != other.Country) return beside == Beside.Near && place.DistanceTo(other) < 60 ? 10 : -40;
        if (other.Class == "country") return 20;
        if (other.Class == "admin1") return place.Admin1.Length > 0 && place.Admin1 == other.Admin1 ? 45 : place.Admin1.Length == 0 ? 0 : -25;
        if (place.DistanceTo(other) is { } km) return km < 20 ? 45 : km < 40 ? 30 : km < 80 ? 12 : km < 150 ? 0 : -25;
        return place.Admin1.Length > 0 && place.Admin1 == other.Admin1 ? 35 : 0;
    }

    private int Anchors(Place place)
    {
        if (place.Lat is not { } latitude) return 0;
        var nearest = Farthest;
        foreach (var anchor in _anchors)
        {
            // What lies too far north or south needs no measuring.
            if (Math.Abs(anchor.Lat!.Value - latitude) * KilometresPerDegree >= nearest || anchor.Ref == place.Ref) continue;
            if (place.DistanceTo(anchor) is { } km) nearest = Math.Min(nearest, km);
        }
        return nearest switch { < 15 => 16, < 40 => 12, < 100 => 7, < Farthest => 3, _ => 0 };
    }
}
