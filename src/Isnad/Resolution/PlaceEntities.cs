using Isnad.Knowledge;
using Isnad.Packs;
using Isnad.Places;
using Isnad.Readings;

namespace Isnad.Resolution;

/// <summary>Makes entities of places that are known, with what contains them.</summary>
internal sealed class PlaceEntities(LanguagePack pack, PlaceBook book, EntityRegister register)
{
    /// <summary>Below this certainty no coordinates are given: the reader's guess is no point.</summary>
    private const int Located = 58;

    /// <summary>A country as a place.</summary>
    public Place Country(int index)
    {
        var known = pack.World.Countries[index];
        return new Place { Ref = "iso:" + known.Iso3, Class = "country", Country = known.Iso3, Admin1 = "", Lat = known.Lat, Lon = known.Lon, NameEn = known.NameEn, Name = known.Name, Layer = 0, Population = 1_000_000 };
    }

    /// <summary>A capital that the packs have only as such; the gazetteer tells where it lies.</summary>
    public Place Capital(int index)
    {
        var known = pack.World.Countries[index];
        var numbers = new List<int>();
        book.Find(book.Keys.Of(known.Capital), false, numbers);
        foreach (var number in numbers)
            if (book.At(number) is { Class: "city" or "town" } place && place.Country == known.Iso3) return place with { NameEn = known.CapitalEn, Name = known.Capital };
        return new Place { Ref = "capital:" + known.Iso3, Class = "city", Country = known.Iso3, Admin1 = "", NameEn = known.CapitalEn, Name = known.Capital, Layer = 0, Seat = 1 };
    }

    /// <summary>A country's name names the place, or the state that acts: one entity a use would double every name, so it is the organisation when it acts and the place when it is one.</summary>
    public EntityDraft OfCountry(int index)
    {
        var known = pack.World.Countries[index];
        return register.Make("country:" + known.Iso3, EntityKind.Place, known.NameEn, e =>
        {
            register.Name(e, known.Name, known.NameEn);
            e.Refs.Add(new("iso:" + known.Iso3, 100));
            (e.Lat, e.Lon, e.Precision, e.Country) = (known.Lat, known.Lon, PlacePrecision.Country, known.Iso3);
            e.Codes = new ActorCodes(known.Plover + " GOV", null, "State Forces");
            e.Head = "country";
        });
    }

    /// <summary>The entity of the place that was chosen for a name.</summary>
    /// <param name="place">The place.</param>
    /// <param name="choice">How sure it is, and what else it may be; null if it is not a name that was resolved.</param>
    /// <param name="asked">The class of place that the text asks for.</param>
    public EntityDraft Of(Place place, PlaceChoice? choice, string asked)
    {
        if (place.Class == "country") return OfCountry(pack.World.CountryOf(place.Country));
        var isDistrict = asked == "district" && PlaceClass.IsSettlement(place.Class);
        return register.Make((isDistrict ? "district:" : "place:") + place.Ref, place.Class == "route" ? EntityKind.Route : EntityKind.Place, place.NameEn, e =>
        {
            register.Name(e, place.Name, place.NameEn);
            var likely = choice?.Likely.ToList() ?? [];
            var certainty = choice?.Certainty ?? 97;
            e.Refs.Add(new(place.Ref, certainty));
            foreach (var other in likely.Skip(1)) e.Refs.Add(new(other.Place.Ref, Math.Max(1, certainty - (likely[0].Score - other.Score) - 1)));
            if (likely.Count < 2 || certainty >= Located) (e.Lat, e.Lon) = (place.Lat, place.Lon);
            if (likely.TrueForAll(c => c.Place.Country == place.Country)) e.Country = EntityRegister.Null(place.Country);
            if (likely.TrueForAll(c => c.Place.Admin1 == place.Admin1)) e.Admin1 = EntityRegister.Null(place.Admin1);
            if (likely.Count < 2) e.Admin2 = EntityRegister.Null(place.Admin2);
            e.Precision = isDistrict ? PlacePrecision.District : Precision(place.Class);
            e.Head = place.Class is "city" or "town" or "village" ? "settlement" : place.Class is "admin1" ? "governorate" : place.Class;
            if (isDistrict) e.Head = "district";
            e.Within = Container(e, place);
        });
    }

