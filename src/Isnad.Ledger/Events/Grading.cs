using Isnad.Ledger.Digests;
using Isnad.Ledger.Merging;

namespace Isnad.Ledger.Events;

/// <summary>Grades and disputes, each with its reason. A proposal by rule: only a person confirms or discounts.</summary>
internal static class Grading
{
    /// <summary>The grade of an event.</summary>
    /// <param name="claims">Its claims by speaker.</param>
    /// <param name="witnesses">Number of independent witnesses who affirm it.</param>
    public static (string Grade, string Reason) Grade(EventVoice[] claims, int witnesses)
    {
        foreach (var claim in claims)
            if (claim.Told.Affirms && claim.Told.Agents.Any(a => SpeaksFor(claim.Voice, claim.Digest, claim.Digest.Parties[a])))
                return ("acknowledged", $"{claim.Voice.Name} says so of its own side");
        var denial = Array.Find(claims, c => c.Denies);
        if (witnesses >= 2) return ("corroborated", $"{witnesses} independent witnesses{(denial is null ? "" : $"; {denial.Voice.Name} denies it")}");
        if (denial is not null) return ("denied", $"{(witnesses == 0 ? "no witness affirms it" : "one witness")}, and {denial.Voice.Name} denies it");
        return ("single", witnesses == 0 ? "no witness affirms it without reserve" : "one witness");
    }

    /// <summary>What is disputed.</summary>
    public static List<Dispute> Disputes((Telling Telling, Digest Digest)[] tellings, EventVoice[] claims, List<Toll> tolls)
    {
        var disputes = new List<Dispute>();
        Occurrence(claims, disputes);
        Perpetrator(claims, disputes);
        foreach (var toll in tolls)
            if (toll is { Contested: true, Of: null }) disputes.Add(new Dispute("number", $"claimants give different numbers {toll.Measure}"));
        Place(tellings, disputes);
        Victims(claims, tellings, disputes);
        return disputes;
    }

    private static bool SpeaksFor(Voice voice, Digest digest, Party party) =>
        voice.Via is not null && ((voice.Side is not null && voice.Side == party.Side) || voice.Witness == party.Key || (party.Of is { } of && voice.Witness == digest.Parties[of].Key));

    private static void Occurrence(EventVoice[] claims, List<Dispute> disputes)
    {
        var denial = Array.Find(claims, c => c.Denies);
        var affirming = Array.FindAll(claims, c => c.Told.Affirms && c.Witness != denial?.Witness);
        if (denial is null || affirming.Length == 0) return;
        // Who denies to have done what others say it did, disputes who did it.
        var accused = denial.Told.Agents.Select(a => denial.Digest.Parties[a]).ToArray();
        var named = affirming.SelectMany(c => c.Told.Agents.Select(a => c.Digest.Parties[a])).Any(p => accused.Any(d => Same(d, p)));
        disputes.Add(new Dispute(named ? "perpetrator" : "occurrence", $"{denial.Voice.Name} denies it"));
    }

    private static bool Same(Party a, Party b) => a.Key == b.Key || (a.Side is not null && a.Side == b.Side);

    private static void Perpetrator(EventVoice[] claims, List<Dispute> disputes)
    {
        if (disputes.Exists(d => d.About == "perpetrator")) return;
        var blaming = Array.FindAll(claims, c => c.Told.Affirms && c.Told.Agents.Any(a => Acts(c.Digest.Parties[a])));
        foreach (var one in blaming)
            foreach (var other in blaming)
            {
                if (one.Witness == other.Witness) continue;
                var agents = one.Told.Agents.Select(a => one.Digest.Parties[a]).Where(Acts).ToArray();
                var others = other.Told.Agents.Select(a => other.Digest.Parties[a]).Where(Acts).ToArray();
                // Two sides of a clash may be told from either side.
                var all = others.Concat(other.Told.Targets.Select(a => other.Digest.Parties[a])).ToArray();
                if (agents.Any(a => all.Any(b => Same(a, b)))) continue;
                disputes.Add(new Dispute("perpetrator", $"{one.Voice.Name} names {agents[0].Name}, {other.Voice.Name} names {others[0].Name}"));
                return;
            }
    }

    private static bool Acts(Party party) => party.Kind is "organisation" or "armed-group" or "place" || party is { Kind: "people" or "person", Side: not null };

    private static void Place((Telling Telling, Digest Digest)[] tellings, List<Dispute> disputes)
    {
        foreach (var (one, _) in tellings)
            foreach (var (other, _) in tellings)
            {
                if (one.Places is not [var a] || other.Places is not [var b] || a.Key == b.Key || !a.IsFine || !b.IsFine) continue;
                if (a.Precision is null || b.Precision is null || a.Around.Contains(b.Key) || b.Around.Contains(a.Key)) continue;
                disputes.Add(new Dispute("place", string.CompareOrdinal(a.Name, b.Name) < 0 ? $"{a.Name} or {b.Name}" : $"{b.Name} or {a.Name}"));
                return;
            }
    }

    private static void Victims(EventVoice[] claims, (Telling Telling, Digest Digest)[] tellings, List<Dispute> disputes)
    {
        var told = claims.Where(c => c.Told.Affirms).SelectMany(c => c.Told.Targets.Select(t => (c.Witness, c.Voice.Name, c.Digest.Parties[t].Class)))
            .Concat(tellings.SelectMany(t => t.Telling.Claims.Select(c => t.Digest.Claims[c]).Where(c => c is { Kind: "figure", Unit: not null, Affirms: true, What: "killed" or "wounded" or "casualties" })
                .SelectMany(c => c.Voices.Select(v => (t.Digest.Voices[v].Witness, t.Digest.Voices[v].Name, t.Digest.Parties[c.Unit!.Value].Class)))))
            .Where(t => t.Class is not null and not "unknown").ToArray();
        var classes = told.GroupBy(t => t.Witness).Select(g => (Name: g.First().Name, Civil: g.Any(t => !IsArmed(t.Class!)), Armed: g.Any(t => IsArmed(t.Class!)))).ToArray();
        foreach (var one in classes)
            foreach (var other in classes)
                if (one is { Civil: true, Armed: false } && other is { Civil: false, Armed: true })
                {
                    disputes.Add(new Dispute("victims", $"{one.Name} speaks of civilians, {other.Name} of fighters"));
                    return;
                }
    }

    private static bool IsArmed(string kind) => kind is "combatant" or "police";
}
