using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Semantics;

namespace Isnad.Clauses;

/// <summary>Joins neighbouring phrases that are one: quantities and their groups, offices and names, participles and their complements, objects.</summary>
internal sealed class PhraseJoiner(SentenceWords words, NameJudge names, Meanings meanings)
{
    private readonly ActSubjects _acts = new(meanings);

    /// <summary>Joins what belongs together among the items of a sentence.</summary>
    public void Join(List<SentencePart> items)
    {
        _acts.Part(items);
        JoinQuantities(items);
        JoinRoutes(items);
        JoinNames(items);
        JoinOwners(items);
        JoinBelonging(items);
        JoinPronouns(items);
        JoinOffices(items);
        JoinParticiples(items);
        AttachObjects(items);
    }

    /// <summary>"A number of the residents", "15 of the fighters": the group after "of" is what is counted.</summary>
    private void JoinQuantities(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k].Phrase is not { IsPronoun: false } outer) continue;
            var phrase = outer;
            while (phrase.Genitive is { } inner) phrase = inner;
            if (!(phrase.Kind?.Denotes == Denotes.Quantity || (phrase.Number is not null && (phrase.Head < 0 || phrase.Kind?.Denotes == Denotes.Person)))) continue;
            if (Complement(items, k) is not { } group || meanings.RoleOf(group.Preposition) != Role.From || group.Kind?.Denotes is Denotes.Place || group.IsPlace) continue;
            phrase.Group = group;
            Extend(items, k, group.End);
        }
    }

    /// <summary>"The road X Y", "the road X - Y": the two ends of a route.</summary>
    private static void JoinRoutes(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k].Phrase is not { } outer || outer.Nested().FirstOrDefault(n => n.Kind?.Class == "route") is not { Genitive: { IsPlace: true, Name: not null } first } || first.End != outer.End) continue;
            var at = items[k + 1] is { Kind: PartKind.Mark, Mark: '-' } ? k + 2 : k + 1;
            if (at >= items.Count || items[at] is not { And: false, Phrase: { Preposition: "", IsPlace: true, Name: not null } last } || items[at].Start != items[at - 1].End) continue;
            if (at > k + 1) items.RemoveAt(k + 1);
            for (var phrase = outer; phrase != first; phrase = phrase.Genitive!) phrase.End = last.End;
            items[k].End = last.End;
            items.RemoveAt(k + 1);
        }
    }

    /// <summary>
    /// "The High Commission for X", "the spokesman for X": what a body is for, and whom an office speaks for, is part of its name. A body
    /// without an adjective of its own may as well be doing something for somebody.
    /// </summary>
    private void JoinNames(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k].Phrase is not { IsPronoun: false } outer || Complement(items, k) is not { IsDefinite: true } complement || complement.Start != outer.End && !IsFor(complement)) continue;
            // "To the agency" is said to somebody; no body is for a paper or agency.
            if (meanings.RoleOf(complement.Preposition) != Role.Inner || complement.Number is not null || complement.Kind?.Class == "media" || complement.Name?.As(NameKind.Outlet) is not null) continue;
            foreach (var named in outer.Nested())
            {
                if (named.End != outer.End || named.Name is not null || named.IsPersonName || named.Complement is not null || !named.IsDefinite && !IsFor(complement) || named.Analysis.Pronoun != 0) continue;
                var isBody = named.Kind is { Denotes: Denotes.Body, Class: not "state" } && complement.Kind?.Denotes is not Denotes.Person
                    && (named.Adjectives.Count > 0 || named.Genitive is not null || (complement.Kind is null && !complement.IsPersonName && complement.Name is null));
                if (!isBody && !(IsFor(complement) && named.Kind?.Denotes == Denotes.Person)) continue;
                named.Complement = complement;
                Extend(items, k, complement.End);
                break;
            }
        }
    }

    /// <summary>
    /// "A patrol of the army's", "the eastern quarters of the town": whose a thing is, or what it is part of, under "for" right after it, unless
    /// the verb before it takes that preposition ("gave a base to the army").
    /// </summary>
    private void JoinOwners(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k].Phrase is not { IsPronoun: false } outer || Complement(items, k) is not { Number: null } owner || owner.Start != outer.End) continue;
            if (meanings.RoleOf(owner.Preposition) != Role.Inner) continue;
            if (items.FindLast(i => i.Kind == PartKind.Verb && i.Start < outer.Start) is { Lemma: { } verb } && meanings.FramesOf(verb.Text, FrameKind.Verb).Concat(meanings.FramesOf(verb.Text, FrameKind.Light)).Any(f => f.RoleOf(owner.Preposition) is not null)) continue;
            foreach (var thing in outer.Nested())
            {
                if (thing.End != outer.End || thing.Name is not null || thing.IsPersonName || thing.Complement is not null || thing.Analysis.Pronoun != 0 || thing.Head < 0 || thing.Demonym >= 0) continue;
                if (thing.IsDefinite && (thing.Adjectives.Count == 0 || !IsOwner(owner) || !owner.IsDefinite)) continue;
                // A base or a store may be for anything; a force or a body is somebody's.
                if (!IsOwner(owner) && thing.Kind is not { Denotes: Denotes.Facility or Denotes.Site or Denotes.Vehicle }) continue;
                if (thing.Kind is not { Denotes: Denotes.Facility or Denotes.Site or Denotes.Vehicle or Denotes.Aircraft or Denotes.Weapon or Denotes.Force or Denotes.Place or Denotes.Body } && !(thing.IsDefinite && thing.Kind is null && owner.IsPlace)) continue;
                thing.Complement = owner;
                Extend(items, k, owner.End);
                break;
            }
        }
    }

    /// <summary>"A suspect", "convicted of it", "the villages near it", "seven of them": a pronoun under the preposition that a participle or number asks for.</summary>
    private void JoinPronouns(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k].Phrase is not { IsPronoun: false } outer || items[k + 1] is not { And: false, Phrase: { IsPronoun: true } pronoun } || pronoun.Start != outer.End) continue;
            var inner = outer;
            while (inner.Genitive is { } next && next.End == outer.End) inner = next;
            var role = meanings.RoleOf(pronoun.Preposition);
            if (inner.Number is not null && inner.Head < 0 && role == Role.From) inner.Group = pronoun;
            else if (!(inner.Participles is [.., var last] && last.Token == outer.End - 1) && !(inner.Features.HasFlag(Morph.PassivePart) && inner.Adjectives.Count == 0 && inner.Genitive is null && role is Role.Instrument or Role.Target)) continue;
            Extend(items, k, pronoun.End);
        }
    }

    /// <summary>"A leader in the front", "a boy from the village": to what body somebody belongs, where somebody is from.</summary>
    private void JoinBelonging(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k].Phrase is not { IsPronoun: false } outer || Complement(items, k) is not { Number: null, IsPronoun: false } whole || whole.Start > outer.End + 1) continue;
            var role = meanings.RoleOf(whole.Preposition);
            var isBody = whole.Kind?.Denotes is Denotes.Body or Denotes.Force || whole.Name?.As(NameKind.Actor) is not null;
            if (!(role == Role.Place && isBody && !whole.IsPlace) && !(role == Role.From && (isBody || whole.IsPlace))) continue;
            foreach (var member in outer.Nested())
            {
                if (member.End != outer.End || member.Kind?.Denotes is not (Denotes.Person or Denotes.Force) || member.IsPersonName || member.Name is not null || member.Complement is not null || member.Analysis.Pronoun != 0) continue;
                // "The soldiers from the town" may as well have been driven out of it.
                if (role == Role.From && (member.IsDefinite || !whole.IsDefinite)) continue;
                member.Complement = whole;
                Extend(items, k, whole.End);
                break;
            }
        }
    }

    private static bool IsOwner(Phrase phrase) =>
        phrase.Name is not null || phrase.IsPersonName || phrase.Kind?.Denotes is Denotes.Force or Denotes.Body or Denotes.Place or Denotes.Facility;

    /// <summary>Whether a phrase stands under a preposition of its own that names whom somebody speaks or acts for ("in the name of").</summary>
    private bool IsFor(Phrase phrase) => meanings.SpeaksFor(phrase.Preposition);

    /// <summary>"Belonging to X", "backed by X": the complement of a participle that qualifies a phrase is part of the phrase.</summary>
    private void JoinParticiples(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k].Phrase is not { } outer || Complement(items, k) is not { } complement) continue;
            if (outer.IsCircumstantial)
            {
                outer.Complement = complement;
                Extend(items, k, complement.End);
                continue;
            }
            if (complement.Kind?.Class == "media" || complement.Name?.As(NameKind.Outlet) is not null) continue;
            if (meanings.RoleOf(complement.Preposition) is not (Role.From or Role.Inner or Role.Agent or Role.About) || complement.Nested().Any(n => n.Kind?.Denotes is Denotes.Place)) continue;
            foreach (var phrase in outer.Nested())
            {
                if (phrase.Participles is not [.., var last] || last.Token != outer.End - 1 || (meanings.RoleOf(complement.Preposition) != Role.Inner && meanings.KindOf(phrase.AdjectiveLemmas[^1]) is not null)) continue;
                phrase.Complement = complement;
                Extend(items, k, complement.End);
                break;
            }
        }
    }

    /// <summary>A bare phrase right after a verbal noun that has its agent is the verbal noun's object.</summary>
    private void AttachObjects(List<SentencePart> items)
    {
        for (var k = 0; k + 1 < items.Count; k++)
        {
            if (items[k].Phrase is not { } phrase || items[k + 1] is not { And: false, Phrase: { Preposition: "", IsPronoun: false } next } || next.Start != phrase.End) continue;
            var isMarked = next.IsDefinite || next.Number is not null || next.Features.HasFlag(Morph.Indef | Morph.Acc);
            if (k > 0 && _acts.IsSubject(items[k - 1], phrase)) continue;
            var follows = items.FindIndex(0, k, i => i.Kind == PartKind.Verb) >= 0;
            foreach (var noun in phrase.Nested())
            {
                // What stands in the name of a force or body does nothing.
                if (noun != phrase && phrase.Kind?.Denotes is Denotes.Force or Denotes.Body) break;
                // Without a verb before it, nothing else can take the phrase.
                if (!isMarked && (follows || noun.Genitive is not { IsDefinite: true })) continue;
                if (!noun.Features.HasFlag(Morph.Masdar) || noun.Lemma is null || !meanings.TellsEvent(noun.Lemma) || (noun.Genitive is null && noun.Analysis.Pronoun == 0) || noun.Genitive is { Head: < 0 }) continue;
                noun.Object = next;
                next.IsObject = true;
                break;
            }
        }
    }

    /// <summary>The phrase of the next item, if nothing but a preposition stands before it.</summary>
    private static Phrase? Complement(List<SentencePart> items, int k) =>
        items[k + 1] is { And: false, Phrase: { IsPronoun: false } next } && items[k + 1].Start <= items[k].End + 1 ? next : null;

    /// <summary>Lengthens a phrase over the item after it.</summary>
    private static void Extend(List<SentencePart> items, int k, int end)
    {
        foreach (var phrase in items[k].Phrase!.Nested()) phrase.End = end;
        items[k].End = end;
        items.RemoveAt(k + 1);
    }

    /// <summary>Whether a phrase is an office or title, so that a name beside it is a person's.</summary>
    private bool IsOffice(Phrase phrase) =>
        phrase.Kind is { Denotes: Denotes.Person, Class: not ("civilian" or "child" or "woman" or "displaced" or "protester" or "prisoner") } && !phrase.IsPersonName && phrase.Number is null
        || (words.Names[phrase.Start] is { } name && name.Entries.Any(e => e.Kind is NameKind.Title or NameKind.Office));

    /// <summary>Joins offices and titles with the names beside them: "the minister X", "the envoy to Y, X", "X, the minister".</summary>
    private void JoinOffices(List<SentencePart> items)
    {
        for (var k = items.Count - 1; k >= 0; k--)
        {
            if (items[k].Phrase is not { IsPronoun: false, IsPersonName: false } outer) continue;
            var office = outer;
            while (office.Genitive is { } inner && inner.End == outer.End && (IsOffice(inner) || !IsOffice(office))) office = inner;
            if (!IsOffice(office) || (!office.IsDefinite && office.Demonym < 0)) continue;
            var person = PersonAfter(items, k, office);
            // A name with a title of its own belongs to the whole office before it, not to the last word of it.
            if (person is { Office: not null } && office != outer)
            {
                if (!IsOffice(outer)) continue;
                office = outer;
            }
            if (person is not null && person.End <= words.End) Merge(items, k, office, person);
            else if (k > 0 && office == outer && items[k - 1] is { Phrase: { IsPersonName: true, Office: null } named } && !office.And && office.Preposition.Length == 0 && named.End == office.Start && office.IsDefinite && office.Number is null)
            {
                named.Office = office;
                named.End = office.End;
                items[k - 1].End = office.End;
                items.RemoveAt(k);
            }
            else if (k > 1 && office == outer && items[k - 1] is { Kind: PartKind.Mark, Mark: ',' } && items[k - 2] is { Phrase: { IsPersonName: true } called } && !office.And && office.Preposition.Length == 0 && office.IsDefinite && office.Number is null
                && (k + 1 >= items.Count || items[k + 1].Kind is PartKind.Mark or PartKind.Particle))
            {
                // "X, the mufti of Y, ...": what stands between commas after a name says who that is.
                called.Office ??= office;
                called.End = office.End;
                items[k - 2].End = office.End;
                items.RemoveRange(k - 1, k + 1 < items.Count && items[k + 1] is { Kind: PartKind.Mark, Mark: ',' } ? 3 : 2);
            }
        }
    }

    /// <summary>The name of a person after an office; the place of the office may stand between them.</summary>
    private Phrase? PersonAfter(List<SentencePart> items, int k, Phrase office)
    {
        var at = k + 1;
        if (at + 1 < items.Count && items[at] is { And: false, Phrase: { Preposition.Length: > 0, IsPersonName: false } } between && between.Start >= office.End && between.Start <= office.End + 1
            && items[at + 1] is { And: false, Phrase: { IsPersonName: true, Preposition: "" } late } && late.Start == between.End) return late;
        var next = office.End;
        if (at < items.Count && items[at] is { And: false, Phrase: { Preposition: "" } after } && after.Start == next)
        {
            if (after.IsPersonName) return after;
            return after.Name is null && after.Head == after.Start && after.Genitive is null ? names.PersonName(next, true) : null;
        }
        return next < words.End && (at >= items.Count || items[at].Start > next) ? names.PersonName(next, true) : null;
    }

    private static void Merge(List<SentencePart> items, int k, Phrase office, Phrase person)
    {
        var merged = new Phrase
        {
            Start = office.Start,
            End = person.End,
            From = office.From,
            Head = person.Head,
            Analysis = office.Analysis,
            Lemma = office.Lemma,
            Kind = office.Kind,
            Name = person.Name,
            IsPersonName = true,
            Office = office,
            Preposition = office.Preposition,
            And = office.And,
            IsDefinite = true,
            NameStart = person.NameStart >= 0 ? person.NameStart : person.Start,
            NameFrom = person.NameFrom >= 0 ? person.NameFrom : person.From,
        };
        var outer = items[k].Phrase!;
        if (office == outer) items[k] = SentencePart.Of(merged);
        else
        {
            foreach (var phrase in outer.Nested())
            {
                phrase.End = person.End;
                if (phrase.Genitive == office) { phrase.Genitive = merged; break; }
            }
            items[k].End = person.End;
        }
        while (k + 1 < items.Count && items[k + 1].Start < person.End) items.RemoveAt(k + 1);
    }
}
