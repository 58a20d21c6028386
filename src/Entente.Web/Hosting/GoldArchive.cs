using System.IO.Compression;
using System.Text;
using Entente.Asking.Exports;
using Entente.Claims;

namespace Entente.Web.Hosting;

/// <summary>The reports that somebody corrected as a gold panel for <c>entente score</c>: NAME.txt and NAME.json of each in a zip.</summary>
internal static class GoldArchive
{
    /// <summary>The zip; the same bytes for the same ledger.</summary>
    public static byte[] Make(ILedger ledger)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string report, string text, string json) in Gold.Of(ledger))
            {
                Add(zip, report + ".txt", text);
                Add(zip, report + ".json", json);
            }
        }
        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using Stream stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
