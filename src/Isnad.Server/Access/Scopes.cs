namespace Isnad.Server.Access;

/// <summary>What somebody may do. Roles are sets of these; keys of programs name theirs.</summary>
internal static class Scopes
{
    /// <summary>Type of the claims that hold them.</summary>
    public const string Claim = "scope";

    /// <summary>To read everything.</summary>
    public const string Read = "read";

    /// <summary>To decide: join, split, grade, review.</summary>
    public const string Decide = "decide";

    /// <summary>To take reports in.</summary>
    public const string Ingest = "ingest";

    /// <summary>To take reports down, to withdraw what others decided, to see the accounts.</summary>
    public const string Manage = "manage";

    /// <summary>All of them, the least first.</summary>
    public static readonly string[] All = [Read, Decide, Ingest, Manage];

    /// <summary>Roles, the one that may least first.</summary>
    public static readonly string[] Roles = ["reader", "coder", "editor"];

    /// <summary>What a role may do; nothing for an unknown one.</summary>
    public static IReadOnlyList<string> Of(string role) => role switch
    {
        "reader" => [Read],
        "coder" => [Read, Decide],
        "editor" => All,
        _ => [],
    };
}
