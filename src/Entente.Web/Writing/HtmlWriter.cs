using System.Runtime.CompilerServices;
using System.Text;

namespace Entente.Web.Writing;

/// <summary>
/// Writes a page. It takes interpolated strings and <see cref="Html"/> alone, never a string that is there already: what is read cannot become markup.
/// </summary>
internal sealed class HtmlWriter
{
    /// <summary>What was written.</summary>
    internal StringBuilder Builder { get; } = new(1 << 14);

    /// <summary>Writes <c>$"&lt;p&gt;{text}&lt;/p&gt;"</c> with its holes escaped.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] HtmlLiteral markup) => _ = markup;

    /// <summary>Writes markup that is ready.</summary>
    public void Add(Html markup) => Builder.Append(markup.ToString());

    /// <summary>Writes text, escaped.</summary>
    public void Text(string? text) => Escaping.Append(Builder, text);

    /// <inheritdoc/>
    public override string ToString() => Builder.ToString();
}
