using Isnad.Readings;

namespace Isnad.Tests.Claims;

/// <summary>What one claim has to do with an earlier one.</summary>
public sealed class RelationTests
{
    [Theory]
    [InlineData("قال ناشطون إن الجيش قصف مدينة سراقب أمس. ونفت وزارة الدفاع قصف سراقب.", RelationType.Denies)]
    [InlineData("قصفت طائرات حربية مدينة سراقب أمس. وأكد المرصد السوري لحقوق الإنسان قصف مدينة سراقب.", RelationType.Confirms)]
    [InlineData("قتل جنديان في هجوم على حاجز في مدينة بنغازي أمس. وأكدت وزارة الداخلية وقوع الهجوم.", RelationType.Confirms)]
    [InlineData("استهدف هجوم انتحاري مقر الشرطة في كركوك أمس. وأكد المتحدث باسم الشرطة الهجوم.", RelationType.Confirms)]
    [InlineData("قتل جنديان في هجوم على حاجز في مدينة بنغازي أمس. وتبنى تنظيم الدولة الإسلامية الهجوم.", RelationType.ClaimsResponsibility)]
    [InlineData("استهدف تفجير سوقا في كابول أمس. وأعلنت حركة طالبان مسؤوليتها عن التفجير.", RelationType.ClaimsResponsibility)]
    public void ALaterClaimAnswersAnEarlierOne(string text, RelationType expected)
    {
        var reading = Read(text);
        var relation = Assert.Single(reading.Relations, r => r.Type is RelationType.Denies or RelationType.Confirms or RelationType.ClaimsResponsibility);
        Assert.Equal(expected, relation.Type);
        var (from, to) = (Claim(reading, relation.From), Claim(reading, relation.To));
        Assert.NotEqual(from.Sources, to.Sources);
        Assert.True(to.Evidence[0].Start < from.Evidence[0].Start);
    }

    [Fact]
    public void WhoTakesResponsibilityIsNoAgentOfTheOutletsClaim()
    {
        var reading = Read("قتل جنديان في هجوم على حاجز في مدينة بنغازي أمس. وتبنى تنظيم الدولة الإسلامية الهجوم.");
        var relation = Assert.Single(reading.Relations, r => r.Type == RelationType.ClaimsResponsibility);
        Assert.Empty(((EventClaim)Claim(reading, relation.To)).Agents);
        Assert.NotEmpty(((EventClaim)Claim(reading, relation.From)).Agents);
    }

    [Fact]
    public void WhatNobodyToldBeforeIsConfirmedAlone() =>
        Assert.DoesNotContain(Read("أكدت وزارة الداخلية وقوع هجوم في بنغازي.").Relations, r => r.Type == RelationType.Confirms);

    private static Reading Read(string text) => new Reader(Repository.CompiledPacks).Read(new Report { Text = text, Published = "2021-03-10" });

    private static Claim Claim(Reading reading, string id) => reading.Claims.Single(c => c.Id == id);
}
