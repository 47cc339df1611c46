using System.Runtime.InteropServices;
using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Morphology;

/// <summary>
/// A language's words, compiled: stems in a trie, what may surround a stem of each slot, and the clitics.
/// Immutable and safe to share between threads.
/// </summary>
internal sealed class Lexicon
{
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal readonly record struct Stem(int Lemma, ushort Slot, Morph Features, int Spelling);
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal readonly record struct Ending(byte Prefix, ushort Suffix, ushort Bound, Morph Features);
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal readonly record struct SuffixReading(ushort Suffix, byte Pronoun, int Spelling);

    /// <summary>Proclitics in a row, with the prefix of a form after them.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal readonly record struct Opening(uint Clitics, byte Length, byte Prefix, byte PrefixLength, Attach Attach);

    /// <summary>No pronoun can follow an ending with this bound form.</summary>
    internal const ushort NoBound = ushort.MaxValue;

    public required FoldTable Fold { get; init; }
    public required LemmaTable Lemmas { get; init; }
    public required DoubleArrayTrie Stems { get; init; }
    public required Lists<Stem> StemsAt { get; init; }
    /// <summary>Spellings of stems and suffixes are strings of this pool.</summary>
    public required Texts Texts { get; init; }
    public required DoubleArrayTrie Openings { get; init; }
    public required Lists<Opening> OpeningsAt { get; init; }
    public required DoubleArrayTrie Suffixes { get; init; }
    public required Lists<SuffixReading> SuffixesAt { get; init; }
    /// <summary>Endings by slot.</summary>
    public required Lists<Ending> Endings { get; init; }
    public required Enclitic[] Enclitics { get; init; }
    public required Proclitic[] Proclitics { get; init; }
    /// <summary>Closed-class words by folded form, and their lemmas.</summary>
    public required TextIndex Particles { get; init; }
    public required Lists<int> ParticlesAt { get; init; }

    /// <summary>The bit of a proclitic, or null.</summary>
    public uint? Clitic(string name)
    {
        foreach (var proclitic in Proclitics)
            if (proclitic.Name == name) return proclitic.Bit;
        return null;
    }

    /// <summary>Proclitic rows that stand before a whole word, without a form's own prefix: (bits, length).</summary>
    public required (uint Clitics, string Form, int Overlap, Attach Attach)[] CliticRows
    {
        get;
        init
        {
            field = value;
            _rowsFrom = [.. value.Where(r => r.Form.Length > 0).GroupBy(r => r.Form[0]).Select(g => (g.Key, g.ToArray()))];
        }
    }

    private readonly (char First, (uint Clitics, string Form, int Overlap, Attach Attach)[] Rows)[] _rowsFrom = [];

    /// <summary>The rows of proclitics that begin with a letter, in order.</summary>
    public ReadOnlySpan<(uint Clitics, string Form, int Overlap, Attach Attach)> CliticRowsFrom(char first)
    {
        foreach (var (letter, rows) in _rowsFrom)
            if (letter == first) return rows;
        return [];
    }

    public void Write(PackOutput to)
    {
        Lemmas.Write(to);
        Stems.Write(to);
        StemsAt.Write(to);
        Openings.Write(to);
        OpeningsAt.Write(to);
        Suffixes.Write(to);
        SuffixesAt.Write(to);
        Endings.Write(to);
        to.Many(Enclitics, e =>
        {
            to.Text(e.Name);
            to.Array<Morph>([e.Features]);
            to.Text(e.Form);
            to.Array<bool>([e.Overlaps, e.VerbOnly, e.NominalOnly]);
        });
        to.Many(Proclitics, p =>
        {
            to.Text(p.Name);
            to.Int((int)p.Bit);
            to.Int(p.Order);
        });
        Particles.Write(to);
        ParticlesAt.Write(to);
        to.Many(CliticRows, r =>
        {
            to.Int((int)r.Clitics);
            to.Text(r.Form);
            to.Int(r.Overlap);
            to.Int((int)r.Attach);
        });
    }

    public static Lexicon Read(PackInput from, FoldTable fold) => new()
    {
        Fold = fold,
        Texts = from.Texts,
        Lemmas = LemmaTable.Read(from),
        Stems = DoubleArrayTrie.Read(from),
        StemsAt = Lists<Stem>.Read(from),
        Openings = DoubleArrayTrie.Read(from),
        OpeningsAt = Lists<Opening>.Read(from),
        Suffixes = DoubleArrayTrie.Read(from),
        SuffixesAt = Lists<SuffixReading>.Read(from),
        Endings = Lists<Ending>.Read(from),
        Enclitics = from.Many(() =>
        {
            var (name, features, form, only) = (from.Text(), from.Array<Morph>()[0], from.Text(), from.Array<bool>());
            return new Enclitic(name, features, form, only[0], only[1], only[2]);
        }),
        Proclitics = from.Many(() => new Proclitic(from.Text(), (uint)from.Int(), from.Int())),
        Particles = TextIndex.Read(from),
        ParticlesAt = Lists<int>.Read(from),
        CliticRows = from.Many(() => ((uint)from.Int(), from.Text(), from.Int(), (Attach)from.Int())),
    };
}

/// <summary>What a row of proclitics may be attached to.</summary>
[Flags]
internal enum Attach : byte { None = 0, Nominal = 1, Perfect = 2, Imperfect = 4, Particle = 8, Bare = 16, Any = Nominal | Perfect | Imperfect | Particle }
