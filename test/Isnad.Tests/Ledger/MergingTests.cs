namespace Isnad.Tests.Ledger;

/// <summary>Merging over collections of hand-made readings, whose happenings people have told apart.</summary>
public sealed class MergingTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "test", "Isnad.Tests", "Ledger", "Collections");

    private static readonly Lazy<MergingScore> Open = new(() =>
    {
        var score = new MergingScore();
        foreach (var file in Directory.GetFiles(Folder, "*.txt").Where(f => !f.EndsWith("-sealed.txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            foreach (var collection in Collection.Load(file)) score.Add(collection);
        return score;
    });

    [Fact]
    public void Tellings_of_one_happening_come_together()
    {
        TestContext.Current.SendDiagnosticMessage(Open.Value.Summary);
        Assert.True(Open.Value.F1 >= 0.97, $"{Open.Value.Summary}\n{Open.Value.Differences}");
    }

    [Fact]
    public void No_two_happenings_become_one() => Assert.True(Open.Value.WronglyJoined == 0, Open.Value.Differences);

    [Fact]
    public void Witnesses_are_counted_once() =>
        Assert.True(Open.Value.WitnessesRight >= 0.97 * Open.Value.Witnesses, $"{Open.Value.Summary}\n{Open.Value.Differences}");

    [Fact]
    public void Grades_disputes_and_numbers_are_as_expected() =>
        Assert.True(Open.Value.OthersRight >= 0.95 * Open.Value.Others, $"{Open.Value.Summary}\n{Open.Value.Differences}");
}
