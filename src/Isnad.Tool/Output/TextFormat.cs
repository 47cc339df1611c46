using System.Buffers;
using System.Text;
using Isnad.Readings;

namespace Isnad.Tool.Output;

/// <summary>For people at a terminal: who says what, the figures in a table, each with its words.</summary>
/// <param name="width">Columns of the terminal.</param>
/// <param name="colour">Whether to set headings off by bold and faint letters.</param>
internal sealed class TextFormat(int width, bool colour) : OutputFormat
{
    private const string From = " \u2190 ";
    private const string To = "\u2192";

    public override string Between => "\n";

    public override void Write(Reading reading, IBufferWriter<byte> to)
    {
        var view = new ReadingView(reading);
        var text = new StringBuilder(4096);
        WriteHeader(text, view);
        WriteClaims(text, view);
        WriteFigures(text, view);
        WriteValues(text, reading);
        WriteDiagnostics(text, reading);
        Text(text.ToString(), to);
    }

    private void WriteHeader(StringBuilder text, ReadingView view)
    {
        var report = view.Reading.Report;
        foreach (var line in DisplayWidth.Wrap(ReadingView.OneLine(view.Title), width)) text.Append(Bold(DisplayWidth.Isolate(line))).Append('\n');
        var about = new List<string>();
        if (report.Outlet is { Length: > 0 } outlet) about.Add(outlet);
        about.Add(report.Published is { Length: > 0 } published ? Phrases.Moment(published) : "no date of publication");
        if (report.ForwardedFrom is { Length: > 0 } forwarded) about.Add("forwarded from " + forwarded);
        if (view.Reading.ReportId is { Length: > 0 } id) about.Add(id.Length > 24 ? id[..12] : id);
        text.Append(string.Join(" \u00b7 ", about.Select(DisplayWidth.Isolate))).Append('\n');
        var count = view.Reading.Claims.Count;
        text.Append(Faint($"{count} {(count == 1 ? "claim" : "claims")}, {view.Reading.Sources.Count} sources, {view.Reading.Entities.Count} entities"))
            .Append('\n');
    }

    private void WriteClaims(StringBuilder text, ReadingView view)
    {
        foreach (var (sources, claims) in view.BySpeaker())
        {
            var told = claims.Where(c => c is not FigureClaim).ToList();
            if (told.Count == 0) continue;
            text.Append('\n').Append(Bold(Chains(view, sources))).Append('\n');
            foreach (var claim in told) WriteClaim(text, view, claim);
        }
    }

    private void WriteClaim(StringBuilder text, ReadingView view, Claim claim)
    {
        var parts = new List<string> { ReadingView.Heading(claim) };
        var qualities = string.Join(", ", ReadingView.Qualities(claim));
        if (qualities.Length > 0) parts.Add(Faint(qualities));
        AddParticipants(parts, view, claim);
        var where = new List<string>();
        if (claim.Places.Count > 0) where.Add(List(view.Names(claim.Places)));
        if (claim.Time is { } time) where.Add(DisplayWidth.Isolate(Phrases.Time(time)));
        if (where.Count > 0) parts.Add(Faint("at ") + string.Join(", ", where));
        var used = 2;
        text.Append("  ");
        foreach (var (i, part) in parts.Index())
        {
            var needed = DisplayWidth.Of(part);
            if (i > 0)
            {
                var breaks = used + 2 + needed > width;
                text.Append(breaks ? "\n    " : "  ");
                used = breaks ? 4 : used + 2;
            }
            text.Append(part);
            used += needed;
        }
        text.Append('\n');
        foreach (var line in DisplayWidth.Wrap(ReadingView.Proof(claim), Math.Max(20, width - 6)))
            if (line.Length > 0) text.Append("      ").Append(Faint(DisplayWidth.Isolate(line))).Append('\n');
    }

