using Isnad.Morphology;

namespace Isnad.Clauses;

/// <summary>How a clause hangs on another.</summary>
internal enum Link : byte { Main, Coordinate, Complement, Relative, Subordinate, Auxiliary, Fragment }

/// <summary>A predicate with what stands around it.</summary>
internal sealed class Clause
{
    /// <summary>Items in text order; those of clauses inside it are in those.</summary>
    public readonly List<SentencePart> Items = [];
    /// <summary>How it hangs on <see cref="Parent"/>.</summary>
    public Link Link;
    /// <summary>The clause that it belongs to.</summary>
    public Clause? Parent;
    /// <summary>The phrase that a relative clause qualifies.</summary>
    public Phrase? Antecedent;
    /// <summary>The particle that opens it, as the pack names its function.</summary>
    public string Opening = "";
    /// <summary>Finite verb, if any.</summary>
    public SentencePart? Verb;
    /// <summary>Functions of the particles that stand before the verb (negation, future ...).</summary>
    public readonly List<string> Particles = [];
    /// <summary>Subject and what is coordinated with it.</summary>
    public readonly List<Phrase> Subjects = [];
    /// <summary>Whether the subject was taken from an earlier clause.</summary>
    public bool SubjectInherited;
    /// <summary>Whether a comma stands before the "and" that joins it.</summary>
    public bool AfterComma;
    /// <summary>Object and what is coordinated with it.</summary>
    public readonly List<Phrase> Objects = [];
    /// <summary>Phrases under prepositions.</summary>
    public readonly List<Phrase> Complements = [];
    /// <summary>Whether the verb is read as passive.</summary>
    public bool IsPassive;
    /// <summary>Index of the sentence in the report.</summary>
    public int Sentence;

    public bool Has(string function) => Particles.Contains(function);

    /// <summary>First token.</summary>
    public int Start => Items.Count > 0 ? Items[0].Start : -1;

    /// <summary>One past the last token.</summary>
    public int End => Items.Count > 0 ? Items[^1].End : -1;
}
