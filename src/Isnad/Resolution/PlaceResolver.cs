using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Packs;
using Isnad.Readings;

namespace Isnad.Resolution;

/// <summary>Resolves names of places to entities.</summary>
internal sealed class PlaceResolver(LanguagePack pack, EntityRegister register)
{
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

    public EntityDraft OfCapital(int index)
    {
        var known = pack.World.Countries[index];
        return register.Make("capital:" + known.Iso3, EntityKind.Place, known.CapitalEn, e =>
        {
            register.Name(e, known.Capital, known.CapitalEn);
            e.Refs.Add(new("capital:" + known.Iso3, 90));
            (e.Precision, e.Country, e.Head) = (PlacePrecision.Settlement, known.Iso3, "settlement");
        });
    }

    public EntityDraft OfPlace(NameMention name, int index)
    {
        var known = pack.World.Places[index];
        return register.Make("place:" + known.Id, known.Class == "route" ? EntityKind.Route : EntityKind.Place, known.NameEn, e =>
        {
            register.Name(e, known.Name, known.NameEn);
            var others = name.Entries.Where(x => x.Kind == NameKind.Place).ToList();
            e.Refs.Add(new(known.Id, others.Count > 1 ? 70 : 90));
            foreach (var other in others.Skip(1).Take(2)) e.Refs.Add(new(pack.World.Places[other.Index].Id, 40));
            e.Place = known;
            (e.Lat, e.Lon, e.Country) = (known.Lat, known.Lon, EntityRegister.Null(known.Country));
            e.Precision = known.Class switch
            {
                "country" => PlacePrecision.Country,
                "admin1" => PlacePrecision.Governorate,
                "admin2" => PlacePrecision.District,
                "city" or "town" or "village" or "quarter" => PlacePrecision.Settlement,
                "camp" or "airport" or "dam" or "crossing" or "base" or "facility" => PlacePrecision.Point,
                _ => PlacePrecision.Region,
            };
            e.Head = known.Class is "city" or "town" or "village" ? "settlement" : known.Class is "admin1" ? "governorate" : known.Class;
        });
    }
}
