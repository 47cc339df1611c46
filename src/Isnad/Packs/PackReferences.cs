using System.Globalization;
using Isnad.Knowledge;
using Isnad.Morphology;

namespace Isnad.Packs;

/// <summary>Whether what one table names exists in another.</summary>
internal static class PackReferences
{
    /// <summary>Ids (a person has a line for each office), countries, parents, organisations, parties, links, dates and degrees of the world's tables.</summary>
    public static void CheckWorld(PackFolder world, List<PackFault> faults)
    {
        var countries = Ids(world.Table("countries.tsv"), "iso3", faults);
        var actors = Ids(world.Table("actors.tsv"), "id", faults);
        Ids(world.Table("outlets.tsv"), "id", faults);
        Ids(world.Table("agreements.tsv"), "id", faults);
        Ids(world.Table("places.tsv"), "id", faults);
        var places = world.Table("places.tsv").Rows.Select(r => r["name_en"]).ToHashSet(StringComparer.Ordinal);
        foreach (var file in (string[])["actors.tsv", "outlets.tsv", "people.tsv", "places.tsv"])
            foreach (var row in world.Table(file).Rows) Known(row, "country", countries, "countries.tsv has no such code", faults);
        foreach (var row in world.Table("actors.tsv").Rows)
        {
            Known(row, "parent", actors, "actors.tsv has no such id", faults);
            if (row["parent"] == row["id"]) faults.Add(row.Error("parent", "an actor cannot be its own parent").Faults[0]);
        }
        foreach (var row in world.Table("people.tsv").Rows)
        {
            Known(row, "org", actors, "actors.tsv has no such id", faults);
            Date(row, "from", faults);
            Date(row, "to", faults);
            if (row["from"] != "-" && row["to"] != "-" && string.CompareOrdinal(row["from"], row["to"]) > 0) faults.Add(row.Error("to", "the end stands before the beginning").Faults[0]);
        }
        foreach (var row in world.Table("agreements.tsv").Rows)
        {
            Known(row, "parties", actors, "actors.tsv has no such id", faults);
            Date(row, "date", faults);
        }
        foreach (var row in world.Table("places.tsv").Rows)
        {
            Known(row, "links", places, "places.tsv has no place of that name", faults);
            Degrees(row, faults);
        }
        foreach (var row in world.Table("countries.tsv").Rows) Degrees(row, faults);
    }

    /// <summary>Lemmas that frames and kinds name and the lexicon does not have, as warnings; functions that context rules name.</summary>
    public static void CheckWords(PackFolder folder, LanguagePack pack, List<PackFault> faults)
    {
        var lemmas = new Dictionary<string, Morph>(StringComparer.Ordinal);
        foreach (var lemma in pack.Lexicon.Lemmas) lemmas[lemma.Text] = lemmas.GetValueOrDefault(lemma.Text) | lemma.PartOfSpeech;
        foreach (var row in folder.Table("semantics/frames.tsv").Rows)
            Lemma(row, "lemma", lemmas, row["pos"] is "verb" ? Morph.Verb : row["pos"] is "noun" or "carrier" ? Morph.Nominal : Morph.PartOfSpeech, faults);
        foreach (var row in folder.Table("semantics/kinds.tsv").Rows) Lemma(row, "lemma", lemmas, Morph.Nominal, faults);
        foreach (var row in folder.Table("semantics/needs.tsv").Rows) Lemma(row, "lemma", lemmas, Morph.Verb | Morph.Nominal, faults);
        foreach (var row in folder.Table("semantics/states.tsv").Rows) Lemma(row, "verb", lemmas, Morph.Verb, faults);
        var functions = folder.Table("lexicon/particles.tsv").Rows.Select(r => r["function"]).ToHashSet(StringComparer.Ordinal);
        foreach (var row in folder.Table("morphology/context.tsv").Rows)
            foreach (var column in (string[])["before", "word"])
                foreach (var part in row[column].Split('&'))
                    if (part.TrimStart('-').StartsWith("func:", StringComparison.Ordinal) && !functions.Contains(part.TrimStart('-')[5..]))
                        faults.Add(row.Error(column, $"no particle has the function '{part}'").Faults[0]);
    }

