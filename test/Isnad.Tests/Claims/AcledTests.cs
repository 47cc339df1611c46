using Isnad.Claims;
using Isnad.Readings;

namespace Isnad.Tests.Claims;

/// <summary>The sub-event types of ACLED, each from what decides it, and in readings.</summary>
public sealed class AcledTests
{
    private const AcledActors State = AcledActors.State, Armed = AcledActors.Armed, Civilians = AcledActors.Civilians, Nobody = AcledActors.None;

    /// <summary>What decides, and the sub-event type; nothing where ACLED codes none.</summary>
    internal static IEnumerable<(AcledFacts Facts, string? Expected)> Cases =>
    [
        (new(EventType.Assault, "", State, Armed), "Armed clash"),
        (new(EventType.Assault, "", State | Armed, Nobody, IsMutual: true), "Armed clash"),
        (new(EventType.Assault, "territory", State, Armed), "Government regains territory"),
        (new(EventType.Assault, "territory", Armed, State), "Non-state actor overtakes territory"),
        (new(EventType.Assault, "territory", Nobody, Nobody), "Armed clash"),
        (new(EventType.Assault, "unconventional", State, Civilians), "Chemical weapon"),
        (new(EventType.Assault, "aerial", State, Civilians), "Air/drone strike"),
        (new(EventType.Assault, "drone", Armed, AcledActors.Things), "Air/drone strike"),
        (new(EventType.Assault, "suicide-attack", Armed, Civilians), "Suicide bomb"),
        (new(EventType.Assault, "heavy-weapons", Armed, Civilians), "Shelling/artillery/missile attack"),
        (new(EventType.Assault, "explosives", Nobody, Civilians), "Remote explosive/landmine/IED"),
        (new(EventType.Assault, "explosives", Nobody, Civilians, IsGrenade: true), "Grenade"),
        (new(EventType.Assault, "sexual", Armed, Civilians), "Sexual violence"),
        (new(EventType.Assault, "firearms", Armed, Civilians), "Attack"),
        (new(EventType.Assault, "beat", State, Civilians), "Attack"),
        (new(EventType.Assault, "abduct", Armed, Civilians), "Abduction/forced disappearance"),
        (new(EventType.Protest, "demo", AcledActors.Protesters, Nobody), "Peaceful protest"),
        (new(EventType.Protest, "strike", Civilians, Nobody), null),
        (new(EventType.Assault, "crowd-control", State, AcledActors.Protesters), "Protest with intervention"),
        (new(EventType.Assault, "firearms", State, AcledActors.Protesters), "Excessive force against protesters"),
        (new(EventType.Protest, "riot", AcledActors.Protesters, Nobody), "Violent demonstration"),
        (new(EventType.Assault, "destroy", AcledActors.Protesters, AcledActors.Things), "Violent demonstration"),
        (new(EventType.Assault, "beat", Civilians, Civilians), "Mob violence"),
        (new(EventType.Support, "", State, Nobody, IsMutual: true), "Agreement"),
        (new(EventType.Retreat, "ceasefire", State, Nobody), "Agreement"),
        (new(EventType.Coerce, "arrest", State, Civilians), "Arrests"),
        (new(EventType.Mobilize, "troops", State, Nobody), "Change to group/activity"),
        (new(null, "", Armed, Nobody), "Change to group/activity"),
        (new(EventType.Coerce, "seize", State, AcledActors.Arms), "Disrupted weapons use"),
        (new(EventType.Mobilize, "troops", State, AcledActors.Things), "Headquarters or base established"),
        (new(EventType.Assault, "destroy", Armed, AcledActors.Things), "Looting/property destruction"),
        (new(EventType.Retreat, "withdraw", Armed, Nobody, IsPlaced: true), "Non-violent transfer of territory"),
        (new(EventType.Retreat, "release", State, Civilians), "Other"),
        (new(EventType.Accuse, "allege", State, State), null),
        (new(EventType.Consult, "visit", State, State), null),
    ];

    [Fact]
    public void EveryCaseHasItsSubEventType() => Assert.All(Cases, c =>
    {
        var coded = Acled.Of(c.Facts);
        Assert.Equal(c.Expected, coded?.SubEventType);
        if (coded is { } code) Assert.Equal(Acled.EventTypes[code.SubEventType], code.EventType);
    });

    [Fact]
    public void AllTwentyFiveAreShown()
    {
        Assert.Equal(25, Acled.EventTypes.Count);
        Assert.Equal(Acled.EventTypes.Keys.Order(StringComparer.Ordinal), Cases.Select(c => c.Expected).OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("قصفت مدفعية الجيش السوري بلدة سراقب أمس.", "Shelling/artillery/missile attack")]
    [InlineData("شنت طائرات التحالف غارات على صعدة.", "Air/drone strike")]
    [InlineData("فجر انتحاري نفسه في سوق في كابول.", "Suicide bomb")]
    [InlineData("دارت اشتباكات بين الجيش السوري وهيئة تحرير الشام في إدلب.", "Armed clash")]
    [InlineData("خطف مسلحون ثلاثة مدنيين في شمال مالي.", "Abduction/forced disappearance")]
    [InlineData("اعتقلت الشرطة العراقية خمسة مشتبه بهم في البصرة.", "Arrests")]
    [InlineData("تظاهر مئات العمال في تونس العاصمة.", "Peaceful protest")]
    public void ReadingsHaveIt(string text, string expected)
    {
        var reading = new Reader(Repository.CompiledPacks).Read(new Report { Text = text, Published = "2021-03-10" });
        Assert.Contains(expected, reading.Claims.OfType<EventClaim>().Select(c => c.Acled?.SubEventType));
    }

    [Theory]
    [InlineData("هدد قائد الكتائب بقصف المطار.")]
    [InlineData("ستنسحب القوات التركية من سوريا الشهر المقبل.")]
    public void WhatHasNotHappenedHasNone(string text)
    {
        var reading = new Reader(Repository.CompiledPacks).Read(new Report { Text = text, Published = "2021-03-10" });
        Assert.All(reading.Claims.OfType<EventClaim>().Where(c => c.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing)), c => Assert.Null(c.Acled));
        Assert.Contains(reading.Claims.OfType<EventClaim>(), c => c.Status is not ClaimStatus.Happened);
    }
}
