namespace Isnad.Morphology;

/// <summary>One way to read a word: proclitics, a form of a lemma, a suffix pronoun.</summary>
/// <param name="Lemma">Index of the lemma.</param>
/// <param name="Features">Features of the form, those of the lemma included.</param>
/// <param name="Clitics">Proclitics, as bits in the order of the pack's list.</param>
/// <param name="Pronoun">Index of the suffix pronoun, 0 if none.</param>
/// <param name="StemStart">Folded code units of the token before the form.</param>
/// <param name="Cost">Differences of spelling and rarity; smaller is better.</param>
internal readonly record struct Analysis(int Lemma, Morph Features, uint Clitics, byte Pronoun, byte StemStart, byte Cost)
{
    public bool Is(Morph all) => (Features & all) == all;
    public bool IsAny(Morph any) => (Features & any) != 0;
}

/// <summary>A dictionary word.</summary>
/// <param name="Text">Citation form as the pack writes it.</param>
/// <param name="PartOfSpeech">Its part of speech.</param>
/// <param name="Function">For closed classes: what it does, as the pack names it; else empty.</param>
/// <param name="Root">For verbal nouns and participles: the citation form of the verb.</param>
internal sealed record Lemma(string Text, Morph PartOfSpeech, string Function, string Root)
{
    /// <summary>Valency codes of verbs: <c>0 1 2 c</c>.</summary>
    public string Valency { get; init; } = "";

    /// <summary>How much likelier than other words of its kind it is, as the pack weighs it.</summary>
    public int Prior { get; init; }

    /// <summary>The features of the forms to which <see cref="Prior"/> applies.</summary>
    public Morph PriorFor { get; init; }
}

/// <summary>A clitic that may stand before a word.</summary>
internal sealed record Proclitic(string Name, uint Bit, int Order);

/// <summary>A suffix pronoun. Where it <c>Overlaps</c>, its form is the last letters of the suffix before it and nothing more is written.</summary>
internal sealed record Enclitic(string Name, Morph Features, string Form, bool Overlaps, bool VerbOnly, bool NominalOnly);
