using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Isnad.Ledger.Events;
using Isnad.Ledger.Queries;

namespace Isnad.Ledger.Exports;

/// <summary>GeoJSON (RFC 7946): a feature for each event; without coordinates the geometry is null.</summary>
internal sealed class GeoJsonExport : IExportFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private bool _any;

    public void Begin(TextWriter output) => output.Write("{\"type\":\"FeatureCollection\",\"features\":[");

    public bool Write(LedgerEvent e, TextWriter output)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"E{e.Number}"));
            if (e.Place is { Lat: { } lat, Lon: { } lon })
            {
                json.WriteStartObject("geometry");
                json.WriteString("type", "Point");
                json.WriteStartArray("coordinates");
                json.WriteNumberValue(lon);
                json.WriteNumberValue(lat);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            else json.WriteNull("geometry");
            Properties(json, e);
            json.WriteEndObject();
        }
        output.Write(_any ? ",\n" : "\n");
        output.Write(Encoding.UTF8.GetString(bytes.WrittenSpan));
        _any = true;
        return true;
    }

    public void End(TextWriter output) => output.Write("\n]}\n");

    private static void Properties(Utf8JsonWriter json, LedgerEvent e)
    {
        json.WriteStartObject("properties");
        json.WriteString("type", e.Type);
        json.WriteString("mode", e.Mode);
        json.WriteString("status", e.Status);
        json.WriteString("first", EventList.Day(e.First));
        json.WriteString("last", EventList.Day(e.Last));
        json.WriteString("time_precision", e.Precision);
        json.WriteString("place", e.Place?.Name);
        json.WriteString("place_precision", e.Place?.Precision);
        json.WriteString("country", e.Place?.Country);
        json.WriteString("admin1", e.Place?.Admin1);
        json.WriteString("agents", string.Join("; ", e.Agents.Select(a => a.Name)));
        json.WriteString("targets", string.Join("; ", e.Targets.Select(a => a.Name)));
        foreach (var measure in (string[])["killed", "wounded"])
        {
            var toll = Derived.Toll(e, measure);
            Number(json, measure + "_low", toll?.Low);
            Number(json, measure + "_high", toll?.High);
        }
        json.WriteNumber("reports", e.Reports);
        json.WriteNumber("witnesses", e.Witnesses.Count);
        json.WriteString("grade", e.Judged ?? e.Grade);
        json.WriteString("disputed", string.Join(' ', e.Disputes.Select(d => d.About).Distinct()));
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
