using Entente.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Api;

/// <summary>Serves every <see cref="IApiFile"/> of this assembly.</summary>
internal static class ApiServer
{
    /// <summary>The files of this assembly, in the order of their routes.</summary>
    public static IReadOnlyList<IApiFile> Files { get; } =
    [
        .. typeof(IApiFile).Assembly.GetTypes().Where(t => t.IsClass && !t.IsAbstract && typeof(IApiFile).IsAssignableFrom(t))
            .Select(t => (IApiFile)Activator.CreateInstance(t)!).OrderBy(f => f.Route, StringComparer.Ordinal),
    ];

    /// <summary>Maps their routes.</summary>
    public static void Map(IEndpointRouteBuilder routes, Site site)
    {
        foreach (IApiFile file in Files) routes.MapMethods(file.Route, ["GET", "HEAD"], context => site.Answers.Serve(context, file.ContentType, file.Answer));
    }
}
