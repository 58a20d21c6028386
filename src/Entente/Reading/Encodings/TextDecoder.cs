using System.Text;

namespace Entente.Reading.Encodings;

/// <summary>
/// Turns bytes into text: by byte order mark, by a declared charset where the bytes fit it, as UTF-8 where they are valid UTF-8, else as
/// the most likely of the single-byte encodings. Never throws for bytes.
/// </summary>
internal static class TextDecoder
{
    /// <summary>The text, without a byte order mark; null where the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? declared = null) => DecodeAsSaved(bytes, declared) is { } text ? Mojibake.Repair(text) : null;

    private static string? DecodeAsSaved(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Lenient(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) return new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes[4..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (WideWithoutMark(bytes) is { } wide) return wide.GetString(bytes);
        if (IsBinary(bytes)) return null;
        if (ValidUtf8(bytes)) return Encoding.UTF8.GetString(bytes);
        if (declared is not null && !IsUtf8Name(declared) && Charsets.Find(declared) is { } named) return named.GetString(bytes);
        // A few broken bytes in text that is otherwise UTF-8 do not make it something else.
        if (MostlyUtf8(bytes)) return Lenient(bytes);
        return CharsetGuess.Of(bytes).GetString(bytes);
    }

    /// <summary>Whether the bytes are no text in any encoding: zero bytes, or many control characters.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 1 << 16)];
        // A stray zero byte in a thousand is a text that was written badly; more, and it is none.
        int zeros = head.Count((byte)0);
        if (zeros > 0 && (zeros > 1 + (head.Length / 1000) || head.Length < 30)) return WideWithoutMark(bytes) is null;
        int control = 0;
        foreach (byte b in head)
        {
            if (b < 32 && b is not (9 or 10 or 11 or 12 or 13 or 27 or 26 or 8)) control++;
        }
        return control * 50 > head.Length && control > 1;
    }

    private static string Lenient(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    private static bool IsUtf8Name(string name) => name.Trim().Replace("-", "", StringComparison.Ordinal).Equals("utf8", StringComparison.OrdinalIgnoreCase);

    private static bool ValidUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        for (int i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                i++;
                continue;
            }
            if (Rune.DecodeFromUtf8(bytes[i..], out _, out int used) == System.Buffers.OperationStatus.Done) good++;
            else bad++;
            i += used;
        }
        return good > bad * 4;
    }

    /// <summary>UTF-16 without a mark shows as zero bytes at every other place of its Latin parts.</summary>
    private static Encoding? WideWithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8) return null;
        // UTF-32: of every four bytes the first or the last three are zero, or all but two.
        int last = 0, first = 0, fours = Math.Min(bytes.Length / 4, 1024);
        for (int i = 0; i < fours * 4; i += 4)
        {
            if (bytes[i] == 0 && bytes[i + 1] == 0 && (bytes[i + 2] | bytes[i + 3]) != 0) first++;
            if (bytes[i + 2] == 0 && bytes[i + 3] == 0 && (bytes[i] | bytes[i + 1]) != 0) last++;
        }
        if (first == fours || last == fours) return first == fours ? new UTF32Encoding(bigEndian: true, byteOrderMark: false) : Encoding.UTF32;
        int even = 0, odd = 0, n = Math.Min(bytes.Length & ~1, 4096);
        for (int i = 0; i < n; i += 2)
        {
            if (bytes[i] == 0) even++;
            if (bytes[i + 1] == 0) odd++;
        }
        if (odd * 10 > n * 4 && even * 50 < n) return Encoding.Unicode;
        return even * 10 > n * 4 && odd * 50 < n ? Encoding.BigEndianUnicode : null;
    }
}
