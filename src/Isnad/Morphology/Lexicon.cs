using Isnad.Text;

namespace Isnad.Morphology;

/// <summary>
/// A language's words, compiled: stems in a trie, what may surround a stem of each slot, and the clitics.
/// Immutable and safe to share between threads.
/// </summary>
internal sealed class Lexicon
{
    internal readonly record struct Stem(int Lemma, ushort Slot, Morph Features, int Spelling);
    internal readonly record struct Ending(byte Prefix, ushort Suffix, ushort Bound, Morph Features);
    internal readonly record struct SuffixReading(ushort Suffix, byte Pronoun, int Spelling);

    /// <summary>Proclitics in a row, with the prefix of a form after them.</summary>
    internal readonly record struct Opening(uint Clitics, byte Length, byte Prefix, byte PrefixLength, Attach Attach);

    /// <summary>No pronoun can follow an ending with this bound form.</summary>
    internal const ushort NoBound = ushort.MaxValue;

    public required FoldTable Fold { get; init; }
    public required Lemma[] Lemmas { get; init; }
    public required DoubleArrayTrie Stems { get; init; }
    public required Stem[][] StemsAt { get; init; }
    public required string[] Spellings { get; init; }
    public required DoubleArrayTrie Openings { get; init; }
    public required Opening[][] OpeningsAt { get; init; }
    public required DoubleArrayTrie Suffixes { get; init; }
    public required SuffixReading[][] SuffixesAt { get; init; }
    public required string[] SuffixSpellings { get; init; }
    /// <summary>Endings by slot.</summary>
    public required Ending[][] Endings { get; init; }
    public required Enclitic[] Enclitics { get; init; }
    public required Proclitic[] Proclitics { get; init; }
    /// <summary>Closed-class words, by folded form.</summary>
    public required Dictionary<string, int[]> Particles { get; init; }

    /// <summary>The bit of a proclitic, or null.</summary>
    public uint? Clitic(string name) => Array.Find(Proclitics, p => p.Name == name)?.Bit;

    /// <summary>Proclitic rows that stand before a whole word, without a form's own prefix: (bits, length).</summary>
    public required (uint Clitics, string Form, int Overlap, Attach Attach)[] CliticRows { get; init; }
}

/// <summary>What a row of proclitics may be attached to.</summary>
[Flags]
internal enum Attach : byte { None = 0, Nominal = 1, Perfect = 2, Imperfect = 4, Particle = 8, Bare = 16, Any = Nominal | Perfect | Imperfect | Particle }
