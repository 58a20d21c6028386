namespace Entente.Web.Hosting;

/// <summary>Something that may stand after the question mark of an address.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it asks, with an example where that helps.</param>
internal sealed record Parameter(string Name, string Summary)
{
    /// <summary>"string", "integer", "number" or "boolean", as JSON Schema has them.</summary>
    public string Type { get; init; } = "string";

    /// <summary>"date" for a day, or null.</summary>
    public string? Format { get; init; }

    /// <summary>The words that it may be, where they are few.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether it may stand more than once.</summary>
    public bool Many { get; init; }
}
