using System.Text;

namespace Isnad.Tool.Output;

/// <summary>A table aligned by display width; cells wrap at spaces, never inside a word, and may have several lines.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the table into at most <paramref name="width"/> columns, if its longest words allow.</summary>
    public void Write(StringBuilder to, int width, string indent, Func<string, string> heading)
    {
        var widths = Fit(width - indent.Length - 2 * (headings.Length - 1));
        WriteRow(to, headings, widths, indent, heading);
        foreach (var row in _rows) WriteRow(to, row, widths, indent, static s => s);
    }

    private int[] Fit(int available)
    {
        var wanted = new int[headings.Length];
        var least = new int[headings.Length];
        foreach (var row in _rows.Prepend(headings))
        {
            for (var i = 0; i < headings.Length; i++)
            {
                foreach (var line in row[i].Split('\n')) wanted[i] = Math.Max(wanted[i], DisplayWidth.Of(line));
                foreach (var word in row[i].Split(' ', '\n')) least[i] = Math.Max(least[i], DisplayWidth.Of(word));
            }
        }
        while (wanted.Sum() > available)
        {
            var widest = -1;
            for (var i = 0; i < wanted.Length; i++)
                if (wanted[i] > least[i] && (widest < 0 || wanted[i] > wanted[widest])) widest = i;
            if (widest < 0) break;
            wanted[widest]--;
        }
        return wanted;
    }

    private static void WriteRow(StringBuilder to, string[] cells, int[] widths, string indent, Func<string, string> style)
    {
        var wrapped = new List<string>[cells.Length];
        for (var i = 0; i < cells.Length; i++) wrapped[i] = [.. cells[i].Split('\n').SelectMany(line => DisplayWidth.Wrap(line, widths[i]))];
        var lines = wrapped.Max(w => w.Count);
        for (var line = 0; line < lines; line++)
        {
            to.Append(indent);
            for (var i = 0; i < cells.Length; i++)
            {
                var text = line < wrapped[i].Count ? wrapped[i][line] : "";
                to.Append(i == cells.Length - 1 ? style(DisplayWidth.Isolate(text)) : style(DisplayWidth.Pad(text, widths[i])) + "  ");
            }
            while (to.Length > 0 && to[^1] == ' ') to.Length--;
            to.Append('\n');
        }
    }
}
