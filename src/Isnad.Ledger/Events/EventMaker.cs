using Isnad.Ledger.Digests;
using Isnad.Ledger.Merging;

namespace Isnad.Ledger.Events;

/// <summary>Makes an event of the tellings that were taken for one happening.</summary>
internal static class EventMaker
{
    private static readonly string[] Standing = ["happened", "ongoing", "foiled", "possible", "planned", "sought", "threatened", "denied"];

    /// <summary>Places within places within ...: a handful at most; a circle would be a fault of the reading.</summary>
    private const int MostContainers = 8;

    /// <summary>The event of a set of tellings; the same for the same set.</summary>
    /// <param name="tellings">The tellings with the digests of their reports.</param>
    /// <param name="judged">A person's word on it, if there is one.</param>
    public static LedgerEvent Make(IReadOnlyList<(Telling Telling, Digest Digest)> tellings, string? judged = null)
    {
        var ordered = tellings.OrderBy(t => t.Digest.Moment).ThenBy(t => t.Telling.Id, StringComparer.Ordinal).ToArray();
        var witnesses = new WitnessCount(ordered);
        var claims = Claims(ordered, witnesses).ToArray();
        var affirming = Array.FindAll(claims, c => c.Told.Affirms);
        var telling = affirming.Length > 0 ? affirming : claims;
        var tolls = TollMaker.Make(Figures(ordered, witnesses));
        var agents = Parties(claims, c => c.Told.Agents);
        var targets = Parties(claims, c => c.Told.Targets);
        var vouching = WitnessesOf(affirming);
        var (grade, reason) = Grading.Grade(claims, vouching.Count);
        var (first, last, precision) = When(ordered);
        var (type, mode) = (Most(telling.Select(c => c.Told.What)), Most(telling.Select(c => c.Told.Mode)));
        var acled = Acled(telling, type, mode);
        return new LedgerEvent
        {
            Family = ordered[0].Telling.Family,
            Type = type,
            Mode = mode,
            AcledType = acled?.AcledType,
            AcledSubType = acled?.AcledSubType,
            Status = Array.Find(Standing, s => telling.Any(c => (c.Told.Status ?? (c.Told.Negated ? "denied" : "happened")) == s)) ?? "happened",
            First = first,
            Last = last,
            Precision = precision,
            Place = Where(ordered),
            Agents = agents,
            Targets = targets,
            Tolls = tolls,
            Witnesses = vouching,
            Reports = ordered.Select(t => t.Digest.Report).Distinct().Count(),
            Outlets = ordered.Select(t => t.Digest.Voices[0].Witness).Distinct().Count(),
            Grade = grade,
            GradeReason = reason,
            Disputes = Grading.Disputes(ordered, claims, tolls),
            Judged = judged,
            Passing = ordered.All(t => t.Telling.Passing),
            Known = ordered.Min(t => t.Digest.Published ?? 0),
            Tellings = [.. ordered.Select(t => TellingOf(t.Telling, t.Digest, witnesses))],
        };
    }

    private static IEnumerable<EventVoice> Claims((Telling Telling, Digest Digest)[] tellings, WitnessCount witnesses)
    {
        foreach (var (telling, digest) in tellings)
            foreach (var i in telling.Claims)
                if (digest.Claims[i] is { Kind: "event" } claim)
                    foreach (var voice in WitnessCount.VoicesOf(telling, digest, claim))
                        yield return new EventVoice(digest, claim, voice, witnesses.Of(digest, voice));
    }

    private static IEnumerable<Counted> Figures((Telling Telling, Digest Digest)[] tellings, WitnessCount witnesses)
    {
        foreach (var (telling, digest) in tellings)
            foreach (var i in telling.Claims)
                if (digest.Claims[i] is { Kind: "figure" } claim)
                    foreach (var voice in claim.Voices)
                        yield return new Counted(digest, i, witnesses.Of(digest, digest.Voices[voice]), digest.Voices[voice].Name);
    }

