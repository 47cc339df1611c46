using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Readings;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Resolution;

/// <summary>Resolves phrases to entities, one table for one report. Mentions are folded stretches.</summary>
internal sealed class EntityTable(LanguagePack pack, FoldedText text, List<Token> tokens, EntityRegister register, PlaceResolver places, OfficeHolders holders)
{
    private readonly Dictionary<Phrase, EntityDraft?> _resolved = [];

    public IReadOnlyList<EntityDraft> All => register.All;

    /// <summary>The entity of a phrase, made if it is new; null for a pronoun with nothing to refer to.</summary>
    public EntityDraft? Resolve(Phrase phrase)
    {
        if (_resolved.TryGetValue(phrase, out var known)) return known;
        var entity = Find(phrase);
        // With its number, office or group a phrase says more than the name alone.
        if (entity is not null && phrase.From >= 0 && (phrase.Number is not null || phrase.Office is not null || phrase.Group is not null || phrase.Kind?.Denotes == Denotes.Quantity)) Mention(entity, phrase.From, tokens[phrase.End - 1].End, null);
        _resolved[phrase] = entity;
        return entity;
    }

    private EntityDraft? Find(Phrase phrase)
    {
        if (FindItself(phrase) is not { } entity) return null;
        if (entity.Kind != EntityKind.Place || places.Around(phrase, entity) is not { } area) return entity;
        return Mention(area, phrase.From, tokens[phrase.End - 1].End, null);
    }

    private EntityDraft? FindItself(Phrase phrase)
    {
        if (phrase.IsPronoun) return Antecedent(phrase);
        if (phrase.Group is { } group) return Resolve(group);
        if (phrase.Kind?.Denotes == Denotes.Quantity && phrase.Genitive is { } counted) return Resolve(counted);
        if (phrase.From < 0 && phrase.Demonym >= 0) return Mention(places.OfCountry(phrase.Demonym), tokens[phrase.Start].Start, tokens[phrase.End - 1].End, "description");
        if (phrase.Name is { } name && phrase.Head == name.Start && Known(phrase, name) is { } entity) return entity;
        if (phrase.IsPersonName) return Person(phrase);
        return Described(phrase);
    }

    private EntityDraft? Known(Phrase phrase, NameMention name)
    {
        var (from, to) = (name.From, tokens[name.End - 1].End);
        // A place, a state or a body that shares one word with a person's name is no person without a title.
        var isShared = name.End - name.Start == 1 && phrase.Office is null && !phrase.IsPersonName && name.Entries.Any(e => e.Kind is NameKind.Country or NameKind.Place or NameKind.Capital or NameKind.Actor);
        if (!isShared && name.As(NameKind.Person) is { } person) return Mention(OfPerson(person.Index, phrase), from, tokens[Math.Max(name.End, phrase.Office is null ? phrase.End : name.End) - 1].End, null);
        if (name.As(NameKind.Actor) is { } actor && name.As(NameKind.Country) is null && name.As(NameKind.Capital) is null) return Mention(OfActor(actor.Index), from, to, null);
        if (places.Resolve(phrase) is { } place) return Mention(place, from, to, null);
        if (name.As(NameKind.Unlisted) is not null) return Mention(places.Unlisted(phrase, "n:" + text.Chars[from..to].ToString(), Slice(from, to)), from, to, null);
        if (name.As(NameKind.Outlet) is { } outlet) return Mention(OfOutlet(outlet.Index), from, to, null);
        if (name.As(NameKind.Agreement) is { } agreement) return Mention(OfAgreement(agreement.Index), from, to, null);
        return null;
    }

    private EntityDraft Mention(EntityDraft entity, int from, int to, string? by)
    {
        if (!entity.Known.Add((from, to))) return entity;
        entity.Mentions.Add((from, to, by));
        if (by != "pronoun") _mentions.Add((from, entity));
        return entity;
    }

    private EntityDraft OfPerson(int index, Phrase phrase)
    {
        var known = pack.World.People[index];
        return register.Make("person:" + known.Id, EntityKind.Person, known.NameEn, e =>
        {
            register.Name(e, known.Name, known.NameEn);
            e.Refs.Add(new("person:" + known.Id, 100));
            if (phrase.Office is { } office) e.Office = Words(office);
            if (holders.RoleOf(index) is { } role && pack.World.ActorOf(role.Org) is var org and >= 0) e.Of = OfActor(org);
        });
    }

