using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Isnad.Claims;
using Isnad.Readings;

namespace Isnad.Tests.Ledger;

/// <summary>Reports of some happenings as hand-made readings, with what merging must make of them. See Collections/README.md.</summary>
internal sealed class Collection
{
    /// <summary>Name, for messages.</summary>
    public required string Name { get; init; }
    public List<Reading> Readings { get; } = [];
    /// <summary>The happening that each event claim tells, by the claim's key.</summary>
    public Dictionary<string, string> HappeningOf { get; } = new(StringComparer.Ordinal);
    /// <summary>What is expected of happenings: (happening, what, value).</summary>
    public List<(string Happening, string What, string Value, int Line)> Expected { get; } = [];

    public static List<Collection> Load(string path) => Parse(File.ReadAllLines(path), Path.GetFileName(path));

    public static List<Collection> Parse(string[] lines, string file)
    {
        var parser = new Parser(file);
        for (var i = 0; i < lines.Length; i++) parser.Line(lines[i], i + 1);
        return parser.Done();
    }

    private sealed class Parser(string file)
    {
        private readonly List<Collection> _all = [];
        private readonly Dictionary<string, Declared> _declared = new(StringComparer.Ordinal);
        private Draft? _report;
        private int _number;

        private Collection Current => _all.Count > 0 ? _all[^1] : throw Fault("a line before the first 'collection'");

        public List<Collection> Done()
        {
            Close();
            return _all;
        }

        public void Line(string line, int number)
        {
            _number = number;
            var trimmed = line.Trim();
            if (trimmed.Length == 0 || trimmed[0] == '#') return;
            if (trimmed[0] == '>') { (_report ?? throw Fault("a sentence outside of a report")).Sentence(trimmed[1..].Trim()); return; }
            var fields = trimmed.Split('|', StringSplitOptions.TrimEntries);
            var head = fields[0].Split(' ', 2, StringSplitOptions.TrimEntries);
            var (what, rest) = (head[0], head.Length > 1 ? head[1] : "");
            if (line[0] is ' ' or '\t') { (_report ?? throw Fault("a claim outside of a report")).Claim(what, rest, fields[1..], Fault); return; }
            Close();
            switch (what)
            {
                case "collection":
                    _all.Add(new Collection { Name = $"{file}:{number} {rest}" });
                    _declared.Clear();
                    break;
                case "report":
                    _report = new Draft(rest, fields[1..], _declared, $"{file}:{_all.Count}");
                    break;
                case "expect":
                    var parts = rest.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
                    Current.Expected.Add((parts[0], parts[1], parts.Length > 2 ? parts[2] : "", number));
                    break;
                default:
                    _declared[rest] = new Declared(what, rest, fields[1..]);
                    break;
            }
        }

        private void Close()
        {
            if (_report is null) return;
            Current.Readings.Add(_report.Make(Current.HappeningOf));
            _report = null;
        }

        private InvalidDataException Fault(string message) => new($"{file}:{_number}: {message}");
    }

    /// <summary>A declared entity.</summary>
    private sealed record Declared(string What, string Name, string[] Fields)
    {
        public string? Field(string name) => Fields.FirstOrDefault(f => f.StartsWith(name + " ", StringComparison.Ordinal))?[(name.Length + 1)..].Trim();

        public string First => Fields.Length > 0 && !Fields[0].StartsWith("of ", StringComparison.Ordinal) && !Fields[0].StartsWith("in ", StringComparison.Ordinal) ? Fields[0] : "";
    }

    /// <summary>A report on its way to a reading.</summary>
    private sealed class Draft(string id, string[] fields, Dictionary<string, Declared> declared, string space)
    {
        private readonly StringBuilder _text = new();
        private readonly List<Entity> _entities = [];
        private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
        private readonly List<Source> _sources = [new Source { Id = "s0", Kind = SourceKind.Outlet, Name = fields[0] }];
        private readonly Dictionary<string, string> _sourceIds = new(StringComparer.Ordinal);
        private readonly List<(Claim Claim, string Happening, bool Part)> _claims = [];
        private readonly List<Relation> _relations = [];
        private (int Start, int End) _sentence;

        public void Sentence(string words)
        {
            if (_text.Length > 0) _text.Append('\n');
            _sentence = (_text.Length, _text.Length + words.Length);
            _text.Append(words);
        }

