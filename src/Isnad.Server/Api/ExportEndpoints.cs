using System.Text;
using Isnad.Ledger.Exports;
using Isnad.Ledger.Queries;
using Isnad.Ledger.Rows;

namespace Isnad.Server.Api;

/// <summary>Events in the formats of the field.</summary>
internal static class ExportEndpoints
{
    private static readonly Parameter[] Parameters =
    [
        Parameter.Text("as", "The format.") with { Required = true, Words = [.. Export.AllFormats, "csv"] },
        Parameter.Flag("public", "Whether to blur coordinates to a grid, and to withhold private persons and the words of reports."),
        Parameter.Numbers("grid", 1, "Width of the grid's cells in degrees, above 0 and up to 10."),
        Parameter.Flag("acled-vague", "Whether to write vague fatalities as ACLED does: tens 10, hundreds 100 (acled)."),
        Parameter.Text("since-release", "Only what is new or has changed since a release of this name."),
    ];

    public static void Map(LedgerRoutes routes) =>
        routes.Get("/api/export", "export", "Events as a file in a format of the field, with the filters of the list of events.", [.. Parameters, .. EventFilter.Parameters], (store, ask) =>
        {
            var format = ask.Text("as")!;
            var grid = ask.Numbers("grid") is [var width] ? width : 0.1;
            if (grid is not (> 0 and <= 10)) throw Refusal.Bad("query parameter 'grid' must be a width in degrees, above 0 and up to 10");
            var query = EventFilter.Of(ask);
            if (format == "csv" && ask.Flag("public")) throw Refusal.Bad("query parameter 'public': the list as CSV is not made for the public; choose another format");
            return new Answer
            {
                Type = TypeOf(format),
                File = $"isnad-events{Ending(format)}",
                Write = to =>
                {
                    using var stream = new BufferStream(to);
                    using var output = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
                    if (format == "csv") RowCsv.Write(EventList.Find(store, query), EventColumns.All, output);
                    else
                        Export.Write(store, format, new ExportOptions { Query = query, Public = ask.Flag("public"), Grid = grid, AcledVague = ask.Flag("acled-vague"), SinceRelease = ask.Text("since-release") }, output, DateTimeOffset.UtcNow);
                },
            };
        });

    private static string TypeOf(string format) => format switch
    {
        "geojson" => "application/geo+json; charset=utf-8",
        "plover" or Export.Annotations => "application/x-ndjson; charset=utf-8",
        _ => "text/csv; charset=utf-8",
    };

    private static string Ending(string format) => format switch
    {
        "geojson" => ".geojson",
        "plover" => ".jsonl",
        Export.Annotations => ".annotations.jsonl",
        "csv" => ".csv",
        _ => $".{format}.csv",
    };
}
