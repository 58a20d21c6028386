using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Text;

namespace Entente.Claims;

/// <summary>
/// Ids made from content: the same page read twice gives the same ids, on every machine. 80 bits of SHA-256 in hexadecimal; among ten
/// million claims two share an id with a chance of one in ten billion.
/// </summary>
public static class ClaimId
{
    private const int Bytes = 10;

    /// <summary>
    /// The id of a report: a hash of its text and its address, or its publisher where it has no address. So one text under two addresses is
    /// two reports (and <see cref="Report.TextId"/> says that they are not independent), and a file that was moved is the same report.
    /// </summary>
    public static string OfReport(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Hash($"{document.Url ?? document.Publisher}\n{document.Text}");
    }

    /// <summary>The id of a claim of a report: a hash of the report's id, what it says and where; not of how sure it is.</summary>
    public static string Of(string reportId, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer, ClaimJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("report", reportId);
            ClaimJsonWriter.WriteContent(writer, claim);
            writer.WriteStartArray("spans");
            foreach (Evidence evidence in claim.Evidence)
            {
                writer.WriteNumberValue(evidence.Span.Start);
                writer.WriteNumberValue(evidence.Span.End);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Hash(buffer.WrittenSpan);
    }

    private static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    private static string Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash[..Bytes]);
    }
}
