namespace Isnad.Ledger.Digests;

/// <summary>
/// What the ledger keeps ready of one reading: its claims with days as numbers, entities and sources under keys that hold across
/// reports, and sketches of its words. A pure function of the reading and the packs.
/// </summary>
public sealed record Digest
{
    /// <summary>The report's id, as the reading has it.</summary>
    public required string Report { get; init; }
    /// <summary>Name of the outlet.</summary>
    public string? Outlet { get; init; }
    /// <summary>Day of publication (day number), if known.</summary>
    public int? Published { get; init; }
    /// <summary>When it was published, in minutes since the beginning of the year 1, UTC; a day alone counts as its noon.</summary>
    public long Moment { get; init; }
    /// <summary>Entities that claims or sources speak of.</summary>
    public Party[] Parties { get; init; } = [];
    /// <summary>Sources; the first is the outlet.</summary>
    public Voice[] Voices { get; init; } = [];
    /// <summary>Claims, in text order.</summary>
    public Told[] Claims { get; init; } = [];
    /// <summary>Sketch of the whole text, see <see cref="Sketch"/>.</summary>
    public byte[] Text { get; init; } = [];
    /// <summary>Sketches of the sentences that claims stand in.</summary>
    public byte[][] Sentences { get; init; } = [];
}

/// <summary>An entity under a key that is the same in every report.</summary>
public sealed record Party
{
    /// <summary>The best reference to the knowledge base, else kind and folded name.</summary>
    public required string Key { get; init; }
    /// <summary>The kind, as the reading writes it.</summary>
    public required string Kind { get; init; }
    /// <summary>Preferred name.</summary>
    public required string Name { get; init; }
    /// <summary>Name in the report's own language, if it differs.</summary>
    public string? Local { get; init; }
    /// <summary>Whose side it is: the key of the state for all its bodies, else its own.</summary>
    public string? Side { get; init; }
    /// <summary>ISO 3166-1 alpha-3 code.</summary>
    public string? Country { get; init; }
    /// <summary>First-level division.</summary>
    public string? Admin1 { get; init; }
    /// <summary>Latitude in degrees.</summary>
    public double? Lat { get; init; }
    /// <summary>Longitude in degrees.</summary>
    public double? Lon { get; init; }
    /// <summary>Precision of a place, as the reading writes it.</summary>
    public string? Precision { get; init; }
    /// <summary>Index of the containing place.</summary>
    public int? Within { get; init; }
    /// <summary>Class of people.</summary>
    public string? Class { get; init; }
    /// <summary>Index of the organisation that it belongs to.</summary>
    public int? Of { get; init; }
    /// <summary>PLOVER code.</summary>
    public string? Plover { get; init; }
    /// <summary>Name in ACLED's form.</summary>
    public string? Acled { get; init; }
    /// <summary>ACLED's kind of actor.</summary>
    public string? Interaction { get; init; }

    /// <summary>Whether it is a place, a facility or a route: what an event can be at.</summary>
    public bool IsPlace => Kind is "place" or "facility" or "route";
}

/// <summary>A source, with the witness that it stands for.</summary>
public sealed record Voice
{
    /// <summary>The kind, as the reading writes it.</summary>
    public required string Kind { get; init; }
    /// <summary>Name to show.</summary>
    public required string Name { get; init; }
    /// <summary>Index of its entity.</summary>
    public int? Party { get; init; }
    /// <summary>Index of the source that passes it on.</summary>
    public int? Via { get; init; }
    /// <summary>Who vouches for what it says: the same key in every report for the same person, body or outlet.</summary>
    public required string Witness { get; init; }
    /// <summary>Whose side the witness is on, if it is a party or speaks for one.</summary>
    public string? Side { get; init; }
}