    private static List<EventWitness> WitnessesOf(EventVoice[] claims) =>
    [
        .. claims.GroupBy(c => c.Witness).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w =>
        {
            var own = w.FirstOrDefault(c => c.Voice.Witness == w.Key) ?? w.First();
            return new EventWitness(w.Key, own.Voice.Name, own.Voice.Kind, [.. w.Select(c => WitnessCount.ChainOf(c.Digest, c.Voice)).Distinct().Order(StringComparer.Ordinal)]);
        }),
    ];

    private static List<EventParty> Parties(EventVoice[] claims, Func<EventVoice, int[]> of)
    {
        var named = claims.SelectMany(c => of(c).Select(i => (Party: c.Digest.Parties[i], Claim: c)));
        return
        [
            .. named.GroupBy(n => n.Party.Key).OrderByDescending(g => g.Select(n => n.Claim.Digest.Report).Distinct().Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            {
                var party = g.OrderBy(n => n.Party.Name, StringComparer.Ordinal).First().Party;
                return new EventParty(g.Key, party.Name, party.Kind, party.Class, party.Acled, party.Interaction, party.Plover, party.Side,
                    [.. g.Where(n => n.Claim.Told.Affirms).Select(n => n.Claim.Witness).Distinct().Order(StringComparer.Ordinal)], g.Any(n => n.Claim.Denies));
            }),
        ];
    }

    private static string? Most(IEnumerable<string?> values) =>
        values.OfType<string>().GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    /// <summary>A claim with the ACLED code of the event. What tells less exactly what it was ("an attack") has no say where others tell it.</summary>
    private static Told? Acled(EventVoice[] telling, string? type, string? mode)
    {
        var coded = Array.FindAll(Array.ConvertAll(telling, c => c.Told), t => t.AcledSubType is not null);
        var exact = Array.FindAll(coded, t => t.What == type && t.Mode == mode);
        if (exact.Length > 0) coded = exact;
        var most = Most(coded.Select(t => t.AcledSubType));
        return Array.Find(coded, t => t.AcledSubType == most);
    }

    private static (int? First, int? Last, string? Precision) When((Telling Telling, Digest Digest)[] tellings)
    {
        var timed = tellings.Select(t => t.Telling).Where(t => t.Timing != Timing.None).ToArray();
        if (timed.Length == 0) return (null, null, null);
        var exact = timed.Where(t => t.Timing == Timing.Definite).ToArray();
        if (exact.Length > 0)
        {
            var told = exact.GroupBy(t => (t.First, t.Last)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Last - g.Key.First).ThenBy(g => g.Key.First).First().Key;
            return (told.First, told.Last, "day");
        }
        var soft = timed.Where(t => t.Timing == Timing.Soft).ToArray();
        // News of several days is of the days that all of it can be of.
        if (soft.Length > 0) return (soft.Max(t => t.First) is var f && soft.Min(t => t.Last) is var l && f <= l ? f : l, l, "news");
        var vague = timed.OrderBy(t => t.Last - t.First).ThenBy(t => t.First).First();
        return (vague.First, vague.Last, (vague.Last - vague.First) switch { <= 7 => "week", <= 31 => "month", _ => "year" });
    }

    private static EventPlace? Where((Telling Telling, Digest Digest)[] tellings)
    {
        var places = tellings.SelectMany(t => t.Telling.Places.Where(p => !p.IsFine || t.Telling.Places.Length == 1 || p.Precision is not null).Select(p => (Spot: p, t.Digest))).ToArray();
        if (places.Length == 0) return null;
        // The finest place that most reports name; a building counts as its town's, when the town is told too.
        var best = places.GroupBy(p => p.Spot.Key).OrderByDescending(g => Fineness(g.First().Spot)).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        var (spot, digest) = best.OrderBy(p => p.Digest.Report, StringComparer.Ordinal).First();
        var party = Array.Find(digest.Parties, p => p.Key == spot.Key)!;
        var containers = Containers(digest, party);
        var around = containers.Find(p => p.Lat is not null) ?? containers[^1];
        var governorate = containers.Find(p => p is { Kind: "place", Precision: "governorate" })?.Name;
        var district = containers.FindLast(p => p is { Kind: "place", Precision: "district" })?.Name;
        return new EventPlace(spot.Key, party.Name, party.Local, party.Precision ?? (party.Kind == "place" ? null : party.Kind), around.Lat, around.Lon,
            party.Country ?? around.Country, party.Admin1 ?? around.Admin1 ?? governorate, district);
    }

    /// <summary>A place and what contains it, from within outwards.</summary>
    private static List<Party> Containers(Digest digest, Party place)
    {
        var containers = new List<Party> { place };
        while (containers[^1].Within is { } within && containers.Count <= MostContainers) containers.Add(digest.Parties[within]);
        return containers;
    }

    private static int Fineness(Spot spot) => spot.Precision switch
    {
        "settlement" or "point" => 4,
        null => 3,
        "unknown" => 3,
        "district" => 2,
        "governorate" => 1,
        _ => 0,
    };

    private static EventTelling TellingOf(Telling telling, Digest digest, WitnessCount witnesses) =>
        new(telling.Report, digest.Report, digest.Outlet, digest.Published,
        [
            .. telling.Claims.Select(i => digest.Claims[i]).Select(c => new EventClaimWords(c.Key, c.Id, c.Kind, c.Words, c.Negated ? "negated" : c.Status ?? "happened",
                c.Voices.Length > 0 ? witnesses.Of(digest, digest.Voices[c.Voices[0]]) : "", c.Voices.Length > 0 ? WitnessCount.ChainOf(digest, digest.Voices[c.Voices[0]]) : "",
                [.. c.Voices.Select(v => digest.Voices[v]).Select(v => new EventChain(witnesses.Of(digest, v), WitnessCount.StepsOf(digest, v)))])),
        ], witnesses.CopyOf(digest.Report), []);
}

/// <summary>A claim of an event as one of its speakers makes it.</summary>
internal sealed record EventVoice(Digest Digest, Told Told, Voice Voice, string Witness)
{
    /// <summary>Whether the speaker says that it did not happen.</summary>
    public bool Denies => Told.Negated || Told.Status == "denied";
}
