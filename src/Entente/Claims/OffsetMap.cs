using System.Text;

namespace Entente.Claims;

/// <summary>Turns UTF-16 offsets of one text into offsets in another unit. A text of ASCII alone costs nothing.</summary>
internal sealed class OffsetMap
{
    /// <summary>The map that changes nothing.</summary>
    public static readonly OffsetMap None = new(null);

    private readonly int[]? offsets;

    private OffsetMap(int[]? offsets) => this.offsets = offsets;

    /// <summary>The offset in the other unit.</summary>
    public int this[int utf16] => offsets is null ? utf16 : offsets[Math.Clamp(utf16, 0, offsets.Length - 1)];

    /// <summary>The map of a text.</summary>
    public static OffsetMap Of(string text, OffsetUnit unit)
    {
        if (unit == OffsetUnit.Utf16 || Ascii.IsValid(text)) return None;
        int[] map = new int[text.Length + 1];
        int at = 0;
        for (int i = 0; i < text.Length; i++)
        {
            map[i] = at;
            bool pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair)
            {
                // An offset inside a pair is rounded down to the start of its code point.
                map[i + 1] = at;
                at += unit == OffsetUnit.Utf8 ? 4 : 1;
                i++;
            }
            else
            {
                // A lone surrogate is written as U+FFFD, which has three bytes.
                at += unit == OffsetUnit.CodePoints || text[i] < 0x80 ? 1 : text[i] < 0x800 ? 2 : 3;
            }
        }
        map[text.Length] = at;
        return new OffsetMap(map);
    }
}
