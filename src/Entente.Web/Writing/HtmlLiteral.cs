using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Entente.Claims;
using Entente.Text;

namespace Entente.Web.Writing;

/// <summary>
/// What the compiler makes of <c>$"&lt;p&gt;{text}&lt;/p&gt;"</c> where markup is wanted: the literal parts are taken as they are, everything else is escaped.
/// Attributes are always written in quotation marks.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlLiteral
{
    private readonly StringBuilder text;

    public HtmlLiteral(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 16));

    public HtmlLiteral(int literalLength, int formattedCount, HtmlWriter writer) => text = writer.Builder;

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(string? value) => Escaping.Append(text, value);

    public void AppendFormatted(Html value) => text.Append(value.ToString());

    public void AppendFormatted(ActorCode value) => Escaping.Append(text, value.ToString());

    public void AppendFormatted(PartialDate value) => text.Append(value.ToString());

    public void AppendFormatted(int value) => text.Append(CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(long value) => text.Append(CultureInfo.InvariantCulture, $"{value}");

    // Coordinates: two digits are more than a screen shows.
    public void AppendFormatted(double value) => text.Append(CultureInfo.InvariantCulture, $"{value:0.##}");

    public void AppendFormatted(double value, string format) => text.Append(value.ToString(format, CultureInfo.InvariantCulture));

    public void AppendFormatted(int value, string format) => text.Append(value.ToString(format, CultureInfo.InvariantCulture));

    public void AppendFormatted(long value, string format) => text.Append(value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>What was gathered; of a literal of its own, not of a writer's.</summary>
    public string Take() => text.ToString();
}
