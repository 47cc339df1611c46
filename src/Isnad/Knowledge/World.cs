using System.Globalization;
using Isnad.Packs;
using Isnad.Readings;
using Isnad.Text;

namespace Isnad.Knowledge;

/// <summary>What is known of the world, with its names in one language. Immutable and safe to share between threads.</summary>
internal sealed class World
{
    private const string CommonNames = "name_en";

    /// <summary>Tag of the language of the names that every entry has: the ending of the column that holds them.</summary>
    public static string CommonLanguage { get; } = CommonNames[(CommonNames.IndexOf('_', StringComparison.Ordinal) + 1)..];


    private readonly NameEntry[]?[] _made;

    internal World(int names) => _made = new NameEntry[]?[names];

    public required Records<KnownCountry> Countries { get; init; }
    public required Records<KnownActor> Actors { get; init; }
    public required Records<KnownPerson> People { get; init; }
    public required Records<KnownOutlet> Outlets { get; init; }
    public required Records<KnownPlace> Places { get; init; }
    public required Records<KnownAgreement> Agreements { get; init; }
    public required Records<KnownTitle> Titles { get; init; }
    public required Records<KnownOffice> Offices { get; init; }
    public required Records<KnownDivision> Divisions { get; init; }
    public required Records<PlaceOverride> PlaceOverrides { get; init; }

    /// <summary>Names, folded, in a trie.</summary>
    public required DoubleArrayTrie Names { get; init; }

    /// <summary>What the names in the trie mean, by their value there.</summary>
    public required Lists<NameEntry> Entries { get; init; }

    /// <summary>Given names, folded.</summary>
    public required TextIndex GivenNames { get; init; }

    /// <summary>Family names, folded.</summary>
    public required TextIndex FamilyNames { get; init; }

    /// <summary>Words that join the parts of a person's name ("son of"), folded.</summary>
    public required TextIndex NameJoints { get; init; }

    internal required TextMap CountryIds { get; init; }
    internal required TextMap ActorIds { get; init; }

    public NameEntry[] EntriesAt(int value) => _made[value] ??= Entries[value].ToArray();

    public int CountryOf(string iso3) => CountryIds.Find(iso3);

    public int ActorOf(string id) => ActorIds.Find(id);

    // ---- records ----

    internal static Func<Row, KnownCountry> Country(string language) => row =>
        new KnownCountry(row["iso3"], row["iso2"], row["plover"], Double(row["lat"]) ?? 0, Double(row["lon"]) ?? 0, row[CommonNames], First(row, "names_" + language), row["capital_en"], First(row, "capital_" + language));

    internal static Func<Row, KnownActor> Actor(string language) => row =>
        Words.TryParse<EntityKind>(row["kind"], out var kind)
            ? new KnownActor(row["id"], kind, row["role"], row.Text("country"), row.Text("plover"), row.Text("acled"), row.Text("interaction"), row.Text("parent"), row[CommonNames], First(row, "names_" + language))
            : throw row.Error("kind", $"'{row["kind"]}' is no kind of actor");

    internal static Func<Row, KnownPerson> Person(string language) => row =>
        new KnownPerson(row["id"], row.Text("country"), row.Text("org"), row["office_en"], row.Text("office_" + language), row["from"], row["to"], row[CommonNames], First(row, "names_" + language));

    internal static Func<Row, KnownOutlet> Outlet(string language) => row =>
        new KnownOutlet(row["id"], row["kind"], row.Text("country"), row.Text("domain"), row[CommonNames], First(row, "names_" + language));

    internal static Func<Row, KnownPlace> Place(string language) => row =>
        new KnownPlace(row["id"], row["class"], row.Text("country"), row.Text("admin1_en"), Double(row["lat"]), Double(row["lon"]), row.List("links"), row[CommonNames], First(row, "names_" + language));

    internal static Func<Row, KnownAgreement> Agreement(string language) => row =>
        new KnownAgreement(row["id"], row.List("parties"), row[CommonNames], First(row, "names_" + language));

    internal static KnownTitle Title(Row row) => new(row["kind"], row["name"]);

    internal static KnownOffice Office(Row row) => new(row["sector"], row["office"]);

    internal static KnownDivision Division(Row row) => new(row["code"], row["country"], row[CommonNames]);

    internal static Func<Row, PlaceOverride> Override(string language) => row => new PlaceOverride(row["ref"], row["action"], row.List("names_" + language));

    private static string First(Row row, string column) => row.List(column) is [var first, ..] ? first : "";

    private static double? Double(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    // ---- compiled form ----

    public void Write(PackOutput to)
    {
        to.Int(_made.Length);
        Countries.Write(to);
        Actors.Write(to);
        People.Write(to);
        Outlets.Write(to);
        Places.Write(to);
        Agreements.Write(to);
        Titles.Write(to);
        Offices.Write(to);
        Divisions.Write(to);
        PlaceOverrides.Write(to);
        Names.Write(to);
        Entries.Write(to);
        GivenNames.Write(to);
        FamilyNames.Write(to);
        NameJoints.Write(to);
        CountryIds.Write(to);
        ActorIds.Write(to);
    }

    public static World Read(PackInput from, string language) => new(from.Int())
    {
        Countries = Records<KnownCountry>.Read(from, Country(language)),
        Actors = Records<KnownActor>.Read(from, Actor(language)),
        People = Records<KnownPerson>.Read(from, Person(language)),
        Outlets = Records<KnownOutlet>.Read(from, Outlet(language)),
        Places = Records<KnownPlace>.Read(from, Place(language)),
        Agreements = Records<KnownAgreement>.Read(from, Agreement(language)),
        Titles = Records<KnownTitle>.Read(from, Title),
        Offices = Records<KnownOffice>.Read(from, Office),
        Divisions = Records<KnownDivision>.Read(from, Division),
        PlaceOverrides = Records<PlaceOverride>.Read(from, Override(language)),
        Names = DoubleArrayTrie.Read(from),
        Entries = Lists<NameEntry>.Read(from),
        GivenNames = TextIndex.Read(from),
        FamilyNames = TextIndex.Read(from),
        NameJoints = TextIndex.Read(from),
        CountryIds = TextMap.Read(from),
        ActorIds = TextMap.Read(from),
    };
}
