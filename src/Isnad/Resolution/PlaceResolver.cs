using Isnad.Claims;
using Isnad.Clauses;
using Isnad.Knowledge;
using Isnad.Packs;
using Isnad.Places;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Resolution;

/// <summary>Decides which places a report's names mean, by the whole report. One for each report.</summary>
internal sealed class PlaceResolver(LanguagePack pack, PlaceBook book, PlaceEntities entities, ReportCountries countries)
{
    private const int MostNamesakes = 24;
    private const int Sure = 70;

    private readonly PlaceScorer _scorer = new(countries);
    private readonly Dictionary<Phrase, PlaceUse> _useOf = [];
    private readonly Dictionary<(string Name, string Asked, string Other, Beside), PlaceChoice> _chosen = [];
    private readonly Dictionary<(string Name, string Asked), List<(Place Place, int Entry)>> _namesakes = [];
    private List<PlaceUse> _uses = [];
    private ReportAnalysis _report = null!;

    /// <summary>Every place of the report, with what was chosen for it.</summary>
    public IReadOnlyList<PlaceUse> Uses => _uses;

    /// <summary>Sets the report.</summary>
    public void Begin(ReportAnalysis report) => _report = report;

    /// <summary>Goes through the report's phrases and decides what each name of a place means.</summary>
    public void Survey()
    {
        _uses = new PlaceSurvey(pack, _report).Read();
        foreach (var use in _uses)
        {
            _useOf.TryAdd(use.Phrase, use);
            _useOf.TryAdd(use.Outer, use);
            if (use.Phrase.Name is null || use.IsUnlisted) continue;
            use.Choice = Choose(use, null);
            if (use.Choice is { Best: { } best, Certainty: >= Sure } && best.Class != "country") _scorer.AddAnchor(best);
        }
        _chosen.Clear();
        foreach (var use in _uses)
            if (use.Phrase.Name is not null && !use.IsUnlisted) use.Choice = Choose(use, use.Other?.Choice?.Best);
    }

    /// <summary>The place in a phrase, or null.</summary>
    public PlaceUse? UseOf(Phrase phrase) => _useOf.GetValueOrDefault(phrase);

    /// <summary>Whether a phrase tells a place by more than a name: by a word for a kind of place with a name, known or not, or by what it is near.</summary>
    public bool IsTold(Phrase phrase) =>
        _useOf.TryGetValue(phrase, out var use) && use.Outer == phrase && (use.Choice is not null || (phrase.Genitive is not null && use.Head?.Denotes == Denotes.Place));

    /// <summary>Whether the text sets a place beside or into another, so that of the two it is the one that is meant.</summary>
    public bool IsSetBeside(Phrase place, Phrase other) => UseOf(place) is { Other: { } beside } use && UseOf(other) == beside && (use.Choice is not null || use.Head?.Denotes == Denotes.Place);

    /// <summary>The entity of a name; null if it is no place's.</summary>
    public EntityDraft? Resolve(Phrase phrase)
    {
        if (!_useOf.TryGetValue(phrase, out var use)) use = new PlaceUse { Phrase = phrase, Outer = phrase, Sentence = -1 };
        if (phrase.Name is null || use.IsUnlisted) return null;
        use.Choice ??= Choose(use, null);
        if (use.Choice.Best is not { } place) return null;
        var entity = entities.Of(place, use.Choice, use.Asked);
        Relate(entity, use);
        return entity;
    }

    /// <summary>Tells of a place what the text sets it beside.</summary>
    public void Relate(EntityDraft entity, PlaceUse use)
    {
        if (use.IsRelated) return;
        use.IsRelated = true;
        if (use.Other is { } other && _report.Entities.Resolve(other.Outer) is { Kind: EntityKind.Place or EntityKind.Facility or EntityKind.Route } beside && beside != entity && !IsWithin(beside, entity))
        {
            if (use.Beside == Beside.Within && (entity.Refs.Count == 0 || entity.Within is null || IsWithin(beside, entity.Within))) entity.Within = beside;
            else if (use.Beside == Beside.On) entity.On ??= beside;
            else if (use.Beside == Beside.Near && beside.Kind != EntityKind.Route) entity.Near ??= (beside, use.Direction, use.Km);
            if (entity.Refs.Count == 0)
            {
                entity.Country ??= beside.Country;
                entity.Admin1 ??= beside.Admin1;
                entity.Within ??= use.Beside == Beside.Near ? beside.Precision == PlacePrecision.Settlement ? beside.Within : beside : null;
            }
        }
        if (entity.Between.Count > 0 || use.Between.Count != 2) return;
        foreach (var end in use.Between)
            if (_report.Entities.Resolve(end.Outer) is { } limit && limit != entity) entity.Between.Add(limit);
        if (entity.Between.Count == 1) entity.Between.Clear();
        if (entity.Between is [var one, var two] && one.Country == two.Country && entity.Refs.Count == 0) entity.Country ??= one.Country;
    }

