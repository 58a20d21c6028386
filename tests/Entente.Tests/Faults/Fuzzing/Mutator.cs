using System.Text;

namespace Entente.Tests.Faults.Fuzzing;

/// <summary>Damages bytes as chance wants it: flips, cuts, repeats, splices, and inserts what parsers of text stumble over.</summary>
internal sealed class Mutator(Random random)
{
    private const int Longest = 96 << 10;

    private static readonly byte[][] Troublemakers =
    [
        .. new[]
        {
            "\0", "\u202E", "\u200B", "\uFEFF", "\u0301\u0301\u0301\u0301", "\u2028", "\r", "\t", "\u00A0", "\uFFFD", "\U0001F1F0\U0001F1FF", "İ", "ß",
            "99999999999999999999999999999999", "-0", "1e400", "0.0000000000000000000000001", "1,000,000,000,000,000,000 trillion", "0/0", "30 February 2024", "29 February 1900", "31/12/9999", "year 0",
            "million billion trillion", "$$$", "%", "per cent per cent", "\"", "''", "“”‘", "((((((((((", "]]]]]]]]", "...", "…", "?!?!", "--", "—", "’s", "n't", "@", "#", "\\", "|", "&amp;&lt;", "&#0;", "&#xD800;",
            "&#99999999;", "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "<div>", "<table><tr><td>", "<p", "{", "}", "[", "]", ",", ":", "\\u0000", "\\ud800", "\"text\":", "null", "1e999",
            "Content-Length: -1\r\n", "Content-Length: 99999999999\r\n", "WARC/1.0\r\n", "HTTP/1.1 200\r\n\r\n", "charset=utf-16", "charset=x", "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]>", "&c;",
            " the ", " and ", " said ", " of ", " Kazakhstan ", " both countries ", " he ", " it ", " last year ", " not ", " will ", " if ", "Kazakhstan's ", " $1.2 bn ", " by 12 percent to 4.3 billion ",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80], [0x80, 0x80, 0x80], [0xFE, 0xFF], [0x1F, 0x8B, 8], "PK\u0003\u0004"u8.ToArray(),
    ];

    /// <summary>A damaged copy.</summary>
    /// <param name="seed">What to damage.</param>
    /// <param name="other">What pieces are taken from.</param>
    public byte[] Mutate(byte[] seed, byte[] other)
    {
        List<byte> bytes = [.. seed];
        for (int steps = 1 + random.Next(6); steps > 0; steps--) Step(bytes, other);
        if (bytes.Count > Longest) bytes.RemoveRange(Longest, bytes.Count - Longest);
        return [.. bytes];
    }

    private void Step(List<byte> bytes, byte[] other)
    {
        int at = random.Next(bytes.Count + 1), length = Math.Min(random.Next(1, 60), bytes.Count - at);
        switch (random.Next(10))
        {
            case 0 when bytes.Count > 0:
                bytes[random.Next(bytes.Count)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2 or 3 or 4:
                bytes.InsertRange(at, Troublemakers[random.Next(Troublemakers.Length)]);
                break;
            case 5:
                Repeat(bytes, at, bytes.GetRange(at, length));
                break;
            case 6:
                Repeat(bytes, at, Troublemakers[random.Next(Troublemakers.Length)]);
                break;
            case 7 when other.Length > 0:
                int from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, 400), other.Length - from)).ToArray());
                break;
            case 8:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                List<byte> piece = bytes.GetRange(at, length);
                bytes.RemoveRange(at, length);
                bytes.InsertRange(random.Next(bytes.Count + 1), piece);
                break;
        }
    }

    // Mostly a few times; now and then so often that something quadratic shows.
    private void Repeat(List<byte> bytes, int at, IReadOnlyCollection<byte> piece)
    {
        int times = random.Next(20) == 0 ? random.Next(3000) : random.Next(1, 12);
        List<byte> all = new(times * piece.Count);
        for (int i = 0; i < times && all.Count < Longest; i++) all.AddRange(piece);
        bytes.InsertRange(at, all);
    }
}
