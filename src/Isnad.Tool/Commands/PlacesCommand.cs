using System.CommandLine;

namespace Isnad.Tool.Commands;

/// <summary><c>isnad places</c>: the gazetteers.</summary>
internal static class PlacesCommand
{
    public static Command Create(Option<string?> packs, Option<string?> data) =>
        new("places", "Look places up, add more, and build the gazetteer.") { PlacesFind.Create(packs, data), PlacesAdd.Create(packs, data), PlacesStats.Create(packs, data), PlacesBuild.Create(packs) };
}
