using System.Globalization;
using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Packs;

namespace Isnad.Resolution;

/// <summary>Who holds which office when a report is published: by the report's own words, else by what is known of those whom it names.</summary>
internal sealed class OfficeHolders(LanguagePack pack, DateOnly? published)
{
    private readonly string? _day = published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    private readonly Dictionary<string, Phrase> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Phrase> _known = new(StringComparer.Ordinal);
    private readonly HashSet<int> _seen = [];

    /// <summary>Notes that the report tells a person's office in these folded words.</summary>
    public void Tell(string office, Phrase person) => _told.TryAdd(office, person);

    /// <summary>Notes the office that a person whom the report names is known to hold on the day of publication.</summary>
    public void Know(Phrase person)
    {
        if (_day is null || person.Name?.As(NameKind.Person) is not { } name || !_seen.Add(name.Index) || RoleOf(name.Index) is not { Office.Length: > 0 } role) return;
        foreach (var office in role.Office.Split('|')) _known.TryAdd(pack.Fold.Fold(office), person);
    }

    /// <summary>The person in the report who holds the office that folded words name, or null.</summary>
    public Phrase? Find(string office) => _told.GetValueOrDefault(office) ?? _known.GetValueOrDefault(office);

    /// <summary>What a known person is on the day of publication: of several rows the one whose time it is, or null; without a day the first.</summary>
    public KnownPerson? RoleOf(int index)
    {
        var people = pack.World.People;
        if (_day is null) return people[index];
        var first = index;
        while (first > 0 && people[first - 1].Id == people[index].Id) first--;
        for (var k = first; k < people.Count && people[k].Id == people[index].Id; k++)
            if (Began(people[k].From) && !HasEnded(people[k].To)) return people[k];
        return null;
    }

    /// <summary>A year or month begins with its first day.</summary>
    private bool Began(string from) => from.Length <= 1 || string.CompareOrdinal(_day, from) >= 0;

    /// <summary>A year or month ends with its last day.</summary>
    private bool HasEnded(string to) => to.Length > 1 && string.CompareOrdinal(_day!.Length > to.Length ? _day[..to.Length] : _day, to) > 0;
}
