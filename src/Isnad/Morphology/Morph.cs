namespace Isnad.Morphology;

/// <summary>Morphological features of a word form. Absent members of a category leave it open.</summary>
[Flags]
internal enum Morph : ulong
{
    None = 0,
    Verb = 1, Noun = 1 << 1, Adj = 1 << 2, Prep = 1 << 3, Conj = 1 << 4, Part = 1 << 5, Adv = 1 << 6, Pron = 1 << 7,
    Dem = 1 << 8, Rel = 1 << 9, Intj = 1 << 10, Name = 1 << 11,
    Perf = 1 << 12, Imperf = 1 << 13, Imper = 1 << 14,
    Ind = 1 << 15, Sub = 1 << 16, Jus = 1 << 17,
    Act = 1 << 18, Pass = 1 << 19,
    First = 1 << 20, Second = 1 << 21, Third = 1 << 22,
    Masc = 1 << 23, Fem = 1 << 24,
    Sing = 1 << 25, Dual = 1 << 26, Plur = 1 << 27,
    Nom = 1 << 28, Acc = 1 << 29, Gen = 1 << 30,
    Cons = 1UL << 31, Abs = 1UL << 32, Indef = 1UL << 33,
    Masdar = 1UL << 34, ActivePart = 1UL << 35, PassivePart = 1UL << 36,
    Def = 1UL << 37, Human = 1UL << 38, Elative = 1UL << 39, Broken = 1UL << 40, Nisba = 1UL << 41, Derived = 1UL << 42, Numeral = 1UL << 43,

    Nominal = Noun | Adj | Name,
    PartOfSpeech = Verb | Noun | Adj | Prep | Conj | Part | Adv | Pron | Dem | Rel | Intj | Name,
    Finite = Perf | Imperf,
    Gender = Masc | Fem,
    Number = Sing | Dual | Plur,
    Case = Nom | Acc | Gen,
    Voice = Act | Pass,
}

/// <summary>Names of features as packs write them.</summary>
internal static class MorphNames
{
    private static readonly Dictionary<string, Morph> Named = new(StringComparer.Ordinal)
    {
        ["verb"] = Morph.Verb,
        ["noun"] = Morph.Noun,
        ["adj"] = Morph.Adj,
        ["prep"] = Morph.Prep,
        ["conj"] = Morph.Conj,
        ["part"] = Morph.Part,
        ["adv"] = Morph.Adv,
        ["pron"] = Morph.Pron,
        ["dem"] = Morph.Dem,
        ["rel"] = Morph.Rel,
        ["intj"] = Morph.Intj,
        ["name"] = Morph.Name,
        ["perf"] = Morph.Perf,
        ["imperf"] = Morph.Imperf,
        ["imper"] = Morph.Imper,
        ["ind"] = Morph.Ind,
        ["sub"] = Morph.Sub,
        ["jus"] = Morph.Jus,
        ["act"] = Morph.Act,
        ["pass"] = Morph.Pass,
        ["1"] = Morph.First,
        ["2"] = Morph.Second,
        ["3"] = Morph.Third,
        ["m"] = Morph.Masc,
        ["f"] = Morph.Fem,
        ["s"] = Morph.Sing,
        ["d"] = Morph.Dual,
        ["p"] = Morph.Plur,
        ["nom"] = Morph.Nom,
        ["acc"] = Morph.Acc,
        ["gen"] = Morph.Gen,
        ["obl"] = Morph.Acc | Morph.Gen,
        ["cons"] = Morph.Cons,
        ["abs"] = Morph.Abs,
        ["indef"] = Morph.Indef,
        ["masdar"] = Morph.Masdar,
        ["ap"] = Morph.ActivePart,
        ["pp"] = Morph.PassivePart,
        ["def"] = Morph.Def,
        ["human"] = Morph.Human,
        ["elative"] = Morph.Elative,
        ["nisba"] = Morph.Nisba,
        ["derived"] = Morph.Derived,
        ["broken"] = Morph.Broken,
        ["num"] = Morph.Numeral,
        ["nominal"] = Morph.Nominal,
        ["finite"] = Morph.Finite,
    };

    /// <summary>The feature that a pack's word names.</summary>
    public static bool TryParse(string word, out Morph feature) => Named.TryGetValue(word, out feature);

    /// <summary>Features of a blank-separated list, or null with the offending word.</summary>
    public static Morph? Parse(string words, out string? unknown)
    {
        var features = Morph.None;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Named.TryGetValue(word, out var feature)) { unknown = word; return null; }
            features |= feature;
        }
        unknown = null;
        return features;
    }

    /// <summary>A feature set as packs write it.</summary>
    public static string Describe(Morph features)
    {
        var words = new List<string>();
        foreach (var (name, feature) in Named)
            if (System.Numerics.BitOperations.PopCount((ulong)feature) == 1 && (features & feature) != 0) words.Add(name);
        return string.Join(' ', words);
    }
}
