using System.Text;
using Entente.Claims;
using Entente.Reading;
using Entente.Text;

namespace Entente.Tests.Faults.Fuzzing;

/// <summary>Bytes through reading and all stages, with what must hold of whatever comes out.</summary>
internal sealed class FuzzTarget
{
    private readonly Reader reader = new();
    private readonly Pipeline pipeline = new();

    /// <summary>Reads bytes; throws if anything that must hold does not.</summary>
    /// <returns>How many reports and claims came of it.</returns>
    public (int Reports, int Claims) Read(byte[] bytes)
    {
        int reports = 0, claims = 0;
        using MemoryStream stream = new(bytes);
        foreach (ReadResult result in reader.Read(stream, "fuzzed"))
        {
            if (result.Document is not { } document) continue;
            reports++;
            claims += Check(document, pipeline.Read(document));
        }
        return (reports, claims);
    }

    /// <summary>Reads a text that needs no decoding.</summary>
    public int Read(string text) => Read(Encoding.UTF8.GetBytes(text)).Claims;

    private static int Check(Document document, IReadOnlyList<Claim> claims)
    {
        string report = ClaimId.OfReport(document);
        foreach (Claim claim in claims)
        {
            if (claim.Evidence.Count == 0) throw new InvalidOperationException("a claim without evidence");
            foreach (Evidence evidence in claim.Evidence)
            {
                if (evidence.Span.End > document.Text.Length || evidence.Span.In(document.Text) != evidence.Quote) throw new InvalidOperationException($"evidence that is not in the text at {evidence.Span}");
            }
            if (claim.Confidence is not (>= 0 and <= 1)) throw new InvalidOperationException($"a confidence of {claim.Confidence}");
            ClaimId.Of(report, claim);
        }
        string line = ClaimJson.Line(document, claims, withText: true);
        if (ReportJson.Read(line).Claims.Count != claims.Count) throw new InvalidOperationException("claims that cannot be read back");
        return claims.Count;
    }
}
