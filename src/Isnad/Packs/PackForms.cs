using System.Globalization;
using Isnad.Readings;
using Isnad.Semantics;

namespace Isnad.Packs;

/// <summary>The form of every table: its columns, and the words that a column may hold.</summary>
internal static class PackForms
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["fold.tsv"] = "from to note",
        ["grammar/words.tsv"] = "class value form",
        ["interface.tsv"] = "key text",
        ["lexicon/verbs.tsv"] = "class valency preps masdar root lemma",
        ["lexicon/nouns.tsv"] = "class gender human sound broken lemma",
        ["lexicon/adjectives.tsv"] = "class sound feminine broken lemma",
        ["lexicon/particles.tsv"] = "pos function form",
        ["morphology/clitics.tsv"] = "kind order name to overlap form",
        ["morphology/context.tsv"] = "before word score",
        ["morphology/nominal-endings.tsv"] = "slot features prefix suffix bound",
        ["morphology/nominal-patterns.tsv"] = "class form slot template",
        ["morphology/nisba.tsv"] = "ending nisba",
        ["morphology/priors.tsv"] = "forms score lemma",
        ["morphology/shapes.tsv"] = "class ending",
        ["morphology/verb-endings.tsv"] = "slot features prefix suffix bound",
        ["morphology/verb-patterns.tsv"] = "class slot template",
        ["names/family.tsv"] = "name",
        ["names/given.tsv"] = "gender name",
        ["names/offices.tsv"] = "sector office",
        ["names/parts.tsv"] = "name",
        ["names/spelling.tsv"] = "kind sign from to",
        ["names/titles.tsv"] = "kind name",
        ["semantics/accidents.tsv"] = "lemma",
        ["semantics/anaphors.tsv"] = "group lemma",
        ["semantics/bearings.tsv"] = "kind value form",
        ["semantics/contexts.tsv"] = "context lemma",
        ["semantics/senses.tsv"] = "sense lemma",
        ["semantics/compounds.tsv"] = "type mode noun adjective",
        ["semantics/counts.tsv"] = "kind measure bound prep noun lemma",
        ["semantics/cues.tsv"] = "kind stance form",
        ["semantics/frames.tsv"] = "pos type mode roles genitive inner measure preps lemma",
        ["semantics/kinds.tsv"] = "kind class measure lemma",
        ["semantics/labels.tsv"] = "polarity normal form",
        ["semantics/needs.tsv"] = "role kinds lemma",
        ["semantics/prepositions.tsv"] = "role form",
        ["semantics/states.tsv"] = "predicate subject object holder verb",
        ["world/actors.tsv"] = "id kind role country plover acled interaction parent years name_en labels_* names_*",
        ["world/agreements.tsv"] = "id parties date name_en names_*",
        ["world/countries.tsv"] = "iso3 iso2 plover lat lon name_en capital_en capital_* demonyms_* names_*",
        ["world/divisions.tsv"] = "code country name_en",
        ["world/place-overrides.tsv"] = "ref action reason names_*",
        ["world/outlets.tsv"] = "id kind country domain name_en names_*",
        ["world/people.tsv"] = "id country org office_en from to name_en office_* names_*",
        ["world/places.tsv"] = "id class country admin1_en lat lon links name_en names_*",
    };

    /// <summary>Words that a column may hold, by table and column; several in a field are joined by a bar.</summary>
    private static readonly Dictionary<string, string[]> Vocabulary = new(StringComparer.Ordinal)
    {
        ["lexicon/verbs.tsv:valency"] = ["0", "1", "2", "c"],
        ["lexicon/nouns.tsv:gender"] = ["m", "f", "mf"],
        ["lexicon/nouns.tsv:human"] = ["h", "-"],
        ["lexicon/nouns.tsv:sound"] = ["un", "at", "-"],
        ["lexicon/adjectives.tsv:sound"] = ["un", "at", "-"],
        ["lexicon/particles.tsv:function"] = Split(
            "adv after although and-or as assertive because before but complement complement-speech demonstrative either exception existence explain future "
            + "if in-order include indefinite independent intensify interjection interrogative neg neg-be neg-future neg-past negation-noun object only possible "
            + "prep prep-noun quantity question reciprocal reflexive relative relative-event since so surprise than topic unless until vocative when where while wish yes-no"),
        ["morphology/clitics.tsv:kind"] = ["pro", "en"],
        ["morphology/clitics.tsv:to"] = ["any", "nominal", "verb", "perfect", "imperfect", "particle"],
        ["names/given.tsv:gender"] = ["m", "f", "mf"],
        ["names/titles.tsv:kind"] = Split("honorific professional rank religious royal"),
        ["names/offices.tsv:sector"] = Split("BUS COP CVL EDU GOV HLH IGO JRN JUD LEG MIL NGO OPP PTY REB REL SPY UAF"),
        ["semantics/compounds.tsv:type"] = [.. Of<EventType>(), "-"],
        ["semantics/cues.tsv:kind"] = Split(
            "according according-clause against agency anonymous as-clause aside auxiliary boilerplate byline caption channel continue convey-verb credit deity document elsewhere end-mark express-verb from including issue-verb leads-act monitor office outlet-voice pluperfect reflexive related same say-clause say-noun say-object say-verb speaking-for spokesman stand-verb tags via-noun via-verb weak wire witness"),
        ["semantics/cues.tsv:stance"] = [.. Of<Stance>(), "-"],
        ["semantics/frames.tsv:pos"] = Lower<FrameKind>(),
        ["semantics/counts.tsv:kind"] = Split("tally count fate lose harm occur disease"),
        ["semantics/counts.tsv:measure"] = [.. Of<Measure>(), "-"],
        ["semantics/counts.tsv:bound"] = [.. Of<Bound>(), "-"],
        ["semantics/frames.tsv:type"] = [.. Of<EventType>(), "-"],
        ["semantics/frames.tsv:roles"] = Split("t b v m x s g -"),
        ["semantics/frames.tsv:genitive"] = Split("S V O X -"),
        ["semantics/frames.tsv:inner"] = [.. Of<ClaimStatus>(), "-"],
        ["semantics/frames.tsv:measure"] = [.. Of<Measure>(), "-"],
        ["semantics/needs.tsv:kinds"] = [.. Lower<Denotes>(), "event"],
        ["semantics/needs.tsv:role"] = ["agent", "patient"],
        ["semantics/kinds.tsv:kind"] = [.. Lower<Denotes>(), "-"],
        ["semantics/kinds.tsv:measure"] = [.. Of<Measure>(), "-"],
        ["semantics/labels.tsv:polarity"] = ["hostile", "glorifying"],
        ["semantics/prepositions.tsv:role"] = Lower<Role>(),
        ["semantics/states.tsv:predicate"] = Of<Predicate>(),
        ["world/actors.tsv:kind"] = Of<EntityKind>(),
        ["world/actors.tsv:role"] = Split(
            "agency army coalition court government igo intelligence jihadist militia ministry monitor ngo other parliament party police rebel state tribe"),
        ["world/actors.tsv:interaction"] = ["State Forces", "Rebel Groups", "Political Militias", "Identity Militias", "Rioters", "Protesters", "Civilians", "External/Other Forces", "-"],
        ["semantics/bearings.tsv:kind"] = Split("direction near distance within unit head attribute"),
        ["names/spelling.tsv:kind"] = ["same", "variant"],
        ["world/place-overrides.tsv:action"] = ["drop", "add", "first", "omit"],
        ["world/outlets.tsv:kind"] = Split("agency channel monitor newspaper radio site tv"),
        ["world/places.tsv:class"] = Split("admin1 admin2 admin3 airport base camp city country crossing dam facility island lake mountain quarter region river route sea strait town village"),
    };

    private static readonly Dictionary<string, string[]> ClassesOfKinds = new(StringComparer.Ordinal)
    {
        ["person"] = Split("civilian combatant police medic journalist aid-worker official child woman prisoner displaced protester worker unknown honorific"),
        ["force"] = Split("army militia police rebels -"),
        ["body"] = Split("state government ministry party parliament court ngo igo company club media monitor union -"),
        ["place"] = Split("settlement quarter district governorate region country natural route -"),
    };

    /// <summary>Checks a table: header, numbers of fields, order of columns by script, and the words of columns.</summary>
    public static void Check(PackFolder folder, string path, IReadOnlyList<string> languages, List<PackFault> faults)
    {
        var table = folder.Table(path);
        var key = folder.Name == "world" ? "world/" + path : path;
        if (!Columns.TryGetValue(key, out var columns))
        {
            faults.Add(new PackFault(table.Name, 1, 1, "packs/README.md knows no such table"));
            return;
        }
        var expected = Split(columns).SelectMany(c => c.EndsWith('*') ? languages.Select(l => c[..^1] + l) : [c]).ToArray();
        if (!table.Columns.SequenceEqual(expected))
        {
            faults.Add(new PackFault(table.Name, 1, 1, $"the columns are {string.Join(", ", table.Columns)}; {string.Join(", ", expected)} are expected"));
            return;
        }
        var dropped = folder.Name == "world" || !folder.Has("fold.tsv") ? [] : Dropped(folder.Table("fold.tsv"));
        foreach (var row in table.Rows)
        {
            foreach (var column in table.Columns) CheckField(key, row, column, dropped, faults);
            if (key is "semantics/frames.tsv" or "semantics/compounds.tsv") CheckMode(row, faults);
            if (key == "semantics/kinds.tsv" && ClassesOfKinds.TryGetValue(row["kind"], out var classes) && Array.IndexOf(classes, row["class"]) < 0)
                faults.Add(row.Error("class", $"'{row["class"]}' is no class of {row["kind"]} ({string.Join(", ", classes)})").Faults[0]);
        }
        CheckScripts(table, faults);
    }

    private static void CheckField(string key, Row row, string column, HashSet<char> dropped, List<PackFault> faults)
    {
        var field = row[column];
        if (field.Length == 0) faults.Add(row.Error(column, "the field is empty; '-' stands for nothing").Faults[0]);
        else if (char.IsWhiteSpace(field[0]) || char.IsWhiteSpace(field[^1]) || field.Contains("  ", StringComparison.Ordinal)) faults.Add(row.Error(column, $"'{field}' has a blank too many").Faults[0]);
        if (field.Contains('|', StringComparison.Ordinal) && field.Split('|') is var parts && (Array.Exists(parts, p => p.Trim().Length == 0 || p.Trim() != p) || parts.Distinct().Count() < parts.Length))
            faults.Add(row.Error(column, $"'{field}' has an alternative that is empty, stands twice or has blanks around it").Faults[0]);
        foreach (var c in field)
            if (dropped.Contains(c)) { faults.Add(row.Error(column, $"U+{(int)c:X4} is not written in packs: folding drops it").Faults[0]); break; }
        if (!Vocabulary.TryGetValue($"{key}:{column}", out var words)) return;
        foreach (var part in Array.IndexOf(words, field) >= 0 ? [] : field.Split('|'))
            if (Array.IndexOf(words, part) < 0) faults.Add(row.Error(column, $"'{part}' is none of {string.Join(", ", words)}").Faults[0]);
    }

    private static void CheckMode(Row row, List<PackFault> faults)
    {
        if (row["mode"] == "-") return;
        IReadOnlyList<string> modes = Words.TryParse<EventType>(row["type"], out var type) ? TypeModes.Of(type) : [];
        if (!modes.Contains(row["mode"]))
            faults.Add(row.Error("mode", $"'{row["mode"]}' is no mode of {row["type"]}{(modes.Count == 0 ? "" : $" ({string.Join(", ", modes)})")}").Faults[0]);
    }

    /// <summary>Columns in a script that runs from right to left stand last, so that lines stay readable.</summary>
    private static void CheckScripts(Table table, List<PackFault> faults)
    {
        var last = -1;
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var column = table.Columns[c];
            var written = table.Rows.Where(r => r[column] != "-").ToList();
            if (written.Count > 0 && written.TrueForAll(r => r[column].AsSpan().ContainsAnyInRange('\u0590', '\u08ff'))) last = c;
            else if (last >= 0 && !written.Exists(r => r[column].AsSpan().ContainsAnyInRange('\u0590', '\u08ff')) && table.Rows.Any(r => r[column].AsSpan().ContainsAnyInRange('a', 'z') || r[column].AsSpan().ContainsAnyInRange('A', 'Z')))
                faults.Add(new PackFault(table.Name, 1, c + 1, $"'{column}' stands after '{table.Columns[last]}', a column written from right to left; those stand last"));
        }
    }

    /// <summary>Marks that folding drops: no surface form of a pack is written with them.</summary>
    private static HashSet<char> Dropped(Table fold)
    {
        var dropped = new HashSet<char>();
        foreach (var row in fold.Rows.Where(r => r["to"] == "-"))
        {
            var ends = row["from"].Split('-');
            if (!int.TryParse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var first) || !int.TryParse(ends[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var last)) continue;
            for (var c = first; c <= last && c <= char.MaxValue; c++) dropped.Add((char)c);
        }
        return dropped;
    }

    private static string[] Split(string words) => words.Split(' ');

    private static string[] Of<T>() where T : struct, Enum => Array.ConvertAll(Enum.GetValues<T>(), Words.Of);

    private static string[] Lower<T>() where T : struct, Enum => Array.ConvertAll(Enum.GetNames<T>(), n => n.ToLowerInvariant());
}
