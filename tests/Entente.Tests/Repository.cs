namespace Entente.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root folder: the one that holds Entente.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The development data beside the repository, or null where it is not there.</summary>
    public static string? Shared => Directory.Exists(Path("..", "shared", "panel")) ? System.IO.Path.GetFullPath(Path("..", "shared")) : null;

    /// <summary>All C# files below a folder of the repository, without build output, in ordinal order.</summary>
    public static IEnumerable<string> Sources(params string[] folder) =>
        Directory.EnumerateFiles(Path(folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(System.IO.Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Entente.slnx"))) return at.FullName;
        }
        throw new DirectoryNotFoundException("No Entente.slnx above the test's folder.");
    }
}
