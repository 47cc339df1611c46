using System.Globalization;
using Isnad.Packs;
using Isnad.Semantics;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>Words that set a place beside another: directions, nearness, units of length. Immutable.</summary>
internal sealed class Bearings
{
    private readonly Table _table;
    private readonly Dictionary<string, string> _directions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _near = new(StringComparer.Ordinal);
    private readonly HashSet<string> _distance = new(StringComparer.Ordinal);
    private readonly HashSet<string> _attributes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _within = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NounKind> _heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _units = new(StringComparer.Ordinal);

    private Bearings(Table table, FoldTable fold)
    {
        _table = table;
        foreach (var row in table.Rows)
        {
            var form = fold.Fold(row["form"]);
            switch (row["kind"])
            {
                case "direction": _directions[form] = row["value"]; break;
                case "near": _near.Add(form); break;
                case "distance": _distance.Add(form); break;
                case "within": _within.Add(form); break;
                case "attribute": _attributes.Add(form); break;
                case "head": _heads[row["form"]] = new NounKind(Denotes.Place, row["value"], null); break;
                default: _units[form] = double.Parse(row["value"], CultureInfo.InvariantCulture); break;
            }
        }
    }

    /// <summary>Reads <c>semantics/bearings.tsv</c>.</summary>
    public static Bearings Compile(PackFolder pack, FoldTable fold) => new(pack.Table("semantics/bearings.tsv"), fold);

    public void Write(PackOutput to) => _table.Write(to);

    public static Bearings Read(PackInput from, FoldTable fold) => new(Table.Read(from), fold);

    /// <summary>What a word denotes when the name of a place follows it, though by itself it denotes something else ("the judiciary", "the district of X"); null if nothing of the kind.</summary>
    public NounKind? HeadOf(string lemma) => _heads.GetValueOrDefault(lemma);

    /// <summary>The compass direction that folded words tell (<c>NE</c>), or null.</summary>
    public string? Direction(string words) => _directions.GetValueOrDefault(words);

    /// <summary>Whether folded words mean "near", of no direction.</summary>
    public bool IsNear(string words) => _near.Contains(words);

    /// <summary>Whether a folded word is "distance" or the like.</summary>
    public bool IsDistance(string word) => _distance.Contains(word);

    /// <summary>Whether a folded word tells that one place belongs to another ("of the district of").</summary>
    public bool IsWithin(string word) => _within.Contains(word);

    /// <summary>Whether a folded word qualifies places and is part of no name ("besieged", "strategic").</summary>
    public bool IsAttribute(string word) => _attributes.Contains(word);

    /// <summary>Kilometres of a unit of length, or null.</summary>
    public double? Unit(string word) => _units.TryGetValue(word, out var km) ? km : null;
}
