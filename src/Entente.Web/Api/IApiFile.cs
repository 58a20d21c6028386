using Entente.Web.Hosting;

namespace Entente.Web.Api;

/// <summary>
/// Something for programs and readers that is no page: a list in JSON, a table, a feed. A class in this folder, found by its type, with a constructor
/// without parameters; it keeps nothing.
/// </summary>
internal interface IApiFile
{
    /// <summary>The route; it ends in what tells the type: <c>/claims.csv</c>.</summary>
    string Route { get; }

    /// <summary>What it is in a line, for the description of the API.</summary>
    string Summary { get; }

    /// <summary>The type, without charset.</summary>
    string ContentType { get; }

    /// <summary>What may stand after the question mark.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Answers a request.</summary>
    /// <exception cref="PageException">There is no such thing, or it cannot be asked so.</exception>
    Rendered Answer(PageRequest request);
}
