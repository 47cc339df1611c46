using Isnad.Readings;

namespace Isnad.Tests.Tool;

/// <summary>Readings made by hand, in which every member of the format is filled.</summary>
internal static class FullReading
{
    private const string Title = "قتلى في قصف على سوق في بلدة الزيتونة والجيش ينفي";

    private const string Text = """
        الزيتونة - قالت وكالة الساحل للأنباء إن 12 مدنيا على الأقل، بينهم ثلاثة أطفال، قتلوا أمس الثلاثاء في قصف مدفعي نفذه الجيش الوطني على سوق البلدة، نقلا عن مرصد الجنوب لحقوق الإنسان.
        وأضاف مدير المرصد كريم الحداد أن نحو 500 عائلة نزحت باتجاه مدينة رأس النبع منذ مطلع الشهر الجاري عبر الطريق الساحلي الذي يربط الزيتونة برأس النبع.
        في المقابل، نفى مصدر عسكري استهداف المدنيين، وقال إن "القوات ردت على نيران الإرهابيين"، مؤكدا أن الجيش سيرسل السبت تعزيزات إلى قاعدة التل التي تقع على بعد خمسة كيلومترات شرق البلدة.
        اقرأ أيضا: خريطة السيطرة
        وتسيطر كتائب الجبل على الزيتونة منذ عامين بدعم من دولة مجاورة، وتقدر خسائر السوق بأكثر من مليوني دولار.
        """;

    private static readonly Report Given = new()
    {
        Id = "hand-1",
        Outlet = "صحيفة الميناء",
        Url = "https://example.org/a?b=1&c=2",
        Title = Title,
        Language = "ar",
        Published = "2021-03-10T09:30:00+02:00",
        Fetched = "2021-03-10T10:00:00Z",
        ForwardedFrom = "قناة الخبر",
        TranslatedFrom = "en",
        RevisionOf = "hand-0",
        Text = Text,
    };

    /// <summary>The words in the text, by their n-th occurrence.</summary>
    private static Evidence At(string words, int occurrence = 1, bool inTitle = false)
    {
        var field = inTitle ? Title : Text;
        var at = -1;
        for (var i = 0; i < occurrence; i++) at = field.IndexOf(words, at + 1, StringComparison.Ordinal);
        if (at < 0) throw new ArgumentException($"'{words}' is not in the text");
        return new Evidence(at, at + words.Length, words, inTitle);
    }

    private static Mention[] Said(params string[] words) => [.. words.Select(w => new Mention(At(w)))];

    private static ClaimTime Day(string start, string end, TimePrecision precision, TimeRelation relation, string words) =>
        new() { Start = start, End = end, Precision = precision, Relation = relation, Where = At(words) };

    private static Entity[] Entities() =>
    [
        new()
        {
            Id = "e1", Kind = EntityKind.Place, Name = "الزيتونة", Names = [new("ar", "الزيتونة"), new("en", "Al-Zaytuna")],
            Refs = [new("geonames:1", 96), new("geonames:2", 40)], Lat = 35.5, Lon = 36.25, Precision = PlacePrecision.Settlement,
            Country = "XYZ", Admin1 = "South", Within = "e2", Mentions = [new(At("الزيتونة")), new(At("البلدة"), "description"), new(At("بلدة الزيتونة", 1, true))],
        },
        new() { Id = "e2", Kind = EntityKind.Place, Name = "رأس النبع", Precision = PlacePrecision.District, Mentions = Said("رأس النبع") },
        new()
        {
            Id = "e3", Kind = EntityKind.Organisation, Name = "الجيش الوطني", Refs = [new("actor:army", 100)],
            Codes = new ActorCodes("XYZ MIL", "Military Forces of Xyz", "State Forces"), Mentions = [.. Said("الجيش الوطني"), new(At("الجيش سيرسل") is var a ? a with { End = a.Start + 5, Text = "الجيش" } : default)],
        },
        new() { Id = "e4", Kind = EntityKind.People, Name = "مدنيا", Class = "civilian", Mentions = Said("12 مدنيا على الأقل", "المدنيين") },
        new() { Id = "e5", Kind = EntityKind.People, Name = "أطفال", Class = "child", Of = "e6", Mentions = Said("أطفال") },
        new()
        {
            Id = "e6", Kind = EntityKind.ArmedGroup, Name = "كتائب الجبل", Labels = [new(At("الإرهابيين"), "s4")],
            Mentions = [.. Said("كتائب الجبل"), new(At("الإرهابيين"), "description")],
        },
        new() { Id = "e7", Kind = EntityKind.Organisation, Name = "مرصد الجنوب لحقوق الإنسان", Mentions = Said("مرصد الجنوب لحقوق الإنسان", "المرصد") },
        new() { Id = "e8", Kind = EntityKind.Person, Name = "كريم الحداد", Office = "مدير", Affiliation = "e7", Mentions = Said("كريم الحداد") },
        new() { Id = "e9", Kind = EntityKind.Route, Name = "الطريق الساحلي", Between = ["e1", "e2"], Mentions = Said("الطريق الساحلي") },
        new()
        {
            Id = "e10", Kind = EntityKind.Facility, Name = "قاعدة التل", Near = new Nearness("e1", "E", 5), On = "e9", Within = "e2",
            Precision = PlacePrecision.Point, Mentions = Said("قاعدة التل"),
        },
        new() { Id = "e11", Kind = EntityKind.Organisation, Name = "وكالة الساحل للأنباء", Mentions = Said("وكالة الساحل للأنباء") },
        new() { Id = "e12", Kind = EntityKind.Weapon, Name = "قصف مدفعي", Mentions = Said("مدفعي") },
        new() { Id = "e13", Kind = EntityKind.Agreement, Name = "هدنة", Mentions = [] },
        new() { Id = "e14", Kind = EntityKind.Facility, Name = "سوق البلدة", Mentions = Said("سوق البلدة") },
    ];