    /// <summary>Names that several entries of the world share, as warnings.</summary>
    public static void CheckNames(LanguagePack pack, List<PackFault> faults)
    {
        var world = pack.World;
        var owners = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        void Add(string file, string id, string name)
        {
            var folded = pack.Fold.Fold(name);
            if (!owners.TryGetValue(folded, out var list)) owners[folded] = list = [];
            list.Add($"{file} {id}");
        }
        foreach (var (kind, ids) in NamesOf(world))
            foreach (var (id, name) in ids) Add(kind, id, name);
        foreach (var (name, list) in owners)
            if (list.Distinct().Count() > 1) faults.Add(Warning("world", 0, 0, $"'{name}' names {string.Join(", ", list.Distinct())}"));
    }

    /// <summary>Lemmas that stand in one table of meanings more than once, as warnings: the first counts.</summary>
    public static void CheckRepeated(PackFolder folder, List<PackFault> faults)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in folder.Table("semantics/kinds.tsv").Rows)
            if (!lines.TryAdd(row["lemma"], row.Line)) faults.Add(Warning(row, "lemma", $"'{row["lemma"]}' stands in line {lines[row["lemma"]]} too; that one counts"));
    }

    private static IEnumerable<(string Kind, IEnumerable<(string Id, string Name)> Names)> NamesOf(World world)
    {
        yield return ("country", world.Countries.Select(c => (c.Iso3, c.Name)));
        yield return ("actor", world.Actors.Select(a => (a.Id, a.Name)));
        yield return ("person", world.People.Select(p => (p.Id, p.Name)));
        yield return ("outlet", world.Outlets.Select(o => (o.Id, o.Name)));
        yield return ("place", world.Places.Select(p => (p.Id, p.Name)));
        yield return ("agreement", world.Agreements.Select(a => (a.Id, a.Name)));
    }

    private static HashSet<string> Ids(Table table, string column, List<PackFault> faults)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
            if (!ids.Add(row[column])) faults.Add(row.Error(column, $"the id '{row[column]}' stands twice").Faults[0]);
        return ids;
    }

    private static void Known(Row row, string column, HashSet<string> ids, string message, List<PackFault> faults)
    {
        foreach (var id in row.List(column))
            if (!ids.Contains(id)) faults.Add(row.Error(column, $"'{id}': {message}").Faults[0]);
    }

    private static void Lemma(Row row, string column, Dictionary<string, Morph> lemmas, Morph partOfSpeech, List<PackFault> faults)
    {
        var lemma = row[column];
        // Of several words the first bears the inflection.
        var head = lemma.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? lemma[..blank] : lemma;
        if (!lemmas.TryGetValue(head, out var found)) faults.Add(Warning(row, column, $"the lexicon has no lemma '{head}'"));
        else if ((found & partOfSpeech) == 0) faults.Add(Warning(row, column, $"the lexicon has '{head}' as {MorphNames.Describe(found)} only"));
    }

    private static void Date(Row row, string column, List<PackFault> faults)
    {
        if (row[column] is not "-" and var date && !DateOnly.TryParseExact(date, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            faults.Add(row.Error(column, $"'{date}' is no date (2020-02-07, 2020-02 or 2020)").Faults[0]);
    }

    private static void Degrees(Row row, List<PackFault> faults)
    {
        foreach (var (column, most) in (ReadOnlySpan<(string, double)>)[("lat", 90), ("lon", 180)])
            if (row[column] != "-" && !(double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most))
                faults.Add(row.Error(column, $"'{row[column]}' is no number of degrees").Faults[0]);
    }

    private static PackFault Warning(Row row, string column, string message) => row.Error(column, message).Faults[0] with { IsWarning = true };

    private static PackFault Warning(string file, int line, int column, string message) => new(file, line, column, message) { IsWarning = true };
}
