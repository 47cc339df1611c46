using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Morphology;

/// <summary>The clitics of a pack, and every legal row of proclitics.</summary>
internal sealed class CliticTable
{
    public required Proclitic[] Proclitics { get; init; }
    public required (uint Clitics, string Form, int Overlap, Attach Attach)[] Rows { get; init; }
    public required Enclitic[] Enclitics { get; init; }

    /// <summary>Reads <c>morphology/clitics.tsv</c>.</summary>
    public static CliticTable Read(PackFolder pack, FoldTable fold)
    {
        var proclitics = new List<Proclitic>();
        var singles = new List<(int Order, uint Clitics, string Form, int Overlap, Attach Attach)>();
        var enclitics = new List<Enclitic>();
        foreach (var row in pack.Table("morphology/clitics.tsv").Rows)
        {
            var form = fold.Fold(row["form"]);
            if (row["kind"] == "en")
            {
                var features = Morph.None;
                foreach (var c in row["name"])
                    features |= c switch { '1' => Morph.First, '2' => Morph.Second, '3' => Morph.Third, 'm' => Morph.Masc, 'f' => Morph.Fem, 's' => Morph.Sing, 'd' => Morph.Dual, 'p' => Morph.Plur, _ => 0 };
                enclitics.Add(new Enclitic(row["name"], features, form, row["overlap"] != "0", row["to"] == "verb", row["to"] == "nominal"));
                continue;
            }
            var bits = 0u;
            foreach (var name in row["name"].Split('+'))
            {
                var known = proclitics.Find(p => p.Name == name);
                if (known is null) proclitics.Add(known = new Proclitic(name, 1u << proclitics.Count, OrderOf(pack, name)));
                bits |= known.Bit;
            }
            var attach = Attach.None;
            foreach (var to in row["to"].Split('|'))
                attach |= to switch { "any" => Attach.Any, "nominal" => Attach.Nominal, "imperfect" => Attach.Imperfect, "perfect" => Attach.Perfect, "particle" => Attach.Particle, _ => 0 };
            singles.Add((row["name"].Contains('+', StringComparison.Ordinal) ? 4 : int.Parse(row["order"], System.Globalization.CultureInfo.InvariantCulture), bits, form, int.Parse(row["overlap"], System.Globalization.CultureInfo.InvariantCulture), attach));
        }
        // Every legal row: at most one of each order; a contraction stands for a preposition and the article.
        var rows = new List<(uint, string, int, Attach)>();
        var firsts = singles.Where(s => s.Order == 1).Prepend((1, 0u, "", 0, Attach.Any)).ToList();
        foreach (var (_, b1, f1, _, a1) in firsts)
        {
            foreach (var (order, b2, f2, overlap, a2) in singles.Where(s => s.Order is 2 or 4).Prepend((2, 0u, "", 0, Attach.Any)).ToList())
            {
                if (b1 != 0 || b2 != 0) rows.Add((b1 | b2, f1 + f2, overlap, a1 & a2));
                if (order == 4) continue;
                foreach (var (_, b3, f3, o3, a3) in singles.Where(s => s.Order == 3))
                    if ((a2 & a3) != 0 && !singles.Exists(s => s.Order == 4 && (s.Clitics & b2) != 0 && b2 != 0))
                        rows.Add((b1 | b2 | b3, f1 + f2 + f3, o3, a1 & a2 & a3));
            }
        }
        return new CliticTable { Proclitics = [.. proclitics], Rows = [.. rows], Enclitics = [.. enclitics] };
    }

    /// <summary>The order of a proclitic in the row where it stands alone.</summary>
    private static int OrderOf(PackFolder pack, string name)
    {
        foreach (var row in pack.Table("morphology/clitics.tsv").Rows)
            if (row["name"] == name && row["kind"] == "pro") return int.Parse(row["order"], System.Globalization.CultureInfo.InvariantCulture);
        return 0;
    }
}
