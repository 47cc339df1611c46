using Isnad.Ledger.Queries;

namespace Isnad.Server.Api;

/// <summary>Parameters that say which events are meant: those of the command <c>isnad events</c>, under the same names.</summary>
internal static class EventFilter
{
    public static readonly Parameter[] Parameters =
    [
        Parameter.Day("from", "Events that ended on this day or later."),
        Parameter.Day("to", "Events that began on this day or before."),
        Parameter.Texts("place", "At a place or within it: a name, a key, or a country's ISO 3166 code of three letters."),
        Parameter.Numbers("near", 3, "Within a circle: latitude, longitude, kilometres (35.9,36.8,10)."),
        Parameter.Numbers("box", 4, "Within a box: south, west, north, east, in degrees."),
        Parameter.Texts("actor", "With an actor on either side: a name or a key."),
        Parameter.Texts("type", "A PLOVER type or mode (ASSAULT, aerial), or a kind."),
        Parameter.Texts("status", "A status (happened, denied, planned ...)."),
        Parameter.Texts("grade", "A grade (single, corroborated, acknowledged, denied, confirmed, discounted)."),
        Parameter.Text("disputed", "Something disputed.") with { Words = ["occurrence", "perpetrator", "number", "place", "victims"] },
        Parameter.Text("outlet", "Told by an outlet: part of its name."),
        Parameter.Text("text", "Told by a report with these words."),
        Parameter.Whole("witnesses", "At least so many independent witnesses.", 0, 1000),
        Parameter.Day("known-by", "Only events that were known by this day."),
        Parameter.Flag("news", "Whether to leave out what is only told in passing."),
    ];

    /// <summary>The query that a request asks.</summary>
    public static EventQuery Of(Ask ask) => new()
    {
        From = ask.Day("from"),
        To = ask.Day("to"),
        Places = ask.Texts("place"),
        Near = ask.Numbers("near") is { } near ? Circle(near) : null,
        Box = ask.Numbers("box") is { } box ? Box(box) : null,
        Actors = ask.Texts("actor"),
        Types = ask.Texts("type"),
        Statuses = ask.Texts("status"),
        Grades = ask.Texts("grade"),
        Disputed = ask.Text("disputed"),
        Outlet = ask.Text("outlet"),
        Text = ask.Text("text"),
        Witnesses = ask.Whole("witnesses"),
        KnownBy = ask.Day("known-by"),
        NewsOnly = ask.Flag("news"),
    };

    private static (double, double, double) Circle(double[] n) =>
        n is [>= -90 and <= 90, >= -180 and <= 180, > 0 and <= 20_100] ? (n[0], n[1], n[2])
            : throw Refusal.Bad("query parameter 'near' must be a latitude from -90 to 90, a longitude from -180 to 180 and kilometres above 0: 35.9,36.8,10");

    private static (double, double, double, double) Box(double[] n) =>
        n is [>= -90 and <= 90, >= -180 and <= 180, >= -90 and <= 90, >= -180 and <= 180] && n[0] <= n[2] && n[1] <= n[3] ? (n[0], n[1], n[2], n[3])
            : throw Refusal.Bad("query parameter 'box' must be south,west,north,east in degrees, south below north and west below east: 35.5,36.0,36.5,37.5");
}
