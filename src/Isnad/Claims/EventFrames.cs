using Isnad.Clauses;
using Isnad.Morphology;
using Isnad.Semantics;

namespace Isnad.Claims;

/// <summary>Which words tell an event, and what kind of event.</summary>
internal sealed class EventFrames(Meanings meanings)
{
    private readonly Dictionary<Frame, Frame> _qualified = new(ReferenceEqualityComparer.Instance);

    /// <summary>The frame of a phrase whose head tells an event, or null.</summary>
    public Frame? OfNoun(Phrase phrase)
    {
        if (phrase.Lemma is not { } lemma || phrase.IsPronoun || phrase.Name is not null || phrase.IsPersonName || !phrase.Features.HasFlag(Morph.Noun)) return null;
        foreach (var adjective in phrase.AdjectiveLemmas)
            if (meanings.CompoundOf(lemma.Text, adjective) is { } compound) return IsHollow(compound) ? null : Qualified(compound, lemma.Text);
        if (phrase.Genitive is { } genitive && CompoundWith(lemma.Text, genitive) is { } withGenitive) return IsHollow(withGenitive) ? null : withGenitive;
        // "The militia's firing of shells": the object of a verbal noun is part of what tells the event, too.
        if (phrase.Object is { } patient && CompoundWith(lemma.Text, patient) is { } withObject) return IsHollow(withObject) ? null : withObject;
        if (meanings.FramesOf(lemma.Text, FrameKind.Noun) is [var noun, ..]) return IsHollow(noun) ? null : noun;
        if (phrase.Features.HasFlag(Morph.Masdar) && lemma.Root.Length > 0 && phrase.Kind is null)
            foreach (var frame in meanings.FramesOf(lemma.Root, FrameKind.Verb))
                if (!IsHollow(frame)) return frame;
        return null;
    }

    /// <summary>A noun that an adjective qualifies keeps its roles and prepositions, if both tell the same type.</summary>
    private Frame Qualified(Frame compound, string noun)
    {
        if (_qualified.TryGetValue(compound, out var known)) return known;
        var own = meanings.FramesOf(noun, FrameKind.Noun).FirstOrDefault(f => f.Type == compound.Type);
        return _qualified[compound] = own is null ? compound : own with { Mode = compound.Mode.Length > 0 ? compound.Mode : own.Mode };
    }

    /// <summary>The frame of a verb together with one of its phrases ("open fire"), or null.</summary>
    public Frame? OfCompound(string lemma, List<Phrase> phrases)
    {
        foreach (var phrase in phrases)
            if (CompoundWith(lemma, phrase) is { } frame) return frame;
        return null;
    }

    /// <summary>The frame of a verb together with what its subject is ("the court condemned"), or null.</summary>
    public Frame? OfSubject(string lemma, List<Phrase> subjects)
    {
        foreach (var subject in subjects)
            if (subject.Kind is { Class.Length: > 0 } kind && meanings.CompoundOf(lemma, "^" + kind.Class) is { } frame) return frame;
        return null;
    }

    /// <summary>The frame of a verb: the one whose prepositions stand in the clause, else the first.</summary>
    public Frame? OfVerb(string lemma, Clause clause)
    {
        var frames = meanings.FramesOf(lemma, FrameKind.Verb);
        foreach (var frame in frames)
            if (frame.Prepositions.Count > 0 && frame.Roles == RolePattern.Prepositional && !(HasObject(clause) && frame.Mode == "investigate") && clause.Complements.Exists(c => frame.RoleOf(c.Preposition) is not null)) return frame;
        foreach (var frame in frames)
            if (frame.Roles != RolePattern.Prepositional) return frame;
        return null;
    }

    private static bool HasObject(Clause clause) => clause.Verb!.Analysis.Pronoun != 0 || (clause.Objects.Count > 0 && clause.Subjects.Count > 0);

    /// <summary>Whether a frame names neither an event nor a figure, so that its word tells nothing.</summary>
    public static bool IsHollow(Frame frame) => frame.Type is null && frame.Measure is null;

    /// <summary>Whether a word in a phrase tells an event.</summary>
    public bool IsEventPhrase(Phrase phrase) => phrase.Nested().Any(p => OfNoun(p) is not null);

    /// <summary>Whether a noun only carries the event in its genitive ("operation").</summary>
    public bool IsCarrier(Phrase phrase) => phrase.Lemma is { } lemma && meanings.FramesOf(lemma.Text, FrameKind.Carrier).Count > 0;

    /// <summary>Whether only nouns that carry an event stand between a phrase's head and the event noun in it.</summary>
    public bool IsCarried(Phrase outer, Phrase noun)
    {
        foreach (var phrase in outer.Nested())
        {
            if (phrase == noun) return true;
            if (!IsCarrier(phrase) && phrase.Kind?.Denotes != Denotes.Quantity) return false;
        }
        return false;
    }

    /// <summary>
    /// An accident, a disaster or a disease: "an incident on the road", but no "shooting incident" and no "security incident", and no incident that was
    /// told of before.
    /// </summary>
    public bool IsAccident(Phrase phrase) =>
        phrase is { Name: null, Lemma: { } lemma } && meanings.IsAccident(lemma.Text)
        && !(meanings.AnaphorGroup(lemma.Text) == "blast" && (phrase.Features.HasFlag(Morph.Def) || OfNoun(phrase) is not null || (phrase.Genitive is { } inner && OfNoun(inner) is not null) || phrase.AdjectiveLemmas.Count > 0));

    /// <summary>A flood, an illness or an accident; or an action or quality, unless it is an event that another clause tells: they do nothing themselves.</summary>
    public bool IsAbstract(Phrase phrase) =>
        phrase.Number is null && IsAccident(phrase)
        || phrase is { Kind: null, Name: null, IsPronoun: false, IsPersonName: false, Demonym: < 0, Number: null } && phrase.Features.HasFlag(Morph.Masdar) && OfNoun(phrase) is null;

    /// <summary>"Checkpoint", "social media sites", "rapid intervention forces": an event word that only says what kind of thing the head is.</summary>
    public static bool IsPartOfName(Phrase outer, Phrase noun)
    {
        foreach (var phrase in outer.Nested())
        {
            if (phrase == noun) return false;
            if (phrase.Kind?.Denotes is Denotes.Facility or Denotes.Site or Denotes.Weapon or Denotes.Vehicle or Denotes.Aircraft or Denotes.Body or Denotes.Force) return true;
        }
        return false;
    }

    /// <summary>What stands in the genitive of a place's head is its name; what is fought against has not happened.</summary>
    public bool NamesOrOpposes(Phrase phrase) => phrase.Kind?.Denotes == Denotes.Place || (phrase.Lemma is { } word && meanings.CueOf("against", word.Text) is not null);

    /// <summary>The frame of a word together with a phrase: by the phrase's head, else by what it denotes.</summary>
    private Frame? CompoundWith(string word, Phrase phrase)
    {
        foreach (var inner in phrase.Nested())
        {
            if (inner.Lemma is { } head && meanings.CompoundOf(word, "+" + head.Text) is { } byWord) return byWord;
            if (!IsCarrier(inner) && inner.Kind?.Denotes != Denotes.Quantity) break;
        }
        return phrase.Kind is { } kind ? meanings.CompoundOf(word, "@" + kind.Denotes.ToString().ToLowerInvariant()) : null;
    }
}