    private EntityDraft OfActor(int index)
    {
        var known = pack.World.Actors[index];
        return register.Make("actor:" + known.Id, known.Kind, known.NameEn, e =>
        {
            register.Name(e, known.Name, known.NameEn);
            e.Refs.Add(new("actor:" + known.Id, 100));
            e.Codes = new ActorCodes(EntityRegister.Null(known.Plover), EntityRegister.Null(known.Acled), EntityRegister.Null(known.Interaction));
        });
    }

    private EntityDraft OfOutlet(int index)
    {
        var known = pack.World.Outlets[index];
        return register.Make("outlet:" + known.Id, EntityKind.Organisation, known.NameEn, e => { register.Name(e, known.Name, known.NameEn); e.Refs.Add(new("outlet:" + known.Id, 100)); });
    }

    private EntityDraft OfAgreement(int index)
    {
        var known = pack.World.Agreements[index];
        return register.Make("agreement:" + known.Id, EntityKind.Agreement, known.NameEn, e => { register.Name(e, known.Name, known.NameEn); e.Refs.Add(new("agreement:" + known.Id, 100)); });
    }

    /// <summary>A person whom the knowledge base does not have; a short form later in the report is the same person.</summary>
    private EntityDraft Person(Phrase phrase)
    {
        var from = phrase.NameFrom >= 0 ? phrase.NameFrom : phrase.From;
        var end = phrase.Office is { } office && office.Start > phrase.Head ? office.Start : phrase.End;
        var to = tokens[end - 1].End;
        var name = Slice(from, to);
        var folded = text.Chars[from..to].ToString();
        var same = _people.Find(e => e.Kind == EntityKind.Person && e.Key.StartsWith("p:", StringComparison.Ordinal) && (e.Key.EndsWith(" " + folded, StringComparison.Ordinal) || e.Key == "p:" + folded || e.Key.StartsWith($"p:{folded} ", StringComparison.Ordinal)));
        var entity = same ?? register.Make("p:" + folded, EntityKind.Person, name);
        if (same is null && _people.Count < MentionsBack && !_people.Contains(entity)) _people.Add(entity);
        if (phrase.Office is { } held && entity.Office is null) (entity.Office, entity.Holds) = (Words(held), held);
        return Mention(entity, from, to, null);
    }

    /// <summary>Where the words that name something end: a bound after what is counted ("at least") is no part of its name.</summary>
    private static int NounEnd(Phrase phrase) =>
        phrase is { Number: { } number, Head: >= 0, Genitive: null, Complement: null, Group: null } && number.End == phrase.End && number.End > phrase.Head + 1
            ? Math.Max(phrase.Head, phrase.Adjectives.Count > 0 ? phrase.Adjectives[^1] : phrase.Head) + 1 : phrase.End;