    /// <summary>The entity of what was chosen for a name; null if nothing was.</summary>
    public EntityDraft? Known(PlaceChoice? choice, string asked) => choice?.Best is { } place ? Of(place, choice, asked) : null;

    /// <summary>A part of a place that has no entry of its own: its countryside, its north, a quarter. It has no point.</summary>
    public EntityDraft Part(string key, string name, string kind, EntityDraft whole) => register.Make(key, EntityKind.Place, name, e =>
    {
        e.Precision = kind switch { "governorate" => PlacePrecision.Governorate, "district" => PlacePrecision.District, "settlement" or "quarter" => PlacePrecision.Settlement, _ => PlacePrecision.Region };
        (e.Country, e.Admin1, e.Head) = (whole.Country, whole.Admin1, kind);
        // The countryside of a town lies in the town's division, not in the town.
        e.Within = kind is "quarter" or "settlement" || whole.Precision is not PlacePrecision.Settlement ? whole : whole.Within;
    });

    /// <summary>A village that no gazetteer has.</summary>
    public EntityDraft Unlisted(string key, string name) => register.Make(key, EntityKind.Place, name, e => (e.Precision, e.Head) = (PlacePrecision.Unknown, "unlisted"));

    /// <summary>Somewhere near a place. It has no point.</summary>
    public EntityDraft Near(string key, string name, EntityDraft place, string preposition, string? direction, double? km) => register.Make(key, EntityKind.Place, name, e =>
    {
        foreach (var (language, local) in place.Names)
            if (language == pack.Name) register.Name(e, $"{preposition} {local}", "");
        (e.Precision, e.Country, e.Admin1, e.Within, e.Head) = (PlacePrecision.Unknown, place.Country, place.Admin1, place.Precision == PlacePrecision.Settlement ? place.Within : null, "near");
        e.Near = (place, direction, km);
    });

    /// <summary>Somewhere between two places. It has no point.</summary>
    public EntityDraft Between(string name, EntityDraft one, EntityDraft two) => register.Make($"between:{one.Key}:{two.Key}", EntityKind.Place, name, e =>
    {
        (e.Precision, e.Head) = (PlacePrecision.Unknown, "near");
        if (one.Country == two.Country) e.Country = one.Country;
        if (one.Admin1 == two.Admin1) (e.Admin1, e.Within) = (one.Admin1, one.Within == two.Within ? one.Within : null);
        e.Between.AddRange([one, two]);
    });

    /// <summary>The smallest thing on record that contains a place: its division, else its country.</summary>
    public EntityDraft? Container(EntityDraft entity, Place place)
    {
        if (entity.Country is null) return null;
        if (place.Class is not ("admin1" or "region" or "sea" or "strait" or "river" or "route") && entity.Admin1 is not null)
            return book.Division(place.Country, place.Admin1) is { } division ? Of(division, null, "") : Division(place);
        return pack.World.CountryOf(entity.Country) is >= 0 and var index ? OfCountry(index) : null;
    }

    /// <summary>A division of which no more than the name is known.</summary>
    private EntityDraft Division(Place place) => register.Make($"division:{place.Country}:{place.Admin1}", EntityKind.Place, place.Admin1, e =>
    {
        register.Name(e, "", place.Admin1);
        (e.Country, e.Admin1, e.Precision, e.Head) = (place.Country, place.Admin1, PlacePrecision.Governorate, "governorate");
        e.Within = pack.World.CountryOf(place.Country) is >= 0 and var index ? OfCountry(index) : null;
    });

    private static PlacePrecision Precision(string kind) => kind switch
    {
        "country" => PlacePrecision.Country,
        "admin1" => PlacePrecision.Governorate,
        "admin2" or "admin3" => PlacePrecision.District,
        "city" or "town" or "village" or "quarter" or "ruin" => PlacePrecision.Settlement,
        "camp" or "airport" or "dam" or "crossing" or "base" or "facility" => PlacePrecision.Point,
        _ => PlacePrecision.Region,
    };
}
