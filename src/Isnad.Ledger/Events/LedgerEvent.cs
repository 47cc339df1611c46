namespace Isnad.Ledger.Events;

/// <summary>A happening as the ledger tells it: derived from claims of one or more reports, all of which it names.</summary>
public sealed record LedgerEvent
{
    /// <summary>Number of the event; it is shown as <c>E12</c>.</summary>
    public long Number { get; init; }
    /// <summary>Kind of happening; what is only planned begins with <c>to-</c>.</summary>
    public required string Family { get; init; }
    /// <summary>The PLOVER type that most claims give.</summary>
    public string? Type { get; init; }
    /// <summary>The mode that most claims give.</summary>
    public string? Mode { get; init; }
    /// <summary>ACLED's event type; null where ACLED codes no such event.</summary>
    public string? AcledType { get; init; }
    /// <summary>ACLED's sub-event type: the one that most of the claims with the event's type and mode give.</summary>
    public string? AcledSubType { get; init; }
    /// <summary>Status by the claims that go furthest.</summary>
    public required string Status { get; init; }
    /// <summary>First day (day number), or null.</summary>
    public int? First { get; init; }
    /// <summary>Last day.</summary>
    public int? Last { get; init; }
    /// <summary><c>day</c>, <c>week</c>, <c>month</c>, <c>year</c>; <c>news</c>: no claim tells a day, and the days are those of the news; null: unknown.</summary>
    public string? Precision { get; init; }
    /// <summary>Where, by most claims.</summary>
    public EventPlace? Place { get; init; }
    /// <summary>Who did it, by whose word.</summary>
    public IReadOnlyList<EventParty> Agents { get; init; } = [];
    /// <summary>To whom or what.</summary>
    public IReadOnlyList<EventParty> Targets { get; init; } = [];
    /// <summary>Numbers, by measure.</summary>
    public IReadOnlyList<Toll> Tolls { get; init; } = [];
    /// <summary>Who vouches for it, each once.</summary>
    public IReadOnlyList<EventWitness> Witnesses { get; init; } = [];
    /// <summary>Reports that tell it.</summary>
    public int Reports { get; init; }
    /// <summary>Outlets of these reports.</summary>
    public int Outlets { get; init; }
    /// <summary><c>single</c>, <c>corroborated</c>, <c>acknowledged</c> or <c>denied</c>.</summary>
    public required string Grade { get; init; }
    /// <summary>Why.</summary>
    public required string GradeReason { get; init; }
    /// <summary>What is disputed, with reasons.</summary>
    public IReadOnlyList<Dispute> Disputes { get; init; } = [];
    /// <summary>A person's word: <c>confirmed</c> or <c>discounted</c>.</summary>
    public string? Judged { get; init; }
    /// <summary>Whether all reports tell it only in passing.</summary>
    public bool Passing { get; init; }
    /// <summary>The first day on which anything of it was known.</summary>
    public int Known { get; init; }
    /// <summary>What each report tells of it, and why it counts to this event.</summary>
    public IReadOnlyList<EventTelling> Tellings { get; init; } = [];
}

/// <summary>Where an event took place.</summary>
public sealed record EventPlace(string Key, string Name, string? Local, string? Precision, double? Lat, double? Lon, string? Country, string? Admin1, string? Admin2);

/// <summary>A party to an event.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Class">Class of people.</param>
/// <param name="Acled">Its name in ACLED's form.</param>
/// <param name="Interaction">ACLED's kind of actor.</param>
/// <param name="Plover">Its PLOVER code.</param>
/// <param name="Side">Its side.</param>
/// <param name="Claimants">Witnesses who name it.</param>
/// <param name="Denied">Whether somebody denies it.</param>
public sealed record EventParty(string Key, string Name, string Kind, string? Class, string? Acled, string? Interaction, string? Plover, string? Side, IReadOnlyList<string> Claimants, bool Denied);

