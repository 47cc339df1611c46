namespace Isnad.Tests.Desk;

/// <summary>A report that tries to become a program, and holds what offsets and directions break on.</summary>
internal static class HostileReport
{
    public const string Script = "<img src=x onerror=\"window.broken=1\"><script>window.broken=1</script>";

    public static Report Report { get; } = new()
    {
        Id = "hostile/report?x=1&y=#2",
        Outlet = $"\u202Eصحيفة {Script}",
        Title = $"{Script} مقتل ثلاثة مدنيين",
        Published = "2021-03-10",
        Language = "ar",
        Text = $"😀 قتل ثلاثة مدنيين في قصف على مدينة حلب أمس 👩🏽‍🚒، بحسب وكالة رويترز.\r\n{Script} And 4 soldiers \u2067were\u2069 wounded.\n\n{{{{constructor.constructor('window.broken=1')()}}}} javascript:window.broken=1",
    };
}
