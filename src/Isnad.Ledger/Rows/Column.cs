namespace Isnad.Ledger.Rows;

/// <summary>A column of a list: its name, what it holds, and whether the table for people shows it.</summary>
internal sealed record Column<T>(string Name, Func<T, object?> Value, string? Heading = null);