    /// <summary>A village that no gazetteer has, with what the text tells of it.</summary>
    public EntityDraft Unlisted(Phrase phrase, string key, string name)
    {
        var entity = entities.Unlisted(key, name);
        if (_useOf.TryGetValue(phrase, out var use)) Relate(entity, use);
        return entity;
    }

    /// <summary>"The country" without more: the one that the report is about; null if it is not about one above all.</summary>
    public EntityDraft? CountryOfReport() =>
        countries.Foremost is { } iso3 && pack.World.CountryOf(iso3) is >= 0 and var index ? entities.OfCountry(index) : null;

    /// <summary>A country as a place.</summary>
    public EntityDraft OfCountry(int index) => entities.OfCountry(index);

    /// <summary>"The town of X" is X; "the countryside of X", "the north of X" are parts of the world of their own.</summary>
    /// <param name="phrase">The phrase, headed by a word for a kind of place.</param>
    /// <param name="inner">The place in its genitive.</param>
    /// <param name="key">What the part is known under.</param>
    /// <param name="name">Its words.</param>
    public EntityDraft Part(Phrase phrase, EntityDraft inner, string key, string name)
    {
        var kind = phrase.Kind!.Class;
        if (inner.Head == "unlisted" && kind is "settlement" or "quarter") return inner;
        if (phrase.Adjectives.Count == 0 && kind is "settlement" or "governorate" or "district" or "country" && inner.Precision != PlacePrecision.Unknown) return inner;
        if (phrase.Adjectives.Count == 0 && kind == "quarter" && inner.Head is "quarter" or "quarter-of") return inner;
        return entities.Part(key, name, kind, inner);
    }

    /// <summary>What a phrase under "near", "north of" means that belongs to no other place: somewhere near the place that it names.</summary>
    public EntityDraft? Around(Phrase phrase, EntityDraft place)
    {
        if (phrase.Preposition.Length == 0 || (place.Refs.Count == 0 && place.Within is null && phrase.Genitive is null) || !_useOf.TryGetValue(phrase, out var use) || use.IsLimit) return null;
        var words = pack.Fold.Fold(phrase.Preposition);
        var direction = pack.Bearings.Direction(words);
        var isArea = place.Precision is PlacePrecision.Country or PlacePrecision.Governorate || (place.Precision == PlacePrecision.Region && place.Head == "region");
        if (use.Between.Count == 2 || (direction is null && (isArea || !pack.Bearings.IsNear(words)))) return use.Between.Count == 2 && pack.Meanings.RoleOf(phrase.Preposition) == Role.Between ? Between(use, phrase) : null;
        var key = $"beside:{words}:{place.Key}:{use.Km}";
        var name = $"{phrase.Preposition} {_report.Entities.Words(phrase)}";
        return isArea ? entities.Part(key, name, "region", place) : entities.Near(key, name, place, phrase.Preposition, direction, use.Km);
    }

    private EntityDraft? Between(PlaceUse use, Phrase phrase)
    {
        if (_report.Entities.Resolve(use.Between[1].Outer) is not { Kind: EntityKind.Place, Precision: not PlacePrecision.Country } second || entities.Known(use.Choice, use.Asked) is not { Precision: not PlacePrecision.Country } first || first == second) return null;
        return entities.Between(_report.Entities.Words(phrase.Start - 1, use.Between[1].Outer.End), first, second);
    }

    /// <summary>Tells of a place that no gazetteer has what the text tells of it.</summary>
    public void Describe(EntityDraft entity, Phrase phrase)
    {
        if (_useOf.TryGetValue(phrase, out var use)) Relate(entity, use);
    }

    /// <summary>Whether a place lies in another, by what is known or told of them.</summary>
    public static bool IsWithin(EntityDraft inner, EntityDraft outer)
    {
        var steps = 0;
        for (var place = inner.Within; place is not null && steps++ < 8; place = place.Within)
            if (place == outer) return true;
        return false;
    }

