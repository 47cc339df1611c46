using Isnad.Places;

namespace Isnad.Tool.Places;

/// <summary>A row that was refused: where it stands, and why.</summary>
internal readonly record struct RefusedRow(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>What a file of places holds: the rows that are right, and those that are not.</summary>
internal sealed class PlaceSource(string file)
{
    /// <summary>Name of the file, without its folder.</summary>
    public string File => file;

    public List<PlaceRow> Rows { get; } = [];

    public List<RefusedRow> Refused { get; } = [];

    /// <summary>Rows of features that news does not name; they are passed over.</summary>
    public int PassedOver { get; set; }

    public void Refuse(int line, string reason) => Refused.Add(new RefusedRow(file, line, reason));
}