    private EntityDraft? Described(Phrase phrase)
    {
        var (from, to) = (phrase.From, tokens[(phrase.RelativeEnd > 0 ? phrase.RelativeEnd : NounEnd(phrase)) - 1].End);
        if (holders.Find(text.Chars[from..to].ToString()) is { } holder) return Mention(Resolve(holder)!, from, to, "description");
        // "His Highness": the last person.
        if (phrase.Kind?.Class == "honorific" && phrase.Analysis.Pronoun != 0 && Last(e => e.Kind == EntityKind.Person, from) is { } honoured) return Mention(honoured, from, to, "description");
        // "Its forces": the body whose they are.
        if (phrase.Kind is { Denotes: Denotes.Force } or { Class: "combatant" } && phrase.Analysis.Pronoun != 0 && phrase.Genitive is null && phrase.Number is null && Antecedent(phrase) is { Kind: EntityKind.Organisation or EntityKind.ArmedGroup } master)
            return Mention(master, from, to, "description");
        // "His country": that of the last one spoken of by nationality.
        if (phrase.Kind?.Class == "country" && phrase.Analysis.Pronoun != 0)
        {
            var before = _nationalities.BinarySearch((from, int.MinValue)) is var at && at < 0 ? ~at : at;
            if (before > 0) return Mention(places.OfCountry(_nationalities[before - 1].Country), from, to, "description");
        }
        // "The town", "the organisation": the last such thing.
        if (phrase.IsDefinite && phrase.Genitive is null && phrase.Adjectives.Count == 0 && phrase.Number is null && phrase.Analysis.Pronoun == 0 && phrase.RelativeEnd < 0 && phrase.Kind is { } kind)
        {
            var called = phrase.Lemma is { } lemma ? pack.Fold.Fold(lemma.Text) : "";
            var earlier = kind.Denotes switch
            {
                Denotes.Place => Last(e => e.Kind == EntityKind.Place && IsSuchPlace(e, kind.Class), from) ?? (kind.Class == "country" ? places.CountryOfReport() : null),
                // "The brigade" is the last one called so; else the last armed body, or for other bodies the last that is no outlet.
                Denotes.Force => Last(e => IsBody(e) && IsCalled(e, called), from) ?? Last(e => e.Kind == EntityKind.ArmedGroup, from),
                Denotes.Body => Last(e => IsBody(e) && IsCalled(e, called), from) ?? Last(IsBody, from),
                // "The gunmen" are those that were told of as gunmen.
                Denotes.Person when phrase.Features.HasFlag(Morph.Plur) | phrase.Features.HasFlag(Morph.Dual) && phrase.Lemma is { } noun => Last(e => e.Kind == EntityKind.People && e.Lemma == noun.Text && !e.Features.HasFlag(Morph.Def), from),
                _ => null,
            };
            if (earlier is not null) return Mention(earlier, from, to, "description");
        }
        // "The town of X" is the place itself, "the countryside of X" a part of the world of its own.
        if (phrase.Kind?.Denotes == Denotes.Place && phrase.Genitive is { Number: null } named && Resolve(named) is { Kind: EntityKind.Place } inner)
            return Mention(places.Part(phrase, inner, "n:" + text.Chars[from..to].ToString(), Slice(from, to)), from, to, null);
        var head = phrase.Number is { } number && phrase.Head >= 0 ? tokens[phrase.Head].Start + phrase.Analysis.StemStart : from;
        var key = "n:" + text.Chars[head..to].ToString();
        var entityKind = phrase.Kind?.Denotes switch
        {
            Denotes.Person or Denotes.Family => EntityKind.People,
            Denotes.Force => EntityKind.ArmedGroup,
            Denotes.Place => EntityKind.Place,
            Denotes.Facility or Denotes.Site => EntityKind.Facility,
            Denotes.Weapon or Denotes.Aircraft or Denotes.Vehicle => EntityKind.Weapon,
            Denotes.Agreement => EntityKind.Agreement,
            _ when phrase.IsUnknown && pack.Meanings.RoleOf(phrase.Preposition) is Role.Place or Role.Toward => EntityKind.Place,
            _ => phrase.Demonym >= 0 && phrase.Kind is null && phrase.Head >= 0 && phrase.Features.HasFlag(Morph.Plur) ? EntityKind.People : EntityKind.Organisation,
        };
        var entity = register.Make(key, entityKind, Slice(head, to), e =>
        {
            if (entityKind == EntityKind.People) e.Class = phrase.Kind?.Class is { Length: > 0 } c ? c : "unknown";
            if (entityKind == EntityKind.Place) e.Precision = PlacePrecision.Unknown;
            e.Head = phrase.Kind?.Class ?? "";
            e.Features = phrase.Features;
            e.Lemma = phrase.Lemma?.Text ?? "";
            if (phrase.Demonym >= 0 && entityKind is EntityKind.ArmedGroup or EntityKind.Organisation) e.Country = pack.World.Countries[phrase.Demonym].Iso3;
            if (phrase.Kind?.Denotes is Denotes.Person && phrase.Genitive is { } members && members.Number is null && members.Kind?.Denotes is Denotes.Force or Denotes.Body) e.Of = Resolve(members);
        });
        if (entityKind is EntityKind.Place or EntityKind.Facility) places.Describe(entity, phrase);
        if (phrase.Adjectives.Count > 0)
            foreach (var adjective in phrase.Adjectives) AddLabel(entity, adjective);
        if (phrase.Head >= 0) AddLabel(entity, phrase.Head);
        return Mention(entity, head, to, null);
    }

    /// <summary>Whether "the town", "the area" can take a place up: one of that class; an area is any that is no town and no country.</summary>
    private static bool IsSuchPlace(EntityDraft entity, string kind) =>
        entity.Head == kind || (kind == "settlement" && entity.Head == "unlisted") || (kind is "district" or "region" && entity.Precision is PlacePrecision.Governorate or PlacePrecision.District or PlacePrecision.Region && (entity.Refs.Count > 0 || entity.Mentions.Exists(m => m.By is null)));

    private static bool IsBody(EntityDraft entity) =>
        entity.Kind is EntityKind.Organisation or EntityKind.ArmedGroup && !entity.Key.StartsWith("outlet:", StringComparison.Ordinal);

    /// <summary>Whether the name of an entity begins with a word.</summary>
    private bool IsCalled(EntityDraft entity, string head)
    {
        if (head.Length == 0) return false;
        foreach (var (from, to) in entity.Known)
        {
            var words = text.Chars[from..to];
            var at = words.IndexOf(head, StringComparison.Ordinal);
            if (at is 0 or 2 && (at + head.Length == words.Length || words[at + head.Length] == ' ')) return true;
        }
        return false;
    }

