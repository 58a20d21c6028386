namespace Entente.Web.Hosting;

/// <summary>An answer as it is sent: the same bytes for everybody who asks for the same of the same version of the ledger.</summary>
/// <param name="ContentType">With its charset.</param>
/// <param name="Body">The bytes.</param>
internal sealed record Rendered(string ContentType, byte[] Body)
{
    /// <summary>Where there is more: a path of this site, or null.</summary>
    public string? Next { get; init; }

    /// <summary>The name under which a browser saves it, or null where it shows it.</summary>
    public string? SaveAs { get; init; }
}
