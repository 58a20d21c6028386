using System.Security.Cryptography;

namespace Entente.Web.Hosting;

/// <summary>The files of Assets/: one style sheet, one script, the icon. Their addresses carry a hash of what is in them, so that browsers may keep them for good.</summary>
internal sealed class Assets
{
    private const string Prefix = "Assets/";
    private readonly Dictionary<string, Asset> assets = new(StringComparer.Ordinal);

    public Assets()
    {
        foreach (string name in typeof(Assets).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            string file = name[Prefix.Length..];
            string hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
            assets[file] = new Asset(bytes, Type(file), hash);
        }
    }

    /// <summary>The asset of a file name, or null.</summary>
    public Asset? Find(string file) => assets.GetValueOrDefault(file);

    /// <summary>The address of a file, with its hash.</summary>
    public string Address(string file) => $"/assets/{file}?v={assets[file].Hash}";

    private static string Type(string file) => Path.GetExtension(file) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}

/// <summary>One file.</summary>
internal sealed record Asset(byte[] Bytes, string ContentType, string Hash);