/// <summary>A claim. Lists are indices of <see cref="Digest.Parties"/>; days are day numbers (days since 1 January of the year 1).</summary>
public sealed record Told
{
    /// <summary>The claim's key, by which people's decisions find it.</summary>
    public required string Key { get; init; }
    /// <summary>Local id in the reading.</summary>
    public required string Id { get; init; }
    /// <summary><c>event</c>, <c>figure</c>, <c>state</c> or <c>statement</c>.</summary>
    public required string Kind { get; init; }
    /// <summary>Type of an event, measure of a figure, predicate of a state.</summary>
    public string? What { get; init; }
    /// <summary>Mode of an event.</summary>
    public string? Mode { get; init; }
    /// <summary>Status, if not <c>happened</c>.</summary>
    public string? Status { get; init; }
    /// <summary>Whether it is said not to be so.</summary>
    public bool Negated { get; init; }
    /// <summary>Assertion, if not <c>asserted</c>.</summary>
    public string? Assertion { get; init; }
    /// <summary>Stance, if not <c>states</c>.</summary>
    public string? Stance { get; init; }
    /// <summary>Indices of the nearest speakers in <see cref="Digest.Voices"/>.</summary>
    public int[] Voices { get; init; } = [];
    /// <summary>Who did it.</summary>
    public int[] Agents { get; init; } = [];
    /// <summary>To whom or what.</summary>
    public int[] Targets { get; init; } = [];
    /// <summary>With what.</summary>
    public int[] Instruments { get; init; } = [];
    /// <summary>From where.</summary>
    public int[] From { get; init; } = [];
    /// <summary>Towards where.</summary>
    public int[] Toward { get; init; } = [];
    /// <summary>The most specific places.</summary>
    public int[] Places { get; init; } = [];
    /// <summary>PLOVER contexts.</summary>
    public string[] Contexts { get; init; } = [];
    /// <summary>ACLED's event type.</summary>
    public string? AcledType { get; init; }
    /// <summary>ACLED's sub-event type.</summary>
    public string? AcledSubType { get; init; }
    /// <summary>First day.</summary>
    public int? First { get; init; }
    /// <summary>Last day.</summary>
    public int? Last { get; init; }
    /// <summary>Hour of the day (0 to 23), if the time is finer than a day.</summary>
    public int? Hour { get; init; }
    /// <summary>Precision of the time; null without a time.</summary>
    public string? Precision { get; init; }
    /// <summary>Relation to the time, if not <c>at</c>.</summary>
    public string? Relation { get; init; }
    /// <summary>Happening in the reading; of a figure, the one that it counts.</summary>
    public string? Happening { get; init; }
    /// <summary>Index of the claim that this figure is a part of.</summary>
    public int? PartOf { get; init; }
    /// <summary>Least number.</summary>
    public double? Low { get; init; }
    /// <summary>Greatest number.</summary>
    public double? High { get; init; }
    /// <summary>Kind of bound.</summary>
    public string? Bound { get; init; }
    /// <summary>What is counted.</summary>
    public int? Unit { get; init; }
    /// <summary>Scope of a figure.</summary>
    public string? Scope { get; init; }
    /// <summary><c>new</c> or <c>stock</c>, of the displaced.</summary>
    public string? Flow { get; init; }
    /// <summary><c>families</c>, if the figure counts them.</summary>
    public string? Per { get; init; }
    /// <summary>Subject of a state.</summary>
    public int? Subject { get; init; }
    /// <summary>Objects of a state.</summary>
    public int[] Objects { get; init; } = [];
    /// <summary>Holder of the subject of a state.</summary>
    public int? Holder { get; init; }
    /// <summary>Who held the object of a state before.</summary>
    public int? Former { get; init; }
    /// <summary>Words of the first evidence, or of a figure.</summary>
    public required string Words { get; init; }
    /// <summary>Where the first evidence begins.</summary>
    public int Start { get; init; }
    /// <summary>Where it ends.</summary>
    public int End { get; init; }
    /// <summary>Whether it stands in the title.</summary>
    public bool InTitle { get; init; }
    /// <summary>Index of the sketch of its sentence.</summary>
    public int? Sentence { get; init; }

    /// <summary>Whether the speakers say that it is, was or will be so: no denial, no doubt.</summary>
    public bool Affirms => !Negated && Status is not ("denied" or "possible") && Stance is not "doubts";

    /// <summary>Whether it is only meant to happen.</summary>
    public bool Intended => Status is "planned" or "sought" or "threatened";
}
