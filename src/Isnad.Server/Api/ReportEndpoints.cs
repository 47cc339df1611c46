using System.Globalization;
using System.Text.Json;
using Isnad.Ledger.Queries;
using Isnad.Ledger.Review;
using Isnad.Ledger.Rows;
using Isnad.Writing;

namespace Isnad.Server.Api;

/// <summary>Addresses of reports.</summary>
internal static class ReportEndpoints
{
    private const string Tail = "/api/reports/";

    public static void Map(LedgerRoutes routes)
    {
        routes.Get("/api/reports", "listReports", "Reports, the newest first.",
        [
            Parameter.Text("text", "Words that the report must hold, folded as the reader folds them; between quotation marks, in this order."),
            Parameter.Text("outlet", "Part of the outlet's name."),
            Parameter.Day("from", "Published on this day or later."),
            Parameter.Day("to", "Published on this day or before."),
            Parameter.Cursor,
            Parameter.Limit,
        ], (store, ask) =>
        {
            var limit = ask.Whole("limit");
            var query = new ReportQuery { Text = ask.Text("text"), Outlet = ask.Text("outlet"), From = ask.Day("from"), To = ask.Day("to") };
            var rows = ReportList.Find(store, query with { Limit = limit + 1, After = ask.Cursor(2) is { } c ? (int.Parse(c[0], CultureInfo.InvariantCulture), long.Parse(c[1], CultureInfo.InvariantCulture)) : null });
            var next = rows.Count > limit ? Ask.CursorOf(rows[limit - 1].Known, rows[limit - 1].Row) : null;
            return Answer.List(rows.Take(limit), ListColumns.Reports, next, ReportList.Count(store, query));
        });
        routes.Get("/api/reports/{**report}", "getReport", "One report: its text as given, its reading as people have put it right, their decisions, the events that its claims are of, its versions.", [], (store, ask) =>
            ReportFile.Find(store, ask.Tail(Tail), ask.Person) is { } file ? Answer.Json(json => Write(json, file, DecisionHistory.OfReport(store, file.Reading.ReportId, ask.Person))) : null);
    }

    private static void Write(Utf8JsonWriter json, ReportFile file, IReadOnlyList<PastDecision> decisions)
    {
        var report = file.Reading.Report;
        json.WriteStartObject();
        json.WriteStartObject("report");
        json.WriteString("id", file.Reading.ReportId);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("url", report.Url);
        json.WriteString("title", report.Title);
        json.WriteString("language", report.Language);
        json.WriteString("published", report.Published);
        json.WriteString("fetched", report.Fetched);
        json.WriteString("forwarded_from", report.ForwardedFrom);
        json.WriteString("translated_from", report.TranslatedFrom);
        json.WriteString("revision_of", report.RevisionOf);
        json.WriteString("text", report.Text);
        json.WriteEndObject();
        json.WritePropertyName("reading");
        var reading = new System.Buffers.ArrayBufferWriter<byte>(1 << 16);
        ReadingWriter.Write(file.Reading, reading, indent: false, withText: false);
        json.WriteRawValue(reading.WrittenSpan, skipInputValidation: true);
        Answer.Rows(json, "decisions", decisions, ReviewColumns.Decisions);
        json.WriteStartObject("keys");
        foreach (var (id, key) in file.Keys) json.WriteString(id, key);
        json.WriteEndObject();
        json.WriteStartObject("events");
        foreach (var (id, number) in file.Events) json.WriteNumber(id, number);
        json.WriteEndObject();
        json.WriteStartArray("versions");
        foreach (var version in file.Versions)
        {
            json.WriteStartObject();
            json.WriteNumber("version", version.Version);
            json.WriteString("published", version.Published);
            json.WriteString("received", version.Received);
            json.WriteBoolean("current", version.Current);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
