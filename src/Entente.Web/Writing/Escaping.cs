using System.Buffers;
using System.Text;

namespace Entente.Web.Writing;

/// <summary>Escapes text for elements and quoted attributes alike, and takes out what would steer the page.</summary>
internal static class Escaping
{
    // Controls, and the overrides of writing direction, with which a line can be made to read as something else.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"'`\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f"
        + "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff");

    /// <summary>Appends text; nothing for null.</summary>
    public static void Append(StringBuilder builder, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int at = text.IndexOfAny(Special);
            if (at < 0)
            {
                builder.Append(text);
                return;
            }
            builder.Append(text[..at]).Append(Escaped(text[at]));
            text = text[(at + 1)..];
        }
    }

    /// <summary>Whether a character steers and is not shown.</summary>
    public static bool Steers(char c) => Special.Contains(c) && c is not ('&' or '<' or '>' or '"' or '\'' or '`');

    private static string Escaped(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '`' => "&#96;",
        _ => "\ufffd",
    };
}