    private static Source[] Sources() =>
    [
        new() { Id = "s0", Kind = SourceKind.Outlet, Name = "صحيفة الميناء" },
        new() { Id = "s1", Kind = SourceKind.Agency, Entity = "e11", Via = "s0", Cue = At("قالت") },
        new() { Id = "s2", Kind = SourceKind.Monitor, Entity = "e7", Via = "s1", Cue = At("نقلا عن") },
        new() { Id = "s3", Kind = SourceKind.Person, Entity = "e8", Via = "s1", Cue = At("أضاف") },
        new() { Id = "s4", Kind = SourceKind.Anonymous, Name = "مصدر عسكري", Via = "s0", Cue = At("نفى") },
    ];

    private static Claim[] Claims()
    {
        var tuesday = Day("2021-03-09", "2021-03-09", TimePrecision.Day, TimeRelation.At, "أمس الثلاثاء");
        return
        [
            new EventClaim
            {
                Id = "c1", Key = "k1", Type = EventType.Assault, Mode = "heavy-weapons", Sources = ["s0"], Evidence = [At("قصف", 1, true)], Targets = ["e4"],
                Places = ["e1"], Time = tuesday with { Basis = TimeBasis.Inherited }, Happening = "h1", Rule = "frames/shell",
            },
            new FigureClaim
            {
                Id = "c2", Key = "k2", Measure = Measure.Killed, Unit = "e4", Low = 12, Bound = Bound.AtLeast, Words = "12 مدنيا على الأقل", Sources = ["s2"],
                Evidence = [At("12 مدنيا على الأقل"), At("قتلوا")], Time = tuesday, Places = ["e1"], Happening = "h1", Rule = "figures/killed",
            },
            new FigureClaim
            {
                Id = "c3", Key = "k3", Measure = Measure.Killed, Unit = "e5", Low = 3, High = 3, Words = "ثلاثة أطفال", Sources = ["s2"], Per = "persons",
                Evidence = [At("ثلاثة أطفال")], Time = tuesday, Places = ["e1"], Happening = "h1", Rule = "figures/killed",
            },
            new EventClaim
            {
                Id = "c4", Key = "k4", Type = EventType.Assault, Mode = "heavy-weapons", Sources = ["s2"], Evidence = [At("قصف مدفعي"), At("نفذه")],
                Agents = ["e3"], Targets = ["e4", "e14"], Instruments = ["e12"], Places = ["e1"], Time = tuesday, Happening = "h1", Rule = "frames/shell",
                Contexts = ["military"], Distribution = Distribution.Each, Acled = ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
            },
            new FigureClaim
            {
                Id = "c5", Key = "k5", Measure = Measure.Displaced, Low = 500, High = 500, Bound = Bound.About, Words = "نحو 500 عائلة", Sources = ["s3"],
                Evidence = [At("نحو 500 عائلة"), At("نزحت")], Scope = FigureScope.Period, Flow = "new", Per = "families", Places = ["e2"], Rule = "figures/displaced",
                Time = Day("2021-03-01", "2021-03-10", TimePrecision.Month, TimeRelation.Since, "منذ مطلع الشهر الجاري"),
            },
            new StateClaim
            {
                Id = "c6", Key = "k6", Predicate = Predicate.Links, Subject = "e9", Objects = ["e1", "e2"], Sources = ["s3"], Evidence = [At("يربط")],
                Assertion = Assertion.Background, Rule = "states/links",
            },
            new StatementClaim
            {
                Id = "c7", Key = "k7", Content = At("القوات ردت على نيران الإرهابيين"), Quoted = true, About = ["e6"], Sources = ["s4"],
                Evidence = [At("قال إن")], Rule = "statements/quoted",
            },
            new EventClaim
            {
                Id = "c8", Key = "k8", Type = EventType.Assault, Sources = ["s4"], Stance = Stance.Doubts, Evidence = [At("استهداف")], Agents = ["e3"], Targets = ["e4"],
                Status = ClaimStatus.Denied, Places = ["e1"], Rule = "frames/target",
            },
            new EventClaim
            {
                Id = "c9", Key = "k9", Type = EventType.Mobilize, Mode = "troops", Sources = ["s4"], Evidence = [At("سيرسل"), At("تعزيزات")], Agents = ["e3"], From = ["e2"],
                Toward = ["e10"], Places = ["e10"], Status = ClaimStatus.Planned, Rule = "frames/send",
                Time = Day("2021-03-13", "2021-03-13", TimePrecision.Day, TimeRelation.At, "السبت") with { Claim = "c4" },
            },
            new StateClaim
            {
                Id = "c10", Key = "k10", Predicate = Predicate.Controls, Subject = "e6", Objects = ["e1"], Sources = ["s0"], Evidence = [At("تسيطر")], From = "e3",
                Holder = "e6", Office = "مدير", Count = (3, null, Bound.MoreThan), Status = ClaimStatus.Ongoing, Polarity = Polarity.Negated, Rule = "states/controls",
                Time = Day("2019-03-10", "2021-03-10", TimePrecision.Year, TimeRelation.Since, "منذ عامين"),
            },
            new FigureClaim
            {
                Id = "c11", Key = "k11", Measure = Measure.Money, Low = 2_000_000, Bound = Bound.MoreThan, Words = "أكثر من مليوني دولار", Currency = "USD", Sources = ["s0", "s2"],
                Evidence = [At("أكثر من مليوني دولار")], Scope = FigureScope.Cumulative, Rule = "figures/money",
            },
        ];
    }

