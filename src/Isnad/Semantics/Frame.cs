using Isnad.Readings;

namespace Isnad.Semantics;

/// <summary>How a frame's word stands in a clause.</summary>
internal enum FrameKind : byte { Verb, Noun, Light, Carrier, Result, Governor, Phase }

/// <summary>Where the roles of a verb stand.</summary>
internal enum RolePattern : byte { None, Transitive, Prepositional, Victim, Mutual, Modifiers, Speech, Motion }

/// <summary>What the genitive of a verbal noun is.</summary>
internal enum Genitive : byte { Unknown, Agent, Victim, Target, Either }

/// <summary>The roles that arguments fill.</summary>
internal enum Role : byte { None, Agent, Target, Place, From, Toward, Instrument, Partner, Inner, Topic, Cause, About, Under, Also, Between, During, Without, Except }

/// <summary>A word that tells an event, or that gives an event in its complement a status.</summary>
internal sealed record Frame(FrameKind Kind, EventType? Type, string Mode, RolePattern Roles, Genitive Genitive, ClaimStatus? Inner, Measure? Measure,
    IReadOnlyList<(string Preposition, Role Role)> Prepositions, string Lemma)
{
    /// <summary>The role that a preposition gives, if the frame says so.</summary>
    public Role? RoleOf(string preposition)
    {
        foreach (var (p, role) in Prepositions)
            if (p == preposition) return role;
        return null;
    }
}

/// <summary>What a noun denotes.</summary>
internal enum Denotes : byte { Other, Person, Force, Body, Place, Facility, Site, Weapon, Aircraft, Vehicle, Document, Agreement, Family, Quantity }

/// <summary>What a noun denotes, more finely, and what a bare number of it is a figure of.</summary>
internal sealed record NounKind(Denotes Denotes, string Class, Measure? Measure);

/// <summary>What a word asks of its agent, or of what it is done to, so as to tell an event: to be of one of these kinds or classes of nouns.</summary>
internal sealed record Need(bool IsOfAgent, IReadOnlyList<string> Kinds);
