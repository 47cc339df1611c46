using System.CommandLine;
using System.Globalization;
using Isnad.Ledger.Queries;
using Isnad.Readings;

namespace Isnad.Tool.Commands;

/// <summary>Options that say which events are meant; the same for lists and exports.</summary>
internal sealed class EventFilters
{
    private static readonly string[] Grades = ["single", "corroborated", "acknowledged", "denied", "confirmed", "discounted"];
    private static readonly string[] Disputes = ["occurrence", "perpetrator", "number", "place", "victims"];

    private readonly Option<DateOnly?> _from = LedgerPlace.Day("--from", "Events that ended on this day or later.");
    private readonly Option<DateOnly?> _to = LedgerPlace.Day("--to", "Events that began on this day or before.");
    private readonly Option<DateOnly?> _known = LedgerPlace.Day("--known-by", "Only events that were known by this day.");
    private readonly Option<string[]> _place = LedgerPlace.Many("--place", "At a place or within it: a name, a key, or a country's ISO code; can be given several times.", "PLACE");
    private readonly Option<string?> _near = new("--near") { Description = "Within a circle: latitude, longitude, kilometres (35.9,36.8,10).", HelpName = "LAT,LON,KM" };
    private readonly Option<string[]> _actor = LedgerPlace.Many("--actor", "With an actor on either side: a name or a key.", "NAME");
    private readonly Option<string[]> _type = LedgerPlace.Many("--type", "A PLOVER type or mode (ASSAULT, aerial), or a kind.", "TYPE");
    private readonly Option<string[]> _status = LedgerPlace.Choices("--status", "A status", "STATUS", Words.All<ClaimStatus>());
    private readonly Option<string[]> _grade = LedgerPlace.Choices("--grade", "A grade", "GRADE", Grades);
    private readonly Option<string?> _disputed = new("--disputed") { Description = "Something disputed (occurrence, perpetrator, number, place, victims).", HelpName = "WHAT" };
    private readonly Option<string?> _outlet = new("--outlet") { Description = "Told by an outlet.", HelpName = "NAME" };
    private readonly Option<string?> _text = new("--text") { Description = "Told by a report with these words.", HelpName = "WORDS" };
    private readonly Option<int> _witnesses = new("--witnesses") { Description = "At least so many independent witnesses.", HelpName = "N" };
    private readonly Option<bool> _news = new("--news") { Description = "Leave out what is only told in passing." };

    public EventFilters()
    {
        LedgerPlace.Refuse(_disputed, Disputes, StringComparer.Ordinal);
        _near.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Circle(result.Tokens[0].Value) is null) result.AddError($"--near {result.Tokens[0].Value}: write latitude, longitude and kilometres: 35.9,36.8,10.");
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_from, _to, _place, _near, _actor, _type, _status, _grade, _disputed, _outlet, _text, _witnesses, _news, _known]) command.Add(option);
    }

    public EventQuery Query(ParseResult parsed) => new()
    {
        From = parsed.GetValue(_from),
        To = parsed.GetValue(_to),
        KnownBy = parsed.GetValue(_known),
        Places = parsed.GetValue(_place) ?? [],
        Near = parsed.GetValue(_near) is { } near ? Circle(near) : null,
        Actors = parsed.GetValue(_actor) ?? [],
        Types = parsed.GetValue(_type) ?? [],
        Statuses = LedgerPlace.Chosen(parsed, _status),
        Grades = LedgerPlace.Chosen(parsed, _grade),
        Disputed = parsed.GetValue(_disputed),
        Outlet = parsed.GetValue(_outlet),
        Text = parsed.GetValue(_text),
        Witnesses = parsed.GetValue(_witnesses),
        NewsOnly = parsed.GetValue(_news),
    };

    private static (double Lat, double Lon, double Km)? Circle(string text)
    {
        var parts = text.Split(',');
        return parts.Length == 3 && double.TryParse(parts[0], CultureInfo.InvariantCulture, out var lat) && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var lon)
            && double.TryParse(parts[2], CultureInfo.InvariantCulture, out var km) && lat is >= -90 and <= 90 && lon is >= -180 and <= 180 && km > 0 ? (lat, lon, km) : null;
    }
}
