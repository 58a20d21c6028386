using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Entente.Reading;

namespace Entente.Benchmarks;

/// <summary>
/// Pages a second that are read (body, title, publisher, day, language) on one thread, from bytes in memory, in processor time of the process;
/// bench/readability runs it beside its peer.
/// </summary>
internal static class ReadingSpeed
{
    /// <summary>One line of JSON for the pages of a folder.</summary>
    public static string Line(string folder, int rounds)
    {
        byte[][] pages = [.. Directory.GetFiles(folder).Where(f => f.EndsWith(".html", StringComparison.Ordinal) || f.EndsWith(".html.gz", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Bytes)];
        using Process process = Process.GetCurrentProcess();
        Reader? reader = null;
        double first = 0, best = double.MaxValue;
        int read = 0;
        for (int round = 0; round < rounds; round++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            // Its tables are loaded within the first pass.
            reader ??= new Reader();
            read = pages.Count(page => reader.Read(new MemoryStream(page, writable: false), "page").Any(r => r.Document is { Text.Length: > 0 }));
            process.Refresh();
            double seconds = (process.TotalProcessorTime - before).TotalSeconds;
            if (round == 0) first = seconds;
            best = Math.Min(best, seconds);
        }
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"name\":\"Entente\",\"pages\":{pages.Length},\"read\":{read},\"failed\":0,\"first\":{pages.Length / first:0.0},\"best\":{pages.Length / best:0.0},\"peak_mb\":{process.PeakWorkingSet64 >> 20}}}");
    }

    private static byte[] Bytes(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.Ordinal)) return File.ReadAllBytes(file);
        using GZipStream unpacked = new(File.OpenRead(file), CompressionMode.Decompress);
        using MemoryStream whole = new();
        unpacked.CopyTo(whole);
        return whole.ToArray();
    }
}
