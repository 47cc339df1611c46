namespace Isnad.Server.Api;

/// <summary>How a parameter of a query is written.</summary>
internal enum ParameterKind
{
    /// <summary>Any text.</summary>
    Text,
    /// <summary>A day: <c>2020-02-07</c>.</summary>
    Day,
    /// <summary>A whole number.</summary>
    Whole,
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,
    /// <summary>Numbers parted by commas.</summary>
    Numbers,
}

/// <summary>A parameter of a query: what is checked and what the description of the interface says are one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Description">What it asks for.</param>
internal sealed record Parameter(string Name, ParameterKind Kind, string Description)
{
    /// <summary>The longest text that is taken.</summary>
    public const int LongestText = 2_000;

    /// <summary>Whether it may come several times.</summary>
    public bool Several { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool Required { get; init; }

    /// <summary>The words it takes; empty for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The least whole number.</summary>
    public int Least { get; init; }

    /// <summary>The greatest whole number.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>The whole number without it.</summary>
    public int? Usual { get; init; }

    /// <summary>How many numbers are parted by commas.</summary>
    public int Parts { get; init; }

    public static Parameter Text(string name, string description) => new(name, ParameterKind.Text, description);

    public static Parameter Texts(string name, string description) => new(name, ParameterKind.Text, description) { Several = true };

    public static Parameter Day(string name, string description) => new(name, ParameterKind.Day, description);

    public static Parameter Flag(string name, string description) => new(name, ParameterKind.Flag, description);

    public static Parameter Whole(string name, string description, int least, int most, int? usual = null) => new(name, ParameterKind.Whole, description) { Least = least, Most = most, Usual = usual };

    public static Parameter Numbers(string name, int parts, string description) => new(name, ParameterKind.Numbers, description) { Parts = parts };

    /// <summary>Where to go on: the <c>next</c> of the page before.</summary>
    public static readonly Parameter Cursor = Text("cursor", "Where to go on: 'next' of the page before.");

    /// <summary>Items of a page.</summary>
    public static readonly Parameter Limit = Whole("limit", "At most so many items.", 1, 1000, 100);
}