    /// <summary>The reading.</summary>
    public static Reading Make() => new()
    {
        Report = Given,
        ReportId = "hand-1",
        EngineVersion = "0.1.0",
        Packs = "0123456789abcdef",
        Dateline = "e1",
        Sections =
        [
            new(SectionKind.Title, 0, Title.Length, InTitle: true), new(SectionKind.Dateline, 0, 8),
            new(SectionKind.Body, 8, At("اقرأ أيضا").Start), new(SectionKind.Related, At("اقرأ أيضا").Start, At("وتسيطر").Start),
            new(SectionKind.Body, At("وتسيطر").Start, Text.Length),
        ],
        Entities = Entities(),
        Sources = Sources(),
        Claims = Claims(),
        Relations = [new(RelationType.Causes, "c4", "c2", [At("قتلوا")]), new(RelationType.PartOf, "c3", "c2", [At("بينهم")]), new(RelationType.Denies, "c8", "c4", [])],
        Diagnostics = [new("ISN2101", At("دولة مجاورة"), "no entity of the knowledge base is meant for certain"), new("ISN1001", null, "a note about the whole report")],
        Values =
        [
            new() { Kind = ValueKind.Number, Where = At("12 مدنيا على الأقل"), Low = 12, Bound = Bound.AtLeast },
            new() { Kind = ValueKind.Time, Where = At("أمس الثلاثاء"), Time = Day("2021-03-09", "2021-03-09", TimePrecision.Day, TimeRelation.At, "أمس الثلاثاء") },
            new() { Kind = ValueKind.Money, Where = At("أكثر من مليوني دولار"), Low = 2_000_000, Bound = Bound.MoreThan, Unit = "USD" },
        ],
    };

    /// <summary>A small reading in a left-to-right language, with what HTML must not take for markup.</summary>
    public static Reading Hostile()
    {
        const string text = "<script>alert(1)</script> & \"police\" fired at 'protesters' in <b>Port</b>, witnesses said.\nTwo people died\u0000.";
        Evidence Find(string words) =>
            text.IndexOf(words, StringComparison.Ordinal) is var at and >= 0 ? new(at, at + words.Length, words) : throw new ArgumentException(words);
        return new Reading
        {
            Report = new Report { Outlet = "\"><img src=x onerror=alert(2)>", Title = "</title><script>alert(3)</script>", Language = "en\" onload=\"x", Published = "2021-03-10", Text = text },
            ReportId = "<i>id</i>",
            EngineVersion = "0.1.0",
            Packs = "0",
            Entities =
            [
                new() { Id = "e1", Kind = EntityKind.Organisation, Name = "<u>police</u>", Mentions = [new(Find("\"police\""))] },
                new() { Id = "e2", Kind = EntityKind.People, Name = "protesters", Class = "protester", Mentions = [new(Find("'protesters'"))] },
            ],
            Sources = [new() { Id = "s0", Kind = SourceKind.Outlet }, new() { Id = "s1", Kind = SourceKind.Witness, Name = "<s>witnesses</s>", Via = "s0", Cue = Find("said") }],
            Claims =
            [
                new EventClaim
                {
                    Id = "c1", Key = "1", Type = EventType.Assault, Mode = "firearms", Sources = ["s1"], Evidence = [Find("fired at")], Agents = ["e1"], Targets = ["e2"], Rule = "<r>",
                },
                new FigureClaim
                {
                    Id = "c2", Key = "2", Measure = Measure.Killed, Low = 2, High = 2, Words = "Two people died\u0000", Sources = ["s0"], Evidence = [Find("Two people")], Rule = "r",
                },
            ],
            Diagnostics = [new("ISN0001", Find("<b>Port</b>"), "<em>odd</em>")],
        };
    }
}
