namespace Isnad.Ledger.Merging;

/// <summary>
/// Groups of tellings, joined best pair first as long as a pair has on average enough points and no two of its members contradict
/// each other (average linkage with a floor). The result depends only on the set of tellings.
/// </summary>
internal static class Clusters
{
    /// <summary>The groups, each in order of ids, by their first ids.</summary>
    /// <param name="tellings">Tellings in order of ids.</param>
    /// <param name="points">Points of two tellings.</param>
    public static List<List<Telling>> Of(List<Telling> tellings, Func<Telling, Telling, int> points)
    {
        var groups = new List<List<Telling>>();
        foreach (var component in Components(tellings)) Agglomerate(component, points, groups);
        groups.Sort(static (a, b) => string.CompareOrdinal(a[0].Id, b[0].Id));
        return groups;
    }

    /// <summary>Tellings that share a place, an area, a person or an actor, directly or through others: no others can have enough points.</summary>
    private static IEnumerable<List<Telling>> Components(List<Telling> tellings)
    {
        if (tellings.Count == 1) return [tellings];
        var parent = Enumerable.Range(0, tellings.Count).ToArray();
        int Root(int i)
        {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        }
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < tellings.Count; i++)
            foreach (var handle in Handles(tellings[i]))
                if (!seen.TryAdd(handle, i)) parent[Math.Max(Root(i), Root(seen[handle]))] = Math.Min(Root(i), Root(seen[handle]));
        var components = new SortedDictionary<int, List<Telling>>();
        for (var i = 0; i < tellings.Count; i++)
            (components.TryGetValue(Root(i), out var list) ? list : components[Root(i)] = []).Add(tellings[i]);
        return components.Values;
    }

    /// <summary>What a telling must share with another for both to be of one happening.</summary>
    public static IEnumerable<string> Handles(Telling telling)
    {
        var local = Family.IsLocal(telling.Family);
        if (local || telling.Agents.Length == 0)
            foreach (var place in telling.Places)
            {
                yield return place.Key;
                foreach (var around in place.Around)
                    if (!around.StartsWith("country:", StringComparison.Ordinal)) yield return around;
            }
        foreach (var person in telling.Persons) yield return "name:" + person.Words[^1];
        foreach (var facility in telling.Facilities) yield return facility.Key;
        if (!local || telling.Places.Length == 0)
            foreach (var agent in telling.Agents) yield return agent.Side ?? agent.Key;
        // Copies of one text may give the place at different precision.
        foreach (var sentence in telling.Sentences)
            if (sentence.Length >= 32) yield return "words:" + Convert.ToHexString(sentence.AsSpan(0, 4));
    }

    private static void Agglomerate(List<Telling> tellings, Func<Telling, Telling, int> points, List<List<Telling>> groups)
    {
        var n = tellings.Count;
        var sum = new long[n, n];
        var least = new int[n, n];
        for (var i = 0; i < n; i++)
            for (var j = i + 1; j < n; j++)
                sum[i, j] = sum[j, i] = least[i, j] = least[j, i] = points(tellings[i], tellings[j]);
        var members = tellings.ConvertAll(t => (List<Telling>?)[t]);
        var best = new int[n];
        for (var i = 0; i < n; i++) best[i] = BestOf(i);
        while (true)
        {
            var first = -1;
            for (var i = 0; i < n; i++)
                if (members[i] is not null && best[i] >= 0 && (first < 0 || Compare(i, best[i], first, best[first]) > 0)) first = i;
            if (first < 0) break;
            var (into, from) = (Math.Min(first, best[first]), Math.Max(first, best[first]));
            members[into]!.AddRange(members[from]!);
            members[from] = null;
            for (var k = 0; k < n; k++)
            {
                if (k == into || members[k] is null) continue;
                sum[into, k] = sum[k, into] = sum[into, k] + sum[from, k];
                least[into, k] = least[k, into] = Math.Min(least[into, k], least[from, k]);
            }
            for (var k = 0; k < n; k++)
                if (members[k] is not null && (k == into || best[k] == into || best[k] == from || Better(k, into))) best[k] = BestOf(k);
        }
        foreach (var group in members)
            if (group is not null)
            {
                group.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
                groups.Add(group);
            }

        bool Allowed(int i, int j) =>
            least[i, j] >= Affinity.Floor && sum[i, j] >= (long)Affinity.Joined * members[i]!.Count * members[j]!.Count;

        bool Better(int k, int into) => Allowed(k, into) && (best[k] < 0 || Compare(k, into, k, best[k]) > 0);

        int BestOf(int i)
        {
            var found = -1;
            for (var j = 0; j < n; j++)
                if (j != i && members[j] is not null && Allowed(i, j) && (found < 0 || Compare(i, j, i, found) > 0)) found = j;
            return found;
        }

        // By average points; among equals the pair whose ids come first.
        int Compare(int i, int j, int k, int l)
        {
            var one = sum[i, j] * members[k]!.Count * members[l]!.Count;
            var other = sum[k, l] * members[i]!.Count * members[j]!.Count;
            if (one != other) return one.CompareTo(other);
            return (Math.Min(k, l), Math.Max(k, l)).CompareTo((Math.Min(i, j), Math.Max(i, j)));
        }
    }
}