        public void Claim(string what, string rest, string[] given, Func<string, InvalidDataException> fault)
        {
            var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) throw fault($"'{what}' without a happening");
            var (happening, tail) = (words[0], words[1..]);
            var part = given.Contains("part");
            var values = given.Select(f => f.Split(' ', 2, StringSplitOptions.TrimEntries)).ToLookup(f => f[0], f => f.Length > 1 ? f[1] : "");
            foreach (var field in values)
                if (field.Key is not ("when" or "at" or "from" or "toward" or "agents" or "targets" or "instruments" or "source" or "background" or "presupposed" or "negated" or "part" or "unit" or "alleges" or "doubts" or "confirms" or "status" or "acled"))
                    throw fault($"there is no field '{field.Key}'");
            string[] Ids(string name) => [.. values[name].SelectMany(v => v.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(n => EntityId(n, fault))];
            var number = _claims.Count + 1;
            Claim claim;
            if (what == "event")
            {
                if (tail.Length == 0 || !Words.TryParse<EventType>(tail[0], out var type)) throw fault($"'{rest}' has no type");
                ClaimStatus? told = null;
                string? mode = null;
                foreach (var word in tail[1..])
                    if (Words.TryParse<ClaimStatus>(word, out var status)) told = status;
                    else if (word != "-") mode = word;
                claim = new EventClaim
                {
                    Id = "",
                    Key = "",
                    Sources = [],
                    Evidence = [],
                    Rule = "",
                    Type = type,
                    Mode = mode,
                    Status = told ?? ClaimStatus.Happened,
                    Agents = Ids("agents"),
                    Targets = Ids("targets"),
                    Instruments = Ids("instruments"),
                    From = Ids("from"),
                    Toward = Ids("toward"),
                    Happening = happening,
                    Acled = values["acled"].FirstOrDefault() is not { } sub ? null : Acled.EventTypes.TryGetValue(sub, out var group) ? (group, sub) : throw fault($"'{sub}' is no sub-event type of ACLED"),
                };
            }
            else
            {
                if (!Words.TryParse<Measure>(what, out var measure)) throw fault($"'{what}' is neither an event nor a measure");
                var (low, high, bound) = Value(tail, fault);
                claim = new FigureClaim { Id = "", Key = "", Sources = [], Evidence = [], Rule = "", Measure = measure, Low = low, High = high, Bound = bound, Words = string.Join(' ', tail), Unit = Ids("unit").FirstOrDefault() };
            }
            if (_sentence.End == 0) Sentence($"{what} {rest}");
            var text = _text.ToString(_sentence.Start, _sentence.End - _sentence.Start);
            claim = claim with
            {
                Id = $"c{number}",
                Key = Key($"{space}\0{id}\0{what}\0{happening}\0{number}"),
                Sources = [SourceId(values["source"].FirstOrDefault(), fault)],
                Evidence = [new Evidence(_sentence.Start, _sentence.End, text)],
                Places = Ids("at"),
                Time = values["when"].FirstOrDefault() is { } when ? TimeOf(when, text, fault) : null,
                Polarity = values.Contains("negated") ? Polarity.Negated : Polarity.Affirmed,
                Stance = values.Contains("alleges") ? Stance.Alleges : values.Contains("doubts") ? Stance.Doubts : values.Contains("confirms") ? Stance.Confirms : Stance.States,
                Assertion = values.Contains("background") ? Assertion.Background : values.Contains("presupposed") ? Assertion.Presupposed : Assertion.Asserted,
                Rule = "by hand",
            };
            _claims.Add((claim, happening, part));
        }

        public Reading Make(Dictionary<string, string> happeningOf)
        {
            var local = new Dictionary<string, string>(StringComparer.Ordinal);
            var claims = new List<Claim>();
            string? whole = null;
            foreach (var (claim, happening, part) in _claims)
            {
                if (claim is EventClaim)
                {
                    if (!local.TryGetValue(happening, out var h)) local[happening] = h = $"h{local.Count + 1}";
                    claims.Add(claim with { Happening = h });
                    happeningOf[claim.Key] = happening;
                    continue;
                }
                claims.Add(claim);
                var cause = _claims.Find(c => c.Claim is EventClaim && c.Happening == happening).Claim ?? throw new InvalidDataException($"report {id}: the figure '{((FigureClaim)claim).Words}' is of {happening}, which the report does not tell");
                _relations.Add(new Relation(RelationType.Causes, cause.Id, claim.Id, []));
                if (part && whole is not null) _relations.Add(new Relation(RelationType.PartOf, claim.Id, whole, []));
                else whole = claim.Id;
            }
            string? Field(string name) => fields.FirstOrDefault(f => f.StartsWith(name + " ", StringComparison.Ordinal))?[(name.Length + 1)..].Trim();
            return new Reading
            {
                Report = new Report { Id = $"{space}/{id}", Outlet = fields[0], Published = fields[1], Language = "ar", Url = Field("url"), ForwardedFrom = Field("forwarded"), Text = _text.ToString() },
                ReportId = $"{space}/{id}",
                EngineVersion = "by hand",
                Packs = "none",
                Entities = _entities,
                Sources = _sources,
                Claims = claims,
                Relations = _relations,
            };
        }

