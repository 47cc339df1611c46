using Isnad.Places;

namespace Isnad.Server.Api;

/// <summary>Places by name, for choosing one.</summary>
internal static class PlaceEndpoints
{
    public static void Map(LedgerRoutes routes)
    {
        var start = routes.App.ServiceProvider.GetRequiredService<DeskStart>();
        // A search keeps buffers and serves one thread at a time.
        var pack = start.Packs.Language(null);
        var search = new PlaceSearch(pack, new PlaceBook(pack, start.Packs.Gazetteers));
        var one = new Lock();
        routes.Get("/api/places", "findPlaces", "Places of a name: those of the packs first, then by inhabitants; without any, those whose names differ by one letter.",
        [
            Parameter.Text("text", "A name in the letters of the packs' language or in ASCII, or a reference (geonames:164816).") with { Required = true },
            Parameter.Whole("limit", "At most so many items.", 1, 200, 20),
        ], (_, ask) =>
        {
            List<Place> places;
            bool near;
            lock (one) (places, near) = search.Find(ask.Text("text")!);
            return Answer.Json(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("items");
                foreach (var place in places.Take(ask.Whole("limit"))) PlaceJson.Write(json, place);
                json.WriteEndArray();
                json.WriteNull("next");
                json.WriteNumber("total", places.Count);
                json.WriteBoolean("near", near);
                json.WriteEndObject();
            });
        });
    }
}
