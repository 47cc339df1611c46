using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Morphology;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Speech;

/// <summary>Judges who can say something, and what kind of source they are.</summary>
internal sealed class SpeakerJudge(Meanings meanings, World world, EventFrames frames)
{
    private static readonly string[] Speaking = ["anonymous", "witness", "document", "office", "monitor", "via-noun", "weak", "spokesman"];

    /// <summary>Whether a phrase can name someone who says something.</summary>
    public bool CanSpeak(Phrase phrase)
    {
        if (phrase.IsPronoun) return false;
        if (phrase.IsPersonName || phrase.Office is not null || MediaKind(phrase) is not null) return true;
        if (phrase.Name is { } name && phrase.Head == name.Start && name.Entries.Any(e => e.Kind is NameKind.Actor or NameKind.Person or NameKind.Outlet or NameKind.Country or NameKind.Capital)) return true;
        if (phrase.Group is { } group && CanSpeak(group)) return true;
        if (phrase.Kind is { Denotes: Denotes.Quantity } && phrase.Genitive is { } counted) return CanSpeak(counted);
        if (phrase.Kind is { Denotes: Denotes.Document, Class: "law" }) return false;
        if (phrase.Kind?.Denotes is Denotes.Person or Denotes.Force or Denotes.Body or Denotes.Document or Denotes.Family) return true;
        if (phrase.Lemma is not { } lemma) return false;
        foreach (var kind in Speaking)
            if (meanings.CueOf(kind, lemma.Text) is not null) return true;
        return false;
    }

    /// <summary>Whether the subject of a word of saying may be somebody, though the reader knows nothing of the word.</summary>
    public bool MaySpeak(Phrase phrase) =>
        CanSpeak(phrase) || (!phrase.IsPronoun && phrase.Number is null && phrase.Kind is null && phrase.Head >= 0 && !phrase.Features.HasFlag(Morph.Masdar)
            && (phrase.Lemma is null && (phrase.IsDefinite || phrase.End - phrase.Start > 1) || phrase.Name is not null || (phrase.IsDefinite && phrase.Features.HasFlag(Morph.Human))));

    /// <summary>Whether a definite phrase of which nothing is known may be a body, where words of attribution name it ("the Red Crescent").</summary>
    public bool MayBeBody(Phrase phrase) =>
        MaySpeak(phrase) || phrase is { IsPronoun: false, IsDefinite: true, Kind: null, Number: null, Head: >= 0 } && phrase.Analysis.Pronoun == 0
            && (phrase.Adjectives.Count > 0 || phrase.Genitive is not null && !phrase.Features.HasFlag(Morph.Masdar)) && frames.OfNoun(phrase) is null;

    /// <summary>The kind of a newspaper, agency or station; null for others.</summary>
    public SourceKind? MediaKind(Phrase phrase)
    {
        foreach (var part in phrase.Nested())
        {
            if (part.Name?.As(NameKind.Outlet) is { } entry && part.Head == part.Name.Start && part.Name.As(NameKind.Country) is null)
                return part == phrase || phrase.Kind?.Class == "media" || Is("via-noun", phrase) ? OfOutlet(world.Outlets[entry.Index].Kind) : null;
            if (part != phrase && part.Kind?.Class != "media" && !Is("via-noun", part)) break;
        }
        if (phrase.Kind is not { Class: "media" } || !Is("via-noun", phrase)) return null;
        return Is("agency", phrase) ? SourceKind.Agency : Is("channel", phrase) ? SourceKind.Channel : SourceKind.Outlet;
    }

    /// <summary>Whether somebody hands on what others say: media and monitors.</summary>
    public bool HandsOn(Speaker speaker) => speaker.Kind is SourceKind.Outlet or SourceKind.Agency or SourceKind.Channel or SourceKind.Monitor;

    /// <summary>The kind of source that a phrase names.</summary>
    public SourceKind KindOf(Phrase phrase)
    {
        if (MediaKind(phrase) is { } media) return media;
        if (phrase.Name is { } state && phrase.Head == state.Start && (state.As(NameKind.Country) ?? state.As(NameKind.Capital)) is not null) return SourceKind.Organisation;
        if (phrase.IsPersonName || phrase.Name?.As(NameKind.Person) is not null) return SourceKind.Person;
        if (phrase.Name?.As(NameKind.Actor) is { } actor && phrase.Head == phrase.Name.Start)
            return world.Actors[actor.Index].Role switch { "monitor" when Is("monitor", phrase) => SourceKind.Monitor, "agency" => SourceKind.Agency, "ministry" => SourceKind.Office, _ => SourceKind.Organisation };
        if (phrase.Group is { } group && CanSpeak(group)) return OfSeveral(group);
        if (phrase.Kind is { Denotes: Denotes.Quantity } && phrase.Genitive is { } counted) return OfSeveral(counted);
        if (Is("witness", phrase) || phrase.Kind?.Denotes == Denotes.Family) return SourceKind.Witness;
        if (Is("anonymous", phrase) || Is("weak", phrase)) return SourceKind.Anonymous;
        if (Is("spokesman", phrase)) return SourceKind.Office;
        if (phrase.Kind?.Denotes == Denotes.Person)
        {
            if (!phrase.IsDefinite) return SourceKind.Anonymous;
            if (phrase.Features.HasFlag(Morph.Plur)) return SourceKind.Organisation;
            return phrase.Kind.Class == "official" || Is("office", phrase) ? SourceKind.Office : SourceKind.Person;
        }
        if (Is("document", phrase) || phrase.Kind?.Denotes is Denotes.Document or Denotes.Agreement) return SourceKind.Document;
        if (Is("monitor", phrase)) return SourceKind.Monitor;
        return Is("office", phrase) ? SourceKind.Office : SourceKind.Organisation;
    }

    /// <summary>"One of the survivors", "a number of officials".</summary>
    private SourceKind OfSeveral(Phrase group) =>
        Is("witness", group) || group.Kind?.Class is "civilian" or "displaced" ? SourceKind.Witness : group.Kind?.Denotes == Denotes.Person ? SourceKind.Anonymous : KindOf(group);

    /// <summary>Whether the head of a phrase is listed as a cue of that kind.</summary>
    public bool Is(string kind, Phrase phrase) => phrase.Lemma is { } lemma && meanings.CueOf(kind, lemma.Text) is not null;

    private static SourceKind OfOutlet(string kind) => kind switch
    {
        "agency" => SourceKind.Agency,
        "monitor" => SourceKind.Monitor,
        "channel" or "tv" or "radio" => SourceKind.Channel,
        _ => SourceKind.Outlet,
    };
}