        private string EntityId(string name, Func<string, InvalidDataException> fault)
        {
            if (_ids.TryGetValue(name, out var known)) return known;
            if (!declared.TryGetValue(name, out var given)) throw fault($"'{name}' is not declared");
            var entity = _ids[name] = $"e{_entities.Count + 1}";
            var index = _entities.Count;
            var kind = given.What switch
            {
                "place" => EntityKind.Place,
                "actor" => given.First is "State Forces" ? EntityKind.Organisation : EntityKind.ArmedGroup,
                "monitor" or "agency" or "outlet" or "channel" or "office" or "organisation" => EntityKind.Organisation,
                "person" => EntityKind.Person,
                "people" => EntityKind.People,
                "facility" => EntityKind.Facility,
                "route" => EntityKind.Route,
                "agreement" => EntityKind.Agreement,
                "weapon" => EntityKind.Weapon,
                _ => throw fault($"'{given.What}' is no kind of entity"),
            };
            _entities.Add(new Entity { Id = entity, Kind = kind, Name = name });
            var of = given.Field("of");
            var within = given.Field("in");
            var container = within is not null && declared.ContainsKey(within) ? EntityId(within, fault) : null;
            var body = of is not null && declared.ContainsKey(of) ? EntityId(of, fault) : null;
            var coordinates = given.Fields.FirstOrDefault(f => f.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var a, var b] && double.TryParse(a, CultureInfo.InvariantCulture, out _) && double.TryParse(b, CultureInfo.InvariantCulture, out _))?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var area = container is null ? null : _entities[int.Parse(container[1..], CultureInfo.InvariantCulture) - 1];
            _entities[index] = _entities[index] with
            {
                Precision = kind == EntityKind.Place && Words.TryParse<PlacePrecision>(given.First, out var precision) ? precision : null,
                Lat = coordinates is null ? null : double.Parse(coordinates[0], CultureInfo.InvariantCulture),
                Lon = coordinates is null ? null : double.Parse(coordinates[1], CultureInfo.InvariantCulture),
                Within = container,
                Country = area?.Country ?? (container is null ? within : null) ?? (given.First == "country" && name.Length == 3 ? name : null),
                Admin1 = area is { Precision: PlacePrecision.Governorate } ? area.Name : area?.Admin1,
                Class = kind == EntityKind.People ? given.First : null,
                Of = kind == EntityKind.People ? body : null,
                Affiliation = kind == EntityKind.People ? null : body,
                Codes = given.What == "actor" ? new ActorCodes(given.First is "State Forces" && of is { Length: 3 } iso && iso.All(char.IsAsciiLetterUpper) ? iso + " MIL" : null, name, given.First) : null,
            };
            return entity;
        }

        private string SourceId(string? chain, Func<string, InvalidDataException> fault)
        {
            if (string.IsNullOrWhiteSpace(chain)) return "s0";
            if (_sourceIds.TryGetValue(chain, out var known)) return known;
            var cut = chain.IndexOf('<', StringComparison.Ordinal);
            var name = (cut < 0 ? chain : chain[..cut]).Trim();
            var via = SourceId(cut < 0 ? null : chain[(cut + 1)..].Trim(), fault);
            var kind = declared.TryGetValue(name, out var given)
                ? given.What switch
                {
                    "monitor" => SourceKind.Monitor,
                    "agency" => SourceKind.Agency,
                    "outlet" => SourceKind.Outlet,
                    "channel" => SourceKind.Channel,
                    "office" => SourceKind.Office,
                    "person" => SourceKind.Person,
                    "witness" => SourceKind.Witness,
                    "anonymous" => SourceKind.Anonymous,
                    _ => SourceKind.Organisation,
                }
                : SourceKind.Anonymous;
            var nameless = kind is SourceKind.Anonymous or SourceKind.Witness;
            var id = $"s{_sources.Count}";
            _sources.Add(new Source { Id = id, Kind = kind, Via = via, Name = nameless ? name : null, Entity = nameless ? null : EntityId(name, fault) });
            return _sourceIds[chain] = id;
        }

        private static (double? Low, double? High, Bound Bound) Value(string[] words, Func<string, InvalidDataException> fault)
        {
            if (words.Length == 0) throw fault("a figure without a value");
            double One(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var n) ? n : throw fault($"'{text}' is no number");
            if (words.Length == 1 && words[0].Split("..") is [var from, var to]) return (One(from), One(to), Bound.Between);
            if (words.Length == 1) return (One(words[0]), One(words[0]), Bound.Exact);
            var n = One(words[1]);
            return words[0] switch
            {
                "at-least" => (n, null, Bound.AtLeast),
                "more-than" => (n, null, Bound.MoreThan),
                "about" => (n, n, Bound.About),
                "up-to" => (null, n, Bound.UpTo),
                "less-than" => (null, n, Bound.LessThan),
                _ => throw fault($"'{words[0]}' is no bound"),
            };
        }

        private static ClaimTime TimeOf(string when, string sentence, Func<string, InvalidDataException> fault)
        {
            var ends = when.Split("..");
            var (start, end) = (ends[0], ends[^1]);
            foreach (var day in (string[])[start, end])
                if (day.Length < 10 || !DateOnly.TryParseExact(day.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) throw fault($"'{day}' is no day");
            var precision = start.Length > 10 ? TimePrecision.Minute : start == end ? TimePrecision.Day : TimePrecision.Week;
            return new ClaimTime { Start = start, End = end, Precision = precision, Relation = TimeRelation.At, Where = new Evidence(0, Math.Min(1, sentence.Length), sentence[..Math.Min(1, sentence.Length)]) };
        }

        private static string Key(string of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 8));
    }
}
