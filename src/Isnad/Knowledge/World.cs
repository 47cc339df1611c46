using System.Globalization;
using Isnad.Packs;
using Isnad.Readings;
using Isnad.Text;

namespace Isnad.Knowledge;

/// <summary>What is known of the world, with its names in one language. Immutable and safe to share between threads.</summary>
internal sealed class World
{
    private readonly SortedDictionary<string, List<NameEntry>> _names = new(StringComparer.Ordinal);
    private readonly List<KnownCountry> _countries = [];
    private readonly List<KnownActor> _actors = [];
    private readonly List<KnownPerson> _people = [];
    private readonly List<KnownOutlet> _outlets = [];
    private readonly List<KnownPlace> _places = [];
    private readonly List<KnownAgreement> _agreements = [];
    private readonly List<string> _labels = [];
    private readonly List<(string Kind, string Name)> _titles = [];
    private readonly List<(string Sector, string Name)> _offices = [];
    private readonly Dictionary<string, int> _actorIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _countryIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _governments = new(StringComparer.Ordinal);
    private NameEntry[][] _entries = [];

    public IReadOnlyList<KnownCountry> Countries => _countries;
    public IReadOnlyList<KnownActor> Actors => _actors;
    public IReadOnlyList<KnownPerson> People => _people;
    public IReadOnlyList<KnownOutlet> Outlets => _outlets;
    public IReadOnlyList<KnownPlace> Places => _places;
    public IReadOnlyList<KnownAgreement> Agreements => _agreements;
    public IReadOnlyList<string> Labels => _labels;
    public IReadOnlyList<(string Sector, string Name)> Offices => _offices;

    /// <summary>Names, folded, in a trie.</summary>
    public DoubleArrayTrie Names { get; private set; } = null!;

    /// <summary>Given names, folded.</summary>
    public HashSet<string> GivenNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Family names, folded.</summary>
    public HashSet<string> FamilyNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that join the parts of a person's name ("son of"), folded.</summary>
    public HashSet<string> NameJoints { get; } = new(StringComparer.Ordinal);

    public NameEntry[] EntriesAt(int value) => _entries[value];

    public int CountryOf(string iso3) => _countryIds.GetValueOrDefault(iso3, -1);

    public int ActorOf(string id) => _actorIds.GetValueOrDefault(id, -1);

    /// <summary>The government (or state) of a country as an actor, or -1.</summary>
    public int GovernmentOf(string iso3) => _governments.GetValueOrDefault(iso3, -1);

    /// <summary>Reads the world pack and the language's names of persons, titles and offices.</summary>
    public static World Compile(PackFolder? world, PackFolder language, FoldTable fold)
    {
        var compiled = new World();
        if (world is not null) compiled.ReadWorld(world, "names_" + language.Name, language.Name, fold);
        foreach (var row in language.Table("names/given.tsv").Rows) AddPart(compiled.GivenNames, fold.Fold(row["name"]));
        foreach (var row in language.Table("names/family.tsv").Rows) AddPart(compiled.FamilyNames, fold.Fold(row["name"]));
        foreach (var row in language.Table("names/parts.tsv").Rows) compiled.NameJoints.Add(fold.Fold(row["name"]));
        foreach (var row in language.Table("names/titles.tsv").Rows)
        {
            compiled.Add(row["name"], NameKind.Title, compiled._titles.Count, fold);
            compiled._titles.Add((row["kind"], row["name"]));
        }
        foreach (var row in language.Table("names/offices.tsv").Rows)
        {
            compiled.Add(row["office"], NameKind.Office, compiled._offices.Count, fold);
            compiled._offices.Add((row["sector"], row["office"]));
        }
        var keys = compiled._names.Keys.ToArray();
        compiled.Names = DoubleArrayTrie.Build(keys);
        compiled._entries = Array.ConvertAll(keys, k => compiled._names[k].ToArray());
        return compiled;
    }

    /// <summary>Names of two letters are too often other words.</summary>
    private static void AddPart(HashSet<string> names, string folded)
    {
        if (folded.Length > 2) names.Add(folded);
    }

    private void ReadWorld(PackFolder world, string names, string language, FoldTable fold)
    {
        foreach (var row in world.Table("countries.tsv").Rows)
        {
            var (index, name) = (_countries.Count, First(row, names));
            _countryIds.TryAdd(row["iso3"], index);
            _countries.Add(new KnownCountry(row["iso3"], row["plover"], Double(row["lat"]) ?? 0, Double(row["lon"]) ?? 0, row["name_en"], name, row["capital_en"], First(row, "capital_" + language)));
            AddAll(row.List(names), NameKind.Country, index, fold);
            AddAll(row.List("capital_" + language), NameKind.Capital, index, fold);
            AddAll(row.List("demonyms_" + language), NameKind.Demonym, index, fold);
        }
        foreach (var row in world.Table("actors.tsv").Rows)
        {
            var (index, name) = (_actors.Count, First(row, names));
            if (!Words.TryParse<EntityKind>(row["kind"], out var kind)) throw row.Error("kind", $"'{row["kind"]}' is no kind of actor");
            _actorIds.TryAdd(row["id"], index);
            _actors.Add(new KnownActor(row["id"], kind, row["role"], row.Text("country"), row.Text("plover"), row.Text("acled"), row.Text("interaction"), row.Text("parent"), row["name_en"], name));
            if (row["role"] == "state" || (row["role"] == "government" && !_governments.ContainsKey(row["country"]))) _governments[row["country"]] = index;
            AddAll(row.List(names), NameKind.Actor, index, fold);
            AddAll(row.List("labels_" + language), NameKind.Actor, index, fold);
        }
        foreach (var row in world.Table("people.tsv").Rows)
        {
            var index = _people.Count;
            _people.Add(new KnownPerson(row["id"], row.Text("country"), row.Text("org"), row["office_en"], row.Text("office_" + language), row["from"], row["to"], row["name_en"], First(row, names)));
            AddAll(row.List(names), NameKind.Person, index, fold);
        }
        foreach (var row in world.Table("outlets.tsv").Rows)
        {
            var index = _outlets.Count;
            _outlets.Add(new KnownOutlet(row["id"], row["kind"], row.Text("country"), row.Text("domain"), row["name_en"], First(row, names)));
            AddAll(row.List(names), NameKind.Outlet, index, fold);
        }
        foreach (var row in world.Table("places.tsv").Rows)
        {
            var index = _places.Count;
            _places.Add(new KnownPlace(row["id"], row["class"], row.Text("country"), row.Text("admin1_en"), Double(row["lat"]), Double(row["lon"]), row.List("links"), row["name_en"], First(row, names)));
            AddAll(row.List(names), NameKind.Place, index, fold);
        }
        foreach (var row in world.Table("agreements.tsv").Rows)
        {
            var index = _agreements.Count;
            _agreements.Add(new KnownAgreement(row["id"], row.List("parties"), row["name_en"], First(row, names)));
            AddAll(row.List(names), NameKind.Agreement, index, fold);
        }
    }

    private static string First(Row row, string column) => row.List(column) is [var first, ..] ? first : "";

    private static double? Double(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private void AddAll(string[] names, NameKind kind, int index, FoldTable fold)
    {
        foreach (var name in names) Add(name, kind, index, fold);
    }

    private void Add(string name, NameKind kind, int index, FoldTable fold)
    {
        var folded = fold.Fold(name);
        if (folded.Length < 2) return;
        if (!_names.TryGetValue(folded, out var list)) _names[folded] = list = [];
        var entry = new NameEntry(kind, index);
        if (!list.Contains(entry)) list.Add(entry);
    }
}
