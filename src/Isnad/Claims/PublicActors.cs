using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Resolution;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>
/// Tells those of whom readings are, states, forces, authorities, parties, bodies of people and who speaks and acts for them, from clubs,
/// companies and private persons.
/// </summary>
internal sealed class PublicActors(EntityTable entities, Meanings meanings, World world)
{
    /// <summary>Whether somebody of whom news of politics tell takes part: named, armed, official or organised.</summary>
    public bool IsPublic(Phrase phrase)
    {
        if (phrase.IsPronoun) return entities.Resolve(phrase) is { } meant && IsPublic(meant);
        if (IsOfficial(phrase)) return true;
        if (phrase.IsPersonName || (phrase.Kind?.Class == "honorific" && phrase.Analysis.Pronoun != 0)) return entities.Resolve(phrase) is { } person && IsPublic(person);
        if (IsPrivate(phrase)) return false;
        // "The Algerian Red Crescent": a definite name of a country's own, made of words that denote nothing else.
        if (IsNationality(phrase) || phrase is { Kind: null, Demonym: >= 0, IsDefinite: true, Genitive: null }) return true;
        foreach (var p in phrase.Nested())
        {
            if (p.Group is { } group && IsPublic(group)) return true;
            switch (p.Kind)
            {
                case { Denotes: Denotes.Force or Denotes.Aircraft or Denotes.Family }: return true;
                case { Denotes: Denotes.Body }: return true;
                case { Denotes: Denotes.Person, Class: not ("unknown" or "worker" or "honorific" or "child" or "woman" or "civilian" or "medic" or "journalist") }: return true;
            }
        }
        return false;
    }

    /// <summary>A state, a force, an authority or one of its people, or somebody armed or held.</summary>
    public bool IsOfficial(Phrase phrase)
    {
        if (phrase.Office is { } office && IsOfficial(office)) return true;
        if (IsPrivate(phrase)) return false;
        foreach (var p in phrase.Nested())
        {
            if (p.IsState || IsArmed(p)) return true;
            if (p.Name is { } name && name.Entries.Any(n => n.Kind is NameKind.Actor or NameKind.Country or NameKind.Person || IsPublicOffice(n))) return true;
            if (p.Kind is { Denotes: Denotes.Body, Class: "state" or "government" or "ministry" or "party" or "parliament" or "court" or "igo" } or { Denotes: Denotes.Person, Class: "official" or "prisoner" or "protester" or "displaced" }) return true;
        }
        return false;
    }

    /// <summary>An official in a text about play, art or trade, where a chairman, a committee and a country are as often those of a club, a firm or a team.</summary>
    public bool IsPlainlyOfficial(Phrase phrase)
    {
        if (phrase.Office is { } office && IsPlainlyOfficial(office)) return true;
        if (phrase.IsPersonName && !phrase.IsPronoun && entities.Resolve(phrase) is { Refs.Count: > 0 }) return true;
        if (IsPrivate(phrase)) return false;
        foreach (var p in phrase.Nested())
        {
            if (IsArmed(p)) return true;
            if (p.Name is { } name && name.Entries.Any(n => n.Kind == NameKind.Actor)) return true;
            if (p.Lemma is { } lemma && meanings.HasSense(lemma.Text, "managers")) continue;
            if (p.Kind is { Denotes: Denotes.Body, Class: "state" or "government" or "ministry" or "party" or "parliament" or "court" or "igo" } or { Denotes: Denotes.Person, Class: "official" or "prisoner" or "protester" or "displaced" }) return true;
        }
        return false;
    }

    /// <summary>A thing that acts only in a manner of speaking: a product, a bubble, a theory; no label of a power ("the occupation").</summary>
    public bool IsInert(Phrase phrase) => Relevance.IsThing(phrase) && meanings.LabelOf(phrase.Lemma!.Text) is null;

    /// <summary>People, families and buildings upon which authorities and forces act.</summary>
    public static bool IsActedUpon(Phrase phrase) =>
        phrase.Nested().Any(p => p.Kind is { Denotes: Denotes.Facility or Denotes.Family } or { Denotes: Denotes.Person, Class: not ("unknown" or "worker" or "honorific") }) || (phrase.Group is { } group && IsActedUpon(group));

    /// <summary>Whether it is armed, or with whom it is.</summary>
    public static bool IsArmed(Phrase phrase) => phrase.Nested().Any(p => p.IsForceOrArm || p.Kind is { Class: "combatant" or "police" });

    /// <summary>"The Russians", "Russian forces": the adjective of a country by itself or of people and bodies, not of markets or wares.</summary>
    public static bool IsNationality(Phrase phrase) =>
        phrase.Demonym >= 0 && (phrase.Head == phrase.DemonymToken || phrase.Kind is { Denotes: Denotes.Person or Denotes.Force or Denotes.Body or Denotes.Vehicle or Denotes.Aircraft or Denotes.Weapon or Denotes.Quantity });

    /// <summary>A known person, one with a public office anywhere in the report, or a body or people that are not private.</summary>
    private bool IsPublic(EntityDraft entity) => entity.Kind switch
    {
        EntityKind.Person => entity.Refs.Count > 0 || (entity.Holds is { } office && (IsPublic(office) || (office.Kind is null && !IsPrivate(office)))),
        EntityKind.Organisation or EntityKind.ArmedGroup => entity.Refs.Count > 0 || entity.Head is not ("company" or "media" or "club" or ""),
        EntityKind.Place => entity.Key.StartsWith("country:", StringComparison.Ordinal),
        EntityKind.People => entity.Class is not ("unknown" or "worker" or "child" or "woman" or "civilian"),
        _ => false,
    };

    /// <summary>An office of state, of arms, of law, of religion or of a body of people, none of business, schools, hospitals or the press.</summary>
    private bool IsPublicOffice(NameEntry name) => name.Kind == NameKind.Office && world.Offices[name.Index].Sector is not ("BUS" or "EDU" or "HLH" or "JRN" or "CVL");

    /// <summary>Several people who raise their voice or act together.</summary>
    public static bool IsPlural(Phrase phrase) => phrase.Group is { } group && IsPlural(group) || phrase.Nested().Any(p => p.Kind is { Denotes: Denotes.Person } && p.Features.HasFlag(Morph.Plur));

    /// <summary>A company, a newspaper, a club, or somebody of one: "the manager of the company", "the football union".</summary>
    private bool IsPrivate(Phrase phrase)
    {
        foreach (var p in phrase.Nested())
        {
            if (p.Kind is { Class: "company" or "media" or "club" or "bank" or "shop" }) return true;
            if (p.Lemma is { } lemma && p.Name is null && meanings.HasSense(lemma.Text, "leisure")) return true;
            foreach (var adjective in p.AdjectiveLemmas)
                if (p.Participles.Count == 0 && meanings.HasSense(adjective, "leisure")) return true;
        }
        return false;
    }
}
