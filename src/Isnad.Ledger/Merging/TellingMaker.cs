using Isnad.Ledger.Digests;

namespace Isnad.Ledger.Merging;

/// <summary>Takes the digest of a report apart into tellings: one for each happening that it tells.</summary>
internal static class TellingMaker
{
    /// <summary>A definite time is at most a night: two days.</summary>
    private const int Definite = 1;

    /// <summary>The tellings of a report.</summary>
    /// <param name="digest">What the report claims.</param>
    /// <param name="report">Row of the report version.</param>
    /// <param name="part">For a claim's key, which part of its telling it belongs to; people may have split one.</param>
    public static List<Telling> Make(Digest digest, long report, Func<string, int>? part = null)
    {
        var groups = new SortedDictionary<(int First, int Part), List<int>>();
        var firsts = new Dictionary<(string, bool), int>();
        for (var i = 0; i < digest.Claims.Length; i++)
        {
            var claim = digest.Claims[i];
            if (claim.Kind != "event") continue;
            // What is planned and what has happened are two happenings, even if the reading ties them.
            var owner = (claim.Happening ?? claim.Id, claim.Intended);
            if (!firsts.TryGetValue(owner, out var first)) firsts[owner] = first = i;
            var key = (first, part?.Invoke(claim.Key) ?? 0);
            if (!groups.TryGetValue(key, out var claims)) groups[key] = claims = [];
            claims.Add(i);
        }
        var figures = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < digest.Claims.Length; i++)
            if (digest.Claims[i] is { Kind: "figure", Happening: { } happening })
                (figures.TryGetValue(happening, out var list) ? list : figures[happening] = []).Add(i);
        var tellings = new List<Telling>(groups.Count);
        foreach (var claims in groups.Values)
        {
            // Figures go with the first part that tells their happening.
            var happening = digest.Claims[claims[0]].Happening ?? digest.Claims[claims[0]].Id;
            figures.Remove(happening, out var counted);
            tellings.Add(Make(digest, report, tellings.Count, claims, counted ?? []));
        }
        return tellings;
    }

    private static Telling Make(Digest digest, long report, int ordinal, List<int> events, List<int> figures)
    {
        var claims = events.ConvertAll(i => digest.Claims[i]);
        var (timing, first, last) = TimeOf(digest, claims);
        var parties = digest.Parties;
        var lead = claims.Find(c => c.Mode is not null) ?? claims[0];
        return new Telling
        {
            Id = claims.Select(c => c.Key).Min(StringComparer.Ordinal)!,
            Report = report,
            Ordinal = ordinal,
            Family = Family.Of(lead.What, lead.Mode, lead.Intended),
            Timing = timing,
            First = first,
            Last = last,
            Home = timing is Timing.Definite or Timing.Vague ? first : digest.Published ?? 0,
            Hour = claims.Find(c => c.Hour is not null)?.Hour,
            Types = [.. claims.Select(c => c.What).Distinct()],
            Modes = [.. claims.Select(c => c.Mode).OfType<string>().Distinct()],
            Places = PlacesOf(parties, claims),
            Agents = ActorsOf(parties, claims.SelectMany(c => c.Agents)),
            Against = ActorsOf(parties, claims.SelectMany(c => c.Targets)),
            Persons = NamedOf(parties, claims.SelectMany(c => c.Targets).Where(i => parties[i].Kind == "person")),
            Facilities = NamedOf(parties, claims.SelectMany(c => c.Targets.Concat(c.Places)).Where(i => parties[i].Kind == "facility")),
            Classes = [.. claims.SelectMany(c => c.Targets).Select(i => parties[i].Class).OfType<string>().Where(c => c != "unknown").Distinct()],
            Counts = CountsOf(figures.ConvertAll(i => digest.Claims[i])),
            Passing = claims.TrueForAll(c => c.Assertion is not null),
            Sentences = [.. claims.Select(c => c.Sentence).OfType<int>().Distinct().Select(i => digest.Sentences[i])],
            Text = digest.Text,
            Claims = [.. events, .. figures],
            Keys = [.. claims.Select(c => c.Key)],
        };
    }

    private static (Timing, int First, int Last) TimeOf(Digest digest, List<Told> claims)
    {
        Told? best = null;
        foreach (var claim in claims)
            if (claim is { First: not null, Last: not null, Relation: null or "throughout" } && (best is null || claim.Last - claim.First < best.Last - best.First)) best = claim;
        if (best is { First: { } first, Last: { } last }) return (last - first <= Definite ? Timing.Definite : Timing.Vague, first, last);
        // An open stretch ("since Monday") reaches to the day of publication.
        var open = claims.Find(c => c is { First: not null, Relation: "since" or "after" });
        if (open is { First: { } since } && digest.Published is { } until && until >= since)
            return (until - since <= Definite ? Timing.Definite : Timing.Vague, since, until);
        if (digest.Published is not { } published || claims.TrueForAll(c => c.Assertion is not null || c.Precision is not null)) return (Timing.None, 0, 0);
        return claims[0].Intended ? (Timing.None, 0, 0) : (Timing.Soft, published - Telling.NewsReach, published);
    }

    private static Spot[] PlacesOf(Party[] parties, List<Told> claims)
    {
        var spots = new List<Spot>();
        foreach (var i in claims.SelectMany(c => c.Places).Distinct())
            if (parties[i].IsPlace && !spots.Exists(s => s.Key == parties[i].Key)) spots.Add(SpotOf(parties, i));
        spots.RemoveAll(s => spots.Exists(inner => inner.Key != s.Key && Array.IndexOf(inner.Around, s.Key) >= 0));
        return [.. spots.OrderBy(s => s.Key, StringComparer.Ordinal)];
    }

    /// <summary>A place with everything known to contain it.</summary>
    public static Spot SpotOf(Party[] parties, int index)
    {
        var around = new List<string>();
        var party = parties[index];
        // Places within places within ...: a handful at most; a circle would be a fault of the reading.
        for (var within = party.Within; within is { } i && around.Count < 8; within = parties[i].Within)
        {
            around.Add(parties[i].Key);
            AddAreas(around, parties[i]);
        }
        AddAreas(around, party);
        return new Spot(party.Key, party.Name, party.Kind == "place" ? party.Precision : null, [.. around.Distinct()]);
    }

    private static void AddAreas(List<string> around, Party party)
    {
        if (party.Admin1 is { } admin) around.Add($"admin1:{party.Country}:{admin}");
        if (party.Country is { } country) around.Add("country:" + country);
        if (party is { Kind: "place", Precision: "governorate" }) around.Add($"admin1:{party.Country}:{party.Name}");
    }

    private static Actor[] ActorsOf(Party[] parties, IEnumerable<int> indices)
    {
        var actors = new List<Actor>();
        foreach (var i in indices)
        {
            var party = parties[i];
            var acts = party.Kind is "organisation" or "armed-group" or "person" || party is { Kind: "place", Precision: "country" } || party is { Kind: "people", Of: not null };
            if (!acts) continue;
            var key = party is { Kind: "people", Of: { } of } ? parties[of].Key : party.Key;
            if (!actors.Exists(a => a.Key == key)) actors.Add(new Actor(key, party.Side, party.Name));
        }
        return [.. actors.OrderBy(a => a.Key, StringComparer.Ordinal)];
    }

    private static Named[] NamedOf(Party[] parties, IEnumerable<int> indices)
    {
        var named = new List<Named>();
        foreach (var i in indices)
        {
            var party = parties[i];
            if (named.Exists(n => n.Key == party.Key)) continue;
            var name = party.Local ?? party.Name;
            named.Add(new Named(party.Key, name, name.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }
        return [.. named.OrderBy(n => n.Key, StringComparer.Ordinal)];
    }

    /// <summary>For each measure what is told of the whole: parts and what is only possible or denied left out.</summary>
    private static Count[] CountsOf(List<Told> figures)
    {
        var counts = new SortedDictionary<string, Count>(StringComparer.Ordinal);
        var units = new HashSet<(string, int?)>();
        foreach (var figure in figures)
        {
            if (figure.PartOf is not null || !figure.Affirms || figure.Scope is not ("event" or null)) continue;
            var (low, high) = (figure.Low ?? 0, figure.High ?? double.PositiveInfinity);
            var another = units.Add((figure.What!, figure.Unit));
            // Soldiers and civilians beside each other: the whole is at most their sum.
            counts[figure.What!] = counts.TryGetValue(figure.What!, out var told)
                ? new Count(figure.What!, Math.Min(told.Low, low), another ? told.High + high : Math.Max(told.High, high))
                : new Count(figure.What!, low, high);
        }
        return [.. counts.Values];
    }
}
