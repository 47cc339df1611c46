namespace Isnad.Places;

/// <summary>What speaks for a word being the name of a place, and what against it, in points.</summary>
internal sealed class PlaceEvidence
{
    /// <summary>So many points are needed.</summary>
    public const int Enough = 50;

    /// <summary>Points against words of the language: words for kinds of places, those of the reader's own vocabulary, of the lexicon, adjectives that stand alone, those of doubtful analysis.</summary>
    public const int Generic = 100, Known = 45, Ordinary = 35, Bare = 15, Rare = 5;

    private const int Chosen = 25, Headed = 60, Sited = 30, Tagged = 40, Governed = 30, Listed = 30, ByParent = 45, ByCountry = 25, ByOtherCountry = 25, Unknown = 15, Personal = 35, AfterGivenName = 45, Amiss = 90;
    private const double NearParent = 60;

    /// <summary>Class of place that the word before it tells ("the town of"), or empty.</summary>
    public required string Head { get; init; }
    /// <summary>Whether a word for a building or site stands before it ("the port of").</summary>
    public required bool IsSited { get; init; }
    /// <summary>Whether it is a hashtag.</summary>
    public required bool IsTagged { get; init; }
    /// <summary>Whether a preposition of place governs it.</summary>
    public required bool IsGoverned { get; init; }
    /// <summary>Whether it goes on a list of places.</summary>
    public required bool IsListed { get; init; }
    /// <summary>How many words it has.</summary>
    public required int Words { get; init; }
    /// <summary>Points for its being a word of the language.</summary>
    public required int Common { get; init; }
    /// <summary>Whether it is a person's name, too.</summary>
    public required bool IsPersonal { get; init; }
    /// <summary>Whether a given name stands before it.</summary>
    public required bool FollowsGivenName { get; init; }
    /// <summary>Whether one letter differs from the place's name.</summary>
    public required bool IsNear { get; init; }
    /// <summary>The countries that the report is about.</summary>
    public required ReportCountries Countries { get; init; }
    /// <summary>Places named right after it.</summary>
    public required List<Place> Around { get; init; }

    /// <summary>The points for a place of that name.</summary>
    public int Score(Place place)
    {
        // "The north of the town" is no place called Town.
        if (Common == Generic && Head is "" or "region") return 0;
        var score = -Common;
        if (Head.Length > 0) score += Fits(Head, place) ? Headed : Headed / 2;
        else if (IsTagged) score += Tagged;
        else if (IsSited) score += Sited;
        else if (IsListed) score += Listed;
        else if (IsGoverned) score += Governed;
        if (Common == 0) score += Unknown;
        if (place.Layer == 0) score += Head.Length > 0 ? Chosen + 15 : Chosen;
        if (Head.Length > 0 && Common == Generic) score += Generic - Known;
        if (Words > 1) score += Words > 2 ? 20 : 10;
        if (Head.Length == 0 && !IsTagged) score -= (IsPersonal ? Personal : 0) + (FollowsGivenName ? AfterGivenName : 0);
        else if (IsPersonal) score -= Personal / 3;
        var inParent = Around.Exists(p => p.Class != "country" && IsIn(place, p));
        if (inParent) score += ByParent;
        else if (Around.Exists(p => p.Country == place.Country)) score += ByParent / 3;
        if (Countries[place.Country] > 0) score += ByCountry;
        else if (Countries.Any && !(Head.Length > 0 && place.Layer == 0)) score -= ByOtherCountry;
        score += place.Population switch { >= 1_000_000 => 40, >= 100_000 => 25, >= 15_000 => 15, >= 5_000 => 5, _ => 0 };
        if (place.Class == "ruin") score -= 15;
        // A letter amiss needs the parent.
        if (IsNear) score -= inParent ? Amiss / 6 : Amiss;
        return score;
    }

    private static bool Fits(string head, Place place) => head switch
    {
        "settlement" or "quarter" => PlaceClass.IsSettlement(place.Class),
        "governorate" or "district" or "region" => place.Class is "admin1" or "admin2" or "region" || place.Seat > 0,
        _ => !PlaceClass.IsSettlement(place.Class),
    };

    /// <summary>Whether a place lies in another, or close to it.</summary>
    private static bool IsIn(Place place, Place other) =>
        place.Country == other.Country
        && (other.Class == "country" || other.Admin1.Length == 0 && other.Lat is null || (place.Admin1.Length > 0 && place.Admin1 == other.Admin1) || place.DistanceTo(other) < NearParent);
}