    private PlaceChoice Choose(PlaceUse use, Place? other)
    {
        var name = use.Phrase.Name!;
        var words = _report.Text.Chars[name.From.._report.Tokens[name.End - 1].End].ToString();
        var demonym = use.Phrase.Demonym >= 0 ? use.Phrase.Demonym : use.Outer.Demonym;
        var nationality = demonym >= 0 ? pack.World.Countries[demonym].Iso3 : "";
        var key = (words + nationality, use.Asked, other?.Ref ?? "", other is null ? Beside.None : use.Beside);
        if (_chosen.TryGetValue(key, out var known)) return known;
        // Weighed twice, once for all names and once with what is certain, they are looked up once.
        if (!_namesakes.TryGetValue((words, use.Asked), out var namesakes)) _namesakes[(words, use.Asked)] = namesakes = Namesakes(name, words, use.Asked);
        var candidates = namesakes.ConvertAll(n => new PlaceCandidate(n.Place, n.Entry));
        if (use.Outer != use.Phrase) AddWhole(candidates, use);
        var written = book.Keys.Of(words);
        foreach (var candidate in candidates)
        {
            _scorer.Weigh(candidate, use, other, nationality);
            if (candidate.Place.Layer > 0 && candidate.Place.Name.Length > 0 && book.KeyOf(candidate.Place) != written) candidate.Add("its other name", -10);
        }
        return _chosen[key] = new PlaceChoice([.. candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Place.Layer).ThenByDescending(c => c.Place.Population).ThenBy(c => c.Place.Ref, StringComparer.Ordinal)]);
    }

    /// <summary>"The district of X" may be a name in the packs as a whole.</summary>
    private void AddWhole(List<PlaceCandidate> candidates, PlaceUse use)
    {
        var whole = _report.Text.Chars[use.Outer.From.._report.Tokens[use.Phrase.Name!.End - 1].End];
        if (pack.World.Names.Find(whole) is not (>= 0 and var value)) return;
        foreach (var entry in pack.World.EntriesAt(value))
            if (entry.Kind == NameKind.Place && book.At(entry.Index) is var place && !candidates.Exists(c => c.Place.Ref == place.Ref))
            {
                candidates.Add(new PlaceCandidate(place, -1));
                candidates[^1].Add("the whole name", 20);
            }
    }

    private List<(Place Place, int Entry)> Namesakes(NameMention name, string words, string asked)
    {
        var found = new List<(Place Place, int Entry)>();
        void Add(Place place, int entry)
        {
            if (!found.Exists(c => c.Place.Ref == place.Ref || IsSame(c.Place, place))) found.Add((place, entry));
        }
        for (var i = 0; i < name.Entries.Length; i++)
        {
            var (kind, index) = name.Entries[i];
            if (kind == NameKind.Place) Add(book.At(index), i);
            else if (kind == NameKind.Country) Add(entities.Country(index), i);
        }
        for (var i = 0; i < name.Entries.Length; i++)
            if (name.Entries[i] is { Kind: NameKind.Capital, Index: var index } && entities.Capital(index) is var capital && !found.Exists(c => c.Place.Country == capital.Country && c.Place.Class == "city")) Add(capital, i);
        if (!name.IsBelieved)
        {
            var numbers = new List<int>();
            book.Find(book.Keys.Of(words), false, numbers);
            foreach (var number in numbers.Take(MostNamesakes)) Add(book.At(number), -1);
        }
        if (asked == "governorate")
            foreach (var candidate in found.ToList())
                if (PlaceClass.IsSettlement(candidate.Place.Class) && (candidate.Place.Seat == 1 || candidate.Place.NameEn == candidate.Place.Admin1) && book.Division(candidate.Place.Country, candidate.Place.Admin1) is { } division) Add(division, candidate.Entry);
        return found;
    }

    /// <summary>Whether two entries are one place: settlements of one country and name that lie close to one another.</summary>
    private static bool IsSame(Place a, Place b) =>
        a.Country == b.Country && PlaceClass.IsSettlement(a.Class) && PlaceClass.IsSettlement(b.Class) && (a.DistanceTo(b) is { } km ? km < 8 : a.Admin1 == b.Admin1 || a.Admin1.Length == 0 || b.Admin1.Length == 0);
}
