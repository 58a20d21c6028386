using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Entente.Web.Hosting;

/// <summary>An answer as it is sent: the same bytes for everybody who asks for the same of the same version of the ledger.</summary>
/// <param name="ContentType">With its charset.</param>
/// <param name="Body">The bytes.</param>
internal sealed record Rendered(string ContentType, byte[] Body)
{
    // Less fits into one packet.
    private const int LeastToPack = 1400;

    // By gzip: browsers ask a plain HTTP server for nothing better, and it takes the least of a processor.
    private const string Gzip = "gzip";

    /// <summary>Where there is more: a path of this site, or null.</summary>
    public string? Next { get; init; }

    /// <summary>The name under which a browser saves it, or null where it shows it.</summary>
    public string? SaveAs { get; init; }

    // How long the body is unpacked, or null where it is not packed.
    private int? Unpacked { get; init; }

    /// <summary>The same with a body that is packed, or this where that saves nothing.</summary>
    public Rendered Packed()
    {
        if (Unpacked is not null || Body.Length < LeastToPack) return this;
        using MemoryStream packed = new(Body.Length / 4);
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Body);
        return packed.Length < Body.Length ? this with { Body = packed.ToArray(), Unpacked = Body.Length } : this;
    }

    /// <summary>Sends it, packed if it is packed and the client can read that.</summary>
    public async Task Send(HttpContext context)
    {
        HttpResponse response = context.Response;
        bool unpack = Unpacked is not null && !Takes(context.Request.Headers.AcceptEncoding);
        response.ContentType = ContentType;
        response.ContentLength = unpack ? Unpacked : Body.Length;
        if (Unpacked is not null && !unpack) response.Headers.ContentEncoding = Gzip;
        if (Next is { } next) response.Headers.Link = $"<{next}>; rel=\"next\"";
        if (SaveAs is { } name) response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        if (!unpack)
        {
            await response.Body.WriteAsync(Body, context.RequestAborted);
            return;
        }
        // Piece by piece: little that is kept may be much unpacked.
        using MemoryStream packed = new(Body, writable: false);
        await using GZipStream gzip = new(packed, CompressionMode.Decompress);
        await gzip.CopyToAsync(response.Body, context.RequestAborted);
    }

    // A named coding goes before "*"; a quality of 0 means never.
    private static bool Takes(Microsoft.Extensions.Primitives.StringValues accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out IList<StringWithQualityHeaderValue>? codings)) return false;
        StringWithQualityHeaderValue? said = codings.FirstOrDefault(c => c.Value.Equals(Gzip, StringComparison.OrdinalIgnoreCase)) ?? codings.FirstOrDefault(c => c.Value == "*");
        return said is not null && said.Quality is not 0;
    }
}