/// <summary>Who vouches for something, and through whom it came.</summary>
/// <param name="Key">The witness's key.</param>
/// <param name="Name">A name to show.</param>
/// <param name="Kind">Kind of source.</param>
/// <param name="Chains">Chains from the witness to an outlet, each once.</param>
public sealed record EventWitness(string Key, string Name, string Kind, IReadOnlyList<string> Chains);

/// <summary>Something disputed: <c>occurrence</c>, <c>perpetrator</c>, <c>number</c>, <c>place</c> or <c>victims</c>.</summary>
public sealed record Dispute(string About, string Reason);

/// <summary>What one report tells of an event.</summary>
/// <param name="Report">Row of the report version.</param>
/// <param name="ReportId">The report's id.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Published">Day of publication (day number).</param>
/// <param name="Claims">Its claims, with their words.</param>
/// <param name="CopyOf">Id of the earliest report whose words it repeats, or null. Copies vouch once.</param>
/// <param name="Because">Why the telling counts to the event; empty until asked for.</param>
public sealed record EventTelling(long Report, string ReportId, string? Outlet, int? Published, IReadOnlyList<EventClaimWords> Claims, string? CopyOf, IReadOnlyList<string> Because);

/// <summary>A claim of a telling.</summary>
/// <param name="Key">Its key, by which decisions find it.</param>
/// <param name="Id">Its id in the reading.</param>
/// <param name="Kind"><c>event</c>, <c>figure</c>, <c>state</c> or <c>statement</c>.</param>
/// <param name="Words">Its words.</param>
/// <param name="Status">Its status; <c>negated</c> if it is said not to be so.</param>
/// <param name="Claimant">Key of the witness of its first speaker.</param>
/// <param name="Chain">The chain of its first speaker, in words.</param>
/// <param name="Chains">The chain of each speaker.</param>
public sealed record EventClaimWords(string Key, string Id, string Kind, string Words, string Status, string Claimant, string Chain, IReadOnlyList<EventChain> Chains);

/// <summary>Those through whom a claim came, from the speaker to the outlet.</summary>
/// <param name="Witness">Key of the witness that the speaker stands for.</param>
/// <param name="Steps">Speaker first, outlet last.</param>
public sealed record EventChain(string Witness, IReadOnlyList<ChainStep> Steps);

/// <summary>One who hands a claim on.</summary>
/// <param name="Name">Name to show.</param>
/// <param name="Kind">Kind of source.</param>
public sealed record ChainStep(string Name, string Kind);

/// <summary>A number of an event, by claimant.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Of">Class of the people counted when it is a part of the whole ("of which"), else null.</param>
/// <param name="Low">Least of what claimants say now; null if none gives a least number.</param>
/// <param name="High">Greatest; null if open.</param>
/// <param name="Claims">Number of claims.</param>
/// <param name="Witnesses">Independent claimants.</param>
/// <param name="Contested">Whether claimants contradict each other.</param>
/// <param name="Series">What each claimant said, in time.</param>
/// <param name="Rule">How low and high were made, and what they leave out.</param>
public sealed record Toll(string Measure, string? Of, double? Low, double? High, int Claims, int Witnesses, bool Contested, IReadOnlyList<TollClaim> Series, string Rule);

/// <summary>One claim of a number.</summary>
/// <param name="Claimant">Key of who says so.</param>
/// <param name="Name">Name of who says so.</param>
/// <param name="Low">Least number.</param>
/// <param name="High">Greatest number.</param>
/// <param name="Bound">Kind of bound.</param>
/// <param name="Class">Class of people counted.</param>
/// <param name="Moment">When said, in minutes, see <see cref="Digests.Digest.Moment"/>.</param>
/// <param name="Report">The report's id.</param>
/// <param name="Key">The claim's key.</param>
/// <param name="Words">Its words.</param>
/// <param name="Standing"><c>current</c>, <c>superseded</c>, <c>part</c>, <c>repeated</c> or <c>not-asserted</c>.</param>
public sealed record TollClaim(string Claimant, string Name, double? Low, double? High, string? Bound, string? Class, long Moment, string Report, string Key, string Words, string Standing);
