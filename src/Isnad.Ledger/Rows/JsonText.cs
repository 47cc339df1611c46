namespace Isnad.Ledger.Rows;

/// <summary>A value that has parts: as JSON it is written whole, elsewhere as plain words.</summary>
/// <param name="Json">The JSON.</param>
/// <param name="Plain">The words.</param>
internal sealed record JsonText(string Json, string Plain)
{
    /// <summary>JSON as it is kept; null for none.</summary>
    public static JsonText? Of(string? json) => json is null ? null : new JsonText(json, json);

    /// <inheritdoc/>
    public override string ToString() => Plain;
}
