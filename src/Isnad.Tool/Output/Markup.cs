using System.Globalization;
using System.Text;

namespace Isnad.Tool.Output;

/// <summary>Builds HTML. Whatever comes from a report goes through <see cref="Text"/> or <see cref="Attribute"/>, never through <see cref="Raw"/>.</summary>
internal sealed class Markup(PageWords words)
{
    private readonly StringBuilder _built = new(1 << 14);

    /// <summary>Adds markup of the program's own.</summary>
    public Markup Raw(string markup)
    {
        _built.Append(markup);
        return this;
    }

    /// <summary>Adds a number.</summary>
    public Markup Raw(int number)
    {
        _built.Append(number.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>The words of the page.</summary>
    public PageWords Words => words;

    /// <summary>Adds words of the program's own in the language of the page.</summary>
    public Markup Say(string own) => Text(words[own]);

    /// <summary>Adds words of the program's own with something put in.</summary>
    public Markup Say(string own, params string[] parts) => Text(words.With(own, parts));

    /// <summary>Adds text, encoded.</summary>
    public Markup Text(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': _built.Append("&amp;"); break;
                case '<': _built.Append("&lt;"); break;
                case '>': _built.Append("&gt;"); break;
                case '"': _built.Append("&quot;"); break;
                case '\'': _built.Append("&#39;"); break;
                case '\t' or '\n' or '\r': _built.Append(c); break;
                default: _built.Append(char.IsControl(c) ? '\ufffd' : c); break;
            }
        }
        return this;
    }

    /// <summary>Adds an attribute with a value from anywhere.</summary>
    public Markup Attribute(string name, string value) => Raw(" ").Raw(name).Raw("=\"").Text(value).Raw("\"");

    /// <summary>Adds a name that keeps its own direction.</summary>
    public Markup Name(string name) => Raw("<bdi>").Text(name).Raw("</bdi>");

    /// <summary>Adds names with commas between them.</summary>
    public Markup Names(IEnumerable<string> names)
    {
        var first = true;
        var between = words.With("{0}, {1}", "", "");
        foreach (var name in names)
        {
            if (!first) Text(between);
            first = false;
            Name(name);
        }
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _built.ToString();
}
