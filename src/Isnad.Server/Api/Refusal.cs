namespace Isnad.Server.Api;

/// <summary>A request that cannot be answered: what is wrong, where, and what to do.</summary>
internal sealed class Refusal(int status, string title, string detail) : Exception(detail)
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>What kind of thing is wrong.</summary>
    public string Title => title;

    /// <summary>Something in the request is not as it must be.</summary>
    public static Refusal Bad(string detail) => new(400, "The request cannot be understood", detail);

    /// <summary>What is asked for is not there.</summary>
    public static Refusal Missing(string detail) => new(404, "There is no such thing", detail);

    /// <summary>What is wanted contradicts what is.</summary>
    public static Refusal Conflict(string detail) => new(409, "It cannot be done as things stand", detail);
}
