using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Entente.Cli.Inputs;

/// <summary>
/// What reports are read with, as a short hash: the program (its module's id, which changes with its code), the model, and the lists of
/// one's own. Reports that were read with the same are not read again.
/// </summary>
internal static class ReadingStamp
{
    private const int Sample = 1 << 16;

    /// <summary>The stamp of this program with the lists of a folder, or with none.</summary>
    public static string Of(string? lists)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(Pipeline).Module.ModuleVersionId.ToByteArray());
        string models = Path.Combine(AppContext.BaseDirectory, "models");
        if (Directory.Exists(models))
        {
            foreach (string file in Directory.GetFiles(models, "*.bin").Order(StringComparer.Ordinal)) Add(hash, file);
        }
        if (lists is not null && Directory.Exists(lists))
        {
            foreach (string file in Directory.GetFiles(lists, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(lists, file)));
                hash.AppendData(File.ReadAllBytes(file));
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 10));
    }

    // Of a model some megabytes long its length and three samples tell as much as the whole.
    private static void Add(IncrementalHash hash, string file)
    {
        using FileStream stream = File.OpenRead(file);
        hash.AppendData(Encoding.UTF8.GetBytes(stream.Length.ToString(CultureInfo.InvariantCulture)));
        byte[] buffer = new byte[Sample];
        foreach (long at in (ReadOnlySpan<long>)[0, stream.Length / 2, Math.Max(0, stream.Length - Sample)])
        {
            stream.Position = at;
            hash.AppendData(buffer.AsSpan(0, stream.ReadAtLeast(buffer, Sample, throwOnEndOfStream: false)));
        }
    }
}
