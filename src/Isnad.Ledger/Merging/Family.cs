namespace Isnad.Ledger.Merging;

/// <summary>Kinds of happening: what different speakers may call by different types, and what they never do.</summary>
internal static class Family
{
    /// <summary>The family of an event. What is only meant to happen is apart from what is said to have happened.</summary>
    /// <param name="type">PLOVER type, or null.</param>
    /// <param name="mode">PLOVER mode, or null.</param>
    /// <param name="intended">Whether it is planned, sought or threatened.</param>
    public static string Of(string? type, string? mode, bool intended) => (intended ? "to-" : "") + (type, mode) switch
    {
        // One side's arrest is the other's abduction.
        ("ASSAULT", "abduct") or ("COERCE", "arrest") => "custody",
        ("ASSAULT", "territory") => "capture",
        ("ASSAULT", _) => "violence",
        ("RETREAT", "ceasefire") or ("AGREE" or "CONCEDE" or "COOPERATE", _) or ("SUPPORT", null) => "accord",
        ("RETREAT", var what) => "retreat-" + (what ?? "other"),
        ("COERCE", var what) => "coerce-" + (what is "deport" or "seize" or "cyber" ? what : "other"),
        (null, _) => "other",
        _ => type.ToLowerInvariant(),
    };

    /// <summary>Whether happenings of a family are told apart by where they are; others by who deals with whom.</summary>
    public static bool IsLocal(string family) => family is not ("accord" or "request" or "accuse" or "reject" or "threaten" or "support" or "consult" or "sanction" or "retreat-resign"
        or "to-accord" or "to-request" or "to-accuse" or "to-reject" or "to-threaten" or "to-support" or "to-consult" or "to-sanction" or "to-retreat-resign");

    /// <summary>Means that exclude each other when both are told; null for modes that say nothing of the means.</summary>
    public static string? Means(string? mode) => mode switch
    {
        "aerial" or "drone" => "air",
        "heavy-weapons" => "artillery",
        "explosives" or "suicide-attack" => "blast",
        "firearms" => "guns",
        "beat" or "primitive" => "hand",
        "crowd-control" => "crowd",
        "sexual" => "sexual",
        "demo" or "strike" or "hunger" or "boycott" => "protest",
        _ => null,
    };
}