    private static void AddParticipants(List<string> parts, ReadingView view, Claim claim)
    {
        void Add(string word, IReadOnlyList<string> ids)
        {
            if (ids.Count > 0) parts.Add((word.Length > 0 ? word + " " : "") + List(view.Names(ids)));
        }
        switch (claim)
        {
            case EventClaim e:
                Add("", e.Agents);
                Add(To, e.Targets);
                Add("from", e.From);
                Add("towards", e.Toward);
                Add("with", e.Instruments);
                break;
            case StateClaim s:
                Add("", [s.Subject]);
                if (s.Count is { } count) parts.Add($"({Phrases.Value(count.Low, count.High, count.Bound)})");
                Add(To, s.Objects);
                if (s.Office is { } office) parts.Add("as " + DisplayWidth.Isolate(office));
                if (s.Holder is { } holder) Add("held by", [holder]);
                if (s.From is { } from) Add("before:", [from]);
                break;
            case StatementClaim t:
                Add("about", t.About);
                break;
        }
    }

    private void WriteFigures(StringBuilder text, ReadingView view)
    {
        var table = new TextTable("figure", "value", "of", "place", "when", "who says so", "words");
        var any = false;
        foreach (var figure in view.Reading.Claims.OfType<FigureClaim>())
        {
            any = true;
            var measure = string.Join(", ", ReadingView.Qualities(figure).Prepend(Words.Of(figure.Measure)));
            table.Add(measure, Phrases.Value(figure), figure.Unit is { } unit ? view.Name(unit) : "",
                string.Join(", ", view.Names(figure.Places)), figure.Time is { } time ? Phrases.Time(time) : "",
                string.Join('\n', figure.Sources.Select(s => Chain(view, s))), ReadingView.OneLine(figure.Words));
        }
        if (!any) return;
        text.Append('\n').Append(Bold("Figures")).Append('\n');
        table.Write(text, width, "  ", Faint);
    }

    private void WriteValues(StringBuilder text, Reading reading)
    {
        if (reading.Values is not { Count: > 0 } values) return;
        var table = new TextTable("value", "reads", "words");
        foreach (var value in values)
        {
            var reads = value.Time is { } time ? Phrases.Time(time) : Phrases.Value(value.Low, value.High, value.Bound);
            table.Add(Words.Of(value.Kind), value.Unit is { } unit ? $"{reads} {unit}" : reads, ReadingView.OneLine(value.Where.Text));
        }
        text.Append('\n').Append(Bold("Values")).Append('\n');
        table.Write(text, width, "  ", Faint);
    }

    private void WriteDiagnostics(StringBuilder text, Reading reading)
    {
        if (reading.Diagnostics.Count == 0) return;
        text.Append('\n').Append(Bold("Diagnostics")).Append('\n');
        foreach (var diagnostic in reading.Diagnostics)
        {
            text.Append("  ").Append(diagnostic.Code).Append("  ").Append(DisplayWidth.Isolate(diagnostic.Message));
            if (diagnostic.Where is { } where) text.Append(": ").Append(DisplayWidth.Isolate(ReadingView.OneLine(where.Text)));
            text.Append('\n');
        }
    }

    private static string Chains(ReadingView view, IReadOnlyList<string> sources) =>
        sources.Count == 0 ? "no source" : string.Join(" / ", sources.Select(s => string.Join(From, view.Chain(s).Select(
            (source, i) => (i == 0 || source.Via is null ? "" : "via ") + DisplayWidth.Isolate(view.Speaker(source))))));

    // One link a line: lines do not disturb each other's direction. The outlet stands in the header.
    private static string Chain(ReadingView view, string source)
    {
        var chain = view.Chain(source);
        return string.Join('\n', chain.Where((link, i) => i == 0 || link.Via is not null)
            .Select((link, i) => (i == 0 ? "" : "via ") + view.Speaker(link)));
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(DisplayWidth.Isolate));

    private string Bold(string text) => colour ? $"\u001b[1m{text}\u001b[0m" : text;

    private string Faint(string text) => colour && text.Length > 0 ? $"\u001b[2m{text}\u001b[0m" : text;
}
