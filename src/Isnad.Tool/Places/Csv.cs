using System.Text;

namespace Isnad.Tool.Places;

/// <summary>Reads comma-separated values as RFC 4180 has them; semicolons and tabs part fields too, if the first line has more of them.</summary>
internal static class Csv
{
    public static IEnumerable<(int Line, string[] Fields)> Read(TextReader from)
    {
        var first = from.ReadLine();
        if (first is null) yield break;
        var separator = ",;\t".MaxBy(c => first.Count(x => x == c));
        var (fields, field, quoted, line, start) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var text = first; text is not null; text = from.ReadLine(), line++)
        {
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i];
                if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') { field.Append('"'); i++; }
                else if (c == '"') quoted = !quoted;
                else if (c == separator && !quoted) { fields.Add(field.ToString()); field.Clear(); }
                else field.Append(c);
            }
            if (quoted) { field.Append('\n'); continue; }
            fields.Add(field.ToString());
            field.Clear();
            if (fields is not [""]) yield return (start, [.. fields]);
            fields.Clear();
            start = line + 1;
        }
        if (quoted) throw new InvalidDataException($"a quotation mark in line {start} is not closed");
    }
}
