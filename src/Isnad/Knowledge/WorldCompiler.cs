using Isnad.Packs;
using Isnad.Text;

namespace Isnad.Knowledge;

/// <summary>Compiles the world pack with a language's names for it.</summary>
internal sealed class WorldCompiler(PackFolder? world, PackFolder language, FoldTable fold, Texts texts)
{
    /// <summary>Names of two letters are too often other words.</summary>
    private const int LeastOfPart = 3;

    private readonly SortedDictionary<string, List<NameEntry>> _names = new(StringComparer.Ordinal);

    /// <exception cref="PackException">A record cannot be read.</exception>
    public World Compile()
    {
        var (names, capital, tag) = ("names_" + language.Name, "capital_" + language.Name, language.Name);
        var (countries, actors) = (Table("countries.tsv"), Table("actors.tsv"));
        AddNames(countries, (NameKind.Country, names), (NameKind.Capital, capital), (NameKind.Demonym, "demonyms_" + tag));
        AddNames(actors, (NameKind.Actor, names), (NameKind.Actor, "labels_" + tag));
        var people = Named("people.tsv", NameKind.Person);
        var outlets = Named("outlets.tsv", NameKind.Outlet);
        var places = Named("places.tsv", NameKind.Place);
        var agreements = Named("agreements.tsv", NameKind.Agreement);
        var (titles, offices) = (language.Table("names/titles.tsv"), language.Table("names/offices.tsv"));
        for (var i = 0; i < titles.Rows.Count; i++) Add(titles.Rows[i]["name"], NameKind.Title, i);
        for (var i = 0; i < offices.Rows.Count; i++) Add(offices.Rows[i]["office"], NameKind.Office, i);
        var compiled = new World(_names.Count)
        {
            Countries = new(countries, World.Country(tag)),
            Actors = new(actors, World.Actor(tag)),
            People = new(people, World.Person(tag)),
            Outlets = new(outlets, World.Outlet(tag)),
            Places = new(places, World.Place(tag)),
            Agreements = new(agreements, World.Agreement(tag)),
            Titles = new(titles, World.Title),
            Offices = new(offices, World.Office),
            Divisions = new(Table("divisions.tsv"), World.Division),
            PlaceOverrides = new(Table("place-overrides.tsv"), World.Override(tag)),
            Names = DoubleArrayTrie.Build([.. _names.Keys]),
            Entries = Lists<NameEntry>.Build(_names.Values),
            GivenNames = Index("names/given.tsv", LeastOfPart),
            FamilyNames = Index("names/family.tsv", LeastOfPart),
            NameJoints = Index("names/parts.tsv", 1),
            CountryIds = FirstOf(countries, "iso3"),
            ActorIds = FirstOf(actors, "id"),
        };
        Check(compiled.Countries, compiled.Actors, compiled.People, compiled.Outlets, compiled.Places, compiled.Agreements);
        return compiled;
    }

    /// <summary>Makes every record once, so that what cannot be read is known when packs are compiled.</summary>
    private static void Check(params IEnumerable<object>[] records)
    {
        foreach (var table in records)
            foreach (var _ in table) { }
    }

    private Table Table(string path) => world is null ? new Table(path, "") : world.Table(path);

    private Table Named(string path, NameKind kind)
    {
        var table = Table(path);
        AddNames(table, (kind, "names_" + language.Name));
        return table;
    }

    private void AddNames(Table table, params ReadOnlySpan<(NameKind Kind, string Column)> columns)
    {
        for (var i = 0; i < table.Rows.Count; i++)
            foreach (var (kind, column) in columns)
                foreach (var name in table.Rows[i].List(column)) Add(name, kind, i);
    }

    private void Add(string name, NameKind kind, int index)
    {
        var folded = fold.Fold(name);
        if (folded.Length < 2) return;
        if (!_names.TryGetValue(folded, out var list)) _names[folded] = list = [];
        var entry = new NameEntry(kind, index);
        if (!list.Contains(entry)) list.Add(entry);
    }

    private TextIndex Index(string path, int least)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in language.Table(path).Rows)
            if (fold.Fold(row["name"]) is var folded && folded.Length >= least) names.Add(folded);
        return TextIndex.Build([.. names], texts);
    }

    private TextMap FirstOf(Table table, string column)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Rows.Count; i++) ids.TryAdd(table.Rows[i][column], i);
        return TextMap.Build(ids, texts);
    }
}
