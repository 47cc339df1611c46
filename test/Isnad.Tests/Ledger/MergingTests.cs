namespace Isnad.Tests.Ledger;

/// <summary>Merging over collections of hand-made readings, whose happenings people have told apart.</summary>
public sealed class MergingTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "test", "Isnad.Tests", "Ledger", "Collections");

    private static readonly Lazy<MergingScore> Score = new(() =>
    {
        var score = new MergingScore();
        foreach (var file in Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal))
            foreach (var collection in Collection.Load(file)) score.Add(collection);
        return score;
    });

    [Fact]
    public void Tellings_of_one_happening_come_together()
    {
        TestContext.Current.SendDiagnosticMessage(Score.Value.Summary);
        Assert.True(Score.Value.F1 >= 0.97, $"{Score.Value.Summary}\n{Score.Value.Differences}");
    }

    [Fact]
    public void No_two_happenings_become_one() => Assert.True(Score.Value.WronglyJoined == 0, Score.Value.Differences);

    [Fact]
    public void Witnesses_are_counted_once() =>
        Assert.True(Score.Value.WitnessesRight >= 0.97 * Score.Value.Witnesses, $"{Score.Value.Summary}\n{Score.Value.Differences}");

    [Fact]
    public void Grades_disputes_and_numbers_are_as_expected() =>
        Assert.True(Score.Value.OthersRight >= 0.95 * Score.Value.Others, $"{Score.Value.Summary}\n{Score.Value.Differences}");
}
