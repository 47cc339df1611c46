using Isnad.Ledger.Digests;

namespace Isnad.Ledger.Situations;

/// <summary>One claim about how things stand.</summary>
internal sealed record StateItem
{
    /// <summary>Index of the claim in its report.</summary>
    public required int Claim { get; init; }
    /// <summary>Number among the items of one claim.</summary>
    public int Part { get; init; }
    /// <summary>What it answers: who holds a place, or whether something stands in a relation to something.</summary>
    public required string Slot { get; init; }
    /// <summary>The predicate.</summary>
    public required string Predicate { get; init; }
    /// <summary>Key of the subject.</summary>
    public string? Subject { get; init; }
    /// <summary>Name of the subject.</summary>
    public string? SubjectName { get; init; }
    /// <summary>Key of the object.</summary>
    public string? Object { get; init; }
    /// <summary>Name of the object.</summary>
    public string? ObjectName { get; init; }
    /// <summary>Key of who holds it.</summary>
    public string? Holder { get; init; }
    /// <summary>Name of who holds it.</summary>
    public string? HolderName { get; init; }
    /// <summary>Day from which it is said to be so.</summary>
    public required int Day { get; init; }
    /// <summary>Day on which it was known.</summary>
    public required int Known { get; init; }
    /// <summary>Whether it is said to be so, or to be so no longer.</summary>
    public required bool Holds { get; init; }
    /// <summary>Witness.</summary>
    public required string Witness { get; init; }
    /// <summary>Name of who says so.</summary>
    public required string Claimant { get; init; }
    /// <summary>The claim's key.</summary>
    public required string Key { get; init; }
    /// <summary>Least number of the subject, if counted.</summary>
    public double? Low { get; init; }
    /// <summary>Greatest number.</summary>
    public double? High { get; init; }
    /// <summary>Latitude of the place.</summary>
    public double? Lat { get; init; }
    /// <summary>Longitude of the place.</summary>
    public double? Lon { get; init; }
    /// <summary>Country of the place.</summary>
    public string? Country { get; init; }
}

/// <summary>Finds in a digest what it says of how things stand: its states, and the events that change who holds a place.</summary>
internal static class StateItems
{
    /// <summary>The slot of who holds a place.</summary>
    public static string ControlOf(string place) => "controls|" + place;

    /// <summary>The items of a report, in the order of its claims.</summary>
    /// <param name="digest">The report.</param>
    /// <param name="known">Day on which it was known.</param>
    public static IEnumerable<StateItem> Of(Digest digest, int known)
    {
        for (var i = 0; i < digest.Claims.Length; i++)
        {
            var claim = digest.Claims[i];
            if (claim.Stance == "doubts" || claim.Intended || claim.Status is "possible" or "foiled" || claim.Voices.Length == 0) continue;
            var items = claim.Kind switch
            {
                "state" => States(digest, claim, i, known),
                "event" when !claim.Negated && claim.Status is null => Changes(digest, claim, i, known),
                _ => [],
            };
            var part = 0;
            foreach (var item in items) yield return item with { Part = part++ };
        }
    }

    private static IEnumerable<StateItem> States(Digest digest, Told claim, int index, int known)
    {
        if (claim.Subject is not { } subject) yield break;
        var holds = !claim.Negated && claim.Status != "denied";
        // Without a time a state is said to be so on the day of the report.
        var day = claim.Relation is "until" or "before" ? claim.Last ?? known : claim.First ?? known;
        if (claim.Relation is "until" or "before") holds = false;
        foreach (var other in claim.Objects.Length > 0 ? claim.Objects : claim.Places)
        {
            var place = digest.Parties[other];
            var control = claim.What == "controls";
            var item = Item(digest, claim, index, known, place) with
            {
                Slot = control ? ControlOf(place.Key) : $"{claim.What}|{digest.Parties[subject].Key}|{place.Key}",
                Predicate = claim.What!,
                Day = day,
                Holds = holds,
                Subject = digest.Parties[subject].Key,
                SubjectName = digest.Parties[subject].Name,
            };
            yield return control ? item with { Holder = item.Subject, HolderName = item.SubjectName }
                : claim.Holder is { } holder ? item with { Holder = digest.Parties[holder].Key, HolderName = digest.Parties[holder].Name } : item;
        }
    }

    private static IEnumerable<StateItem> Changes(Digest digest, Told claim, int index, int known)
    {
        var takes = claim is { What: "ASSAULT", Mode: "territory" } || (claim is { What: "COERCE", Mode: "seize" } && claim.Targets.Any(t => digest.Parties[t].Kind is "place"));
        var leaves = claim is { What: "RETREAT", Mode: "withdraw" };
        if ((!takes && !leaves) || claim.Agents.Length == 0) yield break;
        var agent = digest.Parties[claim.Agents[0]];
        var places = takes ? claim.Places.Concat(claim.Targets) : claim.From.Length > 0 ? claim.From : claim.Places;
        foreach (var other in places.Distinct())
        {
            var place = digest.Parties[other];
            if (place.Kind != "place" || place.Precision is "country" or "region") continue;
            yield return Item(digest, claim, index, known, place) with
            {
                Slot = ControlOf(place.Key),
                Predicate = "controls",
                Day = claim.Last ?? claim.First ?? known,
                Holds = takes,
                Subject = agent.Key,
                SubjectName = agent.Name,
                Holder = agent.Key,
                HolderName = agent.Name,
            };
        }
    }

    private static StateItem Item(Digest digest, Told claim, int index, int known, Party place)
    {
        var voice = digest.Voices[claim.Voices[0]];
        return new StateItem
        {
            Claim = index,
            Slot = "",
            Predicate = "",
            Object = place.Key,
            ObjectName = place.Name,
            Day = 0,
            Known = known,
            Holds = true,
            Witness = voice.Witness,
            Claimant = voice.Name,
            Key = claim.Key,
            Low = claim.Low,
            High = claim.High,
            Lat = place.Lat,
            Lon = place.Lon,
            Country = place.Country,
        };
    }
}