    private readonly List<EntityDraft> _people = [];
    private readonly List<(int From, int Country)> _nationalities = [];  // in text order

    /// <summary>Notes the nationality of a person or body, for "his country".</summary>
    public void NoteNationality(Phrase phrase)
    {
        var of = phrase.Office is { Demonym: >= 0 } office ? office : phrase;
        if (of.Demonym >= 0 && (phrase.IsPersonName || phrase.Kind?.Denotes is Denotes.Person or Denotes.Body or Denotes.Other or null)) Insert((Math.Max(1, phrase.From), of.Demonym));
    }

    private void Insert((int From, int Country) nationality)
    {
        var at = _nationalities.Count;
        while (at > 0 && _nationalities[at - 1].From > nationality.From) at--;
        _nationalities.Insert(at, nationality);
    }

    /// <summary>Notes who holds an office, so that the office alone means that person anywhere in the report.</summary>
    public void NoteOffice(Phrase person)
    {
        holders.Know(person);
        if (person.Office is not { } office || office.Genitive is null && office.Demonym < 0) return;
        for (var end = office.End; end > office.Start + 1; end--)
            holders.Tell(text.Chars[office.From..tokens[end - 1].End].ToString(), person);
    }

    private readonly Dictionary<int, Analysis> _analyses = [];

    /// <summary>Tells the analysis of a token, so that loaded words can be known.</summary>
    public void Know(int token, Analysis analysis) => _analyses[token] = analysis;

    private void AddLabel(EntityDraft entity, int token)
    {
        if (!_analyses.TryGetValue(token, out var analysis) || pack.Meanings.LabelOf(pack.Lexicon.Lemmas[analysis.Lemma].Text) is null) return;
        var from = tokens[token].Start + analysis.StemStart;
        if (!entity.Labels.Exists(l => l.From == from)) entity.Labels.Add((from, tokens[token].End, token));
    }

    private const int MentionsBack = 256;
    private readonly List<(int From, EntityDraft Entity)> _mentions = [];

    /// <summary>The entity of a kind that was last named before a place in the text, among the mentions resolved last.</summary>
    private EntityDraft? Last(Func<EntityDraft, bool> test, int before)
    {
        EntityDraft? found = null;
        var at = -1;
        for (var i = _mentions.Count - 1; i >= 0 && i >= _mentions.Count - MentionsBack; i--)
        {
            var (from, entity) = _mentions[i];
            if (from < before && from > at && test(entity)) (found, at) = (entity, from);
        }
        return found;
    }

    private static bool MayRefer(Morph pronoun, Phrase phrase)
    {
        if (phrase.Name is not null || phrase.IsPersonName) return true;
        var gender = phrase.Features & Morph.Gender;
        return (phrase.Features & Morph.Plur) != 0 || gender == 0 || (pronoun & Morph.Gender) == 0 || (pronoun & gender) != 0;
    }

    /// <summary>Whom a suffix pronoun refers to: the last one before it that agrees.</summary>
    private EntityDraft? Antecedent(Phrase phrase)
    {
        if (phrase.Analysis.Pronoun == 0) return null;
        var pronoun = pack.Lexicon.Enclitics[phrase.Analysis.Pronoun - 1];
        if ((pronoun.Features & Morph.Third) == 0) return null;
        var from = tokens[phrase.Head].End - pronoun.Form.Length;
        if (phrase.Binder is { } binder && MayRefer(pronoun.Features, binder) && Resolve(binder) is { } bound) return Mention(bound, from, tokens[phrase.Head].End, "pronoun");
        var other = phrase.Disjoint is { } disjoint ? Resolve(disjoint) : null;
        var entity = Last(e => e != other && e.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.ArmedGroup || e != other && e.Key.StartsWith("country:", StringComparison.Ordinal), tokens[phrase.Head].Start);
        return entity is null ? null : Mention(entity, from, tokens[phrase.Head].End, "pronoun");
    }

    /// <summary>The words of a phrase, without preposition or conjunction.</summary>
    public string Words(Phrase phrase) => Slice(phrase.From, tokens[phrase.End - 1].End);

    /// <summary>The words of a stretch of tokens.</summary>
    public string Words(int start, int end) => Slice(tokens[start].Start, tokens[end - 1].End);

    private string Slice(int from, int to)
    {
        var extent = text.ToOriginal(from, to);
        return text.Original[extent.Start..extent.End];
    }
}
